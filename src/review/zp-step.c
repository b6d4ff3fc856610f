/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps of the review: which may follow which, and how they are kept. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-review-private.h"

#define IN(state) (1u << ZP_REVIEW_##state)

/* The states a step may be taken in, and the one it leads to; the wording is that of the office. */
static const struct
{
  const char *id;
  const char *label;
  ZpReviewState after;
  guint from;
} steps[] = {
  [ZP_STEP_SUBMIT] = { "submit", N_ ("Send for review"), ZP_REVIEW_SUBMITTED,
                       IN (DRAFT) | IN (RETURNED) },
  [ZP_STEP_TAKE_BACK] = { "take-back", N_ ("Take back"), ZP_REVIEW_DRAFT, IN (SUBMITTED) },
  [ZP_STEP_BEGIN] = { "begin", N_ ("Begin review"), ZP_REVIEW_SUBMITTED, IN (SUBMITTED) },
  [ZP_STEP_RETURN] = { "return", N_ ("Return"), ZP_REVIEW_RETURNED,
                       IN (SUBMITTED) | IN (REVIEWED) | IN (FINAL) },
  [ZP_STEP_REVIEW] = { "review", N_ ("Sign as reviewer"), ZP_REVIEW_REVIEWED,
                       IN (SUBMITTED) | IN (REVIEWED) },
  [ZP_STEP_APPROVE] = { "approve", N_ ("Sign as leader"), ZP_REVIEW_FINAL, IN (REVIEWED) },
  [ZP_STEP_FILE] = { "file", N_ ("Hand to the finance bureau"), ZP_REVIEW_FILED, IN (FINAL) },
  [ZP_STEP_PUBLISH] = { "publish", N_ ("Make public"), ZP_REVIEW_PUBLISHED,
                        IN (FINAL) | IN (FILED) },
};

static const struct
{
  const char *id;
  const char *label;
} states[] = {
  [ZP_REVIEW_DRAFT] = { "draft", N_ ("draft") },
  [ZP_REVIEW_SUBMITTED] = { "submitted", N_ ("sent for review") },
  [ZP_REVIEW_RETURNED] = { "returned", N_ ("returned") },
  [ZP_REVIEW_REVIEWED] = { "reviewed", N_ ("signed by the reviewer") },
  [ZP_REVIEW_FINAL] = { "final", N_ ("final") },
  [ZP_REVIEW_FILED] = { "filed", N_ ("filed") },
  [ZP_REVIEW_PUBLISHED] = { "published", N_ ("published") },
};

/** zp_step_get_id: word of the file for a step. */
const char *
zp_step_get_id (ZpStepKind kind)
{
  return steps[kind].id;
}

/** zp_step_get_label: the step in words. */
const char *
zp_step_get_label (ZpStepKind kind)
{
  return _ (steps[kind].label);
}

/** zp_review_state_get_id: word of files and of --json for a state. */
const char *
zp_review_state_get_id (ZpReviewState state)
{
  return states[state].id;
}

/** zp_review_state_get_label: the state in words. */
const char *
zp_review_state_get_label (ZpReviewState state)
{
  return _ (states[state].label);
}

/** zp_step_state_after: the state that a step leads to. */
ZpReviewState
zp_step_state_after (ZpStepKind kind)
{
  return steps[kind].after;
}

/** zp_step_free: frees a step. */
void
zp_step_free (ZpStep *self)
{
  g_free (self->by);
  g_free (self->time);
  g_free (self->text);
  g_free (self->content);
  g_free (self);
}

static void
free_step (gpointer data)
{
  zp_step_free (data);
}

static gboolean
find_kind (const char *id, ZpStepKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].id, id) == 0)
      {
        *kind = (ZpStepKind) i;
        return TRUE;
      }
  return FALSE;
}

static ZpStep *
read_step (ZpReport *report, const char *path)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_read (report, path);
  const ZpJson *object = doc != NULL ? zp_json_doc_get_root (doc) : NULL;
  g_autofree char *id = object != NULL ? zp_review_get_text (object, "step") : NULL;
  ZpStepKind kind;
  ZpStep *step;

  if (id == NULL || !find_kind (id, &kind))
    return NULL;
  step = g_new0 (ZpStep, 1);
  step->kind = kind;
  step->by = zp_review_get_text (object, "by");
  step->time = zp_review_get_text (object, "time");
  step->text = zp_review_get_text (object, "text");
  step->content = zp_review_get_text (object, "content");
  return step;
}

static void
follow (GPtrArray *taken)
{
  ZpReviewState state = ZP_REVIEW_DRAFT;

  for (guint i = 0; i < taken->len; i++)
    {
      ZpStep *step = g_ptr_array_index (taken, i);

      step->counts = (steps[step->kind].from & (1u << state)) != 0;
      if (step->counts)
        state = steps[step->kind].after;
    }
}

/** zp_review_get_steps: (transfer full): of #ZpStep, in the order they were taken. */
GPtrArray *
zp_review_get_steps (ZpReport *report)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_STEP_PATH);
  GPtrArray *found = g_ptr_array_new_with_free_func (free_step);

  for (guint i = 0; i < paths->len; i++)
    {
      ZpStep *step = read_step (report, g_ptr_array_index (paths, i));

      if (step != NULL)
        g_ptr_array_add (found, step);
    }
  follow (found);
  return found;
}

/** zp_step_find_last: (nullable): the step that the report stands at. */
const ZpStep *
zp_step_find_last (const GPtrArray *taken)
{
  for (guint i = taken->len; i > 0; i--)
    {
      const ZpStep *step = g_ptr_array_index (taken, i - 1);

      if (step->counts)
        return step;
    }
  return NULL;
}

/** zp_review_get_state: where the report stands: where its last step led to. */
ZpReviewState
zp_review_get_state (ZpReport *report)
{
  g_autoptr (GPtrArray) taken = zp_review_get_steps (report);
  const ZpStep *last = zp_step_find_last (taken);

  return last != NULL ? steps[last->kind].after : ZP_REVIEW_DRAFT;
}

/** zp_review_has_begun: whether somebody looked at what was sent, so that it is not taken back. */
gboolean
zp_review_has_begun (ZpReport *report)
{
  g_autoptr (GPtrArray) taken = zp_review_get_steps (report);
  const ZpStep *last = zp_step_find_last (taken);

  return last != NULL && last->kind == ZP_STEP_BEGIN;
}

static gboolean
may_take_back (ZpReport *report, GError **error)
{
  g_autoptr (GPtrArray) taken = zp_review_get_steps (report);
  const ZpStep *last = zp_step_find_last (taken);
  g_autofree char *day = NULL;

  if (last->kind != ZP_STEP_BEGIN)
    return TRUE;
  day = zp_review_show_day (last->time);
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_STATE,
               _ ("%s began the review on %s; ask to have the report returned"), last->by, day);
  return FALSE;
}

/**
 * zp_step_is_possible:
 *
 * Returns: FALSE with %ZP_REVIEW_ERROR_STATE when the step does not fit where the report stands
 */
gboolean
zp_step_is_possible (ZpReport *report, ZpStepKind kind, const char *by, GError **error)
{
  ZpReviewState state = zp_review_get_state (report);

  if ((steps[kind].from & (1u << state)) == 0)
    {
      g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_STATE,
                   _ ("“%s” is not possible now; the report is: %s"), zp_step_get_label (kind),
                   zp_review_state_get_label (state));
      return FALSE;
    }
  return kind != ZP_STEP_TAKE_BACK || may_take_back (report, error);
}

/* (transfer full): its order is that of time, also where the clock stood still; @n_behind steps of
 * the same batch come before it. */
static char *
make_path (ZpReport *report, const ZpBatch *batch, const char *id)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_STEP_PATH);
  const char *last = paths->len > 0 ? g_ptr_array_index (paths, paths->len - 1) : NULL;
  gint64 time = batch->time;

  if (last != NULL)
    time = MAX (time, g_ascii_strtoll (last + strlen (ZP_STEP_PATH), NULL, 10) + 1);
  return g_strdup_printf ("%s%017" G_GINT64_FORMAT "-%s", ZP_STEP_PATH, time, id);
}

/**
 * zp_step_find_kind:
 * @path: of any record, or anything else
 *
 * Returns: whether it is the path of a step, and of which
 */
gboolean
zp_step_find_kind (const char *path, ZpStepKind *kind)
{
  for (guint i = 0; g_str_has_prefix (path, ZP_STEP_PATH) && i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *end = g_strconcat ("-", steps[i].id, NULL);

      if (!g_str_has_suffix (path, end))
        continue;
      *kind = (ZpStepKind) i;
      return TRUE;
    }
  return FALSE;
}

/** zp_step_add: adds the record of a step to @batch. */
void
zp_step_add (ZpReport *report, ZpBatch *batch, const ZpStep *step)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();
  g_autofree char *path = make_path (report, batch, steps[step->kind].id);
  g_autofree char *text = NULL;

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "step", steps[step->kind].id);
  zp_json_writer_string (writer, "by", step->by);
  zp_json_writer_string (writer, "time", step->time);
  if (step->text != NULL && *step->text != '\0')
    zp_json_writer_string (writer, "text", step->text);
  if (step->content != NULL)
    zp_json_writer_string (writer, "content", step->content);
  zp_json_writer_end_object (writer);
  text = zp_review_finish (writer);
  zp_batch_set (batch, path, NULL, text);
}
