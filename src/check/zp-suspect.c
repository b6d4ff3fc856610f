/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures that a person typed behind a check: one of them may be wrong. */
#include "check/zp-checker-private.h"

typedef struct
{
  ZpReport *report;
  GArray *cells; /* of ZpCell */
  GHashTable *seen;
} Suspects;

static guint
cell_hash (gconstpointer key)
{
  const ZpCell *cell = key;

  return ((guint) cell->block * 31 + (guint) cell->row) * 31 + (guint) cell->column;
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  return zp_cell_equal (*(const ZpCell *) a, *(const ZpCell *) b);
}

static void add_cell (ZpCell cell, gpointer data);

static void
add_operands (Suspects *self, ZpCell cell, const ZpExpr *formula)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->report));

  zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
  zp_expr_foreach_cell (formula, &eval, add_cell, self);
}

/* A computed figure is as right as what it is made of, so its operands are the suspects. */
static void
add_cell (ZpCell cell, gpointer data)
{
  Suspects *self = data;
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

/* (transfer full): of ZpCell: typed and declared figures that @check in @row rests on, each once.
 */
GArray *
zp_suspect_list (ZpReport *report, const ZpCheckDef *check, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  Suspects self = {
    .report = report,
    .cells = g_array_new (FALSE, FALSE, sizeof (ZpCell)),
    .seen = seen,
  };

  zp_check_push_row (check, row, &eval);
  if (check->left != NULL)
    zp_expr_foreach_cell (check->left, &eval, add_cell, &self);
  if (check->right != NULL)
    zp_expr_foreach_cell (check->right, &eval, add_cell, &self);
  return self.cells;
}
