/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli compare: what differs between two versions of a report. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "review/zp-diff.h"
#include "review/zp-word-diff.h"

static const char *const words_ids[] = {
  [ZP_WORDS_SAME] = "same",
  [ZP_WORDS_REMOVED] = "removed",
  [ZP_WORDS_ADDED] = "added",
};

static gboolean
has_words (const ZpDifference *difference)
{
  return (difference->kind == ZP_DIFFERENCE_TEXT || difference->kind == ZP_DIFFERENCE_NOTE) &&
         difference->before != NULL && difference->after != NULL;
}

static void
write_words (ZpJsonWriter *json, const ZpDifference *difference)
{
  g_autoptr (GPtrArray) runs = zp_word_diff (difference->before, difference->after);

  zp_json_writer_begin_array (json, "words");
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpWords *run = g_ptr_array_index (runs, i);

      zp_json_writer_begin_object (json, NULL);
      zp_json_writer_string (json, "kind", words_ids[run->kind]);
      zp_json_writer_string (json, "text", run->text);
      zp_json_writer_end_object (json);
    }
  zp_json_writer_end_array (json);
}

static void
write_difference (ZpJsonWriter *json, const ZpDifference *difference, ZpReport *report)
{
  g_autofree char *label = zp_difference_get_label (difference, report);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "kind", zp_difference_get_kind_id (difference->kind));
  zp_json_writer_string (json, "id", difference->id);
  zp_json_writer_string (json, "label", label);
  zp_json_writer_string (json, "a", difference->before);
  zp_json_writer_string (json, "b", difference->after);
  if (has_words (difference))
    write_words (json, difference);
  zp_json_writer_end_object (json);
}

static void
print_json (char **paths, const GPtrArray *differences, ZpReport *report)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "a", paths[0]);
  zp_json_writer_string (json, "b", paths[1]);
  zp_json_writer_boolean (json, "same", differences->len == 0);
  zp_json_writer_begin_array (json, "differences");
  for (guint i = 0; i < differences->len; i++)
    write_difference (json, g_ptr_array_index (differences, i), report);
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

/* “执行率[-87-]{+88+}%” */
static char *
mark_words (const ZpDifference *difference)
{
  g_autoptr (GPtrArray) runs = zp_word_diff (difference->before, difference->after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpWords *run = g_ptr_array_index (runs, i);

      if (run->kind == ZP_WORDS_SAME)
        g_string_append (text, run->text);
      else
        g_string_append_printf (text, run->kind == ZP_WORDS_REMOVED ? "[-%s-]" : "{+%s+}",
                                run->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_difference (const ZpDifference *difference, ZpReport *report)
{
  g_autofree char *label = zp_difference_get_label (difference, report);
  g_autofree char *words = has_words (difference) ? mark_words (difference) : NULL;

  zp_cli_print ("%s  %s (%s)\n", difference->id, label,
                zp_difference_get_kind_label (difference->kind));
  if (words != NULL)
    zp_cli_print ("  %s\n", words);
  else
    zp_cli_print ("  %s → %s\n", difference->before != NULL ? difference->before : _ ("(nothing)"),
                  difference->after != NULL ? difference->after : _ ("(nothing)"));
}

static void
print_words (const GPtrArray *differences, ZpReport *report)
{
  if (differences->len == 0)
    zp_cli_print ("%s\n", _ ("the same"));
  else
    zp_cli_print (ngettext ("%u difference\n", "%u differences\n", differences->len),
                  differences->len);
  for (guint i = 0; i < differences->len; i++)
    print_difference (g_ptr_array_index (differences, i), report);
}

ZpExit
zp_cli_compare (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) a = NULL;
  g_autoptr (ZpReportFile) b = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  a = zp_cli_open (store, argv[1], &error);
  b = a != NULL ? zp_cli_open (store, argv[2], &error) : NULL;
  if (b == NULL)
    return zp_cli_fail (error);
  differences = zp_diff_files (a, b);
  if (as_json)
    print_json (argv + 1, differences, b->report);
  else
    print_words (differences, b->report);
  return differences->len == 0 ? ZP_EXIT_DONE : ZP_EXIT_FOUND;
}
