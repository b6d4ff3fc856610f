/* SPDX-License-Identifier: GPL-3.0-or-later
 * The interval reading of a formula: every figure it may have had before its operands were rounded.
 */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

typedef gboolean (*Operation) (ZpRational a, ZpRational b, ZpRational *out);

/**
 * zp_bounds_fail: notes an overflow.
 */
ZpBoundsState
zp_bounds_fail (ZpEval *eval)
{
  eval->overflow = TRUE;

  return ZP_BOUNDS_UNKNOWN;
}

static ZpBoundsState
set_point (const ZpValue *value, ZpInterval *out)
{
  if (value->kind != ZP_VALUE_NUMBER)
    return ZP_BOUNDS_MISSING;

  *out = (ZpInterval){ .low = value->number, .high = value->number };

  return ZP_BOUNDS_KNOWN;
}

static ZpBoundsState
bounds_of_point (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpValue value;

  zp_expr_compute (self, eval, &value);

  return set_point (&value, out);
}

/**
 * zp_bounds_of_cell:
 * @ref: the name of a cell
 * @value: its figure, in this report or in the one of the year before
 *
 * The figure with half a unit of its last shown place to either side.
 */
ZpBoundsState
zp_bounds_of_cell (const ZpExpr *ref, ZpEval *eval, const ZpValue *value, ZpInterval *out)
{
  ZpBoundsState state = set_point (value, out);
  ZpRational half;
  ZpCell cell;

  if (state != ZP_BOUNDS_KNOWN || !zp_ref_resolve (ref, eval, &cell) || cell.column < 0)
    return state;

  half = eval->scope->half_place (eval->scope, cell);
  if (!zp_rational_subtract (value->number, half, &out->low) ||
      !zp_rational_add (value->number, half, &out->high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

static ZpBoundsState
bounds_of_ref (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpValue value;

  zp_expr_compute (self, eval, &value);

  return zp_bounds_of_cell (self, eval, &value, out);
}

static ZpBoundsState
bounds_of_negate (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpInterval inner;
  ZpBoundsState state = zp_expr_compute_bounds (self->args[0], eval, &inner);

  if (state != ZP_BOUNDS_KNOWN)
    return state;

  out->low = zp_rational_negate (inner.high);
  out->high = zp_rational_negate (inner.low);

  return ZP_BOUNDS_KNOWN;
}

static ZpBoundsState
bounds_of_add (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpInterval a;
  ZpInterval b;
  ZpBoundsState left = zp_expr_compute_bounds (self->args[0], eval, &a);
  ZpBoundsState right = zp_expr_compute_bounds (self->args[1], eval, &b);

  if (left == ZP_BOUNDS_UNKNOWN || right == ZP_BOUNDS_UNKNOWN)
    return ZP_BOUNDS_UNKNOWN;
  if (left == ZP_BOUNDS_MISSING || right == ZP_BOUNDS_MISSING)
    {
      *out = left == ZP_BOUNDS_MISSING ? b : a;
      return left == ZP_BOUNDS_MISSING ? right : left;
    }
  if (!zp_rational_add (a.low, b.low, &out->low) || !zp_rational_add (a.high, b.high, &out->high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

/* Widens @out to hold the result for two of the four corners. */
static gboolean
take_corner (Operation operation, ZpRational a, ZpRational b, gboolean is_first, ZpInterval *out)
{
  ZpRational corner;
  int low;
  int high;

  if (!operation (a, b, &corner))
    return FALSE;
  if (is_first)
    *out = (ZpInterval){ .low = corner, .high = corner };
  if (!zp_rational_compare (corner, out->low, &low) ||
      !zp_rational_compare (corner, out->high, &high))
    return FALSE;

  if (low < 0)
    out->low = corner;
  if (high > 0)
    out->high = corner;

  return TRUE;
}

static ZpBoundsState
take_corners (Operation operation, ZpInterval a, ZpInterval b, ZpEval *eval, ZpInterval *out)
{
  if (take_corner (operation, a.low, b.low, TRUE, out) &&
      take_corner (operation, a.low, b.high, FALSE, out) &&
      take_corner (operation, a.high, b.low, FALSE, out) &&
      take_corner (operation, a.high, b.high, FALSE, out))
    return ZP_BOUNDS_KNOWN;

  return zp_bounds_fail (eval);
}

static ZpBoundsState
bounds_of_subtract (ZpInterval a, ZpInterval b, ZpEval *eval, ZpInterval *out)
{
  if (!zp_rational_subtract (a.low, b.high, &out->low) ||
      !zp_rational_subtract (a.high, b.low, &out->high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

/**
 * bounds_of_divide: a by b. A divisor that is zero and nothing else leaves the result missing; one
 * that may be zero leaves it without bounds.
 */
static ZpBoundsState
bounds_of_divide (ZpInterval a, ZpInterval b, ZpEval *eval, ZpInterval *out)
{
  int low = zp_rational_sign (b.low);
  int high = zp_rational_sign (b.high);

  if (low == 0 && high == 0)
    return ZP_BOUNDS_MISSING;
  if (low <= 0 && high >= 0)
    return ZP_BOUNDS_UNKNOWN;

  return take_corners (zp_rational_divide, a, b, eval, out);
}

/**
 * zp_expr_compute_binary_bounds: interval of a difference, product, quotient or ratio().
 */
ZpBoundsState
zp_expr_compute_binary_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpInterval a;
  ZpInterval b;
  ZpBoundsState left = zp_expr_compute_bounds (self->args[0], eval, &a);
  ZpBoundsState right = zp_expr_compute_bounds (self->args[1], eval, &b);

  if (left == ZP_BOUNDS_MISSING || right == ZP_BOUNDS_MISSING)
    return ZP_BOUNDS_MISSING;
  if (left == ZP_BOUNDS_UNKNOWN || right == ZP_BOUNDS_UNKNOWN)
    return ZP_BOUNDS_UNKNOWN;

  if (self->kind == ZP_EXPR_SUBTRACT)
    return bounds_of_subtract (a, b, eval, out);
  if (self->kind == ZP_EXPR_MULTIPLY)
    return take_corners (zp_rational_multiply, a, b, eval, out);

  return bounds_of_divide (a, b, eval, out);
}

static ZpBoundsState
fold_row (const ZpExpr *self, ZpEval *eval, ZpBoundsState total, ZpInterval *out)
{
  const ZpFunctionInfo *info = zp_function_get_info (self->function);
  ZpInterval inner;
  ZpBoundsState state = zp_expr_compute_bounds (self->args[0], eval, &inner);

  if (state == ZP_BOUNDS_MISSING || total == ZP_BOUNDS_UNKNOWN)
    return total;
  if (state == ZP_BOUNDS_UNKNOWN)
    return ZP_BOUNDS_UNKNOWN;
  if (total == ZP_BOUNDS_MISSING || info->fold == NULL)
    {
      *out = inner;
      return ZP_BOUNDS_KNOWN;
    }
  if (!info->fold (&out->low, inner.low) || !info->fold (&out->high, inner.high))
    return zp_bounds_fail (eval);

  return ZP_BOUNDS_KNOWN;
}

static ZpBoundsState
bounds_of_aggregate (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  ZpBoundsState total = ZP_BOUNDS_MISSING;
  int n_rows = 0;
  ZpVisit visit;

  if (self->function == ZP_FUNCTION_COUNT)
    return bounds_of_point (self, eval, out);

  zp_visit_begin (&visit, self, eval);
  while (zp_visit_next (&visit, eval))
    {
      n_rows++;
      total = fold_row (self, eval, total, out);
    }
  zp_visit_end (&visit, eval);

  return self->function == ZP_FUNCTION_ONE && n_rows != 1 ? ZP_BOUNDS_MISSING : total;
}

/**
 * zp_expr_compute_bounds: interval of a part of a formula.
 */
ZpBoundsState
zp_expr_compute_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  switch ((int) self->kind)
    {
    case ZP_EXPR_REF:
      return bounds_of_ref (self, eval, out);
    case ZP_EXPR_NEGATE:
      return bounds_of_negate (self, eval, out);
    case ZP_EXPR_ADD:
      return bounds_of_add (self, eval, out);
    case ZP_EXPR_SUBTRACT:
    case ZP_EXPR_MULTIPLY:
    case ZP_EXPR_DIVIDE:
      return zp_expr_compute_binary_bounds (self, eval, out);
    case ZP_EXPR_AGGREGATE:
      return bounds_of_aggregate (self, eval, out);
    case ZP_EXPR_CALL:
      if (zp_function_get_info (self->function)->bounds != NULL)
        return zp_function_get_info (self->function)->bounds (self, eval, out);
      return bounds_of_point (self, eval, out);
    default:
      return bounds_of_point (self, eval, out);
    }
}

/**
 * zp_expr_bounds:
 * @self: a bound formula
 * @eval: the report and the current rows
 * @out: (out): the least and the greatest figure it can have had, base unit
 *
 * Every cell stands for all figures that are rounded to it; literals and counts are exact.
 * Conditions and band() are decided by the figures as they stand. A cell that is named twice counts
 * as two, so the interval may be wider than need be, never narrower.
 *
 * Returns: FALSE, *@out left alone, where the value is missing or no figure, where a divisor may be
 * zero, and on overflow (#ZpEval.overflow is set)
 */
gboolean
zp_expr_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out)
{
  gboolean overflow = eval->overflow;
  ZpInterval bounds;
  gboolean is_known;

  eval->overflow = FALSE;
  is_known = zp_expr_compute_bounds (self, eval, &bounds) == ZP_BOUNDS_KNOWN && !eval->overflow;
  if (is_known)
    *out = bounds;

  eval->overflow |= overflow;

  return is_known;
}
