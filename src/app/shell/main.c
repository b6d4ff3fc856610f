/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping: reports in windows. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "app/common/zp-renderer.h"
#include "app/common/zp-settings.h"
#include "app/shell/zp-application.h"

/* A program that is run from its build folder finds its translations there. */
static const char *
find_translations (void)
{
  const char *folder = g_getenv ("ZIPING_LOCALE_DIR");

  return folder != NULL ? folder : ZP_LOCALEDIR;
}

/* Before anything is translated. */
static void
choose_language (void)
{
  g_autofree char *language = g_settings_get_string (zp_settings_get (), "language");

  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

/* Reports are Chinese whatever the language of the messages: punctuation has its Chinese shape. */
static void
choose_glyphs (void)
{
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (ZpApplication) application = NULL;

  choose_language ();
  choose_glyphs ();
  zp_renderer_choose ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_translations ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A file size limit is then an error like a full disk, and a closed pipe one when writing. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  g_set_application_name (_ ("Ziping"));
  application = zp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
