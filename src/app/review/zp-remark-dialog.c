/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a remark on a cell, a row, a form, a passage or the whole. */
#include "app/review/zp-remark-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/review/zp-review-frame.h"
#include "session/zp-remarks.h"

#define WIDTH 480

/**
 * RemarkDialog:
 * @places: of #ZpRemarkPlace
 */
typedef struct
{
  ZpReviewFrame frame;
  ZpSession *session;
  GtkWidget *from; /* weak */
  GPtrArray *places;
  GtkWidget *place;
  GtkTextBuffer *buffer;
  GtkWidget *trouble;
} RemarkDialog;

static void
remark_dialog_free (gpointer data)
{
  RemarkDialog *self = data;

  g_clear_weak_pointer (&self->from);
  g_ptr_array_unref (self->places);
  g_object_unref (self->session);
  g_free (self);
}

static void
on_changed (RemarkDialog *self)
{
  g_autofree char *text = zp_review_text_get (self->buffer);

  gtk_widget_set_sensitive (self->frame.verb, *text != '\0');
}

static const char *
get_place (RemarkDialog *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->place));
  const ZpRemarkPlace *place = g_ptr_array_index (self->places, at < self->places->len ? at : 0);

  return place->id;
}

static void
on_verb (RemarkDialog *self)
{
  g_autofree char *text = zp_review_text_get (self->buffer);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return;
  if (zp_session_write_remark (self->session, get_place (self), text, &error))
    {
      if (self->from != NULL)
        zp_toast_show (self->from, _ ("Remark written"), _ ("Undo"), "win.undo");
      gtk_window_close (self->frame.window);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->trouble), error->message);
  gtk_widget_set_visible (self->trouble, TRUE);
}

static gboolean
on_control_enter (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_verb (data);
  return TRUE;
}

static void
add_keys (RemarkDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_callback_action_new (on_control_enter, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->frame.window), keys);
}

static GtkWidget *
place_new (RemarkDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *down;

  for (guint i = 0; i < self->places->len; i++)
    gtk_string_list_append (words,
                            ((const ZpRemarkPlace *) g_ptr_array_index (self->places, i))->label);
  down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  zp_drop_down_set_label (down, _ ("What the remark is about"));
  return down;
}

static void
build (RemarkDialog *self)
{
  GtkWidget *body = self->frame.body;
  GtkWidget *field = zp_review_text_new (_ ("Remark"), &self->buffer);

  self->place = place_new (self);
  self->trouble = zp_label_new (NULL, "zp-trouble");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_box_append (GTK_BOX (body), zp_label_new (_ ("What the remark is about"), "zp-caption"));
  gtk_box_append (GTK_BOX (body), self->place);
  gtk_box_append (GTK_BOX (body), field);
  gtk_box_append (GTK_BOX (body), self->trouble);
  zp_focus_first (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (field)));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->frame.verb, "clicked", G_CALLBACK (on_verb), self);
  add_keys (self);
  on_changed (self);
}

/**
 * zp_remark_dialog_present:
 * @id: (nullable): the cell or the passage where one is
 */
void
zp_remark_dialog_present (GtkWidget *from, ZpSession *session, const char *id)
{
  RemarkDialog *self = g_new0 (RemarkDialog, 1);

  self->frame = zp_review_frame_new (from, _ ("New Remark"), _ ("_Write Remark"), WIDTH, -1);
  self->session = g_object_ref (session);
  self->places = zp_session_list_remark_places (session, id);
  g_set_weak_pointer (&self->from, from);
  g_object_set_data_full (G_OBJECT (self->frame.window), "zp-remark-dialog", self,
                          remark_dialog_free);
  build (self);
  gtk_window_present (self->frame.window);
}
