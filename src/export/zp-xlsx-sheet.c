/* SPDX-License-Identifier: GPL-3.0-or-later
 * Columns, rows and page of a sheet. */
#include "export/zp-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/zp-text.h"
#include "document/zp-geometry.h"
#include "export/zp-exporter.h"
#include "export/zp-office-face-private.h"

#define PAPER_A4 9

/* Of a column that the sheet says nothing of, in characters. */
#define COLUMN_WIDTH 10.0

/* Of wrapped text (五号), in points. */
#define LINE_HEIGHT 14.0
#define ROW_PADDING 4.0
#define MAX_ROW_HEIGHT 409.0

#define INCHES(points) ((points) / 72.0)

static double
column_width (const ZpBookSheet *sheet, int column)
{
  if (column < (int) sheet->widths->len && g_array_index (sheet->widths, double, column) > 0)
    return g_array_index (sheet->widths, double, column);

  return COLUMN_WIDTH;
}

static double
given_height (const ZpBookSheet *sheet, int row)
{
  return row < (int) sheet->heights->len ? g_array_index (sheet->heights, double, row) : 0;
}

/* How high the text of a wrapped cell will be, near enough for nothing to be hidden. */
static double
needed_height (const ZpBookSheet *sheet, const ZpBookCell *cell)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double width = 0;
  double n_lines = 0;

  if (!cell->wrap || cell->value != ZP_BOOK_TEXT || cell->text == NULL)
    return 0;

  for (int c = cell->column; c < cell->column + cell->columns; c++)
    width += column_width (sheet, c);
  text = zp_text_clean (cell->text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += fmax (1, ceil (zp_text_column_width (lines[i]) * 1.1 / fmax (width - 1, 1)));

  return n_lines * LINE_HEIGHT + ROW_PADDING;
}

/* What the rows of a cell lack is added to the last of them whose height is free. */
static void
make_room (const ZpBookSheet *sheet, const ZpBookCell *cell, double *heights)
{
  double missing = needed_height (sheet, cell);
  int last = -1;

  for (int r = cell->row; r < cell->row + cell->rows; r++)
    {
      missing -= heights[r] > 0 ? heights[r] : LINE_HEIGHT + ROW_PADDING;
      if (!(given_height (sheet, r) > 0))
        last = r;
    }
  if (missing <= 0 || last < 0)
    return;

  heights[last] = heights[last] > 0 ? heights[last] : LINE_HEIGHT + ROW_PADDING;
  heights[last] = fmin (heights[last] + missing, MAX_ROW_HEIGHT);
}

/* Spreadsheet programs find the height of a row by themselves, but not where the text stands in a
 * merged range: such rows are given one here; 0 is left to the program. */
static double *
plan_heights (const ZpBookSheet *sheet, guint *n_rows)
{
  double *heights = NULL;

  *n_rows = sheet->heights->len;
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      *n_rows = MAX (*n_rows, (guint) (cell->row + cell->rows));
    }

  heights = g_new0 (double, *n_rows + 1);
  for (guint i = 0; i < *n_rows; i++)
    heights[i] = given_height (sheet, (int) i);
  for (guint i = 0; i < sheet->cells->len; i++)
    make_room (sheet, g_ptr_array_index (sheet->cells, i), heights);

  return heights;
}

static lxw_error
set_grid (lxw_worksheet *worksheet, const ZpBookSheet *sheet)
{
  guint n_rows = 0;
  g_autofree double *heights = plan_heights (sheet, &n_rows);
  lxw_error result = LXW_NO_ERROR;

  for (guint c = 0; c < sheet->widths->len && result == LXW_NO_ERROR; c++)
    result = worksheet_set_column (worksheet, (lxw_col_t) c, (lxw_col_t) c,
                                   column_width (sheet, (int) c), NULL);
  for (guint r = 0; r < n_rows && result == LXW_NO_ERROR; r++)
    if (heights[r] > 0)
      result = worksheet_set_row (worksheet, (lxw_row_t) r, heights[r], NULL);

  return result;
}

/* GB/T 9704-2012, 5.2.1; a landscape page is the upright sheet turned against the clock. */
static void
set_margins (lxw_worksheet *worksheet, gboolean landscape)
{
  if (landscape)
    worksheet_set_margins (worksheet, INCHES (ZP_MARGIN_BOTTOM), INCHES (ZP_MARGIN_TOP),
                           INCHES (ZP_MARGIN_LEFT), INCHES (ZP_MARGIN_RIGHT));
  else
    worksheet_set_margins (worksheet, INCHES (ZP_MARGIN_LEFT), INCHES (ZP_MARGIN_RIGHT),
                           INCHES (ZP_MARGIN_TOP), INCHES (ZP_MARGIN_BOTTOM));
}

static lxw_error
set_footer (lxw_worksheet *worksheet, gboolean landscape)
{
  g_autofree char *footer =
    g_strdup_printf ("&C&\"%s,Regular\"&14— &P —", zp_office_face_get (ZP_FONT_SONGTI)->name);
  lxw_header_footer_options options = { .margin = INCHES (ZP_MM (landscape ? 15 : 25)) };

  return worksheet_set_footer_opt (worksheet, footer, &options);
}

static lxw_error
set_page (lxw_worksheet *worksheet, const ZpBookSheet *sheet)
{
  if (sheet->landscape)
    worksheet_set_landscape (worksheet);
  else
    worksheet_set_portrait (worksheet);
  worksheet_set_paper (worksheet, PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_center_horizontally (worksheet);
  set_margins (worksheet, sheet->landscape);
  if (sheet->freeze_row > 0 || sheet->freeze_column > 0)
    worksheet_freeze_panes (worksheet, (lxw_row_t) sheet->freeze_row,
                            (lxw_col_t) sheet->freeze_column);
  if (sheet->repeat_first >= 0 && sheet->repeat_last >= sheet->repeat_first)
    return worksheet_repeat_rows (worksheet, (lxw_row_t) sheet->repeat_first,
                                  (lxw_row_t) sheet->repeat_last);

  return LXW_NO_ERROR;
}

/**
 * zp_xlsx_write_sheet:
 * @worksheet: an empty sheet of the file
 * @author: (nullable): of the comments
 * @error: return location for %ZP_EXPORT_ERROR_RENDER naming the sheet, and the cell where one is
 * at fault
 *
 * Writes cells, widths, heights, panes and page set-up: A4, one page wide.
 *
 * Returns: whether all could be written
 */
gboolean
zp_xlsx_write_sheet (lxw_worksheet *worksheet,
                     const ZpBookSheet *sheet,
                     ZpXlsxFormats *formats,
                     const char *author,
                     GError **error)
{
  lxw_error result = LXW_NO_ERROR;

  if (!zp_xlsx_check_sheet (sheet, error) ||
      !zp_xlsx_write_cells (worksheet, sheet, formats, author, error))
    return FALSE;

  result = set_grid (worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = set_page (worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = set_footer (worksheet, sheet->landscape);
  if (result != LXW_NO_ERROR)
    g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER, _ ("sheet “%s”: %s"), sheet->name,
                 lxw_strerror (result));

  return result == LXW_NO_ERROR;
}
