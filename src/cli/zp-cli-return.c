/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli return: 退回, with the reason. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "review/zp-review.h"

ZpExit
zp_cli_return (int argc, char **argv)
{
  g_autofree char *by = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who returns the report"), "NAME" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("Why it is returned"), "TEXT" },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpBatch *batch;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if (!zp_cli_has_name (argv[0], by) || !zp_cli_is_text (argv[0], "--reason", reason))
    return ZP_EXIT_NOT_DONE;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  batch = zp_review_make_step (file, ZP_STEP_RETURN, by, reason, zp_cli_now (), &error);
  if (!zp_cli_apply (file, batch, &error))
    return zp_cli_fail (error);
  zp_cli_print_state (file);
  return ZP_EXIT_DONE;
}
