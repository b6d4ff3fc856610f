/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks once who works at this PC. */
#include "app/review/zp-name-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"
#include "app/review/zp-review-frame.h"

#define WIDTH 420

/**
 * NameDialog:
 * @action: done once the name is known
 */
typedef struct
{
  ZpReviewFrame frame;
  ZpSession *session;
  GtkWidget *from; /* weak */
  GtkWidget *entry;
  char *action;
} NameDialog;

static void
name_dialog_free (gpointer data)
{
  NameDialog *self = data;

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->session);
  g_free (self->action);
  g_free (self);
}

static char *
get_name (NameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
on_changed (GtkEditable *entry, gpointer data)
{
  NameDialog *self = data;
  g_autofree char *name = get_name (self);

  gtk_widget_set_sensitive (self->frame.verb, *name != '\0');
}

static void
on_verb (NameDialog *self)
{
  g_autofree char *name = get_name (self);

  if (*name == '\0')
    return;
  g_settings_set_string (zp_settings_get (), "author", name);
  zp_session_set_author (self->session, name);
  if (self->from != NULL)
    gtk_widget_activate_action (self->from, self->action, NULL);
  gtk_window_close (self->frame.window);
}

static void
build (NameDialog *self)
{
  GtkWidget *body = self->frame.body;

  self->entry = gtk_entry_new ();
  zp_set_label (self->entry, _ ("Your name"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Your name"));
  gtk_box_append (GTK_BOX (body), zp_label_new (_ ("Who are you?"), "zp-h2"));
  gtk_box_append (
    GTK_BOX (body),
    zp_label_new (_ ("Your name stands under remarks and signatures and in the record of changes. "
                     "It is asked once; the preferences keep it."),
                  "zp-lead"));
  gtk_box_append (GTK_BOX (body), self->entry);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_verb), self);
  g_signal_connect_swapped (self->frame.verb, "clicked", G_CALLBACK (on_verb), self);
  zp_focus_first (self->entry);
  on_changed (GTK_EDITABLE (self->entry), self);
}

/**
 * zp_name_ask:
 * @from: a widget in the window that the dialog belongs to
 * @action: what to do then, without a parameter: "win.submit"
 */
void
zp_name_ask (GtkWidget *from, ZpSession *session, const char *action)
{
  NameDialog *self = g_new0 (NameDialog, 1);

  self->frame = zp_review_frame_new (from, _ ("Name"), _ ("_Go On"), WIDTH, -1);
  self->session = g_object_ref (session);
  self->action = g_strdup (action);
  g_set_weak_pointer (&self->from, from);
  g_object_set_data_full (G_OBJECT (self->frame.window), "zp-name-dialog", self, name_dialog_free);
  build (self);
  gtk_window_present (self->frame.window);
}
