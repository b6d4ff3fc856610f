/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows of a table stay when it is filled anew. */
#include "report/zp-data-rows.h"

#include <string.h>

#define NOT_THERE -1

/* @kept: for each new row which old one it is, or %NOT_THERE
 * @used: for each old row whether it stays
 * @order: of int: the old rows as they stand while changes are made, %NOT_THERE where one is new */
typedef struct
{
  ZpReport *report;
  const ZpBlock *block;
  ZpBatch *batch;
  int n_old;
  int n_new;
  int *kept;
  gboolean *used;
  GArray *order;
} Placing;

/* (transfer full) (nullable) */
static char *
old_name (const Placing *self, int row)
{
  const ZpCellValue *value =
    zp_report_get_value (self->report, zp_cell (self->block->index, row, self->block->key_column));

  return zp_cell_content_to_text (&value->typed,
                                  zp_block_get_cell (self->block, row, self->block->key_column));
}

/* (transfer full) (nullable) */
static char *
new_name (const Placing *self, const ZpJson *object)
{
  const char *key = g_ptr_array_index (self->block->columns, self->block->key_column);
  const char *name = object->kind == ZP_JSON_OBJECT ? zp_json_get_string (object, key) : NULL;

  return name != NULL ? g_strstrip (g_strdup (name)) : NULL;
}

static GHashTable *
index_old_names (const Placing *self)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int row = self->n_old - 1; row >= 0; row--)
    {
      char *name = old_name (self, row);

      if (name != NULL)
        g_hash_table_replace (rows, name, GINT_TO_POINTER (row));
    }
  return rows;
}

static void
keep (Placing *self, int new_row, int old_row)
{
  self->kept[new_row] = old_row;
  self->used[old_row] = TRUE;
}

/* A row with the same name is the same row, wherever it stands. */
static void
keep_by_name (Placing *self, const ZpJson *array)
{
  g_autoptr (GHashTable) rows = index_old_names (self);
  int row = 0;

  for (const ZpJson *object = array->first; object != NULL; object = object->next, row++)
    {
      g_autofree char *name = new_name (self, object);
      gpointer old_row;

      if (name != NULL && g_hash_table_lookup_extended (rows, name, NULL, &old_row) &&
          !self->used[GPOINTER_TO_INT (old_row)])
        keep (self, row, GPOINTER_TO_INT (old_row));
    }
}

/* A row that has no name, or a new one, is the one in whose place it stands. */
static void
keep_by_place (Placing *self)
{
  for (int row = 0; row < MIN (self->n_old, self->n_new); row++)
    if (self->kept[row] == NOT_THERE && !self->used[row])
      keep (self, row, row);
}

static void
remove_others (Placing *self)
{
  for (int row = self->n_old - 1; row >= 0; row--)
    if (!self->used[row])
      {
        zp_batch_remove (self->batch, self->block->key, row, 0);
        g_array_remove_index (self->order, (guint) row);
      }
}

static int
find_in_order (const Placing *self, int from, int old_row)
{
  while (g_array_index (self->order, int, from) != old_row)
    from++;
  return from;
}

static void
put_in_order (Placing *self)
{
  for (int row = 0; row < self->n_new; row++)
    {
      int old_row = self->kept[row];
      int at = old_row != NOT_THERE ? find_in_order (self, row, old_row) : row;

      if (old_row == NOT_THERE)
        zp_batch_insert (self->batch, self->block->key, row, 0);
      else if (at != row)
        zp_batch_move (self->batch, self->block->key, at, row);
      else
        continue;
      if (old_row != NOT_THERE)
        g_array_remove_index (self->order, (guint) at);
      g_array_insert_val (self->order, (guint) row, old_row);
    }
}

/**
 * zp_data_place_rows:
 * @array: the rows that the table is to have
 * @batch: where the changes are added; it has emptied the rows already
 *
 * Removes, moves and adds rows until there are as many as in @array. A row keeps its lasting
 * number, and with it its remarks, when it comes again under its name, or else when its place is
 * filled again.
 */
void
zp_data_place_rows (ZpReport *report, const ZpBlock *block, const ZpJson *array, ZpBatch *batch)
{
  int n_old = zp_report_count_rows (report, block->index);
  int n_new = (int) array->n_children;
  g_autofree int *kept = g_new (int, n_new + 1);
  g_autofree gboolean *used = g_new0 (gboolean, n_old + 1);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  Placing placing = { report, block, batch, n_old, n_new, kept, used, order };

  for (int row = 0; row < n_new; row++)
    kept[row] = NOT_THERE;
  for (int row = 0; row < n_old; row++)
    g_array_append_val (order, row);
  if (block->key_column >= 0)
    keep_by_name (&placing, array);
  keep_by_place (&placing);
  remove_others (&placing);
  put_in_order (&placing);
}
