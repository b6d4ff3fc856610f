/* SPDX-License-Identifier: GPL-3.0-or-later
 * The intervals of the functions. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

ZpBoundsState
zp_function_bounds_if (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  const ZpExpr *branch = zp_expr_arg (self, zp_expr_compute_truth (self->args[0], eval) ? 1 : 2);

  return branch == NULL ? ZP_BOUNDS_MISSING : zp_expr_compute_bounds (branch, eval, out);
}

/* min and max of several values: that of the lower ends, and that of the upper ends. */
ZpBoundsState
zp_function_bounds_extreme (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  const ZpFunctionInfo *info = zp_function_get_info (self->function);
  ZpBoundsState total = ZP_BOUNDS_MISSING;

  for (guint i = 0; i < self->n_args; i++)
    {
      ZpInterval one;
      ZpBoundsState state = zp_expr_compute_bounds (self->args[i], eval, &one);

      if (state == ZP_BOUNDS_UNKNOWN)
        return state;
      if (state == ZP_BOUNDS_MISSING)
        continue;
      if (total == ZP_BOUNDS_MISSING)
        *out = one;
      else if (!info->fold (&out->low, one.low) || !info->fold (&out->high, one.high))
        return zp_bounds_fail (eval);
      total = ZP_BOUNDS_KNOWN;
    }

  return total;
}

ZpBoundsState
zp_function_bounds_abs (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpInterval inner;
  ZpBoundsState state = zp_expr_compute_bounds (self->args[0], eval, &inner);
  ZpRational below;
  int order;

  if (state != ZP_BOUNDS_KNOWN)
    return state;

  *out = inner;
  if (zp_rational_sign (inner.low) >= 0)
    return ZP_BOUNDS_KNOWN;

  below = zp_rational_negate (inner.low);
  if (!zp_rational_compare (below, inner.high, &order))
    return zp_bounds_fail (eval);

  out->low =
    zp_rational_sign (inner.high) <= 0 ? zp_rational_negate (inner.high) : zp_rational_from_int (0);
  out->high = order > 0 ? below : inner.high;

  return ZP_BOUNDS_KNOWN;
}

/* Rounding keeps the order of figures, so the ends are rounded. */
ZpBoundsState
zp_function_bounds_round (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpBoundsState state = zp_expr_compute_bounds (self->args[0], eval, out);
  int places;

  if (state != ZP_BOUNDS_KNOWN)
    return state;
  if (!zp_function_read_places (self, eval, &places))
    return ZP_BOUNDS_MISSING;
  if (!zp_function_round_figure (self, places, out->low, &out->low) ||
      !zp_function_round_figure (self, places, out->high, &out->high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

ZpBoundsState
zp_function_bounds_floor (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpBoundsState state = zp_expr_compute_bounds (self->args[0], eval, out);

  if (state != ZP_BOUNDS_KNOWN)
    return state;
  if (!zp_function_floor_figure (self, out->low, &out->low) ||
      !zp_function_floor_figure (self, out->high, &out->high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

ZpBoundsState
zp_function_bounds_coalesce (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  for (guint i = 0; i < self->n_args; i++)
    {
      ZpValue value;

      zp_expr_compute (self->args[i], eval, &value);
      if (value.kind != ZP_VALUE_MISSING)
        return zp_expr_compute_bounds (self->args[i], eval, out);
    }

  return ZP_BOUNDS_MISSING;
}

ZpBoundsState
zp_function_bounds_prior (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpValue value;

  zp_expr_compute (self, eval, &value);

  return zp_bounds_of_cell (self->args[0], eval, &value, out);
}
