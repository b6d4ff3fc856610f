/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a reviewer may type into the sheet 数据. */
#include "document/zp-book-rules.h"

/* Of a year. */
#define FIRST_YEAR 1949
#define LAST_YEAR 2100

static gboolean
is_limited (const ZpCellDef *def)
{
  switch (def->kind)
    {
    case ZP_KIND_MONEY:
    case ZP_KIND_NUMBER:
    case ZP_KIND_PERCENT:
    case ZP_KIND_SCORE:
    case ZP_KIND_YEAR:
      return TRUE;
    case ZP_KIND_CHOICE:
      return !def->open && !def->many && def->options != NULL;
    case ZP_KIND_MIXED:
    case ZP_KIND_DATE:
    case ZP_KIND_TEXT:
    case ZP_KIND_REF:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* As it stands on the sheet, where a per cent is a fraction. */
static ZpDecimal
limit_of (const ZpCellDef *def, ZpDecimal limit)
{
  ZpDecimal result = limit;

  if (def->kind == ZP_KIND_PERCENT)
    zp_rational_to_decimal (zp_rational_scale (limit, 1, 100), ZP_DECIMAL_PLACES, &result);
  return result;
}

static void
set_limits (ZpBookRule *rule, const ZpCellDef *def)
{
  if (def->kind == ZP_KIND_CHOICE)
    {
      rule->options = g_strdupv (def->options);
      return;
    }
  if (def->kind == ZP_KIND_YEAR)
    {
      rule->min = zp_decimal_from_int (FIRST_YEAR);
      rule->max = zp_decimal_from_int (LAST_YEAR);
    }
  if (def->has_min)
    rule->min = limit_of (def, def->min);
  if (def->has_max)
    rule->max = limit_of (def, def->max);
}

static void
add_rule (const ZpDataSheet *data, ZpBookSheet *sheet, const ZpCellDef *def, int n_rows)
{
  ZpCell cell = def != NULL ? def->cell : (ZpCell){ 0 };
  int row;
  int column;

  if (def == NULL || def->entry != ZP_ENTRY_TYPED || !is_limited (def) || n_rows == 0 ||
      zp_doc_scope_is_hidden (data->scope, cell) || !zp_data_sheet_find (data, cell, &row, &column))
    return;

  set_limits (zp_book_sheet_add_rule (sheet, row, row + n_rows - 1, column), def);
}

/**
 * zp_book_add_rules:
 * @sheet: the sheet 数据
 *
 * Says of every cell that the clerk types what fits into it: a number between its limits, or one of
 * its words. All rows of a table have one rule.
 */
void
zp_book_add_rules (const ZpDataSheet *data, ZpBookSheet *sheet)
{
  const GPtrArray *blocks = data->scope->pack->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const ZpBlock *block = g_ptr_array_index (blocks, i);
      int n_rows =
        block->kind == ZP_BLOCK_TABLE ? zp_data_sheet_get_place (data, (int) i)->n_rows : 1;

      for (guint k = 0; k < block->cells->len; k++)
        add_rule (data, sheet, g_ptr_array_index (block->cells, k), n_rows);
    }
}
