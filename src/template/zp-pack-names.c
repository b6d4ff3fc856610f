/* SPDX-License-Identifier: GPL-3.0-or-later
 * What names mean in the formulas of a pack. */
#include "template/zp-pack-names-private.h"

#include "base/zp-id.h"

static const ZpPack *
pack_of (const ZpNames *names)
{
  return (const ZpPack *) ((const char *) names - G_STRUCT_OFFSET (ZpPack, names));
}

static gboolean
find_block (const ZpNames *names, const char *key, int *block, ZpBlockKind *kind)
{
  const ZpBlock *found = zp_pack_find_block (pack_of (names), key);

  if (found == NULL)
    return FALSE;

  *block = found->index;
  *kind = found->kind;

  return TRUE;
}

static int
find_column (const ZpNames *names, int block, const char *key)
{
  return zp_block_find_column (zp_pack_get_block (pack_of (names), block), key);
}

static int
find_row (const ZpNames *names, int block, const char *key)
{
  return zp_block_find_row (zp_pack_get_block (pack_of (names), block), key);
}

static gboolean
cell_type (const ZpNames *names, ZpCell cell, ZpType *type)
{
  const ZpCellDef *def = zp_pack_get_cell (pack_of (names), cell);

  if (def == NULL)
    return FALSE;

  *type = def->type;

  return TRUE;
}

static const ZpScale *
find_scale (const ZpNames *names, const char *key)
{
  return zp_pack_find_scale (pack_of (names), key);
}

static gboolean
has_passage (const ZpNames *names, const char *key)
{
  return g_hash_table_contains (pack_of (names)->passages_by_key, key);
}

static gboolean
has_annex (const ZpNames *names, const char *key)
{
  return g_hash_table_contains (pack_of (names)->annexes, key);
}

static const char *
suggest (const ZpNames *names, int block, const char *key)
{
  const ZpPack *pack = pack_of (names);

  if (block < 0)
    return zp_pack_find_nearest_block (pack, key);

  return zp_block_find_nearest (zp_pack_get_block (pack, block), key);
}

static const char *
block_key (const ZpNames *names, int block, ZpBlockKind *kind)
{
  const ZpBlock *found = zp_pack_get_block (pack_of (names), block);

  *kind = found->kind;

  return found->key;
}

/**
 * zp_pack_init_names: lets formulas be bound to the definitions of the pack.
 */
void
zp_pack_init_names (ZpPack *self)
{
  self->names = (ZpNames){
    .find_block = find_block,
    .find_column = find_column,
    .find_row = find_row,
    .cell_type = cell_type,
    .find_scale = find_scale,
    .has_passage = has_passage,
    .has_annex = has_annex,
    .suggest = suggest,
    .block_key = block_key,
  };
}

/**
 * zp_block_find_nearest: (nullable): the column or row of a block whose key is nearest to a wrong
 * one.
 */
const char *
zp_block_find_nearest (const ZpBlock *self, const char *key)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (known, self->columns->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    if (((const ZpRowDef *) self->rows->pdata[i])->key != NULL)
      g_ptr_array_add (known, ((const ZpRowDef *) self->rows->pdata[i])->key);
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (key, (const char *const *) known->pdata);
}

/**
 * zp_pack_find_nearest_block: (nullable): the block whose key is nearest to a wrong one.
 */
const char *
zp_pack_find_nearest_block (const ZpPack *self, const char *key)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (known, ((const ZpBlock *) self->blocks->pdata[i])->key);
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (key, (const char *const *) known->pdata);
}

/**
 * zp_pack_find_nearest_check: (nullable): the check whose id is nearest to a wrong one.
 */
const char *
zp_pack_find_nearest_check (const ZpPack *self, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    g_ptr_array_add (known, ((const ZpCheckDef *) self->checks->pdata[i])->id);
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (id, (const char *const *) known->pdata);
}
