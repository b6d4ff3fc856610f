/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saves what can be saved of a damaged report file. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-file-private.h"

/* Figures that a newer pack may count in another unit mean nothing without theirs. */
static gboolean
check_units (const ZpReportFile *file, const ZpJson *root, GError **error)
{
  const ZpJson *units = zp_json_get (root, "units");
  gboolean whole = units != NULL && units->kind == ZP_JSON_OBJECT;

  if (file->migrated->len == 0)
    return TRUE;
  for (const ZpJson *unit = whole ? units->first : NULL; unit != NULL; unit = unit->next)
    whole &= unit->kind == ZP_JSON_STRING;
  if (whole)
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
               _ ("the units of the figures cannot be read; install the version of the template "
                  "that the report was made with"));
  return FALSE;
}

static void
check_digest (GBytes *bytes, const ZpJson *root, GPtrArray *lost)
{
  if (lost->len == 0 && !zp_report_digest_holds (bytes, root))
    g_ptr_array_add (lost,
                     g_strdup (_ ("all values can be read, but the file was changed by other means "
                                  "than ziping since it was saved; compare the figures")));
}

static ZpReportFile *
salvage_bytes (ZpPackStore *store, GBytes *bytes, GPtrArray *lost, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_recover (text, length, zp_report_limits, lost, error);
  g_autoptr (ZpReportFile) file = NULL;
  const ZpJson *root;

  if (doc == NULL)
    return NULL;
  root = zp_json_doc_get_root (doc);
  file = zp_report_read (store, NULL, doc, lost, error);
  if (file == NULL || !check_units (file, root, error))
    return NULL;
  check_digest (bytes, root, lost);
  file->intact = FALSE;
  file->source = g_steal_pointer (&doc);
  return g_steal_pointer (&file);
}

/**
 * zp_report_file_salvage:
 * @store: where its pack is found
 * @path: a damaged report
 * @lost: (out) (optional) (transfer full) (element-type utf8): what could not be read, in words,
 * with line and id; also set on an error
 * @error: return location for %ZP_FILE_ERROR, %ZP_JSON_ERROR, %ZP_REPORT_ERROR or %ZP_PACK_ERROR
 *
 * Reads as much of a damaged file as can be read: up to the first place that is no JSON, without
 * the values that are none of their cells. No figure is guessed or completed: what is in the report
 * stood in the file as a whole value. The damaged file is not touched, and the report knows no
 * path, so that it is saved under a new name.
 *
 * Returns: (transfer full) (nullable): %NULL when the file cannot be read, does not say which
 * template it was made with, or that is not at hand
 */
ZpReportFile *
zp_report_file_salvage (ZpPackStore *store, const char *path, GPtrArray **lost, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  ZpReportFile *file = NULL;

  g_return_val_if_fail (store != NULL && path != NULL, NULL);

  bytes = zp_file_read (path, ZP_REPORT_MAX_BYTES, NULL, error);
  if (bytes != NULL)
    {
      file = salvage_bytes (store, bytes, lines, error);
      if (file == NULL)
        g_prefix_error (error, "%s: ", path);
      else
        file->damaged = g_canonicalize_filename (path, NULL);
    }
  if (lost != NULL)
    *lost = g_steal_pointer (&lines);
  return file;
}
