/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records of the review and how they are put together, for the files of this room. */
#pragma once

#include "review/zp-review.h"

G_BEGIN_DECLS

/** What was last sent for review: a content as zp_content_new() gives it. */
#define ZP_CONTENT_PATH ZP_RECORD_PREFIX "content"

/* zp-review-record.c */
ZpJsonDoc *zp_review_parse (const char *text);
ZpJsonDoc *zp_review_read (ZpReport *report, const char *path);
char *zp_review_get_text (const ZpJson *object, const char *key);
char *zp_review_finish (ZpJsonWriter *writer);
char *zp_review_time_to_text (gint64 time);
char *zp_review_show_day (const char *time);
ZpBatch *zp_review_begin_batch (const char *label, const char *by, gint64 time);

/* zp-remark-make.c */
void zp_review_begin (ZpReport *report, ZpBatch *batch);

/* zp-step.c */
void zp_step_add (ZpReport *report, ZpBatch *batch, const ZpStep *step);
ZpReviewState zp_step_state_after (ZpStepKind kind);

G_END_DECLS
