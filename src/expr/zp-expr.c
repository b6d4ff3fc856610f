/* SPDX-License-Identifier: GPL-3.0-or-later
 * One formula as a tree: the life of its nodes. */
#include "expr/zp-expr-private.h"

G_DEFINE_QUARK (zp_expr_error, zp_expr_error)

/**
 * zp_expr_new: a node without operands.
 * @column: character of the formula it begins at, from 1
 */
ZpExpr *
zp_expr_new (ZpExprKind kind, guint column)
{
  ZpExpr *self = g_new0 (ZpExpr, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->column = column;
  self->type = zp_type_plain (ZP_SORT_NUMBER, -1);
  self->number = zp_rational_from_int (0);
  self->cell = zp_cell (-1, -2, -1);
  self->block = -1;
  self->index_column = -1;

  return self;
}

/**
 * zp_expr_take_arg: puts an operand behind the others.
 * @arg: (transfer full) (nullable): the operand
 */
void
zp_expr_take_arg (ZpExpr *self, ZpExpr *arg)
{
  self->args = g_renew (ZpExpr *, self->args, self->n_args + 1);
  self->args[self->n_args++] = arg;
}

/**
 * zp_expr_ref: one more owner of a formula.
 */
ZpExpr *
zp_expr_ref (ZpExpr *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * zp_expr_unref: one owner less; the last one frees the formula. %NULL is let through.
 */
void
zp_expr_unref (ZpExpr *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < self->n_args; i++)
    zp_expr_unref (self->args[i]);
  g_free (self->args);
  g_free (self->text);
  g_free (self);
}
