/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell in sight: a light widget that only draws and is spoken. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-sheet.h"

G_BEGIN_DECLS

/**
 * ZpSheetMark: what a cell is besides what its content says; each has a class in the style sheet.
 * @ZP_SHEET_MARK_CROSS: a head of the current row or column
 */
typedef enum
{
  ZP_SHEET_MARK_HEAD = 1 << 0,
  ZP_SHEET_MARK_GROUP = 1 << 1,
  ZP_SHEET_MARK_ROW_HEAD = 1 << 2,
  ZP_SHEET_MARK_CROSS = 1 << 3,
  ZP_SHEET_MARK_TOTAL = 1 << 4,
  ZP_SHEET_MARK_COMPUTED = 1 << 5,
  ZP_SHEET_MARK_SELECTED = 1 << 6,
  ZP_SHEET_MARK_WARNING = 1 << 7,
  ZP_SHEET_MARK_ERROR = 1 << 8,
  ZP_SHEET_MARK_CURRENT = 1 << 9,
  ZP_SHEET_MARK_FOCUSED = 1 << 10,
  ZP_SHEET_MARK_POINTED = 1 << 11,
} ZpSheetMark;

#define ZP_TYPE_SHEET_CELL (zp_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetCell, zp_sheet_cell, ZP, SHEET_CELL, GtkWidget)

GtkWidget *zp_sheet_cell_new (GtkAccessibleRole role);
void zp_sheet_cell_set_view (ZpSheetCell *self, ZpCellView *view, ZpSheetWidth width);
void zp_sheet_cell_set_head (ZpSheetCell *self, const char *label, float xalign, int indent);
void zp_sheet_cell_set_marks (ZpSheetCell *self, ZpSheetMark marks);
void zp_sheet_cell_set_hidden (ZpSheetCell *self, gboolean hidden);
const char *zp_sheet_cell_get_text (ZpSheetCell *self);
ZpCellState zp_sheet_cell_get_state (ZpSheetCell *self);
int zp_sheet_cell_get_needed_width (ZpSheetCell *self);

G_END_DECLS
