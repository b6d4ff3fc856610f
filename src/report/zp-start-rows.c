/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that a new report, or a new row that owns others, begins with. */
#include <glib/gi18n-lib.h>

#include "report/zp-entry.h"
#include "report/zp-report-private.h"
#include "report/zp-row-edit-private.h"

static gboolean
put_start_value (
  ZpRowEdit *self, const ZpBlock *block, int row, const ZpJson *member, GError **error)
{
  int column = zp_block_find_column (block, member->key);
  g_autofree char *canonical = NULL;

  if (column < 0 || column == block->owner_column)
    return TRUE;
  if (!zp_entry_parse (zp_block_get_cell (block, 0, column), member->text, NULL, &canonical, error))
    {
      g_prefix_error (error, _ ("start row of “%s”, “%s”: "), block->key, member->key);
      return FALSE;
    }
  if (canonical != NULL)
    zp_row_edit_put (self, zp_cell (block->index, row, column), canonical);
  return TRUE;
}

/* (nullable): what the key of a start row is going to be. */
static const char *
key_of_start (const ZpBlock *block, const ZpJson *start)
{
  if (block->key_column < 0)
    return NULL;
  return zp_json_get_string (start, g_ptr_array_index (block->columns, block->key_column));
}

static gboolean
lay_row (ZpRowEdit *self,
         const ZpBlock *block,
         const ZpJson *start,
         const char *owner,
         int depth,
         GError **error)
{
  int row = zp_row_edit_append_row (self, block);

  if (owner != NULL)
    zp_row_edit_put (self, zp_cell (block->index, row, block->owner_column), owner);
  for (const ZpJson *member = start->first; member != NULL; member = member->next)
    if (!put_start_value (self, block, row, member, error))
      return FALSE;
  return zp_row_edit_lay_owned_rows (self, block->index, row, key_of_start (block, start),
                                     depth + 1, error);
}

static gboolean
lay_rows (ZpRowEdit *self, const ZpBlock *block, const char *owner, int depth, GError **error)
{
  for (const ZpJson *start = block->start->first; start != NULL; start = start->next)
    if (!lay_row (self, block, start, owner, depth, error))
      return FALSE;
  return TRUE;
}

/** zp_row_edit_lay_start_rows: start rows of a table that belong to nobody. FALSE with an error. */
gboolean
zp_row_edit_lay_start_rows (ZpRowEdit *self, const ZpBlock *block, GError **error)
{
  if (block->start == NULL || block->owner_column >= 0)
    return TRUE;
  return lay_rows (self, block, NULL, 0, error);
}

/**
 * zp_row_edit_lay_owned_rows:
 * @owner: block of a new row
 * @row: its place
 * @key: (nullable): its key; without one, rows that refer to their owner by key cannot be laid yet
 *
 * Start rows of the tables that belong to the new row.
 *
 * Returns: FALSE with an error when a start value does not fit
 */
gboolean
zp_row_edit_lay_owned_rows (
  ZpRowEdit *self, int owner, int row, const char *key, int depth, GError **error)
{
  if (depth >= ZP_MAX_OWNERS)
    return TRUE;
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (self->pack, (int) i);
      const ZpCellDef *def = zp_row_edit_get_owner (block, owner);
      g_autofree char *number = g_strdup_printf ("%d", row + 1);
      const char *reference = def != NULL && def->to_number ? number : key;

      if (def == NULL || block->start == NULL || reference == NULL)
        continue;
      if (!lay_rows (self, block, reference, depth, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zp_report_add_start_rows:
 *
 * Lays the start rows of every table, as a new report has them. One batch.
 *
 * Returns: FALSE with an error when a start value does not fit
 */
gboolean
zp_report_add_start_rows (ZpReport *self, GError **error)
{
  g_auto (ZpRowEdit) edit = { 0 };

  zp_row_edit_init (&edit, self, _ ("Start rows"));
  for (guint i = 0; i < self->pack->blocks->len; i++)
    if (!zp_row_edit_lay_start_rows (&edit, zp_pack_get_block (self->pack, (int) i), error))
      return FALSE;
  if (edit.batch->changes->len == 0)
    return TRUE;
  return zp_report_apply (self, zp_row_edit_finish (&edit), error);
}
