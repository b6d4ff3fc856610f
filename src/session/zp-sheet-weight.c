/* SPDX-License-Identifier: GPL-3.0-or-later
 * What rows of a table that say the same in their first columns weigh together. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/zp-sheet-private.h"

/* The column of scores that the clerk gives and that is added up below the table, or -1. */
static int
find_weights (const ZpBlock *block)
{
  if (block->kind != ZP_BLOCK_TABLE)
    return -1;
  for (int i = 0; i < (int) zp_block_count_columns (block); i++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, 0, i);

      if (def->kind == ZP_KIND_SCORE && def->entry != ZP_ENTRY_COMPUTED && block->totals != NULL &&
          g_ptr_array_index (block->totals, (guint) i) != NULL)
        return i;
    }
  return -1;
}

static const ZpCellContent *
content_of (const ZpSheet *self, int row, int column)
{
  return zp_cell_value_in_force (
    zp_report_get_value (self->report, zp_cell (self->block->index, row, column)));
}

static gboolean
says_same (const ZpSheet *self, int row, int other, int column)
{
  for (int i = 0; i <= column; i++)
    if (g_strcmp0 (content_of (self, row, i)->text, content_of (self, other, i)->text) != 0)
      return FALSE;
  return TRUE;
}

static char *
add_up (const ZpSheet *self, int first, int end, int column)
{
  const ZpCellDef *def = zp_block_get_cell (self->block, 0, column);
  ZpDecimal sum = { 0 };
  g_autofree char *figure = NULL;

  for (int row = first; row < end; row++)
    {
      const ZpCellContent *content = content_of (self, row, column);

      if (content->state == ZP_CONTENT_FIGURE && !zp_decimal_add (sum, content->number, &sum))
        return NULL;
    }
  figure = zp_decimal_format (sum, def->min_places, def->max_places, TRUE);
  return g_strdup_printf (C_ ("weight", "%s points"), figure);
}

/**
 * zp_sheet_get_weight:
 * @row: of a table, from 0
 * @column: the rows around @row belong together that say the same up to this column
 *
 * Returns: (transfer full) (nullable): their weights added up; %NULL for a single row, and where
 * rows have no weights
 */
char *
zp_sheet_get_weight (const ZpSheet *self, int row, int column)
{
  int weights = find_weights (self->block);
  int n_rows = zp_report_count_rows (self->report, self->block->index);
  int first = row;
  int end = row + 1;

  if (weights < 0 || row < 0 || row >= n_rows)
    return NULL;
  while (first > 0 && says_same (self, row, first - 1, column))
    first--;
  while (end < n_rows && says_same (self, row, end, column))
    end++;
  return end - first > 1 ? add_up (self, first, end, weights) : NULL;
}
