/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging two copies of a report that went apart. */
#pragma once

#include "review/zp-diff.h"

G_BEGIN_DECLS

/**
 * ZpConflict: a place that both copies changed, each in its own way.
 * @id: as in the first copy
 * @base @mine @theirs: (nullable): what stood there when it was sent for review, and what stands
 *   there now
 * @value: (nullable): what theirs has, as it is kept
 * @may_take: a value of a place that is there; a row that came or went is decided by hand
 */
typedef struct
{
  ZpDifferenceKind kind;
  char *id;
  char *base;
  char *mine;
  char *theirs;
  char *value;
  gboolean may_take;
} ZpConflict;

void zp_conflict_free (ZpConflict *self);

/**
 * ZpMergeRequest:
 * @by: who merges: written under the remarks about conflicts
 * @time: microseconds since 1970 (UTC)
 */
typedef struct
{
  ZpReportFile *mine;
  ZpReportFile *theirs;
  const char *by;
  gint64 time;
} ZpMergeRequest;

ZpBatch *zp_merge_plan (const ZpMergeRequest *request,
                        ZpReportFile **ground,
                        GPtrArray *conflicts,
                        GError **error);
void zp_merge_keep_mine (
  ZpReport *report, ZpBatch *batch, const ZpConflict *conflict, const char *by, gint64 time);
void zp_merge_take_theirs (ZpBatch *batch, const ZpConflict *conflict);
ZpReportFile *zp_merge (const ZpMergeRequest *request, GPtrArray *conflicts, GError **error);

G_END_DECLS
