/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the checks: what the pack changes in those by themselves, and those it adds. */
#include "template/zp-pack-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-names-private.h"

/* clang-format off */
static const char *const changeable_keys[] = {
  "check", "severity", "note", "title", "instruction", "basis", "drop", NULL
};
/* clang-format on */

static gboolean
has_body (const ZpNode *node)
{
  return zp_node_get (node, "left") != NULL || zp_node_get (node, "op") != NULL ||
         zp_node_get (node, "right") != NULL || zp_node_get (node, "require") != NULL ||
         zp_node_get (node, "scan") != NULL;
}

/* What a check by itself compares is fixed; how it is told is not. */
static void
change_automatic (ZpCheckReader *self, ZpCheckDef *check)
{
  ZpBindContext context = zp_loader_context (self->loader);

  for (guint i = 0; i < zp_node_count (self->node); i++)
    {
      const ZpNode *member = zp_node_get_child (self->node, i);

      if (!g_strv_contains (changeable_keys, member->key))
        zp_loader_fail (self->loader, member,
                        _ ("%s is a check by itself; “%s” cannot be given, only severity, note, "
                           "title, instruction, basis, or drop; name a check of your own "
                           "otherwise"),
                        self->where, member->key);
    }

  if (check->each_block >= 0)
    context.blocks[context.n_blocks++] = check->each_block;
  zp_check_read_common (self, check, &context);
  if (!zp_node_get_flag (self->node, "drop", FALSE))
    return;

  g_hash_table_remove (self->loader->pack->checks_by_id, check->id);
  g_ptr_array_remove (self->loader->pack->checks, check);
}

static void
report_no_body (ZpCheckReader *self)
{
  const char *id = zp_node_get_id (self->node);

  zp_loader_fail_missing (
    self->loader, self->node, id, zp_pack_find_nearest_check (self->loader->pack, id),
    _ ("%s has nothing to check (“left”, “op” and “right”, “require” or “scan”), "
       "and no check by itself has this id"),
    self->where);
}

static void
read_check (ZpLoader *self, const ZpNode *node)
{
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_CHECK, NULL);
  ZpCheckReader reader = { .loader = self, .node = node, .where = where, .block = -1 };
  ZpCheckDef *known = g_hash_table_lookup (self->pack->checks_by_id, zp_node_get_id (node));

  if (known != NULL && known->automatic)
    change_automatic (&reader, known);
  else if (zp_node_get_flag (node, "drop", FALSE))
    zp_loader_fail (self, node, _ ("%s is dropped, but there is none"), where);
  else if (!has_body (node))
    report_no_body (&reader);
  else
    zp_check_read_written (&reader);
}

/**
 * zp_loader_read_checks: makes the checks by themselves, lets the pack change them, and adds the
 * written ones; then looks whether the outline names any that are not there.
 */
void
zp_loader_read_checks (ZpLoader *self)
{
  const ZpNode *checks = zp_node_get (self->layer->content, "checks");

  zp_loader_make_automatic_checks (self);
  if (zp_node_count (checks) > ZP_PACK_MAX_CHECKS)
    {
      zp_loader_fail (self, checks, _ ("%u checks are more than the %d allowed"),
                      zp_node_count (checks), ZP_PACK_MAX_CHECKS);
      return;
    }

  for (guint i = 0; i < zp_node_count (checks); i++)
    read_check (self, zp_node_get_child (checks, i));
  zp_loader_check_notes (self);
}
