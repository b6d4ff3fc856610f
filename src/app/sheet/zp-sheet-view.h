/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet of cells to type in, with the keyboard alone. */
#pragma once

#include <gtk/gtk.h>

#include "app/sheet/zp-sheet-lines.h"
#include "session/zp-sheet.h"

G_BEGIN_DECLS

/**
 * ZpSheetView: shows only the cells in sight, whatever the size of the sheet.
 *
 * Signals:
 * - "cursor-moved": another cell or range is current, or the current one has the keyboard now.
 * - "rows-changed": rows came or went, or the report was locked or unlocked.
 * - "left" (gboolean forward): Tab beyond the last cell to be typed, Shift+Tab before the first.
 * - "paste-planned" (ZpClipPlan *): a paste that changes or leaves out something; the plan goes to
 *   the handler.
 */
#define ZP_TYPE_SHEET_VIEW (zp_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetView, zp_sheet_view, ZP, SHEET_VIEW, GtkWidget)

GtkWidget *zp_sheet_view_new (ZpSession *session, int block);
GtkWidget *zp_sheet_view_new_with_lines (ZpSession *session, int block, ZpSheetLines *lines);
ZpSheet *zp_sheet_view_get_sheet (ZpSheetView *self);
gboolean zp_sheet_view_get_cell (ZpSheetView *self, ZpCell *cell);
void
zp_sheet_view_get_range (ZpSheetView *self, int *row, int *column, int *n_rows, int *n_columns);
gboolean zp_sheet_view_go_to (ZpSheetView *self, ZpCell cell);
void zp_sheet_view_enter (ZpSheetView *self, gboolean forward);
gboolean zp_sheet_view_press (ZpSheetView *self, guint key, GdkModifierType modifiers);
void zp_sheet_view_paste_text (ZpSheetView *self, const char *text, gboolean always_show);
gboolean zp_sheet_view_commit (ZpSheetView *self);
void zp_sheet_view_get_bounds (ZpSheetView *self, GdkRectangle *bounds);
void zp_sheet_view_drop_cursor (ZpSheetView *self);
gboolean zp_sheet_view_has_typed (ZpSheetView *self);
gboolean zp_sheet_view_can (ZpSheetView *self, const char *action);

/* For tests. */
guint zp_sheet_view_count_widgets (ZpSheetView *self);
guint zp_sheet_view_count_filled (ZpSheetView *self);

G_END_DECLS
