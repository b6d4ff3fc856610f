/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks what has to be computed anew because something that it reads changed. */
#include "report/zp-engine-private.h"

static void
mark_place (ZpEngine *self, int place)
{
  self->places[place / ZP_ENGINE_WORD_BITS] |= G_GUINT64_CONSTANT (1)
                                               << (place % ZP_ENGINE_WORD_BITS);
}

static void
mark_all (ZpEngine *self, int place)
{
  self->dirty[place].all = TRUE;
  mark_place (self, place);
}

static void
mark_row (ZpEngine *self, int place, int row)
{
  g_array_append_val (self->dirty[place].rows, row);
  mark_place (self, place);
}

/* Rows of the reader whose key column holds @key: only a plain @column can be looked up. */
static gboolean
mark_rows_with_key (ZpEngine *self, const ZpEdge *edge, const char *key)
{
  const ZpCellDef *reader = g_ptr_array_index (self->pack->order, (guint) edge->place);
  const ZpExpr *index_key = edge->aggregate->index_key;
  const int *rows;
  int n_rows;

  if (!reader->every_row || index_key->kind != ZP_EXPR_REF || index_key->ref != ZP_REF_ROW ||
      index_key->cell.column < 0)
    return FALSE;
  rows =
    zp_cells_rows_where (self->cells, index_key->cell.block, index_key->cell.column, key, &n_rows);
  for (int i = 0; i < n_rows; i++)
    mark_row (self, edge->place, rows[i]);
  return TRUE;
}

static void
mark_indexed (ZpEngine *self, const ZpEdge *edge, ZpCell cell)
{
  ZpCell key_cell = zp_cell (cell.block, cell.row, edge->aggregate->index_column);
  const ZpCellValue *key;

  /* A row that got another key left one group for another: both have to be found. */
  if (cell.column == key_cell.column)
    {
      mark_all (self, edge->place);
      return;
    }
  key = zp_cells_get (self->cells, key_cell);
  if (key == NULL || zp_cell_value_in_force (key)->text == NULL)
    return;
  if (!mark_rows_with_key (self, edge, zp_cell_value_in_force (key)->text))
    mark_all (self, edge->place);
}

static void
mark_readers (ZpEngine *self, ZpCell cell)
{
  const GArray *edges = zp_graph_get_edges (&self->graph, cell);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      const ZpEdge *edge = &g_array_index (edges, ZpEdge, i);

      if (edge->mode == ZP_EDGE_SAME_ROW)
        mark_row (self, edge->place, cell.row);
      else if (edge->mode == ZP_EDGE_ALL_ROWS)
        mark_all (self, edge->place);
      else
        mark_indexed (self, edge, cell);
    }
}

/**
 * zp_engine_touch:
 *
 * The content in force of @cell changed: what reads it is computed at the next zp_engine_run().
 */
void
zp_engine_touch (ZpEngine *self, ZpCell cell)
{
  g_array_append_val (self->moved, cell);
  mark_readers (self, cell);
}

static void
touch_block_formulas (ZpEngine *self, int block)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (self->pack->order, i);

      if (def->cell.block == block && def->every_row)
        mark_all (self, (int) i);
    }
}

/**
 * zp_engine_touch_rows:
 *
 * Rows of @block came, went or moved: everything that reads the block, and its own formulas, are
 * computed at the next zp_engine_run().
 */
void
zp_engine_touch_rows (ZpEngine *self, int block)
{
  const GArray *readers = self->graph.row_readers[block];

  for (guint i = 0; i < readers->len; i++)
    mark_all (self, g_array_index (readers, int, i));
  touch_block_formulas (self, block);
}

/** zp_engine_touch_all: every formula is computed at the next zp_engine_run(). */
void
zp_engine_touch_all (ZpEngine *self)
{
  for (guint i = 0; i < self->n_places; i++)
    mark_all (self, (int) i);
}
