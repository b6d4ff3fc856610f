/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli fill: values from DATA.json, all or nothing. */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cli/zp-cli.h"
#include "report/zp-data.h"

#define MAX_DEPTH 64

static const char *
name_of (const char *path)
{
  return strcmp (path, "-") == 0 ? _ ("standard input") : path;
}

static ZpJsonDoc *
read_data (const char *path, GError **error)
{
  ZpJsonLimits limits = { .max_bytes = ZP_REPORT_MAX_BYTES, .max_depth = MAX_DEPTH };
  g_autoptr (GBytes) bytes =
    strcmp (path, "-") == 0
      ? zp_file_read_descriptor (STDIN_FILENO, name_of (path), ZP_REPORT_MAX_BYTES, error)
      : zp_file_read (path, ZP_REPORT_MAX_BYTES, NULL, error);
  ZpJsonDoc *doc;

  if (bytes == NULL)
    return NULL;
  doc = zp_json_doc_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), limits, error);
  if (doc == NULL)
    g_prefix_error (error, "%s: ", name_of (path));
  return doc;
}

static gboolean
fill (ZpReportFile *file, const char *path, const char *by, GError **error)
{
  g_autoptr (ZpJsonDoc) data = read_data (path, error);
  g_autoptr (ZpBatch) batch = NULL;

  if (data == NULL)
    return FALSE;
  batch = zp_data_to_batch (file->report, zp_json_doc_get_root (data), error);
  if (batch == NULL)
    {
      g_prefix_error (error, _ ("%s: nothing was set:\n"), name_of (path));
      return FALSE;
    }
  batch->author = g_strdup (by);
  batch->time = zp_cli_now ();
  zp_batch_set_how (batch, ZP_HOW_IMPORTED);
  return zp_cli_apply (file, g_steal_pointer (&batch), error);
}

ZpExit
zp_cli_fill (int argc, char **argv)
{
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who the history names"), "NAME" },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  if (!zp_cli_is_text (argv[0], "--by", by))
    return ZP_EXIT_NOT_DONE;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL || !zp_cli_may_change (file, &error) || !fill (file, argv[2], by, &error))
    return zp_cli_fail (error);
  return ZP_EXIT_DONE;
}
