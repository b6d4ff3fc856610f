/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell of a table covers each of its places, while the table is being made. */
#pragma once

#include "document/zp-doc.h"

G_BEGIN_DECLS

/**
 * ZpDocGrid:
 * @table: the table being made, borrowed
 * @owners: of #ZpDocCell: by row and column, the cell that covers the place
 *
 * Places are filled row by row, from left to right; every cell is one by one until
 * zp_doc_grid_finish() gives each the rectangle it covers.
 */
typedef struct
{
  ZpDocTable *table;
  GPtrArray *owners;
} ZpDocGrid;

void zp_doc_grid_init (ZpDocGrid *self, ZpDocTable *table);
void zp_doc_grid_clear (ZpDocGrid *self);
ZpDocCell *zp_doc_grid_add (ZpDocGrid *self);
gboolean zp_doc_grid_extend_above (ZpDocGrid *self);
gboolean zp_doc_grid_extend_left (ZpDocGrid *self);
ZpDocCell *zp_doc_grid_get_above (const ZpDocGrid *self);
ZpDocCell *zp_doc_grid_get (const ZpDocGrid *self, int row, int column);
int zp_doc_grid_get_row (const ZpDocGrid *self);
int zp_doc_grid_get_column (const ZpDocGrid *self);
void zp_doc_grid_finish (ZpDocGrid *self);

G_END_DECLS
