/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all readers of a pack need: contexts, row sets, ids, lists of texts. */
#include "template/zp-pack-loader-private.h"

#include "base/zp-id.h"
#include "template/zp-pack-names-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * zp_loader_context: names of the pack, no current row.
 */
ZpBindContext
zp_loader_context (const ZpLoader *self)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (&self->pack->names);

  return context;
}

/**
 * zp_loader_claim:
 * @object: a block, scale or layout
 *
 * Returns: FALSE, with the fault noted, when its id is taken already
 */
gboolean
zp_loader_claim (ZpLoader *self, const ZpNode *object)
{
  const char *id = zp_node_get_id (object);
  const ZpNode *first = g_hash_table_lookup (self->ids, id);

  if (first == NULL)
    {
      g_hash_table_insert (self->ids, (gpointer) id, (gpointer) object);
      return TRUE;
    }

  zp_loader_fail (self, object,
                  _ ("“%s” is the id of a “%s” and of a “%s” (%s:%u); blocks, scales and layouts "
                     "need ids of their own"),
                  id, zp_node_get_id_key (object), zp_node_get_id_key (first), first->file,
                  first->json->line);
  return FALSE;
}

/**
 * zp_loader_push_row: lets @context have a current row of @block; FALSE, with the fault noted, when
 * there are too many.
 */
gboolean
zp_loader_push_row (ZpLoader *self, ZpBindContext *context, int block, const ZpNode *at)
{
  /* Three loops of a template may still come on top. */
  if (context->n_blocks + 3 >= ZP_MAX_ROWS)
    {
      zp_loader_fail (self, at, _ ("too many repetitions in each other"));
      return FALSE;
    }

  context->blocks[context->n_blocks++] = block;
  context->row = -2;

  return TRUE;
}

/**
 * zp_loader_find_rowset:
 * @name: (nullable): names a table or grid
 *
 * Returns: its number; -1 when @name is %NULL; -2 when it names nothing, with that noted
 */
int
zp_loader_find_rowset (ZpLoader *self, const ZpNode *name, const char *where)
{
  const char *key = zp_node_text (name);
  const ZpBlock *block = key != NULL ? zp_pack_find_block (self->pack, key) : NULL;

  if (key == NULL)
    return -1;
  if (block != NULL && block->kind != ZP_BLOCK_FIELDS)
    return block->index;

  zp_loader_fail_missing (self, name, key,
                          block == NULL ? zp_pack_find_nearest_block (self->pack, key) : NULL,
                          _ ("%s: “%s”: no table or grid “%s”"), where, name->key, key);

  return -2;
}

/**
 * zp_loader_read_texts: (transfer full): the texts of a list; empty when @list is %NULL.
 */
char **
zp_loader_read_texts (const ZpNode *list)
{
  char **texts = g_new0 (char *, zp_node_count (list) + 1);

  for (guint i = 0; i < zp_node_count (list); i++)
    texts[i] = g_strdup (zp_node_text (zp_node_get_child (list, i)));

  return texts;
}

/**
 * zp_loader_find_nearest: (nullable): the id in a list of objects that is nearest to a wrong one.
 */
const char *
zp_loader_find_nearest (const ZpNode *list, const char *key)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < zp_node_count (list); i++)
    g_ptr_array_add (known, (gpointer) zp_node_get_id (zp_node_get_child (list, i)));
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (key, (const char *const *) known->pdata);
}
