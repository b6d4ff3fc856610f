/* SPDX-License-Identifier: GPL-3.0-or-later
 * What became of each file of an export. */
#include "app/dialogs/zp-export-result.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/dialogs/zp-export-slips.h"

static const char *
say_state (const ZpExportFile *file)
{
  if (file->is_written)
    return _ ("written");
  return file->error != NULL ? _ ("not written") : _ ("stopped before it");
}

static const char *
icon_of (const ZpExportFile *file)
{
  if (file->is_written)
    return "object-select-symbolic";
  return file->error != NULL ? "dialog-error-symbolic" : "media-playback-stop-symbolic";
}

static GtkWidget *
row_new (const ZpExportFile *file)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = zp_sign_new (icon_of (file), NULL, say_state (file));
  g_autofree char *name = g_path_get_basename (zp_export_file_get_path (file));

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), zp_label_new (name, NULL));
  if (!file->is_written)
    gtk_box_append (
      GTK_BOX (words),
      zp_label_new (file->error != NULL ? file->error : say_state (file), "zp-caption"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static GtkWidget *
fonts_new (const GPtrArray *fonts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_copy ((GPtrArray *) fonts, NULL, NULL);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (C_ ("between fonts", ", "), (char **) names->pdata);
  text = g_strdup_printf (_ ("Fonts: %s"), list);
  return zp_label_new (text, "zp-caption");
}

/** zp_export_result_new: (transfer floating): each file, what kept it from being written, the fonts
 * that were used, and what a proof-reader would ask. */
GtkWidget *
zp_export_result_new (const ZpExportJob *job)
{
  const GPtrArray *files = zp_export_job_get_files (job);
  const GPtrArray *fonts = zp_export_job_get_fonts (job);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  for (guint i = 0; i < files->len; i++)
    gtk_box_append (GTK_BOX (box), row_new (g_ptr_array_index (files, i)));
  if (fonts->len > 0)
    gtk_box_append (GTK_BOX (box), fonts_new (fonts));
  if (zp_export_job_get_slips (job, NULL)->len > 0)
    gtk_box_append (GTK_BOX (box), zp_export_slips_new (job));
  return box;
}
