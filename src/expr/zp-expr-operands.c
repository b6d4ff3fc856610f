/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a formula reads: the names it was written with, and the cells of one report. */
#include "expr/zp-expr-private.h"

typedef struct
{
  ZpEval *eval;
  ZpCellFunc func;
  gpointer user_data;
} CellWalk;

static void walk_cells (const ZpExpr *self, const CellWalk *walk);

static gboolean
is_prior (const ZpExpr *self)
{
  return self->kind == ZP_EXPR_CALL && self->function == ZP_FUNCTION_PRIOR;
}

/**
 * zp_expr_foreach_ref:
 * @func: called for every name in the formula, in the order they are written
 *
 * Left out is the cell inside prior(): it is read in another report, so nothing here depends on it.
 * A block that is only counted has no name of a cell; see zp_expr_foreach_block().
 */
void
zp_expr_foreach_ref (const ZpExpr *self, ZpRefFunc func, gpointer user_data)
{
  if (self == NULL || is_prior (self))
    return;
  if (self->kind == ZP_EXPR_REF)
    func (self, user_data);

  for (guint i = 0; i < self->n_args; i++)
    zp_expr_foreach_ref (self->args[i], func, user_data);
}

/**
 * zp_expr_foreach_block:
 * @func: called with the block of every aggregate of a bound formula
 *
 * The value of the formula may change when rows of such a block are added or taken away.
 */
void
zp_expr_foreach_block (const ZpExpr *self, ZpBlockFunc func, gpointer user_data)
{
  if (self == NULL)
    return;
  if (self->kind == ZP_EXPR_AGGREGATE)
    func (self->block, user_data);

  for (guint i = 0; i < self->n_args; i++)
    zp_expr_foreach_block (self->args[i], func, user_data);
}

static void
walk_args (const ZpExpr *self, const CellWalk *walk)
{
  for (guint i = 0; i < self->n_args; i++)
    walk_cells (self->args[i], walk);
}

static void
walk_ref (const ZpExpr *self, const CellWalk *walk)
{
  ZpCell cell;

  if (zp_ref_resolve (self, walk->eval, &cell) && cell.column >= 0)
    walk->func (cell, walk->user_data);
}

static void
walk_if (const ZpExpr *self, const CellWalk *walk)
{
  walk_cells (self->args[0], walk);
  walk_cells (zp_expr_arg (self, zp_expr_is_true (self->args[0], walk->eval) ? 1 : 2), walk);
}

static void
walk_coalesce (const ZpExpr *self, const CellWalk *walk)
{
  ZpValue value = { .kind = ZP_VALUE_MISSING };

  for (guint i = 0; i < self->n_args && value.kind == ZP_VALUE_MISSING; i++)
    {
      walk_cells (self->args[i], walk);
      zp_expr_eval (self->args[i], walk->eval, &value);
    }
}

static void
walk_rows (const ZpExpr *self, const CellWalk *walk)
{
  ZpVisit visit;

  if (self->args[0] == NULL)
    return;

  zp_visit_begin (&visit, self, walk->eval);
  while (zp_visit_next (&visit, walk->eval))
    walk_cells (self->args[0], walk);
  zp_visit_end (&visit, walk->eval);
}

static void
walk_cells (const ZpExpr *self, const CellWalk *walk)
{
  if (self == NULL || is_prior (self))
    return;

  if (self->kind == ZP_EXPR_REF)
    walk_ref (self, walk);
  else if (self->kind == ZP_EXPR_AGGREGATE)
    walk_rows (self, walk);
  else if (self->kind == ZP_EXPR_CALL && self->function == ZP_FUNCTION_IF)
    walk_if (self, walk);
  else if (self->kind == ZP_EXPR_CALL && self->function == ZP_FUNCTION_COALESCE)
    walk_coalesce (self, walk);
  else
    walk_args (self, walk);
}

/**
 * zp_expr_foreach_cell:
 * @self: a bound formula
 * @eval: the report and the current rows
 * @func: called for every cell that the value rests on, in the order they are written; a cell that
 * is read twice comes twice
 *
 * Of if() the condition and the branch taken, of coalesce() everything up to the figure taken, of
 * an aggregate the inside in the rows that match. Running numbers, labels and keys are no cells.
 */
void
zp_expr_foreach_cell (const ZpExpr *self, ZpEval *eval, ZpCellFunc func, gpointer user_data)
{
  CellWalk walk = { .eval = eval, .func = func, .user_data = user_data };

  walk_cells (self, &walk);
}
