/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as printed → a sheet whose figures refer to the sheet 数据. */
#include "document/zp-book-annex.h"

#include <math.h>
#include <string.h>

#include "base/zp-text.h"
#include "document/zp-book-figure.h"
#include "document/zp-book-value.h"
#include "document/zp-geometry.h"

/* A column of n characters is 7 n + 5 pixels wide at 96 pixels an inch. */
#define PIXELS_PER_CHARACTER 7.0
#define PIXELS_PADDING 5.0
#define PIXELS_PER_POINT (96.0 / 72.0)

/* Spreadsheet programs do not make merged rows higher by themselves, and no row higher than this.
 */
#define LINE_HEIGHT 15.0
#define TITLE_HEIGHT 27.0
#define ROW_PADDING 3.0
#define MAX_ROW_HEIGHT 409.0

/* As high as this, in pages, a sheet is still made to fit one; its text is then 8 pt high. */
#define MAX_PAGES 1.3

/**
 * Writer:
 * @figures: #ZpDocCell → #ZpDocFigure
 * @row: first free row of the sheet
 */
typedef struct
{
  const ZpDataSheet *data;
  const ZpDocTable *table;
  GHashTable *figures;
  ZpBookSheet *sheet;
  int row;
} Writer;

static int
count_columns (const Writer *self)
{
  return (int) self->table->widths->len;
}

static void
set_widths (const Writer *self)
{
  double page = (self->sheet->landscape ? ZP_TEXT_HEIGHT : ZP_TEXT_WIDTH) * PIXELS_PER_POINT;
  int sum = 0;

  for (int i = 0; i < count_columns (self); i++)
    sum += g_array_index (self->table->widths, int, i);
  for (int i = 0; i < count_columns (self); i++)
    {
      double pixels = page * g_array_index (self->table->widths, int, i) / sum;
      double width = MAX ((pixels - PIXELS_PADDING) / PIXELS_PER_CHARACTER, 1.0);

      g_array_append_val (self->sheet->widths, width);
    }
}

static double
measure_columns (const Writer *self, int column, int columns)
{
  double width = 0;

  for (int i = column; i < column + columns; i++)
    width += g_array_index (self->sheet->widths, double, i);
  return width;
}

static int
count_lines (const char *text, double width)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  int lines = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    lines += MAX ((int) ceil (zp_text_column_width (paragraphs[i]) / MAX (width - 1, 1.0)), 1);
  return lines;
}

static void
raise_row (const Writer *self, int row, double wanted)
{
  double height = MIN (wanted + ROW_PADDING, MAX_ROW_HEIGHT);
  GArray *heights = self->sheet->heights;

  if (heights->len <= (guint) row)
    {
      double automatic = 0;

      while (heights->len <= (guint) row)
        g_array_append_val (heights, automatic);
    }
  g_array_index (heights, double, row) = MAX (g_array_index (heights, double, row), height);
}

static ZpBookCell *
add_text (const Writer *self, int column, int columns, const char *text, ZpBookStyle style)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, column);

  zp_book_cell_set_text (cell, text);
  cell->columns = columns;
  cell->style = style;
  cell->wrap = TRUE;
  raise_row (self, self->row,
             count_lines (text, measure_columns (self, column, columns)) *
               (style == ZP_BOOK_STYLE_TITLE ? TITLE_HEIGHT : LINE_HEIGHT));
  return cell;
}

static void
write_lines (Writer *self, const GPtrArray *lines, ZpBookStyle style, ZpAlign align)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = zp_doc_runs_to_text (g_ptr_array_index (lines, i));

      add_text (self, 0, count_columns (self), text, style)->align = align;
      self->row++;
    }
}

/* Column at which a text of a line begins: the columns are shared out evenly by their widths, one
 * at least for each text. */
static int
find_start (const Writer *self, int text, int n_texts)
{
  double whole = measure_columns (self, 0, count_columns (self));
  int start = text;

  while (start < count_columns (self) - (n_texts - text) &&
         measure_columns (self, 0, start) * n_texts < whole * text)
    start++;
  return start;
}

static ZpAlign
align_of (int text, int n_texts)
{
  if (text == 0)
    return ZP_ALIGN_LEFT;
  return text == n_texts - 1 ? ZP_ALIGN_RIGHT : ZP_ALIGN_CENTER;
}

static void
write_narrow_line (const Writer *self, const GPtrArray *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->len; i++)
    {
      g_autofree char *part = zp_doc_runs_to_text (g_ptr_array_index (line, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", part);
    }
  add_text (self, 0, count_columns (self), text->str, ZP_BOOK_STYLE_PLAIN);
  g_string_free (text, TRUE);
}

static void
write_line (const Writer *self, const GPtrArray *line)
{
  int n_texts = (int) line->len;

  if (n_texts > count_columns (self))
    {
      write_narrow_line (self, line);
      return;
    }
  for (int i = 0; i < n_texts; i++)
    {
      int start = find_start (self, i, n_texts);
      int end = i + 1 < n_texts ? find_start (self, i + 1, n_texts) : count_columns (self);
      g_autofree char *text = zp_doc_runs_to_text (g_ptr_array_index (line, i));

      add_text (self, start, end - start, text, ZP_BOOK_STYLE_PLAIN)->align = align_of (i, n_texts);
    }
}

static void
write_beside (Writer *self, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      write_line (self, g_ptr_array_index (lines, i));
      self->row++;
    }
}

/* A figure by its address, words by the first run that comes from a cell. */
static gboolean
find_source (const Writer *self,
             const ZpDocCell *printed,
             const ZpDocFigure *figure,
             ZpCell *source)
{
  if (figure != NULL && figure->has_address)
    {
      *source = figure->address;
      return TRUE;
    }
  for (guint i = 0; i < printed->runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (printed->runs, i);

      if (run->id != NULL && zp_pack_parse_id (self->data->scope->pack, run->id, source, NULL))
        return TRUE;
    }
  return FALSE;
}

static void
write_cell (const Writer *self, const ZpDocCell *printed)
{
  const ZpDocFigure *figure = g_hash_table_lookup (self->figures, printed);
  g_autofree char *text = zp_doc_runs_to_text (printed->runs);
  ZpBookCell *cell =
    zp_book_sheet_add_cell (self->sheet, self->row + printed->row, printed->column);
  double width = measure_columns (self, printed->column, printed->columns);

  if (figure != NULL)
    zp_book_cell_set_shown (self->data, figure, cell);
  else
    zp_book_cell_set_text (cell, text);
  cell->has_source = find_source (self, printed, figure, &cell->source);
  cell->rows = printed->rows;
  cell->columns = printed->columns;
  cell->align = printed->align;
  cell->bold = printed->bold;
  cell->wrap = TRUE;
  cell->style = printed->head ? ZP_BOOK_STYLE_HEAD : ZP_BOOK_STYLE_CELL;
  if (printed->rows == 1)
    raise_row (self, cell->row, MAX (count_lines (text, width), printed->lines) * LINE_HEIGHT);
}

static void
write_table (Writer *self)
{
  for (guint i = 0; i < self->table->cells->len; i++)
    write_cell (self, g_ptr_array_index (self->table->cells, i));
  if (self->table->n_head > 0)
    {
      self->sheet->repeat_first = self->row;
      self->sheet->repeat_last = self->row + self->table->n_head - 1;
      self->sheet->freeze_row = self->row + self->table->n_head;
    }
  self->row += self->table->n_rows;
}

/* A form that is little more than a page is printed on one. */
static gboolean
is_about_a_page (const ZpBookSheet *sheet)
{
  double page = sheet->landscape ? ZP_TEXT_WIDTH : ZP_TEXT_HEIGHT;
  double height = 0;

  for (guint i = 0; i < sheet->heights->len; i++)
    height += g_array_index (sheet->heights, double, i);
  return height <= MAX_PAGES * page;
}

/**
 * zp_book_add_annex:
 * @figures: of #ZpDocFigure: the figures of @table
 * @mark: (nullable): 附件1, above the title
 * @sheet: an empty sheet, whose orientation is set
 *
 * Writes a table as it is printed: mark, title, lines above, the table with its merged cells, lines
 * below, notes. Columns fill the page; a sheet of little more than a page is printed on one.
 * Figures are live formulas that read the sheet 数据.
 */
void
zp_book_add_annex (const ZpDataSheet *data,
                   const ZpDocTable *table,
                   const GArray *figures,
                   const char *mark,
                   ZpBookSheet *sheet)
{
  Writer writer = { .data = data, .table = table, .sheet = sheet };

  writer.figures = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < figures->len; i++)
    {
      ZpDocFigure *figure = &g_array_index (figures, ZpDocFigure, i);

      g_hash_table_insert (writer.figures, figure->cell, figure);
    }

  set_widths (&writer);
  if (mark != NULL)
    {
      add_text (&writer, 0, count_columns (&writer), mark, ZP_BOOK_STYLE_PLAIN)->bold = TRUE;
      writer.row++;
    }
  write_lines (&writer, table->title, ZP_BOOK_STYLE_TITLE, ZP_ALIGN_CENTER);
  write_beside (&writer, table->above);
  write_table (&writer);
  write_beside (&writer, table->below);
  write_lines (&writer, table->notes, ZP_BOOK_STYLE_PLAIN, ZP_ALIGN_LEFT);
  sheet->one_page = is_about_a_page (sheet);
  g_hash_table_unref (writer.figures);
}
