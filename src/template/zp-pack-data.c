/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the blocks: which columns, rows and cells there are. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-names-private.h"

/* A block being read. */
typedef struct
{
  ZpLoader *loader;
  ZpBlock *block;
  const ZpNode *node;
  const ZpNode *columns;
  const ZpNode *rows;
  const ZpNode *cells;
  guint column_kind;
} BlockReader;

static ZpBlockKind
kind_of (const ZpNode *node)
{
  if (zp_node_get (node, "fields") != NULL)
    return ZP_BLOCK_FIELDS;

  return zp_node_get (node, "grid") != NULL ? ZP_BLOCK_GRID : ZP_BLOCK_TABLE;
}

static ZpBlock *
block_new (const ZpNode *node, guint index)
{
  ZpBlock *block = g_new0 (ZpBlock, 1);

  block->index = (int) index;
  block->kind = kind_of (node);
  block->key = g_strdup (zp_node_get_id (node));
  block->help = g_strdup (zp_node_get_text (node, "help"));
  block->basis = g_strdup (zp_node_get_text (node, "basis"));
  block->columns = g_ptr_array_new_with_free_func (g_free);
  block->column_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_phrase_unref);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_row_def_free);
  block->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_cell_def_free);
  block->key_column = -1;
  block->owner_column = -1;

  return block;
}

static void
add_row (BlockReader *self, const ZpNode *node)
{
  ZpRowDef *row = g_new0 (ZpRowDef, 1);

  row->key = g_strdup (zp_node_get_text (node, "key"));
  row->help = g_strdup (zp_node_get_text (node, "help"));
  row->is_private = zp_node_get_flag (node, "private", FALSE);
  g_ptr_array_add (self->block->rows, row);
}

static void
read_keys (BlockReader *self)
{
  for (guint i = 0; i < zp_node_count (self->columns); i++)
    g_ptr_array_add (self->block->columns,
                     g_strdup (zp_node_get_text (zp_node_get_child (self->columns, i), "key")));

  if (self->block->kind == ZP_BLOCK_FIELDS)
    add_row (self, NULL);
  for (guint i = 0; i < zp_node_count (self->rows); i++)
    add_row (self, zp_node_get_child (self->rows, i));
}

static void
add_source (
  BlockReader *self, ZpCellDef *def, const ZpNode *node, const ZpNode *part, const ZpNode *row)
{
  ZpCellSource *source = g_new0 (ZpCellSource, 1);

  source->def = def;
  source->node = node;
  source->part = part;
  source->row = row;
  g_ptr_array_add (self->loader->sources, source);
  self->loader->n_cells++;
}

static gboolean
stands_in_row (const ZpNode *column, const ZpNode *row)
{
  const ZpNode *rows = zp_node_get (column, "rows");

  if (rows == NULL)
    return TRUE;

  for (guint i = 0; i < zp_node_count (rows); i++)
    if (g_strcmp0 (zp_node_text (zp_node_get_child (rows, i)), zp_node_get_text (row, "key")) == 0)
      return TRUE;

  return FALSE;
}

/* The definition of a column, with what differs in one cell laid over it. */
static const ZpNode *
lay_part_over (BlockReader *self, const ZpNode *column, const ZpNode *part)
{
  ZpNode *cell;

  if (part == NULL)
    return column;

  cell = zp_merge_cell (&self->loader->merge, column, part);
  g_ptr_array_add (self->loader->own_nodes, cell);

  return cell;
}

static ZpCellDef *
read_cell (BlockReader *self, const ZpNode *node, const ZpNode *part, const ZpNode *row)
{
  g_autofree char *where = part != NULL
                             ? g_strdup_printf (_ ("cell “%s.%s”"), self->block->key, part->key)
                             : zp_object_describe (node, self->column_kind, self->block->key);
  const ZpCellPlace place = { self->block, self->node, row, node, where };

  return zp_loader_read_cell (self->loader, &place);
}

static const ZpNode *
find_part (const BlockReader *self, const ZpNode *column, const ZpNode *row)
{
  g_autofree char *name = NULL;

  if (row == NULL)
    return NULL;

  name = g_strconcat (zp_node_get_text (row, "key"), ".", zp_node_get_text (column, "key"), NULL);

  return zp_node_get (self->cells, name);
}

/* NULL where there is no such cell. */
static ZpCellDef *
make_cell (BlockReader *self, guint row_number, guint column_number)
{
  const ZpNode *column = zp_node_get_child (self->columns, column_number);
  const ZpNode *row = zp_node_get_child (self->rows, row_number);
  const ZpNode *part = find_part (self, column, row);
  const ZpNode *node;
  ZpCellDef *def;

  if (zp_node_is (part, ZP_JSON_NULL) || !stands_in_row (column, row))
    return NULL;

  node = lay_part_over (self, column, part);
  def = read_cell (self, node, part, row);
  def->cell = zp_cell (self->block->index, (int) row_number, (int) column_number);
  def->every_row = self->block->kind == ZP_BLOCK_TABLE;
  add_source (self, def, node, part, row);

  return def;
}

static void
read_cells (BlockReader *self)
{
  guint n_rows = self->block->kind == ZP_BLOCK_TABLE ? 1 : self->block->rows->len;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < self->block->columns->len; column++)
      g_ptr_array_add (self->block->cells, make_cell (self, row, column));
}

static void
report_unknown (BlockReader *self, const ZpNode *at, const char *where, const char *key)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", self->block->key, key);

  zp_loader_fail_missing (self->loader, at, id, zp_block_find_nearest (self->block, key),
                          _ ("%s: no row or column “%s” in “%s”"), where, key, self->block->key);
}

static void
check_column_rows (BlockReader *self, const ZpNode *column)
{
  const ZpNode *rows = zp_node_get (column, "rows");
  g_autofree char *where = zp_object_describe (column, self->column_kind, self->block->key);

  for (guint i = 0; i < zp_node_count (rows); i++)
    {
      const ZpNode *row = zp_node_get_child (rows, i);

      if (zp_block_find_row (self->block, zp_node_text (row)) == -2)
        report_unknown (self, row, where, zp_node_text (row));
    }
}

/* What a parent says of a cell goes with its row or column. */
static gboolean
is_dropped (const BlockReader *self, const char *key)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", self->block->key, key);

  return g_hash_table_contains (self->loader->merge.dropped, id);
}

static void
check_cell_name (BlockReader *self, const ZpNode *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell->key, ".", 3);
  g_autofree char *where = g_strdup_printf (_ ("cell “%s.%s”"), self->block->key, cell->key);

  if (g_strv_length (parts) != 2)
    zp_loader_fail (self->loader, cell, _ ("%s: a cell is named “row.column”"), where);
  else if (zp_block_find_row (self->block, parts[0]) == -2 && !is_dropped (self, parts[0]))
    report_unknown (self, cell, where, parts[0]);
  else if (zp_block_find_column (self->block, parts[1]) < 0 && !is_dropped (self, parts[1]))
    report_unknown (self, cell, where, parts[1]);
}

static void
check_grid_names (BlockReader *self)
{
  for (guint i = 0; i < zp_node_count (self->columns); i++)
    check_column_rows (self, zp_node_get_child (self->columns, i));
  for (guint i = 0; i < zp_node_count (self->cells); i++)
    check_cell_name (self, zp_node_get_child (self->cells, i));
}

static void
read_block (ZpLoader *self, const ZpNode *node)
{
  ZpBlock *block = block_new (node, self->pack->blocks->len);
  gboolean is_fields = block->kind == ZP_BLOCK_FIELDS;
  BlockReader reader = {
    .loader = self,
    .block = block,
    .node = node,
    .columns = zp_node_get (node, is_fields ? "items" : "columns"),
    .rows = block->kind == ZP_BLOCK_GRID ? zp_node_get (node, "rows") : NULL,
    .cells = zp_node_get (node, "cells"),
    .column_kind = is_fields ? ZP_OBJECT_ITEM : ZP_OBJECT_COLUMN,
  };

  g_ptr_array_add (self->pack->blocks, block);
  g_ptr_array_add (self->block_nodes, (gpointer) node);
  if (zp_loader_claim (self, node))
    g_hash_table_insert (self->pack->blocks_by_key, block->key, block);

  read_keys (&reader);
  check_grid_names (&reader);
  read_cells (&reader);
}

/**
 * zp_loader_read_blocks: reads the blocks with their cells, as far as they stand for themselves.
 */
void
zp_loader_read_blocks (ZpLoader *self)
{
  const ZpNode *blocks = zp_node_get (self->layer->content, "blocks");
  guint n_layouts = zp_node_count (zp_node_get (self->layer->content, "layouts"));

  if (zp_node_count (blocks) + n_layouts > ZP_PACK_MAX_BLOCKS)
    zp_loader_fail (self, blocks != NULL ? blocks : self->layer->pack,
                    _ ("%u blocks and layouts are more than the %d allowed"),
                    zp_node_count (blocks) + n_layouts, ZP_PACK_MAX_BLOCKS);

  for (guint i = 0; i < zp_node_count (blocks) && self->n_cells <= ZP_PACK_MAX_CELLS; i++)
    read_block (self, zp_node_get_child (blocks, i));

  if (self->n_cells > ZP_PACK_MAX_CELLS)
    zp_loader_fail (self, blocks, _ ("more than the %d cells allowed"), ZP_PACK_MAX_CELLS);
}
