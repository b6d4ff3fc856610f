/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two sides compared: equal, equal but for rounding, or different. */
#include "check/zp-verdict-private.h"

/** Places of a side for which nothing says how it is shown. */
#define DEFAULT_PLACES 2

/* Both sides of a comparison as evaluated. */
typedef struct
{
  ZpValue left;
  ZpValue right;
  ZpUnit unit;
  int places;
} Sides;

static gboolean
is_declared (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpCellValue *value = zp_report_get_value (report, zp_check_get_cell (check, row));

  return value != NULL &&
         (value->typed.state == ZP_CONTENT_FIGURE || value->typed.state == ZP_CONTENT_WORDS);
}

/* Without a declared figure a total is what its formula says; comparing would compare it with
 * itself. */
static gboolean
compares_with_itself (ZpReport *report, const ZpCheckDef *check, int row)
{
  if (check->kind == ZP_CHECK_DECLARED)
    return !is_declared (report, check, row);
  return check->kind == ZP_CHECK_SUM && check->right == check->def->formula &&
         !is_declared (report, check, row);
}

static ZpUnit
side_unit (const ZpCheckDef *check)
{
  const ZpType *left = &check->left->type;
  const ZpType *right = &check->right->type;

  return left->any || (right->unit.kind == ZP_UNIT_PERCENT && left->places < 0) ? right->unit
                                                                                : left->unit;
}

static int
side_places (const ZpCheckDef *check, ZpUnit unit)
{
  int places = check->left->type.places;

  if (check->kind == ZP_CHECK_COMPARE)
    places = MAX (places, check->right->type.places);
  if (places >= 0)
    return places;
  return unit.kind == ZP_UNIT_NUMBER && check->left->type.exact && check->right->type.exact
           ? 0
           : DEFAULT_PLACES;
}

static void
evaluate_sides (ZpReport *report, const ZpCheckDef *check, ZpEval *eval, Sides *out)
{
  zp_expr_eval (check->left, eval, &out->left);
  zp_expr_eval (check->right, eval, &out->right);
  out->unit = side_unit (check);
  out->places = side_places (check, out->unit);
}

/* A missing side counts nothing where the pack says that an empty side surely means nothing spent.
 */
static gboolean
supply_missing (const ZpCheckDef *check, Sides *sides)
{
  gboolean left = sides->left.kind == ZP_VALUE_MISSING;
  gboolean right = sides->right.kind == ZP_VALUE_MISSING;

  if (!left && !right)
    return TRUE;
  if (check->missing != ZP_MISSING_SKIP_BOTH || (left && right))
    return FALSE;
  *(left ? &sides->left : &sides->right) =
    (ZpValue){ .kind = ZP_VALUE_NUMBER, .number = zp_rational_from_int (0) };
  return TRUE;
}

static gboolean
is_point (const ZpInterval *interval)
{
  int order;

  zp_rational_compare (interval->low, interval->high, &order);
  return order == 0;
}

/* Half a unit is rounded away from zero: of the two ends only the one nearer to zero belongs to the
 * figures that @interval stands for. */
static gboolean
is_own_end (const ZpInterval *interval, const ZpRational *figure)
{
  ZpRational end = zp_rational_sign (interval->low) >= 0 ? interval->low : interval->high;
  int order;

  zp_rational_compare (end, *figure, &order);
  return order == 0;
}

/* Two rounded figures whose intervals only touch are never the same: a copy that is one unit off in
 * the last place is wrong. */
static gboolean
could_be_equal (const ZpInterval *left, const ZpInterval *right, int low_high, int high_low)
{
  if (low_high < 0 && high_low > 0)
    return TRUE;
  if (low_high > 0 || high_low < 0)
    return FALSE;
  return (is_point (left) && is_own_end (right, &left->low)) ||
         (is_point (right) && is_own_end (left, &right->low));
}

/* Whether some figure of the one interval and some figure of the other compare as @op says. */
static gboolean
could_hold (ZpExprKind op, const ZpInterval *left, const ZpInterval *right)
{
  int low_high;
  int high_low;

  zp_rational_compare (left->low, right->high, &low_high);
  zp_rational_compare (left->high, right->low, &high_low);
  switch ((int) op)
    {
    case ZP_EXPR_EQUAL:
      return could_be_equal (left, right, low_high, high_low);
    case ZP_EXPR_LESS:
      return low_high < 0;
    case ZP_EXPR_AT_MOST:
      return low_high <= 0;
    case ZP_EXPR_GREATER:
      return high_low > 0;
    case ZP_EXPR_AT_LEAST:
      return high_low >= 0;
    default:
      return FALSE;
    }
}

/* Three states: holds, could hold before rounding, does not. */
ZpState
zp_verdict_judge (const ZpRational *left,
                  const ZpRational *right,
                  ZpExprKind op,
                  const ZpInterval *left_bounds,
                  const ZpInterval *right_bounds)
{
  int order;

  zp_rational_compare (*left, *right, &order);
  if (zp_comparison_holds (op, order))
    return ZP_STATE_HOLDS;
  if (left_bounds != NULL && right_bounds != NULL && could_hold (op, left_bounds, right_bounds))
    return ZP_STATE_ROUNDING;
  return ZP_STATE_FAILS;
}

static gboolean
show_sides (const Sides *sides, int places, ZpVerdict *out)
{
  out->unit = sides->unit;
  out->places = places;
  return zp_unit_from_base (sides->unit, sides->left.number, places, &out->left) &&
         zp_unit_from_base (sides->unit, sides->right.number, places, &out->right);
}

/* Figures that are only added are compared as they are kept. A quotient has no end: it is compared
 * as it is shown, so that 19,663 of 20,000 is 98.32 % although it is 98.315 %. A declared figure is
 * compared with what stands computed in its cell, which was rounded already. */
static gboolean
are_sums (const ZpCheckDef *check)
{
  return check->kind == ZP_CHECK_DECLARED ||
         (check->left->type.places >= 0 && check->right->type.places >= 0);
}

static ZpState
judge_shown (const ZpCheckDef *check, const ZpVerdict *shown)
{
  ZpRational left = zp_rational_from_decimal (shown->left);
  ZpRational right = zp_rational_from_decimal (shown->right);

  return zp_verdict_judge (&left, &right, check->op, NULL, NULL);
}

static ZpState
judge_bounds (const ZpCheckDef *check, ZpEval *eval, const Sides *sides)
{
  ZpInterval left;
  ZpInterval right;

  if (!zp_expr_bounds (check->left, eval, &left) || !zp_expr_bounds (check->right, eval, &right))
    return ZP_STATE_FAILS;
  return zp_verdict_judge (&sides->left.number, &sides->right.number, check->op, &left, &right);
}

static ZpState
judge_numbers (const ZpCheckDef *check, ZpEval *eval, const Sides *sides, ZpVerdict *out)
{
  ZpState state;

  out->has_sides = show_sides (sides, are_sums (check) ? ZP_DECIMAL_PLACES : sides->places, out);
  if (!out->has_sides)
    return zp_verdict_judge (&sides->left.number, &sides->right.number, check->op, NULL, NULL);
  state = judge_shown (check, out);
  if (state == ZP_STATE_FAILS)
    state = judge_bounds (check, eval, sides);
  /* What differs behind the shown places is shown with all of them. */
  show_sides (sides, sides->places, out);
  if (state != ZP_STATE_HOLDS && out->left.millionths == out->right.millionths)
    show_sides (sides, ZP_DECIMAL_PLACES, out);
  return state;
}

static ZpState
judge_texts (const ZpCheckDef *check, const Sides *sides)
{
  gboolean same = g_strcmp0 (sides->left.text, sides->right.text) == 0;

  return same == (check->op == ZP_EXPR_EQUAL) ? ZP_STATE_HOLDS : ZP_STATE_FAILS;
}

/* For a declared figure the formula gives what stands in the cell as computed, rounded once. */
static gboolean
use_computed (ZpReport *report, const ZpCheckDef *check, int row, Sides *sides)
{
  const ZpCellValue *value = zp_report_get_value (report, zp_check_get_cell (check, row));

  zp_cell_content_to_value (&value->computed, check->def, &sides->right);
  sides->unit = check->def->unit;
  sides->places = check->def->max_places;
  return sides->right.kind != ZP_VALUE_MISSING;
}

/* .sum, .calc and written comparisons: whether the two sides agree, and what they are. */
ZpState
zp_verdict_of_sides (
  ZpReport *report, const ZpCheckDef *check, int row, ZpEval *eval, ZpVerdict *out)
{
  Sides sides = { 0 };

  if (compares_with_itself (report, check, row))
    return ZP_STATE_SKIPPED;
  evaluate_sides (report, check, eval, &sides);
  if (check->kind == ZP_CHECK_DECLARED && !use_computed (report, check, row, &sides))
    return ZP_STATE_SKIPPED;
  if (!supply_missing (check, &sides))
    return check->missing == ZP_MISSING_FAIL ? ZP_STATE_FAILS : ZP_STATE_SKIPPED;
  if (sides.left.kind != sides.right.kind)
    return ZP_STATE_FAILS;
  if (sides.left.kind == ZP_VALUE_TEXT)
    return judge_texts (check, &sides);
  return judge_numbers (check, eval, &sides, out);
}
