/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the two files of the parser share: rules of operators, and the smallest parts. */
#pragma once

#include "expr/zp-expr-lexer-private.h"

G_BEGIN_DECLS

/**
 * ZpParser:
 * @lexer: gives the words
 * @token: the word not yet used up
 * @depth: levels of parentheses and calls around it
 */
typedef struct
{
  ZpLexer lexer;
  ZpToken token;
  guint depth;
} ZpParser;

gboolean zp_parser_advance (ZpParser *self, GError **error);
gboolean zp_parser_expect (ZpParser *self, ZpTokenKind kind, const char *expected, GError **error);
ZpExpr *
zp_parser_fail (const ZpParser *self, ZpExprError code, GError **error, const char *message);
void zp_parser_fail_expected (const ZpParser *self, const char *expected, GError **error);

ZpExpr *zp_parser_read_or (ZpParser *self, GError **error);
ZpExpr *zp_parser_read_atom (ZpParser *self, GError **error);

G_END_DECLS
