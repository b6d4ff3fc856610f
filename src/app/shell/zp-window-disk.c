/* SPDX-License-Identifier: GPL-3.0-or-later
 * What holds for the whole report: its file was changed by others, or it is locked. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-session-start.h"

/** zp_window_add_bar_button: adds a button to a bar. */
void
zp_window_add_bar_button (GtkWidget *bar, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), button);
}

/** zp_window_add_bar: (transfer none): a bar above the page, until they are updated. */
GtkWidget *
zp_window_add_bar (ZpWindow *self, const char *icon, const char *text)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = zp_label_new (text, NULL);

  gtk_widget_add_css_class (bar, "zp-bar");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), zp_sign_new (icon, NULL, text));
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (self->bars), bar);
  return bar;
}

static gboolean
is_there (ZpWindow *self)
{
  return g_file_test (zp_session_get_path (self->session), G_FILE_TEST_EXISTS);
}

static const char *
changed_words (ZpWindow *self)
{
  return is_there (self) ? _ ("The file was changed by another program")
                         : _ ("The file was moved or removed by another program");
}

static void
add_changed_bar (ZpWindow *self)
{
  GtkWidget *bar = zp_window_add_bar (self, "dialog-warning-symbolic", changed_words (self));

  if (is_there (self))
    zp_window_add_bar_button (bar, _ ("Read the New File"), "win.reload");
  zp_window_add_bar_button (bar, _ ("Save As…"), "win.save-as");
  zp_window_add_bar_button (bar, _ ("Save Mine"), "win.overwrite");
}

/** zp_window_update_bars: shows above the page what has to be known before going on. */
void
zp_window_update_bars (ZpWindow *self)
{
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (self->bars)) != NULL)
    gtk_box_remove (GTK_BOX (self->bars), bar);
  if (self->session == NULL)
    return;
  if (zp_session_is_changed_on_disk (self->session))
    add_changed_bar (self);
  zp_window_add_review_bars (self);
}

/** zp_window_look_at_disk: notices that another program changed the file. */
void
zp_window_look_at_disk (ZpWindow *self)
{
  if (self->session != NULL)
    zp_window_update_bars (self);
}

/** zp_window_overwrite: saves over what another program wrote. */
void
zp_window_overwrite (ZpWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  if (zp_session_get_path (self->session) == NULL || !zp_window_commit (self))
    return;
  is_saved = zp_session_overwrite (self->session, &error);
  zp_window_saved (self, is_saved, error);
}

static void
read_again (ZpWindow *self)
{
  ZpApplication *application = ZP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *target = zp_window_get_target (self);
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_session_start_file (zp_application_get_store (application),
                                              zp_session_get_path (self->session), NULL, &error);

  if (session == NULL)
    {
      zp_window_show_error (self, _ ("The new file cannot be read"), error->message);
      return;
    }
  zp_session_discard (self->session);
  zp_window_set_session (self, session);
  if (target != NULL)
    zp_window_go_to (self, target);
}

static void
on_reload (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "reload"))
    read_again (self);
}

/** zp_window_reload: reads the file anew; asks when changes would be lost. */
void
zp_window_reload (ZpWindow *self)
{
  AdwMessageDialog *dialog;

  if (zp_session_get_path (self->session) == NULL)
    return;
  if (!zp_session_is_modified (self->session))
    {
      read_again (self);
      return;
    }
  dialog = zp_window_ask (self, _ ("Read the new file?"),
                          _ ("Your changes that are not saved are lost."), on_reload);
  adw_message_dialog_add_response (dialog, "reload", _ ("Read the New File"));
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_changed_answer (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "overwrite"))
    zp_window_overwrite (self);
  else if (g_str_equal (answer, "save-as"))
    zp_window_ask_save_as (self);
  else
    self->then_close = FALSE;
  if (g_str_equal (answer, "reload"))
    read_again (self);
}

/** zp_window_ask_changed: asks before saving over what another program wrote. */
void
zp_window_ask_changed (ZpWindow *self)
{
  const char *text = is_there (self) ? _ ("Saving yours replaces what the other program wrote.")
                                     : _ ("Saving yours writes the file anew at its old place.");
  AdwMessageDialog *dialog = zp_window_ask (self, changed_words (self), text, on_changed_answer);

  zp_window_update_bars (self);
  if (is_there (self))
    {
      adw_message_dialog_add_response (dialog, "reload", _ ("Read the New File"));
      adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "save-as", _ ("Save As…"));
  adw_message_dialog_add_response (dialog, "overwrite", _ ("Save Mine"));
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}
