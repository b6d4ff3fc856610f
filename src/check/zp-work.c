/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a trial costs, told in figures read: the same on every machine. */
#include "check/zp-work-private.h"

/** Rows that an aggregate finds by an index: few, whatever the number of rows. */
#define INDEXED_ROWS 8

/* Starts counting. @report must outlive it. */
void
zp_work_init (ZpWork *self, ZpReport *report)
{
  *self = (ZpWork){ .report = report, .pack = zp_report_get_pack (report) };
  zp_graph_init (&self->formulas, self->pack);
  for (guint i = 0; i < self->pack->order->len; i++)
    zp_graph_add_reader (&self->formulas, (int) i,
                         ((const ZpCellDef *) g_ptr_array_index (self->pack->order, i))->formula);
}

/* Frees what @self holds. */
void
zp_work_clear (ZpWork *self)
{
  zp_graph_clear (&self->formulas);
}

static guint64
count_reads (const ZpWork *self, const ZpExpr *formula)
{
  guint64 n_reads = 1;

  if (formula == NULL)
    return 0;
  for (guint i = 0; i < formula->n_args; i++)
    n_reads += count_reads (self, formula->args[i]);
  if (formula->kind != ZP_EXPR_AGGREGATE)
    return n_reads;
  if (formula->index_column >= 0)
    return n_reads * INDEXED_ROWS;
  return n_reads * (guint64) MAX (zp_report_count_rows (self->report, formula->block), 1);
}

static guint64
count_reads_of_reader (const ZpWork *self, const ZpEdge *edge)
{
  const ZpCellDef *def = g_ptr_array_index (self->pack->order, (guint) edge->place);
  guint64 n_reads = count_reads (self, def->formula);

  if (edge->mode == ZP_EDGE_ALL_ROWS && def->every_row)
    n_reads *= (guint64) zp_report_count_rows (self->report, def->cell.block);
  return n_reads;
}

/* A figure is on trial: everything that reads what moved by it was computed. */
void
zp_work_add_trial (ZpWork *self)
{
  const GArray *moved = zp_report_get_moved (self->report);

  for (guint i = 0; i < moved->len; i++)
    {
      const GArray *edges = zp_graph_get_edges (&self->formulas, g_array_index (moved, ZpCell, i));

      self->n_reads++;
      for (guint k = 0; edges != NULL && k < edges->len; k++)
        self->n_reads += count_reads_of_reader (self, &g_array_index (edges, ZpEdge, k));
    }
}

/* A check is judged in one row. */
void
zp_work_add_check (ZpWork *self, const ZpCheckDef *check)
{
  self->n_reads += 1 + count_reads (self, check->where) + count_reads (self, check->when) +
                   count_reads (self, check->left) + count_reads (self, check->right) +
                   count_reads (self, check->require);
}

/* Every cell of the report is looked at. */
void
zp_work_add_all_cells (ZpWork *self)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    self->n_reads += (guint64) zp_report_count_rows (self->report, (int) i) *
                     zp_block_count_columns (zp_pack_get_block (self->pack, (int) i));
}
