/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a cell is drawn. */
#pragma once

#include "app/sheet/zp-sheet-cell-private.h"

G_BEGIN_DECLS

/**
 * ZpSheetCell:
 * @spoken: what a screen reader was told last
 * @layout @second_layout: made when they are first drawn or measured; @layout_width: for which
 * width
 */
struct _ZpSheetCell
{
  GtkWidget parent;
  char *text;
  char *suffix;
  char *second;
  char *spoken;
  ZpCellFill fill;
  ZpCellState state;
  ZpSheetMark marks;
  float xalign;
  int indent;
  gboolean is_figure;
  gboolean is_invalid;
  gboolean is_hidden;
  gboolean has_remark;
  PangoLayout *layout;
  PangoLayout *second_layout;
  int layout_width;
};

void zp_sheet_paint (ZpSheetCell *self, GtkSnapshot *snapshot);
int zp_sheet_paint_measure (ZpSheetCell *self);
void zp_sheet_paint_sign (ZpSheetCell *self, GtkSnapshot *snapshot, float middle);
void zp_sheet_paint_remark (ZpSheetCell *self, GtkSnapshot *snapshot);
int zp_sheet_paint_get_sign_width (ZpSheetCell *self);
void zp_sheet_paint_get_color (GtkWidget *widget, const char *name, GdkRGBA *color);
void zp_sheet_paint_layout (
  GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color);
int zp_sheet_paint_get_em (GtkWidget *widget);

G_END_DECLS
