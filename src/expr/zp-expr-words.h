/* SPDX-License-Identifier: GPL-3.0-or-later
 * A formula in words: with the figures of one report, or with names alone. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

char *zp_expr_explain (const ZpExpr *self, ZpEval *eval);
char *zp_expr_words (const ZpExpr *self, ZpEval *eval);
char *zp_value_show (const ZpValue *value, const ZpType *type, int places);

G_END_DECLS
