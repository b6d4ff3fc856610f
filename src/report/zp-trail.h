/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit trail of a report: who changed what, when, from what to what and how, chained by
 * digests. */
#pragma once

#include "base/zp-json.h"
#include "journal/zp-journal.h"

G_BEGIN_DECLS

/** Words of the trail for how a change came about (#ZpBatch.how). */
#define ZP_HOW_TYPED "typed"
#define ZP_HOW_PASTED "pasted"
#define ZP_HOW_IMPORTED "imported"
#define ZP_HOW_HINT "hint"
#define ZP_HOW_UNDONE "undone"
#define ZP_HOW_REDONE "redone"
#define ZP_HOW_REVIEW "review"
#define ZP_HOW_MERGED "merged"

/** Where a chain begins. */
#define ZP_TRAIL_START "sha256:0000000000000000000000000000000000000000000000000000000000000000"

typedef struct _ZpTrail ZpTrail;

ZpTrail *zp_trail_new (void);
void zp_trail_free (ZpTrail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpTrail, zp_trail_free)

gboolean zp_trail_read_entry (ZpTrail *self, const ZpJson *object);
void zp_trail_take (ZpTrail *self, const ZpJournal *journal);
void zp_trail_keep (ZpTrail *self, const ZpJournal *journal);
void zp_trail_write_entry (const ZpTrail *self, guint index, ZpJsonWriter *writer);

guint zp_trail_count (const ZpTrail *self);
const char *zp_trail_get_body (const ZpTrail *self, guint index);
const char *zp_trail_get_chain (const ZpTrail *self, guint n_entries);
gboolean zp_trail_is_whole (const ZpTrail *self);

char *zp_trail_digest (const char *text);

G_END_DECLS
