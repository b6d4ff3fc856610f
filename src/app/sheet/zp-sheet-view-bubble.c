/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sentence below the current cell: why an entry was refused, why a cell is locked. */
#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/sheet/zp-sheet-view-private.h"

#define MAX_CHARACTERS 44

/** zp_sheet_view_get_bounds: @bounds: (out): the current cell in the view; empty without one. */
void
zp_sheet_view_get_bounds (ZpSheetView *self, GdkRectangle *bounds)
{
  g_return_if_fail (ZP_IS_SHEET_VIEW (self) && bounds != NULL);

  *bounds = (GdkRectangle){ 0 };
  if (self->row >= 0 && self->geometry.edges->len > 0)
    zp_sheet_view_get_cell_area (self, self->row, self->column, bounds);
}

/** zp_sheet_view_point_popover: at the current cell. */
void
zp_sheet_view_point_popover (ZpSheetView *self, GtkWidget *popover)
{
  GdkRectangle area;

  zp_sheet_view_get_bounds (self, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
}

static GtkWidget *
make_bubble (void)
{
  GtkWidget *bubble = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARACTERS);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_popover_set_child (GTK_POPOVER (bubble), label);
  gtk_popover_set_position (GTK_POPOVER (bubble), GTK_POS_BOTTOM);
  gtk_popover_set_autohide (GTK_POPOVER (bubble), FALSE);
  gtk_widget_set_can_focus (bubble, FALSE);
  gtk_widget_add_css_class (bubble, "zp-bubble");
  return bubble;
}

/* A dialog over the window would have the sentence on top of it. */
static void
on_active_changed (GtkWindow *window, GParamSpec *pspec, gpointer data)
{
  if (!gtk_window_is_active (window))
    zp_sheet_view_hush (ZP_SHEET_VIEW (data));
}

/**
 * zp_sheet_view_say: shows @text below the current cell until something is typed or moved, or the
 * cell is scrolled away. When it is away already, the text comes at the lower edge of the window.
 */
void
zp_sheet_view_say (ZpSheetView *self, const char *text)
{
  if (!zp_sheet_view_is_cursor_in_sight (self))
    {
      zp_toast_show (GTK_WIDGET (self), text, NULL, NULL);
      return;
    }
  if (self->bubble == NULL)
    {
      self->bubble = make_bubble ();
      gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
      g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::is-active",
                               G_CALLBACK (on_active_changed), self, 0);
    }
  zp_say_in_popover (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->bubble))), text);
  zp_sheet_view_point_popover (self, self->bubble);
  gtk_popover_popup (GTK_POPOVER (self->bubble));
}

/** zp_sheet_view_hush: takes the sentence away. */
void
zp_sheet_view_hush (ZpSheetView *self)
{
  if (self->bubble != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->bubble));
}
