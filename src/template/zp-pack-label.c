/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what blocks, rows, columns and cells are called. */
#include "template/zp-pack-loader-private.h"

/* The label of an object; its id where it has none that can be read. */
static ZpPhrase *
read_label (ZpLoader *self, const ZpNode *object, guint kinds, const char *parent_id)
{
  const ZpBindContext context = zp_loader_context (self);
  g_autofree char *where = zp_object_describe (object, kinds, parent_id);
  ZpPhrase *label = zp_loader_read_phrase (self, zp_node_get (object, "label"), where, &context);

  return label != NULL ? label : zp_phrase_parse (zp_node_get_id (object), NULL);
}

static void
lint_help (ZpLoader *self, const ZpNode *object, guint kinds, const char *parent_id)
{
  const ZpNode *help = zp_node_get (object, "help");
  g_autofree char *where = zp_object_describe (object, kinds, parent_id);

  if (help != NULL)
    zp_lint_text (self, help, where, zp_node_text (help));
}

static void
read_columns (ZpLoader *self, ZpBlock *block, const ZpNode *node)
{
  gboolean is_fields = block->kind == ZP_BLOCK_FIELDS;
  guint kind = is_fields ? ZP_OBJECT_ITEM : ZP_OBJECT_COLUMN;
  const ZpNode *columns = zp_node_get (node, is_fields ? "items" : "columns");

  for (guint i = 0; i < zp_node_count (columns); i++)
    {
      const ZpNode *column = zp_node_get_child (columns, i);

      g_ptr_array_add (block->column_labels, read_label (self, column, kind, block->key));
      lint_help (self, column, kind, block->key);
    }
}

/* The one row of a group of fields is called like the group. */
static void
read_rows (ZpLoader *self, ZpBlock *block, const ZpNode *node)
{
  const ZpNode *rows = zp_node_get (node, "rows");

  for (guint i = 0; i < block->rows->len; i++)
    {
      ZpRowDef *row = block->rows->pdata[i];

      if (row->key == NULL)
        row->label = zp_phrase_ref (block->label);
      else
        row->label = read_label (self, zp_node_get_child (rows, i), ZP_OBJECT_ROW, block->key);
      lint_help (self, zp_node_get_child (rows, i), ZP_OBJECT_ROW, block->key);
    }
}

static void
read_cell_label (ZpLoader *self, const ZpCellSource *source)
{
  const ZpBindContext context = zp_loader_context (self);
  const ZpBlock *block = zp_pack_get_block (self->pack, source->def->cell.block);
  const ZpNode *own = zp_node_get (source->part, "label");
  g_autofree char *id = zp_cell_def_format_id (self->pack, source->def);

  if (own != NULL)
    source->def->label = zp_loader_read_phrase (self, own, id, &context);
  if (source->def->label == NULL)
    source->def->label = zp_phrase_ref (block->column_labels->pdata[source->def->cell.column]);
}

/**
 * zp_loader_read_labels: reads the labels of blocks, rows, columns and cells. A cell without one of
 * its own shares that of its column.
 */
void
zp_loader_read_labels (ZpLoader *self)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      ZpBlock *block = self->pack->blocks->pdata[i];
      const ZpNode *node = self->block_nodes->pdata[i];
      const guint kinds = ZP_OBJECT_FIELDS | ZP_OBJECT_GRID | ZP_OBJECT_TABLE;

      block->label = read_label (self, node, kinds, NULL);
      lint_help (self, node, kinds, NULL);
      read_columns (self, block, node);
      read_rows (self, block, node);
    }

  for (guint i = 0; i < self->sources->len; i++)
    read_cell_label (self, self->sources->pdata[i]);
}
