/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures behind the charts: rates with what was declared, flows, shares, and none. */
#include "session-fixture.h"
#include "session/zp-charts.h"

static const ZpChart *
find_chart (const GPtrArray *charts, const char *title)
{
  for (guint i = 0; i < charts->len; i++)
    if (g_str_equal (((const ZpChart *) g_ptr_array_index (charts, i))->title, title))
      return g_ptr_array_index (charts, i);
  g_assert_not_reached ();
}

static const ZpChartBar *
get_bar (const ZpChart *chart, const char *label)
{
  for (guint i = 0; i < chart->bars->len; i++)
    if (g_str_equal (((const ZpChartBar *) g_ptr_array_index (chart->bars, i))->label, label))
      return g_ptr_array_index (chart->bars, i);
  g_assert_not_reached ();
}

static void
test_rates (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = zp_charts_build (session);
  const ZpChart *chart = find_chart (charts, "预算执行率");
  const ZpChartBar *bar = get_bar (chart, "基本支出");

  g_assert_cmpint (chart->kind, ==, ZP_CHART_RATES);
  g_assert_cmpstr (chart->unit, ==, "万元");
  g_assert_cmpstr (bar->id, ==, "budget.basic.actual");
  g_assert_cmpstr (bar->part_text, ==, "2,925.70");
  g_assert_cmpstr (bar->whole_text, ==, "3,329.55");
  g_assert_cmpstr (bar->rate_text, ==, "87.87 %");
  g_assert_cmpstr (bar->computed_text, ==, NULL);
  g_assert_false (bar->is_over);
  g_assert_true (get_bar (chart, "合计")->is_total);
  session_fixture_close (session);
}

/* A rate in error is told with both figures. */
static void
test_declared_rate (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GPtrArray) charts = zp_charts_build (session);
  const ZpChart *chart = find_chart (charts, "预算执行率");
  const ZpChartBar *bar = get_bar (chart, "基本支出");

  g_assert_cmpstr (bar->rate_text, ==, "87.87 %");
  g_assert_cmpstr (bar->computed_text, ==, "68.95 %");
  g_assert_cmpint (bar->state, ==, ZP_CELL_STATE_ERROR);
  g_assert_nonnull (g_strrstr (chart->spoken, "computed 68.95 %, declared 87.87 %"));
  session_fixture_close (session);
}

static void
test_missing_part (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = zp_charts_build (session);
  const ZpChart *chart = find_chart (charts, "“三公”经费控制");

  g_assert_false (chart->is_empty);
  g_assert_cmpstr (get_bar (chart, "合计")->rate_text, ==, "53.93 %");
  g_assert_false (get_bar (chart, "公务接待")->has_part);
  g_assert_nonnull (g_strrstr (chart->spoken, "公务接待 to be filled in"));
  session_fixture_close (session);
}

static void
test_over (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = NULL;

  session_fixture_type (session, "budget.project.actual", "400");
  charts = zp_charts_build (session);
  g_assert_true (get_bar (find_chart (charts, "预算执行率"), "项目支出")->is_over);
  session_fixture_close (session);
}

static void
test_flow (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = zp_charts_build (session);
  const ZpChart *chart = find_chart (charts, "资金来源与去向");
  const ZpChartBar *use = get_bar (chart, "基本支出");
  const ZpChartBar *part = get_bar (chart, "人员经费");

  g_assert_cmpint (use->stage, ==, ZP_CHART_STAGE_USE);
  g_assert_cmpint (part->stage, ==, ZP_CHART_STAGE_PART);
  g_assert_true (g_ptr_array_index (chart->bars, part->parent) == use);
  g_assert_cmpint (((const ZpChartBar *) g_ptr_array_index (chart->bars, use->parent))->stage, ==,
                   ZP_CHART_STAGE_WHOLE);
  g_assert_true (get_bar (chart, "结余")->is_rest);
  g_assert_null (g_strrstr (chart->spoken, "上年结转"));
  session_fixture_close (session);
}

/* What was cut during the year flows out, with its figure as it is printed. */
static void
test_outflow (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = NULL;
  const ZpChartBar *bar;

  session_fixture_type (session, "budget.total.adjust", "-100");
  charts = zp_charts_build (session);
  bar = get_bar (find_chart (charts, "资金来源与去向"), "年中追加");
  g_assert_cmpint (bar->stage, ==, ZP_CHART_STAGE_USE);
  g_assert_true (bar->is_rest);
  g_assert_cmpint (bar->part.millionths, ==, 100 * ZP_DECIMAL_ONE);
  g_assert_cmpstr (bar->part_text, ==, "−100.00");
  session_fixture_close (session);
}

static void
test_shares (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (GPtrArray) charts = zp_charts_build (session);
  const ZpChart *chart = find_chart (charts, "资产构成");

  g_assert_cmpstr (get_bar (chart, "流动资产")->rate_text, ==, "0.66 %");
  g_assert_cmpstr (chart->note, ==, "in all 503.94 万元");
  session_fixture_close (session);
}

static void
test_empty (void)
{
  ZpSession *session = session_fixture_open (NULL);
  g_autoptr (GPtrArray) charts = zp_charts_build (session);

  g_assert_cmpuint (charts->len, ==, 4);
  for (guint i = 0; i < charts->len; i++)
    {
      const ZpChart *chart = g_ptr_array_index (charts, i);

      g_assert_true (chart->is_empty);
      g_assert_nonnull (chart->place);
    }
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/rates", test_rates);
  g_test_add_func ("/charts/declared-rate", test_declared_rate);
  g_test_add_func ("/charts/missing-part", test_missing_part);
  g_test_add_func ("/charts/over", test_over);
  g_test_add_func ("/charts/flow", test_flow);
  g_test_add_func ("/charts/outflow", test_outflow);
  g_test_add_func ("/charts/shares", test_shares);
  g_test_add_func ("/charts/empty", test_empty);
  return g_test_run ();
}
