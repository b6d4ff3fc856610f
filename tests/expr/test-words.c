/* SPDX-License-Identifier: GPL-3.0-or-later
 * Formulas in words, with figures and without. */
#include "expr-fixture.h"

#include "expr/zp-expr-words.h"

#include <locale.h>

typedef struct
{
  const char *name;
  const char *formula;
  const char *explained;
  const char *words;
} Row;

typedef struct
{
  const char *name;
  const char *formula;
  int places;
  const char *shown;
} ShowRow;

/* clang-format off */
static const Row rows[] = {
  { "sum", "budget.basic.actual + budget.project.actual",
    "基本支出实际支出 2,925.70 + 项目支出实际支出 288.34", "基本支出实际支出 + 项目支出实际支出" },
  { "percent", "budget.total.rate", "合计执行率 99.44%", "合计执行率" },
  { "brackets-needed", "budget.total.final - (budget.basic.actual - budget.project.actual)",
    "合计全年预算 3,232.03 − (基本支出实际支出 2,925.70 − 项目支出实际支出 288.34)",
    "合计全年预算 − (基本支出实际支出 − 项目支出实际支出)" },
  { "brackets-not-needed", "budget.basic.actual + (budget.project.actual + budget.total.adjust)",
    "基本支出实际支出 2,925.70 + 项目支出实际支出 288.34 + 合计年中追加 345.45",
    "基本支出实际支出 + 项目支出实际支出 + 合计年中追加" },
  { "brackets-product", "2 * (rules.execution + 5)", "2 × (预算执行率分值 10 + 5)", "2 × (预算执行率分值 + 5)" },
  { "brackets-quotient", "budget.total.actual / (2 / 3)", "合计实际支出 3,214.04 ÷ (2 ÷ 3)", "合计实际支出 ÷ (2 ÷ 3)" },
  { "negative", "-(budget.basic.adjust + budget.project.adjust)",
    "−(基本支出年中追加 355.70 + 项目支出年中追加 -10.25)", "−(基本支出年中追加 + 项目支出年中追加)" },
  { "ratio", "ratio(budget.total.actual, budget.total.final)",
    "合计实际支出 3,214.04 ÷ 合计全年预算 3,232.03", "合计实际支出 ÷ 合计全年预算" },
  { "ratio-of-sum", "ratio(budget.basic.actual + budget.project.actual, budget.total.final)",
    "(基本支出实际支出 2,925.70 + 项目支出实际支出 288.34) ÷ 合计全年预算 3,232.03",
    "(基本支出实际支出 + 项目支出实际支出) ÷ 合计全年预算" },
  { "literals", "budget.total.actual * 5% + 5万元", "合计实际支出 3,214.04 × 5% + 5万元", "合计实际支出 × 5% + 5万元" },
  { "comparison", "budget.total.actual <= budget.total.final", "合计实际支出 3,214.04 ≤ 合计全年预算 3,232.03",
    "合计实际支出 ≤ 合计全年预算" },
  { "logic", "(report.year = 2021 or report.year = 2022) and not report.year > 2023",
    "(年度 2021 = 2021 or 年度 2021 = 2022) and not 年度 2021 > 2023",
    "(年度 = 2021 or 年度 = 2022) and not 年度 > 2023" },
  { "empty", "not empty(report.name) or empty(report.date)",
    "单位名称 “某单位” is filled in or 报告日期 2022-04-08 is empty", "单位名称 is filled in or 报告日期 is empty" },
  { "min", "min(budget.total.rate, 100%)", "the smallest of 合计执行率 99.44%, 100%", "the smallest of 合计执行率, 100%" },
  { "min-in-product", "rules.execution * min(budget.total.rate, 100%)",
    "预算执行率分值 10 × (the smallest of 合计执行率 99.44%, 100%)", "预算执行率分值 × (the smallest of 合计执行率, 100%)" },
  { "if", "if(budget.total.rate > 95%, 1, 2)", "1 where 合计执行率 99.44% > 95%, otherwise 2",
    "1 where 合计执行率 > 95%, otherwise 2" },
  { "round", "round(budget.total.actual, 1)", "合计实际支出 3,214.04, rounded (decimal places: 1)",
    "合计实际支出, rounded (decimal places: 1)" },
  { "band", "band(rules.execution, grade)", "the 评价等级 for 预算执行率分值 10", "the 评价等级 for 预算执行率分值" },
  { "aggregate", "sum(projects.actual)", "the sum of 实际支出 in all rows of 项目 288.34 (3 rows)",
    "the sum of 实际支出 in all rows of 项目" },
  { "aggregate-where", "sum(projects.actual where projects.kind = '运转')",
    "the sum of 实际支出 in the rows of 项目 where 类别 = “运转” 98.24 (2 rows)",
    "the sum of 实际支出 in the rows of 项目 where 类别 = “运转”" },
  { "aggregate-one-row", "max(projects.initial where projects.kind = '基建')",
    "the greatest 年初预算 in the rows of 项目 where 类别 = “基建” 200.00 (1 row)",
    "the greatest 年初预算 in the rows of 项目 where 类别 = “基建”" },
  { "aggregate-formula", "sum(projects.weight * projects.rate)",
    "the sum of 分值 × 执行率 in all rows of 项目 29.322 (3 rows)", "the sum of 分值 × 执行率 in all rows of 项目" },
  { "count", "count(projects) > 2", "the number of rows of 项目 3 > 2", "the number of rows of 项目 > 2" },
  { "one", "one(projects.name where projects.# = 2)", "项目名称 in the row of 项目 where row number = 2 “乙项目”",
    "项目名称 in the row of 项目 where row number = 2" },
  { "prior", "budget.total.actual - prior(budget.total.actual)",
    "合计实际支出 3,214.04 − last year’s 合计实际支出 3,000.00", "合计实际支出 − last year’s 合计实际支出" },
  { "missing", "@people + 1", "第2行受益人数 (empty) + 1", "第2行受益人数 + 1" },
  { "row", "ratio(@initial, @projects.issued)", "第2行年初预算 100.00 ÷ 第2行全年下达 98.24", "第2行年初预算 ÷ 第2行全年下达" },
  { "row-number", "@# + 1", "2 + 1", "2 + 1" },
};

static const ShowRow show_rows[] = {
  { "money-grouped", "budget.total.actual", 2, "3,214.04" },
  { "money-places", "budget.total.actual", 0, "3,214" },
  { "money-as-needed", "budget.total.actual", -1, "3,214.04" },
  { "number-not-grouped", "report.year", 0, "2021" },
  { "percent", "budget.total.rate", 2, "99.44" },
  { "half-up", "budget.total.rate / 32", 3, "3.108" },
  { "date", "report.date", 0, "2022年4月8日" },
  { "text", "report.name", -1, "某单位" },
  { "truth", "report.year = 2021", -1, "yes" },
  { "missing", "budget.total.actual / 0", 2, "" },
};
/* clang-format on */

static ZpExpr *
bind_in_projects (const ExprFixture *fixture, const char *formula)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));
  g_autoptr (GError) error = NULL;
  ZpExpr *expr;

  context.blocks[0] = FIXTURE_PROJECTS;
  context.n_blocks = 1;
  context.allow_prior = TRUE;
  expr = expr_fixture_bind (fixture, formula, &context, &error);
  g_assert_no_error (error);

  return expr;
}

static void
test_words (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (ZpExpr) expr = bind_in_projects (fixture, row->formula);
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autofree char *explained = NULL;
  g_autofree char *words = NULL;

  expr_fixture_set_prior (fixture, "budget.total.actual", "3000.00");
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 1, 2);
  explained = zp_expr_explain (expr, &eval);
  words = zp_expr_words (expr, &eval);

  g_assert_cmpstr (explained, ==, row->explained);
  g_assert_cmpstr (words, ==, row->words);
}

static void
test_show (gconstpointer data)
{
  const ShowRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (ZpExpr) expr = bind_in_projects (fixture, row->formula);
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autofree char *shown = NULL;
  ZpValue value;

  zp_expr_eval (expr, &eval, &value);
  shown = zp_value_show (&value, &expr->type, row->places);

  g_assert_cmpstr (shown, ==, row->shown);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/words/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (show_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/words/show/", show_rows[i].name, NULL);
      g_test_add_data_func (path, &show_rows[i], test_show);
    }

  return g_test_run ();
}
