/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files about formulas in words share. */
#pragma once

#include "expr/zp-expr-words.h"

G_BEGIN_DECLS

/* How tightly a part holds together; a looser part inside a tighter one stands in brackets. */
typedef enum
{
  ZP_STRENGTH_PHRASE, /* the smallest of a, b */
  ZP_STRENGTH_OR,
  ZP_STRENGTH_AND,
  ZP_STRENGTH_NOT,
  ZP_STRENGTH_COMPARE,
  ZP_STRENGTH_SUM,
  ZP_STRENGTH_PRODUCT,
  ZP_STRENGTH_NEGATE,
  ZP_STRENGTH_ATOM,
} ZpStrength;

/**
 * ZpTeller:
 * @eval: the report and the current rows
 * @with_figures: behind every name stands its figure
 */
typedef struct
{
  ZpEval *eval;
  gboolean with_figures;
} ZpTeller;

char *zp_teller_tell (const ZpTeller *self, const ZpExpr *expr, ZpStrength around);
char *zp_teller_tell_call (const ZpTeller *self, const ZpExpr *expr);
char *zp_teller_tell_aggregate (const ZpTeller *self, const ZpExpr *expr);
char *zp_teller_dress (char *shown, const ZpType *type, gboolean is_text);

G_END_DECLS
