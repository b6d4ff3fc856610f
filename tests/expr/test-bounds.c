/* SPDX-License-Identifier: GPL-3.0-or-later
 * Intervals: what figures may have been before they were rounded. */
#include "expr-fixture.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *formula;
  const char *low; /* base unit; NULL: no interval */
  const char *high;
} Row;

/* Current row: second of projects (乙项目, actual missing). Money in 万元 is known to 50 元. */
/* clang-format off */
static const Row rows[] = {
  { "literal", "12.5", "12.5", "12.5" },
  { "count", "count(projects)", "3", "3" },
  { "count-never-rounded", "sum(projects.people)", "189", "189" },
  { "running-number", "@#", "2", "2" },
  { "money", "budget.total.actual", "32140350", "32140450" },
  { "money-in-yuan", "one(funds.actual where funds.# = 1)", "1499999.995", "1500000.005" },
  { "percent", "budget.total.rate", "0.99435", "0.99445" },
  { "date", "report.date - date(2022, 4, 1)", "7", "7" },
  { "sum", "budget.basic.actual + budget.project.actual", "32140300", "32140500" },
  { "sum-skips", "@actual + budget.total.actual", "32140350", "32140450" },
  { "difference", "budget.total.final - budget.total.actual", "179800", "180000" },
  { "negative", "-budget.total.actual", "-32140450", "-32140350" },
  { "product", "budget.total.actual * 2", "64280700", "64280900" },
  { "product-below-zero", "budget.project.adjust * -2", "204900", "205100" },
  { "product-across-zero", "(budget.total.rate - 99.44%) * 2", "-0.0001", "0.0001" },
  { "quotient", "budget.project.adjust / -2", "51225", "51275" },
  { "abs-below-zero", "abs(budget.project.adjust)", "102450", "102550" },
  { "abs-across-zero", "abs(budget.total.rate - 99.44%)", "0", "0.00005" },
  { "abs-lopsided", "abs(budget.total.rate - 99.443%)", "0", "0.00008" },
  { "round", "round(budget.total.actual, 1)", "32140000", "32140000" },
  { "round-wider", "round(budget.total.rate, 1)", "0.994", "0.994" },
  { "floor", "floor(budget.basic.final)", "29250000", "29250000" },
  { "floor-falls-apart", "floor(budget.basic.rate)", "0.99", "1" },
  { "min", "min(budget.total.rate, 99.44%)", "0.99435", "0.9944" },
  { "max", "max(budget.total.rate, 99.44%)", "0.9944", "0.99445" },
  { "min-skips", "min(@actual, budget.total.actual)", "32140350", "32140450" },
  { "aggregate-sum", "sum(projects.initial)", "3165650", "3165950" },
  { "aggregate-where", "sum(projects.initial where projects.kind = '运转')", "1165700", "1165900" },
  { "aggregate-min", "min(projects.initial)", "165750", "165850" },
  { "aggregate-one", "one(projects.initial where projects.name = '丙项目')", "165750", "165850" },
  { "if-by-point", "if(budget.total.rate >= 99.44%, budget.total.actual, 0)", "32140350", "32140450" },
  { "coalesce-by-point", "coalesce(@actual, @issued)", "982350", "982450" },
  { "band-by-point", "band(budget.basic.rate, ladder)", "1", "1" },
  { "prior", "prior(budget.total.actual)", "29999950", "30000050" },
  { "divisor-of-cell", "1 / (budget.total.rate - 98.44%)", "99.502488", "100.502513" },

  { "missing", "@actual", NULL, NULL },
  { "missing-difference", "budget.total.actual - @actual", NULL, NULL },
  { "aggregate-nothing", "sum(projects.initial where projects.initial < 0)", NULL, NULL },
  { "one-of-two", "one(projects.initial where projects.kind = '运转')", NULL, NULL },
  { "zero-divisor", "1 / 0", NULL, NULL },
  { "zero-divisor-in-sum", "1 + 1 / 0", "1", "1" },
  { "divisor-may-be-zero", "1 / (budget.total.rate - 99.44%)", NULL, NULL },
  { "divisor-may-be-zero-in-sum", "1 + 1 / (budget.total.rate - 99.44%)", NULL, NULL },
  { "ratio-by-rounded-zero", "ratio(@issued, one(projects.issued where projects.# = 3))", NULL, NULL },
  { "text", "@name", NULL, NULL },
  { "truth", "1 = 1", NULL, NULL },
};
/* clang-format on */

static char *
show (ZpRational number)
{
  ZpDecimal decimal;

  g_assert_true (zp_rational_to_decimal (number, ZP_DECIMAL_PLACES, &decimal));

  return zp_decimal_to_string (decimal, zp_decimal_get_places (decimal));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  ZpInterval bounds;

  expr_fixture_set_prior (fixture, "budget.total.actual", "3000");
  context.blocks[context.n_blocks++] = FIXTURE_PROJECTS;
  context.allow_prior = TRUE;
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 1, 2);
  expr = expr_fixture_bind (fixture, row->formula, &context, &error);
  g_assert_no_error (error);

  g_assert_true (zp_expr_bounds (expr, &eval, &bounds) == (row->low != NULL));
  g_assert_false (eval.overflow);
  if (row->low == NULL)
    return;

  low = show (bounds.low);
  high = show (bounds.high);
  g_assert_cmpstr (low, ==, row->low);
  g_assert_cmpstr (high, ==, row->high);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/expr/bounds/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
