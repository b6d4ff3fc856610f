/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks that are shown without a layout. */
#include "doc-fixture.h"

typedef struct
{
  const char *name;
  const char *data;
  const char *block;
  const char *lines;
} Row;

#define INDICATORS                                                                                 \
  "\"indicators\": [{\"name\": \"a\", \"weight\": \"10\", \"due\": \"2021-12-31\"}, "              \
  "{\"name\": \"b\", \"target\": \"明显\", \"weight\": \"5\"}]"

/* clang-format off */
static const Row rows[] = {
  { "grid-heads-with-groups", "{}", "budget",
    "TITLE 预算与执行\nROWS 5 HEAD 2\n0,0 2x1 ch Item\n0,1 2x1 ch 年初预算（万元）\n0,2 1x2 ch 调整\n0,4 2x1 ch 实际支出（万元）\n"
    "0,5 2x1 ch 执行率\n1,2 ch 年中追加（万元）\n1,3 ch 全年预算（万元）" },
  { "grid-figures", "{\"budget.basic.initial\": \"100\", \"budget.basic.actual\": \"30\"}", "budget",
    "2,0 l 基本支出\n2,1 r# {budget.basic.initial:100.00}\n2,4 r# {budget.basic.actual:30.00}\n2,5 r# {budget.basic.rate:30.00%}\n4,0 l 合计" },
  { "rows-of-other-units", "{\"assets.fixed.amount\": \"120.5\", \"assets.cash.amount\": \"5000\"}", "assets",
    "0,1 ch 年末数\n1,0 l 固定资产（万元）\n2,0 l 现金（元）\n2,1 r# {assets.cash.amount:5,000.00}\n3,1 r# {assets.total.amount:121.00}" },
  { "table-heads", "{" INDICATORS "}", "indicators", "TITLE 指标\nROWS 4 HEAD 1\n0,0 ch No.\n0,1 ch 项目\n0,6 ch 分值（分）\n0,7 ch 时限" },
  { "table-rows", "{" INDICATORS "}", "indicators",
    "1,0 c 1\n1,6 r# {indicators[0].weight:10}\n1,7 l {indicators[0].due:2021年12月31日}\n2,5 l {indicators[1].target:明显}" },
  { "table-total", "{" INDICATORS "}", "indicators", "3,0 1x2 cb Total\n3,6 r# {indicators.total.weight:15}" },
};
/* clang-format on */

static void
test_block (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReport) report = doc_fixture_small (row->data);
  g_autofree char *text = doc_fixture_print_table (report, ZP_PROFILE_SUBMIT, row->block, 0);

  doc_fixture_assert_lines (text, row->lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/block/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_block);
    }
  return g_test_run ();
}
