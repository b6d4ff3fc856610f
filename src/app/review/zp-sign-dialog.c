/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审签: role, name, opinion, and a certificate where there is one. */
#include "app/review/zp-sign-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/review/zp-certificate-rows.h"
#include "app/review/zp-review-frame.h"
#include "review/zp-remark.h"
#include "session/zp-review-steps.h"

#define WIDTH 520
#define DATA "zp-sign-dialog"

/**
 * SignDialog:
 * @roles: that may sign now; @n_roles of them
 * @is_gone: the dialog was closed while a certificate was being read
 */
typedef struct
{
  ZpReviewFrame frame;
  ZpSession *session;
  GtkWidget *from; /* weak */
  ZpRole roles[2];
  guint n_roles;
  GtkWidget *role;
  GtkWidget *name;
  GtkTextBuffer *opinion;
  ZpCertificateRows *certificate;
  GtkWidget *trouble;
  gboolean is_gone;
} SignDialog;

static void
sign_dialog_free (gpointer data)
{
  SignDialog *self = data;

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->session);
  g_free (self);
}

static void
show_trouble (SignDialog *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->trouble), text != NULL ? text : "");
  gtk_widget_set_visible (self->trouble, text != NULL);
  gtk_widget_set_sensitive (self->frame.verb, TRUE);
}

static void
tell_signed (SignDialog *self)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (zp_session_get_report (self->session));
  const ZpSeal *seal = g_ptr_array_index (seals, seals->len - 1);
  g_autofree char *text = g_strdup_printf (_ ("Signed; check code %s"), seal->code);

  if (self->from == NULL)
    return;
  zp_toast_show (self->from, text, _ ("Undo"), "win.undo");
  gtk_widget_activate_action (self->from, "win.save", NULL);
}

static void
sign (SignDialog *self, const ZpCertificate *certificate)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *opinion = zp_review_text_get (self->opinion);
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (self->role));
  ZpSealRequest request = { self->roles[at < self->n_roles ? at : 0], name, opinion, certificate,
                            0 };
  g_autoptr (GError) error = NULL;

  if (!zp_session_sign (self->session, &request, &error))
    {
      show_trouble (self, error->message);
      return;
    }
  tell_signed (self);
  gtk_window_close (self->frame.window);
}

static void
on_loaded (ZpCertificate *certificate, const GError *error, gpointer data)
{
  SignDialog *self = data;

  if (self->is_gone)
    return;
  if (certificate == NULL)
    show_trouble (self, error->message);
  else
    sign (self, certificate);
}

static void
on_verb (SignDialog *self)
{
  if (!zp_certificate_rows_is_wanted (self->certificate))
    {
      sign (self, NULL);
      return;
    }
  gtk_widget_set_sensitive (self->frame.verb, FALSE);
  zp_certificate_rows_load (self->certificate, G_OBJECT (self->frame.window), on_loaded, self);
}

static void
on_changed (SignDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_sensitive (self->frame.verb, *name != '\0' && self->n_roles > 0);
}

static void
find_roles (SignDialog *self)
{
  if (zp_session_may_step (self->session, ZP_STEP_APPROVE, NULL))
    self->roles[self->n_roles++] = ZP_ROLE_LEADER;
  if (zp_session_may_step (self->session, ZP_STEP_REVIEW, NULL))
    self->roles[self->n_roles++] = ZP_ROLE_REVIEWER;
}

static GtkWidget *
role_row_new (SignDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < self->n_roles; i++)
    gtk_string_list_append (words, zp_role_get_label (self->roles[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Role"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  return row;
}

static GtkWidget *
name_row_new (SignDialog *self)
{
  const char *author = zp_session_get_author (self->session);

  self->name = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->name), author != NULL ? author : "");
  return zp_entry_row_new (_ ("Name"), self->name);
}

static void
add_open_remarks (SignDialog *self)
{
  g_autoptr (GPtrArray) remarks = zp_remark_list (zp_session_get_report (self->session));
  g_autofree char *text = NULL;
  guint n_open = 0;

  for (guint i = 0; i < remarks->len; i++)
    n_open += ((const ZpRemark *) g_ptr_array_index (remarks, i))->open ? 1 : 0;
  if (n_open == 0)
    return;
  text = g_strdup_printf (ngettext ("%u remark is still open", "%u remarks are still open", n_open),
                          n_open);
  gtk_box_append (GTK_BOX (self->frame.body), zp_sign_new ("dialog-warning-symbolic", text, text));
}

static void
add_rows (SignDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->role = role_row_new (self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->role);
  gtk_list_box_append (GTK_LIST_BOX (list), name_row_new (self));
  self->certificate = zp_certificate_rows_new (GTK_LIST_BOX (list));
  gtk_box_append (GTK_BOX (self->frame.body), list);
}

static void
build (SignDialog *self)
{
  GtkWidget *body = self->frame.body;

  add_open_remarks (self);
  gtk_box_append (GTK_BOX (body), zp_label_new (_ ("Opinion"), "zp-h2"));
  gtk_box_append (GTK_BOX (body), zp_review_text_new (_ ("Opinion"), &self->opinion));
  gtk_text_buffer_set_text (self->opinion, C_ ("opinion of a signer", "Agreed"), -1);
  add_rows (self);
  gtk_box_append (
    GTK_BOX (body),
    zp_label_new (_ ("What was sent for review is sealed as it stands. Each later change is seen."),
                  "zp-caption"));
  self->trouble = zp_label_new (NULL, "zp-trouble");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_box_append (GTK_BOX (body), self->trouble);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->frame.verb, "clicked", G_CALLBACK (on_verb), self);
  on_changed (self);
}

static void
on_destroy (SignDialog *self)
{
  self->is_gone = TRUE;
}

/**
 * zp_sign_dialog_present:
 * @from: the window; it is asked to save once the report is signed
 */
void
zp_sign_dialog_present (GtkWidget *from, ZpSession *session)
{
  SignDialog *self = g_new0 (SignDialog, 1);

  self->frame = zp_review_frame_new (from, _ ("Sign the Report"), _ ("_Sign"), WIDTH, -1);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->from, from);
  g_object_set_data_full (G_OBJECT (self->frame.window), DATA, self, sign_dialog_free);
  g_signal_connect_swapped (self->frame.window, "destroy", G_CALLBACK (on_destroy), self);
  find_roles (self);
  build (self);
  gtk_window_present (self->frame.window);
}

/** zp_sign_dialog_set_certificate: as if both were chosen and typed, for tests. */
void
zp_sign_dialog_set_certificate (GtkWindow *dialog, const char *path, const char *password)
{
  SignDialog *self = g_object_get_data (G_OBJECT (dialog), DATA);

  g_return_if_fail (self != NULL);

  zp_certificate_rows_set (self->certificate, path, password);
}
