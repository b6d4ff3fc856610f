/* SPDX-License-Identifier: GPL-3.0-or-later
 * A batch of changes of rows while it is put together. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/** Rows may belong to rows that belong to rows; a pack in which that has no end stops here. */
#define ZP_MAX_OWNERS 8

/** Place of a row that goes. */
#define ZP_ROW_GONE (-1)

/**
 * ZpRowEdit:
 * @batch: what is to be done
 * @n_rows: by block: rows there are when @batch so far is done
 * @places: by block %NULL, or for each row of now the place it gets, or %ZP_ROW_GONE
 */
typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  ZpBatch *batch;
  int *n_rows;
  int **places;
} ZpRowEdit;

void zp_row_edit_init (ZpRowEdit *self, ZpReport *report, const char *label);
void zp_row_edit_clear (ZpRowEdit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpRowEdit, zp_row_edit_clear)
ZpBatch *zp_row_edit_finish (ZpRowEdit *self);

const ZpBlock *zp_row_edit_get_table (ZpReport *report, int block);
int *zp_row_edit_get_places (ZpRowEdit *self, int block);
void zp_row_edit_put (ZpRowEdit *self, ZpCell cell, const char *text);
int zp_row_edit_append_row (ZpRowEdit *self, const ZpBlock *block);
void zp_row_edit_make_room (ZpRowEdit *self, const ZpBlock *block, int at);
char *zp_row_edit_get_key (ZpRowEdit *self, int block, int row);
gboolean zp_row_edit_is_key_of_another (ZpRowEdit *self, int block, int row, const char *key);

/* Owners. */
const ZpCellDef *zp_row_edit_get_owner (const ZpBlock *block, int owner_block);
gboolean zp_row_edit_lay_start_rows (ZpRowEdit *self, const ZpBlock *block, GError **error);
gboolean zp_row_edit_lay_owned_rows (
  ZpRowEdit *self, int owner, int row, const char *key, int depth, GError **error);

/* References. */
char *zp_row_edit_get_reference (ZpRowEdit *self, const ZpCellDef *def, int row);
void zp_row_edit_follow (ZpRowEdit *self);
char *zp_row_edit_follow_text (ZpRowEdit *self, const ZpCellDef *def, const char *text);
void zp_row_edit_rename (ZpRowEdit *self, ZpCell cell, const char *key, int depth);
void zp_row_edit_move_notes (ZpRowEdit *self);

G_END_DECLS
