/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli new: an empty report. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"

static gboolean
set_year (ZpReport *report, const char *year, GError **error)
{
  g_autofree char *canonical = NULL;
  g_autoptr (ZpBatch) batch = NULL;
  ZpCell cell;

  if (!zp_report_find_cell (report, "report.year", &cell, error))
    return FALSE;
  if (!zp_report_parse_value (report, cell, year, &canonical, error))
    {
      g_prefix_error (error, "--year: ");
      return FALSE;
    }
  batch = zp_batch_new (_ ("New Report"), NULL, g_get_real_time ());
  zp_batch_set (batch, "report.year", NULL, canonical);
  return zp_report_apply (report, g_steal_pointer (&batch), error);
}

static ZpReportFile *
create (const char *template, const char *year, GError **error)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, template, 0, error);
  g_autoptr (ZpReportFile) file = pack != NULL ? zp_report_file_create (pack) : NULL;
  g_autofree char *pack_year = pack != NULL ? g_strdup_printf ("%d", pack->year) : NULL;

  if (file == NULL || !zp_report_add_start_rows (file->report, error) ||
      !set_year (file->report, year != NULL ? year : pack_year, error))
    return NULL;
  return g_steal_pointer (&file);
}

ZpExit
zp_cli_new (int argc, char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *year = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_ ("Template pack of the report"),
      "ID" },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &year, N_ ("Year that is reported on"), "Y" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace an existing file"), NULL },
    { NULL },
  };
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if (template == NULL)
    {
      zp_cli_message (_ ("new: --template is missing; “ziping-cli templates” lists what there is"));
      return ZP_EXIT_NOT_DONE;
    }
  file = create (template, year, &error);
  if (file == NULL ||
      !zp_report_file_save (file, argv[1], force ? ZP_FILE_REPLACE : ZP_FILE_CREATE_ONLY, &error))
    return zp_cli_fail (error);
  return ZP_EXIT_DONE;
}
