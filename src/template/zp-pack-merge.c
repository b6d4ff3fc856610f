/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lays the objects of one pack over those of another by their ids. */
#include "template/zp-pack-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-keys-private.h"

/* clang-format off */
static const char *const id_lists[] = {
  "blocks", "scales", "pages", "checks", "layouts", "parts", "sections", "content", "columns",
  "items", NULL
};
static const char *const unnamed[] = { "page", "part", "section", "show", "notes", NULL };
static const char *const merge_words[] = { "before", "after", "drop", NULL };
/* clang-format on */

/* @owner: id of the object around, for columns and rows; @pending: the object still waits for what
 * it is like, so that what it changes may not be there yet. */
typedef struct
{
  const ZpMerge *merge;
  const char *owner;
  gboolean pending;
  gboolean is_map;
} Layer;

static void lay_object (const Layer *layer, ZpNode *base, const ZpNode *over);

/**
 * zp_merge_is_id_list: whether it is a list whose objects meet by id.
 */
gboolean
zp_merge_is_id_list (const ZpNode *list)
{
  const ZpNode *first = zp_node_get_child (list, 0);

  if (!zp_node_is (list, ZP_JSON_ARRAY) || (first != NULL && !zp_node_is (first, ZP_JSON_OBJECT)))
    return FALSE;
  if (g_strv_contains (id_lists, list->key))
    return TRUE;

  return strcmp (list->key, "rows") == 0 && zp_node_get_text (first, "key") != NULL;
}

/**
 * zp_merge_find: (nullable): the object with that id in a list.
 */
ZpNode *
zp_merge_find (const ZpNode *list, const char *id)
{
  for (guint i = 0; i < zp_node_count (list); i++)
    {
      ZpNode *element = list->children->pdata[i];

      if (g_strcmp0 (zp_node_get_id (element), id) == 0)
        return element;
    }

  return NULL;
}

static gboolean
is_dropped (const ZpNode *element)
{
  return zp_node_get_flag (element, "drop", FALSE);
}

/* What formulas can name: pages, parts, sections and tables shown may be called like a block. */
static void
note_dropped (const Layer *layer, const ZpNode *element)
{
  const ZpNode *word = zp_node_get (element, "drop");
  const char *id = zp_node_get_id (element);
  const char *id_key = zp_node_get_id_key (element);
  gboolean is_part = layer->owner != NULL && strcmp (id_key, "key") == 0;

  if (g_strv_contains (unnamed, id_key))
    return;

  g_hash_table_insert (layer->merge->dropped,
                       is_part ? g_strconcat (layer->owner, ".", id, NULL) : g_strdup (id),
                       g_strdup_printf ("%s:%u", word->file, word->json->line));
}

/* A check that only changes an automatic one has no body of its own; dropping it means the
 * automatic one. */
static gboolean
is_about_automatic (const ZpNode *list, const ZpNode *found)
{
  if (strcmp (list->key, "checks") != 0)
    return FALSE;

  return found == NULL ||
         (zp_node_get (found, "left") == NULL && zp_node_get (found, "require") == NULL &&
          zp_node_get (found, "scan") == NULL);
}

/* What is dropped may be an own addition or stand in what the object is like; a mark that keeps
 * more than an id was an own addition and need not be found again. */
static gboolean
is_bare_mark (const ZpNode *element)
{
  return zp_node_count (element) == 2;
}

static void
keep_mark (ZpNode *list, ZpNode *found, const ZpNode *element)
{
  if (found == NULL)
    g_ptr_array_add (list->children, zp_node_copy (element));
  else
    zp_node_take_member (found, zp_node_copy (zp_node_get (element, "drop")));
}

static void
drop_element (const Layer *layer, ZpNode *list, ZpNode *found, const ZpNode *element)
{
  if (layer->pending || is_about_automatic (list, found))
    {
      keep_mark (list, found, element);
      return;
    }
  if (found == NULL && is_bare_mark (element))
    {
      zp_problems_add (layer->merge->problems, element, FALSE,
                       _ ("“%s” is dropped, but there is none"), zp_node_get_id (element));
      return;
    }

  note_dropped (layer, element);
  if (found != NULL)
    g_ptr_array_remove (list->children, found);
}

/* A new object has nothing below it, but in its own lists the same rules hold. */
static ZpNode *
lay_new (const Layer *layer, const ZpNode *element)
{
  ZpNode *copy = NULL;

  if (!zp_node_is (element, ZP_JSON_OBJECT))
    return zp_node_copy (element);

  copy = zp_node_copy_empty (element);
  lay_object (layer, copy, element);

  return copy;
}

static void
lay_element (const Layer *layer, ZpNode *list, ZpNode *found, const ZpNode *element)
{
  const char *id = zp_node_get_id (element);

  if (found != NULL && strcmp (zp_node_get_id_key (found), zp_node_get_id_key (element)) != 0)
    zp_problems_add (layer->merge->problems, element, FALSE,
                     _ ("“%s” is a “%s” in %s:%u and cannot become a “%s”"), id,
                     zp_node_get_id_key (found), found->file, found->json->line,
                     zp_node_get_id_key (element));
  else if (id != NULL && is_dropped (element))
    drop_element (layer, list, found, element);
  else if (found != NULL && !is_dropped (found))
    lay_object (layer, found, element);
  else
    {
      if (found != NULL)
        g_ptr_array_remove (list->children, found);
      g_ptr_array_add (list->children, lay_new (layer, element));
    }
}

/* The objects of a list that stand in it for a second time. */
static GHashTable *
find_repeated (const Layer *layer, const ZpNode *over)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *repeated = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < zp_node_count (over); i++)
    {
      const ZpNode *element = over->children->pdata[i];
      const char *id = zp_node_get_id (element);
      const ZpNode *first = id != NULL ? g_hash_table_lookup (seen, id) : NULL;

      if (first != NULL)
        {
          zp_problems_add (layer->merge->problems, element, FALSE,
                           _ ("“%s” stands twice in “%s”, first in line %u"), id, over->key,
                           first->json->line);
          g_hash_table_add (repeated, (gpointer) element);
        }
      else if (id != NULL)
        g_hash_table_insert (seen, (gpointer) id, (gpointer) element);
    }

  return repeated;
}

static void
move_to (ZpNode *list, ZpNode *element, const ZpNode *anchor, gboolean behind)
{
  guint from = 0;
  guint to = 0;

  if (element == anchor || !g_ptr_array_find (list->children, element, &from))
    return;

  g_ptr_array_steal_index (list->children, from);
  if (g_ptr_array_find (list->children, anchor, &to))
    g_ptr_array_insert (list->children, (int) (to + (behind ? 1 : 0)), element);
}

static void
place_element (const Layer *layer, ZpNode *list, const ZpNode *over)
{
  const ZpNode *before = zp_node_get (over, "before");
  const ZpNode *word = before != NULL ? before : zp_node_get (over, "after");
  const char *id = zp_node_get_id (over);
  ZpNode *element = NULL;
  ZpNode *anchor = NULL;

  if (word == NULL || id == NULL || zp_node_text (word) == NULL)
    return;
  element = zp_merge_find (list, id);
  if (element == NULL)
    return;

  anchor = zp_merge_find (list, zp_node_text (word));
  if (anchor != NULL && !is_dropped (anchor))
    move_to (list, element, anchor, before == NULL);
  else if (layer->pending)
    zp_node_take_member (element, zp_node_copy (word));
  else
    zp_problems_add (layer->merge->problems, word, FALSE,
                     _ ("“%s” is to stand “%s” “%s”, but there is none"), id, word->key,
                     zp_node_text (word));
}

/* The objects of a list by id, as zp_merge_find() finds them: the first of several. */
static GHashTable *
index_by_id (const ZpNode *list)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = zp_node_count (list); i > 0; i--)
    {
      ZpNode *element = list->children->pdata[i - 1];
      const char *id = zp_node_get_id (element);

      if (id != NULL)
        g_hash_table_insert (by_id, (gpointer) id, element);
    }

  return by_id;
}

/* No id is looked up twice, so what one object changes in the list is nothing to the others. */
static void
lay_list (const Layer *layer, ZpNode *base, const ZpNode *over)
{
  g_autoptr (GHashTable) repeated = find_repeated (layer, over);
  g_autoptr (GHashTable) by_id = index_by_id (base);

  for (guint i = 0; i < zp_node_count (over); i++)
    {
      const ZpNode *element = over->children->pdata[i];
      const char *id = zp_node_get_id (element);

      if (!g_hash_table_contains (repeated, element))
        lay_element (layer, base, id != NULL ? g_hash_table_lookup (by_id, id) : NULL, element);
    }
  for (guint i = 0; i < zp_node_count (over); i++)
    place_element (layer, base, over->children->pdata[i]);
}

static void
remove_member (const Layer *layer, ZpNode *base, const ZpNode *member)
{
  if (zp_node_get (base, member->key) != NULL && !layer->pending)
    zp_node_remove_member (base, member->key);
  else if (layer->pending)
    zp_node_take_member (base, zp_node_copy (member));
  else
    zp_problems_add (layer->merge->problems, member, FALSE,
                     _ ("“%s” is null, but there is nothing to take away"), member->key);
}

static void
lay_member (const Layer *layer, ZpNode *base, const ZpNode *member)
{
  ZpNode *old = zp_node_get (base, member->key);
  Layer inner = *layer;

  inner.is_map = strcmp (member->key, "cells") == 0;
  if (zp_node_is (member, ZP_JSON_NULL) && !layer->is_map)
    remove_member (layer, base, member);
  else if (zp_merge_is_id_list (member))
    {
      if (old == NULL || (zp_node_count (old) > 0 && !zp_merge_is_id_list (old)))
        zp_node_take_member (base, zp_node_copy_empty (member));
      lay_list (&inner, zp_node_get (base, member->key), member);
    }
  else if (zp_node_is (member, ZP_JSON_OBJECT) && zp_node_is (old, ZP_JSON_OBJECT))
    lay_object (&inner, old, member);
  else
    zp_node_take_member (base, zp_node_copy (member));
}

static void
lay_object (const Layer *layer, ZpNode *base, const ZpNode *over)
{
  Layer inner = *layer;
  const char *id = zp_node_get_id (over);

  if (id != NULL)
    inner.owner = id;
  inner.pending =
    layer->pending || zp_node_get (over, "like") != NULL || zp_node_get (base, "like") != NULL;
  base->json = over->json;
  base->file = over->file;
  base->copied_from = NULL;

  for (guint i = 0; i < zp_node_count (over); i++)
    {
      const ZpNode *member = over->children->pdata[i];

      if (!g_strv_contains (merge_words, member->key))
        lay_member (&inner, base, member);
    }
}

/**
 * zp_merge_lay_over:
 * @base: an object; changed
 * @over: what is laid over it
 *
 * Objects meet by id, their keys replace those below, null takes a key away, "drop" an object,
 * "before" and "after" put it in its place; lists without ids are replaced whole.
 */
void
zp_merge_lay_over (const ZpMerge *self, ZpNode *base, const ZpNode *over)
{
  const Layer layer = { .merge = self };

  lay_object (&layer, base, over);
}

/**
 * zp_merge_cell:
 * @column: definition of a column
 * @part: what differs in one cell of it
 *
 * Returns: (transfer full): the definition of that cell
 */
ZpNode *
zp_merge_cell (const ZpMerge *self, const ZpNode *column, const ZpNode *part)
{
  ZpNode *cell = zp_node_copy (column);

  if (zp_node_get (part, "formula") != NULL)
    zp_node_remove_member (cell, "default");
  if (zp_node_get (part, "default") != NULL)
    zp_node_remove_member (cell, "formula");
  zp_merge_lay_over (self, cell, part);

  return cell;
}
