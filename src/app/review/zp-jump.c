/* SPDX-License-Identifier: GPL-3.0-or-later
 * A button in a dialog that leads to a place in the window. */
#include "app/review/zp-jump.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

typedef struct
{
  char *action;
  char *target;
} Jump;

static void
jump_free (gpointer data, GClosure *closure)
{
  Jump *self = data;

  g_free (self->action);
  g_free (self->target);
  g_free (self);
}

/* A dialog that holds up the window goes before that is asked to show something. */
static void
on_clicked (GtkWidget *button, const Jump *jump)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (dialog));
  g_autofree char *action = g_strdup (jump->action);
  g_autofree char *target = g_strdup (jump->target);

  if (gtk_window_get_modal (dialog))
    gtk_window_close (dialog);
  if (window != NULL)
    gtk_widget_activate_action (window, action, "s", target);
}

/**
 * zp_jump_new_for:
 * @word: on the button
 * @name: of what it is about, for a screen reader
 * @action: of the window below the dialog; takes @target
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
zp_jump_new_for (const char *word, const char *name, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (word);
  g_autofree char *spoken =
    g_strdup_printf (C_ ("a button and its object", "%1$s: %2$s"), word, name);
  Jump *jump = g_new0 (Jump, 1);

  jump->action = g_strdup (action);
  jump->target = g_strdup (target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  zp_set_label (button, spoken);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), jump, jump_free, 0);
  return button;
}

/** zp_jump_new: (transfer floating): leads to a cell, a passage or a place. */
GtkWidget *
zp_jump_new (const char *target, const char *name)
{
  return zp_jump_new_for (C_ ("a place", "Show"), name, "win.go-to", target);
}
