/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines between cells, drawn by the sheet: borders of each cell would cost ten times as much. */
#include "app/sheet/zp-sheet-paint-private.h"
#include "app/sheet/zp-sheet-view-private.h"

#define INNER 0.09f
#define HEAD 0.12f
#define TOTAL 0.35f

/**
 * Pen: draws in the colour of the text, weaker.
 */
typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA color;
} Pen;

static Pen
pen_new (ZpSheetView *self, GtkSnapshot *snapshot, float opacity)
{
  Pen pen = { .snapshot = snapshot };

  zp_sheet_paint_get_color (GTK_WIDGET (self), NULL, &pen.color);
  pen.color.alpha *= opacity;
  return pen;
}

static void
draw (const Pen *pen, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (
    pen->snapshot, &pen->color,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static int
top_of (ZpSheetView *self, int row)
{
  return zp_sheet_view_get_heads_height (self) + row * self->geometry.row_height;
}

static gboolean
is_last (ZpSheetView *self, int row)
{
  return row == zp_sheet_count_rows (self->sheet) - 1;
}

static gboolean
is_total (ZpSheetView *self, int row)
{
  g_auto (ZpSheetRow) head = { 0 };

  zp_sheet_get_row (self->sheet, row, &head);
  return head.is_total;
}

static void
draw_below (ZpSheetView *self, const Pen *pen, int row)
{
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    {
      GdkRectangle area;

      if (zp_sheet_view_is_joined (self, row, column))
        continue;
      zp_sheet_view_get_cell_area (self, row, column, &area);
      draw (pen, area.x, area.y + area.height - 1, area.width, 1);
    }
}

static void
draw_beside (ZpSheetView *self, const Pen *pen, int column)
{
  GdkRectangle area;

  zp_sheet_view_get_cell_area (self, self->first, column, &area);
  draw (pen, area.x + area.width - 1, area.y, 1, self->n_shown * area.height);
}

/** zp_sheet_view_draw_grid: lines between the cells. */
void
zp_sheet_view_draw_grid (ZpSheetView *self, GtkSnapshot *snapshot)
{
  Pen pen = pen_new (self, snapshot, INNER);

  for (int row = self->first; row < self->first + self->n_shown; row++)
    if (!is_last (self, row))
      draw_below (self, &pen, row);
  for (int column = 0; column < zp_sheet_count_columns (self->sheet) - 1; column++)
    draw_beside (self, &pen, column);
}

/** zp_sheet_view_draw_row_head_grid: lines between the row heads, and those above totals. */
void
zp_sheet_view_draw_row_head_grid (ZpSheetView *self, GtkSnapshot *snapshot)
{
  int width = self->geometry.row_head;
  Pen pen = pen_new (self, snapshot, INNER);
  Pen strong = pen_new (self, snapshot, TOTAL);

  for (int row = self->first; row < self->first + self->n_shown; row++)
    {
      if (!is_last (self, row))
        draw (&pen, 0, top_of (self, row + 1) - 1, width, 1);
      if (is_total (self, row))
        draw (&strong, 0, top_of (self, row) - 1, zp_sheet_view_get_used_width (self), 1);
    }
  draw (&pen, width - 1, top_of (self, self->first), 1, self->n_shown * self->geometry.row_height);
}

static void
draw_head (ZpSheetView *self, const Pen *pen, int column, int top)
{
  const char *group = zp_sheet_get_column (self->sheet, column)->group;
  gboolean goes_on = column + 1 < zp_sheet_count_columns (self->sheet) && group != NULL &&
                     g_strcmp0 (group, zp_sheet_get_column (self->sheet, column + 1)->group) == 0;
  int above = goes_on ? self->geometry.group_height : 0;
  GdkRectangle area;

  zp_sheet_view_get_cell_area (self, 0, column, &area);
  if (column + 1 < zp_sheet_count_columns (self->sheet))
    draw (pen, area.x + area.width - 1, top + above, 1,
          zp_sheet_view_get_heads_height (self) - above);
  if (group != NULL)
    draw (pen, area.x, top + self->geometry.group_height - 1, area.width, 1);
}

/** zp_sheet_view_draw_head_grid: @top: of the heads; lines between and below them. */
void
zp_sheet_view_draw_head_grid (ZpSheetView *self, GtkSnapshot *snapshot, int top)
{
  int height = zp_sheet_view_get_heads_height (self);
  Pen pen = pen_new (self, snapshot, HEAD);

  if (height == 0)
    return;
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    draw_head (self, &pen, column, top);
  draw (&pen, self->geometry.row_head, top + height - 1,
        zp_sheet_view_get_used_width (self) - self->geometry.row_head, 1);
}

/** zp_sheet_view_draw_corner_grid: @top: of the heads; lines beside and below the corner. */
void
zp_sheet_view_draw_corner_grid (ZpSheetView *self, GtkSnapshot *snapshot, int top)
{
  int height = zp_sheet_view_get_heads_height (self);
  Pen pen = pen_new (self, snapshot, HEAD);

  if (height == 0)
    return;
  draw (&pen, self->geometry.row_head - 1, top, 1, height);
  draw (&pen, 0, top + height - 1, self->geometry.row_head - 1, 1);
}
