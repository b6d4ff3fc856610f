/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what each version of a pack renamed and dropped. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ZpLoader *loader;
  const ZpNode *node;
  ZpMigration *migration;
} ChangeReader;

static gboolean
is_block_part (const ZpPack *pack, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ".", 2);
  const ZpBlock *block = zp_pack_find_block (pack, parts[0]);

  if (block == NULL || parts[1] == NULL)
    return block != NULL;

  return zp_block_find_column (block, parts[1]) >= 0 || zp_block_find_row (block, parts[1]) != -2;
}

static gboolean
is_known (const ZpPack *pack, const char *id)
{
  ZpCell cell;

  if (g_str_has_prefix (id, "text."))
    return zp_pack_find_passage (pack, id + strlen ("text.")) != NULL;

  return is_block_part (pack, id) || zp_pack_parse_id (pack, id, &cell, NULL) ||
         zp_pack_find_check (pack, id) != NULL;
}

/* A target that a later version renamed or dropped again need not be there any more. */
static gboolean
is_known_at_last (const ZpPack *pack, const char *id, int version)
{
  g_autofree char *now = g_strdup (id);

  for (guint i = 0; i < pack->migrations->len; i++)
    {
      const ZpMigration *later = pack->migrations->pdata[i];
      const char *reason = NULL;
      g_autofree char *before = NULL;

      if (later->version <= version)
        continue;
      before = g_steal_pointer (&now);
      now = zp_migration_rename (later, before, &reason);
      if (now == NULL)
        return TRUE;
    }

  return is_known (pack, now);
}

static void
read_renamed (ChangeReader *self)
{
  const ZpNode *renamed = zp_node_get (self->node, "renamed");
  g_autoptr (GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < zp_node_count (renamed); i++)
    {
      const ZpNode *pair = zp_node_get_child (renamed, i);

      if (!g_hash_table_add (targets, (gpointer) zp_node_text (pair)))
        zp_loader_fail (
          self->loader, pair,
          _ ("“changes”: “%s” is the target of two ids; drop the one whose figures are "
             "merged, with a reason"),
          zp_node_text (pair));
      g_hash_table_insert (self->migration->renamed, g_strdup (pair->key),
                           g_strdup (zp_node_text (pair)));
    }
}

static void
read_dropped (ChangeReader *self)
{
  const ZpNode *dropped = zp_node_get (self->node, "dropped");

  for (guint i = 0; i < zp_node_count (dropped); i++)
    {
      const ZpNode *pair = zp_node_get_child (dropped, i);

      if (g_hash_table_contains (self->migration->renamed, pair->key))
        zp_loader_fail (self->loader, pair, _ ("“changes”: “%s” is renamed and dropped"),
                        pair->key);
      g_hash_table_insert (self->migration->dropped, g_strdup (pair->key),
                           g_strdup (zp_node_text (pair)));
    }
}

static void
check_version (ZpLoader *self, const ZpNode *node, int version)
{
  /* Version 1 has changes too: those from the pack it succeeds. */
  if (version < 1 || version > self->pack->version)
    zp_loader_fail (
      self, node,
      _ ("“changes”: version %d; changes lead to a version from 1 to that of the pack, "
         "%d"),
      version, self->pack->version);

  for (guint i = 0; i < self->pack->migrations->len; i++)
    if (((const ZpMigration *) self->pack->migrations->pdata[i])->version == version)
      zp_loader_fail (self, node, _ ("“changes”: version %d stands twice"), version);
}

static void
read_change (ZpLoader *self, const ZpNode *node)
{
  ZpMigration *migration = g_new0 (ZpMigration, 1);
  ChangeReader reader = { self, node, migration };

  migration->version = zp_node_get_int (node, "version", 0);
  migration->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  migration->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check_version (self, node, migration->version);
  read_renamed (&reader);
  read_dropped (&reader);
  g_ptr_array_add (self->pack->migrations, migration);
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  return (*(const ZpMigration *const *) a)->version - (*(const ZpMigration *const *) b)->version;
}

static void
check_targets (ZpLoader *self, const ZpNode *node)
{
  const ZpNode *renamed = zp_node_get (node, "renamed");
  int version = zp_node_get_int (node, "version", 0);

  for (guint i = 0; i < zp_node_count (renamed); i++)
    {
      const ZpNode *pair = zp_node_get_child (renamed, i);

      if (!is_known_at_last (self->pack, zp_node_text (pair), version))
        zp_loader_fail (self, pair, _ ("“changes”: “%s” is renamed to “%s”, but there is none"),
                        pair->key, zp_node_text (pair));
    }
}

/**
 * zp_loader_read_changes: reads the migrations, by version.
 */
void
zp_loader_read_changes (ZpLoader *self)
{
  const ZpNode *changes = zp_node_get (self->layer->pack, "changes");

  for (guint i = 0; i < zp_node_count (changes); i++)
    read_change (self, zp_node_get_child (changes, i));

  g_ptr_array_sort (self->pack->migrations, compare_versions);
  for (guint i = 0; i < zp_node_count (changes); i++)
    check_targets (self, zp_node_get_child (changes, i));
}
