/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures of a formula in the order they are written, with the signs between them. */
#include "session/zp-cell-facts-private.h"

/**
 * Terms: the figures of a formula, in the order they are written.
 * @is_chain: they are simply strung together by their operators
 */
typedef struct
{
  ZpEval *eval;
  GArray *terms;
  const char *sign;
  gboolean is_chain;
} Terms;

static gboolean
has_term (const Terms *self, ZpCell cell)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (zp_cell_equal (g_array_index (self->terms, ZpTerm, i).cell, cell))
      return TRUE;
  return FALSE;
}

static void
add_term (ZpCell cell, gpointer data)
{
  Terms *self = data;
  ZpTerm term = { cell, self->sign };

  g_array_append_val (self->terms, term);
}

static void
add_once (ZpCell cell, gpointer data)
{
  Terms *self = data;
  ZpTerm term = { cell, NULL };

  if (!has_term (self, cell))
    g_array_append_val (self->terms, term);
}

typedef enum
{
  STRENGTH_NONE,
  STRENGTH_SUM,
  STRENGTH_PRODUCT,
  STRENGTH_CELL,
} Strength;

static Strength
strength_of (const ZpExpr *expr)
{
  switch ((int) expr->kind)
    {
    case ZP_EXPR_REF:
      return STRENGTH_CELL;
    case ZP_EXPR_ADD:
    case ZP_EXPR_SUBTRACT:
      return STRENGTH_SUM;
    case ZP_EXPR_MULTIPLY:
    case ZP_EXPR_DIVIDE:
      return STRENGTH_PRODUCT;
    case ZP_EXPR_CALL:
      return expr->function == ZP_FUNCTION_RATIO && expr->n_args == 2 ? STRENGTH_PRODUCT
                                                                      : STRENGTH_NONE;
    default:
      return STRENGTH_NONE;
    }
}

static const char *
operator_of (const ZpExpr *expr)
{
  switch ((int) expr->kind)
    {
    case ZP_EXPR_ADD:
      return "+";
    case ZP_EXPR_SUBTRACT:
      return "−";
    case ZP_EXPR_MULTIPLY:
      return "×";
    default:
      return "÷";
    }
}

/* a − (b + c) cannot be written without its brackets; a + (b + c) can. */
static gboolean
needs_no_brackets (const ZpExpr *expr)
{
  Strength strength = strength_of (expr);
  Strength left = strength_of (expr->args[0]);
  Strength right = strength_of (expr->args[1]);
  gboolean regroups = expr->kind == expr->args[1]->kind &&
                      (expr->kind == ZP_EXPR_ADD || expr->kind == ZP_EXPR_MULTIPLY);

  return left >= strength && (right > strength || regroups);
}

static gboolean
string_together (Terms *self, const ZpExpr *expr, const char *sign)
{
  if (strength_of (expr) == STRENGTH_NONE)
    return FALSE;
  if (strength_of (expr) == STRENGTH_CELL)
    {
      self->sign = sign;
      zp_expr_foreach_cell (expr, self->eval, add_term, self);
      return TRUE;
    }
  return needs_no_brackets (expr) && string_together (self, expr->args[0], sign) &&
         string_together (self, expr->args[1], operator_of (expr));
}

static gboolean
is_plain_sum (const ZpExpr *expr)
{
  return expr->kind == ZP_EXPR_AGGREGATE && expr->function == ZP_FUNCTION_SUM &&
         expr->args[0] != NULL && expr->args[0]->kind == ZP_EXPR_REF;
}

static void
find_terms (Terms *self, const ZpExpr *formula)
{
  self->is_chain = TRUE;
  if (is_plain_sum (formula))
    {
      self->sign = "+";
      zp_expr_foreach_cell (formula, self->eval, add_term, self);
      if (self->terms->len > 0)
        g_array_index (self->terms, ZpTerm, 0).sign = NULL;
      return;
    }
  if (string_together (self, formula, NULL))
    return;
  self->is_chain = FALSE;
  g_array_set_size (self->terms, 0);
  zp_expr_foreach_cell (formula, self->eval, add_once, self);
}

/**
 * zp_cell_facts_read_terms:
 * @is_chain: (out): they are strung together by their signs, and nothing else is in the formula
 *
 * Returns: (transfer full): of #ZpTerm: the figures that the formula of @cell reads
 */
GArray *
zp_cell_facts_read_terms (ZpReport *report, ZpCell cell, gboolean *is_chain)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  Terms self = { .eval = &eval };

  self.terms = g_array_new (FALSE, FALSE, sizeof (ZpTerm));
  if (def->formula != NULL)
    {
      zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
      find_terms (&self, def->formula);
    }
  *is_chain = self.is_chain;
  return self.terms;
}
