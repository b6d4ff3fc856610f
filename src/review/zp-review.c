/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps of the review as batches of changes, and what is locked meanwhile. */
#include "review/zp-review.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-digest.h"
#include "review/zp-content.h"
#include "review/zp-review-private.h"

G_DEFINE_QUARK (zp_review_error, zp_review_error)

static const char *
words_for_lock (ZpReviewState state)
{
  switch (state)
    {
    case ZP_REVIEW_SUBMITTED:
      return _ ("%1$s sent the report for review on %2$s; it is locked until it is taken back or "
                "returned");
    case ZP_REVIEW_REVIEWED:
      return _ ("%1$s signed the report on %2$s; it is locked until it is returned");
    case ZP_REVIEW_FINAL:
      return _ ("The report is final, signed by %1$s on %2$s; it is locked until it is returned");
    case ZP_REVIEW_FILED:
      return _ ("%1$s filed the report on %2$s; it can no longer be changed");
    case ZP_REVIEW_PUBLISHED:
      return _ ("%1$s published the report on %2$s; it can no longer be changed");
    case ZP_REVIEW_DRAFT:
    case ZP_REVIEW_RETURNED:
    default:
      return NULL;
    }
}

/* The last step that changed the state; that the review began says nothing of the sender. */
static const ZpStep *
find_last (const GPtrArray *steps)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const ZpStep *step = g_ptr_array_index (steps, i - 1);

      if (step->counts && step->kind != ZP_STEP_BEGIN)
        return step;
    }
  return NULL;
}

/** zp_review_why_locked: (transfer full) (nullable): why figures, texts and notes cannot be changed
 * now, in words; %NULL when they can. */
char *
zp_review_why_locked (ZpReport *report)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (report);
  const ZpStep *last = find_last (steps);
  const char *words = words_for_lock (zp_review_get_state (report));
  g_autofree char *day = last != NULL ? zp_review_show_day (last->time) : NULL;
  g_autoptr (GString) text = NULL;

  if (last == NULL || words == NULL)
    return NULL;
  text = g_string_new (words);
  g_string_replace (text, "%1$s", last->by, 1);
  g_string_replace (text, "%2$s", day, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_of_review (const ZpBatch *batch)
{
  for (guint i = 0; i < batch->changes->len; i++)
    {
      const ZpChange *change = g_ptr_array_index (batch->changes, i);

      if (change->kind != ZP_CHANGE_SET || !g_str_has_prefix (change->path, ZP_RECORD_PREFIX))
        return FALSE;
    }
  return TRUE;
}

/**
 * zp_review_allows:
 *
 * Whether @batch may be done where the report stands: a locked report takes remarks, steps and
 * seals and nothing else.
 *
 * Returns: FALSE with %ZP_REVIEW_ERROR_LOCKED
 */
gboolean
zp_review_allows (ZpReport *report, const ZpBatch *batch, GError **error)
{
  g_autofree char *lock = zp_review_why_locked (report);

  if (lock == NULL || is_of_review (batch))
    return TRUE;
  g_set_error_literal (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_LOCKED, lock);
  return FALSE;
}

static void
take_off_seals (ZpReport *report, ZpBatch *batch)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_SEAL_PATH);

  for (guint i = 0; i < paths->len; i++)
    zp_batch_set (batch, g_ptr_array_index (paths, i), NULL, NULL);
}

/**
 * zp_review_make_step:
 * @text: (nullable): the reason
 * @time: microseconds since 1970 (UTC)
 *
 * A batch that takes the report one step on. Handing in and signing have functions of their own.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_REVIEW_ERROR_STATE
 */
ZpBatch *
zp_review_make_step (const ZpReportFile *file,
                     ZpStepKind kind,
                     const char *by,
                     const char *text,
                     gint64 time,
                     GError **error)
{
  g_autofree char *moment = zp_review_time_to_text (time);
  g_autofree char *content = NULL;
  g_autofree char *digest = NULL;
  ZpStep step = { kind, (char *) by, moment, (char *) text, NULL, TRUE };
  ZpBatch *batch;

  if (!zp_step_is_possible (file->report, kind, by, error))
    return NULL;
  content = zp_content_new (file);
  digest = zp_digest_of_text (content);
  step.content = digest;
  batch = zp_review_begin_batch (zp_step_get_label (kind), by, time);
  zp_step_add (file->report, batch, &step);
  if (kind == ZP_STEP_SUBMIT)
    zp_batch_set (batch, ZP_CONTENT_PATH, NULL, content);
  if (kind == ZP_STEP_RETURN)
    take_off_seals (file->report, batch);
  return batch;
}

/**
 * zp_review_make_submit:
 *
 * A batch that hands the report in: what it holds is kept, so that later changes are found and
 * copies can be merged. Whether it may be handed in says zp_left_list().
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_REVIEW_ERROR_STATE
 */
ZpBatch *
zp_review_make_submit (const ZpReportFile *file, const char *by, gint64 time, GError **error)
{
  return zp_review_make_step (file, ZP_STEP_SUBMIT, by, NULL, time, error);
}
