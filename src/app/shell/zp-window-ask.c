/* SPDX-License-Identifier: GPL-3.0-or-later
 * Questions to the person at the window. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-window-private.h"

typedef struct
{
  ZpAnswerFunc func;
} Question;

static void
on_response (AdwMessageDialog *dialog, const char *answer, gpointer data)
{
  const Question *question = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (question->func == NULL || parent == NULL)
    return;
  ZP_WINDOW (parent)->n_questions--;
  question->func (ZP_WINDOW (parent), answer);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * zp_window_ask:
 * @func: (nullable): takes the id of the answer, “cancel” when there is none
 *
 * Returns: (transfer none): a dialog without answers but “cancel”; add the others and present it
 */
AdwMessageDialog *
zp_window_ask (ZpWindow *self, const char *heading, const char *text, ZpAnswerFunc func)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);
  Question *question = g_new0 (Question, 1);

  question->func = func;
  self->n_questions += func != NULL;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   func != NULL ? _ ("Cancel") : _ ("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  zp_set_description (dialog, text != NULL ? text : "");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  return ADW_MESSAGE_DIALOG (dialog);
}

/** zp_window_show_error: says what could not be done, and why. */
void
zp_window_show_error (ZpWindow *self, const char *heading, const char *text)
{
  gtk_window_present (GTK_WINDOW (zp_window_ask (self, heading, text, NULL)));
}

/** zp_window_is_asking: whether a question about what it shows, or is to show, waits for an answer.
 */
gboolean
zp_window_is_asking (ZpWindow *self)
{
  g_return_val_if_fail (ZP_IS_WINDOW (self), FALSE);

  return self->n_questions > 0;
}
