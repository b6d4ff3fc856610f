/* SPDX-License-Identifier: GPL-3.0-or-later
 * Settles what blocks and cells name: keys, total rows, refs, units of mixed cells, first rows. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-names-private.h"

static char *
describe (const ZpLoader *self, const ZpCellDef *def)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, def->cell.block);
  g_autofree char *id = zp_cell_def_format_id (self->pack, def);

  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup_printf (_ ("field “%s”"), id);

  return g_strdup_printf (block->kind == ZP_BLOCK_TABLE ? _ ("column “%s”") : _ ("cell “%s”"), id);
}

/* Number of a column that @name names, or -1 with the fault noted. */
static int
find_column (ZpLoader *self, const ZpBlock *block, const ZpNode *name, const char *what)
{
  const char *key = zp_node_text (name);
  int column = zp_block_find_column (block, key);
  g_autofree char *id = g_strdup_printf ("%s.%s", block->key, key);

  if (column < 0)
    zp_loader_fail_missing (self, name, id, zp_block_find_nearest (block, key),
                            _ ("“%s”: “%s”: no column “%s”"), block->key, what, key);

  return column;
}

static void
link_key (ZpLoader *self, ZpBlock *block, const ZpNode *node)
{
  const ZpNode *key = zp_node_get (node, "key");
  const ZpCellDef *def;

  if (key == NULL)
    return;

  block->key_column = find_column (self, block, key, "key");
  def = zp_block_get_cell (block, 0, block->key_column);
  if (def == NULL)
    return;
  if (def->type.sort != ZP_SORT_TEXT)
    zp_loader_fail (self, key,
                    _ ("table “%s”: the key column “%s” is %s; rows are named by a text"),
                    block->key, def->key, zp_type_describe (&def->type));
  g_hash_table_add (self->used, (gpointer) def);
}

/* The kinds that can be summed over rows; a percentage needs its own formula. */
static gboolean
has_total (ZpLoader *self, const ZpCellSource *source, const ZpNode *name)
{
  const ZpCellDef *def = source->def;

  if (def->kind == ZP_KIND_MONEY || def->kind == ZP_KIND_NUMBER || def->kind == ZP_KIND_SCORE)
    return TRUE;
  if (def->kind == ZP_KIND_PERCENT && zp_node_get (source->node, "formula") != NULL)
    return TRUE;

  if (def->kind == ZP_KIND_PERCENT)
    zp_loader_fail (self, name,
                    _ ("“total”: column “%s” is a percentage without a formula and cannot be "
                       "summed; give it a formula or take it out"),
                    def->key);
  else
    zp_loader_fail (self, name, _ ("“total”: column “%s” is of kind %s and cannot be summed"),
                    def->key, zp_kind_words[def->kind]);

  return FALSE;
}

static ZpCellDef *
make_total (const ZpCellDef *column)
{
  ZpCellDef *def = g_new0 (ZpCellDef, 1);

  *def = *column;
  def->cell.row = ZP_ROW_TOTAL;
  def->every_row = FALSE;
  def->key = g_strdup (column->key);
  def->options = NULL;
  def->help = g_strdup (column->help);
  def->source = g_strdup (column->source);
  def->basis = g_strdup (column->basis);
  def->group = g_strdup (column->group);
  def->required = FALSE;
  def->has_min = FALSE;
  def->has_max = FALSE;
  def->readers = g_array_new (FALSE, FALSE, sizeof (int));

  return def;
}

static ZpCellSource *
find_source (const ZpLoader *self, const ZpCellDef *def)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      ZpCellSource *source = self->sources->pdata[i];

      if (source->def == def)
        return source;
    }

  return NULL;
}

static void
add_total (ZpLoader *self, ZpBlock *block, const ZpNode *name)
{
  int column = find_column (self, block, name, "total");
  const ZpCellSource *source =
    column >= 0 ? find_source (self, zp_block_get_cell (block, 0, column)) : NULL;
  ZpCellSource *total;

  if (source == NULL || block->totals->pdata[column] != NULL || !has_total (self, source, name))
    return;

  total = g_new0 (ZpCellSource, 1);
  total->def = make_total (source->def);
  total->node = source->node;
  block->totals->pdata[column] = total->def;
  g_ptr_array_add (self->sources, total);
  self->n_cells++;
}

static void
link_totals (ZpLoader *self, ZpBlock *block, const ZpNode *node)
{
  const ZpNode *total = zp_node_get (node, "total");

  if (zp_node_count (total) == 0)
    return;

  block->totals = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_cell_def_free);
  g_ptr_array_set_size (block->totals, (int) block->columns->len);
  for (guint i = 0; i < zp_node_count (total); i++)
    add_total (self, block, zp_node_get_child (total, i));
}

static void
check_start_value (ZpLoader *self, const ZpBlock *block, const ZpNode *value)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", block->key, value->key);

  if (zp_block_find_column (block, value->key) < 0)
    zp_loader_fail_missing (self, value, id, zp_block_find_nearest (block, value->key),
                            _ ("“%s”: “start”: no column “%s”"), block->key, value->key);
  else if (value->children != NULL)
    zp_loader_fail (self, value, _ ("“%s”: “start”: “%s” is %s; a text or a number is expected"),
                    block->key, value->key, zp_json_kind_name (value->json->kind));
}

static void
link_start (ZpLoader *self, ZpBlock *block, const ZpNode *node)
{
  const ZpNode *start = zp_node_get (node, "start");

  block->start = start != NULL ? start->json : NULL;
  for (guint i = 0; i < zp_node_count (start); i++)
    for (guint j = 0; j < zp_node_count (zp_node_get_child (start, i)); j++)
      check_start_value (self, block, zp_node_get_child (zp_node_get_child (start, i), j));

  block->min_rows = zp_node_get_int (node, "min", 0);
  block->max_rows = zp_node_get_int (node, "max", 0);
  if (block->min_rows < 0 || block->max_rows < 0 ||
      (block->max_rows > 0 && block->min_rows > block->max_rows))
    zp_loader_fail (self, node,
                    _ ("table “%s”: “min” and “max” are numbers of rows, the smaller "
                       "first"),
                    block->key);
}

static void
link_ref (ZpLoader *self, ZpCellDef *def, const ZpNode *node)
{
  const ZpNode *to = zp_node_get (node, "to");
  g_autofree char *where = describe (self, def);
  g_autofree char *key = NULL;
  const ZpBlock *block;

  if (to == NULL)
    {
      zp_loader_fail (self, node, _ ("%s: a ref needs “to”, the table it refers to"), where);
      return;
    }

  key = g_strdup (zp_node_text (to));
  if (def->to_number)
    key[strlen (key) - strlen (".#")] = '\0';
  block = zp_pack_find_block (self->pack, key);
  if (block == NULL || block->kind != ZP_BLOCK_TABLE)
    {
      zp_loader_fail_missing (self, to, key, zp_pack_find_nearest_block (self->pack, key),
                              _ ("%s: “to”: no table “%s”"), where, key);
      return;
    }

  def->to_block = block->index;
  if (!def->to_number && zp_node_get (self->block_nodes->pdata[block->index], "key") == NULL)
    zp_loader_fail (self, to,
                    _ ("%s: table “%s” has no “key” to refer to; give it one, or refer to the "
                       "number of the row: “%s.#”"),
                    where, key, key);
}

static void
link_measure (ZpLoader *self, ZpCellDef *def, const ZpNode *node)
{
  const ZpNode *measure = zp_node_get (node, "measure");
  const ZpBlock *block = zp_pack_get_block (self->pack, def->cell.block);
  const ZpCellDef *unit;

  if (measure == NULL)
    return;

  def->measure = find_column (self, block, measure, "measure");
  unit = zp_block_get_cell (block, def->cell.row, def->measure);
  if (unit == NULL)
    return;
  if (unit->type.sort != ZP_SORT_TEXT)
    zp_loader_fail (self, measure, _ ("“%s”: “measure”: column “%s” is %s; a unit is a text"),
                    block->key, unit->key, zp_type_describe (&unit->type));
  g_hash_table_add (self->used, (gpointer) unit);
}

static void
link_owner (ZpLoader *self, const ZpCellDef *def, const ZpNode *node)
{
  ZpBlock *block = self->pack->blocks->pdata[def->cell.block];

  if (!def->owner)
    return;
  if (block->kind != ZP_BLOCK_TABLE || block->owner_column >= 0 || def->to_block == def->cell.block)
    {
      zp_loader_fail (self, node,
                      _ ("“%s”: “owner” is for one ref column of a table, to another table"),
                      block->key);
      return;
    }

  block->owner_column = def->cell.column;
  g_hash_table_add (self->used, (gpointer) def);
}

static void
link_cell (ZpLoader *self, const ZpCellSource *source)
{
  if (source->def->kind == ZP_KIND_REF)
    link_ref (self, source->def, source->node);
  if (source->def->kind == ZP_KIND_MIXED)
    link_measure (self, source->def, source->node);
  link_owner (self, source->def, source->node);
}

/**
 * zp_loader_link_blocks: settles what names other blocks and columns, and makes the total rows.
 */
void
zp_loader_link_blocks (ZpLoader *self)
{
  guint n_cells = self->sources->len;

  for (guint i = 0; i < n_cells; i++)
    link_cell (self, self->sources->pdata[i]);

  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      ZpBlock *block = self->pack->blocks->pdata[i];
      const ZpNode *node = self->block_nodes->pdata[i];

      if (block->kind != ZP_BLOCK_TABLE)
        continue;
      link_key (self, block, node);
      link_totals (self, block, node);
      link_start (self, block, node);
    }
}
