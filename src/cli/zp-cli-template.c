/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli template check: a pack validated, its samples run, held against an older version. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/zp-cli.h"
#include "document/zp-sample.h"
#include "template/zp-pack-against.h"

static guint
print_problems (const GPtrArray *problems)
{
  guint n_errors = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const ZpProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = zp_problem_to_string (problem);

      n_errors += !problem->warning;
      zp_cli_print ("%s\n", text);
    }
  return n_errors;
}

static void
write_problems (ZpJsonWriter *json, const GPtrArray *problems)
{
  zp_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const ZpProblem *problem = g_ptr_array_index (problems, i);

      zp_json_writer_begin_object (json, NULL);
      zp_json_writer_string (json, "file", problem->file);
      zp_json_writer_int (json, "line", problem->line);
      zp_json_writer_string (json, "severity", problem->warning ? "warning" : "error");
      zp_json_writer_string (json, "message", problem->message);
      zp_json_writer_end_object (json);
    }
  zp_json_writer_end_array (json);
}

static guint
count_errors (const GPtrArray *problems)
{
  guint n_errors = 0;

  for (guint i = 0; i < problems->len; i++)
    n_errors += !((const ZpProblem *) g_ptr_array_index (problems, i))->warning;
  return n_errors;
}

static guint
print_json (const GPtrArray *problems)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  write_problems (json, problems);
  zp_cli_print_json (json);
  return count_errors (problems);
}

/* A folder is what it says; anything else is the id of a pack. What could be better in an older
 * version is nobody's business any more. */
static ZpPack *
load_old (ZpPackStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);

  if (g_file_test (name, G_FILE_TEST_IS_DIR))
    return zp_pack_store_load_folder (store, name, problems, error);
  return zp_pack_store_load (store, name, 0, error);
}

static gboolean
check_pack (const char *folder, const char *old, GPtrArray *problems, GError **error)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (ZpPack) pack = zp_pack_store_load_folder (store, folder, problems, error);
  g_autoptr (ZpPack) old_pack = NULL;

  if (pack == NULL)
    return problems->len > 0;
  if (old != NULL)
    {
      old_pack = load_old (store, old, error);
      if (old_pack == NULL)
        return FALSE;
      zp_pack_check_against (pack, old_pack, problems);
      zp_samples_migrate (old_pack, pack, problems);
    }
  zp_samples_run (pack, problems);
  zp_problems_finish (problems);
  return TRUE;
}

ZpExit
zp_cli_template (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *old = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print a JSON array of what is wrong"), NULL },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &old, N_ ("Older version: a folder or an id"),
      "OLD" },
    { NULL },
  };
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;
  guint n_errors;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  if (strcmp (argv[1], "check") != 0)
    {
      zp_cli_message (_ ("template: there is no “%s”, only “check”"), argv[1]);
      return ZP_EXIT_NOT_DONE;
    }
  if (!check_pack (argv[2], old, problems, &error))
    return zp_cli_fail (error);
  n_errors = as_json ? print_json (problems) : print_problems (problems);
  if (n_errors > 0)
    {
      zp_cli_message (
        ngettext ("%1$s: the pack has %2$u error", "%1$s: the pack has %2$u errors", n_errors),
        argv[2], n_errors);
      return ZP_EXIT_NOT_DONE;
    }
  if (!as_json)
    zp_cli_print (_ ("%s: the pack is in order\n"), argv[2]);
  return ZP_EXIT_DONE;
}
