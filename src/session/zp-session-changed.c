/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a report was changed last, so that somebody who takes a step back sees what it was. */
#include "session/zp-session-private.h"

static const ZpPack *
pack_of (ZpSession *self)
{
  return zp_report_get_pack (self->file->report);
}

/* The row that stands where a row came, went, or was moved to; FALSE when none is left. */
static gboolean
find_row (ZpSession *self, const ZpChange *change, ZpCell *cell)
{
  const ZpBlock *block = zp_pack_find_block (pack_of (self), change->path);
  int row = change->kind == ZP_CHANGE_REMOVE ? change->from : change->to;
  int n_rows = block != NULL ? zp_report_count_rows (self->file->report, block->index) : 0;

  if (n_rows == 0)
    return FALSE;
  *cell = zp_cell (block->index, MIN (row, n_rows - 1), MAX (block->key_column, 0));
  return TRUE;
}

static gboolean
find_cell (ZpSession *self, const ZpChange *change, ZpCell *cell)
{
  if (change->kind != ZP_CHANGE_SET)
    return find_row (self, change, cell);
  return zp_report_find_cell (self->file->report, change->path, cell, NULL);
}

/* (transfer full) (nullable): what leads to where @change happened. */
static char *
make_target (ZpSession *self, const ZpChange *change)
{
  ZpCell cell;

  if (change->kind == ZP_CHANGE_SET &&
      zp_pack_find_passage_by_id (pack_of (self), change->path) != NULL)
    return g_strdup (change->path);
  return find_cell (self, change, &cell) ? zp_pack_format_id (pack_of (self), cell) : NULL;
}

/* Of a row that came, went or was moved every cell is the place. */
static gboolean
is_at (ZpSession *self, const ZpChange *change, const char *here)
{
  ZpCell there;
  ZpCell cell;

  if (g_str_equal (change->path, here))
    return TRUE;
  return zp_report_find_cell (self->file->report, here, &cell, NULL) &&
         find_cell (self, change, &there) && cell.block == there.block && cell.row == there.row &&
         (change->kind != ZP_CHANGE_SET || cell.column == there.column);
}

/**
 * zp_session_find_changed:
 * @here: (nullable): id of the cell or passage where somebody is
 *
 * Returns: (transfer full) (nullable): id of the first cell or passage that the last step changed,
 * be it done, taken back or done again; %NULL when @here is one of them, or none can be gone to
 */
char *
zp_session_find_changed (ZpSession *self, const char *here)
{
  const ZpJournal *journal = zp_report_get_journal (self->file->report);
  guint n_batches = zp_journal_get_n_batches (journal);
  const GPtrArray *changes;
  char *target = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  if (n_batches == 0)
    return NULL;
  changes = zp_journal_get_batch (journal, n_batches - 1)->changes;
  for (guint i = 0; here != NULL && i < changes->len; i++)
    if (is_at (self, g_ptr_array_index (changes, i), here))
      return NULL;
  for (guint i = 0; target == NULL && i < changes->len; i++)
    target = make_target (self, g_ptr_array_index (changes, i));
  return target;
}
