/* SPDX-License-Identifier: GPL-3.0-or-later
 * Layouts as tables: repeated rows, merged and joined cells, alignment, units. */
#include "doc-fixture.h"

#define UNIT "\"unit.name\": \"某局\", \"report.year\": \"2021\""
#define MONEY                                                                                      \
  "\"budget.basic.initial\": \"100\", \"budget.project.initial\": \"50\", "                        \
  "\"budget.basic.actual\": \"30\""
#define KINDS                                                                                      \
  "\"projects\": [{\"name\": \"甲\", \"kind\": \"甲类\", \"initial\": \"60\", \"actual\": "     \
  "\"51\"}, "                                                                                      \
  "{\"name\": \"乙\", \"kind\": \"乙类\"}]"
#define INDICATOR(project, level1, level2, name, rest)                                             \
  "{\"project\": \"" project "\", \"level1\": \"" level1 "\", \"level2\": \"" level2               \
  "\", \"name\": \"" name "\"" rest "}"

typedef struct
{
  const char *name;
  const char *data;
  ZpProfile profile;
  const char *layout;
  guint copy;
  const char *lines;
} Row;

/* clang-format off */
static const Row rows[] = {
  { "title-and-lines", "{" UNIT ", \"unit.phone\": \"0731\"," MONEY "}", ZP_PROFILE_SUBMIT, "base", 0,
    "TITLE {report.year:2021}年度基础数据表\nABOVE | 单位：{unit.name:某局}=金额：元\n"
    "BELOW | 电话：{unit.phone:0731}=中=右\nNOTE 注：总额{budget.total.actual:300,000.00元}。" },
  { "head-in-the-middle", "{" UNIT "}", ZP_PROFILE_SUBMIT, "base", 0, "0,0 ch 经费\n0,1 ch 预算\n0,2 ch 决算" },
  { "money-in-the-unit-of-the-layout", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "base", 0,
    "1,0 l 基本支出\n1,1 r# {budget.basic.initial:1,000,000.00}\n2,0 l 项目支出\n2,1 r# {budget.project.initial:500,000.00}\n2,2 r# " },
  { "own-rendering", "{" UNIT "," KINDS "}", ZP_PROFILE_SUBMIT, "base", 0, "4,0 1x2 lb 项目2个\n4,2 r# {projects.total.actual:51.0}" },
  { "row-left-out", "{" UNIT "}", ZP_PROFILE_SUBMIT, "base", 0, "ROWS 9 HEAD 1\n!项目0个" },
  { "rows-where", "{" UNIT "," KINDS "}", ZP_PROFILE_SUBMIT, "base", 0, "5,0 l 1.{projects[0].name:甲}\n5,1 r# {projects[0].initial:600,000.00}\n!乙" },
  { "least-rows-blank", "{" UNIT "," KINDS "}", ZP_PROFILE_SUBMIT, "base", 0, "6,0 l \n6,1 l \n6,2 l \n7,0 l 执行率" },
  { "alignment-asked-for", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "base", 0, "6,1 l# {budget.total.rate:20.00%}" },
  { "formula-is-no-cell", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "base", 0, "6,2 r {budget.total.initial:1,500,000.00}" },
  { "above-and-left", "{" UNIT "}", ZP_PROFILE_SUBMIT, "base", 0, "7,0 2x1 l 说明" },
  { "passage-with-its-figures", "{" UNIT "," MONEY ", \"text.scale\": \"甲{budget.total.actual}。\\n乙。\"}", ZP_PROFILE_SUBMIT, "base", 0,
    "7,1 2x2 l 甲{budget.total.actual:30.00万元}。\\n乙。" },
  { "private-line", "{" UNIT ", \"unit.phone\": \"0731\"}", ZP_PROFILE_PUBLIC, "base", 0, "BELOW | 电话：{unit.phone:——}=中=右\n!0731" },
  { "not-applicable", "{" UNIT ", \"budget.basic.initial\": \"—\"}", ZP_PROFILE_SUBMIT, "base", 0, "1,1 r# {budget.basic.initial:——}" },
  { "one-copy-a-row", "{" UNIT "," KINDS "}", ZP_PROFILE_SUBMIT, "form", 1, "TITLE 项目自评表\nTITLE （{projects[1].name:乙}）" },
  { "join", "{" UNIT "," KINDS ", \"indicators\": ["
    INDICATOR ("甲", "产出", "数量", "a", ", \"target\": \"5\", \"weight\": \"10\"") ","
    INDICATOR ("甲", "产出", "数量", "b", ", \"target\": \"明显\"") ","
    INDICATOR ("乙", "产出", "数量", "x", "") ","
    INDICATOR ("甲", "产出", "质量", "c", "") ","
    INDICATOR ("甲", "效益", "质量", "d", "") "]}", ZP_PROFILE_SUBMIT, "form", 0,
    "0,0 5x1 l 指标\n1,1 3x1 l {indicators[0].level1:产出}\n1,2 2x1 l {indicators[0].level2:数量}\n1,4 r# {indicators[0].target:5}\n"
    "2,4 l {indicators[1].target:明显}\n3,2 l {indicators[3].level2:质量}\n4,1 l {indicators[4].level1:效益}\n4,2 l {indicators[4].level2:质量}\n"
    "5,0 1x4 l 合计\n5,4 r# {projects[0].actual:51.00}\n5,5 r {indicators[0].weight:10.00}\n!name:x" },
  { "blank-rows-do-not-join", "{" UNIT "," KINDS "}", ZP_PROFILE_SUBMIT, "form", 0, "0,0 3x1 l 指标\n1,1 l \n2,1 l " },
};
/* clang-format on */

static void
test_layout (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReport) report = doc_fixture_small (row->data);
  g_autofree char *text = doc_fixture_print_table (report, row->profile, row->layout, row->copy);

  doc_fixture_assert_lines (text, row->lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_layout);
    }
  return g_test_run ();
}
