/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pointer: a click makes a cell the current one, a drag chooses a range. */
#include "app/sheet/zp-sheet-view-private.h"

#include <math.h>

static gboolean
is_in_editor (ZpSheetView *self, double x, double y)
{
  graphene_rect_t bounds;

  return self->mode != ZP_SHEET_RESTING && self->editor != NULL &&
         gtk_widget_compute_bounds (self->editor, GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static gboolean
is_inside (ZpSheetView *self, double x, double y)
{
  return x < zp_sheet_view_get_used_width (self) && y < zp_sheet_view_get_full_height (self) &&
         zp_sheet_count_rows (self->sheet) > 0;
}

/* A head stands for its whole row or column, the corner for the sheet. */
static void
press_head (ZpSheetView *self, ZpSheetSpot spot)
{
  zp_sheet_view_select (self, MAX (spot.row, 0), MAX (spot.column, 0),
                        spot.row < 0 ? G_MAXINT32 : spot.row,
                        spot.column < 0 ? G_MAXINT16 : spot.column);
}

static void
press_cell (ZpSheetView *self, ZpSheetSpot spot, int n_press, GdkModifierType modifiers)
{
  gboolean is_current = spot.row == self->row && spot.column == self->column;

  if (is_current && n_press > 1)
    zp_sheet_view_begin_edit (self);
  else if (!is_current || zp_sheet_view_has_range (self))
    zp_sheet_view_move_to (self, spot.row, spot.column, (modifiers & GDK_SHIFT_MASK) != 0);
}

static void
on_pressed (ZpSheetView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  ZpSheetSpot spot = zp_sheet_view_find_spot (self, x, y);

  if (is_in_editor (self, x, y) || !is_inside (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (spot.row < 0 || spot.column < 0)
    press_head (self, spot);
  else
    press_cell (self, spot, n_press, modifiers);
  zp_sheet_view_focus_cell (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_dragged (ZpSheetView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  ZpSheetSpot start;
  ZpSheetSpot spot;
  double x;
  double y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || self->mode != ZP_SHEET_RESTING)
    return;
  start = zp_sheet_view_find_spot (self, x, y);
  spot = zp_sheet_view_find_spot (self, x + dx, y + dy);
  if (start.row < 0 || start.column < 0 || spot.row < 0 || spot.column < 0 ||
      (spot.row == self->end_row && spot.column == self->end_column))
    return;
  zp_sheet_view_move_to (self, spot.row, spot.column, TRUE);
}

static void
on_menu_pressed (ZpSheetView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  ZpSheetSpot spot = zp_sheet_view_find_spot (self, x, y);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (is_in_editor (self, x, y) || !is_inside (self, x, y) || spot.row < 0 || spot.column < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!zp_sheet_view_has_range (self) &&
      !zp_sheet_view_move_to (self, spot.row, spot.column, FALSE))
    return;
  zp_sheet_view_focus_cell (self);
  zp_sheet_view_popup_menu (self, &at);
}

/* The wheel turned sideways scrolls a wide sheet; up and down is the page's. */
static gboolean
on_scroll (ZpSheetView *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  double by = (modifiers & GDK_SHIFT_MASK) != 0 ? dy : dx;

  if (fabs (by) < 0.001 ||
      !zp_sheet_view_overflows (self, gtk_widget_get_width (GTK_WIDGET (self))))
    return FALSE;
  gtk_adjustment_set_value (self->scroll, gtk_adjustment_get_value (self->scroll) +
                                            by * 2 * self->geometry.row_height);
  return TRUE;
}

static gboolean
on_query_tooltip (
  ZpSheetView *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  ZpSheetSpot spot = zp_sheet_view_find_spot (self, x, y);
  g_auto (ZpCellView) view = { 0 };
  GdkRectangle area;

  if (by_keyboard)
    spot = (ZpSheetSpot){ self->row, self->column };
  if (spot.row < 0 || spot.column < 0 || (!by_keyboard && !is_inside (self, x, y)))
    return FALSE;
  zp_sheet_view (self->sheet, spot.row, spot.column, &view);
  if (view.tooltip == NULL)
    return FALSE;
  zp_sheet_view_get_cell_area (self, spot.row, spot.column, &area);
  gtk_tooltip_set_text (tooltip, view.tooltip);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static GtkGesture *
add_click (ZpSheetView *self, guint button, GCallback pressed)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", pressed, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  return click;
}

/** zp_sheet_view_add_pointer: lets the view hear of the pointer. */
void
zp_sheet_view_add_pointer (ZpSheetView *self)
{
  GtkGesture *click = add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_pressed));
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (on_menu_pressed));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_dragged), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}
