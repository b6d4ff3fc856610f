/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short messages at the foot of the window. */
#include "app/common/zp-toast.h"

#include "app/common/zp-announce.h"
#include "app/common/zp-toast-overlay.h"

static ZpToastOverlay *
find_below (GtkWidget *widget)
{
  ZpToastOverlay *found = NULL;

  if (ZP_IS_TOAST_OVERLAY (widget))
    return ZP_TOAST_OVERLAY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);
  return found;
}

/* A dialog has no place for messages; they are shown in the window it belongs to. */
static ZpToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *above = gtk_widget_get_ancestor (from, ZP_TYPE_TOAST_OVERLAY);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (from));
  ZpToastOverlay *below = NULL;

  if (above != NULL)
    return ZP_TOAST_OVERLAY (above);
  while (below == NULL && GTK_IS_WINDOW (window))
    {
      below = find_below (window);
      window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window)));
    }
  return below;
}

/**
 * zp_toast_show:
 * @from: any widget in a window, or a window
 * @text: what was done, the verb first
 * @button: (nullable): word on a button
 * @action: (nullable): detailed name of the action of that button
 *
 * Shows a message for five seconds, in place of the one before.
 */
void
zp_toast_show (GtkWidget *from, const char *text, const char *button, const char *action)
{
  ZpToastOverlay *overlay = find_overlay (from);

  if (overlay == NULL)
    {
      g_message ("%s", text);
      return;
    }
  zp_toast_overlay_show (overlay, text, button, action);
  zp_announce (GTK_WIDGET (overlay), text);
}

/** zp_toast_show_error: says what went wrong; nothing when @error is %NULL. */
void
zp_toast_show_error (GtkWidget *from, const GError *error)
{
  if (error != NULL)
    zp_toast_show (from, error->message, NULL, NULL);
}
