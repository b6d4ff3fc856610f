/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells: which columns, rows and cells there are. */
#include "template/zp-block.h"

#include <string.h>

/**
 * zp_block_find_column:
 *
 * Returns: number of the column with that key, or -1
 */
int
zp_block_find_column (const ZpBlock *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (self->columns->pdata[i], key) == 0)
      return (int) i;

  return -1;
}

/**
 * zp_block_find_row:
 *
 * Returns: number of the row of a grid with that key; %ZP_ROW_TOTAL for "total" of a table that has
 * a total row; else -2
 */
int
zp_block_find_row (const ZpBlock *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, -2);

  if (self->kind == ZP_BLOCK_TABLE)
    return self->totals != NULL && strcmp (key, "total") == 0 ? ZP_ROW_TOTAL : -2;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (((const ZpRowDef *) self->rows->pdata[i])->key, key) == 0)
      return (int) i;

  return -2;
}

/**
 * zp_block_get_cell:
 * @row: number of a row, or %ZP_ROW_TOTAL; every row of a table has the same definitions
 * @column: number of a column
 *
 * Returns: (transfer none) (nullable): the definition, or %NULL when that cell does not exist
 */
const ZpCellDef *
zp_block_get_cell (const ZpBlock *self, int row, int column)
{
  guint n_columns;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = self->columns->len;
  if (column < 0 || (guint) column >= n_columns)
    return NULL;
  if (row == ZP_ROW_TOTAL)
    return self->totals != NULL ? self->totals->pdata[column] : NULL;
  if (self->kind == ZP_BLOCK_TABLE)
    return row >= 0 ? self->cells->pdata[column] : NULL;
  if (row < 0 || (guint) row >= self->rows->len)
    return NULL;

  return self->cells->pdata[(guint) row * n_columns + (guint) column];
}

/**
 * zp_block_count_columns:
 *
 * Returns: how many columns the block has (fields: items)
 */
guint
zp_block_count_columns (const ZpBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}
