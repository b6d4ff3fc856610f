/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of cells, and labels of columns and items with the unit their figures stand in. */
#include "document/zp-doc-label.h"

#include "document/zp-doc-render.h"

/** zp_doc_block_is_text: whether a cell holds words and never a figure; FALSE for %NULL. */
gboolean
zp_doc_block_is_text (const ZpCellDef *def)
{
  return def != NULL &&
         (def->kind == ZP_KIND_TEXT || def->kind == ZP_KIND_CHOICE || def->kind == ZP_KIND_REF);
}

/**
 * zp_doc_block_column:
 *
 * Returns: (nullable): a definition that tells unit and kind of a column: its first cell
 */
const ZpCellDef *
zp_doc_block_column (const ZpBlock *block, int column)
{
  int n_rows = MAX ((int) block->rows->len, 1);

  for (int row = 0; row < n_rows; row++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, row, column);

      if (def != NULL)
        return def;
    }
  return NULL;
}

static gboolean
has_printed_unit (const ZpCellDef *def)
{
  return def != NULL && !zp_doc_block_is_text (def) && def->kind != ZP_KIND_DATE &&
         def->kind != ZP_KIND_YEAR && def->kind != ZP_KIND_PERCENT && *def->unit.label != '\0';
}

/** zp_doc_block_is_uniform: whether all cells of a column stand in one unit. */
gboolean
zp_doc_block_is_uniform (const ZpBlock *block, int column)
{
  const ZpCellDef *first = zp_doc_block_column (block, column);

  for (guint row = 0; row < block->rows->len; row++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, (int) row, column);

      if (def != NULL && (has_printed_unit (def) != has_printed_unit (first) ||
                          g_strcmp0 (def->unit.label, first->unit.label) != 0))
        return FALSE;
    }
  return TRUE;
}

/** zp_doc_add_unit: (transfer full): 金额（万元）; the text alone for "". */
char *
zp_doc_add_unit (const char *text, const char *unit)
{
  return *unit != '\0' ? g_strdup_printf ("%s（%s）", text, unit) : g_strdup (text);
}

static char *
add_unit (const ZpDocScope *scope, const ZpPhrase *label, const ZpCellDef *def)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);
  g_autofree char *text = zp_doc_render_text (scope, &eval, label);

  return zp_doc_add_unit (text, has_printed_unit (def) ? def->unit.label : "");
}

/** zp_doc_block_item_head: (transfer full): label of a field with its unit: 金额（万元）. */
char *
zp_doc_block_item_head (const ZpDocScope *scope, const ZpCellDef *def)
{
  return add_unit (scope, def->label, def);
}

/**
 * zp_doc_block_column_head:
 *
 * Returns: (transfer full): label of a column with the unit its figures stand in: 实际支出（万元）;
 *   without unit where the rows of a grid are of different units
 */
char *
zp_doc_block_column_head (const ZpDocScope *scope, const ZpBlock *block, int column)
{
  const ZpCellDef *def =
    zp_doc_block_is_uniform (block, column) ? zp_doc_block_column (block, column) : NULL;

  return add_unit (scope, g_ptr_array_index (block->column_labels, column), def);
}

/**
 * zp_doc_block_row_head:
 *
 * Returns: (transfer full): label of a row of a grid; with the unit of its figures where its
 * columns cannot say that
 */
char *
zp_doc_block_row_head (const ZpDocScope *scope, const ZpBlock *block, int row)
{
  const ZpRowDef *def = g_ptr_array_index (block->rows, row);
  const ZpCellDef *odd = NULL;

  for (guint column = 0; column < zp_block_count_columns (block) && odd == NULL; column++)
    if (!zp_doc_block_is_uniform (block, (int) column))
      odd = zp_block_get_cell (block, row, (int) column);
  return add_unit (scope, def->label, odd);
}

/* (nullable): what names a row of a table. */
static const char *
get_row_key (const ZpDocScope *scope, const ZpBlock *block, int row)
{
  ZpCell key = zp_cell (block->index, row, block->key_column);
  const ZpCellValue *value = NULL;

  if (row < 0 || block->key_column < 0 || zp_doc_scope_is_hidden (scope, key))
    return NULL;
  value = zp_report_get_value (scope->report, key);
  return value != NULL ? zp_cell_value_in_force (value)->text : NULL;
}

static char *
name_column (const ZpScope *inner, ZpCell cell)
{
  return inner->name (inner, zp_cell (cell.block, ZP_ROW_EVERY, cell.column));
}

static char *
name_in_row (const ZpScope *inner, ZpCell cell, const char *key)
{
  g_autofree char *column = name_column (inner, cell);

  return g_strconcat (key, column, NULL);
}

static char *
name_in_table (const ZpDocScope *scope, const ZpScope *inner, ZpCell cell)
{
  g_autofree char *table = inner->name (inner, zp_cell (cell.block, ZP_ROW_EVERY, ZP_COLUMN_LABEL));
  g_autofree char *number = g_strdup_printf ("%d", cell.row + 1);
  g_autofree char *column = name_column (inner, cell);

  if (cell.row == ZP_ROW_TOTAL)
    return zp_pack_fill_word (scope->pack, ZP_WORD_IN_TOTAL,
                              (const char *[]){ table, column, NULL });
  return zp_pack_fill_word (scope->pack, ZP_WORD_IN_ROW,
                            (const char *[]){ table, number, column, NULL });
}

/**
 * zp_doc_cell_name:
 * @cell: a cell, or a column over all rows
 *
 * As zp_report_get_label(), but a row without a key and the total row of a table are called in the
 * words of the pack, with the table in front, whatever language the program runs in.
 *
 * Returns: (transfer full): the cell in words
 */
char *
zp_doc_cell_name (const ZpDocScope *scope, ZpCell cell)
{
  const ZpScope *inner = zp_report_get_scope (scope->report);
  const ZpBlock *block = zp_pack_get_block (scope->pack, cell.block);
  const char *key = NULL;

  if (block->kind != ZP_BLOCK_TABLE || cell.row == ZP_ROW_EVERY)
    return inner->name (inner, cell);

  key = get_row_key (scope, block, cell.row);
  if (key != NULL)
    return name_in_row (inner, cell, key);
  return name_in_table (scope, inner, cell);
}
