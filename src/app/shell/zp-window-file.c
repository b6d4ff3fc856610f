/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving the report of a window, and closing it. */
#include <glib/gi18n-lib.h>

#include "app/shell/zp-application-private.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-lent.h"

#define ENDING ".ziping"

static char *
document_name (ZpWindow *self)
{
  const char *path = zp_session_get_path (self->session);

  return path != NULL ? g_filename_display_basename (path) : zp_session_get_title (self->session);
}

/* Two reports of one unit are told from each other by their years. */
static char *
title_with_year (ZpWindow *self)
{
  g_autofree char *unit = zp_session_get_title (self->session);
  g_autofree char *year = zp_window_get_year (self);

  return *year != '\0' ? g_strdup_printf (C_ ("report", "%s %s"), unit, year)
                       : g_steal_pointer (&unit);
}

/** zp_window_remember: notes the report, and where one is in it, among those used lately. */
void
zp_window_remember (ZpWindow *self)
{
  const char *path = self->session != NULL ? zp_session_get_path (self->session) : NULL;
  g_autoptr (ZpRecentReport) report = NULL;
  g_autoptr (GError) error = NULL;
  ZpProgress total;

  if (path == NULL)
    return;
  zp_outline_get_total (self->outline, &total);
  report = g_new0 (ZpRecentReport, 1);
  report->path = g_canonicalize_filename (path, NULL);
  report->title = title_with_year (self);
  report->place = zp_window_get_target (self);
  report->time = g_get_real_time ();
  report->errors = total.errors;
  report->warnings = total.warnings;
  report->missing = total.missing;
  if (!zp_recent_add (NULL, report, &error))
    g_message ("%s", error->message);
}

static gboolean
close_now (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* Not while a dialog of the window is still at work. */
static void
close_soon (ZpWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_now, g_object_ref (self), g_object_unref);
}

/** zp_window_saved: what follows on saving. @error: (nullable): why it was not saved */
void
zp_window_saved (ZpWindow *self, gboolean is_saved, const GError *error)
{
  gboolean closes = self->then_close && is_saved;

  self->then_close = FALSE;
  zp_window_update_bars (self);
  if (is_saved)
    zp_window_remember (self);
  else
    zp_window_show_error (self, _ ("Not saved"), error->message);
  if (closes)
    close_soon (self);
}

/* Two windows with one file would save over each other. */
static gboolean
refuse_open_elsewhere (ZpWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  ZpWindow *other = zp_application_find_window (ZP_APPLICATION (application), path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (other == NULL || other == self)
    return FALSE;
  self->then_close = FALSE;
  text = g_strdup_printf (
    _ ("“%s” is open in another window. Choose another name, or close that window first."), name);
  zp_window_show_error (self, _ ("Not saved"), text);
  return TRUE;
}

/**
 * zp_window_save:
 * @path: (nullable): another file, not one that is open in another window; %NULL for the one the
 * report has
 *
 * Returns: FALSE when it could not be saved, after a dialog that says why
 */
gboolean
zp_window_save (ZpWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  g_return_val_if_fail (ZP_IS_WINDOW (self) && self->session != NULL, FALSE);

  if (!zp_window_commit (self) || (path != NULL && refuse_open_elsewhere (self, path)))
    return FALSE;
  is_saved = zp_session_save (self->session, path, ZP_FILE_REPLACE, &error);
  if (g_error_matches (error, ZP_FILE_ERROR, ZP_FILE_ERROR_CHANGED))
    zp_window_ask_changed (self);
  else
    zp_window_saved (self, is_saved, error);
  return is_saved;
}

/** zp_window_ask_save: saves; asks for a name when there is none. */
void
zp_window_ask_save (ZpWindow *self)
{
  if (!zp_window_commit (self))
    return;
  if (zp_session_get_path (self->session) == NULL)
    zp_window_ask_save_as (self);
  else if (zp_session_is_changed_on_disk (self->session))
    zp_window_ask_changed (self);
  else
    zp_window_save (self, NULL);
}

static void
on_replace (ZpWindow *self, const char *answer)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (self), "zp-replace"));

  if (g_str_equal (answer, "replace"))
    zp_window_save (self, path);
  else
    self->then_close = FALSE;
}

static void
ask_replace (ZpWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  AdwMessageDialog *dialog =
    zp_window_ask (self, heading, _ ("There is a file of that name already."), on_replace);

  g_object_set_data_full (G_OBJECT (self), "zp-replace", g_strdup (path), g_free);
  adw_message_dialog_add_response (dialog, "replace", _ ("Replace"));
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The file dialog asked about the name as it was typed, not about the one with the ending. A name
 * that the desktop lends is the only one that may be written. */
static void
save_chosen (ZpWindow *self, const char *chosen)
{
  g_autofree char *path = NULL;

  if (g_str_has_suffix (chosen, ENDING) || zp_lent_is_file (chosen))
    {
      zp_window_save (self, chosen);
      return;
    }
  path = g_strconcat (chosen, ENDING, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    ask_replace (self, path);
  else
    zp_window_save (self, path);
}

static void
on_save_as (GtkNativeDialog *dialog, int response, gpointer data)
{
  ZpWindow *self = ZP_WINDOW (data);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    save_chosen (self, path);
  else
    self->then_close = FALSE;
}

/**
 * zp_window_begin_chooser:
 *
 * A file dialog begins where the report is, else where documents are, and not where the program
 * happened to be started.
 */
void
zp_window_begin_chooser (ZpWindow *self, GtkFileChooser *chooser)
{
  const char *path = self->session != NULL ? zp_session_get_path (self->session) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = path != NULL ? g_path_get_dirname (path) : g_strdup (documents);
  g_autoptr (GFile) folder = g_file_new_for_path (name != NULL ? name : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/** zp_window_ask_save_as: saves under a name that is asked for. */
void
zp_window_ask_save_as (ZpWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!zp_window_commit (self) || self->chooser != NULL)
    return;
  title = zp_session_get_title (self->session);
  name = zp_session_get_path (self->session) != NULL ? document_name (self)
                                                     : g_strconcat (title, ENDING, NULL);
  self->chooser = gtk_file_chooser_native_new (_ ("Save the Report"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  zp_window_begin_chooser (self, GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_save_as), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_close_answer (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "save"))
    {
      self->then_close = TRUE;
      zp_window_ask_save (self);
    }
  else if (g_str_equal (answer, "discard"))
    {
      self->may_close = TRUE;
      close_soon (self);
    }
}

static void
ask_about_changes (ZpWindow *self)
{
  g_autofree char *name = document_name (self);
  g_autofree char *heading = g_strdup_printf (_ ("Save the changes to “%s”?"), name);
  guint n_unsaved = zp_session_count_unsaved (self->session);
  g_autofree char *text =
    g_strdup_printf (ngettext ("If you close without saving, %u change is lost.",
                               "If you close without saving, %u changes are lost.", n_unsaved),
                     n_unsaved);
  AdwMessageDialog *dialog = zp_window_ask (self, heading, text, on_close_answer);

  adw_message_dialog_add_response (dialog, "discard", _ ("Don’t Save"));
  adw_message_dialog_add_response (dialog, "save", _ ("Save"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  gtk_window_present (GTK_WINDOW (dialog));
}

/** zp_window_ask_close: whether the window may close now; else it asks, and closes afterwards. */
gboolean
zp_window_ask_close (ZpWindow *self)
{
  if (self->may_close)
    return TRUE;
  if (!zp_window_commit (self))
    return FALSE;
  if (!zp_session_is_modified (self->session))
    return TRUE;
  ask_about_changes (self);
  return FALSE;
}
