/* SPDX-License-Identifier: GPL-3.0-or-later
 * A copy of a row, with copies of the rows that belong to it. */
#include <glib/gi18n-lib.h>

#include "report/zp-row-edit-private.h"
#include "report/zp-row-edit.h"

/* A key that no row has: a copy of 道路 is 道路（2）. NULL where a key is chosen and not made up.
 */
static char *
free_key (ZpRowEdit *self, const ZpBlock *block, const char *key)
{
  char *candidate = NULL;
  int number = 2;

  if (zp_block_get_cell (block, 0, block->key_column)->kind != ZP_KIND_TEXT)
    return NULL;
  do
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s（%d）", key, number++);
    }
  while (zp_row_edit_is_key_of_another (self, block->index, -1, candidate));
  return candidate;
}

/* (transfer full) (nullable): what was typed into a cell, as it has to be when rows have their new
 * places. */
static char *
followed_text (ZpRowEdit *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  g_autofree char *text =
    zp_cell_content_to_text (&zp_report_get_value (self->report, cell)->typed, def);

  return zp_row_edit_follow_text (self, def, text);
}

static void copy_owned_rows (ZpRowEdit *self, ZpCell from, int to, const char *key, int depth);

/* Copies the typed cells of a row of now into the new row @to. @owner: (nullable): its new owner.
 */
static void
copy_row (ZpRowEdit *self, const ZpBlock *block, int from, int to, const char *owner, int depth)
{
  g_autofree char *key = zp_row_edit_get_key (self, block->index, from);
  g_autofree char *new_key = key != NULL ? free_key (self, block, key) : NULL;

  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      int column = (int) i;
      g_autofree char *text = followed_text (self, zp_cell (block->index, from, column));
      const char *put = text;

      if (column == block->owner_column && owner != NULL)
        put = owner;
      else if (column == block->key_column)
        put = new_key;
      if (put != NULL)
        zp_row_edit_put (self, zp_cell (block->index, to, column), put);
    }
  copy_owned_rows (self, zp_cell (block->index, from, 0), to, new_key, depth + 1);
}

static void
copy_owned_rows_of (
  ZpRowEdit *self, const ZpBlock *block, const char *before, const char *after, int depth)
{
  for (int row = 0; row < zp_report_count_rows (self->report, block->index); row++)
    {
      ZpCell cell = zp_cell (block->index, row, block->owner_column);

      if (g_strcmp0 (zp_report_get_value (self->report, cell)->typed.text, before) == 0)
        copy_row (self, block, row, zp_row_edit_append_row (self, block), after, depth);
    }
}

/* @from: any cell of the row that was copied to row @to, which has the key @key. */
static void
copy_owned_rows (ZpRowEdit *self, ZpCell from, int to, const char *key, int depth)
{
  for (guint i = 0; depth < ZP_MAX_OWNERS && i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (self->pack, (int) i);
      const ZpCellDef *def = zp_row_edit_get_owner (block, from.block);
      g_autofree char *before =
        def != NULL ? zp_row_edit_get_reference (self, def, from.row) : NULL;
      g_autofree char *number = g_strdup_printf ("%d", to + 1);
      const char *after = def != NULL && def->to_number ? number : key;

      if (before != NULL && after != NULL)
        copy_owned_rows_of (self, block, before, after, depth);
    }
}

/**
 * zp_row_edit_duplicate:
 *
 * A copy of a row below it, with copies of the rows that belong to it. Its key gets a number behind
 * it, since no two rows may have the same; one that is chosen from a list is left empty.
 *
 * Returns: (transfer full): for zp_report_apply()
 */
ZpBatch *
zp_row_edit_duplicate (ZpReport *report, int block, int row)
{
  const ZpBlock *table = zp_row_edit_get_table (report, block);
  g_auto (ZpRowEdit) edit = { 0 };

  g_return_val_if_fail (table != NULL && row >= 0, NULL);
  g_return_val_if_fail (row < zp_report_count_rows (report, block), NULL);

  zp_row_edit_init (&edit, report, _ ("Duplicate row"));
  zp_row_edit_make_room (&edit, table, row + 1);
  copy_row (&edit, table, row, row + 1, NULL, 0);
  return zp_row_edit_finish (&edit);
}
