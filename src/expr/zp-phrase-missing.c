/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell a figure of a phrase comes from, and what is called missing where it has none. */
#include "expr/zp-expr-private.h"
#include "expr/zp-phrase-private.h"

typedef struct
{
  ZpOperands *operands;
  ZpEval *eval;
} Search;

static void
note_operand (ZpCell cell, gpointer user_data)
{
  Search *search = user_data;
  ZpOperands *self = search->operands;
  ZpValue value;

  if (!self->has_first)
    self->first = cell;
  self->has_first = TRUE;
  if (self->has_missing)
    return;

  search->eval->scope->get (search->eval->scope, cell, &value);
  self->has_missing = value.kind == ZP_VALUE_MISSING;
  self->missing = cell;
}

/**
 * zp_operands_find: the cells that @formula reads, as far as messages need them.
 */
void
zp_operands_find (ZpOperands *self, const ZpExpr *formula, ZpEval *eval)
{
  Search search = { self, eval };

  *self = (ZpOperands){ 0 };
  zp_expr_foreach_cell (formula, eval, note_operand, &search);
}

static void
note_column (const ZpExpr *ref, gpointer user_data)
{
  const ZpExpr **column = user_data;

  if (*column == NULL && ref->ref <= ZP_REF_VISIT && ref->cell.column >= 0)
    *column = ref;
}

/* A sum over no rows looks at no cell: it is called by its block and column. */
static char *
name_column (const ZpPiece *piece, const ZpScope *scope)
{
  const ZpExpr *column = NULL;
  g_autofree char *block_label = NULL;
  g_autofree char *label = NULL;

  zp_expr_foreach_ref (piece->formula, note_column, &column);
  if (column == NULL)
    return g_strdup (piece->text);

  block_label = scope->name (scope, zp_cell (column->cell.block, ZP_ROW_EVERY, ZP_COLUMN_LABEL));
  label = scope->name (scope, zp_cell (column->cell.block, ZP_ROW_EVERY, column->cell.column));

  return g_strconcat (block_label, label, NULL);
}

/**
 * zp_operands_name_missing:
 * @piece: a figure that is missing
 *
 * Returns: (transfer full): the operand that has to be filled in, so that the clerk knows where to
 *   go; in the words of the scope alone, whatever language the program runs in
 */
char *
zp_operands_name_missing (const ZpOperands *self, const ZpPiece *piece, ZpEval *eval)
{
  const ZpScope *scope = eval->scope;

  if (!self->has_first)
    return name_column (piece, scope);

  return scope->name (scope, self->has_missing ? self->missing : self->first);
}
