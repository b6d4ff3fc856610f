/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli note: a 审核说明 on a finding. */
#include <glib/gi18n-lib.h>

#include "check/zp-checker.h"
#include "cli/zp-cli.h"

static gboolean
add_note (ZpReportFile *file, char **words, const char *author, GError **error)
{
  g_autoptr (ZpChecker) checker = zp_checker_new (file->report);
  g_autoptr (ZpBatch) batch =
    zp_checker_make_note (checker, words[0], words[1], author, zp_cli_now (), error);

  if (batch != NULL)
    zp_batch_set_how (batch, ZP_HOW_TYPED);
  return zp_cli_apply (file, g_steal_pointer (&batch), error);
}

ZpExit
zp_cli_note (int argc, char **argv)
{
  g_autofree char *author = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &author, N_ ("Who writes the note"), "NAME" },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 3, 3 }, &exit_code))
    return exit_code;
  if (!zp_cli_has_name (argv[0], author))
    return ZP_EXIT_NOT_DONE;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL || !zp_cli_may_change (file, &error) ||
      !add_note (file, argv + 2, author, &error))
    return zp_cli_fail (error);
  return ZP_EXIT_DONE;
}
