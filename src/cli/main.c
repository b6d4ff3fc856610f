/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli: the whole main job without a window. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "cli/zp-cli.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ZP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A file size limit is then an error like a full disk, and a closed pipe one when writing. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  return zp_cli_finish (zp_cli_run (argc, argv));
}
