/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli verify: whether a file is whole. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"

/* Reports are not signed yet: “valid” is then neither true nor false. */
static void
print_json (const ZpReportFile *file)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_boolean (json, "intact", file->intact);
  zp_json_writer_boolean (json, "signed", FALSE);
  zp_json_writer_null (json, "valid");
  zp_json_writer_begin_array (json, "signers");
  zp_json_writer_end_array (json);
  zp_json_writer_begin_array (json, "changed");
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

ZpExit
zp_cli_verify (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_report_file_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  if (as_json)
    print_json (file);
  else
    zp_cli_print ("%s: %s\n", argv[1],
                  file->intact ? _ ("whole; not signed")
                               : _ ("changed by other means than ziping since it was saved"));
  return file->intact ? ZP_EXIT_DONE : ZP_EXIT_FOUND;
}
