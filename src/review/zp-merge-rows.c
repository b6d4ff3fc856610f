/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging the rows of tables, which are the same row when they have the same lasting number. */
#include <string.h>

#include "review/zp-merge-private.h"

/**
 * TableMerge: one table.
 * @order: of char*: keys of the rows of the report while the batch is done
 * @removed: of const #ZpFlatItem: rows to take away
 * @added: of const #ZpFlatItem: rows of theirs to put in
 */
typedef struct
{
  ZpMerge *merge;
  const char *table;
  GPtrArray *order;
  GPtrArray *removed;
  GPtrArray *added;
} TableMerge;

static gboolean
is_row_of (const ZpFlatItem *item, const char *table)
{
  return item->kind == ZP_DIFFERENCE_ROW && strcmp (item->table, table) == 0;
}

static void
merge_cell (TableMerge *self, const ZpFlatItem *cell, const ZpFlatItem *row)
{
  ZpMergeSides sides = zp_merger_find (self->merge, cell->key);
  ZpMergeVerdict verdict = zp_merger_judge (&sides);
  g_autofree char *id =
    g_strdup_printf ("%s[%d]%s", self->table, row->place, cell->key + strlen (row->key));

  if (verdict == ZP_MERGE_TAKE)
    zp_batch_set (self->merge->batch, id, NULL, sides.theirs != NULL ? sides.theirs->value : NULL);
  else if (verdict == ZP_MERGE_CONFLICT)
    zp_merger_add_conflict (self->merge, id, &sides);
}

static void
merge_cells_of (TableMerge *self, const ZpFlat *side, const ZpFlat *seen, const ZpFlatItem *row)
{
  const GPtrArray *cells = zp_flat_get_cells (side, row->key);

  for (guint i = 0; i < cells->len; i++)
    {
      const ZpFlatItem *cell = g_ptr_array_index (cells, i);

      if (seen == NULL || zp_flat_find (seen, cell->key) == NULL)
        merge_cell (self, cell, row);
    }
}

static gboolean
is_as_before (const ZpFlatItem *row, const ZpFlatItem *base)
{
  return strcmp (row->value, base->value) == 0;
}

static void
tell_row (TableMerge *self, const ZpFlatItem *row, const ZpMergeSides *sides)
{
  g_autofree char *id =
    sides->mine != NULL ? zp_flat_get_id (self->merge->mine, row) : g_strdup (row->table);

  zp_merger_add_conflict (self->merge, id, sides);
}

/* A row that both have. Two rows that were added apart may have got the same number. */
static void
merge_common (TableMerge *self, const ZpMergeSides *sides)
{
  gboolean is_new = sides->base == NULL && self->merge->has_base;

  if (is_new && !is_as_before (sides->mine, sides->theirs))
    {
      g_ptr_array_add (self->added, (gpointer) sides->theirs);
      return;
    }
  merge_cells_of (self, self->merge->mine, NULL, sides->mine);
  merge_cells_of (self, self->merge->theirs, self->merge->mine, sides->mine);
}

static void
merge_mine (TableMerge *self, const ZpFlatItem *row)
{
  ZpMergeSides sides = zp_merger_find (self->merge, row->key);

  if (sides.theirs != NULL)
    merge_common (self, &sides);
  else if (sides.base != NULL && is_as_before (row, sides.base))
    g_ptr_array_add (self->removed, (gpointer) row);
  else if (sides.base != NULL)
    tell_row (self, row, &sides);
}

static void
merge_theirs (TableMerge *self, const ZpFlatItem *row)
{
  ZpMergeSides sides = zp_merger_find (self->merge, row->key);

  if (sides.mine != NULL)
    return;
  if (sides.base == NULL)
    g_ptr_array_add (self->added, (gpointer) row);
  else if (!is_as_before (row, sides.base))
    tell_row (self, row, &sides);
}

static int
find_place (const GPtrArray *order, const char *key)
{
  guint place;

  return key != NULL &&
             g_ptr_array_find_with_equal_func ((GPtrArray *) order, key, g_str_equal, &place)
           ? (int) place
           : -1;
}

static void
remove_row (TableMerge *self, const ZpFlatItem *row)
{
  const GPtrArray *cells = zp_flat_get_cells (self->merge->mine, row->key);

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *id = zp_flat_get_id (self->merge->mine, g_ptr_array_index (cells, i));

      zp_batch_set (self->merge->batch, id, NULL, NULL);
    }
  zp_batch_remove (self->merge->batch, self->table, row->place, 0);
  g_ptr_array_remove_index (self->order, (guint) row->place);
}

static guint
number_of (const char *key)
{
  return (guint) g_ascii_strtoull (strchr (key, '#') + 1, NULL, 10);
}

static guint
highest_number (const ZpFlat *side, const char *table)
{
  guint highest = 0;

  for (guint i = 0; i < side->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (side->items, i);

      if (is_row_of (item, table))
        highest = MAX (highest, number_of (item->key));
    }
  return highest;
}

static gboolean
is_taken (TableMerge *self, const char *key)
{
  return zp_flat_find (self->merge->mine, key) != NULL ||
         zp_flat_find (self->merge->base, key) != NULL || find_place (self->order, key) >= 0;
}

/* The lasting number that a row of theirs gets: its own, where that is free. */
static guint
choose_number (TableMerge *self, const ZpFlatItem *row)
{
  guint number = number_of (row->key);
  guint highest;

  if (!is_taken (self, row->key))
    return number;
  highest = MAX (highest_number (self->merge->mine, self->table),
                 highest_number (self->merge->theirs, self->table));
  highest = MAX (highest, highest_number (self->merge->base, self->table));
  for (guint i = 0; i < self->order->len; i++)
    highest = MAX (highest, number_of (g_ptr_array_index (self->order, i)));
  return highest + 1;
}

static const char *
key_here (TableMerge *self, const char *key)
{
  const char *mapped = g_hash_table_lookup (self->merge->rows, key);

  return mapped != NULL ? mapped : key;
}

/* Behind the row that it stands behind in theirs, or behind the nearest one before that is there.
 */
static int
choose_place (TableMerge *self, const ZpFlatItem *row)
{
  const ZpFlat *theirs = self->merge->theirs;
  int place = 0;

  for (guint i = 0; i < theirs->items->len; i++)
    {
      const ZpFlatItem *other = g_ptr_array_index (theirs->items, i);

      if (!is_row_of (other, self->table) || other->place >= row->place)
        continue;
      if (find_place (self->order, key_here (self, other->key)) >= 0)
        place = find_place (self->order, key_here (self, other->key)) + 1;
    }
  return place;
}

static void
add_row (TableMerge *self, const ZpFlatItem *row)
{
  ZpMerge *merge = self->merge;
  const GPtrArray *cells = zp_flat_get_cells (merge->theirs, row->key);
  guint number = choose_number (self, row);
  int place = choose_place (self, row);
  char *key = g_strdup_printf ("%s#%u", self->table, number);

  zp_batch_insert (merge->batch, self->table, place, number);
  g_ptr_array_insert (self->order, place, key);
  g_hash_table_insert (merge->rows, g_strdup (row->key), g_strdup (key));
  for (guint i = 0; i < cells->len; i++)
    {
      const ZpFlatItem *cell = g_ptr_array_index (cells, i);
      g_autofree char *id =
        g_strdup_printf ("%s[%d]%s", self->table, place, cell->key + strlen (row->key));

      zp_batch_set (merge->batch, id, NULL, cell->value);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return (*(const ZpFlatItem *const *) a)->place - (*(const ZpFlatItem *const *) b)->place;
}

/* Values first, by the places of now; then rows go from the last one on, so that places hold; then
 * rows come. */
static void
merge_table (ZpMerge *merge, const char *table)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  TableMerge self = { merge, table, order, removed, added };

  for (guint i = 0; i < merge->mine->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (merge->mine->items, i);

      if (!is_row_of (item, table))
        continue;
      g_ptr_array_add (order, g_strdup (item->key));
      merge_mine (&self, item);
    }
  for (guint i = 0; i < merge->theirs->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (merge->theirs->items, i);

      if (is_row_of (item, table))
        merge_theirs (&self, item);
    }
  g_ptr_array_sort (removed, compare_places);
  for (guint i = removed->len; i > 0; i--)
    remove_row (&self, g_ptr_array_index (removed, i - 1));
  g_ptr_array_sort (added, compare_places);
  for (guint i = 0; i < added->len; i++)
    add_row (&self, g_ptr_array_index (added, i));
}

/* Places of rows that both sides moved are not merged: mine stay. */
static char *
order_of (const ZpFlat *side, const ZpFlat *other, const ZpFlat *third, const char *table)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < side->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (side->items, i);

      if (is_row_of (item, table) && zp_flat_find (other, item->key) != NULL &&
          zp_flat_find (third, item->key) != NULL)
        g_string_append_printf (order, "%s ", strchr (item->key, '#'));
    }
  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
compare_orders (ZpMerge *merge, const char *table)
{
  g_autofree char *mine = order_of (merge->mine, merge->theirs, merge->base, table);
  g_autofree char *theirs = order_of (merge->theirs, merge->mine, merge->base, table);
  g_autofree char *base = order_of (merge->base, merge->mine, merge->theirs, table);
  ZpConflict *conflict;

  if (strcmp (mine, theirs) == 0 || strcmp (theirs, base) == 0)
    return;
  conflict = g_new0 (ZpConflict, 1);
  conflict->kind = ZP_DIFFERENCE_ORDER;
  conflict->id = g_strdup (table);
  conflict->base = g_strdup (base);
  conflict->mine = g_strdup (mine);
  conflict->theirs = g_strdup (theirs);
  g_ptr_array_add (merge->conflicts, conflict);
}

/** zp_merger_tables: merges the rows of every table. */
void
zp_merger_tables (ZpMerge *self)
{
  const ZpPack *pack = zp_report_get_pack (self->report);

  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);

      if (block->kind != ZP_BLOCK_TABLE)
        continue;
      compare_orders (self, block->key);
      merge_table (self, block->key);
    }
}
