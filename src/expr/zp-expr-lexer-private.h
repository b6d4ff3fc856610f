/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a formula, one after the other. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_TOKEN_END,
  ZP_TOKEN_NUMBER, /* with its unit: 12.5% */
  ZP_TOKEN_TEXT,   /* start and length leave out the quotes */
  ZP_TOKEN_NAME,   /* @actual, budget.total.actual, projects.# */
  ZP_TOKEN_OR,
  ZP_TOKEN_AND,
  ZP_TOKEN_NOT,
  ZP_TOKEN_WHERE,
  ZP_TOKEN_EQUAL,
  ZP_TOKEN_NOT_EQUAL,
  ZP_TOKEN_LESS,
  ZP_TOKEN_AT_MOST,
  ZP_TOKEN_GREATER,
  ZP_TOKEN_AT_LEAST,
  ZP_TOKEN_PLUS,
  ZP_TOKEN_MINUS,
  ZP_TOKEN_TIMES,
  ZP_TOKEN_OVER,
  ZP_TOKEN_OPEN,
  ZP_TOKEN_CLOSE,
  ZP_TOKEN_COMMA,
} ZpTokenKind;

/**
 * ZpToken:
 * @kind: what it is
 * @start: where it begins in the formula
 * @length: bytes
 * @column: character it begins at, from 1
 */
typedef struct
{
  ZpTokenKind kind;
  const char *start;
  gsize length;
  guint column;
} ZpToken;

/**
 * ZpLexer:
 * @at: what is read next
 * @column: its character, from 1
 */
typedef struct
{
  const char *at;
  guint column;
} ZpLexer;

gboolean zp_lexer_next (ZpLexer *self, ZpToken *token, GError **error);
char *zp_token_describe (const ZpToken *token);
gboolean zp_token_is (const ZpToken *token, const char *text);

G_END_DECLS
