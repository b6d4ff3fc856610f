/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures and texts of cells as a window shows and says them. */
#include "session/zp-sheet-figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OPEN_FIGURE "__"

/** zp_sheet_figure_is_figure: whether a cell holds figures, which stand at the right. */
gboolean
zp_sheet_figure_is_figure (const ZpCellDef *def)
{
  switch (def->kind)
    {
    case ZP_KIND_MONEY:
    case ZP_KIND_NUMBER:
    case ZP_KIND_PERCENT:
    case ZP_KIND_SCORE:
    case ZP_KIND_MIXED:
    case ZP_KIND_YEAR:
      return TRUE;
    case ZP_KIND_DATE:
    case ZP_KIND_TEXT:
    case ZP_KIND_CHOICE:
    case ZP_KIND_REF:
    default:
      return FALSE;
    }
}

static char *
with_long_minus (char *figure)
{
  char *longer;

  if (figure[0] != '-')
    return figure;
  longer = g_strconcat (ZP_SHEET_MINUS, figure + 1, NULL);
  g_free (figure);
  return longer;
}

/** zp_sheet_figure_show_number: (transfer full): 1,068.96, with a minus of its own width. */
char *
zp_sheet_figure_show_number (ZpDecimal number, int min_places, int max_places)
{
  return with_long_minus (zp_decimal_format (number, min_places, max_places, TRUE));
}

static int
count_places (const char *figure)
{
  const char *point = strchr (figure, '.');

  return point != NULL ? (int) strlen (point + 1) : 0;
}

/**
 * zp_sheet_figure_show_text:
 * @figure: a decimal without separators, or any other text
 *
 * Returns: (transfer full): a decimal as a window shows it, with the places it has; any other text
 * as it is
 */
char *
zp_sheet_figure_show_text (const char *figure)
{
  ZpDecimal number;
  int places;

  if (!zp_decimal_parse (figure, &number, NULL))
    return g_strdup (figure);
  places = MIN (count_places (figure), ZP_DECIMAL_PLACES);
  return zp_sheet_figure_show_number (number, places, places);
}

/**
 * zp_sheet_figure_show:
 *
 * The content as a window shows it, without unit; "" when it is empty. Unlike on paper all figures
 * but years have separators.
 *
 * Returns: (transfer full)
 */
char *
zp_sheet_figure_show (const ZpPack *pack, const ZpCellDef *def, const ZpCellContent *content)
{
  if (content->state != ZP_CONTENT_FIGURE || !zp_sheet_figure_is_figure (def) ||
      def->kind == ZP_KIND_YEAR)
    return zp_cell_content_show (content, def, pack->na, pack->grouping);
  if (content->text != NULL)
    return zp_sheet_figure_show_text (content->text);
  return zp_sheet_figure_show_number (content->number, def->min_places, def->max_places);
}

/**
 * zp_sheet_figure_get_unit:
 *
 * Returns: what stands behind a figure of @cell, "" when nothing does: 万元, %, or what the row of
 * a mixed figure says. Borrowed until the report changes
 */
const char *
zp_sheet_figure_get_unit (ZpReport *report, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  const ZpCellValue *measure;

  if (!zp_sheet_figure_is_figure (def) || def->kind == ZP_KIND_YEAR)
    return "";
  if (def->measure < 0)
    return def->unit.label;
  measure = zp_report_get_value (report, zp_cell (cell.block, cell.row, def->measure));
  if (measure == NULL || zp_cell_value_in_force (measure)->state != ZP_CONTENT_WORDS)
    return "";
  return zp_cell_value_in_force (measure)->text;
}

/** zp_sheet_figure_add_unit: (transfer full): 87.98 %; the figure alone without a unit. */
char *
zp_sheet_figure_add_unit (const char *figure, const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return g_strdup (figure);
  return g_strconcat (figure, " ", unit, NULL);
}

/** zp_sheet_figure_say: (transfer full): the content with its unit; "" when it is empty. */
char *
zp_sheet_figure_say (ZpReport *report, ZpCell cell, const ZpCellContent *content)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_autofree char *shown = zp_sheet_figure_show (pack, zp_pack_get_cell (pack, cell), content);

  if (content->state != ZP_CONTENT_FIGURE)
    return g_steal_pointer (&shown);
  return zp_sheet_figure_add_unit (shown, zp_sheet_figure_get_unit (report, cell));
}

/**
 * zp_sheet_figure_say_difference:
 * @figure: without separators
 *
 * Returns: (transfer full): a difference with its unit; that of two per cents is in percentage
 * points
 */
char *
zp_sheet_figure_say_difference (const char *figure, const char *unit)
{
  g_autofree char *shown = zp_sheet_figure_show_text (figure);

  if (g_strcmp0 (unit, zp_unit_percent ().label) == 0)
    return g_strdup_printf (_ ("%s percentage points"), shown);
  return zp_sheet_figure_add_unit (shown, unit);
}

/**
 * zp_sheet_render_label:
 *
 * Returns: (transfer full): a label of the pack as it reads in this report; a figure in it that is
 * not filled in yet is left open as on a form: __年预算数
 */
char *
zp_sheet_render_label (ZpReport *report, const ZpPhrase *label)
{
  const ZpPack *pack = zp_report_get_pack (report);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpPhraseStyle style = { .na = pack->na, .empty = OPEN_FIGURE };

  return zp_phrase_render_text (label, &eval, &style);
}

static char *
find_key (ZpReport *report, const ZpBlock *block, ZpCell cell)
{
  g_autofree char *key = NULL;

  if (block->key_column < 0 || block->key_column == cell.column)
    return NULL;
  key = zp_report_show (report, zp_cell (cell.block, cell.row, block->key_column));
  return *key != '\0' ? g_steal_pointer (&key) : NULL;
}

static char *
table_row_name (ZpReport *report, const ZpBlock *block, ZpCell cell, gboolean with_number)
{
  g_autofree char *key = NULL;

  if (cell.row == ZP_ROW_TOTAL)
    return g_strdup (zp_pack_get_word (zp_report_get_pack (report), ZP_WORD_TOTAL));
  key = find_key (report, block, cell);
  if (key == NULL)
    return g_strdup_printf (_ ("Row %d"), cell.row + 1);
  return with_number ? g_strdup_printf (_ ("Row %1$d %2$s"), cell.row + 1, key)
                     : g_steal_pointer (&key);
}

/**
 * zp_sheet_get_row_name:
 * @with_number: of a row of a table that has a key: the number before it
 *
 * Returns: (transfer full) (nullable): the row of @cell in words: of a table its key or number;
 * %NULL for a field, which has no row
 */
char *
zp_sheet_get_row_name (ZpReport *report, ZpCell cell, gboolean with_number)
{
  const ZpBlock *block = zp_pack_get_block (zp_report_get_pack (report), cell.block);

  if (block->kind == ZP_BLOCK_FIELDS)
    return NULL;
  if (block->kind == ZP_BLOCK_TABLE)
    return table_row_name (report, block, cell, with_number);
  return zp_sheet_render_label (
    report, ((const ZpRowDef *) g_ptr_array_index (block->rows, cell.row))->label);
}

/** zp_sheet_get_column_name: (transfer full): label of the column of @cell, of a field its own. */
char *
zp_sheet_get_column_name (ZpReport *report, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (report);
  const ZpBlock *block = zp_pack_get_block (pack, cell.block);

  if (block->kind == ZP_BLOCK_FIELDS)
    return zp_sheet_render_label (report, zp_pack_get_cell (pack, cell)->label);
  return zp_sheet_render_label (report, g_ptr_array_index (block->column_labels, cell.column));
}

/** zp_sheet_get_cell_name: (transfer full): 基本支出 · 实际支出; of a field its label. */
char *
zp_sheet_get_cell_name (ZpReport *report, ZpCell cell)
{
  g_autofree char *row = zp_sheet_get_row_name (report, cell, FALSE);
  g_autofree char *column = zp_sheet_get_column_name (report, cell);

  if (row == NULL)
    return g_steal_pointer (&column);
  return g_strdup_printf (C_ ("row and column", "%1$s · %2$s"), row, column);
}
