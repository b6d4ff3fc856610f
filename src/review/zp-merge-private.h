/* SPDX-License-Identifier: GPL-3.0-or-later
 * A merge while it is worked out. */
#pragma once

#include "review/zp-flat-private.h"
#include "review/zp-merge.h"

G_BEGIN_DECLS

/**
 * ZpMerge:
 * @report: the copy that is changed
 * @base: what was sent for review; empty where the copies have no common ground
 * @mine: what @report holds; @theirs: what the other one holds
 * @batch: what has to be done to @report
 * @conflicts: of #ZpConflict
 * @rows: key of a row of theirs → key that it got in @report
 */
typedef struct
{
  ZpReport *report;
  ZpFlat *base;
  ZpFlat *mine;
  ZpFlat *theirs;
  gboolean has_base;
  ZpBatch *batch;
  GPtrArray *conflicts;
  GHashTable *rows;
} ZpMerge;

/**
 * ZpMergeSides: one value in the three versions; %NULL where it is not.
 */
typedef struct
{
  const ZpFlatItem *base;
  const ZpFlatItem *mine;
  const ZpFlatItem *theirs;
} ZpMergeSides;

typedef enum
{
  ZP_MERGE_KEEP,
  ZP_MERGE_TAKE,
  ZP_MERGE_CONFLICT,
} ZpMergeVerdict;

ZpMergeVerdict zp_merger_judge (const ZpMergeSides *sides);
void zp_merger_add_conflict (ZpMerge *self, const char *id, const ZpMergeSides *sides);
ZpMergeSides zp_merger_find (const ZpMerge *self, const char *key);

/* zp-merge-rows.c */
void zp_merger_tables (ZpMerge *self);

/* zp-merge-records.c */
void zp_merger_records (ZpMerge *self, ZpReport *theirs);

G_END_DECLS
