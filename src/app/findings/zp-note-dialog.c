/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks for the 审核说明 of a finding. */
#include "app/findings/zp-note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "session/zp-finding-card.h"

#define WIDTH 460
#define TEXT_HEIGHT 110

typedef struct
{
  ZpSession *session;
  char *finding;
  AdwWindow *window;
  GtkWidget *from; /* weak */
  GtkTextBuffer *buffer;
  GtkWidget *save;
  GtkWidget *trouble;
} NoteDialog;

static void
note_dialog_free (gpointer data)
{
  NoteDialog *self = data;

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->session);
  g_free (self->finding);
  g_free (self);
}

static char *
get_text (NoteDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
on_text_changed (GtkTextBuffer *buffer, gpointer data)
{
  NoteDialog *self = data;
  g_autofree char *text = get_text (self);

  gtk_widget_set_sensitive (self->save, *text != '\0');
}

static void
write_note (NoteDialog *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (zp_session_write_note (self->session, self->finding, text, &error))
    {
      gtk_window_close (GTK_WINDOW (self->window));
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->trouble), error->message);
  gtk_widget_set_visible (self->trouble, TRUE);
}

static void
on_save (GtkButton *button, gpointer data)
{
  NoteDialog *self = data;
  g_autofree char *text = get_text (self);

  write_note (self, text);
}

static void
on_remove (GtkButton *button, gpointer data)
{
  NoteDialog *self = data;

  if (self->from != NULL)
    zp_toast_show (self->from, _ ("Note removed"), _ ("Undo"), "win.undo");
  write_note (self, NULL);
}

static GtkWidget *
header_new (NoteDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_ ("_Save Note"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  return header;
}

static GtkWidget *
text_new (NoteDialog *self, const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "zp-note-text");
  zp_set_label (view, _ ("Note"));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "zp-note-frame");
  g_signal_connect (self->buffer, "changed", G_CALLBACK (on_text_changed), self);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  on_text_changed (self->buffer, self);
  zp_focus_first (view);
  return scroller;
}

static GtkWidget *
author_new (NoteDialog *self)
{
  const char *author = zp_session_get_author (self->session);
  g_autofree char *text = NULL;

  if (author == NULL || *author == '\0')
    return zp_label_new (_ ("No name stands under the note; give yours in the preferences"),
                         "zp-caption");
  text = g_strdup_printf (_ ("Signed: %s"), author);
  return zp_label_new (text, "zp-caption");
}

static GtkWidget *
remove_new (NoteDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove Note"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

static GtkWidget *
body_new (NoteDialog *self, const ZpFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *title = zp_finding_say_title (self->session, finding);

  gtk_widget_add_css_class (box, "zp-note-body");
  gtk_box_append (GTK_BOX (box), zp_label_new (title, "zp-h2"));
  gtk_box_append (GTK_BOX (box), zp_label_new (finding->message, "zp-lead"));
  if (finding->instruction != NULL)
    gtk_box_append (GTK_BOX (box), zp_label_new (finding->instruction, "zp-lead"));
  gtk_box_append (GTK_BOX (box), text_new (self, finding->note != NULL ? finding->note->text : ""));
  self->trouble = zp_label_new (NULL, "zp-trouble");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_box_append (GTK_BOX (box), self->trouble);
  gtk_box_append (GTK_BOX (box), author_new (self));
  if (finding->note != NULL)
    gtk_box_append (GTK_BOX (box), remove_new (self));
  return box;
}

static void
build (NoteDialog *self, const ZpFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), body_new (self, finding));
  adw_window_set_content (self->window, box);
}

/**
 * zp_note_dialog_present:
 * @from: a widget in the window that the dialog belongs to
 * @finding: id of a finding that takes a note; of another nothing is shown
 */
void
zp_note_dialog_present (GtkWidget *from, ZpSession *session, const char *finding)
{
  const ZpFinding *found = zp_session_find (session, finding);
  NoteDialog *self;

  if (found == NULL || found->check->note == ZP_NOTE_NONE)
    return;
  self = g_new0 (NoteDialog, 1);
  self->session = g_object_ref (session);
  self->finding = g_strdup (finding);
  self->window = ADW_WINDOW (adw_window_new ());
  g_set_weak_pointer (&self->from, from);
  g_object_set_data_full (G_OBJECT (self->window), "zp-note-dialog", self, note_dialog_free);
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("Note on a Finding"));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, -1);
  zp_add_escape (GTK_WIDGET (self->window), gtk_named_action_new ("window.close"));
  build (self, found);
  gtk_window_present (GTK_WINDOW (self->window));
}
