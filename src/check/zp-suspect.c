/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures that a person typed behind a check: one of them may be wrong. */
#include "check/zp-suspect-private.h"

typedef struct
{
  ZpReport *report;
  GArray *cells; /* of ZpCell */
  GHashTable *seen;
} Collection;

/** A sum over more rows than this does not tell them apart: hundreds of figures would each repair
 * it alone. */
#define MAX_ALIKE 64

/* (transfer full): a table with copies of #ZpCell as keys. */
GHashTable *
zp_cell_table_new (void)
{
  return g_hash_table_new_full (zp_cell_hash_key, zp_cell_equal_key, g_free, NULL);
}

static void add_cell (ZpCell cell, gpointer data);

static void
add_operands (Collection *self, ZpCell cell, const ZpExpr *formula)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->report));

  zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
  zp_expr_foreach_cell (formula, &eval, add_cell, self);
}

/* A computed figure is as right as what it is made of, so its operands are the suspects. */
static void
add_cell (ZpCell cell, gpointer data)
{
  Collection *self = data;
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (self->report), cell);
  const ZpCellValue *value = zp_report_get_value (self->report, cell);

  if (cell.column < 0 || def == NULL || value == NULL ||
      !g_hash_table_add (self->seen, g_memdup2 (&cell, sizeof cell)))
    return;
  if (value->typed.state == ZP_CONTENT_FIGURE)
    g_array_append_val (self->cells, cell);
  else if (value->typed.state == ZP_CONTENT_EMPTY && def->formula != NULL)
    add_operands (self, cell, def->formula);
}

static void
collect (Collection *self, const ZpCheckDef *check, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->report));

  zp_check_push_row (check, row, &eval);
  if (check->left != NULL)
    zp_expr_foreach_cell (check->left, &eval, add_cell, self);
  if (check->right != NULL)
    zp_expr_foreach_cell (check->right, &eval, add_cell, self);
}

static ZpCell
column_of (ZpCell cell)
{
  return zp_cell (cell.block, ZP_ROW_EVERY, cell.column);
}

static GHashTable *
count_columns (const GArray *cells)
{
  GHashTable *columns = zp_cell_table_new ();

  for (guint i = 0; i < cells->len; i++)
    {
      ZpCell column = column_of (g_array_index (cells, ZpCell, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &column));

      g_hash_table_replace (columns, g_memdup2 (&column, sizeof column), GUINT_TO_POINTER (n + 1));
    }
  return columns;
}

/* (transfer full): the typed and declared figures that the check of @instance rests on, each once.
 * Free with zp_suspects_free(). */
ZpSuspects *
zp_suspects_new (ZpChecker *checker, ZpInstance instance)
{
  g_autoptr (GHashTable) seen = zp_cell_table_new ();
  ZpSuspects *self = g_new0 (ZpSuspects, 1);
  Collection collection = {
    .report = zp_checker_get_report (checker),
    .cells = g_array_new (FALSE, FALSE, sizeof (ZpCell)),
    .seen = seen,
  };

  collect (&collection, zp_checker_get_check (checker, instance.check), instance.row);
  self->instance = instance;
  self->cells = collection.cells;
  self->columns = count_columns (self->cells);
  return self;
}

/* Frees @self. */
void
zp_suspects_free (ZpSuspects *self)
{
  g_array_unref (self->cells);
  g_hash_table_unref (self->columns);
  g_free (self);
}

/* Whether few enough figures of the same column stand behind the check for it to say something
 * about each. */
gboolean
zp_suspects_is_one_of_few (const ZpSuspects *self, ZpCell cell)
{
  ZpCell column = column_of (cell);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &column)) <= MAX_ALIKE;
}
