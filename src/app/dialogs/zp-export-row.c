/* SPDX-License-Identifier: GPL-3.0-or-later
 * One format in the export dialog: whether it is written, and under which name. An old file of that
 * name is kept unless the row says that it goes. */
#include "app/dialogs/zp-export-row.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"

struct _ZpExportRow
{
  AdwActionRow parent_instance;

  const ZpExportFormat *format;
  char *folder;
  char *name;
  GtkWidget *check;
  GtkWidget *replace;
};

G_DEFINE_FINAL_TYPE (ZpExportRow, zp_export_row, ADW_TYPE_ACTION_ROW)

static guint changed_signal;

/* clang-format off */
static const char *const titles[][2] = {
  { "docx", N_ ("Document to edit (DOCX)") },
  { "pdf",  N_ ("Document to print (PDF)") },
  { "xlsx", N_ ("Tables and checks (XLSX)") },
  { "ofd",  N_ ("Document to file (OFD)") },
  { "txt",  N_ ("Plain text (TXT)") },
};
/* clang-format on */

static void
zp_export_row_finalize (GObject *object)
{
  ZpExportRow *self = ZP_EXPORT_ROW (object);

  g_free (self->folder);
  g_free (self->name);
  G_OBJECT_CLASS (zp_export_row_parent_class)->finalize (object);
}

static void
zp_export_row_class_init (ZpExportRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = zp_export_row_finalize;
  changed_signal = g_signal_new ("changed", ZP_TYPE_EXPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static const char *
find_title (const ZpExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i][0], format->id))
      return _ (titles[i][1]);
  return format->id;
}

static char *
say_taken (const ZpExportFile *file)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (file->taken_time);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *name = g_path_get_basename (file->taken_path);
  g_autofree char *other = g_path_get_basename (file->free_path);

  if (file->replaces)
    return g_strdup_printf (_ ("%1$s of %2$s is replaced"), name, day);
  return g_strdup_printf (_ ("%1$s is there already (%2$s); written as %3$s"), name, day, other);
}

static void
set_subtitle (ZpExportRow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
}

static void
show (ZpExportRow *self)
{
  ZpExportFile *file = zp_export_row_make_file (self);
  gboolean is_taken = file != NULL && file->taken_path != NULL;

  gtk_widget_set_visible (self->replace, is_taken && zp_export_row_is_chosen (self));
  if (file != NULL)
    {
      g_autofree char *text =
        is_taken ? say_taken (file) : g_path_get_basename (zp_export_file_get_path (file));

      set_subtitle (self, text);
    }
  zp_export_file_free (file);
}

static void
on_toggled (GtkCheckButton *button, gpointer data)
{
  show (ZP_EXPORT_ROW (data));
  g_signal_emit (data, changed_signal, 0);
}

static void
zp_export_row_init (ZpExportRow *self)
{
  self->check = gtk_check_button_new ();
  self->replace = gtk_check_button_new_with_label (_ ("Replace"));
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->replace, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->replace);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect (self->check, "toggled", G_CALLBACK (on_toggled), self);
  g_signal_connect (self->replace, "toggled", G_CALLBACK (on_toggled), self);
}

/** zp_export_row_new: (transfer floating) */
GtkWidget *
zp_export_row_new (const ZpExportFormat *format, gboolean chosen)
{
  ZpExportRow *self = g_object_new (ZP_TYPE_EXPORT_ROW, NULL);

  self->format = format;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), find_title (format));
  zp_row_lend_focus (GTK_WIDGET (self), self->check, find_title (format));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  return GTK_WIDGET (self);
}

/** zp_export_row_get_format: of the row. */
const ZpExportFormat *
zp_export_row_get_format (ZpExportRow *self)
{
  g_return_val_if_fail (ZP_IS_EXPORT_ROW (self), NULL);

  return self->format;
}

/** zp_export_row_is_chosen: whether it is written. */
gboolean
zp_export_row_is_chosen (ZpExportRow *self)
{
  g_return_val_if_fail (ZP_IS_EXPORT_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/** zp_export_row_choose: as a click would. */
void
zp_export_row_choose (ZpExportRow *self, gboolean chosen)
{
  g_return_if_fail (ZP_IS_EXPORT_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}

/** zp_export_row_set_place: @name: without extension. Leave to replace a file does not go along. */
void
zp_export_row_set_place (ZpExportRow *self, const char *folder, const char *name)
{
  g_return_if_fail (ZP_IS_EXPORT_ROW (self));

  g_free (self->folder);
  g_free (self->name);
  self->folder = g_strdup (folder);
  self->name = g_strdup (name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->replace), FALSE);
  show (self);
}

/** zp_export_row_set_replaces: as a click would. */
void
zp_export_row_set_replaces (ZpExportRow *self, gboolean replaces)
{
  g_return_if_fail (ZP_IS_EXPORT_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->replace), replaces);
}

/** zp_export_row_make_file: (transfer full) (nullable): where it would be written now. */
ZpExportFile *
zp_export_row_make_file (ZpExportRow *self)
{
  ZpExportFile *file;

  g_return_val_if_fail (ZP_IS_EXPORT_ROW (self), NULL);

  if (self->folder == NULL)
    return NULL;
  file = zp_export_file_new (self->folder, self->name, self->format);
  file->replaces =
    file->taken_path != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->replace));
  return file;
}
