/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 概览: the main figures with their charts. */
#include "document/zp-book-overview.h"

#include "document/zp-book-figure.h"
#include "document/zp-book-value.h"
#include "document/zp-doc-label.h"
#include "document/zp-doc-render.h"

/* Rows of a chart of the usual size, and one to spare. */
#define CHART_ROWS 17
#define RATE_PLACES 4

enum
{
  COLUMN_LABEL,
  COLUMN_FIGURE,
  COLUMN_WHOLE,
  COLUMN_RATE,
  COLUMN_GAP,
  COLUMN_CHART,
  N_COLUMNS,
};

static const double widths[N_COLUMNS] = { 20, 16, 16, 12, 3, 64 };

/**
 * Writer:
 * @row: first free row of the sheet
 * @first @last: rows of the figures that the chart draws
 */
typedef struct
{
  const ZpDataSheet *data;
  const ZpChartDef *chart;
  ZpBookSheet *sheet;
  int row;
  int first;
  int last;
} Writer;

static char *
render (const Writer *self, const ZpPhrase *phrase)
{
  ZpEval eval = ZP_EVAL_INIT (&self->data->scope->scope);

  return zp_doc_render_text (self->data->scope, &eval, phrase);
}

static ZpBookCell *
add_text (const Writer *self, int column, const char *text, ZpBookStyle style)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, column);

  zp_book_cell_set_text (cell, text);
  cell->style = style;
  cell->wrap = TRUE;
  if (style == ZP_BOOK_STYLE_HEAD)
    cell->align = ZP_ALIGN_CENTER;
  return cell;
}

static gboolean
is_shown (const Writer *self, const ZpChartMark *mark)
{
  return !zp_doc_scope_is_hidden (self->data->scope, mark->figure);
}

/* Rates are drawn from a whole each; of a flow the uses are drawn. */
static gboolean
is_drawn (const Writer *self, const ZpChartMark *mark)
{
  switch (self->chart->kind)
    {
    case ZP_CHART_RATES:
      return mark->has_whole;
    case ZP_CHART_SHARES:
      return TRUE;
    case ZP_CHART_FLOW:
      return mark->stage == ZP_CHART_STAGE_USE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
add_figure (const Writer *self, int column, ZpCell address)
{
  const ZpCellDef *def = zp_pack_get_cell (self->data->scope->pack, address);
  ZpDocFigure figure = { .has_address = TRUE, .address = address, .places = -1 };
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, column);

  if (def == NULL)
    return;
  figure.unit = def->unit;
  zp_book_cell_set_shown (self->data, &figure, cell);
}

static const ZpCellContent *
get_figure (const Writer *self, ZpCell address)
{
  const ZpCellValue *value = zp_report_get_value (self->data->scope->report, address);
  const ZpCellContent *content = value != NULL ? zp_cell_value_in_force (value) : NULL;

  return content != NULL && content->state == ZP_CONTENT_FIGURE ? content : NULL;
}

static void
set_rate (const Writer *self, const ZpChartMark *mark, ZpBookCell *cell)
{
  const ZpCellContent *figure = get_figure (self, mark->figure);
  const ZpCellContent *whole = get_figure (self, mark->whole);
  ZpRational rate;

  if (figure == NULL || whole == NULL ||
      !zp_rational_divide (zp_rational_from_decimal (figure->number),
                           zp_rational_from_decimal (whole->number), &rate) ||
      !zp_rational_to_decimal (rate, RATE_PLACES, &cell->number))
    return;

  cell->value = ZP_BOOK_NUMBER;
}

/* The figures beside it, whatever becomes of them. */
static void
add_rate (const Writer *self, const ZpChartMark *mark)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, COLUMN_RATE);
  int row = self->row + 1;

  cell->percent = TRUE;
  cell->places = RATE_PLACES - 2;
  cell->align = ZP_ALIGN_RIGHT;
  cell->formula =
    g_strdup_printf ("IF(AND(ISNUMBER(B%d),ISNUMBER(C%d)),IF(C%d=0,\"\",ROUND(B%d/C%d,"
                     "%d)),\"\")",
                     row, row, row, row, row, RATE_PLACES);
  set_rate (self, mark, cell);
}

static void
write_mark (Writer *self, const ZpChartMark *mark)
{
  g_autofree char *label = render (self, mark->label);

  add_text (self, COLUMN_LABEL, label, ZP_BOOK_STYLE_CELL)->bold = mark->is_total;
  add_figure (self, COLUMN_FIGURE, mark->figure);
  if (self->chart->kind == ZP_CHART_RATES && mark->has_whole &&
      !zp_doc_scope_is_hidden (self->data->scope, mark->whole))
    {
      add_figure (self, COLUMN_WHOLE, mark->whole);
      add_rate (self, mark);
    }
  if (is_drawn (self, mark))
    {
      self->first = self->first < 0 ? self->row : self->first;
      self->last = self->row;
    }
  self->row++;
}

/* What the column of a grid is called; a field has no such word. */
static char *
name_column (const Writer *self, ZpCell address)
{
  const ZpDocScope *scope = self->data->scope;
  const ZpBlock *block = zp_pack_get_block (scope->pack, address.block);

  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup (zp_pack_get_word (scope->pack, ZP_WORD_FIGURE));
  return zp_doc_block_column_head (scope, block, address.column);
}

static void
write_heads (Writer *self, const char *title)
{
  const ZpChartMark *mark = g_ptr_array_index (self->chart->marks, 0);
  g_autofree char *figure = name_column (self, mark->figure);
  g_autofree char *whole = mark->has_whole ? name_column (self, mark->whole) : NULL;

  add_text (self, COLUMN_LABEL, title, ZP_BOOK_STYLE_PLAIN)->bold = TRUE;
  self->row++;
  add_text (self, COLUMN_LABEL, zp_pack_get_word (self->data->scope->pack, ZP_WORD_ITEM),
            ZP_BOOK_STYLE_HEAD);
  if (self->chart->kind != ZP_CHART_RATES)
    add_text (self, COLUMN_FIGURE, zp_pack_get_word (self->data->scope->pack, ZP_WORD_FIGURE),
              ZP_BOOK_STYLE_HEAD);
  else
    {
      add_text (self, COLUMN_FIGURE, figure, ZP_BOOK_STYLE_HEAD);
      add_text (self, COLUMN_WHOLE, whole, ZP_BOOK_STYLE_HEAD);
      add_text (self, COLUMN_RATE, title, ZP_BOOK_STYLE_HEAD);
    }
  self->row++;
}

/* Stage after stage, so that what is drawn stands together. */
static void
write_marks (Writer *self)
{
  const GPtrArray *marks = self->chart->marks;

  for (int stage = ZP_CHART_STAGE_SOURCE; stage <= ZP_CHART_STAGE_PART; stage++)
    for (guint i = 0; i < marks->len; i++)
      {
        const ZpChartMark *mark = g_ptr_array_index (marks, i);

        if ((int) mark->stage == stage && is_shown (self, mark))
          write_mark (self, mark);
      }
}

static void
add_chart (const Writer *self, const char *title, int row)
{
  gboolean rates = self->chart->kind == ZP_CHART_RATES;
  ZpBookChart *chart = NULL;

  if (self->first < 0)
    return;

  chart =
    zp_book_sheet_add_chart (self->sheet, rates ? ZP_BOOK_CHART_BARS : ZP_BOOK_CHART_PIE, title);
  chart->row = row;
  chart->column = COLUMN_CHART;
  chart->first = self->first;
  chart->last = self->last;
  chart->labels = COLUMN_LABEL;
  chart->values = rates ? COLUMN_RATE : COLUMN_FIGURE;
}

static void
write_chart (Writer *self)
{
  g_autofree char *title = render (self, self->chart->title);
  int top = self->row;

  self->first = -1;
  if (self->chart->marks->len == 0)
    return;
  write_heads (self, title);
  write_marks (self);
  add_chart (self, title, top);
  self->row = MAX (self->row + 1, top + CHART_ROWS);
}

/**
 * zp_book_add_overview:
 * @sheet: an empty sheet of that name
 *
 * Writes the charts of the pack, one below the other: a table of figures that refer to the sheet
 * 数据, and beside it a chart of that table. Rates are bars, shares and the uses of a flow are
 * pies.
 */
void
zp_book_add_overview (const ZpDataSheet *data, ZpBookSheet *sheet)
{
  Writer writer = { .data = data, .sheet = sheet };
  const GPtrArray *charts = data->scope->pack->charts;

  g_array_append_vals (sheet->widths, widths, N_COLUMNS);
  for (guint i = 0; i < charts->len; i++)
    {
      writer.chart = g_ptr_array_index (charts, i);
      write_chart (&writer);
    }
  sheet->one_page = TRUE;
}
