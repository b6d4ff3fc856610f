/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the seals of a report hold, and what changed since. */
#pragma once

#include "review/zp-diff.h"
#include "review/zp-seal.h"

G_BEGIN_DECLS

/**
 * ZpSealState: one seal and whether it holds.
 * @holds: it is what it was when it was set, over the seal before and the history then
 */
typedef struct
{
  ZpSeal *seal;
  gboolean holds;
  ZpSignatureState signature;
} ZpSealState;

/**
 * ZpSealCheck:
 * @seals: of #ZpSealState
 * @changed: of char*: ids of what is not as it was sent for review: cells, rows, texts,
 *   "note:…", members of the file, "trail" for the history, "review/…" for records
 * @valid: there are seals, all of them hold, nothing changed, and no signature is bad
 */
typedef struct
{
  GPtrArray *seals;
  GPtrArray *changed;
  gboolean valid;
} ZpSealCheck;

ZpSealCheck *zp_seal_check (const ZpReportFile *file, GBytes *authorities);
GPtrArray *zp_seal_list_changes (const ZpReportFile *file);
void zp_seal_check_free (ZpSealCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSealCheck, zp_seal_check_free)

G_END_DECLS
