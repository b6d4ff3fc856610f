/* SPDX-License-Identifier: GPL-3.0-or-later
 * A pack laid over its parents, and those over theirs. */
#include "template/zp-pack-layer-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Packs in a chain, the one that is loaded included. */
#define MAX_CHAIN 4

/* @path: of char*: the packs being read, "id@version", the outermost first */
typedef struct
{
  const ZpLayerReader *reader;
  ZpFindFolder find;
  gpointer user_data;
  GPtrArray *path;
} Chain;

static ZpLayer *read_over_parents (Chain *self, const ZpPackFolder *folder);

static gboolean
split_reference (const char *reference, char **id, int *version)
{
  const char *at = strrchr (reference, '@');
  char *end = NULL;
  gint64 number;

  if (at == NULL || at == reference || !g_ascii_isdigit (at[1]))
    return FALSE;

  number = g_ascii_strtoll (at + 1, &end, 10);
  if (*end != '\0' || number < 1 || number > G_MAXINT)
    return FALSE;

  *id = g_strndup (reference, (gsize) (at - reference));
  *version = (int) number;

  return TRUE;
}

static char *
join_path (const Chain *self, const char *last)
{
  g_autoptr (GString) ring = g_string_new (NULL);

  for (guint i = 0; i < self->path->len; i++)
    g_string_append_printf (ring, "%s → ", (const char *) self->path->pdata[i]);
  g_string_append (ring, last);

  return g_string_free (g_steal_pointer (&ring), FALSE);
}

/* FALSE with the fault noted. */
static gboolean
may_extend (const Chain *self, const ZpNode *reference)
{
  const char *name = zp_node_text (reference);
  g_autofree char *path = join_path (self, name);

  if (g_ptr_array_find_with_equal_func (self->path, name, g_str_equal, NULL))
    {
      zp_problems_add (self->reader->merge.problems, reference, FALSE,
                       _ ("“extends”: packs extend each other in a ring: %s"), path);
      return FALSE;
    }
  if (self->path->len >= MAX_CHAIN)
    {
      zp_problems_add (self->reader->merge.problems, reference, FALSE,
                       _ ("“extends”: a chain of more than %d packs: %s"), MAX_CHAIN, path);
      return FALSE;
    }

  return TRUE;
}

static ZpPackFolder *
find_parent (const Chain *self, const ZpNode *reference)
{
  g_autofree char *id = NULL;
  int version = 0;
  ZpPackFolder *folder;

  if (!split_reference (zp_node_text (reference), &id, &version))
    {
      zp_problems_add (self->reader->merge.problems, reference, FALSE,
                       _ ("“extends”: “%s” names no pack; write it as “id@version”, such as "
                          "“demo-2021@2”"),
                       zp_node_text (reference));
      return NULL;
    }

  folder = self->find (id, version, self->user_data);
  if (folder == NULL)
    zp_problems_add (self->reader->merge.problems, reference, FALSE,
                     _ ("“extends”: there is no pack “%s” of version %d; install it, or name the "
                        "version there is"),
                     id, version);

  return folder;
}

static ZpLayer *
read_parent (Chain *self, const ZpNode *reference)
{
  g_autoptr (ZpPackFolder) folder = NULL;

  if (!may_extend (self, reference))
    return NULL;

  folder = find_parent (self, reference);

  return folder != NULL ? read_over_parents (self, folder) : NULL;
}

static gboolean
add_parents (Chain *self, const ZpLayer *layer, ZpNode *content, ZpNode *settings)
{
  const ZpNode *extends = zp_node_get (layer->pack, "extends");
  const ZpMerge *merge = &self->reader->merge;

  for (guint i = 0; i < zp_node_count (extends); i++)
    {
      const ZpNode *reference = zp_node_get_child (extends, i);
      g_autoptr (ZpLayer) parent = read_parent (self, reference);

      if (parent == NULL)
        return FALSE;

      zp_merge_add_parent (merge, content, parent->content, layer->content, reference);
      zp_merge_add_parent (merge, settings, parent->settings, layer->settings, reference);
    }

  return TRUE;
}

static void
lay_over (const ZpMerge *merge, ZpNode **object, ZpNode **base)
{
  zp_merge_lay_over (merge, *base, *object);
  zp_node_free (*object);
  *object = g_steal_pointer (base);
}

static ZpLayer *
read_over_parents (Chain *self, const ZpPackFolder *folder)
{
  g_autoptr (ZpLayer) layer = zp_layer_read (self->reader, folder);
  g_autoptr (ZpNode) content = NULL;
  g_autoptr (ZpNode) settings = NULL;
  gboolean has_parents;

  if (layer == NULL)
    return NULL;

  content = zp_node_copy_empty (layer->content);
  settings = zp_node_copy_empty (layer->settings);
  g_ptr_array_add (self->path, g_strdup_printf ("%s@%d", zp_node_get_text (layer->pack, "id"),
                                                zp_node_get_int (layer->pack, "version", 0)));
  has_parents = add_parents (self, layer, content, settings);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  if (!has_parents)
    return NULL;

  lay_over (&self->reader->merge, &layer->content, &content);
  lay_over (&self->reader->merge, &layer->settings, &settings);

  return g_steal_pointer (&layer);
}

/**
 * zp_layer_read_chain:
 * @folder: a pack
 * @find: finds the folder of a parent
 *
 * Reads a pack with everything it extends and lays it over that. What is like something else is not
 * settled yet.
 *
 * Returns: (transfer full) (nullable): %NULL when a file or a parent is missing, with that noted
 */
ZpLayer *
zp_layer_read_chain (const ZpLayerReader *self,
                     const ZpPackFolder *folder,
                     ZpFindFolder find,
                     gpointer user_data)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  Chain chain = { self, find, user_data, path };

  return read_over_parents (&chain, folder);
}
