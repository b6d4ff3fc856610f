/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who reads which definition: formulas of the engine, and checks. */
#include "report/zp-engine-graph.h"

/* While one formula is walked. */
typedef struct
{
  ZpGraph *graph;
  int reader;
} Walk;

/* Definitions of a block are numbered rows × columns; a table has its one row of definitions, then
 * its total row. */
static guint
def_number (const ZpGraph *self, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);
  guint n_columns = zp_block_count_columns (block);
  guint row = (guint) cell.row;

  if (block->kind == ZP_BLOCK_TABLE)
    row = cell.row == ZP_ROW_TOTAL ? 1 : 0;
  return self->first[cell.block] + row * n_columns + (guint) cell.column;
}

static void
add_edge (ZpGraph *self, ZpCell read, ZpEdge edge)
{
  GArray **edges = &self->edges[def_number (self, read)];

  if (*edges == NULL)
    *edges = g_array_new (FALSE, FALSE, sizeof (ZpEdge));
  for (guint i = 0; i < (*edges)->len; i++)
    {
      const ZpEdge *known = &g_array_index (*edges, ZpEdge, i);

      if (known->place == edge.place && known->mode == edge.mode &&
          known->aggregate == edge.aggregate)
        return;
    }
  g_array_append_val (*edges, edge);
}

static void
add_row_reader (ZpGraph *self, int block, int place)
{
  g_array_append_val (self->row_readers[block], place);
}

/* A column in every row of its block: a grid has a definition for each of them. */
static void
add_column (Walk *walk, ZpCell column, ZpEdge edge)
{
  const ZpBlock *block = zp_pack_get_block (walk->graph->pack, column.block);
  guint n_rows = block->kind == ZP_BLOCK_TABLE ? 1 : block->rows->len;

  for (guint row = 0; row < n_rows; row++)
    add_edge (walk->graph, zp_cell (column.block, (int) row, column.column), edge);
}

static void
add_visit (Walk *walk, ZpCell column, const ZpExpr *aggregate)
{
  const ZpBlock *block = zp_pack_get_block (walk->graph->pack, column.block);
  gboolean indexed = aggregate->index_column >= 0 && block->kind == ZP_BLOCK_TABLE;
  ZpEdge edge = {
    .place = walk->reader,
    .mode = indexed ? ZP_EDGE_INDEXED : ZP_EDGE_ALL_ROWS,
    .aggregate = indexed ? aggregate : NULL,
  };

  add_column (walk, column, edge);
}

static void
add_ref (Walk *walk, const ZpExpr *ref, const ZpExpr *aggregate)
{
  ZpEdge edge = { .place = walk->reader, .mode = ZP_EDGE_ALL_ROWS };

  if (ref->ref > ZP_REF_VISIT)
    return;
  if (ref->cell.column < 0)
    {
      add_row_reader (walk->graph, ref->cell.block, walk->reader);
      return;
    }
  if (ref->ref == ZP_REF_VISIT)
    {
      add_visit (walk, ref->cell, aggregate);
      return;
    }
  if (ref->ref == ZP_REF_ROW)
    {
      edge.mode = ZP_EDGE_SAME_ROW;
      add_column (walk, ref->cell, edge);
      return;
    }
  add_edge (walk->graph, ref->cell, edge);
}

/* Last year's figures stand still, but which row of them is meant is told by the key of this
 * year's. */
static void
add_prior (Walk *walk, const ZpExpr *ref)
{
  const ZpBlock *block = zp_pack_get_block (walk->graph->pack, ref->cell.block);
  ZpEdge edge = { .place = walk->reader, .mode = ZP_EDGE_SAME_ROW };

  if (ref->ref == ZP_REF_ROW && block->kind == ZP_BLOCK_TABLE && block->key_column >= 0)
    add_edge (walk->graph, zp_cell (block->index, 0, block->key_column), edge);
}

static void
walk_expr (Walk *walk, const ZpExpr *expr, const ZpExpr *aggregate)
{
  if (expr == NULL)
    return;
  if (expr->kind == ZP_EXPR_CALL && expr->function == ZP_FUNCTION_PRIOR)
    {
      add_prior (walk, expr->args[0]);
      return;
    }
  if (expr->kind == ZP_EXPR_REF)
    {
      add_ref (walk, expr, aggregate);
      return;
    }
  if (expr->kind == ZP_EXPR_AGGREGATE)
    {
      add_row_reader (walk->graph, expr->block, walk->reader);
      aggregate = expr;
    }
  for (guint i = 0; i < expr->n_args; i++)
    walk_expr (walk, expr->args[i], aggregate);
}

static void
number_defs (ZpGraph *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const ZpBlock *block = zp_pack_get_block (self->pack, (int) i);
      guint n_rows = block->kind == ZP_BLOCK_TABLE ? 2 : block->rows->len;

      self->first[i] = self->n_defs;
      self->n_defs += n_rows * zp_block_count_columns (block);
      self->row_readers[i] = g_array_new (FALSE, FALSE, sizeof (int));
    }
}

/** zp_graph_init: no readers yet over the definitions of @pack, which must outlive the graph. */
void
zp_graph_init (ZpGraph *self, const ZpPack *pack)
{
  *self = (ZpGraph){ .pack = pack, .n_blocks = pack->blocks->len };
  self->first = g_new0 (guint, self->n_blocks);
  self->row_readers = g_new0 (GArray *, self->n_blocks);
  number_defs (self);
  self->edges = g_new0 (GArray *, self->n_defs);
}

/** zp_graph_add_reader: everything that @formula (nullable) reads is read by @place. */
void
zp_graph_add_reader (ZpGraph *self, int place, const ZpExpr *formula)
{
  Walk walk = { .graph = self, .reader = place };

  walk_expr (&walk, formula, NULL);
}

/** zp_graph_add_reader_of_cell: @cell (row 0 for every row of a table) is read by @place. */
void
zp_graph_add_reader_of_cell (ZpGraph *self, int place, ZpCell cell, ZpEdgeMode mode)
{
  add_edge (self, cell, (ZpEdge){ .place = place, .mode = mode });
}

/** zp_graph_clear: frees what the graph holds. */
void
zp_graph_clear (ZpGraph *self)
{
  for (guint i = 0; i < self->n_defs; i++)
    g_clear_pointer (&self->edges[i], g_array_unref);
  for (guint i = 0; i < self->n_blocks; i++)
    g_array_unref (self->row_readers[i]);
  g_free (self->edges);
  g_free (self->row_readers);
  g_free (self->first);
}

/** zp_graph_get_edges: (nullable): of #ZpEdge: who reads the definition of @cell. */
const GArray *
zp_graph_get_edges (const ZpGraph *self, ZpCell cell)
{
  return self->edges[def_number (self, cell)];
}
