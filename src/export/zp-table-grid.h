/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table measured for one width: columns, lines of every cell, heights of the rows. */
#pragma once

#include "export/zp-line-break.h"

G_BEGIN_DECLS

/**
 * ZpTableStyle:
 * @size: of the characters; @pitch: distance of lines; @pad_x @pad_y: space inside the rules;
 * points
 */
typedef struct
{
  double size;
  double pitch;
  double pad_x;
  double pad_y;
} ZpTableStyle;

/**
 * ZpTableCell:
 * @cell: of the tree
 * @lines: of #ZpLine
 * @done: lines already set on a page
 * @block: number under which they stand on the pages, or 0
 */
typedef struct
{
  const ZpDocCell *cell;
  ZpShape *shape;
  GArray *lines;
  guint done;
  guint block;
} ZpTableCell;

/**
 * ZpTableGrid:
 * @edges: of double: left edge of every column and the right edge of the last, from 0
 * @heights: of double: height of every row; the flow shortens rows that it has set in part
 * @cells: of #ZpTableCell by row, then by column
 * @head_height: of the repeated rows together
 */
typedef struct
{
  const ZpDocTable *table;
  ZpTableStyle style;
  GArray *edges;
  GArray *heights;
  GArray *cells;
  double head_height;
} ZpTableGrid;

ZpTableGrid *zp_table_grid_new (ZpFontSet *fonts, const ZpDocTable *table, double width);
void zp_table_grid_free (ZpTableGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpTableGrid, zp_table_grid_free)

double zp_table_grid_sum_heights (const ZpTableGrid *self, guint first, guint end);
double zp_table_grid_get_cell_height (const ZpTableGrid *self, const ZpTableCell *cell);
double zp_table_grid_get_cell_width (const ZpTableGrid *self, const ZpTableCell *cell);
void zp_table_grid_make_room (ZpTableGrid *self, guint row);

G_END_DECLS
