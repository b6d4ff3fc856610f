/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli review: where a report stands, its steps and its remarks; later steps after the last
 * signature. */
#include <glib/gi18n-lib.h>

#include "base/zp-time.h"
#include "cli/zp-cli.h"
#include "review/zp-anchor.h"
#include "review/zp-remark.h"
#include "review/zp-review.h"

static void
write_step (ZpJsonWriter *json, const ZpStep *step)
{
  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "step", zp_step_get_id (step->kind));
  zp_json_writer_string (json, "by", step->by);
  zp_json_writer_string (json, "time", step->time);
  zp_json_writer_string (json, "text", step->text);
  zp_json_writer_end_object (json);
}

static void
write_reply (ZpJsonWriter *json, const ZpReply *reply)
{
  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "kind", zp_reply_get_id (reply->kind));
  zp_json_writer_string (json, "by", reply->by);
  zp_json_writer_string (json, "time", reply->time);
  zp_json_writer_string (json, "text", reply->text);
  zp_json_writer_end_object (json);
}

static void
write_remark (ZpJsonWriter *json, ZpReport *report, const ZpRemark *remark)
{
  g_autofree char *id = zp_anchor_to_id (report, remark->anchor);
  g_autofree char *label = zp_anchor_get_label (report, remark->anchor);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "remark", remark->id);
  zp_json_writer_string (json, "id", id);
  zp_json_writer_string (json, "label", label);
  zp_json_writer_string (json, "by", remark->by);
  zp_json_writer_string (json, "time", remark->time);
  zp_json_writer_string (json, "text", remark->text);
  zp_json_writer_string (json, "shown", remark->shown);
  zp_json_writer_boolean (json, "open", remark->open);
  zp_json_writer_begin_array (json, "thread");
  for (guint i = 0; i < remark->thread->len; i++)
    write_reply (json, g_ptr_array_index (remark->thread, i));
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
}

static void
print_json (ZpReport *report, const GPtrArray *steps, const GPtrArray *remarks)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();
  g_autofree char *lock = zp_review_why_locked (report);

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "state", zp_review_state_get_id (zp_review_get_state (report)));
  zp_json_writer_string (json, "locked", lock);
  zp_json_writer_begin_array (json, "steps");
  for (guint i = 0; i < steps->len; i++)
    write_step (json, g_ptr_array_index (steps, i));
  zp_json_writer_end_array (json);
  zp_json_writer_begin_array (json, "remarks");
  for (guint i = 0; i < remarks->len; i++)
    write_remark (json, report, g_ptr_array_index (remarks, i));
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

/* (nullable): what a reply does besides saying something. */
static const char *
words_for_reply (const ZpReply *reply)
{
  if (reply->kind == ZP_REPLY_ANSWER)
    return NULL;
  return reply->kind == ZP_REPLY_DONE ? _ ("done") : _ ("open");
}

static void
print_reply (const ZpReply *reply)
{
  g_autofree char *time = zp_time_say (reply->time);
  const char *words = words_for_reply (reply);

  if (words != NULL)
    zp_cli_print ("  %s %s: [%s] %s\n", time, reply->by, words, reply->text);
  else
    zp_cli_print ("  %s %s: %s\n", time, reply->by, reply->text);
}

static void
print_remark (ZpReport *report, const ZpRemark *remark)
{
  g_autofree char *label = zp_anchor_get_label (report, remark->anchor);
  g_autofree char *time = zp_time_say (remark->time);

  zp_cli_print ("%s  [%s] %s\n  %s %s: %s\n", remark->id, remark->open ? _ ("open") : _ ("done"),
                label, time, remark->by, remark->text);
  for (guint i = 0; i < remark->thread->len; i++)
    print_reply (g_ptr_array_index (remark->thread, i));
}

static void
print_words (ZpReportFile *file, const GPtrArray *steps, const GPtrArray *remarks)
{
  zp_cli_print_state (file);
  for (guint i = 0; i < steps->len; i++)
    {
      const ZpStep *step = g_ptr_array_index (steps, i);
      g_autofree char *time = zp_time_say (step->time);

      zp_cli_print ("  %s %s: %s%s%s\n", time, step->by, zp_step_get_label (step->kind),
                    *step->text != '\0' ? " · " : "", step->text);
    }
  for (guint i = 0; i < remarks->len; i++)
    print_remark (file->report, g_ptr_array_index (remarks, i));
}

typedef struct
{
  char *by;
  gboolean filed;
  gboolean published;
  gboolean as_json;
} Options;

static gboolean
take_step (ZpReportFile *file, const Options *options, GError **error)
{
  ZpStepKind kind = options->filed ? ZP_STEP_FILE : ZP_STEP_PUBLISH;

  if (!options->filed && !options->published)
    return TRUE;
  return zp_cli_apply (
    file, zp_review_make_step (file, kind, options->by, NULL, zp_cli_now (), error), error);
}

ZpExit
zp_cli_review (int argc, char **argv)
{
  Options options = { 0 };
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "filed", 0, 0, G_OPTION_ARG_NONE, &options.filed,
      N_ ("The report was handed to the finance bureau"), NULL },
    { "published", 0, 0, G_OPTION_ARG_NONE, &options.published, N_ ("The report was made public"),
      NULL },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who says so"), "NAME" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if ((options.filed || options.published) && !zp_cli_has_name (argv[0], by))
    return ZP_EXIT_NOT_DONE;
  options.by = by;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL || !take_step (file, &options, &error))
    return zp_cli_fail (error);
  steps = zp_review_get_steps (file->report);
  remarks = zp_remark_list (file->report);
  if (options.as_json)
    print_json (file->report, steps, remarks);
  else
    print_words (file, steps, remarks);
  return ZP_EXIT_DONE;
}
