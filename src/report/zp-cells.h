/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cells of a report by block, row and column. */
#pragma once

#include "report/zp-cell-value.h"
#include "template/zp-pack.h"

G_BEGIN_DECLS

typedef struct _ZpCells ZpCells;

ZpCells *zp_cells_new (const ZpPack *pack);
void zp_cells_free (ZpCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpCells, zp_cells_free)

ZpCellValue *zp_cells_get (const ZpCells *self, ZpCell cell);
int zp_cells_count_rows (const ZpCells *self, int block);

guint zp_cells_get_uid (const ZpCells *self, int block, int row);
int zp_cells_find_uid (const ZpCells *self, int block, guint uid);
guint zp_cells_insert_row (ZpCells *self, int block, int at, guint uid);
void zp_cells_remove_row (ZpCells *self, int block, int at);
void zp_cells_move_row (ZpCells *self, int block, int from, int to);

const int *zp_cells_rows_where (ZpCells *self, int block, int column, const char *key, int *n_rows);
void zp_cells_forget_index (ZpCells *self, int block, int column);

G_END_DECLS
