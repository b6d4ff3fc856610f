/* SPDX-License-Identifier: GPL-3.0-or-later
 * Puts several parents of a pack together, and tells where they contradict each other. */
#include "template/zp-pack-merge-private.h"

#include <glib/gi18n-lib.h>

#include "template/zp-pack-keys-private.h"

static void
report_clash (const ZpMerge *self,
              const ZpNode *first,
              const ZpNode *second,
              const char *name,
              const ZpNode *extends)
{
  zp_problems_add (self->problems, extends, FALSE,
                   _ ("“extends”: “%s” differs in %s:%u and %s:%u; say in this pack which of the "
                      "two holds"),
                   name, first->file, first->json->line, second->file, second->json->line);
}

static void
add_list (const ZpMerge *self,
          ZpNode *base,
          const ZpNode *parent,
          const ZpNode *child,
          const ZpNode *extends)
{
  for (guint i = 0; i < zp_node_count (parent); i++)
    {
      const ZpNode *element = parent->children->pdata[i];
      const char *id = zp_node_get_id (element);
      ZpNode *found = id != NULL ? zp_merge_find (base, id) : NULL;

      if (found != NULL && zp_node_equal (found, element))
        continue;
      if (found != NULL && zp_merge_find (child, id) == NULL)
        report_clash (self, found, element, id, extends);
      if (found != NULL)
        g_ptr_array_remove (base->children, found);
      g_ptr_array_add (base->children, zp_node_copy (element));
    }
}

/**
 * zp_merge_add_parent:
 * @base: what earlier parents gave; changed
 * @parent: the next parent
 * @child: what the pack itself says
 * @extends: where the parents are named, for messages
 *
 * Takes over a parent whole. What two parents define differently must stand in the child too.
 */
void
zp_merge_add_parent (const ZpMerge *self,
                     ZpNode *base,
                     const ZpNode *parent,
                     const ZpNode *child,
                     const ZpNode *extends)
{
  for (guint i = 0; i < zp_node_count (parent); i++)
    {
      const ZpNode *member = parent->children->pdata[i];
      ZpNode *old = zp_node_get (base, member->key);

      if (old != NULL && zp_merge_is_id_list (member))
        {
          add_list (self, old, member, zp_node_get (child, member->key), extends);
          continue;
        }
      if (old != NULL && !zp_node_equal (old, member) && zp_node_get (child, member->key) == NULL)
        report_clash (self, old, member, member->key, extends);
      zp_node_take_member (base, zp_node_copy (member));
    }
}
