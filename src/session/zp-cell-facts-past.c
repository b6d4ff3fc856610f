/* SPDX-License-Identifier: GPL-3.0-or-later
 * What happened to a cell since the report was opened. */
#include <string.h>

#include "session/zp-cell-facts-private.h"

/** zp_past_free: frees @self. */
void
zp_past_free (ZpPast *self)
{
  if (self == NULL)
    return;
  g_free (self->author);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * Walk: going back through the journal with one cell.
 * @now: the cell as it is now; @then: where it was before what was passed already
 */
typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  ZpCell now;
  ZpCell then;
  char *id;
  const char *table;
  gboolean is_born;
  GPtrArray *past;
} Walk;

static char *
say_kept (const Walk *self, const char *kept)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, self->now);
  g_auto (ZpCellContent) content = { 0 };

  if (kept == NULL || !zp_cell_content_from_text (&content, def, kept, NULL))
    return NULL;
  return zp_cell_facts_say (self->report, self->now, &content);
}

static void
add_past (Walk *self, const ZpBatch *batch, const ZpChange *change)
{
  ZpPast *past = g_new0 (ZpPast, 1);

  past->time = batch->time;
  past->author = g_strdup (batch->author);
  past->label = g_strdup (batch->label);
  past->before = say_kept (self, change->before);
  past->after = say_kept (self, change->after);
  g_ptr_array_add (self->past, past);
}

/* Where the row stood before a move of @from to @to. */
static int
row_before_move (int row, int from, int to)
{
  if (row == to)
    return from;
  if (from < to && row >= from && row < to)
    return row + 1;
  if (to < from && row > to && row <= from)
    return row - 1;
  return row;
}

static void
step_back (Walk *self, const ZpChange *change)
{
  int row = self->then.row;

  if (change->kind == ZP_CHANGE_INSERT)
    {
      self->is_born = row == change->to;
      row -= row > change->to ? 1 : 0;
    }
  else if (change->kind == ZP_CHANGE_REMOVE)
    row += row >= change->from ? 1 : 0;
  else
    row = row_before_move (row, change->from, change->to);
  self->then.row = row;
  g_free (self->id);
  self->id = zp_pack_format_id (self->pack, self->then);
}

static void
walk_batch (Walk *self, const ZpBatch *batch)
{
  for (guint i = batch->changes->len; i > 0 && !self->is_born; i--)
    {
      const ZpChange *change = g_ptr_array_index (batch->changes, i - 1);

      if (change->kind != ZP_CHANGE_SET)
        {
          if (self->table != NULL && strcmp (change->path, self->table) == 0)
            step_back (self, change);
        }
      else if (strcmp (change->path, self->id) == 0 &&
               g_strcmp0 (change->before, change->after) != 0)
        add_past (self, batch, change);
    }
}

/**
 * zp_cell_facts_list_past:
 *
 * What happened to the cell since the report was opened, the last first. A row keeps its past when
 * it moves.
 *
 * Returns: (transfer full): of #ZpPast
 */
GPtrArray *
zp_cell_facts_list_past (ZpSession *session, ZpCell cell)
{
  ZpReport *report = zp_session_get_report (session);
  const ZpJournal *journal = zp_report_get_journal (report);
  const ZpPack *pack = zp_session_get_pack (session);
  const ZpBlock *block = zp_pack_get_block (pack, cell.block);
  Walk walk = { .report = report, .pack = pack, .now = cell, .then = cell };

  walk.past = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_past_free);
  walk.id = zp_pack_format_id (pack, cell);
  walk.table = block->kind == ZP_BLOCK_TABLE && cell.row >= 0 ? block->key : NULL;
  for (guint i = zp_journal_get_n_batches (journal); i > 0 && !walk.is_born; i--)
    walk_batch (&walk, zp_journal_get_batch (journal, i - 1));
  g_free (walk.id);
  return walk.past;
}
