/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the rows and columns of a sheet stand. All sizes follow the size of the text. */
#include "app/sheet/zp-sheet-paint-private.h"
#include "app/sheet/zp-sheet-view-private.h"

#include <math.h>

/* Row heads reach to a line of the sheet that has the most columns. */
static int
place_row_head (ZpSheetView *self, int figure)
{
  const ZpSheetLines *lines = self->lines;
  int need = self->geometry.row_head_need;
  int width = lines->head;

  if (!zp_sheet_view_is_fixed (self) || lines->n_columns == 0)
    return need;
  while (width < need && figure > 0)
    width += figure;
  return width;
}

/* Columns of figures of all sheets of the page: as wide as the widest needs, and wider when there
 * is room. */
static int
find_figure_width (ZpSheetView *self, int width)
{
  const ZpSheetLines *lines = self->lines;
  int room;

  if (lines->n_columns == 0)
    return 0;
  room = (width - lines->head) / lines->n_columns;
  return MAX (lines->figure, MIN (room, zp_sheet_view_px (self, ZP_SHEET_FIGURE_WIDTH)));
}

static int
width_of (ZpSheetView *self, int column, int figure)
{
  const ZpSheetColumn *head = zp_sheet_get_column (self->sheet, column);
  int need = g_array_index (self->geometry.needs, int, column);

  if (zp_sheet_view_is_fixed (self) && head->is_figure)
    return MAX (need, figure);
  return MAX (need, zp_sheet_view_get_least_width (self, column));
}

static int
count_shares (ZpSheetView *self)
{
  int n = 0;

  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    n += zp_sheet_view_get_share (self, column);
  return n;
}

/* Texts take what is left, and give what is missing down to their least width. */
static int
share_of (ZpSheetView *self, int column, int width, int *rest, int *shares)
{
  int share = zp_sheet_view_get_share (self, column);
  int part;

  if (share == 0)
    return width;
  part = *rest * share / *shares;
  part = MAX (part, zp_sheet_view_get_least_width (self, column) - width);
  *rest -= part;
  *shares -= share;
  return width + part;
}

/** zp_sheet_view_place_columns: @width: of the page. */
void
zp_sheet_view_place_columns (ZpSheetView *self, int width)
{
  ZpSheetGeometry *geometry = &self->geometry;
  int n_columns = zp_sheet_count_columns (self->sheet);
  int figure = find_figure_width (self, width);
  int shares = count_shares (self);
  int rest = width;
  int edge = 0;

  geometry->row_head = place_row_head (self, figure);
  rest -= geometry->row_head;
  for (int column = 0; column < n_columns; column++)
    rest -= width_of (self, column, figure);
  g_array_set_size (geometry->edges, (guint) n_columns + 1);
  for (int column = 0; column < n_columns; column++)
    {
      g_array_index (geometry->edges, int, column) = edge;
      edge += share_of (self, column, width_of (self, column, figure), &rest, &shares);
    }
  g_array_index (geometry->edges, int, n_columns) = edge;
}

/** zp_sheet_view_get_natural_width: width in which nothing has to scroll. */
int
zp_sheet_view_get_natural_width (ZpSheetView *self)
{
  int width = self->geometry.row_head_need;

  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    width += g_array_index (self->geometry.needs, int, column);
  return width;
}

/** zp_sheet_view_get_full_width: of all columns, as they are placed. */
int
zp_sheet_view_get_full_width (ZpSheetView *self)
{
  const GArray *edges = self->geometry.edges;

  return edges->len == 0 ? 0 : self->geometry.row_head + g_array_index (edges, int, edges->len - 1);
}

/** zp_sheet_view_get_used_width: of the frame. */
int
zp_sheet_view_get_used_width (ZpSheetView *self)
{
  return MIN (zp_sheet_view_get_full_width (self), gtk_widget_get_width (GTK_WIDGET (self)));
}

/** zp_sheet_view_overflows: whether the sheet has to scroll inside its frame. */
gboolean
zp_sheet_view_overflows (ZpSheetView *self, int width)
{
  return zp_sheet_view_get_full_width (self) > width;
}

/** zp_sheet_view_get_heads_height: of column heads and group heads. */
int
zp_sheet_view_get_heads_height (ZpSheetView *self)
{
  return self->geometry.head_height + self->geometry.group_height;
}

/** zp_sheet_view_get_full_height: of heads and rows; an empty table has the height of one. */
int
zp_sheet_view_get_full_height (ZpSheetView *self)
{
  int n_rows = MAX (zp_sheet_count_rows (self->sheet), 1);

  return zp_sheet_view_get_heads_height (self) + n_rows * self->geometry.row_height;
}

/** zp_sheet_view_get_cell_area: where a cell stands in the view, scrolled away or not. */
void
zp_sheet_view_get_cell_area (ZpSheetView *self, int row, int column, GdkRectangle *area)
{
  const ZpSheetGeometry *geometry = &self->geometry;
  const int *edges = (const int *) (void *) geometry->edges->data;

  area->x = geometry->row_head + edges[column] - (int) gtk_adjustment_get_value (self->scroll);
  area->width = edges[column + 1] - edges[column];
  area->y = zp_sheet_view_get_heads_height (self) + row * geometry->row_height;
  area->height = geometry->row_height;
}

static int
find_column (ZpSheetView *self, double x)
{
  const GArray *edges = self->geometry.edges;
  double inside = x - self->geometry.row_head + gtk_adjustment_get_value (self->scroll);

  for (guint i = 1; i < edges->len; i++)
    if (inside < g_array_index (edges, int, i))
      return (int) i - 1;
  return (int) edges->len - 2;
}

/** zp_sheet_view_find_spot: what is at that place; beyond the sheet the nearest. */
ZpSheetSpot
zp_sheet_view_find_spot (ZpSheetView *self, double x, double y)
{
  int heads = zp_sheet_view_get_heads_height (self);
  int n_rows = zp_sheet_count_rows (self->sheet);
  ZpSheetSpot spot = { -1, -1 };
  int top;
  int bottom;

  zp_sheet_view_get_sight (self, &top, &bottom);
  if (x >= self->geometry.row_head)
    spot.column = find_column (self, x);
  if (y >= MAX (top, 0) + heads)
    spot.row = MIN ((int) (y - heads) / self->geometry.row_height, n_rows - 1);
  return spot;
}
