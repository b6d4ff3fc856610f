/* SPDX-License-Identifier: GPL-3.0-or-later
 * The spreadsheet attachment as an XLSX file, over libxlsxwriter. */
#include "export/zp-export-formats.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/zp-text.h"
#include "export/zp-xlsx-private.h"

#define SECONDS_PER_DAY 86400
#define NOON 43200

typedef char TempFile;

/* The library writes to a path only; the file goes with the variable that names it. */
static void
temp_file_remove (TempFile *path)
{
  g_unlink (path);
  g_free (path);
}

typedef lxw_workbook Workbook;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TempFile, temp_file_remove)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Workbook, lxw_workbook_free)

static gboolean
fail (lxw_error result, GError **error)
{
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER,
               _ ("the spreadsheet cannot be made: %s"), lxw_strerror (result));
  return FALSE;
}

static TempFile *
make_temp_file (GError **error)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("ziping-XXXXXX.xlsx", &path, error);

  if (fd < 0)
    return NULL;

  g_close (fd, NULL);
  return path;
}

/* Noon, so that the day is the same wherever the file is opened, and never 0, which the library
 * takes for the present. */
static lxw_error
set_properties (lxw_workbook *workbook, const ZpBook *book)
{
  g_autofree char *title = zp_text_clean (book->title != NULL ? book->title : "");
  g_autofree char *author = zp_text_clean (book->author != NULL ? book->author : "");
  lxw_doc_properties properties = { .title = title,
                                    .author = author,
                                    .company = author,
                                    .created = (time_t) book->date * SECONDS_PER_DAY + NOON };

  return workbook_set_properties (workbook, &properties);
}

static gboolean
write_sheet (lxw_workbook *workbook,
             const ZpBook *book,
             const ZpBookSheet *sheet,
             ZpXlsxFormats *formats,
             GError **error)
{
  lxw_error result = workbook_validate_sheet_name (workbook, sheet->name);
  lxw_worksheet *worksheet = NULL;

  if (result == LXW_NO_ERROR)
    worksheet = workbook_add_worksheet (workbook, sheet->name);
  if (worksheet != NULL)
    return zp_xlsx_write_sheet (workbook, worksheet, sheet, formats, book, error);

  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER, _ ("sheet “%s”: %s"), sheet->name,
               lxw_strerror (result != LXW_NO_ERROR ? result : LXW_ERROR_MEMORY_MALLOC_FAILED));
  return FALSE;
}

static gboolean
write_sheets (lxw_workbook *workbook, const ZpBook *book, GError **error)
{
  g_autoptr (ZpXlsxFormats) formats = zp_xlsx_formats_new (workbook);

  for (guint i = 0; i < book->sheets->len; i++)
    if (!write_sheet (workbook, book, g_ptr_array_index (book->sheets, i), formats, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_file (const char *path, const ZpBook *book, GError **error)
{
  g_autofree char *folder = g_strdup (g_get_tmp_dir ());
  lxw_workbook_options options = { .tmpdir = folder };
  g_autoptr (Workbook) workbook = workbook_new_opt (path, &options);
  lxw_error result = LXW_NO_ERROR;

  if (workbook == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);

  result = set_properties (workbook, book);
  if (result != LXW_NO_ERROR)
    return fail (result, error);
  if (!write_sheets (workbook, book, error))
    return FALSE;

  /* Closing frees the workbook even when it fails. */
  result = workbook_close (g_steal_pointer (&workbook));
  return result == LXW_NO_ERROR || fail (result, error);
}

static GBytes *
read_file (const char *path, GError **error)
{
  char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;

  return g_bytes_new_take (bytes, length);
}

/**
 * zp_export_xlsx_write:
 * @content: its book is read
 * @error: return location for a #ZpExportError or #GFileError
 *
 * Writes the sheets with live formulas, each with its right result beside it, so that readers which
 * do not calculate show the same. The book must have a sheet.
 *
 * Returns: (transfer full): the file, the same bytes for the same book, or %NULL with @error set
 */
GBytes *
zp_export_xlsx_write (const ZpExportContent *content, GError **error)
{
  g_autoptr (TempFile) path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (content != NULL && content->book != NULL, NULL);
  g_return_val_if_fail (content->book->sheets->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = make_temp_file (error);
  if (path == NULL || !write_file (path, content->book, error))
    return NULL;

  bytes = read_file (path, error);
  if (bytes == NULL || !zp_xlsx_prove (bytes, error))
    return NULL;

  return g_steal_pointer (&bytes);
}
