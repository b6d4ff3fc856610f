/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows are in sight: those alone have widgets, filled anew when others come. */
#include "app/sheet/zp-sheet-view-private.h"

/* Rows that are ready beyond the edges. */
#define MARGIN 3

/* At most, of what stands above a sheet, in em. */
#define TITLE_HEIGHT 10

/* Shown before the page is known. */
#define FIRST_ROWS 24

/* From the upper edge of what is scrolled, its padding counted. */
static int
offset_in_page (ZpSheetView *self)
{
  graphene_rect_t page;
  double x;
  double y;

  if (self->content == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), self->content, 0, 0, &x, &y) ||
      !gtk_widget_compute_bounds (self->content, self->content, &page))
    return 0;
  return (int) (y - (double) page.origin.y);
}

/** zp_sheet_view_get_sight: (out): part of the view that the page shows. */
void
zp_sheet_view_get_sight (ZpSheetView *self, int *top, int *bottom)
{
  *top = 0;
  *bottom = zp_sheet_view_get_heads_height (self) + FIRST_ROWS * self->geometry.row_height;
  if (self->outer == NULL || gtk_adjustment_get_page_size (self->outer) < 1)
    return;
  *top = (int) gtk_adjustment_get_value (self->outer) - offset_in_page (self);
  *bottom = *top + (int) gtk_adjustment_get_page_size (self->outer);
}

static void
find_rows (ZpSheetView *self, int *first, int *n_shown)
{
  int height = MAX (self->geometry.row_height, 1);
  int n_rows = zp_sheet_count_rows (self->sheet);
  int heads = zp_sheet_view_get_heads_height (self);
  int top;
  int bottom;
  int last;

  zp_sheet_view_get_sight (self, &top, &bottom);
  *first = CLAMP ((top - heads) / height - MARGIN, 0, n_rows);
  last = CLAMP ((bottom - heads) / height + MARGIN + 1, 0, n_rows);
  *n_shown = MAX (last - *first, 0);
}

static void
fill_cell (ZpSheetView *self, int row, int column, ZpSheetCell *cell)
{
  ZpSheetWidth width = zp_sheet_get_column (self->sheet, column)->width;
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view (self->sheet, row, column, &view);
  zp_sheet_cell_set_view (cell, &view, width);
  self->n_filled++;
  if (zp_sheet_view_note_need (self, column, zp_sheet_cell_get_needed_width (cell)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
fill_head (ZpSheetView *self, int row, ZpSheetCell *head)
{
  g_auto (ZpSheetRow) label = { 0 };

  zp_sheet_get_row (self->sheet, row, &label);
  zp_sheet_cell_set_head (head, label.label, zp_sheet_has_open_rows (self->sheet) ? 0.5f : 0.0f,
                          label.indent);
}

static void
fill_slot (ZpSheetView *self, ZpSheetSlot *slot, int row)
{
  slot->row = row;
  fill_head (self, row, ZP_SHEET_CELL (slot->head));
  for (guint column = 0; column < slot->cells->len; column++)
    fill_cell (self, row, (int) column, g_ptr_array_index (slot->cells, column));
}

static void
fill_rows (ZpSheetView *self, gboolean all)
{
  for (int row = self->first; row < self->first + self->n_shown; row++)
    {
      ZpSheetSlot *slot = g_ptr_array_index (self->slots, (guint) row % self->slots->len);

      if (all || slot->row != row)
        fill_slot (self, slot, row);
    }
}

static gboolean
is_in_columns_shown (ZpSheetView *self, const GdkRectangle *area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width == 0 || (area->x + area->width > self->geometry.row_head && area->x < width);
}

/** zp_sheet_view_is_cursor_in_sight: whether the page shows something of the current cell. */
gboolean
zp_sheet_view_is_cursor_in_sight (ZpSheetView *self)
{
  GdkRectangle area;
  int top;
  int bottom;

  if (self->row < 0 || self->geometry.edges->len == 0)
    return FALSE;
  zp_sheet_view_get_cell_area (self, self->row, self->column, &area);
  zp_sheet_view_get_sight (self, &top, &bottom);
  return area.y + area.height > top && area.y < bottom && is_in_columns_shown (self, &area);
}

/* What is said of a cell goes away with it: it would point beyond the window. */
static void
hush_out_of_sight (ZpSheetView *self)
{
  if (!zp_sheet_view_is_cursor_in_sight (self))
    zp_sheet_view_hush (self);
}

/** zp_sheet_view_on_scrolled_across: other columns of the sheet came into sight. */
void
zp_sheet_view_on_scrolled_across (ZpSheetView *self)
{
  hush_out_of_sight (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Gives the rows in sight their widgets; whether they are others now. */
static gboolean
show_rows (ZpSheetView *self, gboolean all)
{
  int first = self->first;
  int n_shown = self->n_shown;

  find_rows (self, &self->first, &self->n_shown);
  zp_sheet_view_grow_slots (self);
  fill_rows (self, all);
  zp_sheet_view_hide_slots (self);
  return first != self->first || n_shown != self->n_shown;
}

/** zp_sheet_view_update_sight: fills the rows that came into sight since the last time. */
void
zp_sheet_view_update_sight (ZpSheetView *self)
{
  show_rows (self, FALSE);
  zp_sheet_view_mark (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** zp_sheet_view_refill: reads anew what is in sight; only what is another now is drawn anew. */
void
zp_sheet_view_refill (ZpSheetView *self)
{
  if (show_rows (self, TRUE))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  zp_sheet_view_fill_heads (self);
  zp_sheet_view_mark (self);
}

static void
scroll_to (GtkAdjustment *adjustment, int start, int end, int covered)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (start - covered < value)
    gtk_adjustment_set_value (adjustment, start - covered);
  else if (end > value + page)
    gtk_adjustment_set_value (adjustment, end - page);
}

/* With the first row one sees what stands above the sheet. */
static int
covered_above (ZpSheetView *self, int row, int offset)
{
  int heads = zp_sheet_view_get_heads_height (self);

  return row == 0 ? heads + MIN (offset, TITLE_HEIGHT * self->geometry.em) : heads;
}

static gboolean
is_laid_out (ZpSheetView *self)
{
  return self->geometry.edges->len > 0 && self->outer != NULL &&
         gtk_adjustment_get_page_size (self->outer) > 0;
}

/** zp_sheet_view_reveal: scrolls so that a cell is in sight. */
void
zp_sheet_view_reveal (ZpSheetView *self, int row, int column)
{
  GdkRectangle area;
  int inside;
  int offset;

  self->is_reveal_due = !is_laid_out (self);
  if (self->geometry.edges->len == 0)
    return;
  zp_sheet_view_get_cell_area (self, row, column, &area);
  inside = area.x + (int) gtk_adjustment_get_value (self->scroll) - self->geometry.row_head;
  scroll_to (self->scroll, inside, inside + area.width, 0);
  if (self->outer == NULL)
    return;
  offset = offset_in_page (self);
  scroll_to (self->outer, area.y + offset,
             area.y + offset + area.height + self->geometry.row_height / 2,
             covered_above (self, row, offset));
}

/**
 * zp_sheet_view_bring_back: scrolls back to the current cell when it was scrolled away.
 *
 * Returns: TRUE when it was; what is to stand beside it then waits for the next key, since the cell
 * has its place only with the next frame
 */
gboolean
zp_sheet_view_bring_back (ZpSheetView *self)
{
  if (zp_sheet_view_is_cursor_in_sight (self))
    return FALSE;
  zp_sheet_view_reveal (self, self->row, self->column);
  return TRUE;
}

/* In a page that is @height high. */
static gboolean
is_in_sight (ZpSheetView *self, double height)
{
  double value = gtk_adjustment_get_value (self->outer);
  GdkRectangle area;
  int top;

  zp_sheet_view_get_cell_area (self, self->row, self->column, &area);
  top = area.y + offset_in_page (self);
  return top >= value && top + area.height <= value + height;
}

/* In a page that was just made nothing can be scrolled to yet. Later the bar below it grows with
 * what it says, and must not cover the cell. */
static void
keep_in_sight (ZpSheetView *self)
{
  double before = self->page_height;

  if (!is_laid_out (self))
    return;
  self->page_height = gtk_adjustment_get_page_size (self->outer);
  if (self->row < 0 || !self->has_focus)
    return;
  if (self->is_reveal_due || (self->page_height < before && is_in_sight (self, before)))
    zp_sheet_view_reveal (self, self->row, self->column);
}

static gboolean
update_soon (gpointer data)
{
  ZpSheetView *self = ZP_SHEET_VIEW (data);

  self->sight_idle = 0;
  keep_in_sight (self);
  zp_sheet_view_update_sight (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (ZpSheetView *self)
{
  if (self->sight_idle == 0)
    self->sight_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_soon, self, NULL);
}

/* New widgets must not be made while others are being placed. When the page itself changes, it is
 * just being placed: what a widget asks for then is forgotten by those around it. */
static void
on_scrolled (ZpSheetView *self)
{
  int first;
  int n_shown;

  hush_out_of_sight (self);
  if (self->sight_idle != 0)
    return;
  find_rows (self, &first, &n_shown);
  if (n_shown > (int) self->slots->len)
    queue_update (self);
  else
    zp_sheet_view_update_sight (self);
}

static void
stop_following (ZpSheetView *self)
{
  if (self->outer != NULL)
    g_signal_handlers_disconnect_by_data (self->outer, self);
  g_clear_object (&self->outer);
  self->content = NULL;
  g_clear_handle_id (&self->sight_idle, g_source_remove);
}

/**
 * zp_sheet_view_follow_page:
 * @follow: whether the page that scrolls the view is watched
 */
void
zp_sheet_view_follow_page (ZpSheetView *self, gboolean follow)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *child;

  stop_following (self);
  if (!follow || scrolled == NULL)
    return;
  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  self->content = GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
  self->outer = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_signal_connect_swapped (self->outer, "value-changed", G_CALLBACK (on_scrolled), self);
  g_signal_connect_swapped (self->outer, "changed", G_CALLBACK (queue_update), self);
  queue_update (self);
}
