/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is known of a cell: meaning, formula, operands, readers, texts, past. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-cell-facts.h"

static const char small_data[] =
  "{ \"blocks\": ["
  "{ \"grid\": \"spend\", \"label\": \"支出\", \"basis\": \"某号\", \"help\": \"全表\","
  "  \"columns\": ["
  "  { \"key\": \"earlier\", \"label\": \"上年\", \"default\": \"prior(@paid)\" },"
  "  { \"key\": \"plan\", \"label\": \"预算\", \"help\": \"批复数\", \"source\": \"批复\" },"
  "  { \"key\": \"paid\", \"label\": \"支出\" },"
  "  { \"key\": \"rest\", \"label\": \"结余\", \"formula\": \"@plan - @paid\" },"
  "  { \"key\": \"odd\", \"label\": \"比率\", \"kind\": \"percent\","
  "    \"formula\": \"ratio(@plan - @paid, @plan)\" } ],"
  "  \"rows\": [ { \"key\": \"one\", \"label\": \"甲\", \"help\": \"甲行\" }, { \"key\": \"two\", "
  "\"label\": \"乙\" },"
  "    { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"one + two\" } ] },"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"total\": [\"cost\"],"
  "  \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" },"
  "  { \"key\": \"share\", \"label\": \"占比\", \"kind\": \"percent\","
  "    \"formula\": \"ratio(@cost, works.total.cost)\" } ] },"
  "{ \"fields\": \"sums\", \"label\": \"汇总\", \"items\": ["
  "  { \"key\": \"gap\", \"label\": \"差额\", \"formula\": \"spend.all.paid - works.total.cost\" } "
  "] } ] }";

static const char small_document[] =
  "{ \"parts\": [ { \"part\": \"body\", \"title\": \"报告\", \"sections\": ["
  "  { \"section\": \"s\", \"heading\": \"概况\", \"content\": ["
  "    { \"text\": \"text.scale\", \"label\": \"规模\", \"template\": \"支出{spend.all.paid}。\" },"
  "    { \"text\": \"text.free\", \"label\": \"其他\" } ] },"
  "  { \"section\": \"t\", \"heading\": \"结果\", \"content\": ["
  "    { \"text\": \"text.more\", \"label\": \"再说\", \"when\": \"works.total.cost > 100万元\","
  "      \"template\": \"共支出{spend.all.paid}，工作{works.total.cost}。\" } ] } ] } ] }";

static ZpSession *
open_small (void)
{
  return session_fixture_new (small_data, NULL, small_document);
}

static char *
join_uses (GPtrArray *uses)
{
  g_autoptr (GPtrArray) owned = uses;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    {
      const ZpUse *use = g_ptr_array_index (owned, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? "; " : "", use->id, use->label);
    }
  return g_string_free (text, FALSE);
}

static char *
join_operands (GPtrArray *operands)
{
  g_autoptr (GPtrArray) owned = operands;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    {
      const ZpOperand *operand = g_ptr_array_index (owned, i);

      g_string_append_printf (text, "%s%s%s %s (%s)", i > 0 ? "; " : "",
                              operand->sign != NULL ? operand->sign : "", operand->label,
                              operand->figure != NULL ? operand->figure : "?",
                              operand->origin != NULL ? operand->origin : "-");
    }
  return g_string_free (text, FALSE);
}

static char *
join_past (GPtrArray *past)
{
  g_autoptr (GPtrArray) owned = past;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    {
      const ZpPast *step = g_ptr_array_index (owned, i);

      g_string_append_printf (
        text, "%s%s: %s>%s", i > 0 ? "; " : "", step->author != NULL ? step->author : "-",
        step->before != NULL ? step->before : "", step->after != NULL ? step->after : "");
    }
  return g_string_free (text, FALSE);
}

typedef char *(*FactFunc) (ZpSession *session, ZpCell cell);

static char *
get_operands (ZpSession *session, ZpCell cell)
{
  return join_operands (zp_cell_facts_list_operands (session, cell));
}

static char *
get_readers (ZpSession *session, ZpCell cell)
{
  return join_uses (zp_cell_facts_list_readers (session, cell));
}

static char *
get_passages (ZpSession *session, ZpCell cell)
{
  return join_uses (zp_cell_facts_list_passages (session, cell));
}

static char *
get_help (ZpSession *session, ZpCell cell)
{
  return g_strdup (zp_cell_facts_get_help (session, cell));
}

static char *
get_source (ZpSession *session, ZpCell cell)
{
  return g_strdup (zp_cell_facts_get_source (session, cell));
}

static char *
get_basis (ZpSession *session, ZpCell cell)
{
  return g_strdup (zp_cell_facts_get_basis (session, cell));
}

typedef struct
{
  const char *name;
  const char *id;
  FactFunc func;
  const char *expected; /* or NULL: no such fact */
} Fact;

/* clang-format off */
static const Fact facts[] = {
  { "name", "budget.basic.actual", zp_cell_facts_get_name, "基本支出 · 实际支出" },
  { "name", "score.total", zp_cell_facts_get_name, "自评总分" },
  { "name", "achievements[3].actual", zp_cell_facts_get_name, "新开通5G基站 · 实际完成" },
  { "figure", "budget.basic.actual", zp_cell_facts_get_figure, "2,295.70 万元" },
  { "figure", "budget.total.rate", zp_cell_facts_get_figure, "87.98 %" },
  { "figure", "budget.basic.carried", zp_cell_facts_get_figure, "not filled in" },
  { "help", "budget.total.balance", get_help, "全年预算－实际支出，包括结转下年的和由财政收回的。" },
  { "help", "income.fund.final", get_help,
    "政府性基金预算安排、专款专用的资金。取数：财决09表。" },
  { "source", "budget.basic.actual", get_source, "财决04表基本支出、项目支出合计" },
  { "source", "budget.basic.rate", get_source, NULL },
  { "basis", "budget.total.rate", get_basis, "财预〔2020〕10号" },
  { "formula", "budget.total.rate", zp_cell_facts_get_formula, "执行率 = 实际支出 ÷ 全年预算" },
  { "formula", "budget.total.actual", zp_cell_facts_get_formula,
    "部门整体支出 = 基本支出 + 项目支出" },
  { "formula", "budget.basic.actual", zp_cell_facts_get_formula, NULL },
  { "working", "achievements[3].rate", zp_cell_facts_get_working, "19,663 ÷ 20,000 = 98.32 %" },
  { "working", "budget.total.actual", zp_cell_facts_get_working,
    "2,295.70 + 288.34 = 2,584.04 万元" },
  { "working", "budget.basic.final", zp_cell_facts_get_working,
    "2,570.00 + 759.55 = 3,329.55 万元" },
  { "computed", "budget.total.rate", zp_cell_facts_get_computed, "100.00 %" },
  { "computed", "budget.basic.actual", zp_cell_facts_get_computed, NULL },
  { "difference", "budget.total.rate", zp_cell_facts_get_difference, "−12.02 percentage points" },
  { "difference", "budget.total.actual", zp_cell_facts_get_difference, "1,068.96 万元" },
  { "difference", "budget.project.rate", zp_cell_facts_get_difference, NULL },
  { "operands", "budget.total.rate", get_operands,
    "实际支出 3,653.00 (declared, typed by hand); "
    "÷全年预算 3,653.00 (2,886.58 + 766.42, computed by the program)" },
  { "readers", "budget.basic.actual", get_readers,
    "budget.total.actual=部门整体支出; budget.basic.rate=执行率; budget.basic.balance=结余" },
};
/* clang-format on */

static void
test_fact (gconstpointer data)
{
  const Fact *fact = data;
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autofree char *found = fact->func (session, session_fixture_cell (session, fact->id));

  g_assert_cmpstr (found, ==, fact->expected);
  session_fixture_close (session);
}

static void
assert_fact (ZpSession *session, const char *id, FactFunc func, const char *expected)
{
  g_autofree char *found = func (session, session_fixture_cell (session, id));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_lock (void)
{
  ZpSession *session = open_small ();

  assert_fact (session, "spend.one.paid", zp_cell_facts_get_lock, NULL);
  assert_fact (session, "spend.one.earlier", zp_cell_facts_get_lock, NULL);
  {
    g_autofree char *lock =
      zp_cell_facts_get_lock (session, session_fixture_cell (session, "spend.one.rest"));

    g_assert_nonnull (strstr (lock, "F2"));
  }
  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  assert_fact (session, "spend.one.paid", zp_cell_facts_get_lock, "signed off");
  session_fixture_close (session);
}

static void
test_fallbacks (void)
{
  ZpSession *session = open_small ();

  assert_fact (session, "spend.one.plan", get_help, "批复数");
  assert_fact (session, "spend.one.paid", get_help, "甲行");
  assert_fact (session, "spend.two.paid", get_help, "全表");
  assert_fact (session, "spend.two.paid", get_basis, "某号");
  assert_fact (session, "sums.gap", get_basis, NULL);
  session_fixture_close (session);
}

/* Last year's figure may have been typed on the form. */
static void
test_prior (void)
{
  ZpSession *session = open_small ();

  assert_fact (session, "spend.one.paid", zp_cell_facts_get_prior, NULL);
  session_fixture_type (session, "spend.one.earlier", "1234.5");
  assert_fact (session, "spend.one.paid", zp_cell_facts_get_prior, "1,234.50 万元");
  assert_fact (session, "spend.two.paid", zp_cell_facts_get_prior, NULL);
  session_fixture_close (session);
}

static void
test_operands (void)
{
  ZpSession *session = open_small ();

  session_fixture_type (session, "spend.one.plan", "100");
  session_fixture_type (session, "spend.one.paid", "60");
  session_fixture_type (session, "spend.two.plan", "—");
  assert_fact (session, "spend.one.rest", get_operands,
               "预算 100.00 (typed by hand); −支出 60.00 (typed by hand)");
  /* Brackets cannot be told by signs between rows. */
  assert_fact (session, "spend.one.odd", get_operands,
               "预算 100.00 (typed by hand); 支出 60.00 (typed by hand)");
  assert_fact (session, "spend.all.rest", get_operands,
               "预算 100.00 (computed by the program); −支出 60.00 (computed by the program)");
  assert_fact (session, "spend.two.rest", get_operands,
               "预算 — (typed by hand); −支出  (not filled in)");
  assert_fact (session, "spend.two.rest", zp_cell_facts_get_working, NULL);
  assert_fact (session, "spend.one.rest", zp_cell_facts_get_working, "100.00 − 60.00 = 40.00 万元");
  session_fixture_close (session);
}

static void
fill_works (ZpSession *session, int n_rows)
{
  session_fixture_add_rows (session, "works", n_rows);
  for (int row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("works[%d].name", row);
      g_autofree char *cost = g_strdup_printf ("works[%d].cost", row);
      g_autofree char *label = g_strdup_printf ("工作%d", row + 1);
      g_autofree char *figure = g_strdup_printf ("%d.5", row + 1);

      session_fixture_type (session, name, label);
      session_fixture_type (session, cost, figure);
    }
}

static void
test_long_sum (void)
{
  ZpSession *session = open_small ();

  fill_works (session, 6);
  {
    g_autoptr (GPtrArray) six =
      zp_cell_facts_list_operands (session, session_fixture_cell (session, "works.total.cost"));

    g_assert_cmpuint (six->len, ==, 6);
  }
  session_fixture_add_rows (session, "works", 1);
  session_fixture_type (session, "works[6].cost", "100");
  assert_fact (session, "works.total.cost", get_operands,
               "工作1 1.50 (typed by hand); +工作2 2.50 (typed by hand); "
               "+工作3 3.50 (typed by hand); +工作4 4.50 (typed by hand); "
               "+工作5 5.50 (typed by hand); +2 more rows 106.50 (-)");
  session_fixture_close (session);
}

static void
test_readers (void)
{
  ZpSession *session = open_small ();

  fill_works (session, 3);
  assert_fact (session, "works[1].cost", get_readers,
               "works.total.cost=Total; works[1].share=占比");
  assert_fact (session, "works.total.cost", get_readers, "works[0].share=占比; sums.gap=差额");
  assert_fact (session, "spend.one.earlier", get_readers, "spend.all.earlier=合计");
  session_fixture_close (session);
}

static void
test_passages (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;

  session_fixture_type (session, "spend.one.paid", "10");
  assert_fact (session, "spend.all.paid", get_passages, "text.scale=一、概况");
  assert_fact (session, "spend.one.paid", get_passages, "");

  /* A condition that begins to hold, and words of the clerk. */
  fill_works (session, 1);
  session_fixture_type (session, "works[0].cost", "200");
  zp_session_set_passage (session, "text.free", "其中甲{spend.one.paid}。", &error);
  g_assert_no_error (error);
  assert_fact (session, "spend.all.paid", get_passages, "text.scale=一、概况; text.more=二、结果");
  assert_fact (session, "works.total.cost", get_passages, "text.more=二、结果");
  assert_fact (session, "spend.one.paid", get_passages, "text.free=一、概况");
  zp_session_set_passage (session, "text.scale", "不写数字", &error);
  assert_fact (session, "spend.all.paid", get_passages, "text.more=二、结果");
  session_fixture_close (session);
}

static char *
get_past (ZpSession *session, ZpCell cell)
{
  return join_past (zp_cell_facts_list_past (session, cell));
}

static void
test_past (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;

  assert_fact (session, "spend.one.paid", get_past, "");
  session_fixture_type (session, "spend.one.paid", "10");
  zp_session_set_author (session, "李");
  session_fixture_type (session, "spend.one.paid", "1234.5");
  session_fixture_type (session, "spend.one.plan", "7");
  session_fixture_type (session, "spend.one.paid", NULL);
  assert_fact (session, "spend.one.paid", get_past,
               "李: 1,234.50 万元>; 李: 10.00 万元>1,234.50 万元; -: >10.00 万元");
  zp_session_undo (session, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GPtrArray) past =
      zp_cell_facts_list_past (session, session_fixture_cell (session, "spend.one.paid"));

    g_assert_cmpuint (past->len, ==, 4);
    g_assert_cmpstr (((const ZpPast *) past->pdata[0])->after, ==, "1,234.50 万元");
    g_assert_cmpstr (((const ZpPast *) past->pdata[3])->label, ==, "Enter 甲支出");
  }
  session_fixture_close (session);
}

/* A row keeps its past when it moves, and a new one at its old place has none. */
static void
test_past_of_rows (void)
{
  ZpSession *session = open_small ();
  g_autoptr (GError) error = NULL;
  int works = zp_pack_find_block (zp_session_get_pack (session), "works")->index;

  fill_works (session, 3);
  session_fixture_type (session, "works[1].cost", "9");
  zp_session_move_row (session, works, 1, 0, &error);
  assert_fact (session, "works[0].cost", get_past, "-: 2.50 万元>9.00 万元; -: >2.50 万元");
  assert_fact (session, "works[1].cost", get_past, "-: >1.50 万元");
  zp_session_insert_row (session, works, 0, &error);
  assert_fact (session, "works[0].cost", get_past, "");
  assert_fact (session, "works[1].cost", get_past, "-: 2.50 万元>9.00 万元; -: >2.50 万元");
  zp_session_remove_row (session, works, 0, &error);
  g_assert_no_error (error);
  assert_fact (session, "works[0].cost", get_past, "-: 2.50 万元>9.00 万元; -: >2.50 万元");
  session_fixture_close (session);
}

/* Every cell can be asked for everything. */
static void
test_all_cells (void)
{
  static const FactFunc funcs[] = { zp_cell_facts_get_name,
                                    zp_cell_facts_get_figure,
                                    zp_cell_facts_get_prior,
                                    zp_cell_facts_get_formula,
                                    zp_cell_facts_get_working,
                                    zp_cell_facts_get_lock,
                                    zp_cell_facts_get_computed,
                                    zp_cell_facts_get_difference,
                                    get_help,
                                    get_source,
                                    get_basis,
                                    get_operands,
                                    get_readers,
                                    get_passages,
                                    get_past };
  ZpSession *session = session_fixture_open ("full");
  const ZpPack *pack = zp_session_get_pack (session);

  for (int block = 0; block < (int) pack->blocks->len; block++)
    for (int row = -1; row < zp_report_count_rows (zp_session_get_report (session), block); row++)
      for (int column = 0; column < (int) zp_block_count_columns (zp_pack_get_block (pack, block));
           column++)
        for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
          if (zp_pack_get_cell (pack, zp_cell (block, row, column)) != NULL)
            g_free (funcs[i](session, zp_cell (block, row, column)));
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cell-facts/%s/%s", facts[i].name, facts[i].id);

      g_test_add_data_func (path, &facts[i], test_fact);
    }
  g_test_add_func ("/cell-facts/lock", test_lock);
  g_test_add_func ("/cell-facts/fallbacks", test_fallbacks);
  g_test_add_func ("/cell-facts/prior", test_prior);
  g_test_add_func ("/cell-facts/operands", test_operands);
  g_test_add_func ("/cell-facts/long-sum", test_long_sum);
  g_test_add_func ("/cell-facts/readers", test_readers);
  g_test_add_func ("/cell-facts/passages", test_passages);
  g_test_add_func ("/cell-facts/past", test_past);
  g_test_add_func ("/cell-facts/past-of-rows", test_past_of_rows);
  g_test_add_func ("/cell-facts/all-cells", test_all_cells);
  return g_test_run ();
}
