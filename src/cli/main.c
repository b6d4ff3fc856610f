/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli: the whole main job without a window. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "cli/zp-cli.h"

/* A program that is run from its build folder finds its translations there. */
static const char *
find_translations (void)
{
  const char *folder = g_getenv ("ZIPING_LOCALE_DIR");

  return folder != NULL ? folder : ZP_LOCALEDIR;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_translations ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A file size limit is then an error like a full disk, and a closed pipe one when writing. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  return zp_cli_finish (zp_cli_run (argc, argv));
}
