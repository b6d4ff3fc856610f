/* SPDX-License-Identifier: GPL-3.0-or-later
 * Placing the widgets of a sheet, and drawing them in their order: heads over cells. */
#include "app/sheet/zp-sheet-view-private.h"

#define RADIUS 0.57f
#define FRAME_OPACITY 0.18f

/* Of a text of several lines while it is written: rows, and em. */
#define LONG_TEXT_HEIGHT 3
#define LONG_TEXT_WIDTH 30

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  GtkAllocation area = { x, y, width, height };

  if (gtk_widget_get_child_visible (widget) && height > 0)
    gtk_widget_size_allocate (widget, &area, -1);
}

static int
edge_of (ZpSheetView *self, int column)
{
  return g_array_index (self->geometry.edges, int, column);
}

static int
left_of_columns (ZpSheetView *self)
{
  return self->geometry.row_head - (int) gtk_adjustment_get_value (self->scroll);
}

static void
place_slot (ZpSheetView *self, ZpSheetSlot *slot)
{
  int left = left_of_columns (self);
  int height = self->geometry.row_height;
  int y = zp_sheet_view_get_heads_height (self) + slot->row * height;

  place (slot->head, 0, y, self->geometry.row_head, height);
  for (guint i = 0; i < slot->cells->len; i++)
    {
      int x = edge_of (self, (int) i);

      place (g_ptr_array_index (slot->cells, i), left + x, y, edge_of (self, (int) i + 1) - x,
             height);
    }
}

/* Heads stay at the upper edge of the page while some of their rows are in sight. */
static int
top_of_heads (ZpSheetView *self)
{
  int lowest = zp_sheet_view_get_full_height (self) - zp_sheet_view_get_heads_height (self) -
               self->geometry.row_height;
  int top;
  int bottom;

  zp_sheet_view_get_sight (self, &top, &bottom);
  return CLAMP (top, 0, MAX (lowest, 0));
}

static void
place_heads (ZpSheetView *self)
{
  const ZpSheetGeometry *geometry = &self->geometry;
  int top = top_of_heads (self);
  int left = left_of_columns (self);
  int both = zp_sheet_view_get_heads_height (self);

  for (guint i = 0; i < self->heads->len; i++)
    {
      int x = edge_of (self, (int) i);
      int above =
        zp_sheet_get_column (self->sheet, (int) i)->group != NULL ? geometry->group_height : 0;

      place (g_ptr_array_index (self->heads, i), left + x, top + above,
             edge_of (self, (int) i + 1) - x, both - above);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZpSheetGroup *group = &g_array_index (self->groups, ZpSheetGroup, i);
      int x = edge_of (self, group->first);

      place (group->widget, left + x, top, edge_of (self, group->last + 1) - x,
             geometry->group_height);
    }
  place (self->corner, 0, top, geometry->row_head, both);
}

static gboolean
is_writing_long (ZpSheetView *self)
{
  return self->mode != ZP_SHEET_RESTING && self->row >= 0 &&
         zp_sheet_editor_is_long (ZP_SHEET_EDITOR (self->editor));
}

static int
long_height (ZpSheetView *self)
{
  return LONG_TEXT_HEIGHT * self->geometry.row_height;
}

/** zp_sheet_view_get_long_overhang: height that a text of several lines needs below the sheet. */
int
zp_sheet_view_get_long_overhang (ZpSheetView *self)
{
  int rest = (zp_sheet_count_rows (self->sheet) - self->row) * self->geometry.row_height;

  return is_writing_long (self) ? MAX (long_height (self) - rest, 0) : 0;
}

/* A text of several lines is written over the rows below. */
static void
widen_for_long_text (ZpSheetView *self, GdkRectangle *area)
{
  int width = zp_sheet_view_get_used_width (self);

  if (!is_writing_long (self))
    return;
  area->height = long_height (self);
  area->width = MIN (MAX (area->width, LONG_TEXT_WIDTH * self->geometry.em), width);
  area->x = MAX (MIN (area->x, width - area->width), 0);
}

static void
place_editors (ZpSheetView *self)
{
  GdkRectangle area;
  int minimum;

  if (self->editor == NULL || self->row < 0)
    return;
  zp_sheet_view_get_cell_area (self, self->row, self->column, &area);
  widen_for_long_text (self, &area);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, minimum);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL,
                      NULL);
  place (self->editor, area.x, area.y, area.width, MAX (area.height, minimum));
}

static void
place_range (ZpSheetView *self)
{
  int row;
  int column;
  int n_rows;
  int n_columns;
  GdkRectangle first;
  GdkRectangle last;

  gtk_widget_set_child_visible (self->range, zp_sheet_view_has_range (self));
  if (!zp_sheet_view_has_range (self))
    return;
  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  zp_sheet_view_get_cell_area (self, row, column, &first);
  zp_sheet_view_get_cell_area (self, row + n_rows - 1, column + n_columns - 1, &last);
  place (self->range, first.x, first.y, last.x + last.width - first.x,
         last.y + last.height - first.y);
}

static void
place_scrollbar (ZpSheetView *self, int width)
{
  gboolean overflows = zp_sheet_view_overflows (self, width);
  int left = self->geometry.row_head;
  int height;
  int top;
  int bottom;

  gtk_widget_set_child_visible (self->scrollbar, overflows);
  gtk_adjustment_configure (self->scroll, gtk_adjustment_get_value (self->scroll), 0,
                            MAX (zp_sheet_view_get_full_width (self) - left, width - left),
                            self->geometry.row_height, (double) (width - left) * 0.9, width - left);
  if (!overflows)
    return;
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  zp_sheet_view_get_sight (self, &top, &bottom);
  bottom = MIN (bottom, zp_sheet_view_get_full_height (self) + height);
  place (self->scrollbar, left, MAX (bottom - height, 0), MAX (width - left, height), height);
}

static void
place_hint (ZpSheetView *self, int width)
{
  int heads = zp_sheet_view_get_heads_height (self);
  int minimum;
  int height;

  gtk_widget_set_child_visible (self->hint, zp_sheet_count_rows (self->sheet) == 0);
  if (zp_sheet_count_rows (self->sheet) > 0)
    return;
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width - 2 * self->geometry.em, minimum);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  place (self->hint, self->geometry.em, heads, width, MAX (self->geometry.row_height, height));
}

static void
present_popovers (ZpSheetView *self)
{
  GtkWidget *popovers[] = { self->bubble, self->menu, (GtkWidget *) self->choices };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL)
      gtk_popover_present (GTK_POPOVER (popovers[i]));
}

/** zp_sheet_view_allocate: places everything. */
void
zp_sheet_view_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);

  zp_sheet_view_place_columns (self, width);
  place_scrollbar (self, width);
  for (guint i = 0; i < self->slots->len; i++)
    {
      ZpSheetSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row >= 0)
        place_slot (self, slot);
    }
  place_heads (self);
  place_range (self);
  place_editors (self);
  place_hint (self, width);
  present_popovers (self);
}

static void
draw_cells (ZpSheetView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      ZpSheetSlot *slot = g_ptr_array_index (self->slots, i);

      for (guint column = 0; slot->row >= 0 && column < slot->cells->len; column++)
        gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (slot->cells, column),
                                   snapshot);
    }
}

static void
draw_row_heads (ZpSheetView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      ZpSheetSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row >= 0)
        gtk_widget_snapshot_child (GTK_WIDGET (self), slot->head, snapshot);
    }
}

static void
draw_heads (ZpSheetView *self, GtkSnapshot *snapshot)
{
  int top = top_of_heads (self);

  if (self->geometry.head_height == 0)
    return;
  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->heads, i), snapshot);
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self),
                               g_array_index (self->groups, ZpSheetGroup, i).widget, snapshot);
  zp_sheet_view_draw_head_grid (self, snapshot, top);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->corner, snapshot);
  zp_sheet_view_draw_corner_grid (self, snapshot, top);
}

/* No higher than what is seen of it: a clip costs by its height. */
static void
get_frame (ZpSheetView *self, GskRoundedRect *frame)
{
  int radius = (int) (RADIUS * (float) self->geometry.em);
  graphene_rect_t bounds;
  int top;
  int bottom;

  zp_sheet_view_get_sight (self, &top, &bottom);
  top = MAX (top - 2 * radius, 0);
  bottom = MIN (bottom + 2 * radius, zp_sheet_view_get_full_height (self));
  bounds = GRAPHENE_RECT_INIT (0, (float) top, (float) zp_sheet_view_get_used_width (self),
                               (float) MAX (bottom - top, 0));
  gsk_rounded_rect_init_from_rect (frame, &bounds, (float) radius);
}

static void
draw_frame (ZpSheetView *self, GtkSnapshot *snapshot, const GskRoundedRect *frame)
{
  static const float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= FRAME_OPACITY;
  gtk_snapshot_append_border (snapshot, frame, widths, (GdkRGBA[4]){ color, color, color, color });
}

/** zp_sheet_view_snapshot: draws what is in sight. */
void
zp_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);
  GskRoundedRect frame;

  get_frame (self, &frame);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  draw_cells (self, snapshot);
  zp_sheet_view_draw_grid (self, snapshot);
  zp_sheet_view_draw_merged (self, snapshot);
  gtk_widget_snapshot_child (widget, self->range, snapshot);
  gtk_widget_snapshot_child (widget, self->hint, snapshot);
  draw_row_heads (self, snapshot);
  zp_sheet_view_draw_row_head_grid (self, snapshot);
  draw_heads (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_frame (self, snapshot, &frame);
  if (self->editor != NULL && self->row >= 0)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}
