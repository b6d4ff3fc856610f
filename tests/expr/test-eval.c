/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values of formulas over the filled report: missing operands, three-valued logic, aggregates,
 * overflow. */
#include "expr-fixture.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *formula;
  const char *value; /* base unit; "missing", "true", "false", 'text' */
} Row;

/* Current rows: total of budget (third), second of projects (乙项目, actual, people and done
 * missing). */
/* clang-format off */
static const Row rows[] = {
  /* What the scoring rules of the format come to */
  { "rule/proportional-capped", "rules.execution * min(budget.total.rate, 100%)", "9.944" },
  { "rule/each-whole-step", "max(0, 8 - 2 * floor(max(0, 100% - 87.98%) / 5%))", "4" },
  { "rule/steps-over", "floor((107.5% - 100%) / 1%)", "7" },
  { "rule/pass-mark", "if(70% < rules.pass, 0, 30 * (70% - rules.pass) / (100% - rules.pass))", "7.5" },
  { "rule/pass-mark-missed", "if(50% < rules.pass, 0, 30 * (50% - rules.pass) / (100% - rules.pass))", "0" },
  { "rule/rescaled", "100 * ratio(sum(projects.weight), sum(projects.weight where not empty(projects.rate)))", "100" },
  { "rule/none-of-its-kind", "if(count(projects where projects.name = '别的') = 0, 5, 1)", "5" },
  { "rule/band", "band(9.94 * 10, grade)", "'优'" },
  { "rule/share-of-weight", "@weight * band(60%, ladder)", "10" },

  /* Units */
  { "unit/money-in-yuan", "budget.total.actual", "32140400" },
  { "unit/mixed-money", "budget.total.actual + 5元 + 0.01亿元", "33140405" },
  { "unit/percent", "budget.total.rate", "0.9944" },
  { "unit/ratio", "ratio(19663元, 20000元)", "0.98315" },
  { "unit/thirds-stay-exact", "1 / 3 * 3", "1" },
  { "unit/round-in-the-unit", "round(budget.total.actual / 3, 2)", "10713500" },
  { "unit/round-percent", "round(budget.total.rate, 0)", "0.99" },
  { "unit/round-half-up", "round(98.315%, 2)", "0.9832" },
  { "unit/round-half-up-below-zero", "round(0 - 98.315%, 2)", "-0.9832" },
  { "unit/floor-money", "floor(budget.total.actual)", "32140000" },
  { "unit/floor-below-zero", "floor(0 - 1.2)", "-2" },
  { "unit/year", "report.year - 1", "2020" },

  /* Missing */
  { "missing/sum-skips", "@actual + 5元", "5" },
  { "missing/sum-skips-left", "5元 + @actual", "5" },
  { "missing/sum-of-missing", "@actual + @actual", "missing" },
  { "missing/difference", "@issued - @actual", "missing" },
  { "missing/difference-left", "@actual - @issued", "missing" },
  { "missing/product", "@weight * @people", "missing" },
  { "missing/product-by-zero", "0 * @people", "missing" },
  { "missing/quotient", "@actual / 2", "missing" },
  { "missing/zero-divisor", "1 / 0", "missing" },
  { "missing/zero-divisor-in-sum", "1 + 1 / 0", "1" },
  { "missing/ratio-of-zero", "ratio(0, @rate)", "missing" },
  { "missing/negative", "-@actual", "missing" },
  { "missing/abs", "abs(@actual)", "missing" },
  { "missing/round", "round(@actual, 1)", "missing" },
  { "missing/floor", "floor(@people)", "missing" },
  { "missing/band", "band(@people, grade)", "missing" },
  { "missing/band-holds-nothing", "band(10%, ladder)", "missing" },
  { "missing/year", "year(@done)", "missing" },
  { "missing/min-skips", "min(@people, 3)", "3" },
  { "missing/max-skips", "max(@people, 3, 5)", "5" },
  { "missing/min-of-missing", "min(@people, @people)", "missing" },
  { "missing/coalesce", "coalesce(@actual, @issued, 5元)", "982400" },
  { "missing/coalesce-nothing", "coalesce(@actual, @actual)", "missing" },
  { "missing/empty", "empty(@actual)", "true" },
  { "missing/not-empty", "empty(@issued)", "false" },
  { "missing/empty-of-unknown", "empty(@actual > 0)", "true" },
  { "missing/zero-is-there", "empty(@rate)", "false" },
  { "missing/absent-cell", "empty(budget.total.score)", "false" },

  /* Conditions */
  { "truth/unknown", "@actual > 0", "missing" },
  { "truth/unknown-equal", "@actual = @actual", "missing" },
  { "truth/not-unknown", "not @actual > 0", "missing" },
  { "truth/unknown-and-false", "@actual > 0 and 1 = 2", "false" },
  { "truth/false-and-unknown", "1 = 2 and @actual > 0", "false" },
  { "truth/unknown-and-true", "@actual > 0 and 1 = 1", "missing" },
  { "truth/true-and-unknown", "1 = 1 and @actual > 0", "missing" },
  { "truth/unknown-or-true", "@actual > 0 or 1 = 1", "true" },
  { "truth/true-or-unknown", "1 = 1 or @actual > 0", "true" },
  { "truth/unknown-or-false", "@actual > 0 or 1 = 2", "missing" },
  { "truth/if-unknown", "if(@actual > 0, 1, 2)", "2" },
  { "truth/if-without-else", "if(1 = 2, 1)", "missing" },
  { "truth/if-missing-branch", "if(1 = 1, @people, 2)", "missing" },
  { "truth/across-units", "1万元 = 10000元", "true" },
  { "truth/percent-and-number", "50% = 0.5", "true" },
  { "truth/at-most", "1 <= 1", "true" },
  { "truth/less", "1 < 1", "false" },
  { "truth/at-least", "1 >= 2", "false" },
  { "truth/greater", "2 > 1", "true" },
  { "truth/unequal", "1 != 2", "true" },
  { "truth/texts", "@name = '乙项目'", "true" },
  { "truth/texts-by-bytes", "@name = '乙项目 '", "false" },
  { "truth/conditions", "(1 = 1) = (2 = 2)", "true" },
  { "truth/dates", "report.date > date(report.year, 12, 31)", "true" },
  { "mixed/text-is-no-number", "@target * 2", "missing" },
  { "mixed/text-against-number", "@target > 5", "missing" },
  { "mixed/text-against-itself", "@target = @target", "true" },
  { "mixed/text-has-no-order", "@target < @target", "missing" },
  { "mixed/text-is-there", "empty(@target)", "false" },
  { "mixed/sum-skips-text", "sum(projects.target)", "95.5" },
  { "mixed/text-in-sum", "@target + 1", "1" },

  /* Rows */
  { "row/number", "@#", "12" },
  { "row/number-of-grid", "@budget.#", "3" },
  { "row/label", "@budget.label", "'合计'" },
  { "row/key", "@budget.key", "'total'" },
  { "row/outer", "@budget.actual", "32140400" },

  /* Aggregates */
  { "aggregate/sum", "sum(projects.initial)", "3165800" },
  { "aggregate/sum-skips", "sum(projects.actual)", "2883400" },
  { "aggregate/sum-of-nothing", "sum(projects.initial where projects.initial < 0)", "missing" },
  { "aggregate/sum-of-missing", "sum(projects.actual where projects.name = '乙项目')", "missing" },
  { "aggregate/sum-where", "sum(projects.initial where projects.kind = '运转')", "1165800" },
  { "aggregate/sum-by-ref", "sum(funds.actual where funds.project = '甲项目')", "1901000" },
  { "aggregate/sum-by-row", "sum(funds.actual where funds.project = @name)", "missing" },
  { "aggregate/sum-of-products", "sum(projects.weight * projects.rate)", "29.322" },
  { "aggregate/unknown-is-false", "count(projects where projects.actual > 0)", "2" },
  { "aggregate/least", "min(projects.initial)", "165800" },
  { "aggregate/greatest", "max(projects.initial)", "2000000" },
  { "aggregate/least-date", "min(projects.done) = date(2021, 11, 30)", "true" },
  { "aggregate/count-rows", "count(projects)", "3" },
  { "aggregate/count-cells", "count(projects.people)", "2" },
  { "aggregate/count-nothing", "count(projects.people where projects.people > 1000)", "0" },
  { "aggregate/count-texts", "count(projects.target)", "2" },
  { "aggregate/count-grid", "count(budget)", "3" },
  { "aggregate/grid-without-total", "sum(budget.actual where budget.key != 'total')", "32140400" },
  { "aggregate/one", "one(projects.name where projects.# = 2)", "'乙项目'" },
  { "aggregate/one-of-none", "one(projects.name where projects.# = 9)", "missing" },
  { "aggregate/one-of-two", "one(funds.source where funds.project = '甲项目')", "missing" },
  { "aggregate/one-that-is-missing", "one(projects.people where projects.name = '乙项目')", "missing" },
  { "aggregate/one-figure", "one(projects.initial where projects.name = '乙项目')", "1000000" },
  { "aggregate/key-missing", "count(funds where funds.project = if(1 = 2, 'x'))", "0" },
  { "aggregate/row-beside-visit", "count(projects where projects.initial < @initial)", "1" },

  /* Functions */
  { "function/abs", "abs(budget.project.adjust)", "102500" },
  { "function/min", "min(3, 1, 2)", "1" },
  { "function/max", "max(3, 1, 2)", "3" },
  { "function/year", "year(report.date)", "2022" },
  { "function/date", "date(1970, 1, 2) = date(1970, 1, 1)", "false" },
  { "function/no-such-date", "year(date(2021, 2, 29))", "missing" },
  { "function/leap-day", "year(date(2020, 2, 29))", "2020" },
  { "function/half-day", "year(date(2021, 1.5, 1))", "missing" },
  { "function/days", "date(2021, 3, 1) - date(2021, 2, 1)", "28" },
  { "function/round-by-row", "round(1.2345, @budget.#)", "1.235" },
  { "function/round-by-too-much", "round(1.2345, 3 + 4)", "missing" },
  { "function/prior", "prior(budget.total.actual)", "30000000" },
  { "function/prior-of-row", "prior(@budget.actual)", "30000000" },
  { "function/prior-missing", "prior(budget.basic.actual)", "missing" },
  { "function/passage", "empty(text.opening)", "false" },
};
/* clang-format on */

static char *
show (const ZpValue *value)
{
  ZpDecimal decimal;

  switch (value->kind)
    {
    case ZP_VALUE_NUMBER:
      g_assert_true (zp_rational_to_decimal (value->number, ZP_DECIMAL_PLACES, &decimal));
      return zp_decimal_to_string (decimal, zp_decimal_get_places (decimal));
    case ZP_VALUE_TEXT:
      return g_strconcat ("'", value->text, "'", NULL);
    case ZP_VALUE_TRUTH:
      return g_strdup (value->truth ? "true" : "false");
    case ZP_VALUE_MISSING:
    default:
      return g_strdup ("missing");
    }
}

static ZpBindContext
context_of (const ExprFixture *fixture)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));

  context.blocks[context.n_blocks++] = FIXTURE_BUDGET;
  context.blocks[context.n_blocks++] = FIXTURE_PROJECTS;
  context.in_template = TRUE;
  context.allow_prior = TRUE;

  return context;
}

static ZpEval
eval_of (const ExprFixture *fixture)
{
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));

  zp_eval_push_row (&eval, FIXTURE_BUDGET, 2, 3);
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 1, 12);

  return eval;
}

static void
check (ExprFixture *fixture, const char *formula, const char *expected)
{
  ZpBindContext context = context_of (fixture);
  ZpEval eval = eval_of (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = expr_fixture_bind (fixture, formula, &context, &error);
  g_autofree char *text = NULL;
  ZpValue value;

  g_assert_no_error (error);
  zp_expr_eval (expr, &eval, &value);
  text = show (&value);
  g_assert_cmpstr (text, ==, expected);
  g_assert_false (eval.overflow);
  g_assert_cmpint (eval.visit_row, ==, -2);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();

  expr_fixture_set_prior (fixture, "budget.total.actual", "3000");
  check (fixture, row->formula, row->value);
  expr_fixture_use_index (fixture, TRUE);
  check (fixture, row->formula, row->value);
}

static void
test_is_true (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = context_of (fixture);
  ZpEval eval = eval_of (fixture);
  g_autoptr (ZpExpr) holds = expr_fixture_bind (fixture, "1 = 1", &context, NULL);
  g_autoptr (ZpExpr) fails = expr_fixture_bind (fixture, "1 = 2", &context, NULL);
  g_autoptr (ZpExpr) unknown = expr_fixture_bind (fixture, "@actual > 0", &context, NULL);

  g_assert_true (zp_expr_is_true (holds, &eval));
  g_assert_false (zp_expr_is_true (fails, &eval));
  g_assert_false (zp_expr_is_true (unknown, &eval));
}

/* An index that has lost a row shows in the sum. */
static void
test_index_is_asked (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = context_of (fixture);
  g_autoptr (ZpExpr) expr =
    expr_fixture_bind (fixture, "sum(funds.actual where funds.project = '甲项目')", &context, NULL);
  ZpEval eval = eval_of (fixture);
  ZpValue value;
  int order;

  expr_fixture_use_index (fixture, TRUE);
  zp_expr_eval (expr, &eval, &value);
  expr_fixture_poison_index (fixture);
  zp_expr_eval (expr, &eval, &value);
  g_assert_cmpint (value.kind, ==, ZP_VALUE_NUMBER);
  g_assert_true (zp_rational_compare (value.number, zp_rational_from_int (1500000), &order));
  g_assert_cmpint (order, ==, 0);
}

static void
test_where_of_repetition (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = context_of (fixture);
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autoptr (ZpExpr) expr = NULL;

  context.visit_block = FIXTURE_FUNDS;
  expr = expr_fixture_bind (fixture, "funds.project = @name and count(funds) = 4", &context, NULL);
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 2, 3);
  for (int i = 0; i < 4; i++)
    {
      eval.visit_row = i;
      g_assert_true (zp_expr_is_true (expr, &eval) == (i == 2));
      g_assert_cmpint (eval.visit_row, ==, i);
    }
}

/* 9e12 to the fourth power has 52 digits, more than 128 bits hold. */
static void
test_overflow (gconstpointer data)
{
  const char *formula = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = context_of (fixture);
  ZpEval eval = eval_of (fixture);
  g_autoptr (ZpExpr) expr = expr_fixture_bind (fixture, formula, &context, NULL);
  ZpInterval bounds;
  ZpValue value;

  g_assert_nonnull (expr);
  zp_expr_eval (expr, &eval, &value);
  g_assert_cmpint (value.kind, ==, ZP_VALUE_MISSING);
  g_assert_true (eval.overflow);

  eval.overflow = FALSE;
  g_assert_false (zp_expr_bounds (expr, &eval, &bounds));
  g_assert_true (eval.overflow);
}

#define HUGE "9000000000000 * 9000000000000 * 9000000000000 * 9000000000000"

/* clang-format off */
static const struct { const char *name; const char *formula; } overflow_rows[] = {
  { "product", HUGE },
  { "in-sum", "1 + " HUGE },
  { "in-greatest", "max(1, " HUGE ")" },
  { "in-aggregate", "sum(projects.weight + " HUGE ")" },
  { "in-fallback", "coalesce(" HUGE ", 1)" },
};
/* clang-format on */

static void
test_rows_stack (void)
{
  ZpEval eval = ZP_EVAL_INIT (NULL);
  int number = -1;

  g_assert_cmpint (zp_eval_current_row (&eval, 3, &number), ==, -2);
  g_assert_cmpint (number, ==, 0);

  zp_eval_push_row (&eval, 3, 7, 1);
  zp_eval_push_row (&eval, 4, 8, 2);
  zp_eval_push_row (&eval, 3, 9, 5);
  g_assert_cmpint (zp_eval_current_row (&eval, 3, &number), ==, 9);
  g_assert_cmpint (number, ==, 5);
  g_assert_cmpint (zp_eval_current_row (&eval, 4, NULL), ==, 8);

  zp_eval_pop_row (&eval);
  g_assert_cmpint (zp_eval_current_row (&eval, 3, &number), ==, 7);
  g_assert_cmpint (number, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/expr/eval/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (overflow_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/expr/eval/overflow/", overflow_rows[i].name, NULL);
      g_test_add_data_func (path, overflow_rows[i].formula, test_overflow);
    }
  g_test_add_func ("/expr/eval/is-true", test_is_true);
  g_test_add_func ("/expr/eval/index-is-asked", test_index_is_asked);
  g_test_add_func ("/expr/eval/where-of-repetition", test_where_of_repetition);
  g_test_add_func ("/expr/eval/rows-stack", test_rows_stack);

  return g_test_run ();
}
