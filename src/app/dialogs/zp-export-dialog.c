/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the report out: formats, folder, what is replaced, progress. */
#include "app/dialogs/zp-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-announce.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"
#include "app/dialogs/zp-export-form.h"
#include "app/dialogs/zp-export-result.h"
#include "session/zp-lent.h"

#define WIDTH 540

/**
 * ZpExportDialog:
 * @begin: the button that writes; @stop: the one that leaves, or stops
 * @cancellable: (nullable): while it writes
 */
#define ZP_TYPE_EXPORT_DIALOG (zp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ZpExportDialog, zp_export_dialog, ZP, EXPORT_DIALOG, AdwWindow)

struct _ZpExportDialog
{
  AdwWindow parent_instance;

  ZpSession *session;
  GtkWidget *stack;
  GtkWidget *form;
  GtkWidget *begin;
  GtkWidget *stop;
  GtkWidget *step;
  GtkWidget *bar;
  char *folder;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ZpExportDialog, zp_export_dialog, ADW_TYPE_WINDOW)

static void
zp_export_dialog_dispose (GObject *object)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_export_dialog_parent_class)->dispose (object);
}

static void
zp_export_dialog_finalize (GObject *object)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->folder);
  G_OBJECT_CLASS (zp_export_dialog_parent_class)->finalize (object);
}

/* Told by the thread that writes. */
typedef struct
{
  ZpExportDialog *dialog;
  guint done;
  guint total;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->dialog);
  g_free (progress);
}

static gboolean
show_progress (gpointer data)
{
  const Progress *progress = data;
  ZpExportDialog *self = progress->dialog;
  g_autofree char *text = NULL;

  if (self->cancellable == NULL || self->session == NULL)
    return G_SOURCE_REMOVE;
  text = g_strdup_printf (_ ("Writing file %1$u of %2$u …"), progress->done + 1, progress->total);
  gtk_label_set_label (GTK_LABEL (self->step), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 (double) progress->done / progress->total);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (guint done, guint total, gpointer data)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->dialog = g_object_ref (data);
  progress->done = done;
  progress->total = total;
  g_idle_add_full (G_PRIORITY_DEFAULT, show_progress, progress, progress_free);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (zp_export_job_run (data, cancellable, tell_progress, source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_folder (GtkButton *button, gpointer data)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (data);
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static guint
count_written (const ZpExportJob *job)
{
  const GPtrArray *files = zp_export_job_get_files (job);
  guint count = 0;

  for (guint i = 0; i < files->len; i++)
    count += ((const ZpExportFile *) g_ptr_array_index (files, i))->is_written;
  return count;
}

static GtkWidget *
finish_new (ZpExportDialog *self, const ZpExportJob *job, const GError *error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open Folder"));
  g_autofree char *shown = zp_lent_show (self->folder);
  guint n_written = count_written (job);
  g_autofree char *done = g_strdup_printf (
    ngettext ("%1$u file written to %2$s", "%1$u files written to %2$s", n_written), n_written,
    shown);

  gtk_widget_add_css_class (box, "zp-dialog-body");
  gtk_box_append (GTK_BOX (box), zp_label_new (error != NULL ? error->message : done, "zp-h2"));
  gtk_box_append (GTK_BOX (box), zp_export_result_new (job));
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  g_signal_connect (open, "clicked", G_CALLBACK (open_folder), self);
  gtk_box_append (GTK_BOX (box), open);
  return box;
}

/* What has come up without the keyboard in it is said. */
static void
say (ZpExportDialog *self, GtkWidget *widget)
{
  g_autofree char *words = zp_say_words (widget);

  zp_announce (GTK_WIDGET (self), words);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;
  page = finish_new (self, g_task_get_task_data (G_TASK (result)), error);
  gtk_stack_add_titled (GTK_STACK (self->stack), page, "result", "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "result");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  gtk_button_set_label (GTK_BUTTON (self->stop), _ ("_Close"));
  gtk_widget_grab_focus (self->stop);
  say (self, page);
}

static void
remember (ZpExportDialog *self)
{
  GSettings *settings = zp_settings_get ();
  g_auto (GStrv) formats = zp_export_form_list_formats (ZP_EXPORT_FORM (self->form));

  g_settings_set_string (settings, "export-folder", self->folder);
  g_settings_set_strv (settings, "export-formats", (const char *const *) formats);
}

static void
on_begin (GtkButton *button, gpointer data)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (data);
  ZpExportForm *form = ZP_EXPORT_FORM (self->form);
  ZpExportJob *job = zp_export_job_new (self->session, zp_export_form_list_files (form),
                                        zp_export_form_get_profile (form));
  g_autoptr (GTask) task = NULL;

  g_free (self->folder);
  self->folder = g_strdup (zp_export_form_get_folder (form));
  remember (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) zp_export_job_free);
  g_task_run_in_thread (task, run);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "progress");
  gtk_button_set_label (GTK_BUTTON (self->stop), _ ("_Stop"));
  gtk_widget_set_visible (self->begin, FALSE);
}

static void
on_stop (GtkButton *button, gpointer data)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (data);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_form_changed (ZpExportForm *form, gpointer data)
{
  ZpExportDialog *self = ZP_EXPORT_DIALOG (data);
  guint n_files = zp_export_form_count_files (form);
  g_autofree char *label = NULL;

  if (zp_export_form_has_errors (form))
    label = g_strdup_printf (
      ngettext ("_Export %u File Anyway", "_Export %u Files Anyway", n_files), n_files);
  else
    label = g_strdup_printf (ngettext ("_Export %u File", "_Export %u Files", n_files), n_files);
  gtk_button_set_label (GTK_BUTTON (self->begin), label);
  gtk_widget_set_sensitive (self->begin, n_files > 0 && zp_export_form_get_folder (form) != NULL);
}

static GtkWidget *
progress_new (ZpExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->step = zp_label_new (_ ("Preparing …"), NULL);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (box, "zp-dialog-body");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  zp_set_label (self->bar, _ ("Export"));
  gtk_box_append (GTK_BOX (box), self->step);
  gtk_box_append (GTK_BOX (box), self->bar);
  return box;
}

static GtkWidget *
header_new (ZpExportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->stop = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->begin = gtk_button_new_with_mnemonic ("");
  gtk_widget_add_css_class (self->begin, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->stop);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->begin);
  g_signal_connect (self->stop, "clicked", G_CALLBACK (on_stop), self);
  g_signal_connect (self->begin, "clicked", G_CALLBACK (on_begin), self);
  return header;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_stop (NULL, widget);
  return TRUE;
}

static void
zp_export_dialog_class_init (ZpExportDialogClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_export_dialog_dispose;
  object_class->finalize = zp_export_dialog_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
zp_export_dialog_init (ZpExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Export"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/** zp_export_dialog_present: asks what to write where, and writes it. */
void
zp_export_dialog_present (GtkWindow *parent, ZpSession *session)
{
  ZpExportDialog *self = g_object_new (ZP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->form = zp_export_form_new (session);
  gtk_stack_add_titled (GTK_STACK (self->stack), self->form, "form", "");
  gtk_stack_add_titled (GTK_STACK (self->stack), progress_new (self), "progress", "");
  g_signal_connect (self->form, "changed", G_CALLBACK (on_form_changed), self);
  on_form_changed (ZP_EXPORT_FORM (self->form), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->begin);
  gtk_window_present (GTK_WINDOW (self));
}
