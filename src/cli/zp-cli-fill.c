/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli fill: values from DATA.json, all or nothing. */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cli/zp-cli.h"
#include "report/zp-data.h"

#define MAX_DEPTH 64

static ZpJsonDoc *
read_data (const char *path, GError **error)
{
  ZpJsonLimits limits = { .max_bytes = ZP_REPORT_MAX_BYTES, .max_depth = MAX_DEPTH };
  g_autoptr (GBytes) bytes =
    strcmp (path, "-") == 0
      ? zp_file_read_descriptor (STDIN_FILENO, _ ("standard input"), ZP_REPORT_MAX_BYTES, error)
      : zp_file_read (path, ZP_REPORT_MAX_BYTES, NULL, error);
  ZpJsonDoc *doc;

  if (bytes == NULL)
    return NULL;
  doc = zp_json_doc_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), limits, error);
  if (doc == NULL)
    g_prefix_error (error, "%s: ", path);
  return doc;
}

static gboolean
fill (ZpReportFile *file, const char *path, GError **error)
{
  g_autoptr (ZpJsonDoc) data = read_data (path, error);
  g_autoptr (ZpBatch) batch = NULL;

  if (data == NULL)
    return FALSE;
  batch = zp_data_to_batch (file->report, zp_json_doc_get_root (data), error);
  if (batch == NULL)
    {
      g_prefix_error (error, _ ("%s: nothing was set:\n"), path);
      return FALSE;
    }
  return zp_report_apply (file->report, g_steal_pointer (&batch), error) &&
         zp_report_file_save (file, NULL, ZP_FILE_REPLACE, error);
}

ZpExit
zp_cli_fill (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL || !fill (file, argv[2], &error))
    return zp_cli_fail (error);
  return ZP_EXIT_DONE;
}
