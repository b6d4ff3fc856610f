/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be written, for whom, and where. */
#include "app/dialogs/zp-export-form.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-announce.h"
#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-profile-list.h"
#include "app/common/zp-settings.h"
#include "app/dialogs/zp-export-row.h"
#include "session/zp-lent.h"

/**
 * ZpExportForm:
 * @name: of the files, without extension
 * @folder: (nullable): to write to; none before one was chosen, where one has to be chosen
 * @rows: of #ZpExportRow, in the order of the formats
 * @chooser: (nullable): while it is asked for another folder
 */
struct _ZpExportForm
{
  GtkWidget parent_instance;

  ZpSession *session;
  char *name;
  char *folder;
  GtkWidget *scroller;
  GtkWidget *errors;
  GtkWidget *profile;
  GtkWidget *place;
  GPtrArray *rows;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (ZpExportForm, zp_export_form, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
zp_export_form_dispose (GObject *object)
{
  ZpExportForm *self = ZP_EXPORT_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_export_form_parent_class)->dispose (object);
}

static void
zp_export_form_finalize (GObject *object)
{
  ZpExportForm *self = ZP_EXPORT_FORM (object);

  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self->folder);
  G_OBJECT_CLASS (zp_export_form_parent_class)->finalize (object);
}

static void
zp_export_form_class_init (ZpExportFormClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_export_form_dispose;
  object_class->finalize = zp_export_form_finalize;
  changed_signal = g_signal_new ("changed", ZP_TYPE_EXPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
zp_export_form_init (ZpExportForm *self)
{
  self->rows = g_ptr_array_new ();
}

static gboolean
writes_checks (ZpExportForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ZpExportRow *row = g_ptr_array_index (self->rows, i);

      if (zp_export_row_is_chosen (row) && zp_export_row_get_format (row)->needs_book)
        return TRUE;
    }
  return FALSE;
}

/* Open errors are no reason not to write, but nobody shall write them unawares. */
static void
show_errors (ZpExportForm *self)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  ZpSummary summary;

  zp_session_get_summary (self->session, &summary);
  gtk_widget_set_visible (self->errors, summary.errors > 0);
  if (summary.errors == 0)
    return;
  count = zp_severity_count_words (ZP_SEVERITY_ERROR, summary.errors);
  text =
    g_strdup_printf (writes_checks (self)
                       ? _ ("%s still open; they are listed in the tables, on the sheet of checks")
                       : _ ("%s still open; choose the tables to have them listed there"),
                     count);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->errors)), text);
}

static void
tell_changed (ZpExportForm *self)
{
  show_errors (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_errors_shown (GtkWidget *box)
{
  zp_announce (box, gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (box))));
}

static GtkWidget *
errors_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = zp_label_new (NULL, NULL);

  gtk_widget_add_css_class (box, "zp-open-errors");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), zp_sign_new (zp_severity_get_icon (ZP_SEVERITY_ERROR), NULL,
                                              zp_severity_get_word (ZP_SEVERITY_ERROR)));
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect (box, "map", G_CALLBACK (on_errors_shown), NULL);
  return box;
}

static void
add_row (ZpExportForm *self, AdwPreferencesGroup *group, const ZpExportFormat *format)
{
  g_auto (GStrv) chosen = g_settings_get_strv (zp_settings_get (), "export-formats");
  GtkWidget *row =
    zp_export_row_new (format, g_strv_contains ((const char *const *) chosen, format->id));

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (tell_changed), self);
}

static GtkWidget *
formats_new (ZpExportForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const ZpExportFormat *const *formats = zp_export_format_list ();

  for (guint i = 0; formats[i] != NULL; i++)
    add_row (self, ADW_PREFERENCES_GROUP (group), formats[i]);
  zp_row_name_list (g_ptr_array_index (self->rows, 0), _ ("Formats"));
  return group;
}

static void
on_folder_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  ZpExportForm *self = ZP_EXPORT_FORM (data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        zp_export_form_set_folder (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
on_choose (GtkButton *button, gpointer data)
{
  ZpExportForm *self = ZP_EXPORT_FORM (data);
  g_autoptr (GFile) folder = self->folder != NULL ? g_file_new_for_path (self->folder) : NULL;

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (
    _ ("Folder to Export To"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_folder_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static GtkWidget *
place_new (ZpExportForm *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("C_hoose …"));

  self->place = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Folder"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  zp_set_label (button, _ ("Choose the folder"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_choose), self);
  return row;
}

static GtkWidget *
profile_new (ZpExportForm *self)
{
  g_autoptr (GtkStringList) labels = zp_profile_list_new ();
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Purpose"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  self->profile = row;
  return row;
}

static void
build (ZpExportForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *group = adw_preferences_group_new ();

  self->scroller = gtk_scrolled_window_new ();
  self->errors = errors_new ();
  gtk_widget_add_css_class (box, "zp-dialog-body");
  gtk_box_append (GTK_BOX (box), self->errors);
  gtk_box_append (GTK_BOX (box), formats_new (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), profile_new (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), place_new (self));
  gtk_box_append (GTK_BOX (box), group);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* The folder used last, else that of the report, else that for documents; NULL for none. */
static char *
find_folder (ZpSession *session)
{
  g_autofree char *last = g_settings_get_string (zp_settings_get (), "export-folder");

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);
  return zp_lent_find_folder (zp_session_get_path (session));
}

/** zp_export_form_new: (transfer floating): as it was left the last time. */
GtkWidget *
zp_export_form_new (ZpSession *session)
{
  ZpExportForm *self = g_object_new (ZP_TYPE_EXPORT_FORM, NULL);
  g_autofree char *folder = find_folder (session);

  self->session = g_object_ref (session);
  self->name = zp_export_make_name (session);
  build (self);
  zp_export_form_set_folder (self, folder);
  return GTK_WIDGET (self);
}

/** zp_export_form_set_folder: @folder: (nullable): to write to; %NULL when it is to be chosen. */
void
zp_export_form_set_folder (ZpExportForm *self, const char *folder)
{
  char *copy = g_strdup (folder);
  g_autofree char *shown =
    folder != NULL ? zp_lent_show (folder) : g_strdup (_ ("Choose where to export to"));
  g_autofree char *markup = g_markup_escape_text (shown, -1);

  g_return_if_fail (ZP_IS_EXPORT_FORM (self));

  g_free (self->folder);
  self->folder = copy;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place), markup);
  for (guint i = 0; i < self->rows->len; i++)
    zp_export_row_set_place (g_ptr_array_index (self->rows, i), self->folder, self->name);
  tell_changed (self);
}

/** zp_export_form_get_folder: (nullable): where files are written. */
const char *
zp_export_form_get_folder (ZpExportForm *self)
{
  g_return_val_if_fail (ZP_IS_EXPORT_FORM (self), NULL);

  return self->folder;
}

/** zp_export_form_count_files: how many files would be written. */
guint
zp_export_form_count_files (ZpExportForm *self)
{
  guint count = 0;

  g_return_val_if_fail (ZP_IS_EXPORT_FORM (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += zp_export_row_is_chosen (g_ptr_array_index (self->rows, i));
  return count;
}

/** zp_export_form_list_files: (transfer full): of #ZpExportFile. */
GPtrArray *
zp_export_form_list_files (ZpExportForm *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_export_file_free);

  g_return_val_if_fail (ZP_IS_EXPORT_FORM (self), files);

  for (guint i = 0; i < self->rows->len; i++)
    if (zp_export_row_is_chosen (g_ptr_array_index (self->rows, i)))
      g_ptr_array_add (files, zp_export_row_make_file (g_ptr_array_index (self->rows, i)));
  return files;
}

/** zp_export_form_list_formats: (transfer full): ids of the formats that are chosen. */
char **
zp_export_form_list_formats (ZpExportForm *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZpExportRow *row = g_ptr_array_index (self->rows, i);

      if (zp_export_row_is_chosen (row))
        g_ptr_array_add (ids, g_strdup (zp_export_row_get_format (row)->id));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/** zp_export_form_get_profile: for whom it is written. */
ZpProfile
zp_export_form_get_profile (ZpExportForm *self)
{
  g_return_val_if_fail (ZP_IS_EXPORT_FORM (self), ZP_PROFILE_SUBMIT);

  return zp_profile_list_get (adw_combo_row_get_selected (ADW_COMBO_ROW (self->profile)));
}

/** zp_export_form_has_errors: whether errors are open. */
gboolean
zp_export_form_has_errors (ZpExportForm *self)
{
  ZpSummary summary;

  g_return_val_if_fail (ZP_IS_EXPORT_FORM (self), FALSE);

  zp_session_get_summary (self->session, &summary);
  return summary.errors > 0;
}
