/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table of formats: a new one is a row here and a file of its own. */
#include "export/zp-exporter.h"

#include <glib/gi18n-lib.h>

#include "export/zp-export-formats.h"

G_DEFINE_QUARK (zp_export_error, zp_export_error)

static const ZpExportFormat docx = {
  .id = "docx",
  .extension = "docx",
  .mime_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .write = zp_export_docx_write,
};

static const ZpExportFormat pdf = {
  .id = "pdf",
  .extension = "pdf",
  .mime_type = "application/pdf",
  .needs_fonts = TRUE,
  .own_thread = TRUE,
  .write = zp_export_pdf_write,
};

static const ZpExportFormat xlsx = {
  .id = "xlsx",
  .extension = "xlsx",
  .mime_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .needs_book = TRUE,
  .write = zp_export_xlsx_write,
};

static const ZpExportFormat ofd = {
  .id = "ofd",
  .extension = "ofd",
  .mime_type = "application/ofd",
  .needs_fonts = TRUE,
  .write = zp_export_ofd_write,
};

static const ZpExportFormat text = {
  .id = "txt",
  .extension = "txt",
  .mime_type = "text/plain",
  .write = zp_export_text_write,
};

static const ZpExportFormat *const formats[] = { &docx, &pdf, &xlsx, &ofd, &text, NULL };

static char *
join_ids (void)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; formats[i] != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", formats[i]->id);

  return g_string_free (ids, FALSE);
}

/**
 * zp_export_format_find:
 * @id: as in `--format`
 *
 * Returns: (transfer none): the format, or %NULL with %ZP_EXPORT_ERROR_FORMAT
 */
const ZpExportFormat *
zp_export_format_find (const char *id, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i]->id, id))
      return formats[i];

  known = join_ids ();
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FORMAT,
               _ ("there is no format “%s”; choose from %s"), id, known);
  return NULL;
}

/**
 * zp_export_format_list:
 *
 * Returns: (transfer none): every format, ended by %NULL
 */
const ZpExportFormat *const *
zp_export_format_list (void)
{
  return formats;
}
