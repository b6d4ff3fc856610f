/* SPDX-License-Identifier: GPL-3.0-or-later
 * A content as one list of named values, so that two of them can be held against each other. */
#include "review/zp-flat-private.h"

#include <string.h>

#include "review/zp-review-private.h"

#define ROW_NUMBER "#"

static void
free_item (gpointer data)
{
  ZpFlatItem *item = data;

  g_free (item->key);
  g_free (item->row);
  g_free (item->table);
  g_free (item->value);
  g_free (item->shown);
  g_free (item);
}

/** zp_flat_new_empty: (transfer full): of a report that holds nothing. */
ZpFlat *
zp_flat_new_empty (void)
{
  ZpFlat *self = g_new0 (ZpFlat, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_row =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/** zp_flat_free: frees the list. */
void
zp_flat_free (ZpFlat *self)
{
  g_hash_table_unref (self->by_row);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/** zp_flat_find: (nullable): the item of that name. */
const ZpFlatItem *
zp_flat_find (const ZpFlat *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/** zp_flat_get_cells: (nullable): what stands in a row, of #ZpFlatItem; %NULL when there is no row.
 */
const GPtrArray *
zp_flat_get_cells (const ZpFlat *self, const char *row)
{
  return g_hash_table_lookup (self->by_row, row);
}

/** zp_flat_get_value: (nullable): its value. */
const char *
zp_flat_get_value (const ZpFlat *self, const char *key)
{
  const ZpFlatItem *item = zp_flat_find (self, key);

  return item != NULL ? item->value : NULL;
}

/* Takes @key, @value and @shown; without @shown the value is shown. */
static ZpFlatItem *
add (ZpFlat *self, ZpDifferenceKind kind, char *key, char *value, char *shown)
{
  ZpFlatItem *item = g_new0 (ZpFlatItem, 1);

  item->kind = kind;
  item->key = key;
  item->value = value;
  item->shown = shown != NULL ? shown : g_strdup (value);
  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->by_key, item->key, item);
  return item;
}

static char *
value_of (const ZpJson *json)
{
  g_autoptr (ZpJsonWriter) writer = NULL;

  if (json->kind == ZP_JSON_STRING || json->kind == ZP_JSON_NUMBER)
    return g_strdup (json->text);
  writer = zp_json_writer_new_compact ();
  zp_json_writer_value (writer, NULL, json);
  return zp_review_finish (writer);
}

/* "name=专项, actual=12" */
static char *
words_of_row (const ZpJson *object)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const ZpJson *cell = object->first; cell != NULL; cell = cell->next)
    {
      g_autofree char *value = value_of (cell);

      if (strcmp (cell->key, ROW_NUMBER) == 0)
        continue;
      g_string_append_printf (words, "%s%s=%s", words->len > 0 ? ", " : "", cell->key, value);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_row (ZpFlat *self, const ZpJson *table, const ZpJson *object, int place)
{
  const ZpJson *number = object->kind == ZP_JSON_OBJECT ? zp_json_get (object, ROW_NUMBER) : NULL;
  g_autofree char *row = NULL;
  GPtrArray *cells;
  ZpFlatItem *item;

  if (number == NULL || number->text == NULL)
    return;
  row = g_strdup_printf ("%s#%s", table->key, number->text);
  item = add (self, ZP_DIFFERENCE_ROW, g_strdup (row), words_of_row (object), NULL);
  item->table = g_strdup (table->key);
  item->place = place;
  cells = g_ptr_array_new ();
  g_hash_table_insert (self->by_row, item->key, cells);
  for (const ZpJson *cell = object->first; cell != NULL; cell = cell->next)
    {
      if (cell == number)
        continue;
      item = add (self, ZP_DIFFERENCE_FIGURE, g_strdup_printf ("%s.%s", row, cell->key),
                  value_of (cell), NULL);
      item->row = g_strdup (row);
      item->table = g_strdup (table->key);
      g_ptr_array_add (cells, item);
    }
}

static void
add_table (ZpFlat *self, const ZpJson *table)
{
  int place = 0;

  for (const ZpJson *object = table->first; object != NULL; object = object->next)
    add_row (self, table, object, place++);
}

static void
add_note (ZpFlat *self, const ZpJson *note)
{
  g_autofree char *finding = zp_review_get_text (note, "finding");

  add (self, ZP_DIFFERENCE_NOTE, g_strconcat ("note:", finding, NULL), value_of (note),
       zp_review_get_text (note, "text"));
}

static void
add_value (ZpFlat *self, const ZpJson *value)
{
  add (self, ZP_DIFFERENCE_FIGURE, g_strdup (value->key), value_of (value), NULL);
}

static void
add_text (ZpFlat *self, const ZpJson *text)
{
  add (self, ZP_DIFFERENCE_TEXT, g_strdup (text->key), value_of (text), NULL);
}

static const struct
{
  const char *member;
  ZpJsonKind kind;
  void (*add) (ZpFlat *self, const ZpJson *child);
} parts[] = {
  { "values", ZP_JSON_OBJECT, add_value },
  { "tables", ZP_JSON_OBJECT, add_table },
  { "texts", ZP_JSON_OBJECT, add_text },
  { "notes", ZP_JSON_ARRAY, add_note },
};

static gboolean
add_part (ZpFlat *self, const ZpJson *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (parts[i].member, member->key) != 0 || parts[i].kind != member->kind)
        continue;
      for (const ZpJson *child = member->first; child != NULL; child = child->next)
        parts[i].add (self, child);
      return TRUE;
    }
  return FALSE;
}

/**
 * zp_flat_new:
 * @content: what zp_content_new() gave, parsed
 *
 * Returns: (transfer full): free with zp_flat_free()
 */
ZpFlat *
zp_flat_new (const ZpJson *content)
{
  ZpFlat *self = zp_flat_new_empty ();

  for (const ZpJson *member = content->first; member != NULL; member = member->next)
    if (!add_part (self, member))
      add (self, ZP_DIFFERENCE_OTHER, g_strdup (member->key), value_of (member), NULL);
  return self;
}

/** zp_flat_get_id: (transfer full): @item by the place of its row: "projects[1].actual". */
char *
zp_flat_get_id (const ZpFlat *self, const ZpFlatItem *item)
{
  const char *row = item->kind == ZP_DIFFERENCE_ROW ? item->key : item->row;
  const ZpFlatItem *found = row != NULL ? zp_flat_find (self, row) : NULL;

  if (found == NULL)
    return g_strdup (item->key);
  return g_strdup_printf ("%s[%d]%s", found->table, found->place, item->key + strlen (row));
}
