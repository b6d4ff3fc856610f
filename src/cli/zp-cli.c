/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table of verbs, and how their options are read. */
#include "cli/zp-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const ZpVerb verbs[] = {
  { "templates", "[--json]", N_ ("list the template packs"), zp_cli_templates },
  { "template", "check DIR [--against OLD] [--json]", N_ ("validate a template pack and run its samples"), zp_cli_template },
  { "new", "--template ID [--year Y] [--force] FILE", N_ ("create an empty report"), zp_cli_new },
  { "fill", "FILE DATA.json [--by NAME]", N_ ("set values, all or nothing (- reads standard input)"), zp_cli_fill },
  { "get", "FILE [ID…] [--json]", N_ ("print values"), zp_cli_get },
  { "explain", "FILE ID", N_ ("explain a computed figure"), zp_cli_explain },
  { "check", "FILE… [--json]", N_ ("run every check"), zp_cli_check },
  { "note", "FILE CHECK-ID TEXT --by NAME", N_ ("attach a note to a finding"), zp_cli_note },
  { "export", "FILE… --to DIR [--format docx,pdf,xlsx,ofd,txt] [--profile submit|official|public] [--attach] [--sign-off] [--bundled-fonts] [--force]", N_ ("write the documents"), zp_cli_export },
  { "submit", "FILE --by NAME [--take-back] [--json]", N_ ("send a report for review, or say what is left to do"), zp_cli_submit },
  { "remark", "FILE ID [TEXT] --by NAME [--done|--reopen]", N_ ("write a remark on a place of the report, or answer one"), zp_cli_remark },
  { "return", "FILE --by NAME [--reason TEXT]", N_ ("return a report to the clerk"), zp_cli_return },
  { "review", "FILE [--filed|--published --by NAME] [--json]", N_ ("say where a report stands, with its remarks"), zp_cli_review },
  { "sign", "FILE --by NAME --role reviewer|leader [--opinion TEXT] [--p12 CERT --password-file F]", N_ ("seal what was sent for review, with a certificate also sign it"), zp_cli_sign },
  { "signature", "FILE --to DIR [--force]", N_ ("write the sealed content and its signatures as files"), zp_cli_signature },
  { "compare", "A B [--json]", N_ ("say what differs between two versions of a report"), zp_cli_compare },
  { "merge", "MINE THEIRS --to OUT [--by NAME] [--force] [--json]", N_ ("merge two copies of a report"), zp_cli_merge },
  { "history", "FILE [ID] [--json]", N_ ("say who changed what, when and how"), zp_cli_history },
  { "verify", "FILE [--ca FILE] [--json]", N_ ("verify that a file is whole and its seal holds"), zp_cli_verify },
};
/* clang-format on */

static void
print_help (void)
{
  zp_cli_print (
    "%s\n\n%s\n", _ ("Usage: ziping-cli COMMAND …"),
    _ ("Performance self-evaluation reports: figures in, a checked official report out."));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    zp_cli_print ("\n  %s %s\n      %s\n", verbs[i].name, verbs[i].usage, _ (verbs[i].summary));
  zp_cli_print ("\n%s\n",
                _ ("Exit status: 0 done and nothing wrong found; 1 done, and an error was found; "
                   "2 not done, nothing changed."));
}

static const ZpVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

/** zp_cli_run: runs the command that @argv names and returns its exit status. */
ZpExit
zp_cli_run (int argc, char **argv)
{
  const ZpVerb *verb;

  if (argc < 2)
    {
      zp_cli_message (_ ("no command given; see “ziping-cli --help”"));
      return ZP_EXIT_NOT_DONE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return ZP_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      zp_cli_print ("ziping-cli %s\n", ZP_VERSION);
      return ZP_EXIT_DONE;
    }
  verb = find_verb (argv[1]);
  if (verb != NULL)
    return verb->run (argc - 1, argv + 1);
  zp_cli_message (_ ("there is no command “%s”; see “ziping-cli --help”"), argv[1]);
  return ZP_EXIT_NOT_DONE;
}

static void
message_usage (const char *name)
{
  const ZpVerb *verb = find_verb (name);

  g_return_if_fail (verb != NULL);

  zp_cli_message (_ ("usage: ziping-cli %s %s"), verb->name, verb->usage);
}

static gboolean
are_utf8 (int argc, char **argv)
{
  for (int i = 0; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return FALSE;
  return TRUE;
}

static void
print_verb_help (const char *name, GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  const ZpVerb *verb = find_verb (name);
  const char *options = strstr (help, "\n\n");

  g_return_if_fail (verb != NULL && options != NULL);

  /* What GLib says of the usage does not know the words that a verb takes. */
  zp_cli_print ("ziping-cli %s %s\n%s%s", verb->name, verb->usage, _ (verb->summary), options);
}

/**
 * zp_cli_parse:
 * @entries: options of the verb, strings as %G_OPTION_ARG_FILENAME so that the locale does not
 * matter
 * @words: how many words it takes besides
 * @exit_code: (out): what to return when this returns FALSE
 *
 * Reads the options of a verb; what is left in @argv are its words, from 1.
 *
 * Returns: FALSE when the verb must not go on: wrong usage, --help or --version
 */
gboolean
zp_cli_parse (
  int *argc, char ***argv, const GOptionEntry *entries, ZpCount words, ZpExit *exit_code)
{
  const char *name = (*argv)[0];
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  *exit_code = ZP_EXIT_NOT_DONE;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      zp_cli_message ("%s: %s", name, error->message);
      return FALSE;
    }
  if (help || version)
    {
      *exit_code = ZP_EXIT_DONE;
      if (help)
        print_verb_help (name, context);
      else
        zp_cli_print ("ziping-cli %s\n", ZP_VERSION);
      return FALSE;
    }
  /* “--” only parts options from words. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  if (!are_utf8 (*argc, *argv))
    zp_cli_message (_ ("%s: the arguments are not UTF-8"), name);
  else if (*argc - 1 < words.min || (words.max >= 0 && *argc - 1 > words.max))
    message_usage (name);
  else
    return TRUE;
  return FALSE;
}
