/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures and texts of cells as a window shows and says them. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/** What stands before a figure below zero, in a window: U+2212. */
#define ZP_SHEET_MINUS "−"

gboolean zp_sheet_figure_is_figure (const ZpCellDef *def);
char *zp_sheet_figure_show_number (ZpDecimal number, int min_places, int max_places);
char *zp_sheet_figure_show_text (const char *figure);
char *zp_sheet_figure_show (const ZpPack *pack, const ZpCellDef *def, const ZpCellContent *content);
const char *zp_sheet_figure_get_unit (ZpReport *report, ZpCell cell);
char *zp_sheet_figure_add_unit (const char *figure, const char *unit);
char *zp_sheet_figure_say (ZpReport *report, ZpCell cell, const ZpCellContent *content);
char *zp_sheet_figure_say_difference (const char *figure, const char *unit);
char *zp_sheet_render_label (ZpReport *report, const ZpPhrase *label);
char *zp_sheet_get_row_name (ZpReport *report, ZpCell cell, gboolean with_number);
char *zp_sheet_get_column_name (ZpReport *report, ZpCell cell);
char *zp_sheet_get_cell_name (ZpReport *report, ZpCell cell);

G_END_DECLS
