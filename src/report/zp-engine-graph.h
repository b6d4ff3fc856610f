/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who reads which definition: formulas of the engine, and checks. */
#pragma once

#include "template/zp-pack.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_EDGE_SAME_ROW, /* the reader's row is the row read */
  ZP_EDGE_ALL_ROWS, /* every row of the reader */
  ZP_EDGE_INDEXED,  /* rows of the reader whose key is the text in the row read */
} ZpEdgeMode;

/**
 * ZpEdge:
 * @place: number of the reader: of a definition its place in ZpPack.order
 * @mode: which of its rows
 * @aggregate: for %ZP_EDGE_INDEXED the aggregate that reads
 */
typedef struct
{
  int place;
  ZpEdgeMode mode;
  const ZpExpr *aggregate;
} ZpEdge;

/**
 * ZpGraph:
 * @edges: by number of a definition, of GArray of #ZpEdge or %NULL
 * @first: by block the number of its first definition
 * @row_readers: by block, of GArray of int: places that read how many rows it has, or which
 */
typedef struct
{
  GArray **edges;
  guint n_defs;
  guint *first;
  GArray **row_readers;
  guint n_blocks;
  const ZpPack *pack;
} ZpGraph;

void zp_graph_init (ZpGraph *self, const ZpPack *pack);
void zp_graph_add_reader (ZpGraph *self, int place, const ZpExpr *formula);
void zp_graph_add_reader_of_cell (ZpGraph *self, int place, ZpCell cell, ZpEdgeMode mode);
void zp_graph_clear (ZpGraph *self);
const GArray *zp_graph_get_edges (const ZpGraph *self, ZpCell cell);

G_END_DECLS
