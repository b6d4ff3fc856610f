/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli submit: 送审, or what is left to do before. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "review/zp-left.h"
#include "review/zp-review.h"

static void
write_left (ZpJsonWriter *json, const ZpLeft *left)
{
  const ZpFinding *finding = left->finding;

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "check", finding->id);
  zp_json_writer_string (json, "severity", zp_severity_get_id (finding->severity));
  zp_json_writer_string (json, "title", finding->title);
  zp_json_writer_string (json, "message", finding->message);
  zp_json_writer_string (json, "instruction", finding->instruction);
  zp_json_writer_string (json, "needs", left->needs_note ? "note" : "correction");
  zp_json_writer_begin_array (json, "cells");
  for (guint i = 0; finding->cells[i] != NULL; i++)
    zp_json_writer_string (json, NULL, finding->cells[i]);
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
}

static void
print_json (const ZpReportFile *file, const GArray *left)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();
  ZpReviewState state = zp_review_get_state (file->report);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "file", file->path);
  zp_json_writer_boolean (json, "submitted", left->len == 0);
  zp_json_writer_string (json, "state", zp_review_state_get_id (state));
  zp_json_writer_begin_array (json, "left");
  for (guint i = 0; i < left->len; i++)
    write_left (json, &g_array_index (left, ZpLeft, i));
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

static void
print_left (const ZpReportFile *file, const GArray *left)
{
  zp_cli_print (ngettext ("%s: not sent for review; %u thing is left to do\n",
                          "%s: not sent for review; %u things are left to do\n", left->len),
                file->path, left->len);
  for (guint i = 0; i < left->len; i++)
    {
      const ZpLeft *item = &g_array_index (left, ZpLeft, i);

      zp_cli_print ("%s  %s\n  %s\n", item->finding->id, item->finding->message,
                    item->needs_note ? _ ("correct it or write a note")
                                     : item->finding->instruction);
    }
}

static ZpExit
submit (ZpReportFile *file, const char *by, gboolean as_json, GError **error)
{
  g_autoptr (ZpBatch) batch = zp_review_make_submit (file, by, zp_cli_now (), error);
  g_autoptr (ZpChecker) checker = NULL;
  g_autoptr (GArray) left = NULL;

  if (batch == NULL)
    return ZP_EXIT_NOT_DONE;
  checker = zp_checker_new (file->report);
  left = zp_left_list (checker, zp_report_get_pack (file->report));
  if (left->len == 0 && !zp_cli_apply (file, g_steal_pointer (&batch), error))
    return ZP_EXIT_NOT_DONE;
  if (as_json)
    print_json (file, left);
  else if (left->len > 0)
    print_left (file, left);
  else
    zp_cli_print_state (file);
  return left->len == 0 ? ZP_EXIT_DONE : ZP_EXIT_FOUND;
}

static ZpExit
take_back (ZpReportFile *file, const char *by, gboolean as_json, GError **error)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (ZpLeft));
  ZpBatch *batch = zp_review_make_step (file, ZP_STEP_TAKE_BACK, by, NULL, zp_cli_now (), error);

  if (!zp_cli_apply (file, batch, error))
    return ZP_EXIT_NOT_DONE;
  if (as_json)
    print_json (file, nothing);
  else
    zp_cli_print_state (file);
  return ZP_EXIT_DONE;
}

ZpExit
zp_cli_submit (int argc, char **argv)
{
  g_autofree char *by = NULL;
  gboolean as_json = FALSE;
  gboolean takes_back = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who hands the report in"), "NAME" },
    { "take-back", 0, 0, G_OPTION_ARG_NONE, &takes_back,
      N_ ("Take back what was sent, before the review begins"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if (!zp_cli_has_name (argv[0], by))
    return ZP_EXIT_NOT_DONE;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  exit_code =
    takes_back ? take_back (file, by, as_json, &error) : submit (file, by, as_json, &error);
  return error == NULL ? exit_code : zp_cli_fail (error);
}
