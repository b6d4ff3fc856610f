/* SPDX-License-Identifier: GPL-3.0-or-later
 * The functions of the formula language, one row each: name, arity, type rule, value, interval. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ZpBoundsState: what the interval reading of a part of a formula gave.
 */
typedef enum
{
  ZP_BOUNDS_MISSING, /* the part has no figure; sums pass over it */
  ZP_BOUNDS_KNOWN,
  ZP_BOUNDS_UNKNOWN, /* no interval: a divisor that may be zero, or an overflow */
} ZpBoundsState;

/**
 * ZpFunctionInfo:
 * @name: as written in a formula
 * @min_args: fewest arguments
 * @max_args: most arguments, or -1 for any number
 * @is_aggregate: with one argument it runs over the rows of a block and may carry a where clause
 * @type: sets the type of a bound call or aggregate from its arguments, or says what does not fit
 * @eval: value of a call; %NULL for what is an aggregate only
 * @bounds: interval of a call; %NULL where the value of the call is all there is to say
 * @fold: what an aggregate does with the figure of one more row, also min and max with one more
 *   argument; FALSE on overflow. %NULL for one and count, which take no figures together
 *
 * round() and floor() count places in the unit of their argument's type, the one it is shown in:
 * round(2570.126万元, 2) is 2570.13万元, and floor(87.98%) is 87%.
 */
typedef struct
{
  const char *name;
  int min_args;
  int max_args;
  gboolean is_aggregate;
  gboolean (*type) (ZpExpr *self, const ZpBindContext *context, GError **error);
  void (*eval) (const ZpExpr *self, ZpEval *eval, ZpValue *out);
  ZpBoundsState (*bounds) (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
  gboolean (*fold) (ZpRational *total, ZpRational figure);
} ZpFunctionInfo;

const ZpFunctionInfo *zp_function_get_info (ZpFunction function);
gboolean zp_function_find (const char *name, ZpFunction *function);
const char *zp_function_nearest (const char *name);

ZpBoundsState zp_expr_compute_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_expr_compute_binary_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_bounds_fail (ZpEval *eval);
ZpBoundsState
zp_bounds_of_cell (const ZpExpr *ref, ZpEval *eval, const ZpValue *value, ZpInterval *out);

/* The columns of the table. */
gboolean zp_function_type_if (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_extreme (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_figure (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_round (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_floor (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_ratio (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_coalesce (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_empty (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_prior (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_year (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_date (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_one (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_function_type_count (ZpExpr *self, const ZpBindContext *context, GError **error);

ZpBoundsState zp_function_bounds_if (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_extreme (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_abs (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_round (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_floor (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_coalesce (const ZpExpr *self, ZpEval *eval, ZpInterval *out);
ZpBoundsState zp_function_bounds_prior (const ZpExpr *self, ZpEval *eval, ZpInterval *out);

gboolean
zp_function_round_figure (const ZpExpr *self, int places, ZpRational figure, ZpRational *out);
gboolean zp_function_floor_figure (const ZpExpr *self, ZpRational figure, ZpRational *out);
gboolean zp_function_read_places (const ZpExpr *self, ZpEval *eval, int *places);

G_END_DECLS
