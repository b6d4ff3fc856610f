/* SPDX-License-Identifier: GPL-3.0-or-later
 * Columns, rows and page of a sheet. */
#include "export/zp-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/zp-geometry.h"
#include "export/zp-exporter.h"
#include "export/zp-office-face-private.h"

#define PAPER_A4 9

/* In points; the format knows no higher row. */
#define MAX_ROW_HEIGHT 409.0

#define INCHES(points) ((points) / 72.0)

static lxw_error
set_grid (lxw_worksheet *worksheet, const ZpBookSheet *sheet)
{
  lxw_error result = LXW_NO_ERROR;

  for (guint c = 0; c < sheet->widths->len && result == LXW_NO_ERROR; c++)
    {
      double width = g_array_index (sheet->widths, double, c);

      if (width > 0)
        result = worksheet_set_column (worksheet, (lxw_col_t) c, (lxw_col_t) c, width, NULL);
    }
  for (guint r = 0; r < sheet->heights->len && result == LXW_NO_ERROR; r++)
    {
      double height = fmin (g_array_index (sheet->heights, double, r), MAX_ROW_HEIGHT);

      if (height > 0)
        result = worksheet_set_row (worksheet, (lxw_row_t) r, height, NULL);
    }

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

/* The page number in the middle; on the left, small, what ties the paper to the file. */
static lxw_error
set_footer (lxw_worksheet *worksheet, gboolean landscape, const char *check_line)
{
  const char *face = zp_office_face_get (ZP_FONT_SONGTI)->name;
  g_auto (GStrv) parts = g_strsplit (check_line != NULL ? check_line : "", "&", -1);
  g_autofree char *line = g_strjoinv ("&&", parts);
  g_autofree char *left = g_strdup_printf ("&L&\"%s,Regular\"&9%s", face, line);
  g_autofree char *footer =
    g_strdup_printf ("%s&C&\"%s,Regular\"&14— &P —", check_line != NULL ? left : "", face);
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
  worksheet_fit_to_pages (worksheet, 1, sheet->one_page ? 1 : 0);
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
 * @workbook: the file
 * @worksheet: an empty sheet of it
 * @book: the author of the comments and what stands at the foot
 * @error: return location for %ZP_EXPORT_ERROR_RENDER naming the sheet, and the cell where one is
 * at fault
 *
 * Writes cells, widths, heights, panes, rules for typing, charts and page set-up: A4, one page
 * wide.
 *
 * Returns: whether all could be written
 */
gboolean
zp_xlsx_write_sheet (lxw_workbook *workbook,
                     lxw_worksheet *worksheet,
                     const ZpBookSheet *sheet,
                     ZpXlsxFormats *formats,
                     const ZpBook *book,
                     GError **error)
{
  lxw_error result = LXW_NO_ERROR;

  if (!zp_xlsx_check_sheet (sheet, error) ||
      !zp_xlsx_write_cells (worksheet, sheet, formats, book->author, error))
    return FALSE;

  result = set_grid (worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = set_page (worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = zp_xlsx_write_rules (worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = zp_xlsx_write_charts (workbook, worksheet, sheet);
  if (result == LXW_NO_ERROR)
    result = set_footer (worksheet, sheet->landscape, book->check_line);
  if (result != LXW_NO_ERROR)
    g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER, _ ("sheet “%s”: %s"), sheet->name,
                 lxw_strerror (result));

  return result == LXW_NO_ERROR;
}
