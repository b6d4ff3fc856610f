/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that ask for a certificate and its password, and read it without holding the window up. */
#include "app/review/zp-certificate-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"

/**
 * ZpCertificateRows:
 * @path: (nullable): of the file that was chosen
 * @chooser: (nullable): the file dialog that is open
 */
struct _ZpCertificateRows
{
  GtkWidget *expander;
  GtkWidget *file;
  GtkWidget *password;
  char *path;
  GtkFileChooserNative *chooser;
};

/**
 * Load: a certificate that is being read.
 */
typedef struct
{
  char *path;
  char *password;
  ZpCertificateFunc func;
  gpointer data;
} Load;

static void
rows_free (gpointer data)
{
  ZpCertificateRows *self = data;

  g_clear_object (&self->chooser);
  g_free (self->path);
  g_free (self);
}

static void
show_file (ZpCertificateRows *self)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file),
                               name != NULL ? name : _ ("No file chosen"));
}

static void
on_response (ZpCertificateRows *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    {
      g_free (self->path);
      self->path = g_file_get_path (file);
      show_file (self);
    }
  g_clear_object (&self->chooser);
}

static void
on_choose (ZpCertificateRows *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (self->file));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a Certificate"), parent,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Choose"), NULL);
  gtk_file_filter_set_name (filter, _ ("Certificates (PKCS #12)"));
  gtk_file_filter_add_suffix (filter, "p12");
  gtk_file_filter_add_suffix (filter, "pfx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static GtkWidget *
file_row_new (ZpCertificateRows *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("File (.p12, .pfx)"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row has named it by its title. */
  zp_set_label (button, _ ("Choose the file of the certificate"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_choose), self);
  return row;
}

/** zp_certificate_rows_new: (transfer none): adds the rows to @list. */
ZpCertificateRows *
zp_certificate_rows_new (GtkListBox *list)
{
  ZpCertificateRows *self = g_new0 (ZpCertificateRows, 1);

  self->expander = adw_expander_row_new ();
  self->file = file_row_new (self);
  self->password = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->password), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                 _ ("Sign with a certificate"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self->expander), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->expander), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), self->file);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander),
                            zp_entry_row_new (_ ("Password"), self->password));
  gtk_list_box_append (list, self->expander);
  g_object_set_data_full (G_OBJECT (list), "zp-certificate-rows", self, rows_free);
  show_file (self);
  return self;
}

/** zp_certificate_rows_is_wanted: whether the person wants to sign with a certificate. */
gboolean
zp_certificate_rows_is_wanted (ZpCertificateRows *self)
{
  return adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->expander));
}

/** zp_certificate_rows_set: as if both were chosen and typed. */
void
zp_certificate_rows_set (ZpCertificateRows *self, const char *path, const char *password)
{
  g_free (self->path);
  self->path = g_strdup (path);
  show_file (self);
  gtk_editable_set_text (GTK_EDITABLE (self->password), password);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->expander), TRUE);
}

static void
load_free (gpointer data)
{
  Load *self = data;

  explicit_bzero (self->password, strlen (self->password));
  g_free (self->password);
  g_free (self->path);
  g_free (self);
}

static void
free_certificate (gpointer data)
{
  zp_certificate_free (data);
}

static void
load_now (GTask *task, gpointer holder, gpointer data, GCancellable *cancellable)
{
  const Load *self = data;
  ZpCertificate *certificate;
  GError *error = NULL;

  certificate =
    zp_certificate_load (self->path, self->password, g_get_real_time () / G_USEC_PER_SEC, &error);
  if (certificate != NULL)
    g_task_return_pointer (task, certificate, free_certificate);
  else
    g_task_return_error (task, error);
}

static void
on_loaded (GObject *holder, GAsyncResult *result, gpointer data)
{
  const Load *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpCertificate) certificate = g_task_propagate_pointer (G_TASK (result), &error);

  self->func (certificate, error, self->data);
}

/**
 * zp_certificate_rows_load:
 * @holder: is kept until @func was called
 *
 * Reads the certificate in another thread: a password is made slow to guess, and so is its use.
 */
void
zp_certificate_rows_load (ZpCertificateRows *self,
                          GObject *holder,
                          ZpCertificateFunc func,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (holder, NULL, on_loaded, NULL);
  Load *load = g_new0 (Load, 1);

  load->path = g_strdup (self->path != NULL ? self->path : "");
  load->password = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password)));
  load->func = func;
  load->data = data;
  g_task_set_task_data (task, load, load_free);
  if (self->path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("Choose the file of the certificate first"));
  else
    g_task_run_in_thread (task, load_now);
}
