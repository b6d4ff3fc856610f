/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli history: who changed what, when, from what to what and how. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/zp-cli.h"
#include "review/zp-anchor.h"
#include "review/zp-history.h"

static void
write_line (ZpJsonWriter *json, const ZpHistoryLine *line, ZpReport *report)
{
  g_autofree char *id = zp_anchor_to_id (report, line->key);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "time", line->time);
  zp_json_writer_string (json, "by", line->by);
  zp_json_writer_string (json, "how", line->how);
  zp_json_writer_string (json, "id", id != NULL ? id : line->key);
  zp_json_writer_string (json, "key", line->key);
  zp_json_writer_string (json, "before", line->before);
  zp_json_writer_string (json, "after", line->after);
  zp_json_writer_end_object (json);
}

static void
print_json (const GPtrArray *lines, ZpReport *report)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_boolean (json, "whole", zp_trail_is_whole (zp_report_get_trail (report)));
  zp_json_writer_begin_array (json, "changes");
  for (guint i = 0; i < lines->len; i++)
    write_line (json, g_ptr_array_index (lines, i), report);
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

/* Columns parted by tabs, so that a spreadsheet takes them. */
static void
print_lines (const GPtrArray *lines, ZpReport *report)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i);
      g_autofree char *label = zp_anchor_get_label (report, line->key);
      g_autofree char *row = g_strjoin (
        "\t", line->time, line->by != NULL ? line->by : "",
        line->how != NULL ? zp_history_get_how_label (line->how) : "", line->key, label,
        line->before != NULL ? line->before : "", line->after != NULL ? line->after : "", NULL);

      g_strdelimit (row, "\n\r", ' ');
      zp_cli_print ("%s\n", row);
    }
}

ZpExit
zp_cli_history (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 2 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  lines = file != NULL ? zp_history_list (file->report, argc > 2 ? argv[2] : NULL, &error) : NULL;
  if (lines == NULL)
    return zp_cli_fail (error);
  if (!zp_trail_is_whole (zp_report_get_trail (file->report)))
    zp_cli_message (_ ("%s: the history was altered by other means than ziping"), argv[1]);
  if (as_json)
    print_json (lines, file->report);
  else
    print_lines (lines, file->report);
  return ZP_EXIT_DONE;
}
