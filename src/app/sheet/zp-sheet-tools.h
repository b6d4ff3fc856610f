/* SPDX-License-Identifier: GPL-3.0-or-later
 * Buttons for the rows of a table: add, move, duplicate, remove. */
#pragma once

#include "app/sheet/zp-sheet-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_SHEET_TOOLS (zp_sheet_tools_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetTools, zp_sheet_tools, ZP, SHEET_TOOLS, GtkWidget)

GtkWidget *zp_sheet_tools_new (ZpSheetView *view);
void zp_sheet_tools_focus (ZpSheetTools *self);

G_END_DECLS
