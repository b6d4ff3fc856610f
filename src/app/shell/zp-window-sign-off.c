/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审签单: one page with the chain of signers, as PDF. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-toast.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-export-job.h"

#define FORMAT "pdf"

static void
free_job (gpointer data)
{
  zp_export_job_free (data);
}

static void
free_file (gpointer data)
{
  zp_export_file_free (data);
}

static void
run (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (zp_export_job_run (data, cancellable, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (ZpWindow *self, const ZpExportFile *file)
{
  g_autofree char *name = g_filename_display_basename (zp_export_file_get_path (file));
  g_autofree char *text = g_strdup_printf (_ ("Written: %s"), name);

  if (file->error != NULL)
    zp_window_show_error (self, _ ("The sign-off sheet was not written"), file->error);
  else
    zp_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
on_done (GObject *window, GAsyncResult *result, gpointer data)
{
  ZpWindow *self = ZP_WINDOW (window);
  const ZpExportJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell (self, g_ptr_array_index (zp_export_job_get_files (job), 0));
  else
    zp_window_show_error (self, _ ("The sign-off sheet was not written"), error->message);
}

/** zp_window_write_sign_off: writes the sign-off sheet into @folder; nothing there is replaced. */
void
zp_window_write_sign_off (ZpWindow *self, const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (free_file);
  g_autofree char *report = zp_export_make_name (self->session);
  g_autofree char *name = g_strdup_printf (C_ ("a file name", "%s-sign-off"), report);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_done, NULL);

  g_ptr_array_add (files, zp_export_file_new (folder, name, zp_export_format_find (FORMAT, NULL)));
  g_task_set_task_data (task, zp_export_job_new_sign_off (self->session, files), free_job);
  g_task_run_in_thread (task, run);
}

static void
on_folder (ZpWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    zp_window_write_sign_off (self, folder);
}

/** zp_window_ask_sign_off: asks where to write the sign-off sheet. */
void
zp_window_ask_sign_off (ZpWindow *self)
{
  if (!zp_window_commit (self) || self->chooser != NULL)
    return;
  self->chooser =
    gtk_file_chooser_native_new (_ ("Folder for the Sign-off Sheet"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Write PDF"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_folder), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
