/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell of a table covers each of its places, while the table is being made. */
#include "document/zp-doc-grid-private.h"

/** zp_doc_grid_init: for a new table whose widths are set. */
void
zp_doc_grid_init (ZpDocGrid *self, ZpDocTable *table)
{
  self->table = table;
  self->owners = g_ptr_array_new ();
}

/** zp_doc_grid_clear: frees what zp_doc_grid_init() made; the table stays. */
void
zp_doc_grid_clear (ZpDocGrid *self)
{
  g_clear_pointer (&self->owners, g_ptr_array_unref);
}

static guint
count_columns (const ZpDocGrid *self)
{
  return self->table->widths->len;
}

/** zp_doc_grid_get_row: row of the place that is filled next. */
int
zp_doc_grid_get_row (const ZpDocGrid *self)
{
  return (int) (self->owners->len / count_columns (self));
}

/** zp_doc_grid_get_column: column of the place that is filled next. */
int
zp_doc_grid_get_column (const ZpDocGrid *self)
{
  return (int) (self->owners->len % count_columns (self));
}

/** zp_doc_grid_get: (nullable): the cell that covers a place; %NULL when it is not filled yet. */
ZpDocCell *
zp_doc_grid_get (const ZpDocGrid *self, int row, int column)
{
  guint place = (guint) row * count_columns (self) + (guint) column;

  return place < self->owners->len ? g_ptr_array_index (self->owners, place) : NULL;
}

/** zp_doc_grid_get_above: (nullable): the cell above the place that is filled next. */
ZpDocCell *
zp_doc_grid_get_above (const ZpDocGrid *self)
{
  int row = zp_doc_grid_get_row (self);

  return row > 0 ? zp_doc_grid_get (self, row - 1, zp_doc_grid_get_column (self)) : NULL;
}

/** zp_doc_grid_add: (transfer none): fills the next place with a new cell. */
ZpDocCell *
zp_doc_grid_add (ZpDocGrid *self)
{
  ZpDocCell *cell = zp_doc_table_add_cell (self->table, zp_doc_grid_get_row (self),
                                           zp_doc_grid_get_column (self), 1, 1);

  g_ptr_array_add (self->owners, cell);
  return cell;
}

static gboolean
extend (ZpDocGrid *self, ZpDocCell *owner)
{
  if (owner == NULL)
    return FALSE;

  g_ptr_array_add (self->owners, owner);
  return TRUE;
}

/** zp_doc_grid_extend_above: the cell above goes on; FALSE in the first row. */
gboolean
zp_doc_grid_extend_above (ZpDocGrid *self)
{
  return extend (self, zp_doc_grid_get_above (self));
}

/** zp_doc_grid_extend_left: the cell to the left goes on; FALSE in the first column. */
gboolean
zp_doc_grid_extend_left (ZpDocGrid *self)
{
  if (zp_doc_grid_get_column (self) == 0)
    return FALSE;

  return extend (self, g_ptr_array_index (self->owners, self->owners->len - 1));
}

/* How far a cell reaches, as rows and columns; the places it covers are counted besides. */
typedef struct
{
  int rows;
  int columns;
  int places;
} Reach;

static Reach *
get_reach (GHashTable *reaches, ZpDocCell *cell)
{
  Reach *reach = g_hash_table_lookup (reaches, cell);

  if (reach == NULL)
    {
      reach = g_new0 (Reach, 1);
      g_hash_table_insert (reaches, cell, reach);
    }
  return reach;
}

static GHashTable *
measure (const ZpDocGrid *self)
{
  GHashTable *reaches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint n_columns = count_columns (self);

  for (guint i = 0; i < self->owners->len; i++)
    {
      ZpDocCell *cell = g_ptr_array_index (self->owners, i);
      Reach *reach = get_reach (reaches, cell);

      reach->rows = MAX (reach->rows, (int) (i / n_columns) - cell->row + 1);
      reach->columns = MAX (reach->columns, (int) (i % n_columns) - cell->column + 1);
      reach->places++;
    }
  return reaches;
}

static gboolean
is_whole (const ZpDocGrid *self, const ZpDocCell *cell, const Reach *reach)
{
  int n_head = self->table->n_head;

  if (reach->places != reach->rows * reach->columns)
    return FALSE;
  return cell->row >= n_head || cell->row + reach->rows <= n_head;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ZpDocCell *left = *(const ZpDocCell *const *) a;
  const ZpDocCell *right = *(const ZpDocCell *const *) b;

  return left->row != right->row ? left->row - right->row : left->column - right->column;
}

/**
 * zp_doc_grid_finish:
 *
 * Gives every cell the rectangle it covers. Where repeated or conditional rows fell out so that the
 * places are no rectangle, or reach out of the repeated head, the cell keeps its first place and
 * empty cells take the others. The head rows of the table must be set before.
 */
void
zp_doc_grid_finish (ZpDocGrid *self)
{
  g_autoptr (GHashTable) reaches = measure (self);
  guint n_columns = count_columns (self);

  self->table->n_rows = zp_doc_grid_get_row (self);
  for (guint i = 0; i < self->owners->len; i++)
    {
      ZpDocCell *cell = g_ptr_array_index (self->owners, i);
      const Reach *reach = g_hash_table_lookup (reaches, cell);
      int row = (int) (i / n_columns);
      int column = (int) (i % n_columns);

      if (is_whole (self, cell, reach))
        {
          cell->rows = reach->rows;
          cell->columns = reach->columns;
        }
      else if (row != cell->row || column != cell->column)
        zp_doc_table_add_cell (self->table, row, column, 1, 1)->head = row < self->table->n_head;
    }
  g_ptr_array_sort (self->table->cells, compare_places);
}
