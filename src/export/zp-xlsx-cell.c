/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cells of a spreadsheet: texts, figures, formulas with their results, merged ranges, comments. */
#include "export/zp-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-text.h"
#include "export/zp-exporter.h"

/* Limits of the file format. It counts UTF-16 units. */
#define MAX_TEXT 32767
#define MAX_ROWS 1048576
#define MAX_COLUMNS 16384
#define MAX_FORMULA 8192

/* Days from the day spreadsheets count from (1899-12-30) to 1970-01-01. */
#define EPOCH 25569

#define COMMENT_WIDTH 240
#define COMMENT_LINE_COLUMNS 30
#define COMMENT_LINE_HEIGHT 20

static gboolean
fail (const ZpBookSheet *sheet, const ZpBookCell *cell, GError **error, const char *what)
{
  char name[LXW_MAX_CELL_NAME_LENGTH] = "";

  lxw_rowcol_to_cell (name, (lxw_row_t) cell->row, (lxw_col_t) cell->column);
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER, _ ("sheet “%s”, cell %s: %s"),
               sheet->name, name, what);
  return FALSE;
}

static guint
count_units (const char *text)
{
  g_autofree char *clean = zp_text_clean (text);
  guint units = 0;

  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    units += g_utf8_get_char (at) > 0xFFFF ? 2 : 1;

  return units;
}

static gboolean
check_length (
  const ZpBookSheet *sheet, const ZpBookCell *cell, const char *text, guint limit, GError **error)
{
  guint units = text != NULL && strlen (text) > limit ? count_units (text) : 0;
  g_autofree char *what = NULL;

  if (units <= limit)
    return TRUE;

  what = g_strdup_printf (_ ("%u characters are too many: a spreadsheet cell takes %u; shorten the "
                             "text"),
                          units, limit);
  return fail (sheet, cell, error, what);
}

static gboolean
check_place (const ZpBookSheet *sheet, const ZpBookCell *cell, GHashTable *taken, GError **error)
{
  if (cell->rows < 1 || cell->columns < 1 || cell->row < 0 || cell->column < 0 ||
      cell->row > MAX_ROWS - cell->rows || cell->column > MAX_COLUMNS - cell->columns)
    return fail (sheet, cell, error, _ ("the cell does not fit into a spreadsheet"));

  for (int r = cell->row; r < cell->row + cell->rows; r++)
    for (int c = cell->column; c < cell->column + cell->columns; c++)
      if (!g_hash_table_add (taken, GSIZE_TO_POINTER ((gsize) r * MAX_COLUMNS + (gsize) c + 1)))
        return fail (sheet, cell, error, _ ("two cells cover the same place"));

  return TRUE;
}

/**
 * zp_xlsx_check_sheet:
 * @error: return location for %ZP_EXPORT_ERROR_RENDER naming sheet and cell
 *
 * Finds what the library would write without a word, and spreadsheet programs refuse to open:
 * overlapping ranges, places outside the sheet, texts over the limit.
 *
 * Returns: whether the sheet can be written
 */
gboolean
zp_xlsx_check_sheet (const ZpBookSheet *sheet, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (!check_place (sheet, cell, taken, error) ||
          !check_length (sheet, cell, cell->text, MAX_TEXT, error) ||
          !check_length (sheet, cell, cell->comment, MAX_TEXT, error) ||
          !check_length (sheet, cell, cell->formula, MAX_FORMULA - 1, error))
        return FALSE;
    }

  return TRUE;
}

static double
cell_number (const ZpBookCell *cell)
{
  return cell->value == ZP_BOOK_DATE ? (double) cell->day + EPOCH
                                     : zp_decimal_to_double (cell->number);
}

static lxw_error
write_formula (lxw_worksheet *worksheet, const ZpBookCell *cell, lxw_format *format)
{
  lxw_row_t row = (lxw_row_t) cell->row;
  lxw_col_t column = (lxw_col_t) cell->column;
  g_autofree char *clean = zp_text_clean (cell->formula);
  g_autofree char *formula = g_strconcat ("=", clean, NULL);
  g_autofree char *text = zp_text_clean (cell->text != NULL ? cell->text : "");

  if (cell->value == ZP_BOOK_NUMBER || cell->value == ZP_BOOK_DATE)
    return worksheet_write_formula_num (worksheet, row, column, formula, format,
                                        cell_number (cell));

  return worksheet_write_formula_str (worksheet, row, column, formula, format,
                                      cell->value == ZP_BOOK_TEXT ? text : "");
}

static lxw_error
write_text (lxw_worksheet *worksheet, const ZpBookCell *cell, lxw_format *format)
{
  lxw_row_t row = (lxw_row_t) cell->row;
  lxw_col_t column = (lxw_col_t) cell->column;
  g_autofree char *text = zp_text_clean (cell->text != NULL ? cell->text : "");

  if (*text == '\0')
    return worksheet_write_blank (worksheet, row, column, format);

  return worksheet_write_string (worksheet, row, column, text, format);
}

static lxw_error
write_value (lxw_worksheet *worksheet, const ZpBookCell *cell, lxw_format *format)
{
  if (cell->formula != NULL)
    return write_formula (worksheet, cell, format);

  switch (cell->value)
    {
    case ZP_BOOK_TEXT:
      return write_text (worksheet, cell, format);
    case ZP_BOOK_NUMBER:
    case ZP_BOOK_DATE:
      return worksheet_write_number (worksheet, (lxw_row_t) cell->row, (lxw_col_t) cell->column,
                                     cell_number (cell), format);
    case ZP_BOOK_EMPTY:
      break;
    }

  return worksheet_write_blank (worksheet, (lxw_row_t) cell->row, (lxw_col_t) cell->column, format);
}

/* The format goes to every place of the range, or its border has holes. */
static lxw_error
merge (lxw_worksheet *worksheet, const ZpBookCell *cell, lxw_format *format)
{
  if (cell->rows == 1 && cell->columns == 1)
    return LXW_NO_ERROR;

  return worksheet_merge_range (worksheet, (lxw_row_t) cell->row, (lxw_col_t) cell->column,
                                (lxw_row_t) (cell->row + cell->rows - 1),
                                (lxw_col_t) (cell->column + cell->columns - 1), "", format);
}

/* The box is as high as its text, which else would be cut off. */
static lxw_error
write_comment (lxw_worksheet *worksheet, const ZpBookCell *cell, const char *author)
{
  g_autofree char *text = zp_text_clean (cell->comment != NULL ? cell->comment : "");
  g_autofree char *name = zp_text_clean (author != NULL ? author : "");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  lxw_comment_options options = { .author = name, .width = COMMENT_WIDTH };
  int n_lines = 1;

  if (*text == '\0')
    return LXW_NO_ERROR;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += zp_text_column_width (lines[i]) / COMMENT_LINE_COLUMNS + 1;
  options.height = (guint16) MIN (n_lines * COMMENT_LINE_HEIGHT, 600);

  return worksheet_write_comment_opt (worksheet, (lxw_row_t) cell->row, (lxw_col_t) cell->column,
                                      text, &options);
}

static gboolean
write_cell (lxw_worksheet *worksheet,
            const ZpBookSheet *sheet,
            const ZpBookCell *cell,
            lxw_format *format,
            const char *author,
            GError **error)
{
  lxw_error result = merge (worksheet, cell, format);

  if (result == LXW_NO_ERROR)
    result = write_value (worksheet, cell, format);
  if (result == LXW_NO_ERROR)
    result = write_comment (worksheet, cell, author);
  if (result != LXW_NO_ERROR)
    return fail (sheet, cell, error, lxw_strerror (result));

  return TRUE;
}

/**
 * zp_xlsx_write_cells:
 * @sheet: one that zp_xlsx_check_sheet() takes
 * @author: (nullable): of the comments
 * @error: return location for %ZP_EXPORT_ERROR_RENDER naming sheet and cell
 *
 * Writes all cells. A figure goes in as the double nearest to it.
 *
 * Returns: whether all could be written
 */
gboolean
zp_xlsx_write_cells (lxw_worksheet *worksheet,
                     const ZpBookSheet *sheet,
                     ZpXlsxFormats *formats,
                     const char *author,
                     GError **error)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (!write_cell (worksheet, sheet, cell, zp_xlsx_formats_get (formats, cell), author, error))
        return FALSE;
    }

  return TRUE;
}
