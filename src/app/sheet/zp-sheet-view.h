/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet of cells to type in, with the keyboard alone. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-sheet.h"

G_BEGIN_DECLS

/**
 * ZpSheetView: shows only the cells in sight, whatever the size of the sheet.
 *
 * Signals:
 * - "cursor-moved": another cell or range is current.
 * - "left" (gboolean forward): Tab beyond the last cell to be typed, Shift+Tab before the first.
 * - "paste-planned" (ZpClipPlan *): a paste that changes or leaves out something; the plan goes to
 *   the handler.
 */
#define ZP_TYPE_SHEET_VIEW (zp_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetView, zp_sheet_view, ZP, SHEET_VIEW, GtkWidget)

GtkWidget *zp_sheet_view_new (ZpSession *session, int block);
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

G_END_DECLS
