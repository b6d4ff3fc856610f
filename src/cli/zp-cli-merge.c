/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli merge: two copies of a report made into one. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "review/zp-anchor.h"
#include "review/zp-merge.h"

typedef struct
{
  char *to;
  char *by;
  gboolean force;
  gboolean as_json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->to);
  g_free (self->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
free_conflict (gpointer data)
{
  zp_conflict_free (data);
}

static char *
label_of (const ZpConflict *conflict, ZpReport *report)
{
  g_autofree char *anchor = zp_anchor_from_id (report, conflict->id, NULL);

  return anchor != NULL ? zp_anchor_get_label (report, anchor) : g_strdup (conflict->id);
}

static void
write_conflict (ZpJsonWriter *json, const ZpConflict *conflict, ZpReport *report)
{
  g_autofree char *label = label_of (conflict, report);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "kind", zp_difference_get_kind_id (conflict->kind));
  zp_json_writer_string (json, "id", conflict->id);
  zp_json_writer_string (json, "label", label);
  zp_json_writer_string (json, "base", conflict->base);
  zp_json_writer_string (json, "mine", conflict->mine);
  zp_json_writer_string (json, "theirs", conflict->theirs);
  zp_json_writer_end_object (json);
}

static void
print_json (const Options *options, const GPtrArray *conflicts, ZpReport *report)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "file", options->to);
  zp_json_writer_begin_array (json, "conflicts");
  for (guint i = 0; i < conflicts->len; i++)
    write_conflict (json, g_ptr_array_index (conflicts, i), report);
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : _ ("(nothing)");
}

static void
print_words (const Options *options, const GPtrArray *conflicts, ZpReport *report)
{
  if (conflicts->len == 0)
    zp_cli_print (_ ("%s: merged\n"), options->to);
  else
    zp_cli_print (ngettext ("%s: merged; %u place is to be decided, and has a remark\n",
                            "%s: merged; %u places are to be decided, and have remarks\n",
                            conflicts->len),
                  options->to, conflicts->len);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const ZpConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *label = label_of (conflict, report);

      zp_cli_print (_ ("%1$s  %2$s\n  kept: %3$s\n  the other copy: %4$s\n"), conflict->id, label,
                    or_nothing (conflict->mine), or_nothing (conflict->theirs));
    }
}

static gboolean
merge (char **paths, const Options *options, GPtrArray *conflicts, GError **error)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (ZpReportFile) mine = zp_cli_open (store, paths[0], error);
  g_autoptr (ZpReportFile) theirs = mine != NULL ? zp_cli_open (store, paths[1], error) : NULL;
  ZpMergeRequest request = { mine, theirs, options->by != NULL ? options->by : _ ("Merging"),
                             zp_cli_now () };
  ZpReportFile *merged = theirs != NULL ? zp_merge (&request, conflicts, error) : NULL;

  if (merged == NULL ||
      !zp_report_file_save (merged, options->to,
                            options->force ? ZP_FILE_REPLACE : ZP_FILE_CREATE_ONLY, error))
    return FALSE;
  if (options->as_json)
    print_json (options, conflicts, merged->report);
  else
    print_words (options, conflicts, merged->report);
  return TRUE;
}

ZpExit
zp_cli_merge (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_ ("Where the merged report goes"), "OUT" },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who merges"), "NAME" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Overwrite an existing file"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  if (options.to == NULL)
    {
      zp_cli_message (_ ("merge: say where to: --to OUT"));
      return ZP_EXIT_NOT_DONE;
    }
  if (!zp_cli_is_text (argv[0], "--by", options.by))
    return ZP_EXIT_NOT_DONE;
  if (!merge (argv + 1, &options, conflicts, &error))
    return zp_cli_fail (error);
  return conflicts->len == 0 ? ZP_EXIT_DONE : ZP_EXIT_FOUND;
}
