/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks for words: a reason, a remark, an answer. */
#include "app/review/zp-words-dialog.h"

#include "app/common/zp-parts.h"
#include "app/review/zp-review-frame.h"

#define WIDTH 480

typedef struct
{
  ZpReviewFrame frame;
  GtkTextBuffer *buffer;
  GtkWidget *trouble;
  gboolean may_be_empty;
  ZpWordsFunc func;
  gpointer data;
  GDestroyNotify destroy;
} WordsDialog;

static void
words_dialog_free (gpointer data)
{
  WordsDialog *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
on_changed (GtkTextBuffer *buffer, gpointer data)
{
  WordsDialog *self = data;
  g_autofree char *text = zp_review_text_get (buffer);

  gtk_widget_set_sensitive (self->frame.verb, self->may_be_empty || *text != '\0');
}

static void
on_verb (GtkButton *button, gpointer data)
{
  WordsDialog *self = data;
  g_autofree char *text = zp_review_text_get (self->buffer);
  g_autoptr (GError) error = NULL;

  if (self->func (text, self->data, &error))
    {
      gtk_window_close (self->frame.window);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->trouble), error->message);
  gtk_widget_set_visible (self->trouble, TRUE);
}

static gboolean
on_control_enter (GtkWidget *widget, GVariant *args, gpointer data)
{
  WordsDialog *self = data;

  if (gtk_widget_get_sensitive (self->frame.verb))
    on_verb (NULL, self);
  return TRUE;
}

/* Before the text sees it, which takes Enter with any modifier for a new line. */
static void
add_keys (WordsDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_callback_action_new (on_control_enter, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->frame.window), keys);
}

static void
append (WordsDialog *self, const char *text, const char *css_class)
{
  if (text != NULL)
    gtk_box_append (GTK_BOX (self->frame.body), zp_label_new (text, css_class));
}

static void
build (WordsDialog *self, const ZpWordsRequest *request)
{
  GtkWidget *field = zp_review_text_new (request->label, &self->buffer);

  append (self, request->heading, "zp-h2");
  append (self, request->lead, "zp-lead");
  append (self, request->quote, "zp-quote");
  gtk_box_append (GTK_BOX (self->frame.body), field);
  self->trouble = zp_label_new (NULL, "zp-trouble");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_box_append (GTK_BOX (self->frame.body), self->trouble);
  zp_focus_first (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (field)));
  g_signal_connect (self->buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->frame.verb, "clicked", G_CALLBACK (on_verb), self);
  on_changed (self->buffer, self);
  add_keys (self);
}

/**
 * zp_words_dialog_present:
 * @from: a widget in the window that the dialog belongs to
 * @func: does it when the verb is pressed, or Control with Enter
 * @destroy: (nullable): frees @data with the dialog
 */
void
zp_words_dialog_present (GtkWidget *from,
                         const ZpWordsRequest *request,
                         ZpWordsFunc func,
                         gpointer data,
                         GDestroyNotify destroy)
{
  WordsDialog *self = g_new0 (WordsDialog, 1);

  self->frame = zp_review_frame_new (from, request->title, request->verb, WIDTH, -1);
  self->may_be_empty = request->may_be_empty;
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (self->frame.window), "zp-words-dialog", self,
                          words_dialog_free);
  build (self, request);
  gtk_window_present (self->frame.window);
}
