/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheets of the spreadsheet attachment: names, live formulas with their results, findings. */
#include "doc-fixture.h"

#include <string.h>

#include "base/zp-date.h"

#define UNIT "\"unit.name\": \"某局\", \"report.year\": \"2021\", \"report.date\": \"2022-04-08\""
#define MONEY                                                                                      \
  "\"budget.basic.initial\": \"100\", \"budget.basic.adjust\": \"-20.5\", "                        \
  "\"budget.basic.actual\": \"60\", \"budget.project.initial\": \"—\""
#define PROJECTS                                                                                   \
  "\"projects\": [{\"name\": \"甲/乙\", \"kind\": \"甲类\", \"initial\": \"60\", \"actual\": " \
  "\"51\"}, "                                                                                      \
  "{\"name\": \"丙\", \"initial\": \"40\", \"actual\": \"30\"}]"

typedef struct
{
  const char *name;
  const char *data;
  ZpProfile profile;
  const char *sheet;
  const char *lines;
} Row;

/* clang-format off */
static const Row rows[] = {
  { "rows-of-other-units", "{\"assets.fixed.amount\": \"120.5\", \"assets.cash.amount\": \"5000\"}", ZP_PROFILE_SUBMIT, "数据",
    "A29 固定资产（万元）\nA30 现金（元）\nB30 5000.00 ,2\nB31 121.00 ,2 =*\nB35 242.00 ,2 =*" },
  { "typed-number", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "数据", "B15 100.00 ,2\nC15 -20.50 ,2" },
  { "computed-live", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "数据", "D15 79.50 ,2 =*\nF15 0.7547 %2 =*\nB17 100.00 ,2 =*" },
  { "not-applicable", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "数据", "B16 —" },
  { "date-and-year", "{" UNIT "}", ZP_PROFILE_SUBMIT, "数据", "B10 2021 0\nB11 2022-04-08" },
  { "heads-with-units", "{" UNIT "}", ZP_PROFILE_SUBMIT, "数据", "A13 预算与执行\nA14 Item\nB14 年初预算（万元）\nF14 执行率\nA15 基本支出" },
  { "table-and-total", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT, "数据",
    "A19 项目\nA20 No.\nA21 1 0\nB21 甲/乙\nD21 60.00 ,2\nF21 0.8500 %2 =*\nA23 Total\nD23 100.00 ,2 =*\nF23 0.8100 %2 =*" },
  { "declared-beside-its-formula", "{" UNIT "," MONEY ", \"budget.basic.final\": \"80\"}", ZP_PROFILE_SUBMIT, "数据",
    "D15 80.00 ,2 (Declared; computed: 79.50)\nG15 79.50 ,2 =*\nG14 全年预算, computed\nF15 0.7500 %2 =*" },
  { "mixed", "{" UNIT ", \"indicators\": [{\"name\": \"a\", \"target\": \"90%\"}, {\"name\": \"b\", \"target\": \"12.5\"}, {\"name\": \"c\", \"target\": \"好\"}]}",
    ZP_PROFILE_SUBMIT, "数据", "F25 0.9000 %0\nF26 12.5 1\nF27 好" },
  { "private", "{" UNIT ", \"unit.phone\": \"0731\", \"unit.salary\": \"7\"," MONEY "}", ZP_PROFILE_SUBMIT, "数据", "B4 0731\nB5 7.00 ,2\nB6 67.00 ,2 =*" },
  { "private-withheld", "{" UNIT ", \"unit.phone\": \"0731\", \"unit.salary\": \"7\"," MONEY "}", ZP_PROFILE_PUBLIC, "数据", "B4 \nB5 \nB6 67.00 ,2\n!0731" },
  { "annex-reads-data", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "附件 2021年度基础数据表",
    "A1 附件\nA2 2021年度基础数据表\nA3 单位：某局\nA4 经费\n"
    "B5 1000000.00 ,2 =IF(ISNUMBER(数据!$B$15),ROUND(数据!$B$15*10000,2),IF(数据!$B$15=\"\",\"\",数据!$B$15))" },
  { "annex-not-applicable", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "附件 2021年度基础数据表", "B6 — =*" },
  { "annex-empty", "{" UNIT "}", ZP_PROFILE_SUBMIT, "附件 2021年度基础数据表", "B5  =*" },
  { "annex-as-kept", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "附件 2021年度基础数据表", "B10 0.7547 %2 =IF(数据!$F$17=\"\",\"\",数据!$F$17)" },
  { "annex-formula", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "附件 2021年度基础数据表", "C10 795000.00 ,2 =*" },
  { "sheet-a-row", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT, "附件2 甲_乙", "A1 附件2\nA2 项目自评表\nA3 （甲/乙）\nE7 51.00 ,2 =*" },
  { "annex-places-as-typed", "{" UNIT "," PROJECTS ", \"indicators\": [{\"project\": \"丙\", \"weight\": \"10\"}, {\"project\": \"丙\", \"weight\": \"2.5\"}]}",
    ZP_PROFILE_SUBMIT, "附件2 丙", "F5 10 0 =*\nF6 2.5 1 =*" },
  { "second-row", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT, "附件2 丙", "A3 （丙）" },
  { "no-finding", "{" UNIT "}", ZP_PROFILE_SUBMIT, "校验", "A3 No problems found" },
  { "finding", "{" UNIT "," MONEY ", \"budget.basic.final\": \"85\"}", ZP_PROFILE_SUBMIT, "校验", "A3 Error\nB3 基本支出全年预算: declared figure\nC3 基本支出全年预算|基本支出年初预算|基本支出年中追加\nD3 85.00 ,2\nE3 79.50 ,2\nF3 5.50 ,2\nG3 万元" },
};
/* clang-format on */

static void
print_value (GString *out, const ZpBookCell *cell)
{
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  switch (cell->value)
    {
    case ZP_BOOK_NUMBER:
      number = zp_decimal_to_string (cell->number, cell->percent ? 4 : cell->places);
      g_string_append_printf (out, "%s %s%s%d", number, cell->percent ? "%" : "",
                              cell->grouping ? "," : "", cell->places);
      break;
    case ZP_BOOK_DATE:
      day = zp_date_to_iso (cell->day);
      g_string_append (out, day);
      break;
    case ZP_BOOK_EMPTY:
    case ZP_BOOK_TEXT:
    default:
      lines = g_strsplit (cell->text != NULL ? cell->text : "", "\n", -1);
      text = g_strjoinv ("|", lines);
      g_string_append (out, text);
    }
}

/* Two lines for a formula: written out, and as =*. */
static char *
print_sheet (const ZpBookSheet *sheet)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%c%d ", 'A' + cell->column, cell->row + 1);
      print_value (line, cell);
      if (cell->comment != NULL)
        g_string_append_printf (line, " (%s)", cell->comment);
      if (cell->formula != NULL)
        g_string_append_printf (out, "%s =%s\n%s =*\n", line->str, cell->formula, line->str);
      else
        g_string_append_printf (out, "%s\n", line->str);
    }
  return g_string_free (out, FALSE);
}

static const ZpBookSheet *
find_sheet (const ZpBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const ZpBookSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  for (guint i = 0; i < book->sheets->len; i++)
    g_test_message ("sheet: %s", ((ZpBookSheet *) g_ptr_array_index (book->sheets, i))->name);
  return NULL;
}

static void
test_sheet (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReport) report = doc_fixture_small (row->data);
  g_autoptr (ZpBook) book = doc_fixture_book (report, row->profile);
  const ZpBookSheet *sheet = find_sheet (book, row->sheet);
  g_autofree char *text = NULL;
  g_auto (GStrv) wishes = g_strsplit (row->lines, "\n", -1);

  g_assert_nonnull (sheet);
  text = print_sheet (sheet);
  for (guint i = 0; wishes[i] != NULL; i++)
    doc_fixture_assert_lines (text, wishes[i]);
}

static char *
list_sheets (const ZpBook *book)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < book->sheets->len; i++)
    g_string_append_printf (names, "%s\n",
                            ((ZpBookSheet *) g_ptr_array_index (book->sheets, i))->name);
  return g_string_free (names, FALSE);
}

static void
test_names (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  g_autofree char *names = list_sheets (book);

  g_assert_cmpstr (
    names, ==,
    "附件1 部门整体支出绩效评价基础数据表\n附件2 2021年度部门整体支出绩效自评表\n"
    "附件3 产业运行监测经费\n附件3 业务信息系统运行维护费\n附件3 中小企业服务体系建设资金\n"
    "附件4 2021年度二级机构绩效自评复评情况表\n概览\n数据\n校验\n");
  g_assert_cmpstr (book->title, ==, "2021年度某市某局部门整体支出绩效自评报告");
  g_assert_cmpstr (book->author, ==, "某市某局");
}

/* Places no two cells of a sheet share, and merged ones inside the columns. */
static void
test_places (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const ZpBookSheet *sheet = g_ptr_array_index (book->sheets, i);
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const ZpBookCell *cell = g_ptr_array_index (sheet->cells, k);

          g_assert_cmpint (cell->column + cell->columns, <=, (int) sheet->widths->len);
          for (int row = cell->row; row < cell->row + cell->rows; row++)
            for (int column = cell->column; column < cell->column + cell->columns; column++)
              g_assert_true (g_hash_table_add (taken, GINT_TO_POINTER (row * 1000 + column + 1)));
        }
    }
}

/* Every figure that is computed and not declared stands as a formula. */
static void
test_all_live (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  const ZpBookSheet *sheet = find_sheet (book, "数据");
  const ZpPack *pack = zp_report_get_pack (report);
  guint n_computed = 0;
  guint n_formulas = 0;

  for (guint i = 0; i < pack->order->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (pack->order, i);
      int n_rows = def->every_row ? zp_report_count_rows (report, def->cell.block) : 1;

      for (int row = 0; row < n_rows; row++)
        {
          ZpCell cell = def->cell;

          cell.row = def->every_row ? row : cell.row;
          n_computed += zp_report_get_value (report, cell)->typed.state == ZP_CONTENT_EMPTY ? 1 : 0;
        }
    }
  for (guint i = 0; i < sheet->cells->len; i++)
    n_formulas += ((ZpBookCell *) g_ptr_array_index (sheet->cells, i))->formula != NULL ? 1 : 0;
  g_assert_cmpuint (n_formulas, ==, n_computed);
}

static const ZpBookCell *
find_cell (const ZpBookSheet *sheet, int row, int column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (cell->row == row && cell->column == column)
        return cell;
    }

  return NULL;
}

/* The charts of the pack, each drawn from live cells with words and numbers. */
static void
test_overview (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  const ZpBookSheet *sheet = find_sheet (book, "概览");
  static const char *const titles[] = { "预算执行率", "“三公”经费控制", "资金来源与去向",
                                        "资产构成" };
  static const int n_drawn[] = { 3, 4, 3, 3 };

  g_assert_nonnull (sheet);
  g_assert_cmpuint (sheet->charts->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < sheet->charts->len; i++)
    {
      const ZpBookChart *chart = g_ptr_array_index (sheet->charts, i);

      g_assert_cmpstr (chart->title, ==, titles[i]);
      g_assert_cmpint (chart->kind, ==, i < 2 ? ZP_BOOK_CHART_BARS : ZP_BOOK_CHART_PIE);
      g_assert_cmpint (chart->last - chart->first + 1, ==, n_drawn[i]);
      for (int row = chart->first; row <= chart->last; row++)
        {
          const ZpBookCell *figure = find_cell (sheet, row, chart->values);

          g_assert_nonnull (find_cell (sheet, row, chart->labels));
          g_assert_true (figure != NULL && figure->formula != NULL);
          g_assert_cmpint (figure->percent, ==, i < 2);
        }
    }
}

static const ZpBookRule *
find_rule (const ZpBookSheet *sheet, int row, int column)
{
  for (guint i = 0; i < sheet->rules->len; i++)
    {
      const ZpBookRule *rule = g_ptr_array_index (sheet->rules, i);

      if (rule->column == column && rule->first <= row && row <= rule->last)
        return rule;
    }

  return NULL;
}

/* What a clerk types has a rule, all rows of a table one; what is computed has none. */
static void
test_rules (void)
{
  g_autoptr (ZpReport) report = doc_fixture_small ("{" UNIT "," PROJECTS "}");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  const ZpBookSheet *sheet = find_sheet (book, "数据");
  const ZpBookRule *year = find_rule (sheet, 9, 1);
  const ZpBookRule *kind = find_rule (sheet, 20, 2);

  g_assert_nonnull (year);
  g_assert_cmpint (year->min.millionths, ==, zp_decimal_from_int (1949).millionths);
  g_assert_nonnull (kind);
  g_assert_cmpint (kind->first, ==, 20);
  g_assert_cmpint (kind->last, ==, 21);
  g_assert_cmpstr (kind->options[1], ==, "乙类");
  g_assert_nonnull (find_rule (sheet, 14, 1));
  g_assert_null (find_rule (sheet, 14, 3));
  g_assert_null (find_rule (sheet, 22, 3));
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (ZpReport) report = doc_fixture_example (NULL);
  g_autoptr (ZpBook) book = doc_fixture_book (report, (ZpProfile) GPOINTER_TO_INT (data));
  g_autofree char *names = list_sheets (book);

  g_assert_true (g_str_has_suffix (names, "\n概览\n数据\n校验\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/book-builder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_sheet);
    }
  g_test_add_func ("/book-builder/overview", test_overview);
  g_test_add_func ("/book-builder/rules", test_rules);
  g_test_add_func ("/book-builder/names", test_names);
  g_test_add_func ("/book-builder/places", test_places);
  g_test_add_func ("/book-builder/all-live", test_all_live);
  g_test_add_data_func ("/book-builder/empty/submit", GINT_TO_POINTER (ZP_PROFILE_SUBMIT),
                        test_empty);
  g_test_add_data_func ("/book-builder/empty/public", GINT_TO_POINTER (ZP_PROFILE_PUBLIC),
                        test_empty);
  return g_test_run ();
}
