/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether one check holds in one place, and both its sides. */
#include "check/zp-verdict.h"

#include "check/zp-verdict-private.h"

/**
 * zp_check_get_block:
 *
 * The block in each row of which @check is made, or -1 when it is made once. How many rows a table
 * has is asked once, also where there are none.
 */
int
zp_check_get_block (const ZpCheckDef *check)
{
  return check->kind != ZP_CHECK_ROWS ? check->each_block : -1;
}

/**
 * zp_check_push_row:
 *
 * Makes @row the current row of the block that @check holds for; a check that belongs to one cell
 * by itself holds in the row of that cell.
 */
void
zp_check_push_row (const ZpCheckDef *check, int row, ZpEval *eval)
{
  int block = zp_check_get_block (check);

  if (block >= 0)
    zp_eval_push_row (eval, block, row, row + 1);
  else if (check->def != NULL)
    zp_eval_push_row (eval, check->def->cell.block, check->def->cell.row, check->def->cell.row + 1);
}

/**
 * zp_check_is_consistency:
 *
 * Whether two figures must agree: such a check says something about each of its figures. A check
 * for plausibility, presence or wording does not.
 */
gboolean
zp_check_is_consistency (const ZpCheckDef *check)
{
  if (check->kind == ZP_CHECK_DECLARED || check->kind == ZP_CHECK_SUM)
    return TRUE;
  return check->kind == ZP_CHECK_COMPARE && check->op == ZP_EXPR_EQUAL;
}

/* The cell that an automatic check compares with its formula. */
ZpCell
zp_check_get_cell (const ZpCheckDef *check, int row)
{
  ZpCell cell = check->def->cell;

  if (check->def->every_row)
    cell.row = row;
  return cell;
}

static ZpState
require (const ZpCheckDef *check, ZpEval *eval)
{
  ZpValue value;

  zp_expr_eval (check->require, eval, &value);
  if (value.kind != ZP_VALUE_TRUTH)
    return ZP_STATE_SKIPPED;
  return value.truth ? ZP_STATE_HOLDS : ZP_STATE_FAILS;
}

static gboolean
applies (const ZpCheckDef *check, ZpEval *eval)
{
  return (check->where == NULL || zp_expr_is_true (check->where, eval)) &&
         (check->when == NULL || zp_expr_is_true (check->when, eval));
}

static ZpState
evaluate (ZpReport *report, const ZpCheckDef *check, int row, ZpVerdict *out)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));

  zp_check_push_row (check, row, &eval);
  if (!applies (check, &eval))
    return ZP_STATE_SKIPPED;
  switch (check->kind)
    {
    case ZP_CHECK_COMPARE:
    case ZP_CHECK_DECLARED:
    case ZP_CHECK_SUM:
      return zp_verdict_of_sides (report, check, row, &eval, out);
    case ZP_CHECK_REQUIRE:
      return require (check, &eval);
    case ZP_CHECK_SCAN_YEARS:
    case ZP_CHECK_SCAN_WORDS:
      return zp_verdict_of_scan (report, check);
    case ZP_CHECK_REQUIRED:
    case ZP_CHECK_RANGE:
    case ZP_CHECK_LENGTH:
      return zp_verdict_of_cell (report, check, row);
    case ZP_CHECK_UNIQUE:
    case ZP_CHECK_REF:
    case ZP_CHECK_ROWS:
      return zp_verdict_of_table (report, check, row);
    default:
      g_assert_not_reached ();
    }
}

/** zp_verdict_evaluate: evaluates @check in @row (0 when it holds for no rows). */
void
zp_verdict_evaluate (ZpReport *report, const ZpCheckDef *check, int row, ZpVerdict *out)
{
  *out = (ZpVerdict){ 0 };
  out->state = evaluate (report, check, row, out);
}

/** zp_verdict_get_state: the outcome alone. */
ZpState
zp_verdict_get_state (ZpReport *report, const ZpCheckDef *check, int row)
{
  ZpVerdict verdict;

  zp_verdict_evaluate (report, check, row, &verdict);
  return verdict.state;
}

/**
 * zp_check_gap:
 * @gap: (out): left side less right side, exact, base unit
 *
 * Returns: FALSE when the check compares no two numbers here
 */
gboolean
zp_check_gap (ZpReport *report, const ZpCheckDef *check, int row, ZpRational *gap)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpValue left;
  ZpValue right;

  if (check->left == NULL || check->right == NULL)
    return FALSE;
  zp_check_push_row (check, row, &eval);
  zp_expr_eval (check->left, &eval, &left);
  zp_expr_eval (check->right, &eval, &right);
  return left.kind == ZP_VALUE_NUMBER && right.kind == ZP_VALUE_NUMBER &&
         zp_rational_subtract (left.number, right.number, gap);
}
