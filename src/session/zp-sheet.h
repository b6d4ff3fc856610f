/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block of cells as a sheet to type in: its shape, and what each cell shows and says. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpSheetWidth: how wide a column has to be.
 */
typedef enum
{
  ZP_SHEET_WIDTH_MONEY,
  ZP_SHEET_WIDTH_RATE,
  ZP_SHEET_WIDTH_COUNT,
  ZP_SHEET_WIDTH_WORD,      /* a unit, a sign, a grade */
  ZP_SHEET_WIDTH_TEXT,      /* takes the rest */
  ZP_SHEET_WIDTH_LONG_TEXT, /* takes the rest, twice the share */
} ZpSheetWidth;

/**
 * ZpSheetColumn:
 * @label: head, with the unit where the sheet has several: 执行率 %
 * @group: (nullable): head over neighbouring columns with the same one
 */
typedef struct
{
  char *label;
  const char *group;
  ZpSheetWidth width;
  gboolean is_figure;
} ZpSheetColumn;

/**
 * ZpSheetRow:
 * @label: head of the row; for a table its number from 1
 * @indent: levels
 * @is_total: set bold, with a line above
 * @is_row: a row of a table that can be moved and removed
 */
typedef struct
{
  char *label;
  int indent;
  gboolean is_total;
  gboolean is_row;
} ZpSheetRow;

typedef enum
{
  ZP_CELL_LOOK_TYPED,
  ZP_CELL_LOOK_COMPUTED, /* grey: locked, may carry a declared figure */
  ZP_CELL_LOOK_NONE,     /* no cell here */
} ZpCellLook;

typedef enum
{
  ZP_CELL_FILL_TEXT,
  ZP_CELL_FILL_NOT_APPLICABLE, /* "—", centred */
  ZP_CELL_FILL_REQUIRED,       /* 待填 */
  ZP_CELL_FILL_EMPTY,
} ZpCellFill;

/**
 * ZpCellView: one cell as it is shown.
 * @text: figure or text in force, with U+2212 as minus; without its unit
 * @suffix: (nullable): unit, where it is not that of the column
 * @second: (nullable): 计算 68.95, where a declared figure differs from it
 * @spoken: row, column, figure with unit, kind, state
 * @tooltip: (nullable): what is wrong in words, or what the note says
 * @is_default: the text is what the formula gives while nothing is typed
 * @is_figure: stands at the right
 * @n_remarks: open ones on it
 */
typedef struct
{
  ZpCell cell;
  ZpCellLook look;
  ZpCellFill fill;
  ZpCellState state;
  gboolean is_default;
  gboolean is_figure;
  guint n_remarks;
  char *text;
  char *suffix;
  char *second;
  char *spoken;
  char *tooltip;
} ZpCellView;

void zp_cell_view_clear (ZpCellView *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpCellView, zp_cell_view_clear)

/**
 * ZpSheet: a block of fields is shown with one item a row. Rows of a table come and go: everything
 * is read anew after "changed" of the session.
 */
typedef struct _ZpSheet ZpSheet;

ZpSheet *zp_sheet_new (ZpSession *session, int block);
void zp_sheet_free (ZpSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSheet, zp_sheet_free)

ZpSession *zp_sheet_get_session (const ZpSheet *self);
const ZpBlock *zp_sheet_get_block (const ZpSheet *self);
char *zp_sheet_get_title (const ZpSheet *self);
char *zp_sheet_get_unit (const ZpSheet *self);
char *zp_sheet_get_corner (const ZpSheet *self);
gboolean zp_sheet_has_open_rows (const ZpSheet *self);
gboolean zp_sheet_has_groups (const ZpSheet *self);

int zp_sheet_count_columns (const ZpSheet *self);
int zp_sheet_count_rows (const ZpSheet *self);
const ZpSheetColumn *zp_sheet_get_column (const ZpSheet *self, int column);
void zp_sheet_get_row (const ZpSheet *self, int row, ZpSheetRow *out);
void zp_sheet_row_clear (ZpSheetRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpSheetRow, zp_sheet_row_clear)

gboolean zp_sheet_get_cell (const ZpSheet *self, int row, int column, ZpCell *out);
gboolean zp_sheet_find_cell (const ZpSheet *self, ZpCell cell, int *row, int *column);
gboolean zp_sheet_is_typed (const ZpSheet *self, int row, int column);
void zp_sheet_view (const ZpSheet *self, int row, int column, ZpCellView *out);
char *zp_sheet_get_entry (const ZpSheet *self, int row, int column);
char *zp_sheet_get_weight (const ZpSheet *self, int row, int column);

G_END_DECLS
