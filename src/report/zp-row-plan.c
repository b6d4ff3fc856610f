/* SPDX-License-Identifier: GPL-3.0-or-later
 * A batch of changes of rows while it is put together. */
#include "report/zp-row-edit-private.h"

/** zp_row_edit_init: nothing to be done yet. */
void
zp_row_edit_init (ZpRowEdit *self, ZpReport *report, const char *label)
{
  guint n_blocks = zp_report_get_pack (report)->blocks->len;

  self->report = report;
  self->pack = zp_report_get_pack (report);
  self->batch = zp_batch_new (label, NULL, g_get_real_time ());
  self->n_rows = g_new (int, n_blocks);
  self->places = g_new0 (int *, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    self->n_rows[i] = zp_report_count_rows (report, (int) i);
}

/** zp_row_edit_clear: frees what zp_row_edit_finish() did not hand over. */
void
zp_row_edit_clear (ZpRowEdit *self)
{
  if (self->report == NULL)
    return;
  for (guint i = 0; i < self->pack->blocks->len; i++)
    g_free (self->places[i]);
  g_free (self->places);
  g_free (self->n_rows);
  g_clear_pointer (&self->batch, zp_batch_free);
}

/** zp_row_edit_finish: (transfer full): the batch. */
ZpBatch *
zp_row_edit_finish (ZpRowEdit *self)
{
  return g_steal_pointer (&self->batch);
}

/** zp_row_edit_get_places: (transfer none): places of all rows of a block, at first those of now.
 */
int *
zp_row_edit_get_places (ZpRowEdit *self, int block)
{
  int n_rows = zp_report_count_rows (self->report, block);

  if (self->places[block] != NULL)
    return self->places[block];
  self->places[block] = g_new (int, n_rows + 1);
  for (int row = 0; row < n_rows; row++)
    self->places[block][row] = row;
  return self->places[block];
}

/** zp_row_edit_put: sets a cell to a canonical text, %NULL for empty. */
void
zp_row_edit_put (ZpRowEdit *self, ZpCell cell, const char *text)
{
  g_autofree char *id = zp_pack_format_id (self->pack, cell);

  zp_batch_set (self->batch, id, NULL, text);
}

/** zp_row_edit_append_row: place of a new row at the end of a table. */
int
zp_row_edit_append_row (ZpRowEdit *self, const ZpBlock *block)
{
  int row = self->n_rows[block->index]++;

  zp_batch_insert (self->batch, block->key, row, 0);
  return row;
}

/** zp_row_edit_get_key: (transfer full) (nullable): the key of a row as it stands now. */
char *
zp_row_edit_get_key (ZpRowEdit *self, int block, int row)
{
  int column = zp_pack_get_block (self->pack, block)->key_column;

  if (column < 0)
    return NULL;
  return g_strdup (
    zp_cell_value_in_force (zp_report_get_value (self->report, zp_cell (block, row, column)))
      ->text);
}

/** zp_row_edit_is_key_of_another: whether a row other than @row that stays has that key now. */
gboolean
zp_row_edit_is_key_of_another (ZpRowEdit *self, int block, int row, const char *key)
{
  int n_rows = zp_report_count_rows (self->report, block);
  const int *places = self->places[block];

  for (int other = 0; other < n_rows; other++)
    {
      g_autofree char *its_key = other != row ? zp_row_edit_get_key (self, block, other) : NULL;

      if (g_strcmp0 (its_key, key) == 0 && (places == NULL || places[other] != ZP_ROW_GONE))
        return TRUE;
    }
  return FALSE;
}

/** zp_row_edit_get_owner: (nullable): the reference to their owner when rows of @block belong to
 * @owner_block. */
const ZpCellDef *
zp_row_edit_get_owner (const ZpBlock *block, int owner_block)
{
  const ZpCellDef *def =
    block->owner_column >= 0 ? zp_block_get_cell (block, 0, block->owner_column) : NULL;

  return def != NULL && def->to_block == owner_block ? def : NULL;
}

/** zp_row_edit_get_table: (nullable): a block whose rows come and go. */
const ZpBlock *
zp_row_edit_get_table (ZpReport *report, int block)
{
  const ZpBlock *table = zp_pack_get_block (zp_report_get_pack (report), block);

  return table->kind == ZP_BLOCK_TABLE ? table : NULL;
}

/** zp_row_edit_make_room: a new row at @at; the rows from there on go one down. */
void
zp_row_edit_make_room (ZpRowEdit *self, const ZpBlock *block, int at)
{
  int *places = zp_row_edit_get_places (self, block->index);

  for (int row = at; row < zp_report_count_rows (self->report, block->index); row++)
    places[row] = row + 1;
  zp_row_edit_follow (self);
  zp_row_edit_move_notes (self);
  zp_batch_insert (self->batch, block->key, at, 0);
  self->n_rows[block->index]++;
}
