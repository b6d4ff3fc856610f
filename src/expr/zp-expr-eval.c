/* SPDX-License-Identifier: GPL-3.0-or-later
 * The value of a formula: exact, with missing operands as the format says. Nothing is allocated. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

#include <string.h>

typedef gboolean (*Operation) (ZpRational a, ZpRational b, ZpRational *out);

void
zp_value_set_missing (ZpValue *self)
{
  *self = (ZpValue){ .kind = ZP_VALUE_MISSING };
}

void
zp_value_set_number (ZpValue *self, ZpRational number)
{
  self->kind = ZP_VALUE_NUMBER;
  self->number = number;
}

void
zp_value_set_truth (ZpValue *self, gboolean truth)
{
  self->kind = ZP_VALUE_TRUTH;
  self->truth = truth;
}

/**
 * zp_expr_compute_number: value of a part as a figure. FALSE when it is missing or, for a cell that
 * may hold either, a text.
 */
gboolean
zp_expr_compute_number (const ZpExpr *self, ZpEval *eval, ZpRational *out)
{
  ZpValue value;

  zp_expr_compute (self, eval, &value);
  if (value.kind != ZP_VALUE_NUMBER)
    return FALSE;

  *out = value.number;

  return TRUE;
}

/**
 * zp_expr_compute_truth: whether a condition holds; unknown counts as false.
 */
gboolean
zp_expr_compute_truth (const ZpExpr *self, ZpEval *eval)
{
  ZpValue value;

  zp_expr_compute (self, eval, &value);

  return value.kind == ZP_VALUE_TRUTH && value.truth;
}

/**
 * zp_ref_resolve:
 * @cell: (out): the cell that a name means for the current rows
 *
 * Returns: FALSE for a name that is no cell, and where there is no current row.
 */
gboolean
zp_ref_resolve (const ZpExpr *ref, const ZpEval *eval, ZpCell *cell)
{
  *cell = ref->cell;

  switch (ref->ref)
    {
    case ZP_REF_CELL:
      return TRUE;
    case ZP_REF_ROW:
      cell->row = zp_eval_current_row (eval, ref->cell.block, NULL);
      return cell->row != -2;
    case ZP_REF_VISIT:
      cell->row = eval->visit_row;
      return cell->row != -2;
    case ZP_REF_PASSAGE:
    case ZP_REF_ANNEX:
    case ZP_REF_MONEY:
    default:
      return FALSE;
    }
}

static void
compute_row_number (const ZpExpr *self, ZpEval *eval, ZpCell cell, ZpValue *out)
{
  int number = cell.row + 1;

  if (cell.row == ZP_ROW_TOTAL)
    return;
  if (self->ref == ZP_REF_ROW)
    zp_eval_current_row (eval, cell.block, &number);

  zp_value_set_number (out, zp_rational_from_int (number));
}

static void
compute_passage (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  const char *text = eval->scope->passage (eval->scope, strchr (self->text, '.') + 1);

  if (text == NULL)
    return;

  out->kind = ZP_VALUE_TEXT;
  out->text = text;
}

/* annex.ID and money have no value of their own: they stand alone, and who prints them knows. */
static void
compute_ref (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpCell cell;

  zp_value_set_missing (out);
  if (self->ref == ZP_REF_PASSAGE)
    compute_passage (self, eval, out);
  if (!zp_ref_resolve (self, eval, &cell))
    return;

  if (cell.column == ZP_COLUMN_NUMBER)
    compute_row_number (self, eval, cell, out);
  else
    eval->scope->get (eval->scope, cell, out);
}

static void
compute_not (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  zp_expr_compute (self->args[0], eval, out);
  if (out->kind == ZP_VALUE_TRUTH)
    out->truth = !out->truth;
}

/* @decides: the truth that settles it, whatever the other side is: true for or, false for and. */
static void
compute_logic (const ZpExpr *self, ZpEval *eval, gboolean decides, ZpValue *out)
{
  ZpValue right;

  zp_expr_compute (self->args[0], eval, out);
  if (out->kind == ZP_VALUE_TRUTH && out->truth == decides)
    return;

  zp_expr_compute (self->args[1], eval, &right);
  if (right.kind == ZP_VALUE_MISSING || (right.truth == decides))
    *out = right;
}

/* FALSE: unknown. Texts are equal or not, byte by byte; they have no order. */
static gboolean
compare (const ZpValue *left, const ZpValue *right, ZpEval *eval, gboolean is_order, int *order)
{
  if (left->kind != right->kind || left->kind == ZP_VALUE_MISSING)
    return FALSE;
  if (left->kind == ZP_VALUE_NUMBER)
    {
      gboolean fits = zp_rational_compare (left->number, right->number, order);

      eval->overflow |= !fits;
      return fits;
    }

  *order =
    left->kind == ZP_VALUE_TEXT ? strcmp (left->text, right->text) : !left->truth != !right->truth;

  return !is_order;
}

/**
 * zp_comparison_holds:
 * @kind: one of the six comparisons
 * @order: less than, equal to or greater than zero, as left is to right
 */
gboolean
zp_comparison_holds (ZpExprKind kind, int order)
{
  switch ((int) kind)
    {
    case ZP_EXPR_EQUAL:
      return order == 0;
    case ZP_EXPR_NOT_EQUAL:
      return order != 0;
    case ZP_EXPR_LESS:
      return order < 0;
    case ZP_EXPR_AT_MOST:
      return order <= 0;
    case ZP_EXPR_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

static void
compute_comparison (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  gboolean is_order = self->kind != ZP_EXPR_EQUAL && self->kind != ZP_EXPR_NOT_EQUAL;
  ZpValue left;
  ZpValue right;
  int order;

  zp_value_set_missing (out);
  zp_expr_compute (self->args[0], eval, &left);
  if (left.kind == ZP_VALUE_MISSING)
    return;

  zp_expr_compute (self->args[1], eval, &right);
  if (compare (&left, &right, eval, is_order, &order))
    zp_value_set_truth (out, zp_comparison_holds (self->kind, order));
}

static void
compute_add (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational sum;
  ZpValue right;

  zp_expr_compute (self->args[0], eval, out);
  zp_expr_compute (self->args[1], eval, &right);
  if (out->kind != ZP_VALUE_NUMBER)
    *out = right;
  else if (right.kind == ZP_VALUE_NUMBER && zp_rational_add (out->number, right.number, &sum))
    out->number = sum;
  else if (right.kind == ZP_VALUE_NUMBER)
    eval->overflow = TRUE;

  if (out->kind != ZP_VALUE_NUMBER)
    zp_value_set_missing (out);
}

static void
compute_binary (const ZpExpr *self, ZpEval *eval, Operation operation, ZpValue *out)
{
  ZpRational left;
  ZpRational right;
  ZpRational result;

  zp_value_set_missing (out);
  if (!zp_expr_compute_number (self->args[0], eval, &left) ||
      !zp_expr_compute_number (self->args[1], eval, &right))
    return;
  if (operation == zp_rational_divide && zp_rational_sign (right) == 0)
    return;

  if (operation (left, right, &result))
    zp_value_set_number (out, result);
  else
    eval->overflow = TRUE;
}

/**
 * zp_expr_compute_ratio: the first operand by the second; missing when one is, or the second is
 * zero.
 */
void
zp_expr_compute_ratio (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  compute_binary (self, eval, zp_rational_divide, out);
}

static void
compute_negate (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  zp_expr_compute (self->args[0], eval, out);
  if (out->kind == ZP_VALUE_NUMBER)
    out->number = zp_rational_negate (out->number);
  else
    zp_value_set_missing (out);
}

static void
compute_band (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational figure;

  zp_value_set_missing (out);
  if (zp_expr_compute_number (self->args[0], eval, &figure))
    zp_scale_look_up (self->scale, figure, out);
}

/**
 * zp_expr_compute: value of a part of a formula. An overflow is only noted in @eval.
 */
void
zp_expr_compute (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  switch (self->kind)
    {
    case ZP_EXPR_NUMBER:
      zp_value_set_number (out, self->number);
      return;
    case ZP_EXPR_TEXT:
      *out = (ZpValue){ .kind = ZP_VALUE_TEXT, .text = self->text };
      return;
    case ZP_EXPR_REF:
      compute_ref (self, eval, out);
      return;
    case ZP_EXPR_NOT:
      compute_not (self, eval, out);
      return;
    case ZP_EXPR_NEGATE:
      compute_negate (self, eval, out);
      return;
    case ZP_EXPR_OR:
      compute_logic (self, eval, TRUE, out);
      return;
    case ZP_EXPR_AND:
      compute_logic (self, eval, FALSE, out);
      return;
    case ZP_EXPR_EQUAL:
    case ZP_EXPR_NOT_EQUAL:
    case ZP_EXPR_LESS:
    case ZP_EXPR_AT_MOST:
    case ZP_EXPR_GREATER:
    case ZP_EXPR_AT_LEAST:
      compute_comparison (self, eval, out);
      return;
    case ZP_EXPR_ADD:
      compute_add (self, eval, out);
      return;
    case ZP_EXPR_SUBTRACT:
      compute_binary (self, eval, zp_rational_subtract, out);
      return;
    case ZP_EXPR_MULTIPLY:
      compute_binary (self, eval, zp_rational_multiply, out);
      return;
    case ZP_EXPR_DIVIDE:
      zp_expr_compute_ratio (self, eval, out);
      return;
    case ZP_EXPR_BAND:
      compute_band (self, eval, out);
      return;
    case ZP_EXPR_AGGREGATE:
      zp_expr_compute_aggregate (self, eval, out);
      return;
    case ZP_EXPR_CALL:
    default:
      zp_function_get_info (self->function)->eval (self, eval, out);
    }
}

/**
 * zp_expr_eval:
 * @self: a bound formula
 * @eval: the report and the current rows
 * @out: (out): the value; a text is borrowed and stands until the report changes
 *
 * Follows the rules for missing operands: sums pass over them, other operations are missing too,
 * conditions are unknown. Where an intermediate result does not fit, the value is missing and
 * #ZpEval.overflow is set; it is never taken back here.
 */
void
zp_expr_eval (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  gboolean overflow = eval->overflow;

  eval->overflow = FALSE;
  zp_expr_compute (self, eval, out);
  if (eval->overflow)
    zp_value_set_missing (out);

  eval->overflow |= overflow;
}

/**
 * zp_expr_is_true: whether a condition holds; unknown counts as false.
 */
gboolean
zp_expr_is_true (const ZpExpr *self, ZpEval *eval)
{
  ZpValue value;

  zp_expr_eval (self, eval, &value);

  return value.kind == ZP_VALUE_TRUTH && value.truth;
}
