/* SPDX-License-Identifier: GPL-3.0-or-later
 * What documents tell of findings: notes printed in the text, and the sheet 校验, both in the words
 * of the pack. */
#include "doc-fixture.h"

#include <string.h>

#include "check/zp-checker.h"
#include "zp-test.h"

#define BASE "\"unit.name\": \"某局\", \"report.year\": \"2021\""

/**
 * NoteRow:
 * @finding @note: what is noted, or %NULL
 * @later: what is filled in after that, or %NULL
 */
typedef struct
{
  const char *name;
  const char *data;
  const char *finding;
  const char *note;
  const char *later;
  ZpProfile profile;
  const char *lines;
} NoteRow;

/* clang-format off */
static const NoteRow note_rows[] = {
  { "none", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", NULL, NULL, NULL, ZP_PROFILE_SUBMIT,
    "H1 二、说明\nP 无。\n!说明如下\n!其中支出" },
  { "valid", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", "over", "经批准，由上年结余支付", NULL, ZP_PROFILE_SUBMIT,
    "H1 二、说明\nP {unit.name:某局}对下列事项说明如下：\nP 1.支出不超过预算：经批准，由上年结余支付\nP 其中支出：\nP 1.支出不超过预算：经批准，由上年结余支付\n!无。" },
  { "void", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", "over", "经批准", "{\"funds.actual\": \"13\"}", ZP_PROFILE_SUBMIT,
    "H1 二、说明\nP 无。\n!经批准\n!其中支出" },
  { "set-back", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", "over", "经批准", "{\"unit.secret\": \"0.5\"}", ZP_PROFILE_SUBMIT,
    "P 1.支出不超过预算：经批准" },
  { "limited", "{" BASE ", \"funds.budget\": \"10\", \"goods\": [{\"name\": \"桌\", \"cost\": \"6\"}]}", "dear[0]", "含安装", NULL, ZP_PROFILE_SUBMIT,
    "P {unit.name:某局}对下列事项说明如下：\nP 1.桌的金额：含安装\n!其中支出" },
  { "when", "{" BASE ", \"funds.budget\": \"-1\", \"funds.actual\": \"12\"}", "over", "经批准", NULL, ZP_PROFILE_SUBMIT,
    "P 1.支出不超过预算：经批准\n!其中支出" },
  { "several-lines", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", "over", "甲\n\n  乙 ", NULL, ZP_PROFILE_SUBMIT,
    "P 1.支出不超过预算：甲\nP 乙" },
  { "braces", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}", "over", "{unit.secret}{1}", NULL, ZP_PROFILE_SUBMIT,
    "P 1.支出不超过预算：{unit.secret}{1}" },
  { "hidden", "{" BASE ", \"unit.secret\": \"9\"}", "hidden", "内情", NULL, ZP_PROFILE_SUBMIT, "P 1.内部数不大：内情" },
  { "hidden-withheld", "{" BASE ", \"unit.secret\": \"9\"}", "hidden", "内情", NULL, ZP_PROFILE_PUBLIC, "P 无。\n!内情" },
  { "row-without-name", "{" BASE ", \"goods\": [{\"name\": \"桌\", \"cost\": \"1\"}, {\"cost\": \"6\"}]}", "dear[1]", "含安装", NULL, ZP_PROFILE_SUBMIT,
    "P 1.〔未填：物品第 2 行：品名〕的金额：含安装" },
};

typedef struct
{
  const char *name;
  const char *data;
  ZpProfile profile;
  const char *title;
  const char *cells; /* places|found|expected|difference|unit of the finding of that title, lines parted by / */
} SheetRow;

static const SheetRow sheet_rows[] = {
  { "comparison", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"1200\"}", ZP_PROFILE_SUBMIT, "支出不超过预算", "支出数/预算数|1200.00|10.00|1190.00|万元" },
  { "declared", "{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"5\", \"funds.rate\": \"60\"}", ZP_PROFILE_SUBMIT, "执行率：填报数", "执行率/支出数/预算数|60.00|50.00|10.00|%" },
  { "texts", "{" BASE "}", ZP_PROFILE_SUBMIT, "单位名称照写", "单位名称|某局|某某局||" },
  { "scan", "{" BASE ", \"text.body\": \"帐户拔付\"}", ZP_PROFILE_SUBMIT, "错别字", "正文|帐户/拔付|账户/拨付||" },
  { "scan-hidden", "{" BASE ", \"text.secret\": \"帐户\"}", ZP_PROFILE_PUBLIC, "错别字", NULL },
  { "range", "{" BASE ", \"funds.budget\": \"1200\"}", ZP_PROFILE_SUBMIT, "预算数：允许范围", "预算数|1200.00|≥ 0/≤ 1000||万元" },
  { "length", "{\"unit.name\": \"某市某某管理局\"}", ZP_PROFILE_SUBMIT, "单位名称：字数", "单位名称|7|≤ 6||字" },
  { "required", "{\"report.year\": \"2021\"}", ZP_PROFILE_SUBMIT, "单位名称：必填", "单位名称||||" },
  { "unique", "{\"works\": [{\"name\": \"路\"}, {\"name\": \"路\"}]}", ZP_PROFILE_SUBMIT, "工程：名称：不得重复", "路名称|路|||" },
  { "reference", "{\"goods\": [{\"name\": \"桌\", \"work\": \"桥\"}]}", ZP_PROFILE_SUBMIT, "物品：用于：所指的行", "物品第 1 行：用于|桥|||" },
  { "rows", "{\"goods\": [{\"name\": \"桌\"}, {\"name\": \"椅\"}]}", ZP_PROFILE_SUBMIT, "物品：行数", "物品|2|≤ 1||行" },
  { "total", "{\"goods\": [{\"name\": \"桌\", \"cost\": \"1\"}], \"goods.total.cost\": \"2\"}", ZP_PROFILE_SUBMIT, "物品，合计：金额：合计", "物品，合计：金额/物品第 1 行：金额|2.00|1.00|1.00|万元" },
};
/* clang-format on */

static ZpReport *
open_noted (const char *data)
{
  g_autofree char *path = zp_test_source ("tests/document/packs/noted");
  g_autoptr (ZpPack) pack = zp_test_load_pack (path);
  ZpReport *report = zp_report_new (pack);

  doc_fixture_fill (report, data);
  return report;
}

static void
write_note (ZpReport *report, const char *finding, const char *text)
{
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_checker_make_note (checker, finding, text, "张三", 0, &error);

  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

static void
test_note (gconstpointer data)
{
  const NoteRow *row = data;
  g_autoptr (ZpReport) report = open_noted (row->data);
  g_autofree char *text = NULL;

  if (row->finding != NULL)
    write_note (report, row->finding, row->note);
  if (row->later != NULL)
    doc_fixture_fill (report, row->later);
  text = doc_fixture_print (report, row->profile);
  doc_fixture_assert_lines (text, row->lines);
}

static const ZpBookSheet *
get_findings (const ZpBook *book)
{
  return g_ptr_array_index (book->sheets, book->sheets->len - 1);
}

static const ZpBookCell *
get_cell (const ZpBookSheet *sheet, int row, int column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (cell->row == row && cell->column == column)
        return cell;
    }
  return NULL;
}

static char *
show_cell (const ZpBookSheet *sheet, int row, int column)
{
  const ZpBookCell *cell = get_cell (sheet, row, column);
  g_auto (GStrv) lines = NULL;

  if (cell == NULL || cell->value == ZP_BOOK_EMPTY)
    return g_strdup ("");
  if (cell->value == ZP_BOOK_NUMBER)
    return zp_decimal_to_string (cell->number, cell->places);
  lines = g_strsplit (cell->text, "\n", -1);
  return g_strjoinv ("/", lines);
}

static int
find_row (const ZpBookSheet *sheet, const char *title)
{
  for (int row = 2; get_cell (sheet, row, 1) != NULL; row++)
    if (g_strcmp0 (get_cell (sheet, row, 1)->text, title) == 0)
      return row;
  return -1;
}

static void
test_sheet (gconstpointer data)
{
  const SheetRow *row = data;
  g_autoptr (ZpReport) report = open_noted (row->data);
  g_autoptr (ZpBook) book = doc_fixture_book (report, row->profile);
  const ZpBookSheet *sheet = get_findings (book);
  int at = find_row (sheet, row->title);
  g_autoptr (GString) cells = g_string_new (NULL);

  if (row->cells == NULL)
    {
      g_assert_cmpint (at, ==, -1);
      return;
    }
  g_assert_cmpint (at, >=, 0);
  for (int column = 2; column <= 6; column++)
    {
      g_autofree char *text = show_cell (sheet, at, column);

      g_string_append_printf (cells, "%s%s", column > 2 ? "|" : "", text);
    }
  g_assert_cmpstr (cells->str, ==, row->cells);
}

static char *
show_row (const ZpBookSheet *sheet, int row, int first)
{
  GString *cells = g_string_new (NULL);

  for (int column = first; column < (int) sheet->widths->len; column++)
    {
      g_autofree char *text = show_cell (sheet, row, column);

      g_string_append_printf (cells, "%s%s", column > first ? "|" : "", text);
    }
  return g_string_free (cells, FALSE);
}

/* Heads, and a row from what to do on: instruction, basis, hint, note with author and day. */
static void
test_row (void)
{
  g_autoptr (ZpReport) report =
    open_noted ("{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}");
  g_autoptr (ZpBook) book = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *heads = NULL;
  g_autofree char *told = NULL;

  write_note (report, "over", "经批准");
  book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  summary = show_cell (get_findings (book), 0, 0);
  heads = show_row (get_findings (book), 1, 0);
  told = show_row (get_findings (book), find_row (get_findings (book), "支出不超过预算"), 7);
  g_assert_cmpstr (summary, ==, "共检查 7 项，因缺数未检查 3 项：错误 0，需说明 1，尾差 0，提示 1");
  g_assert_cmpstr (heads, ==,
                   "程度|检查项目|涉及的数|填报|应为（对照）|相差|单位|处理办法|依据|可能有误|"
                   "似应为|审核说明|说明人|说明时间");
  g_assert_cmpstr (told, ==, "核对，或说明资金来源|某市办法|||经批准|张三|1970-01-01");
}

static void
test_void_note (void)
{
  g_autoptr (ZpReport) report =
    open_noted ("{" BASE ", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}");
  g_autoptr (ZpBook) book = NULL;
  g_autofree char *note = NULL;

  write_note (report, "over", "经批准");
  doc_fixture_fill (report, "{\"funds.actual\": \"13\"}");
  book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  note = show_cell (get_findings (book), find_row (get_findings (book), "支出不超过预算"), 11);
  g_assert_cmpstr (note, ==, "经批准（数字已变动，说明失效）");
}

/* The note stands as a comment on the figure that the finding names first, without its author in
 * public, and not at all on what is withheld. */
static void
test_comment (gconstpointer data)
{
  ZpProfile profile = (ZpProfile) GPOINTER_TO_INT (data);
  g_autoptr (ZpReport) report = open_noted (
    "{" BASE ", \"unit.secret\": \"9\", \"funds.budget\": \"10\", \"funds.actual\": \"12\"}");
  g_autoptr (ZpBook) book = NULL;
  const ZpBookSheet *sheet = NULL;
  g_autoptr (GString) comments = g_string_new (NULL);

  write_note (report, "over", "经批准");
  write_note (report, "hidden", "内情");
  book = doc_fixture_book (report, profile);
  sheet = g_ptr_array_index (book->sheets, book->sheets->len - 2);
  g_assert_cmpstr (sheet->name, ==, "数据");
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);
      g_autofree char *value = show_cell (sheet, cell->row, cell->column);

      if (cell->comment != NULL)
        g_string_append_printf (comments, "[%s %s]", value, cell->comment);
    }
  g_assert_cmpstr (
    comments->str, ==,
    profile == ZP_PROFILE_PUBLIC
      ? "[12.00 支出不超过预算\n审核说明：经批准]"
      : "[9.00 内部数不大\n审核说明：内情\n张三][12.00 支出不超过预算\n审核说明：经批准\n张三]");
}

/* The figure that is probably wrong with its unit, and what it should be. */
static void
test_hint (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("reference-printed");
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  const ZpBookSheet *sheet = get_findings (book);
  int row = find_row (sheet, "实际支出合计");
  g_autofree char *suspect = show_cell (sheet, row, 9);
  g_autofree char *suggested = show_cell (sheet, row, 10);

  g_assert_cmpstr (suspect, ==, "部门整体支出实际支出（万元）");
  g_assert_cmpstr (suggested, ==, "3214.04");
}

/* A sum of very many figures must not fill the sheet. */
static void
test_many_places (void)
{
  g_autoptr (GString) data =
    g_string_new ("{\"goods.total.cost\": \"1\", \"goods\": [{\"cost\": \"1\"}");
  g_autoptr (ZpReport) report = NULL;
  g_autoptr (ZpBook) book = NULL;
  g_autofree char *places = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (data, ", {\"cost\": \"1\"}");
  g_string_append (data, "]}");
  report = open_noted (data->str);
  book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  places =
    show_cell (get_findings (book), find_row (get_findings (book), "物品，合计：金额：合计"), 2);
  g_assert_true (g_str_has_suffix (places, "/物品第 19 行：金额/…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (note_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/finding/notes/", note_rows[i].name, NULL);

      g_test_add_data_func (path, &note_rows[i], test_note);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sheet_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/finding/sheet/", sheet_rows[i].name, NULL);

      g_test_add_data_func (path, &sheet_rows[i], test_sheet);
    }
  g_test_add_func ("/finding/row", test_row);
  g_test_add_func ("/finding/void-note", test_void_note);
  g_test_add_data_func ("/finding/comment/submit", GINT_TO_POINTER (ZP_PROFILE_SUBMIT),
                        test_comment);
  g_test_add_data_func ("/finding/comment/public", GINT_TO_POINTER (ZP_PROFILE_PUBLIC),
                        test_comment);
  g_test_add_func ("/finding/hint", test_hint);
  g_test_add_func ("/finding/many-places", test_many_places);
  return g_test_run ();
}
