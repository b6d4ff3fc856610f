/* SPDX-License-Identifier: GPL-3.0-or-later
 * Native charts of a spreadsheet, drawn from its cells. */
#include "export/zp-xlsx-private.h"

#include "base/zp-text.h"
#include "export/zp-office-face-private.h"

#define TITLE_SIZE 12

static const uint8_t types[] = {
  [ZP_BOOK_CHART_BARS] = LXW_CHART_BAR,
  [ZP_BOOK_CHART_PIE] = LXW_CHART_PIE,
};

static void
set_title (lxw_chart *chart, const char *title)
{
  g_autofree char *clean = zp_text_clean (title);
  g_autofree char *face = g_strdup (zp_office_face_get (ZP_FONT_HEITI)->name);
  lxw_chart_font font = { .name = face, .size = TITLE_SIZE };

  chart_title_set_name (chart, clean);
  chart_title_set_name_font (chart, &font);
}

/* The first row on top, as in the cells; bars of per cents from nought. */
static void
shape_bars (lxw_chart *chart)
{
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_min (chart->x_axis, 0);
  chart_axis_set_num_format (chart->x_axis, "0%");
}

static void
add_series (lxw_chart *chart, const ZpBookSheet *sheet, const ZpBookChart *of)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (series, sheet->name, (lxw_row_t) of->first, (lxw_col_t) of->labels,
                               (lxw_row_t) of->last, (lxw_col_t) of->labels);
  chart_series_set_values (series, sheet->name, (lxw_row_t) of->first, (lxw_col_t) of->values,
                           (lxw_row_t) of->last, (lxw_col_t) of->values);
  chart_series_set_labels (series);
  if (of->kind == ZP_BOOK_CHART_PIE)
    chart_series_set_labels_options (series, LXW_FALSE, LXW_TRUE, LXW_FALSE);
  if (of->kind == ZP_BOOK_CHART_PIE)
    chart_series_set_labels_percentage (series);
}

/**
 * zp_xlsx_write_charts:
 * @worksheet: the sheet, with its cells
 *
 * Returns: an error of the library
 */
lxw_error
zp_xlsx_write_charts (lxw_workbook *workbook, lxw_worksheet *worksheet, const ZpBookSheet *sheet)
{
  lxw_error result = LXW_NO_ERROR;

  for (guint i = 0; i < sheet->charts->len && result == LXW_NO_ERROR; i++)
    {
      const ZpBookChart *of = g_ptr_array_index (sheet->charts, i);
      lxw_chart *chart = workbook_add_chart (workbook, types[of->kind]);

      if (chart == NULL)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
      set_title (chart, of->title);
      if (of->kind == ZP_BOOK_CHART_BARS)
        shape_bars (chart);
      add_series (chart, sheet, of);
      result =
        worksheet_insert_chart (worksheet, (lxw_row_t) of->row, (lxw_col_t) of->column, chart);
    }

  return result;
}
