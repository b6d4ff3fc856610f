/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing remarks and answering them, as batches of changes. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-text.h"
#include "review/zp-anchor.h"
#include "review/zp-remark.h"
#include "review/zp-review-private.h"

static const ZpStep *
find_sender (const GPtrArray *steps)
{
  const ZpStep *last = zp_step_find_last (steps);

  return last != NULL && last->kind == ZP_STEP_SUBMIT ? last : NULL;
}

/** zp_review_begin: adds to @batch that its author began the review. What was sent can be taken
 * back until somebody else has worked on it. */
void
zp_review_begin (ZpReport *report, ZpBatch *batch)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (report);
  const ZpStep *sent = find_sender (steps);
  g_autofree char *time = zp_review_time_to_text (batch->time);
  ZpStep step = { ZP_STEP_BEGIN, batch->author, time, NULL, NULL, TRUE };

  if (sent != NULL && g_strcmp0 (sent->by, batch->author) != 0)
    zp_step_add (report, batch, &step);
}

static ZpBatch *
make_batch (
  ZpReport *report, const char *label, const ZpRemark *remark, const char *by, gint64 time)
{
  ZpBatch *batch = zp_review_begin_batch (label, by, time);
  g_autofree char *path = g_strconcat (ZP_REMARK_PATH, remark->id, NULL);
  g_autofree char *text = zp_remark_to_text (remark);

  zp_batch_set (batch, path, NULL, text);
  zp_review_begin (report, batch);
  return batch;
}

static gboolean
says_something (const char *text, GError **error)
{
  if (text != NULL && !zp_text_is_blank (text))
    return TRUE;
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_REMARK, _ ("a remark needs words"));
  return FALSE;
}

/* The same person may say the same again within a second. */
static void
choose_id (ZpReport *report, ZpRemark *remark)
{
  g_autofree char *stem = zp_remark_make_id (remark);
  ZpRemark *other = zp_remark_find (report, stem);

  remark->id = g_strdup (stem);
  for (guint number = 2; other != NULL; number++)
    {
      g_free (remark->id);
      remark->id = g_strdup_printf ("%s-%u", stem, number);
      zp_remark_free (other);
      other = zp_remark_find (report, remark->id);
    }
}

/**
 * zp_remark_make:
 * @place: see zp_anchor_from_id()
 * @time: microseconds since 1970 (UTC)
 *
 * A batch that adds a remark; the first one by somebody else begins the review.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_REVIEW_ERROR_PLACE or
 * %ZP_REVIEW_ERROR_REMARK
 */
ZpBatch *
zp_remark_make (ZpReport *report,
                const char *place,
                const char *text,
                const char *by,
                gint64 time,
                GError **error)
{
  g_autoptr (ZpRemark) remark = NULL;
  char *anchor;

  if (!says_something (text, error))
    return NULL;
  anchor = zp_anchor_from_id (report, place, error);
  if (anchor == NULL)
    return NULL;
  remark = g_new0 (ZpRemark, 1);
  remark->anchor = anchor;
  remark->by = g_strdup (by);
  remark->time = zp_review_time_to_text (time);
  remark->text = g_strdup (text);
  remark->shown = zp_anchor_show (report, anchor);
  remark->thread = g_ptr_array_new ();
  choose_id (report, remark);
  return make_batch (report, _ ("Remark"), remark, by, time);
}

static gboolean
may_reply (
  const ZpRemark *remark, const char *id, ZpReplyKind kind, const char *text, GError **error)
{
  if (remark == NULL)
    {
      g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_REMARK,
                   _ ("%s: there is no such remark; “review” lists them"), id);
      return FALSE;
    }
  if (kind == ZP_REPLY_ANSWER)
    return says_something (text, error);
  if (remark->open == (kind == ZP_REPLY_DONE))
    return TRUE;
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_REMARK,
               remark->open ? _ ("%s: the remark is still open") : _ ("%s: the remark is done"),
               id);
  return FALSE;
}

/**
 * zp_remark_make_reply:
 * @id: of the remark
 * @text: (nullable): may be missing where the remark is only done or reopened
 *
 * A batch that adds to the thread of a remark.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_REVIEW_ERROR_REMARK
 */
ZpBatch *
zp_remark_make_reply (ZpReport *report,
                      const char *id,
                      ZpReplyKind kind,
                      const char *text,
                      const char *by,
                      gint64 time,
                      GError **error)
{
  g_autoptr (ZpRemark) remark = zp_remark_find (report, id);
  ZpReply *reply;

  if (!may_reply (remark, id, kind, text, error))
    return NULL;
  reply = g_new0 (ZpReply, 1);
  reply->kind = kind;
  reply->by = g_strdup (by);
  reply->time = zp_review_time_to_text (time);
  reply->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (remark->thread, reply);
  return make_batch (report, _ ("Answer a remark"), remark, by, time);
}
