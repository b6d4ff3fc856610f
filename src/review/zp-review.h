/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a report stands between the clerk and the leader, and the steps that brought it there. */
#pragma once

#include "report/zp-report-file.h"

G_BEGIN_DECLS

/* Where the records of steps, remarks and seals stand, each with what it is called behind. */
#define ZP_STEP_PATH ZP_RECORD_PREFIX "step/"
#define ZP_REMARK_PATH ZP_RECORD_PREFIX "remark/"
#define ZP_SEAL_PATH ZP_RECORD_PREFIX "seal/"

#define ZP_REVIEW_ERROR (zp_review_error_quark ())
GQuark zp_review_error_quark (void);

/**
 * ZpReviewError:
 * @ZP_REVIEW_ERROR_STATE: the report stands where this cannot be done; the message says where
 * @ZP_REVIEW_ERROR_LOCKED: figures, texts and notes must not be changed now
 * @ZP_REVIEW_ERROR_CHANGED: what is there is not what was sent for review or sealed
 * @ZP_REVIEW_ERROR_REMARK: there is no such remark, or it already stands like that
 * @ZP_REVIEW_ERROR_PLACE: there is no such place to remark on
 * @ZP_REVIEW_ERROR_CERTIFICATE: the certificate or its password is of no use
 * @ZP_REVIEW_ERROR_MERGE: the two reports cannot be merged
 */
typedef enum
{
  ZP_REVIEW_ERROR_STATE,
  ZP_REVIEW_ERROR_LOCKED,
  ZP_REVIEW_ERROR_CHANGED,
  ZP_REVIEW_ERROR_REMARK,
  ZP_REVIEW_ERROR_PLACE,
  ZP_REVIEW_ERROR_CERTIFICATE,
  ZP_REVIEW_ERROR_MERGE,
} ZpReviewError;

/**
 * ZpReviewState:
 * @ZP_REVIEW_DRAFT: 草稿: the clerk works on it
 * @ZP_REVIEW_SUBMITTED: 送审: waits for review, locked
 * @ZP_REVIEW_RETURNED: 退回: back with the clerk
 * @ZP_REVIEW_REVIEWED: 审签: signed by the reviewer
 * @ZP_REVIEW_FINAL: 定稿: signed by the leader as well
 * @ZP_REVIEW_FILED: 已报送
 * @ZP_REVIEW_PUBLISHED: 已公开
 */
typedef enum
{
  ZP_REVIEW_DRAFT,
  ZP_REVIEW_SUBMITTED,
  ZP_REVIEW_RETURNED,
  ZP_REVIEW_REVIEWED,
  ZP_REVIEW_FINAL,
  ZP_REVIEW_FILED,
  ZP_REVIEW_PUBLISHED,
} ZpReviewState;

/**
 * ZpStepKind:
 * @ZP_STEP_SUBMIT: handed in
 * @ZP_STEP_TAKE_BACK: taken back by the clerk before review began
 * @ZP_STEP_BEGIN: somebody else began to review it
 * @ZP_STEP_RETURN: sent back; seals are taken off
 * @ZP_STEP_REVIEW: sealed by a reviewer
 * @ZP_STEP_APPROVE: sealed by the leader
 * @ZP_STEP_FILE: handed to the finance bureau
 * @ZP_STEP_PUBLISH: made public
 */
typedef enum
{
  ZP_STEP_SUBMIT,
  ZP_STEP_TAKE_BACK,
  ZP_STEP_BEGIN,
  ZP_STEP_RETURN,
  ZP_STEP_REVIEW,
  ZP_STEP_APPROVE,
  ZP_STEP_FILE,
  ZP_STEP_PUBLISH,
} ZpStepKind;

/**
 * ZpStep: one step of the review.
 * @by: who; @time: ISO 8601, UTC
 * @text: reason or opinion, "" without
 * @content: digest of what the report held then
 * @counts: it was possible where the report stood; of copies that were merged one may have been
 * taken back when the other was returned
 */
typedef struct
{
  ZpStepKind kind;
  char *by;
  char *time;
  char *text;
  char *content;
  gboolean counts;
} ZpStep;

void zp_step_free (ZpStep *self);
const char *zp_step_get_id (ZpStepKind kind);
const char *zp_step_get_label (ZpStepKind kind);
gboolean zp_step_find_kind (const char *path, ZpStepKind *kind);

const char *zp_review_state_get_id (ZpReviewState state);
const char *zp_review_state_get_label (ZpReviewState state);
ZpReviewState zp_review_get_state (ZpReport *report);
gboolean zp_review_has_begun (ZpReport *report);
GPtrArray *zp_review_get_steps (ZpReport *report);
const ZpStep *zp_step_find_last (const GPtrArray *steps);

gboolean zp_step_is_possible (ZpReport *report, ZpStepKind kind, const char *by, GError **error);

char *zp_review_why_locked (ZpReport *report);
gboolean zp_review_allows (ZpReport *report, const ZpBatch *batch, GError **error);

ZpBatch *
zp_review_make_submit (const ZpReportFile *file, const char *by, gint64 time, GError **error);
ZpBatch *zp_review_make_step (const ZpReportFile *file,
                              ZpStepKind kind,
                              const char *by,
                              const char *text,
                              gint64 time,
                              GError **error);

G_END_DECLS
