/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure of a printed table as a live formula on the sheet 数据. */
#include "document/zp-book-figure.h"

#include <string.h>

#include "document/zp-book-value.h"

static gboolean
is_same_unit (ZpUnit a, ZpUnit b)
{
  return a.kind == b.kind && a.num == b.num && a.den == b.den;
}

/* Shown as it stands on 数据: in the same unit, and with the places it has or no place less. */
static gboolean
is_as_kept (const ZpDocFigure *figure, const ZpCellDef *def)
{
  return is_same_unit (figure->unit, def->unit) &&
         (figure->places < 0 || figure->places >= def->max_places || def->kind == ZP_KIND_MIXED);
}

static gint64
common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static char *
scale (const char *address, ZpUnit from, ZpUnit to)
{
  gint64 num = from.num * to.den;
  gint64 den = from.den * to.num;
  gint64 divisor = common_divisor (num, den);

  /* A per cent stands as a fraction already. */
  if (from.kind == ZP_UNIT_PERCENT || to.kind == ZP_UNIT_PERCENT || num == den)
    return g_strdup (address);

  num /= divisor;
  den /= divisor;
  if (num == 1)
    return g_strdup_printf ("%s/%" G_GINT64_FORMAT, address, den);
  if (den == 1)
    return g_strdup_printf ("%s*%" G_GINT64_FORMAT, address, num);
  return g_strdup_printf ("%s*%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, address, num, den);
}

static char *
convert (const char *address, const ZpDocFigure *figure, const ZpCellDef *def)
{
  int places = figure->places + (figure->unit.kind == ZP_UNIT_PERCENT ? 2 : 0);
  g_autofree char *scaled = scale (address, def->unit, figure->unit);
  g_autofree char *rounded =
    figure->places < 0 ? g_strdup (scaled) : g_strdup_printf ("ROUND(%s,%d)", scaled, places);

  return g_strdup_printf ("IF(ISNUMBER(%s),%s,IF(%s=\"\",\"\",%s))", address, rounded, address,
                          address);
}

static void
set_converted (const ZpDataSheet *data,
               const ZpDocFigure *figure,
               const ZpCellDef *def,
               const ZpCellContent *content,
               ZpBookCell *cell)
{
  const ZpPack *pack = data->scope->pack;
  gboolean grouping = pack->grouping;

  if (content->state == ZP_CONTENT_FIGURE)
    zp_book_cell_set_figure (cell, zp_unit_to_base (def->unit, content->number), figure->unit,
                             figure->places, grouping);
  else
    zp_book_cell_set_content (cell, content, def, pack);
}

static void
write_cell (const ZpDataSheet *data, const ZpDocFigure *figure, ZpBookCell *cell)
{
  const ZpPack *pack = data->scope->pack;
  const ZpCellDef *def = zp_pack_get_cell (pack, figure->address);
  const ZpCellContent *content =
    zp_cell_value_in_force (zp_report_get_value (data->scope->report, figure->address));
  g_autofree char *address = zp_data_sheet_get_address (data, figure->address);
  gboolean as_kept = figure->formula == NULL || is_as_kept (figure, def);

  if (as_kept)
    zp_book_cell_set_content (cell, content, def, pack);
  else
    set_converted (data, figure, def, content, cell);
  if (as_kept && figure->places > cell->places && cell->value == ZP_BOOK_NUMBER)
    cell->places = figure->places;

  cell->formula = as_kept ? g_strdup_printf ("IF(%s=\"\",\"\",%s)", address, address)
                          : convert (address, figure, def);
}

static void
write_formula (const ZpDataSheet *data, const ZpDocFigure *figure, ZpBookCell *cell)
{
  ZpEval eval = ZP_EVAL_INIT (&data->scope->scope);
  ZpValue value = { .kind = ZP_VALUE_MISSING };

  eval.n_rows = figure->n_rows;
  memcpy (eval.rows, figure->rows, sizeof eval.rows);
  zp_expr_eval (figure->formula, &eval, &value);
  if (value.kind == ZP_VALUE_NUMBER)
    zp_book_cell_set_figure (cell, value.number, figure->unit, figure->places,
                             data->scope->pack->grouping);
  cell->formula =
    zp_data_sheet_make_formula (data, figure->formula, &eval, figure->unit, figure->places);
}

/**
 * zp_book_cell_set_shown:
 * @figure: as a table prints it
 * @cell: cell of a sheet; its value, formula and number format are set
 *
 * A figure of one cell refers to that cell on 数据, converted and rounded where the table prints
 * another unit or fewer places; a figure of a formula is that formula. Values are the results.
 */
void
zp_book_cell_set_shown (const ZpDataSheet *data, const ZpDocFigure *figure, ZpBookCell *cell)
{
  if (figure->has_address)
    write_cell (data, figure, cell);
  else
    write_formula (data, figure, cell);
}
