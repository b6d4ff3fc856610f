/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files of a pack as a tree that can be changed, each value with the file and line it stands
 * in. */
#include "template/zp-pack-tree-private.h"

#include <string.h>

/**
 * zp_node_new:
 * @json: a value; its document must outlive the node
 * @file: name of its file for messages
 *
 * Returns: (transfer full): a copy of the value and of everything in it
 */
ZpNode *
zp_node_new (const ZpJson *json, const char *file)
{
  ZpNode *self = g_new0 (ZpNode, 1);

  self->json = json;
  self->file = g_intern_string (file);
  self->key = json->key;
  if (json->kind != ZP_JSON_ARRAY && json->kind != ZP_JSON_OBJECT)
    return self;

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_node_free);
  for (const ZpJson *child = json->first; child != NULL; child = child->next)
    g_ptr_array_add (self->children, zp_node_new (child, file));

  return self;
}

/**
 * zp_node_copy:
 *
 * Returns: (transfer full): the node with everything in it
 */
ZpNode *
zp_node_copy (const ZpNode *self)
{
  ZpNode *copy = zp_node_copy_empty (self);

  for (guint i = 0; i < zp_node_count (self); i++)
    g_ptr_array_add (copy->children, zp_node_copy (self->children->pdata[i]));

  return copy;
}

/**
 * zp_node_copy_empty:
 *
 * Returns: (transfer full): the node; of an array or object without anything in it
 */
ZpNode *
zp_node_copy_empty (const ZpNode *self)
{
  ZpNode *copy = g_new (ZpNode, 1);

  *copy = *self;
  if (self->children != NULL)
    copy->children = g_ptr_array_new_full (self->children->len, (GDestroyNotify) zp_node_free);

  return copy;
}

/**
 * zp_node_free: frees the node with everything in it; %NULL is let through.
 */
void
zp_node_free (ZpNode *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/* Most keys differ in the first letter; this is asked some hundred thousand times for a pack. */
static gboolean
has_key (const ZpNode *member, const char *key)
{
  return *member->key == *key && strcmp (member->key, key) == 0;
}

/**
 * zp_node_get:
 * @self: (nullable): a value; anything but an object has no members
 *
 * Returns: (transfer none) (nullable): the member of that name
 */
ZpNode *
zp_node_get (const ZpNode *self, const char *key)
{
  if (!zp_node_is (self, ZP_JSON_OBJECT))
    return NULL;

  for (guint i = 0; i < self->children->len; i++)
    {
      ZpNode *member = self->children->pdata[i];

      if (has_key (member, key))
        return member;
    }

  return NULL;
}

/**
 * zp_node_get_text: (nullable): text of a member that is a text.
 */
const char *
zp_node_get_text (const ZpNode *self, const char *key)
{
  return zp_node_text (zp_node_get (self, key));
}

/**
 * zp_node_get_flag: a member that is true or false; @fallback when there is none.
 */
gboolean
zp_node_get_flag (const ZpNode *self, const char *key, gboolean fallback)
{
  const ZpNode *member = zp_node_get (self, key);

  if (member == NULL)
    return fallback;

  return zp_node_is (member, ZP_JSON_TRUE);
}

/**
 * zp_node_get_int: a member that is a whole number, cut off at ±1,000,000; @fallback when there is
 * none.
 */
int
zp_node_get_int (const ZpNode *self, const char *key, int fallback)
{
  const ZpNode *member = zp_node_get (self, key);

  if (!zp_node_is (member, ZP_JSON_NUMBER))
    return fallback;

  return (int) CLAMP (g_ascii_strtoll (member->json->text, NULL, 10), -1000000, 1000000);
}

/**
 * zp_node_get_child: (nullable): the child at a place of an array or object.
 */
ZpNode *
zp_node_get_child (const ZpNode *self, guint i)
{
  return i < zp_node_count (self) ? self->children->pdata[i] : NULL;
}

/**
 * zp_node_count: how many children; none of %NULL.
 */
guint
zp_node_count (const ZpNode *self)
{
  return self != NULL && self->children != NULL ? self->children->len : 0;
}

/**
 * zp_node_is: whether there is such a value and it is of that kind.
 */
gboolean
zp_node_is (const ZpNode *self, ZpJsonKind kind)
{
  return self != NULL && self->json->kind == kind;
}

/**
 * zp_node_text: (nullable): the text of a text.
 */
const char *
zp_node_text (const ZpNode *self)
{
  return zp_node_is (self, ZP_JSON_STRING) ? self->json->text : NULL;
}

/**
 * zp_node_equal: whether both are the same value, wherever they stand.
 */
gboolean
zp_node_equal (const ZpNode *a, const ZpNode *b)
{
  if (a->json->kind != b->json->kind || g_strcmp0 (a->key, b->key) != 0 ||
      g_strcmp0 (a->json->text, b->json->text) != 0 || zp_node_count (a) != zp_node_count (b))
    return FALSE;

  for (guint i = 0; i < zp_node_count (a); i++)
    if (!zp_node_equal (a->children->pdata[i], b->children->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * zp_node_take_member:
 * @self: an object
 * @member: (transfer full): replaces the member of the same name, or goes last
 */
void
zp_node_take_member (ZpNode *self, ZpNode *member)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      ZpNode *old = self->children->pdata[i];

      if (!has_key (old, member->key))
        continue;

      self->children->pdata[i] = member;
      zp_node_free (old);
      return;
    }

  g_ptr_array_add (self->children, member);
}

/**
 * zp_node_remove_member: takes a member out of an object, if it is there.
 */
void
zp_node_remove_member (ZpNode *self, const char *key)
{
  ZpNode *member = zp_node_get (self, key);

  if (member != NULL)
    g_ptr_array_remove (self->children, member);
}

/**
 * zp_node_mark_copied: notes for a value and everything in it which object it was copied from.
 */
void
zp_node_mark_copied (ZpNode *self, const char *from)
{
  self->copied_from = from;
  for (guint i = 0; i < zp_node_count (self); i++)
    zp_node_mark_copied (self->children->pdata[i], from);
}
