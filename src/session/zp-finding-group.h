/* SPDX-License-Identifier: GPL-3.0-or-later
 * Findings put together by what would mend them, so that one slip is told once. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpFindingGroup: a finding and those that the same correction mends.
 * @lead: the one that tells the cause best
 * @followers: of #ZpFinding: 牵连
 * @print: what is shown of it; equal as long as it looks the same
 *
 * Findings are borrowed until the next "changed".
 */
typedef struct
{
  const ZpFinding *lead;
  GPtrArray *followers;
  char *print;
} ZpFindingGroup;

void zp_finding_group_free (ZpFindingGroup *self);
gboolean zp_finding_group_has (const ZpFindingGroup *self, const char *finding);

GPtrArray *zp_finding_groups_list (ZpSession *session);
GPtrArray *zp_finding_list_hints (ZpSession *session, const ZpFinding *finding);

G_END_DECLS
