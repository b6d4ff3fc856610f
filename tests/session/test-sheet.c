/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sheets: their shape, and what each kind of cell shows and says. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-sheet.h"

/* A pack with the things that the big one has not: other units, groups, rates over texts. */
static const char small_data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"info\", \"label\": \"信息\", \"items\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\", \"required\": true },"
  "  { \"key\": \"day\", \"label\": \"日期\", \"kind\": \"date\" },"
  "  { \"key\": \"year\", \"label\": \"年度\", \"kind\": \"year\" },"
  "  { \"key\": \"sum\", \"label\": \"金额\" },"
  "  { \"key\": \"share\", \"label\": \"占比\", \"kind\": \"percent\" } ] },"
  "{ \"grid\": \"costs\", \"label\": \"{info.year}年资金\", \"columns\": ["
  "  { \"key\": \"plan\", \"label\": \"{info.year}年预算\", \"group\": \"安排\", \"required\": "
  "true },"
  "  { \"key\": \"more\", \"label\": \"追加\", \"group\": \"安排\","
  "    \"default\": \"@plan * 10%\" },"
  "  { \"key\": \"paid\", \"label\": \"支出\", \"group\": \"执行\" },"
  "  { \"key\": \"rate\", \"label\": \"执行率\", \"kind\": \"percent\", \"group\": \"执行\","
  "    \"formula\": \"ratio(@paid, @plan)\" } ],"
  "  \"rows\": [ { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"cars + guests\" },"
  "    { \"key\": \"cars\", \"label\": \"公务用车\", \"formula\": \"buy + run\" },"
  "    { \"key\": \"buy\", \"label\": \"购置\" }, { \"key\": \"run\", \"label\": \"运行\" },"
  "    { \"key\": \"guests\", \"label\": \"接待\" } ] },"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"total\": [\"cost\"],"
  "  \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"sign\", \"label\": \"性质\", \"kind\": \"choice\", \"options\": [\"≥\", \"≤\"] },"
  "  { \"key\": \"goal\", \"label\": \"目标\", \"kind\": \"mixed\", \"measure\": \"unit\" },"
  "  { \"key\": \"unit\", \"label\": \"单位\", \"kind\": \"text\", \"length\": 10 },"
  "  { \"key\": \"times\", \"label\": \"次数\", \"kind\": \"number\", \"unit\": \"次\" },"
  "  { \"key\": \"cost\", \"label\": \"其中：费用\", \"group\": \"其中\" },"
  "  { \"key\": \"text\", \"label\": \"说明\", \"kind\": \"text\", \"lines\": 4 } ] } ] }";

static const char small_checks[] =
  "{ \"checks\": ["
  "{ \"check\": \"costs.low\", \"title\": \"接待偏高\", \"severity\": \"warning\","
  "  \"require\": \"costs.guests.paid <= 10万元\", \"instruction\": \"说明原因\","
  "  \"note\": \"allowed\" } ] }";

static ZpSheet *
open_sheet (ZpSession *session, const char *block)
{
  const ZpBlock *found = zp_pack_find_block (zp_session_get_pack (session), block);

  g_assert_nonnull (found);
  return zp_sheet_new (session, found->index);
}

static ZpSession *
open_small (void)
{
  return session_fixture_new (small_data, small_checks, NULL);
}

static void
view_cell (ZpSession *session, const char *id, ZpCellView *view)
{
  ZpCell cell = session_fixture_cell (session, id);
  g_autoptr (ZpSheet) sheet = zp_sheet_new (session, cell.block);
  int row;
  int column;

  g_assert_true (zp_sheet_find_cell (sheet, cell, &row, &column));
  zp_sheet_view (sheet, row, column, view);
  g_assert_true (zp_cell_equal (view->cell, cell));
}

typedef struct
{
  const char *example;
  const char *id;
  ZpCellLook look;
  ZpCellFill fill;
  ZpCellState state;
  const char *text;
  const char *second;
  const char *spoken; /* or NULL: not looked at */
} Expected;

/* clang-format off */
static const Expected cells[] = {
  { "printed", "budget.project.final", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "323.46", NULL,
    "项目支出, 全年预算, 323.46 万元, computed by the program" },
  { "printed", "budget.basic.initial", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "2,570.00", NULL, "基本支出, 年初预算, 2,570.00 万元" },
  { "printed", "budget.basic.carried", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_EMPTY,
    ZP_CELL_STATE_CLEAN, "", NULL, "基本支出, 上年结转" },
  { "printed", "budget.basic.actual", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_ERROR, "2,295.70", NULL,
    "基本支出, 实际支出, 2,295.70 万元, error, "
    "differs from 人员经费与公用经费之和 2,925.70 by −630.00, suggested 2,925.70" },
  { "printed", "budget.total.actual", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_ERROR, "3,653.00", "calc. 2,584.04", NULL },
  { "printed", "budget.basic.rate", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_AFFECTED, "87.87", "calc. 68.95",
    "基本支出, 执行率, declared 87.87 %, computed 68.95 %, does not agree" },
  { "printed", "budget.total.adjust", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_ROUNDING, "766.42", "calc. 766.43",
    "部门整体支出, 年中追加, 766.42 万元, rounding difference 0.01" },
  { "printed", "budget.project.rate", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "89.14", NULL, "项目支出, 执行率, 89.14 %" },
  { "printed", "projects[0].rate", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "82.86", NULL, "Row 1 项目前期工作经费, 执行率, 82.86 %" },
  { "printed", "achievements[3].actual", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "19,663", NULL, "Row 4 新开通5G基站, 实际完成, 19,663 个" },
  { "printed", "projects[0].issued", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "143.56", NULL,
    "Row 1 项目前期工作经费, 全年下达, 143.56 万元, filled in by the program, can be typed over" },
  { "printed", "projects.total.actual", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_WARNING, "246.54", NULL, NULL },
  { "printed", "report.year", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "2021", NULL, "年度, 2021" },
  { "printed", "report.date", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "2022年4月8日", NULL, "报告日期, 2022年4月8日" },
  { "corrected", "budget.basic.actual", ZP_CELL_LOOK_TYPED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "2,925.70", NULL, NULL },
  { "corrected", "budget.total.actual", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_CLEAN, "3,214.04", NULL, NULL },
  { "corrected", "budget.basic.balance", ZP_CELL_LOOK_COMPUTED, ZP_CELL_FILL_TEXT,
    ZP_CELL_STATE_ROUNDING, "403.84", "calc. 403.85", NULL },
};
/* clang-format on */

static void
test_cell (gconstpointer data)
{
  const Expected *expected = data;
  g_autofree char *example = g_strconcat ("reference-", expected->example, NULL);
  ZpSession *session = session_fixture_open (example);
  g_auto (ZpCellView) view = { 0 };

  view_cell (session, expected->id, &view);
  g_assert_cmpint (view.look, ==, expected->look);
  g_assert_cmpint (view.fill, ==, expected->fill);
  g_assert_cmpint (view.state, ==, expected->state);
  g_assert_cmpstr (view.text, ==, expected->text);
  g_assert_cmpstr (view.second, ==, expected->second);
  if (expected->spoken != NULL)
    g_assert_cmpstr (view.spoken, ==, expected->spoken);
  g_assert_true ((view.tooltip != NULL) == (view.state != ZP_CELL_STATE_CLEAN));
  session_fixture_close (session);
}

static void
test_tooltip (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_auto (ZpCellView) wrong = { 0 };
  g_auto (ZpCellView) rounded = { 0 };

  view_cell (session, "budget.basic.actual", &wrong);
  view_cell (session, "budget.total.adjust", &rounded);
  g_assert_nonnull (strstr (wrong.tooltip, "2,925.70 万元"));
  g_assert_nonnull (strstr (wrong.tooltip, "\n核对人员经费"));
  g_assert_nonnull (strstr (rounded.tooltip, "Rounding of 0.01 万元"));
  session_fixture_close (session);
}

static void
test_required_and_not_applicable (void)
{
  ZpSession *session = open_small ();
  g_auto (ZpCellView) required = { 0 };
  g_auto (ZpCellView) none = { 0 };
  g_auto (ZpCellView) computed = { 0 };

  session_fixture_type (session, "costs.buy.paid", "无");
  view_cell (session, "costs.buy.plan", &required);
  view_cell (session, "costs.buy.paid", &none);
  view_cell (session, "costs.all.plan", &computed);

  g_assert_cmpint (required.fill, ==, ZP_CELL_FILL_REQUIRED);
  g_assert_cmpint (required.state, ==, ZP_CELL_STATE_CLEAN);
  g_assert_cmpstr (required.spoken, ==, "购置, __年预算, to be filled in");
  g_assert_cmpint (none.fill, ==, ZP_CELL_FILL_NOT_APPLICABLE);
  g_assert_cmpstr (none.text, ==, "—");
  g_assert_cmpstr (none.spoken, ==, "购置, 支出, not applicable");
  g_assert_cmpint (computed.fill, ==, ZP_CELL_FILL_EMPTY);
  session_fixture_close (session);
}

static void
test_warning_and_note (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;
  g_auto (ZpCellView) open = { 0 };
  g_auto (ZpCellView) explained = { 0 };
  g_auto (ZpCellView) again = { 0 };

  session_fixture_type (session, "costs.guests.paid", "20");
  view_cell (session, "costs.guests.paid", &open);
  g_assert_cmpint (open.state, ==, ZP_CELL_STATE_WARNING);
  g_assert_cmpstr (open.tooltip, ==, "接待偏高\n说明原因");
  g_assert_cmpstr (open.spoken, ==, "接待, 支出, 20.00 万元, warning, 接待偏高");

  zp_session_write_note (session, "costs.low", "两次会议", &error);
  g_assert_no_error (error);
  view_cell (session, "costs.guests.paid", &explained);
  g_assert_cmpint (explained.state, ==, ZP_CELL_STATE_EXPLAINED);
  g_assert_cmpstr (explained.tooltip, ==, "Explained: 两次会议");
  g_assert_cmpstr (explained.spoken, ==, "接待, 支出, 20.00 万元, explained by a note");

  session_fixture_type (session, "costs.guests.paid", "21");
  view_cell (session, "costs.guests.paid", &again);
  g_assert_cmpint (again.state, ==, ZP_CELL_STATE_WARNING);
  session_fixture_close (session);
}

static void
test_signs_and_units (void)
{
  ZpSession *session = open_small ();
  g_auto (ZpCellView) negative = { 0 };
  g_auto (ZpCellView) share = { 0 };
  g_auto (ZpCellView) guess = { 0 };

  session_fixture_type (session, "info.sum", "-1234.5");
  session_fixture_type (session, "info.share", "12.5%");
  session_fixture_type (session, "costs.buy.plan", "1000");
  view_cell (session, "info.sum", &negative);
  view_cell (session, "info.share", &share);
  view_cell (session, "costs.buy.more", &guess);

  g_assert_cmpstr (negative.text, ==, "−1,234.50");
  g_assert_null (negative.suffix);
  g_assert_cmpstr (share.text, ==, "12.50");
  g_assert_cmpstr (share.suffix, ==, "%");
  g_assert_true (guess.is_default);
  g_assert_cmpstr (guess.text, ==, "100.00");
  g_assert_true (guess.is_figure);
  session_fixture_close (session);
}

/* A declared figure that shows as the computed one leaves no trace. */
static void
test_declared (void)
{
  ZpSession *session = open_small ();
  g_auto (ZpCellView) same = { 0 };
  g_auto (ZpCellView) other = { 0 };

  session_fixture_type (session, "costs.buy.plan", "3");
  session_fixture_type (session, "costs.buy.paid", "1");
  session_fixture_type (session, "costs.buy.rate", "33.33");
  view_cell (session, "costs.buy.rate", &same);
  g_assert_null (same.second);
  g_assert_cmpint (same.state, ==, ZP_CELL_STATE_CLEAN);

  session_fixture_type (session, "costs.buy.rate", "50");
  view_cell (session, "costs.buy.rate", &other);
  g_assert_cmpstr (other.text, ==, "50.00");
  g_assert_cmpstr (other.second, ==, "calc. 33.33");
  g_assert_cmpint (other.state, >=, ZP_CELL_STATE_AFFECTED);
  session_fixture_close (session);
}

static void
test_grid (void)
{
  ZpSession *session = open_small ();
  g_autoptr (ZpSheet) sheet = open_sheet (session, "costs");
  const int indents[] = { 0, 1, 2, 2, 1 };
  g_autofree char *unit = zp_sheet_get_unit (sheet);
  g_autofree char *title = NULL;

  session_fixture_type (session, "info.year", "2022");
  title = zp_sheet_get_title (sheet);
  g_assert_cmpstr (title, ==, "2022年资金");
  g_assert_cmpstr (unit, ==, "万元");
  g_assert_cmpint (zp_sheet_count_columns (sheet), ==, 4);
  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 5);
  g_assert_true (zp_sheet_has_groups (sheet));
  g_assert_false (zp_sheet_has_open_rows (sheet));
  g_assert_cmpstr (zp_sheet_get_column (sheet, 0)->label, ==, "2022年预算");
  g_assert_cmpstr (zp_sheet_get_column (sheet, 0)->group, ==, "安排");
  g_assert_cmpstr (zp_sheet_get_column (sheet, 3)->label, ==, "执行率 %");
  g_assert_cmpint (zp_sheet_get_column (sheet, 3)->width, ==, ZP_SHEET_WIDTH_RATE);
  for (int row = 0; row < 5; row++)
    {
      g_auto (ZpSheetRow) head = { 0 };

      zp_sheet_get_row (sheet, row, &head);
      g_assert_cmpint (head.indent, ==, indents[row]);
      g_assert_true (head.is_total == (row == 0));
      g_assert_false (head.is_row);
    }
  g_assert_false (zp_sheet_is_typed (sheet, 0, 0));
  g_assert_true (zp_sheet_is_typed (sheet, 2, 0));
  g_assert_true (zp_sheet_is_typed (sheet, 2, 1));
  g_assert_false (zp_sheet_is_typed (sheet, 2, 3));
  g_clear_pointer (&sheet, zp_sheet_free);
  session_fixture_close (session);
}

static void
test_table (void)
{
  ZpSession *session = open_small ();
  g_autoptr (ZpSheet) sheet = open_sheet (session, "works");
  g_auto (ZpSheetRow) row = { 0 };
  g_auto (ZpSheetRow) total = { 0 };
  ZpCell cell;
  const ZpSheetWidth widths[] = { ZP_SHEET_WIDTH_TEXT,     ZP_SHEET_WIDTH_WORD,
                                  ZP_SHEET_WIDTH_MONEY,    ZP_SHEET_WIDTH_WORD,
                                  ZP_SHEET_WIDTH_COUNT,    ZP_SHEET_WIDTH_MONEY,
                                  ZP_SHEET_WIDTH_LONG_TEXT };

  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 1);
  session_fixture_add_rows (session, "works", 2);
  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 3);
  for (int i = 0; i < (int) G_N_ELEMENTS (widths); i++)
    g_assert_cmpint (zp_sheet_get_column (sheet, i)->width, ==, widths[i]);
  g_assert_cmpstr (zp_sheet_get_column (sheet, 4)->label, ==, "次数 次");
  g_assert_cmpstr (zp_sheet_get_column (sheet, 5)->label, ==, "费用");
  zp_sheet_get_row (sheet, 1, &row);
  zp_sheet_get_row (sheet, 2, &total);
  g_assert_cmpstr (row.label, ==, "2");
  g_assert_true (row.is_row && !row.is_total);
  g_assert_true (total.is_total && !total.is_row);
  g_assert_true (zp_sheet_get_cell (sheet, 2, 5, &cell));
  g_assert_cmpint (cell.row, ==, ZP_ROW_TOTAL);
  g_assert_false (zp_sheet_get_cell (sheet, 2, 0, &cell));
  g_assert_false (zp_sheet_get_cell (sheet, 3, 0, &cell));
  g_assert_false (zp_sheet_get_cell (sheet, 0, 7, &cell));
  g_clear_pointer (&sheet, zp_sheet_free);
  session_fixture_close (session);
}

static void
test_fields (void)
{
  ZpSession *session = open_small ();
  g_autoptr (ZpSheet) sheet = open_sheet (session, "info");
  g_auto (ZpSheetRow) row = { 0 };
  int at;
  int column;

  g_assert_cmpint (zp_sheet_count_columns (sheet), ==, 1);
  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 5);
  zp_sheet_get_row (sheet, 3, &row);
  g_assert_cmpstr (row.label, ==, "金额");
  g_assert_true (
    zp_sheet_find_cell (sheet, session_fixture_cell (session, "info.sum"), &at, &column));
  g_assert_cmpint (at, ==, 3);
  g_assert_cmpint (column, ==, 0);
  g_assert_false (
    zp_sheet_find_cell (sheet, session_fixture_cell (session, "costs.buy.paid"), &at, &column));
  g_clear_pointer (&sheet, zp_sheet_free);
  session_fixture_close (session);
}

static void
assert_entry (ZpSheet *sheet, int row, int column, const char *expected)
{
  g_autofree char *entry = zp_sheet_get_entry (sheet, row, column);

  g_assert_cmpstr (entry, ==, expected);
}

static void
test_entry (void)
{
  ZpSession *session = open_small ();
  g_autoptr (ZpSheet) info = open_sheet (session, "info");
  g_autoptr (ZpSheet) money = open_sheet (session, "costs");

  session_fixture_type (session, "info.sum", "1,234.5");
  session_fixture_type (session, "info.day", "2022年4月8日");
  session_fixture_type (session, "costs.buy.plan", "1.234567");
  session_fixture_type (session, "costs.run.plan", "—");
  assert_entry (info, 3, 0, "1234.50");
  assert_entry (info, 1, 0, "2022-04-08");
  assert_entry (info, 0, 0, "");
  assert_entry (money, 2, 0, "1.234567");
  assert_entry (money, 3, 0, "—");
  assert_entry (money, 1, 0, "1.23");
  g_clear_pointer (&info, zp_sheet_free);
  g_clear_pointer (&money, zp_sheet_free);
  session_fixture_close (session);
}

/* Every cell of every sheet can be looked at, and says where it is. */
static void
test_all_cells (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpPack *pack = zp_session_get_pack (session);

  for (int block = 0; block < (int) pack->blocks->len; block++)
    {
      g_autoptr (ZpSheet) sheet = zp_sheet_new (session, block);

      for (int row = 0; row < zp_sheet_count_rows (sheet); row++)
        for (int column = 0; column < zp_sheet_count_columns (sheet); column++)
          {
            g_auto (ZpCellView) view = { 0 };
            ZpCell cell;

            zp_sheet_view (sheet, row, column, &view);
            g_assert_true ((view.look != ZP_CELL_LOOK_NONE) ==
                           zp_sheet_get_cell (sheet, row, column, &cell));
            g_assert_true (*view.spoken != '\0');
          }
    }
  session_fixture_close (session);
}

/* The cursor also comes to the places of a total row that have no total. */
static void
test_no_cell (void)
{
  ZpSession *session = session_fixture_open ("full");
  int block = zp_pack_find_block (zp_session_get_pack (session), "projects")->index;
  g_autoptr (ZpSheet) sheet = zp_sheet_new (session, block);
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view (sheet, zp_sheet_count_rows (sheet) - 1, 0, &view);
  g_assert_cmpint (view.look, ==, ZP_CELL_LOOK_NONE);
  g_assert_cmpstr (view.spoken, ==, "合计, 项目名称, nothing to be filled in");
  g_clear_pointer (&sheet, zp_sheet_free);
  session_fixture_close (session);
}

/* Rows that say the same in the first column weigh together what the report asks of a level. */
static void
test_weight (void)
{
  ZpSession *session = session_fixture_open ("full");
  int block = zp_pack_find_block (zp_session_get_pack (session), "indicators")->index;
  g_autoptr (ZpSheet) sheet = zp_sheet_new (session, block);
  g_autoptr (ZpSheet) budget =
    zp_sheet_new (session, zp_pack_find_block (zp_session_get_pack (session), "budget")->index);
  g_autofree char *first = zp_sheet_get_weight (sheet, 0, 0);
  g_autofree char *total = zp_sheet_get_weight (sheet, zp_sheet_count_rows (sheet) - 1, 0);
  g_autofree char *none = zp_sheet_get_weight (budget, 0, 0);

  g_assert_cmpstr (first, ==, "50 points");
  g_assert_null (total);
  g_assert_null (none);
  g_clear_pointer (&sheet, zp_sheet_free);
  g_clear_pointer (&budget, zp_sheet_free);
  session_fixture_close (session);
}

static void
test_locked (void)
{
  ZpSession *session = open_small ();
  g_autoptr (ZpSheet) sheet = open_sheet (session, "costs");

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  g_assert_false (zp_sheet_is_typed (sheet, 2, 0));
  g_clear_pointer (&sheet, zp_sheet_free);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/cell/%s/%s", cells[i].example, cells[i].id);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  g_test_add_func ("/sheet/tooltip", test_tooltip);
  g_test_add_func ("/sheet/required-and-not-applicable", test_required_and_not_applicable);
  g_test_add_func ("/sheet/warning-and-note", test_warning_and_note);
  g_test_add_func ("/sheet/signs-and-units", test_signs_and_units);
  g_test_add_func ("/sheet/declared", test_declared);
  g_test_add_func ("/sheet/grid", test_grid);
  g_test_add_func ("/sheet/table", test_table);
  g_test_add_func ("/sheet/fields", test_fields);
  g_test_add_func ("/sheet/entry", test_entry);
  g_test_add_func ("/sheet/all-cells", test_all_cells);
  g_test_add_func ("/sheet/no-cell", test_no_cell);
  g_test_add_func ("/sheet/weight", test_weight);
  g_test_add_func ("/sheet/locked", test_locked);
  return g_test_run ();
}
