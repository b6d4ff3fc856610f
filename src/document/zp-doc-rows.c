/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows that something is repeated for. */
#include "document/zp-doc-rows.h"

static gboolean
is_column_of (const ZpExpr *side, int block)
{
  return side->kind == ZP_EXPR_REF && side->ref == ZP_REF_VISIT && side->cell.block == block &&
         side->cell.column >= 0;
}

/* A layout for every project that picks its rows from tables of all projects would otherwise ask
 * every row of every table once a project. FALSE when the clause is of another shape. */
static gboolean
find_by_index (ZpEval *eval, int block, const ZpExpr *where, GArray *rows)
{
  ZpValue key = { .kind = ZP_VALUE_MISSING };
  const int *found = NULL;
  int n_rows = -1;

  if (where->kind != ZP_EXPR_EQUAL || !is_column_of (where->args[0], block) ||
      is_column_of (where->args[1], block))
    return FALSE;

  zp_expr_eval (where->args[1], eval, &key);
  if (key.kind != ZP_VALUE_TEXT)
    return FALSE;

  found =
    eval->scope->rows_where (eval->scope, block, where->args[0]->cell.column, key.text, &n_rows);
  if (n_rows < 0)
    return FALSE;
  if (n_rows > 0)
    g_array_append_vals (rows, found, (guint) n_rows);
  return TRUE;
}

static gboolean
holds (ZpEval *eval, const ZpExpr *where, int row)
{
  int outer = eval->visit_row;
  gboolean result = FALSE;

  eval->visit_row = row;
  result = zp_expr_is_true (where, eval);
  eval->visit_row = outer;
  return result;
}

/**
 * zp_doc_rows_find:
 * @eval: the report and the current rows; as it was when this returns
 * @block: a table or grid
 * @where: (nullable): clause bound with that block visited
 *
 * Returns: (transfer full): of int, in order: the rows of @block for which @where holds
 */
GArray *
zp_doc_rows_find (ZpEval *eval, int block, const ZpExpr *where)
{
  int n_rows = eval->scope->count_rows (eval->scope, block);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (int));

  if (where != NULL && find_by_index (eval, block, where, rows))
    return rows;

  for (int row = 0; row < n_rows; row++)
    if (where == NULL || holds (eval, where, row))
      g_array_append_val (rows, row);

  return rows;
}
