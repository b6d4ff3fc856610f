/* SPDX-License-Identifier: GPL-3.0-or-later
 * Books for the tests of the spreadsheet. */
#include "base/zp-date.h"
#include "flow-fixture.h"

static ZpBookCell *
add_text (ZpBookSheet *sheet, int row, int column, ZpBookStyle style, const char *text)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, column);

  cell->value = ZP_BOOK_TEXT;
  cell->text = g_strdup (text);
  cell->style = style;
  return cell;
}

static ZpBookCell *
add_number (ZpBookSheet *sheet, int row, int column, const char *figure, const char *formula)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, column);

  cell->value = ZP_BOOK_NUMBER;
  g_assert_true (zp_decimal_parse (figure, &cell->number, NULL));
  cell->formula = g_strdup (formula);
  cell->places = 2;
  cell->grouping = TRUE;
  cell->align = ZP_ALIGN_RIGHT;
  return cell;
}

static void
add_rate (ZpBookSheet *sheet, int row, int column, const char *figure, const char *formula)
{
  ZpBookCell *cell = add_number (sheet, row, column, figure, formula);

  cell->percent = TRUE;
  cell->grouping = FALSE;
}

static void
span (ZpBookCell *cell, int rows, int columns)
{
  cell->rows = rows;
  cell->columns = columns;
}

static void
set_widths (ZpBookSheet *sheet, const double *widths, guint n)
{
  g_array_append_vals (sheet->widths, widths, n);
}

static void
add_budget_rows (ZpBookSheet *sheet)
{
  static const char *const rows[][4] = {
    { "基本支出", "3329.55", "2925.70", "0.8787" },
    { "项目支出", "323.45", "288.34", "0.8915" },
  };

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *formula = g_strdup_printf ("ROUND(D%d/C%d,4)", i + 4, i + 4);

      add_text (sheet, i + 3, 1, ZP_BOOK_STYLE_CELL, rows[i][0]);
      add_number (sheet, i + 3, 2, rows[i][1], NULL);
      add_number (sheet, i + 3, 3, rows[i][2], NULL);
      add_rate (sheet, i + 3, 4, rows[i][3], formula);
    }
  add_text (sheet, 5, 1, ZP_BOOK_STYLE_CELL, "合计")->bold = TRUE;
  add_number (sheet, 5, 2, "3653.00", "SUM(C4:C5)");
  add_number (sheet, 5, 3, "3214.04", "SUM(D4:D5)")->comment =
    g_strdup ("填报 3,653.00 万元，按公式为 3,214.04 万元\n核对决算报表");
  add_rate (sheet, 5, 4, "0.8798", "ROUND(D6/C6,4)");
}

static void
add_other_cells (ZpBookSheet *sheet)
{
  ZpBookCell *cell = add_text (sheet, 6, 1, ZP_BOOK_STYLE_CELL, "等级");

  cell = add_text (sheet, 6, 2, ZP_BOOK_STYLE_CELL, "良");
  cell->formula = g_strdup ("IF(E6>=0.9,\"优\",\"良\")");
  cell = zp_book_sheet_add_cell (sheet, 6, 3);
  cell->value = ZP_BOOK_TEXT;
  cell->formula = g_strdup ("IF(A9=\"\",\"\",\"<&>\")");
  cell = zp_book_sheet_add_cell (sheet, 6, 4);
  cell->value = ZP_BOOK_DATE;
  g_assert_true (zp_date_make (2022, 4, 8, &cell->day));

  cell = add_text (sheet, 7, 0, ZP_BOOK_STYLE_CELL,
                   "厉行节约保障措施：从严控制一般性支出，完善内部控制制度，规范资产配置、使用和"
                   "处置，公开预决算和绩效信息，接受社会监督，并对发现的问题逐项整改到位。");
  span (cell, 1, 5);
  cell->wrap = TRUE;
  zp_book_sheet_add_cell (sheet, 9, 0)->columns = 2;
  add_number (sheet, 9, 2, "143", NULL)->places = 0;
  add_number (sheet, 9, 3, "-0.5", NULL)->grouping = FALSE;
  add_number (sheet, 9, 4, "9223372036.854775", NULL)->places = 6;
}

static void
add_chart (ZpBookSheet *sheet, ZpBookChartKind kind, int row, int values)
{
  ZpBookChart *chart = zp_book_sheet_add_chart (sheet, kind, "执行率 <1> & \x01");

  chart->row = row;
  chart->column = 6;
  chart->first = 3;
  chart->last = 5;
  chart->labels = 1;
  chart->values = values;
}

/* The list of 400 words is longer than the format takes, and is left out. */
static void
add_rules (ZpBookSheet *sheet)
{
  ZpBookRule *rule = zp_book_sheet_add_rule (sheet, 3, 4, 2);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  rule->min = zp_decimal_from_int (0);
  rule->max = zp_decimal_from_int (5000);
  zp_book_sheet_add_rule (sheet, 6, 6, 2)->options =
    g_strdupv ((char **) (const char *const[]){ "优", "良", "中", "差", NULL });
  for (guint i = 0; i < 400; i++)
    g_strv_builder_add (words, "优");
  zp_book_sheet_add_rule (sheet, 7, 7, 0)->options = g_strv_builder_end (words);
}

static void
add_budget_sheet (ZpBook *book)
{
  ZpBookSheet *sheet = zp_book_add_sheet (book, "基础数据表");
  ZpBookCell *cell = NULL;

  sheet->landscape = TRUE;
  sheet->repeat_first = 0;
  sheet->repeat_last = 2;
  sheet->freeze_row = 3;
  sheet->freeze_column = 2;
  set_widths (sheet, (const double[]){ 12, 20, 16, 16, 12 }, 5);
  g_array_append_vals (sheet->heights, (const double[]){ 30, 0, 0, 0, 0, 0, 0, 46 }, 8);

  cell = add_text (sheet, 0, 0, ZP_BOOK_STYLE_TITLE, "部门整体支出绩效评价基础数据表");
  cell->align = ZP_ALIGN_CENTER;
  span (cell, 1, 5);
  add_text (sheet, 1, 0, ZP_BOOK_STYLE_PLAIN, "填报单位：长沙市某某局")->columns = 3;
  cell = add_text (sheet, 1, 3, ZP_BOOK_STYLE_PLAIN, "单位：万元");
  cell->align = ZP_ALIGN_RIGHT;
  span (cell, 1, 2);
  span (add_text (sheet, 2, 0, ZP_BOOK_STYLE_HEAD, "项目"), 1, 2);
  add_text (sheet, 2, 2, ZP_BOOK_STYLE_HEAD, "全年预算数");
  add_text (sheet, 2, 3, ZP_BOOK_STYLE_HEAD, "全年执行数");
  add_text (sheet, 2, 4, ZP_BOOK_STYLE_HEAD, "执行率");
  span (add_text (sheet, 3, 0, ZP_BOOK_STYLE_CELL, "预算执行"), 4, 1);
  add_budget_rows (sheet);
  add_other_cells (sheet);
  add_chart (sheet, ZP_BOOK_CHART_BARS, 0, 4);
  add_chart (sheet, ZP_BOOK_CHART_PIE, 16, 3);
  add_rules (sheet);
}

static void
add_findings_sheet (ZpBook *book)
{
  ZpBookSheet *sheet = zp_book_add_sheet (book, "校验");

  set_widths (sheet, (const double[]){ 10, 60 }, 2);
  add_text (sheet, 0, 0, ZP_BOOK_STYLE_ERROR, "错误");
  add_text (sheet, 0, 1, ZP_BOOK_STYLE_ERROR, "整体实际支出 <3,653.00> & \x01 ]]> \" 𠮷")->wrap =
    TRUE;
  add_text (sheet, 1, 0, ZP_BOOK_STYLE_WARNING, "警告");
  add_text (sheet, 1, 1, ZP_BOOK_STYLE_WARNING, "bad \xff bytes");
  add_text (sheet, 2, 0, ZP_BOOK_STYLE_ROUNDING, "尾差");
  add_text (sheet, 2, 1, ZP_BOOK_STYLE_ROUNDING, "=SUM(A1:A2)");
}

static ZpBook *
book_new (void)
{
  ZpBook *book = zp_book_new ();

  book->title = g_strdup ("2021年度部门整体支出绩效自评附表");
  book->author = g_strdup ("长沙市工业和信息化局");
  g_assert_true (zp_date_make (2022, 4, 8, &book->date));
  return book;
}

/* Returns: (transfer full): two sheets with every kind of cell; every formula has its right result
 */
ZpBook *
flow_fixture_book (void)
{
  ZpBook *book = book_new ();

  add_budget_sheet (book);
  add_findings_sheet (book);
  return book;
}

/* Returns: (transfer full): the same, but the result of 合计 of 执行数 (D6) is wrong */
ZpBook *
flow_fixture_planted_book (void)
{
  ZpBook *book = flow_fixture_book ();
  ZpBookSheet *sheet = g_ptr_array_index (book->sheets, 0);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (cell->row == 5 && cell->column == 3)
        cell->number = zp_decimal_from_int (3653);
    }

  return book;
}

/* Returns: (transfer full): a sheet of so many rows of figures, the last one a sum of all above */
ZpBook *
flow_fixture_large_book (int n_rows)
{
  ZpBook *book = book_new ();
  ZpBookSheet *sheet = zp_book_add_sheet (book, "项目");
  g_autofree char *total = g_strdup_printf ("%d.5", n_rows);
  g_autofree char *formula = g_strdup_printf ("SUM(B1:B%d)+%d", n_rows, n_rows);

  for (int row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("第%d个项目", row + 1);

      add_text (sheet, row, 0, ZP_BOOK_STYLE_CELL, name);
      add_number (sheet, row, 1, row == 0 ? "0.5" : "0", NULL);
    }
  add_text (sheet, n_rows, 0, ZP_BOOK_STYLE_HEAD, "合计");
  add_number (sheet, n_rows, 1, total, formula);

  return book;
}
