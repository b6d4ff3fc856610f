/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli check: every check of one or more reports. */
#include <glib/gi18n-lib.h>

#include "check/zp-checker.h"
#include "cli/zp-cli.h"

static void
write_optional (ZpJsonWriter *json, const char *key, const char *value)
{
  if (value != NULL)
    zp_json_writer_string (json, key, value);
  else
    zp_json_writer_null (json, key);
}

static void
write_strings (ZpJsonWriter *json, const char *key, char **values)
{
  zp_json_writer_begin_array (json, key);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    zp_json_writer_string (json, NULL, values[i]);
  zp_json_writer_end_array (json);
}

static void
write_hint (ZpJsonWriter *json, const ZpPack *pack, const ZpHint *hint)
{
  int places = zp_pack_get_cell (pack, hint->cell)->max_places;
  g_autofree char *from = zp_decimal_to_string (hint->from, places);
  g_autofree char *to = zp_decimal_to_string (hint->to, places);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "cell", hint->id);
  zp_json_writer_string (json, "kind", zp_slip_get_id (hint->slip));
  zp_json_writer_string (json, "from", from);
  zp_json_writer_string (json, "to", to);
  write_strings (json, "repairs", hint->repairs);
  write_strings (json, "breaks", NULL);
  zp_json_writer_string (json, "certainty", hint->likely ? "likely" : "possible");
  zp_json_writer_string (json, "message", hint->message);
  zp_json_writer_end_object (json);
}

static void
write_note (ZpJsonWriter *json, const ZpFinding *finding)
{
  if (finding->note == NULL)
    {
      zp_json_writer_null (json, "note");
      return;
    }
  zp_json_writer_begin_object (json, "note");
  zp_json_writer_string (json, "text", finding->note->text);
  zp_json_writer_string (json, "author", finding->note->author);
  zp_json_writer_string (json, "time", finding->note->time);
  zp_json_writer_boolean (json, "valid", finding->note_valid);
  zp_json_writer_end_object (json);
}

static void
write_finding (ZpJsonWriter *json, const ZpPack *pack, const ZpFinding *finding)
{
  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "check", finding->id);
  zp_json_writer_string (json, "severity", zp_severity_get_id (finding->severity));
  write_optional (json, "title", finding->title);
  write_optional (json, "message", finding->message);
  write_optional (json, "instruction", finding->instruction);
  write_optional (json, "basis", finding->check->basis);
  write_strings (json, "cells", finding->cells);
  write_optional (json, "found", finding->found);
  write_optional (json, "expected", finding->expected);
  write_optional (json, "difference", finding->difference);
  write_optional (json, "unit", finding->unit);
  zp_json_writer_begin_array (json, "hints");
  for (guint i = 0; i < finding->hints->len; i++)
    write_hint (json, pack, g_ptr_array_index (finding->hints, i));
  zp_json_writer_end_array (json);
  write_note (json, finding);
  zp_json_writer_end_object (json);
}

static void
write_report (ZpJsonWriter *json, const char *path, ZpReport *report, ZpChecker *checker)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_autofree char *version = g_strdup_printf ("%d", pack->version);
  GPtrArray *findings = zp_checker_get_findings (checker);
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "file", path);
  zp_json_writer_string (json, "template", pack->id);
  zp_json_writer_string (json, "template_version", version);
  zp_json_writer_begin_object (json, "summary");
  zp_json_writer_int (json, "checks", summary.checks);
  zp_json_writer_int (json, "skipped", summary.skipped);
  zp_json_writer_int (json, "error", summary.errors);
  zp_json_writer_int (json, "warning", summary.warnings);
  zp_json_writer_int (json, "rounding", summary.roundings);
  zp_json_writer_int (json, "info", summary.infos);
  zp_json_writer_end_object (json);
  zp_json_writer_begin_array (json, "findings");
  for (guint i = 0; i < findings->len; i++)
    write_finding (json, pack, g_ptr_array_index (findings, i));
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
}

static const char *
severity_name (ZpSeverity severity)
{
  switch (severity)
    {
    case ZP_SEVERITY_ERROR:
      return _ ("error");
    case ZP_SEVERITY_WARNING:
      return _ ("warning");
    case ZP_SEVERITY_ROUNDING:
      return _ ("rounding");
    case ZP_SEVERITY_INFO:
      return _ ("info");
    default:
      g_assert_not_reached ();
    }
}

static void
print_summary (const char *path, ZpChecker *checker)
{
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  zp_cli_print (_ ("%1$s: %2$u checks, %3$u errors, %4$u warnings, %5$u rounding, %6$u info\n"),
                path, summary.checks, summary.errors, summary.warnings, summary.roundings,
                summary.infos);
}

static void
print_finding (const ZpFinding *finding)
{
  zp_cli_print ("\n%s  %s\n  %s\n", severity_name (finding->severity), finding->id,
                finding->message);
  if (finding->severity != ZP_SEVERITY_ROUNDING && finding->instruction != NULL)
    zp_cli_print ("  → %s\n", finding->instruction);
  for (guint i = 0; i < finding->hints->len; i++)
    zp_cli_print ("  ? %s\n", ((const ZpHint *) g_ptr_array_index (finding->hints, i))->message);
  if (finding->note != NULL)
    zp_cli_print (finding->note_valid ? _ ("  note by %1$s: %2$s\n")
                                      : _ ("  note by %1$s, void since a figure moved: %2$s\n"),
                  finding->note->author, finding->note->text);
}

static void
print_report (const char *path, ZpChecker *checker)
{
  GPtrArray *findings = zp_checker_get_findings (checker);

  print_summary (path, checker);
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i));
}

typedef struct
{
  ZpPackStore *store;
  ZpJsonWriter *json; /* or NULL for text */
  gboolean many;
  ZpExit exit_code;
} Checking;

static void
check_file (Checking *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = zp_cli_open (self->store, path, &error);
  g_autoptr (ZpChecker) checker = NULL;
  ZpSummary summary;

  if (file == NULL)
    {
      self->exit_code = zp_cli_fail (error);
      return;
    }
  checker = zp_checker_new (file->report);
  if (self->json != NULL)
    write_report (self->json, path, file->report, checker);
  else if (self->many)
    print_summary (path, checker);
  else
    print_report (path, checker);
  zp_checker_get_summary (checker, &summary);
  if (summary.errors > 0)
    self->exit_code = MAX (self->exit_code, ZP_EXIT_FOUND);
}

static void
check_files (Checking *self, char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    check_file (self, paths[i]);
}

static void
check_as_json (Checking *self, char **paths)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  self->json = json;
  if (self->many)
    zp_json_writer_begin_array (json, NULL);
  check_files (self, paths);
  if (self->many)
    zp_json_writer_end_array (json);
  if (!self->many && self->exit_code == ZP_EXIT_NOT_DONE)
    return;
  zp_cli_print_json (json);
}

ZpExit
zp_cli_check (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json,
      N_ ("Print JSON: an object, or an array for several files"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  Checking checking = { 0 };
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, -1 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  checking.store = store;
  checking.many = argc > 2;
  if (as_json)
    check_as_json (&checking, argv + 1);
  else
    check_files (&checking, argv + 1);
  return checking.exit_code;
}
