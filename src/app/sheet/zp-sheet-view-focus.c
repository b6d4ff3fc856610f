/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keyboard comes to a sheet and leaves it. */
#include "app/sheet/zp-sheet-view-private.h"

/** zp_sheet_view_grab_focus: the keys go to the current cell; without one, to the first. */
gboolean
zp_sheet_view_grab_focus (GtkWidget *widget)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);

  if (zp_sheet_count_rows (self->sheet) == 0)
    return FALSE;
  if (self->row < 0)
    zp_sheet_view_enter (self, TRUE);
  else
    zp_sheet_view_focus_cell (self);
  return TRUE;
}

/**
 * zp_sheet_view_take_focus:
 *
 * Tab is answered by the sheet itself; coming from elsewhere the current cell gets the focus. In a
 * menu that hangs on the sheet the keyboard stays in it.
 */
gboolean
zp_sheet_view_take_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  return !self->has_focus && zp_sheet_view_grab_focus (widget);
}

static void
on_focus_entered (ZpSheetView *self)
{
  self->has_focus = TRUE;
  zp_sheet_view_mark (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

/* What was typed is taken over; when it is refused it stays, and says why. */
static void
on_focus_left (ZpSheetView *self)
{
  self->has_focus = FALSE;
  zp_sheet_view_commit (self);
  zp_sheet_view_stop_offering (self);
  zp_sheet_view_mark (self);
}

/** zp_sheet_view_watch_focus: lets the view hear of the keyboard. */
void
zp_sheet_view_watch_focus (ZpSheetView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
