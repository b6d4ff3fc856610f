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
 */
typedef struct
{
  ZpDifferenceKind kind;
  char *id;
  char *base;
  char *mine;
  char *theirs;
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

ZpReportFile *zp_merge (const ZpMergeRequest *request, GPtrArray *conflicts, GError **error);

G_END_DECLS
