/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short messages at the foot of the window. */
#include "app/common/zp-toast.h"

#define SECONDS 5
#define LAST "zp-last-toast"

static AdwToastOverlay *
find_below (GtkWidget *widget)
{
  AdwToastOverlay *found = NULL;

  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);
  return found;
}

/* A dialog has no place for messages; they are shown in the window it belongs to. */
static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *above = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (from));
  AdwToastOverlay *below = NULL;

  if (above != NULL)
    return ADW_TOAST_OVERLAY (above);
  while (below == NULL && GTK_IS_WINDOW (window))
    {
      below = find_below (window);
      window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window)));
    }
  return below;
}

static void
dismiss_last (AdwToastOverlay *overlay)
{
  AdwToast *last = g_object_get_data (G_OBJECT (overlay), LAST);

  if (last != NULL)
    adw_toast_dismiss (last);
}

static void
forget (AdwToast *toast, gpointer data)
{
  if (g_object_get_data (G_OBJECT (data), LAST) == toast)
    g_object_set_data (G_OBJECT (data), LAST, NULL);
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
  AdwToastOverlay *overlay = find_overlay (from);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    {
      g_message ("%s", text);
      return;
    }
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, SECONDS);
  if (button != NULL)
    adw_toast_set_button_label (toast, button);
  if (action != NULL)
    adw_toast_set_detailed_action_name (toast, action);
  dismiss_last (overlay);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget), overlay, 0);
  g_object_set_data (G_OBJECT (overlay), LAST, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}

/** zp_toast_show_error: says what went wrong; nothing when @error is %NULL. */
void
zp_toast_show_error (GtkWidget *from, const GError *error)
{
  if (error != NULL)
    zp_toast_show (from, error->message, NULL, NULL);
}
