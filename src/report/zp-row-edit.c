/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that come, go, move or get another name, with everything that belongs or refers to them. */
#include "report/zp-row-edit.h"

#include <glib/gi18n-lib.h>

#include "report/zp-row-edit-private.h"

/**
 * zp_row_edit_insert:
 * @at: from 0 to the number of rows
 * @key: (nullable): what names the new row
 *
 * A new row. Tables whose rows belong to it get their start rows; where they refer to it by key and
 * there is none, they get them when it is given.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with an error when the key or a
 * start value does not fit
 */
ZpBatch *
zp_row_edit_insert (ZpReport *report, int block, int at, const char *key, GError **error)
{
  const ZpBlock *table = zp_row_edit_get_table (report, block);
  g_auto (ZpRowEdit) edit = { 0 };
  g_autofree char *canonical = NULL;
  ZpCell key_cell;

  g_return_val_if_fail (table != NULL && at >= 0 && at <= zp_report_count_rows (report, block),
                        NULL);
  g_return_val_if_fail (key == NULL || table->key_column >= 0, NULL);

  key_cell = zp_cell (block, at, table->key_column);
  if (key != NULL && !zp_report_parse_value (report, key_cell, key, &canonical, error))
    return NULL;
  zp_row_edit_init (&edit, report, _ ("Insert row"));
  zp_row_edit_make_room (&edit, table, at);
  if (canonical != NULL)
    zp_row_edit_put (&edit, key_cell, canonical);
  if (!zp_row_edit_lay_owned_rows (&edit, block, at, canonical, 0, error))
    return NULL;
  return zp_row_edit_finish (&edit);
}

static void mark_going (ZpRowEdit *self, int block, int row);

static void
mark_owned_rows (ZpRowEdit *self, const ZpBlock *block, const char *owner)
{
  for (int row = 0; row < zp_report_count_rows (self->report, block->index); row++)
    {
      ZpCell cell = zp_cell (block->index, row, block->owner_column);

      if (g_strcmp0 (zp_report_get_value (self->report, cell)->typed.text, owner) == 0)
        mark_going (self, block->index, row);
    }
}

static void
mark_going (ZpRowEdit *self, int block, int row)
{
  int *places = zp_row_edit_get_places (self, block);

  if (places[row] == ZP_ROW_GONE)
    return;
  places[row] = ZP_ROW_GONE;
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *owned = zp_pack_get_block (self->pack, (int) i);
      const ZpCellDef *def = zp_row_edit_get_owner (owned, block);
      g_autofree char *owner = def != NULL ? zp_row_edit_get_reference (self, def, row) : NULL;

      /* What another row of the same name owns as well stays with that one. */
      if (owner != NULL &&
          (def->to_number || !zp_row_edit_is_key_of_another (self, block, row, owner)))
        mark_owned_rows (self, owned, owner);
    }
}

/* The rows that stay close up. */
static void
close_up (ZpRowEdit *self, int block)
{
  int next = 0;

  for (int row = 0; row < zp_report_count_rows (self->report, block); row++)
    if (self->places[block][row] != ZP_ROW_GONE)
      self->places[block][row] = next++;
}

static void
empty_row (ZpRowEdit *self, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);

      if (zp_report_get_value (self->report, cell)->typed.state != ZP_CONTENT_EMPTY)
        zp_row_edit_put (self, cell, NULL);
    }
}

/* From the last one on, so that the numbers of those before it hold. */
static void
remove_going (ZpRowEdit *self, const ZpBlock *block)
{
  for (int row = zp_report_count_rows (self->report, block->index) - 1; row >= 0; row--)
    {
      if (self->places[block->index][row] != ZP_ROW_GONE)
        continue;
      empty_row (self, block, row);
      zp_batch_remove (self->batch, block->key, row, 0);
    }
}

/**
 * zp_row_edit_remove:
 *
 * Removes a row with the rows that belong to it. References by number follow the rows that stay,
 * and are emptied when their row goes; references by key to a row that goes stay and are found by
 * their check.
 *
 * Returns: (transfer full): for zp_report_apply()
 */
ZpBatch *
zp_row_edit_remove (ZpReport *report, int block, int row)
{
  const ZpBlock *table = zp_row_edit_get_table (report, block);
  g_auto (ZpRowEdit) edit = { 0 };

  g_return_val_if_fail (table != NULL && row >= 0 && row < zp_report_count_rows (report, block),
                        NULL);

  zp_row_edit_init (&edit, report, _ ("Remove row"));
  mark_going (&edit, block, row);
  for (guint i = 0; i < edit.pack->blocks->len; i++)
    if (edit.places[i] != NULL)
      close_up (&edit, (int) i);
  zp_row_edit_follow (&edit);
  zp_row_edit_move_notes (&edit);
  for (guint i = 0; i < edit.pack->blocks->len; i++)
    if (edit.places[i] != NULL)
      remove_going (&edit, zp_pack_get_block (edit.pack, (int) i));
  return zp_row_edit_finish (&edit);
}

static int
place_after_move (int row, int from, int to)
{
  if (row == from)
    return to;
  if (from < row && row <= to)
    return row - 1;
  if (to <= row && row < from)
    return row + 1;
  return row;
}

/**
 * zp_row_edit_move:
 * @from: the row
 * @to: where it is going to stand
 *
 * Moves a row; references by number follow all rows.
 *
 * Returns: (transfer full): for zp_report_apply()
 */
ZpBatch *
zp_row_edit_move (ZpReport *report, int block, int from, int to)
{
  const ZpBlock *table = zp_row_edit_get_table (report, block);
  int n_rows = zp_report_count_rows (report, block);
  g_auto (ZpRowEdit) edit = { 0 };
  int *places;

  g_return_val_if_fail (table != NULL && from >= 0 && from < n_rows && to >= 0 && to < n_rows,
                        NULL);

  zp_row_edit_init (&edit, report, _ ("Move row"));
  places = zp_row_edit_get_places (&edit, block);
  for (int row = 0; row < n_rows; row++)
    places[row] = place_after_move (row, from, to);
  zp_row_edit_follow (&edit);
  zp_row_edit_move_notes (&edit);
  zp_batch_move (edit.batch, table->key, from, to);
  return zp_row_edit_finish (&edit);
}

static gboolean
owns_rows (ZpRowEdit *self, int owner, const char *key)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (self->pack, (int) i);
      const ZpCellDef *def = zp_row_edit_get_owner (block, owner);

      for (int row = 0; def != NULL && row < zp_report_count_rows (self->report, (int) i); row++)
        {
          ZpCell cell = zp_cell (block->index, row, block->owner_column);

          if (g_strcmp0 (zp_report_get_value (self->report, cell)->typed.text, key) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* A row that gets its first name gets the start rows that belong to it. */
static gboolean
lay_rows_of_named (ZpRowEdit *self, ZpCell cell, const char *key, GError **error)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);
  g_autofree char *before = NULL;

  if (block->kind != ZP_BLOCK_TABLE || block->key_column != cell.column || key == NULL)
    return TRUE;
  before = zp_row_edit_get_key (self, cell.block, cell.row);
  if (before != NULL || owns_rows (self, cell.block, key) ||
      zp_row_edit_is_key_of_another (self, cell.block, cell.row, key))
    return TRUE;
  return zp_row_edit_lay_owned_rows (self, cell.block, cell.row, key, 0, error);
}

/* A row of a name that was there already owns what that one owned. */
static gboolean
is_new_key (ZpRowEdit *self, const ZpBlock *table, char *const *keys, guint at)
{
  for (guint i = 0; i < at; i++)
    if (g_strcmp0 (keys[i], keys[at]) == 0)
      return FALSE;
  return !owns_rows (self, table->index, keys[at]) &&
         !zp_row_edit_is_key_of_another (self, table->index, -1, keys[at]);
}

static gboolean
append_row (ZpRowEdit *self, const ZpBlock *table, char *const *keys, guint at, GError **error)
{
  const char *key = table->key_column >= 0 ? keys[at] : NULL;
  int row = zp_row_edit_append_row (self, table);

  if (key != NULL)
    zp_row_edit_put (self, zp_cell (table->index, row, table->key_column), key);
  if (key != NULL && !is_new_key (self, table, keys, at))
    return TRUE;
  return zp_row_edit_lay_owned_rows (self, table->index, row, key, 0, error);
}

/**
 * zp_row_edit_append:
 * @keys: (array length=n_rows): what names each new row as the report keeps it, %NULL for nothing
 *
 * Rows at the end of a table, with their start rows as zp_row_edit_insert() gives them.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with an error when a start
 * value does not fit
 */
ZpBatch *
zp_row_edit_append (ZpReport *report, int block, char *const *keys, guint n_rows, GError **error)
{
  const ZpBlock *table = zp_row_edit_get_table (report, block);
  g_auto (ZpRowEdit) edit = { 0 };

  g_return_val_if_fail (table != NULL, NULL);

  zp_row_edit_init (&edit, report, NULL);
  for (guint i = 0; i < n_rows; i++)
    if (!append_row (&edit, table, keys, i, error))
      return NULL;
  return zp_row_edit_finish (&edit);
}

/**
 * zp_row_edit_set:
 * @cell: any cell
 * @typed: (nullable): what was typed
 *
 * Sets a cell as typed. Where the cell names its row, everything that refers to the row by its name
 * follows, see zp_row_edit_rename(); a row that had no name gets the start rows of the tables that
 * belong to it.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with a reason when it does not
 * fit
 */
ZpBatch *
zp_row_edit_set (ZpReport *report, ZpCell cell, const char *typed, GError **error)
{
  g_auto (ZpRowEdit) edit = { 0 };
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (zp_report_get_value (report, cell) != NULL, NULL);

  if (!zp_report_parse_value (report, cell, typed, &canonical, error))
    return NULL;
  zp_row_edit_init (&edit, report, NULL);
  zp_row_edit_put (&edit, cell, canonical);
  zp_row_edit_rename (&edit, cell, canonical, 0);
  if (!lay_rows_of_named (&edit, cell, canonical, error))
    return NULL;
  return zp_row_edit_finish (&edit);
}
