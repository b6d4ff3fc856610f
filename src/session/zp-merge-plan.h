/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging another copy of the report into this one: shown first, done as one step. */
#pragma once

#include "review/zp-merge.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpMergeChoice: a place that both copies changed.
 * @mine @theirs: (nullable): in words
 * @may_take: else only mine can stay
 */
typedef struct
{
  char *label;
  char *mine;
  char *theirs;
  gboolean may_take;
} ZpMergeChoice;

typedef struct _ZpMergePlan ZpMergePlan;

ZpMergePlan *zp_merge_plan_new (ZpSession *session, ZpReportFile *theirs, GError **error);
void zp_merge_plan_free (ZpMergePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpMergePlan, zp_merge_plan_free)

char *zp_merge_plan_say (const ZpMergePlan *self);
gboolean zp_merge_plan_is_empty (const ZpMergePlan *self);
guint zp_merge_plan_count (const ZpMergePlan *self);
const ZpMergeChoice *zp_merge_plan_get (const ZpMergePlan *self, guint index);
void zp_merge_plan_set_taken (ZpMergePlan *self, guint index, gboolean is_taken);
gboolean zp_merge_plan_do (ZpMergePlan *self, GError **error);

G_END_DECLS
