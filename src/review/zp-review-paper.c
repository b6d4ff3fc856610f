/* SPDX-License-Identifier: GPL-3.0-or-later
 * What documents print of the review of a report: signers and check code, history, remarks. */
#include "review/zp-review-paper.h"

#include <string.h>

#include "review/zp-anchor.h"
#include "review/zp-history.h"
#include "review/zp-remark.h"
#include "review/zp-review-private.h"
#include "review/zp-seal-check.h"

static const ZpDocReplyKind reply_kinds[] = {
  [ZP_REPLY_ANSWER] = ZP_DOC_REPLY_ANSWER,
  [ZP_REPLY_DONE] = ZP_DOC_REPLY_DONE,
  [ZP_REPLY_REOPEN] = ZP_DOC_REPLY_REOPEN,
};

static gboolean
is_handed_in (ZpReport *report)
{
  ZpReviewState state = zp_review_get_state (report);

  return state != ZP_REVIEW_DRAFT && state != ZP_REVIEW_RETURNED;
}

/* Whoever handed it in the last time. */
static void
add_preparer (ZpDocReview *self, ZpReport *report)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (report);
  const ZpStep *found = NULL;
  ZpDocSigner *signer = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const ZpStep *step = g_ptr_array_index (steps, i);

      if (step->kind == ZP_STEP_SUBMIT && step->counts)
        found = step;
    }
  if (found == NULL || !is_handed_in (report))
    return;
  signer = zp_doc_review_add_signer (self, ZP_DOC_PREPARER, found->by);
  signer->time = g_strdup (found->time);
}

static void
add_seal (ZpDocReview *self, const ZpSeal *seal)
{
  ZpDocSigner *signer = zp_doc_review_add_signer (
    self, seal->role == ZP_ROLE_LEADER ? ZP_DOC_LEADER : ZP_DOC_REVIEWER, seal->name);

  g_free (signer->opinion);
  signer->opinion = g_strdup (seal->opinion);
  signer->time = g_strdup (seal->time);
  signer->subject = g_strdup (seal->subject);
}

static void
add_seals (ZpDocReview *self, const ZpReportFile *file)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (file->report);
  g_autoptr (ZpSealCheck) check = NULL;

  if (seals->len == 0)
    return;
  check = zp_seal_check (file, NULL);
  for (guint i = 0; i < seals->len; i++)
    add_seal (self, g_ptr_array_index (seals, i));
  self->is_sealed = TRUE;
  self->n_changed = check->changed->len;
  if (check->valid)
    self->code = g_strdup (((const ZpSeal *) g_ptr_array_index (seals, seals->len - 1))->code);
}

static const ZpDocEvent step_events[] = {
  [ZP_STEP_SUBMIT] = ZP_DOC_EVENT_SUBMIT, [ZP_STEP_TAKE_BACK] = ZP_DOC_EVENT_TAKE_BACK,
  [ZP_STEP_BEGIN] = ZP_DOC_EVENT_BEGIN,   [ZP_STEP_RETURN] = ZP_DOC_EVENT_RETURN,
  [ZP_STEP_REVIEW] = ZP_DOC_EVENT_REVIEW, [ZP_STEP_APPROVE] = ZP_DOC_EVENT_APPROVE,
  [ZP_STEP_FILE] = ZP_DOC_EVENT_FILE,     [ZP_STEP_PUBLISH] = ZP_DOC_EVENT_PUBLISH,
};

/* A record of the review holds digests; what it is about says its name. */
static ZpDocEvent
find_event (const char *key)
{
  ZpStepKind kind;

  if (g_str_has_prefix (key, ZP_REMARK_PATH))
    return ZP_DOC_EVENT_REMARK;
  return zp_step_find_kind (key, &kind) ? step_events[kind] : ZP_DOC_EVENT_NONE;
}

/* (transfer full): of a remark what it is about; it may be gone since. */
static char *
find_key (ZpReport *report, const char *key)
{
  g_autoptr (ZpRemark) remark = NULL;

  if (g_str_has_prefix (key, ZP_REMARK_PATH))
    remark = zp_remark_find (report, key + strlen (ZP_REMARK_PATH));
  return g_strdup (remark != NULL ? remark->anchor : key);
}

static void
add_change (ZpDocReview *self, ZpReport *report, const ZpHistoryLine *line)
{
  g_autofree char *key = find_key (report, line->key);
  g_autofree char *id = zp_anchor_to_id (report, key);
  ZpDocChange *change = zp_doc_review_add_change (self, key, id);

  change->event = find_event (line->key);
  change->time = g_strdup (line->time);
  change->by = g_strdup (line->by);
  change->how = g_strdup (line->how);
  if (change->event != ZP_DOC_EVENT_NONE)
    return;
  change->before = g_strdup (line->before);
  change->after = g_strdup (line->after);
}

/* What was handed in and the seals come with the steps that they belong to. */
static void
add_changes (ZpDocReview *self, ZpReport *report)
{
  g_autoptr (GPtrArray) lines = zp_history_list (report, NULL, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i);

      if (!g_str_has_prefix (line->key, ZP_RECORD_PREFIX) ||
          find_event (line->key) != ZP_DOC_EVENT_NONE)
        add_change (self, report, line);
    }
}

static void
add_replies (ZpDocRemark *remark, const GPtrArray *thread)
{
  for (guint i = 0; i < thread->len; i++)
    {
      const ZpReply *said = g_ptr_array_index (thread, i);
      ZpDocReply *reply = zp_doc_remark_add_reply (remark, reply_kinds[said->kind], said->by);

      reply->text = g_strdup (said->text);
    }
}

static void
add_remarks (ZpDocReview *self, ZpReport *report)
{
  g_autoptr (GPtrArray) remarks = zp_remark_list (report);

  for (guint i = 0; i < remarks->len; i++)
    {
      const ZpRemark *made = g_ptr_array_index (remarks, i);
      g_autofree char *id = zp_anchor_to_id (report, made->anchor);
      ZpDocRemark *remark = zp_doc_review_add_remark (self, made->anchor, id);

      remark->time = g_strdup (made->time);
      remark->by = g_strdup (made->by);
      remark->text = g_strdup (made->text);
      remark->open = made->open;
      add_replies (remark, made->thread);
    }
}

/**
 * zp_review_make_paper:
 *
 * Reads what documents print of the review. The check code is that of the last seal, and there only
 * while every seal holds: paper with the code of a report that changed since would say the wrong.
 *
 * Returns: (transfer full): free with zp_doc_review_free()
 */
ZpDocReview *
zp_review_make_paper (const ZpReportFile *file)
{
  ZpDocReview *self = zp_doc_review_new ();

  g_return_val_if_fail (file != NULL, self);

  add_preparer (self, file->report);
  add_seals (self, file);
  add_changes (self, file->report);
  add_remarks (self, file->report);
  return self;
}
