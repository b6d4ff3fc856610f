/* SPDX-License-Identifier: GPL-3.0-or-later
 * Builds a pack from its files, step by step, with every fault noted on the way. */
#include "template/zp-pack-load-private.h"

#include "base/zp-digest.h"
#include "template/zp-pack-loader-private.h"
#include "template/zp-pack-names-private.h"
#include "template/zp-pack-store.h"

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

static ZpPack *
pack_new (void)
{
  ZpPack *pack = g_new0 (ZpPack, 1);

  g_atomic_ref_count_init (&pack->refs);
  pack->blocks = new_list (zp_block_free);
  pack->scales = new_list (zp_scale_free);
  pack->pages = new_list (zp_page_free);
  pack->charts = new_list (zp_chart_def_free);
  pack->checks = new_list (zp_check_def_free);
  pack->layouts = new_list (zp_layout_free);
  pack->parts = new_list (zp_part_free);
  pack->passages = g_ptr_array_new ();
  pack->migrations = new_list (zp_migration_free);
  pack->order = g_ptr_array_new ();
  pack->blocks_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  pack->passages_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pack->checks_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  pack->annexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pack->documents = new_list (zp_json_doc_free);
  zp_pack_init_names (pack);

  return pack;
}

static void
loader_init (ZpLoader *self, ZpPack *pack, const ZpLayer *layer, ZpMerge merge)
{
  *self = (ZpLoader){ .pack = pack, .layer = layer, .merge = merge };
  self->block_nodes = g_ptr_array_new ();
  self->sources = new_list (g_free);
  self->own_nodes = new_list (zp_node_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->used = g_hash_table_new (NULL, NULL);
}

static void
loader_clear (ZpLoader *self)
{
  g_ptr_array_unref (self->block_nodes);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->own_nodes);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->used);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpLoader, loader_clear)

/* Cells come first, since everything names them; then formulas, then what prints and checks. */
static void
read_all (ZpLoader *self)
{
  zp_loader_read_identity (self);
  zp_loader_read_blocks (self);
  zp_loader_read_scales (self);
  zp_loader_link_blocks (self);
  zp_loader_list_passages (self);
  zp_loader_read_labels (self);
  zp_loader_read_formulas (self);
  zp_loader_order_formulas (self);
  zp_loader_read_pages (self);
  zp_loader_read_charts (self);
  zp_loader_read_layouts (self);
  zp_loader_read_document (self);
  zp_loader_read_checks (self);
  zp_loader_read_changes (self);
}

static void
lint_all (ZpLoader *self, ZpLoadMode mode)
{
  zp_lint_standard_fields (self);
  zp_lint_pages (self);
  if (mode != ZP_LOAD_FOR_AUTHOR)
    return;

  if (self->layer->samples != NULL)
    zp_lint_samples (self);
  zp_lint_unused (self);
}

static void
build (ZpPack *pack, ZpLayer *layer, ZpMerge merge, ZpLoadMode mode)
{
  g_auto (ZpLoader) loader = { 0 };

  zp_merge_resolve_likes (&merge, layer->content);
  zp_keys_check (layer->content, ZP_OBJECT_CONTENT, TRUE, merge.problems);

  loader_init (&loader, pack, layer, merge);
  read_all (&loader);
  lint_all (&loader, mode);
}

/**
 * zp_pack_load:
 * @folder: a pack
 * @find: finds the folders of what it extends
 * @problems: (element-type ZpProblem): everything wrong with it is added, in the order of files and
 *   lines, at most fifty
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL when there is an error among the problems
 */
ZpPack *
zp_pack_load (const ZpPackFolder *folder,
              ZpFindFolder find,
              gpointer user_data,
              ZpLoadMode mode,
              GPtrArray *problems)
{
  g_autoptr (ZpPack) pack = pack_new ();
  g_autoptr (GHashTable) dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GByteArray) meaning = g_byte_array_new ();
  const ZpLayerReader reader = { { problems, dropped }, pack->documents, meaning };
  g_autoptr (ZpLayer) layer = zp_layer_read_chain (&reader, folder, find, user_data);

  pack->folder = zp_pack_folder_copy (folder);
  if (mode == ZP_LOAD_FOR_AUTHOR && layer != NULL)
    layer->samples = zp_layer_read_samples (&reader, folder);
  if (layer != NULL)
    build (pack, layer, reader.merge, mode);
  pack->digest = zp_digest_of_bytes (meaning->data, meaning->len);
  zp_problems_finish (problems);
  if (layer == NULL || zp_problems_count_errors (problems) > 0)
    return NULL;

  return g_steal_pointer (&pack);
}
