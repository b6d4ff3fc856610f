/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report of the built-in pack, and short words for working on it. */
#pragma once

#include "review/zp-review.h"
#include "zp-test.h"

G_BEGIN_DECLS

/** Times are minutes since the start of 2022. */
#define AT(minute) ((G_GINT64_CONSTANT (1640995200) + (minute) *60) * G_USEC_PER_SEC)

ZpReportFile *review_open (void);
ZpReportFile *review_copy (const ZpReportFile *file);
void review_set (ZpReportFile *file, const char *id, const char *value, const char *by);
void review_insert (ZpReportFile *file, const char *table, int at);
void review_move (ZpReportFile *file, const char *table, int from, int to);
void review_apply (ZpReportFile *file, ZpBatch *batch);
gboolean review_step (ZpReportFile *file, ZpStepKind kind, const char *by, int minute);

G_END_DECLS
