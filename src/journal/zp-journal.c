/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done to a report, in order: undo, redo and history are one list. */
#include "journal/zp-journal.h"

/* Undoing appends the inverse batch and never erases, so the list is the whole history. The two
 * stacks only remember which batches of the list can be taken back or done again. */
struct _ZpJournal
{
  GPtrArray *batches;
  GPtrArray *undo; /* borrowed from batches */
  GPtrArray *redo; /* borrowed from batches */
};

/**
 * zp_journal_new:
 *
 * Returns: (transfer full): an empty journal; free with zp_journal_free()
 */
ZpJournal *
zp_journal_new (void)
{
  ZpJournal *self = g_new0 (ZpJournal, 1);

  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_batch_free);
  self->undo = g_ptr_array_new ();
  self->redo = g_ptr_array_new ();
  return self;
}

/** zp_journal_free: frees the journal with all its batches. */
void
zp_journal_free (ZpJournal *self)
{
  g_ptr_array_unref (self->redo);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->batches);
  g_free (self);
}

/**
 * zp_journal_add:
 * @batch: (transfer full): what was just done for the first time
 *
 * What could be done again no longer can.
 */
void
zp_journal_add (ZpJournal *self, ZpBatch *batch)
{
  g_return_if_fail (batch != NULL);

  g_ptr_array_add (self->batches, batch);
  g_ptr_array_add (self->undo, batch);
  g_ptr_array_set_size (self->redo, 0);
}

/** zp_journal_get_n_batches: how many batches were done, undoing and redoing included. */
guint
zp_journal_get_n_batches (const ZpJournal *self)
{
  return self->batches->len;
}

/**
 * zp_journal_get_batch:
 *
 * Returns: (transfer none): the batch done at position @index, from 0
 */
const ZpBatch *
zp_journal_get_batch (const ZpJournal *self, guint index)
{
  g_return_val_if_fail (index < self->batches->len, NULL);

  return g_ptr_array_index (self->batches, index);
}

static const ZpBatch *
peek (const GPtrArray *stack)
{
  return stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;
}

/** zp_journal_peek_undo: (nullable): the batch that undo would take back. */
const ZpBatch *
zp_journal_peek_undo (const ZpJournal *self)
{
  return peek (self->undo);
}

/** zp_journal_peek_redo: (nullable): the batch whose inverse redo would do. */
const ZpBatch *
zp_journal_peek_redo (const ZpJournal *self)
{
  return peek (self->redo);
}

static void
move_on (ZpJournal *self, GPtrArray *from, GPtrArray *to, ZpBatch *batch)
{
  g_return_if_fail (from->len > 0);

  g_ptr_array_add (self->batches, batch);
  g_ptr_array_set_size (from, (int) from->len - 1);
  g_ptr_array_add (to, batch);
}

/**
 * zp_journal_add_undo:
 * @inverse: (transfer full): inverse of zp_journal_peek_undo(), just done
 */
void
zp_journal_add_undo (ZpJournal *self, ZpBatch *inverse)
{
  move_on (self, self->undo, self->redo, inverse);
}

/**
 * zp_journal_add_redo:
 * @again: (transfer full): inverse of zp_journal_peek_redo(), just done
 */
void
zp_journal_add_redo (ZpJournal *self, ZpBatch *again)
{
  move_on (self, self->redo, self->undo, again);
}
