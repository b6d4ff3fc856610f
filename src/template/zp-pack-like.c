/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks and layouts that are like another one of the same pack. */
#include "template/zp-pack-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-id.h"
#include "template/zp-pack-keys-private.h"

/* @chain: of #ZpNode: objects whose likeness is being settled */
typedef struct
{
  const ZpMerge *merge;
  ZpNode *list;
  GPtrArray *chain;
} Likes;

static ZpNode *resolve (Likes *self, guint i);

static int
find_place (const ZpNode *list, const char *id)
{
  for (guint i = 0; i < zp_node_count (list); i++)
    if (g_strcmp0 (zp_node_get_id (list->children->pdata[i]), id) == 0)
      return (int) i;

  return -1;
}

static const char *
find_nearest (const ZpNode *list, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < zp_node_count (list); i++)
    if (zp_node_get_id (list->children->pdata[i]) != NULL)
      g_ptr_array_add (known, (gpointer) zp_node_get_id (list->children->pdata[i]));
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (id, (const char *const *) known->pdata);
}

static void
report_unknown (const Likes *self, const ZpNode *object, const ZpNode *like)
{
  zp_merge_fail_missing (
    self->merge, like, zp_node_text (like), find_nearest (self->list, zp_node_text (like)),
    _ ("“%s” is like “%s”, but there is none"), zp_node_get_id (object), zp_node_text (like));
}

/* The object to copy, or NULL with the fault noted. */
static ZpNode *
find_target (Likes *self, const ZpNode *object, const ZpNode *like)
{
  int place = find_place (self->list, zp_node_text (like));
  const ZpNode *target;

  if (place < 0)
    {
      report_unknown (self, object, like);
      return NULL;
    }

  target = self->list->children->pdata[place];
  if (g_ptr_array_find (self->chain, target, NULL))
    {
      zp_problems_add (self->merge->problems, like, FALSE,
                       _ ("“%s” is like “%s”, which is like it in turn"), zp_node_get_id (object),
                       zp_node_text (like));
      return NULL;
    }
  if (strcmp (zp_node_get_id_key (target), zp_node_get_id_key (object)) != 0)
    {
      zp_problems_add (self->merge->problems, like, FALSE,
                       _ ("“%s” is a “%s” and cannot be like “%s”, which is a “%s”"),
                       zp_node_get_id (object), zp_node_get_id_key (object), zp_node_text (like),
                       zp_node_get_id_key (target));
      return NULL;
    }

  return resolve (self, (guint) place);
}

/* Marks that waited for the likeness would be read as columns. */
static void
remove_marks (ZpNode *object)
{
  for (guint i = zp_node_count (object); i > 0; i--)
    {
      ZpNode *child = object->children->pdata[i - 1];

      if (zp_node_get_flag (child, "drop", FALSE) || zp_node_is (child, ZP_JSON_NULL))
        g_ptr_array_remove_index (object->children, i - 1);
      else
        remove_marks (child);
    }
}

/* The object at a place of the list with its likeness settled. */
static ZpNode *
resolve (Likes *self, guint i)
{
  ZpNode *object = self->list->children->pdata[i];
  g_autoptr (ZpNode) like = NULL;
  ZpNode *target;
  ZpNode *copy;

  if (zp_node_get_text (object, "like") == NULL)
    return object;

  like = zp_node_copy (zp_node_get (object, "like"));
  g_ptr_array_add (self->chain, object);
  target = find_target (self, object, like);
  g_ptr_array_remove (self->chain, object);
  zp_node_remove_member (object, "like");
  if (target == NULL)
    {
      remove_marks (object);
      return object;
    }

  copy = zp_node_copy (target);
  zp_node_mark_copied (copy, zp_node_text (like));
  zp_merge_lay_over (self->merge, copy, object);
  self->list->children->pdata[i] = copy;
  zp_node_free (object);

  return copy;
}

static void
resolve_list (const ZpMerge *merge, ZpNode *list)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  Likes likes = { merge, list, chain };

  for (guint i = 0; i < zp_node_count (list); i++)
    resolve (&likes, i);
}

/**
 * zp_merge_resolve_likes:
 * @content: all of a pack, laid together
 *
 * Replaces every block and layout that is like another one by a copy of that with its own keys laid
 * over it.
 */
void
zp_merge_resolve_likes (const ZpMerge *self, ZpNode *content)
{
  resolve_list (self, zp_node_get (content, "blocks"));
  resolve_list (self, zp_node_get (content, "layouts"));
}
