/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the formulas of cells, rows and total rows and binds each where it stands. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
describe (const ZpLoader *self, const ZpCellSource *source)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, source->def->cell.block);
  g_autofree char *id = zp_cell_def_format_id (self->pack, source->def);

  if (source->def->cell.row == ZP_ROW_TOTAL)
    return g_strdup_printf (_ ("total “%s”"), id);
  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup_printf (_ ("field “%s”"), id);
  if (source->part != NULL)
    return g_strdup_printf (_ ("cell “%s”"), id);

  return g_strdup_printf (_ ("column “%s.%s”"), block->key, source->def->key);
}

static gboolean
names_block (const ZpExpr *formula, const char *block)
{
  gsize length = strlen (block);
  gboolean has_name = formula->text != NULL && formula->kind != ZP_EXPR_TEXT;

  if (has_name && g_str_has_prefix (formula->text, block) &&
      (formula->text[length] == '\0' || formula->text[length] == '.'))
    return TRUE;

  for (guint i = 0; i < formula->n_args; i++)
    if (formula->args[i] != NULL && names_block (formula->args[i], block))
      return TRUE;

  return FALSE;
}

static void
check_copied (ZpLoader *self, const ZpExpr *formula, const ZpNode *node, const char *where)
{
  if (node->copied_from != NULL && names_block (formula, node->copied_from))
    zp_loader_fail (
      self, node, _ ("%s: %s “%s” was copied and names “%s” itself; give it again for this block"),
      where, node->key, zp_node_text (node), node->copied_from);
}

static gboolean
is_option (const ZpExpr *formula, const ZpCellDef *def)
{
  return formula->kind != ZP_EXPR_TEXT || def->type.options == NULL || def->type.open ||
         g_strv_contains (def->type.options, formula->text);
}

static void
check_result (ZpLoader *self,
              const ZpExpr *formula,
              const ZpNode *node,
              const char *where,
              const ZpCellDef *def)
{
  if (!zp_type_fits (&formula->type, &def->type))
    zp_loader_fail (self, node, _ ("%s: %s “%s” gives %s, but the cell is %s"), where, node->key,
                    zp_node_text (node), zp_type_describe (&formula->type),
                    zp_type_describe (&def->type));
  else if (!is_option (formula, def))
    zp_loader_fail (self, node, _ ("%s: %s “%s” is not among the options"), where, node->key,
                    zp_node_text (node));
}

/* @column in the formula is the cell of the same row. */
static ZpBindContext
row_context (const ZpLoader *self, const ZpCellDef *def)
{
  ZpBindContext context = zp_loader_context (self);

  context.blocks[0] = def->cell.block;
  context.n_blocks = 1;
  context.row = def->every_row ? -2 : def->cell.row;

  return context;
}

static ZpExpr *
read_own (ZpLoader *self, const ZpCellSource *source, const ZpNode *node, gboolean is_default)
{
  ZpBindContext context = row_context (self, source->def);
  g_autofree char *where = describe (self, source);
  g_autoptr (ZpExpr) formula = zp_loader_parse_formula (self, node, where);

  context.allow_prior = is_default;
  if (formula == NULL)
    return NULL;

  check_copied (self, formula, node, where);
  if (!zp_loader_bind_formula (self, formula, node, where, &context))
    return NULL;
  check_result (self, formula, node, where, source->def);

  return g_steal_pointer (&formula);
}

static gboolean
is_bare_name (const ZpExpr *node)
{
  return node->kind == ZP_EXPR_REF && *node->text != '@' && strchr (node->text, '.') == NULL;
}

static gboolean
exists_in_column (const ZpBlock *block, const ZpExpr *name, int column)
{
  int row = zp_block_find_row (block, name->text);

  /* An unknown row is told when the formula is bound. */
  return row == -2 || zp_block_get_cell (block, row, column) != NULL;
}

/* Rows that have no cell in this column are missing there: a sum passes over them, anything else
 * has no value. Takes @formula; gives what is left of it, or NULL. */
static ZpExpr *
prune (ZpExpr *formula, const ZpBlock *block, int column)
{
  gboolean is_sum = formula->kind == ZP_EXPR_ADD;
  g_autoptr (ZpExpr) owned = formula;
  ZpExpr *rest = NULL;

  if (is_bare_name (formula))
    return exists_in_column (block, formula, column) ? g_steal_pointer (&owned) : NULL;

  for (guint i = 0; i < formula->n_args; i++)
    {
      if (formula->args[i] == NULL)
        continue;
      formula->args[i] = prune (formula->args[i], block, column);
      if (formula->args[i] == NULL && !is_sum)
        return NULL;
      rest = formula->args[i] != NULL ? formula->args[i] : rest;
    }

  if (!is_sum || (formula->args[0] != NULL && formula->args[1] != NULL))
    return g_steal_pointer (&owned);

  return rest != NULL ? zp_expr_ref (rest) : NULL;
}

/* Row formulas add up amounts, counts and points and pass over the rest. */
static ZpExpr *
read_row_formula (ZpLoader *self, const ZpCellSource *source)
{
  const ZpNode *node = zp_node_get (source->row, "formula");
  const ZpCellDef *def = source->def;
  const ZpBlock *block = zp_pack_get_block (self->pack, def->cell.block);
  ZpBindContext context = zp_loader_context (self);
  g_autofree char *where = NULL;
  g_autoptr (ZpExpr) formula = NULL;

  if (node == NULL ||
      (def->kind != ZP_KIND_MONEY && def->kind != ZP_KIND_NUMBER && def->kind != ZP_KIND_SCORE))
    return NULL;

  where = zp_object_describe (source->row, ZP_OBJECT_ROW, block->key);
  formula = zp_loader_parse_formula (self, node, where);
  if (formula != NULL)
    check_copied (self, formula, node, where);
  if (formula != NULL)
    formula = prune (g_steal_pointer (&formula), block, def->cell.column);

  context.bare_block = def->cell.block;
  context.bare_column = def->cell.column;
  if (formula == NULL || !zp_loader_bind_formula (self, formula, node, where, &context))
    return NULL;
  check_result (self, formula, node, where, def);

  return g_steal_pointer (&formula);
}

typedef struct
{
  ZpLoader *loader;
  const ZpCellSource *source;
  const ZpNode *node;
} TotalCheck;

static void
check_total_ref (const ZpExpr *ref, gpointer user_data)
{
  const TotalCheck *check = user_data;
  g_autofree char *where = describe (check->loader, check->source);

  if (ref->ref != ZP_REF_CELL || ref->cell.column < 0 ||
      zp_pack_get_cell (check->loader->pack, ref->cell) != NULL)
    return;

  zp_loader_fail (check->loader, check->node,
                  _ ("%s: formula “%s”: the total row has no “%s”; add that column to “total”"),
                  where, zp_node_text (check->node), ref->text);
}

/* Percentages by their own formula over the totals, everything else as the sum of the rows. */
static void
read_total (ZpLoader *self, ZpCellSource *source)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, source->def->cell.block);
  const ZpBindContext context = zp_loader_context (self);
  TotalCheck check = { self, source, zp_node_get (source->node, "formula") };
  ZpCellDef *def = source->def;
  g_autofree char *sum = g_strdup_printf ("sum(%s.%s)", block->key, def->key);

  def->entry = ZP_ENTRY_COMPUTED;
  if (def->kind == ZP_KIND_PERCENT)
    {
      def->formula = read_own (self, source, check.node, FALSE);
      if (def->formula != NULL)
        zp_expr_foreach_ref (def->formula, check_total_ref, &check);
      return;
    }

  def->formula = zp_expr_parse (sum, NULL);
  source->by_row = TRUE;
  if (!zp_expr_bind (def->formula, &context, NULL))
    g_clear_pointer (&def->formula, zp_expr_unref);
}

static void
read_formulas (ZpLoader *self, ZpCellSource *source)
{
  const ZpNode *own = zp_node_get (source->node, "formula");
  const ZpNode *usual = zp_node_get (source->node, "default");
  ZpCellDef *def = source->def;
  g_autoptr (ZpExpr) by_row = read_row_formula (self, source);

  if (own != NULL && usual != NULL)
    zp_loader_fail (self, usual, _ ("“%s”: “formula” and “default” exclude each other"), def->key);

  if (own != NULL)
    {
      def->entry = ZP_ENTRY_COMPUTED;
      def->formula = read_own (self, source, own, FALSE);
      def->row_formula = g_steal_pointer (&by_row);
    }
  else if (by_row != NULL && zp_node_get (source->part, "default") == NULL)
    {
      def->entry = ZP_ENTRY_COMPUTED;
      def->formula = g_steal_pointer (&by_row);
      source->by_row = TRUE;
    }
  else if (usual != NULL)
    {
      def->entry = ZP_ENTRY_DEFAULT;
      def->formula = read_own (self, source, usual, TRUE);
      def->row_formula = g_steal_pointer (&by_row);
    }
}

static void
check_row_formula (ZpLoader *self, const ZpBlock *block, const ZpNode *row)
{
  const ZpNode *node = zp_node_get (row, "formula");
  g_autofree char *where = zp_object_describe (row, ZP_OBJECT_ROW, block->key);

  if (node != NULL)
    zp_expr_unref (zp_loader_parse_formula (self, node, where));
}

/* A row formula that no column of its grid makes use of has to follow the grammar all the same. */
static void
check_row_formulas (ZpLoader *self)
{
  for (guint i = 0; i < self->block_nodes->len; i++)
    {
      const ZpNode *rows = zp_node_get (self->block_nodes->pdata[i], "rows");

      for (guint row = 0; row < zp_node_count (rows); row++)
        check_row_formula (self, self->pack->blocks->pdata[i], zp_node_get_child (rows, row));
    }
}

/**
 * zp_loader_read_formulas: reads the formula of every cell. Where a cell has one of its column and
 * one of its row, the column's gives the figure and the row's is kept for a check; one of its own
 * comes before both.
 */
void
zp_loader_read_formulas (ZpLoader *self)
{
  check_row_formulas (self);
  for (guint i = 0; i < self->sources->len; i++)
    {
      ZpCellSource *source = self->sources->pdata[i];

      if (source->def->cell.row == ZP_ROW_TOTAL)
        read_total (self, source);
      else
        read_formulas (self, source);
    }
}
