/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done to a report, in order: undo, redo and history are one list. */
#pragma once

#include "journal/zp-change.h"

G_BEGIN_DECLS

typedef struct _ZpJournal ZpJournal;

ZpJournal *zp_journal_new (void);
void zp_journal_free (ZpJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpJournal, zp_journal_free)

void zp_journal_add (ZpJournal *self, ZpBatch *batch);
guint zp_journal_get_n_batches (const ZpJournal *self);
const ZpBatch *zp_journal_get_batch (const ZpJournal *self, guint index);

const ZpBatch *zp_journal_peek_undo (const ZpJournal *self);
const ZpBatch *zp_journal_peek_redo (const ZpJournal *self);
void zp_journal_add_undo (ZpJournal *self, ZpBatch *inverse);
void zp_journal_add_redo (ZpJournal *self, ZpBatch *again);

G_END_DECLS
