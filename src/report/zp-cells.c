/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cells of a report by block, row and column. */
#include "report/zp-cells.h"

typedef struct
{
  guint uid;
  ZpCellValue *values; /* one a column */
} Row;

/* indexes: by column a table text → GArray of row numbers, made when first asked for */
typedef struct
{
  guint n_columns;
  GPtrArray *rows;
  Row *total; /* tables only */
  guint next_uid;
  GHashTable **indexes;
} Rows;

struct _ZpCells
{
  Rows *blocks;
  guint n_blocks;
};

static Row *
row_new (guint n_columns, guint uid)
{
  Row *row = g_new0 (Row, 1);

  row->uid = uid;
  row->values = g_new0 (ZpCellValue, n_columns);
  return row;
}

static void
row_free (Row *row, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      zp_cell_content_clear (&row->values[i].typed);
      zp_cell_content_clear (&row->values[i].computed);
    }
  g_free (row->values);
  g_free (row);
}

static void
forget_indexes (Rows *rows)
{
  for (guint i = 0; i < rows->n_columns; i++)
    g_clear_pointer (&rows->indexes[i], g_hash_table_unref);
}

static void
rows_init (Rows *rows, const ZpBlock *block)
{
  guint fixed = block->kind == ZP_BLOCK_TABLE ? 0 : block->rows->len;

  rows->n_columns = zp_block_count_columns (block);
  rows->rows = g_ptr_array_new ();
  rows->indexes = g_new0 (GHashTable *, rows->n_columns);
  rows->next_uid = 1;
  for (guint i = 0; i < fixed; i++)
    g_ptr_array_add (rows->rows, row_new (rows->n_columns, rows->next_uid++));
  if (block->kind == ZP_BLOCK_TABLE)
    rows->total = row_new (rows->n_columns, 0);
}

static void
rows_clear (Rows *rows)
{
  for (guint i = 0; i < rows->rows->len; i++)
    row_free (g_ptr_array_index (rows->rows, i), rows->n_columns);
  g_ptr_array_unref (rows->rows);
  if (rows->total != NULL)
    row_free (rows->total, rows->n_columns);
  forget_indexes (rows);
  g_free (rows->indexes);
}

/**
 * zp_cells_new:
 *
 * Empty cells for every block of @pack: fixed rows are there, tables have none.
 *
 * Returns: (transfer full): free with zp_cells_free()
 */
ZpCells *
zp_cells_new (const ZpPack *pack)
{
  ZpCells *self = g_new0 (ZpCells, 1);

  self->n_blocks = pack->blocks->len;
  self->blocks = g_new0 (Rows, self->n_blocks);
  for (guint i = 0; i < self->n_blocks; i++)
    rows_init (&self->blocks[i], zp_pack_get_block (pack, (int) i));
  return self;
}

/** zp_cells_free: frees all cells. */
void
zp_cells_free (ZpCells *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    rows_clear (&self->blocks[i]);
  g_free (self->blocks);
  g_free (self);
}

/**
 * zp_cells_get:
 *
 * Returns: (transfer none) (nullable): what stands at @cell; %NULL when there is no such row
 */
ZpCellValue *
zp_cells_get (const ZpCells *self, ZpCell cell)
{
  const Rows *rows = &self->blocks[cell.block];

  if (cell.row == ZP_ROW_TOTAL)
    return rows->total != NULL ? &rows->total->values[cell.column] : NULL;
  if (cell.row < 0 || (guint) cell.row >= rows->rows->len)
    return NULL;
  return &((Row *) rows->rows->pdata[cell.row])->values[cell.column];
}

/** zp_cells_count_rows: rows of a block, the total row of a table not counted. */
int
zp_cells_count_rows (const ZpCells *self, int block)
{
  return (int) self->blocks[block].rows->len;
}

/** zp_cells_get_uid: lasting number of a row; it keeps it when rows move. */
guint
zp_cells_get_uid (const ZpCells *self, int block, int row)
{
  return ((Row *) g_ptr_array_index (self->blocks[block].rows, row))->uid;
}

/** zp_cells_find_uid: row with that lasting number, or -1. */
int
zp_cells_find_uid (const ZpCells *self, int block, guint uid)
{
  const GPtrArray *rows = self->blocks[block].rows;

  for (guint i = 0; i < rows->len; i++)
    if (((Row *) g_ptr_array_index (rows, i))->uid == uid)
      return (int) i;
  return -1;
}

/**
 * zp_cells_insert_row:
 * @at: from 0 to the number of rows
 * @uid: lasting number, or 0 for the next free one
 *
 * Returns: the lasting number of the new, empty row
 */
guint
zp_cells_insert_row (ZpCells *self, int block, int at, guint uid)
{
  Rows *rows = &self->blocks[block];
  guint number = uid != 0 ? uid : rows->next_uid;

  rows->next_uid = MAX (rows->next_uid, number + 1);
  g_ptr_array_insert (rows->rows, at, row_new (rows->n_columns, number));
  forget_indexes (rows);
  return number;
}

/** zp_cells_remove_row: removes a row with everything in it. */
void
zp_cells_remove_row (ZpCells *self, int block, int at)
{
  Rows *rows = &self->blocks[block];

  row_free (g_ptr_array_remove_index (rows->rows, (guint) at), rows->n_columns);
  forget_indexes (rows);
}

/** zp_cells_move_row: takes the row at @from and puts it where it stands at @to. */
void
zp_cells_move_row (ZpCells *self, int block, int from, int to)
{
  Rows *rows = &self->blocks[block];
  Row *row = g_ptr_array_remove_index (rows->rows, (guint) from);

  g_ptr_array_insert (rows->rows, to, row);
  forget_indexes (rows);
}

static GHashTable *
make_index (const Rows *rows, int column)
{
  GHashTable *index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows->rows, i);
      const char *text = zp_cell_value_in_force (&row->values[column])->text;
      GArray *numbers;
      int number = (int) i;

      if (text == NULL)
        continue;
      numbers = g_hash_table_lookup (index, text);
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (index, g_strdup (text), numbers);
        }
      g_array_append_val (numbers, number);
    }
  return index;
}

/**
 * zp_cells_rows_where:
 * @key: text to look for in @column
 * @n_rows: (out): how many rows hold it
 *
 * The one index of the engine: rows of a table by the text of one column, so that a sum over the
 * rows that refer to another row costs only those rows.
 *
 * Returns: (transfer none) (nullable): row numbers, until the block changes; %NULL when there are
 * none
 */
const int *
zp_cells_rows_where (ZpCells *self, int block, int column, const char *key, int *n_rows)
{
  Rows *rows = &self->blocks[block];
  const GArray *numbers;

  if (rows->indexes[column] == NULL)
    rows->indexes[column] = make_index (rows, column);
  numbers = g_hash_table_lookup (rows->indexes[column], key);
  *n_rows = numbers != NULL ? (int) numbers->len : 0;
  return numbers != NULL ? (const int *) numbers->data : NULL;
}

/** zp_cells_forget_index: a text in @column changed. */
void
zp_cells_forget_index (ZpCells *self, int block, int column)
{
  g_clear_pointer (&self->blocks[block].indexes[column], g_hash_table_unref);
}
