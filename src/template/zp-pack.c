/* SPDX-License-Identifier: GPL-3.0-or-later
 * One template pack: its life, and finding the things in it. */
#include "template/zp-pack.h"

#include "template/zp-pack-loader-private.h"
#include "template/zp-pack-names-private.h"

#include <string.h>

#define PASSAGE_PREFIX "text."

G_DEFINE_QUARK (zp_pack_error, zp_pack_error)

static void
free_pack (ZpPack *self)
{
  g_clear_pointer (&self->blocks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->passages_by_key, g_hash_table_unref);
  g_clear_pointer (&self->checks_by_id, g_hash_table_unref);
  g_clear_pointer (&self->annexes, g_hash_table_unref);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->migrations);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->scales);
  g_ptr_array_unref (self->blocks);
  g_strfreev (self->headings);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
  zp_pack_clear_words (self);
  g_strfreev (self->basis);
  g_free (self->id);
  g_free (self->digest);
  g_free (self->title);
  g_free (self->region);
  g_free (self->succeeds);
  g_free (self->na);
  g_free (self->empty);
  g_ptr_array_unref (self->documents);
  zp_pack_folder_free (self->folder);
  g_free (self);
}

/**
 * zp_pack_ref: one more owner of a pack.
 */
ZpPack *
zp_pack_ref (ZpPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * zp_pack_unref: one owner less; the last one frees it. %NULL is let through.
 */
void
zp_pack_unref (ZpPack *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    free_pack (self);
}

/**
 * zp_pack_get_block:
 * @index: number of a block
 *
 * Returns: (transfer none): the block
 */
const ZpBlock *
zp_pack_get_block (const ZpPack *self, int index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index >= 0 && (guint) index < self->blocks->len, NULL);

  return self->blocks->pdata[index];
}

/**
 * zp_pack_find_block:
 *
 * Returns: (transfer none) (nullable): the block with that key
 */
const ZpBlock *
zp_pack_find_block (const ZpPack *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->blocks_by_key, key);
}

/**
 * zp_pack_get_cell:
 * @cell: an address; any row of a table will do
 *
 * Returns: (transfer none) (nullable): its definition, or %NULL when there is no such cell
 */
const ZpCellDef *
zp_pack_get_cell (const ZpPack *self, ZpCell cell)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (cell.block < 0 || (guint) cell.block >= self->blocks->len)
    return NULL;

  return zp_block_get_cell (self->blocks->pdata[cell.block], cell.row, cell.column);
}

/**
 * zp_pack_find_passage:
 * @key: without "text."
 *
 * Returns: (transfer none) (nullable): the passage
 */
const ZpPassage *
zp_pack_find_passage (const ZpPack *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->passages_by_key, key);
}

/**
 * zp_pack_find_passage_by_id:
 * @id: of anything: "text.scale", "budget.basic.actual"
 *
 * Returns: (transfer none) (nullable): the passage; %NULL when it is the id of no passage
 */
const ZpPassage *
zp_pack_find_passage_by_id (const ZpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (!g_str_has_prefix (id, PASSAGE_PREFIX))
    return NULL;

  return zp_pack_find_passage (self, id + strlen (PASSAGE_PREFIX));
}

/**
 * zp_pack_read_passage:
 * @text: what the clerk wrote, with figures in braces
 *
 * Returns: (transfer full): it, with its names bound to what they mean in that passage; what means
 * nothing there reads as it was typed
 */
ZpPhrase *
zp_pack_read_passage (const ZpPack *self, const ZpPassage *passage, const char *text)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (&self->names);

  context.in_template = TRUE;
  for (guint i = 0; i < passage->row_blocks->len && i < ZP_MAX_ROWS; i++)
    context.blocks[context.n_blocks++] = g_array_index (passage->row_blocks, int, i);

  return zp_phrase_parse_lenient (text, &context);
}

/**
 * zp_pack_find_layout:
 *
 * Returns: (transfer none) (nullable): the layout with that key
 */
const ZpLayout *
zp_pack_find_layout (const ZpPack *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  for (guint i = 0; i < self->layouts->len; i++)
    {
      const ZpLayout *layout = self->layouts->pdata[i];

      if (strcmp (layout->key, key) == 0)
        return layout;
    }

  return NULL;
}

/**
 * zp_pack_find_check:
 * @id: of a check, without what a finding adds for its row
 *
 * Returns: (transfer none) (nullable): the check
 */
const ZpCheckDef *
zp_pack_find_check (const ZpPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->checks_by_id, id);
}

/**
 * zp_pack_find_scale:
 *
 * Returns: (transfer none) (nullable): the scale with that key
 */
const ZpScale *
zp_pack_find_scale (const ZpPack *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  for (guint i = 0; i < self->scales->len; i++)
    {
      const ZpScale *scale = self->scales->pdata[i];

      if (strcmp (scale->key, key) == 0)
        return scale;
    }

  return NULL;
}
