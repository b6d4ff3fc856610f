/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes made-up reports and many formulas as lines, for test_sheet.py to put into a spreadsheet:
 * "cell SHEET ADDRESS KIND VALUE" and "formula NAME SHEET FORMULA KIND VALUE", separated by tabs.
 * KIND is n (a number), s (a text) or e (nothing). */
#include "expr-fixture.h"

#include "expr/zp-expr-sheet.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#define N_RANDOM 24
#define SERIAL_1970 25569

typedef struct
{
  const char *name;
  const char *formula;
  const char *unit; /* a unit of money, %, or nothing */
  int places;
} Row;

/**
 * TestSheet: every block stands on the sheet from row 1, 101, 201, … on, the first column in column
 * B; the total row of a table behind its rows.
 */
typedef struct
{
  ZpSheet vtable;
  const ExprFixture *fixture;
  int number;
  gboolean hides_rules;
} TestSheet;

/* clang-format off */
static const Row plain_rows[] = {
  { "cell", "budget.total.actual", "万元", 2 },
  { "cell-unit", "budget.total.actual", "元", 2 },
  { "cell-unit-large", "budget.total.actual", "亿元", 4 },
  { "number", "1 + 2 * 3", "", 2 },
  { "percent", "95.5%", "%", 2 },
  { "add", "budget.basic.actual + budget.project.actual", "万元", 2 },
  { "add-three", "budget.basic.initial + budget.basic.adjust + budget.project.adjust", "万元", 2 },
  { "add-units", "budget.basic.actual + sum(funds.actual)", "万元", 2 },
  { "add-literal", "budget.basic.adjust + 5万元 + 300元", "万元", 2 },
  { "add-difference", "budget.basic.actual + (budget.project.final - budget.project.actual)", "万元", 2 },
  { "subtract", "budget.total.final - budget.total.actual", "万元", 2 },
  { "subtract-twice", "budget.total.final - budget.total.actual - budget.total.adjust", "万元", 2 },
  { "subtract-brackets", "budget.total.final - (budget.total.actual - budget.total.adjust)", "万元", 2 },
  { "subtract-sum", "budget.total.final - (budget.basic.actual + budget.project.adjust)", "万元", 2 },
  { "negate", "-budget.project.adjust", "万元", 2 },
  { "negate-product", "-budget.project.adjust * 2", "万元", 2 },
  { "multiply", "rules.execution * budget.total.rate", "", 2 },
  { "multiply-sum", "(rules.execution + 5) * budget.total.rate", "", 2 },
  { "divide", "budget.total.actual / 3", "万元", 2 },
  { "divide-money", "budget.total.actual / budget.total.final", "", 6 },
  { "divide-chain", "budget.total.actual / (budget.total.final / 2)", "", 6 },
  { "divide-rounded-zero", "rules.execution / (budget.total.rate - budget.total.rate)", "", 2 },
  { "ratio", "ratio(budget.total.actual, budget.total.final)", "%", 2 },
  { "ratio-basic", "ratio(budget.basic.actual, budget.basic.final)", "%", 2 },
  { "ratio-units", "ratio(sum(funds.actual), budget.total.final)", "%", 2 },
  { "ratio-formula", "ratio(budget.total.final - budget.total.initial, budget.total.initial)", "%", 2 },
  { "ratio-divisor", "ratio(budget.total.final, budget.total.final - budget.total.initial)", "%", 2 },
  { "ratio-of-ratio", "ratio(ratio(budget.basic.actual, budget.basic.final), ratio(budget.total.actual, budget.total.final))", "%", 2 },
  { "not-rounded", "budget.total.actual - budget.total.final", "万元", -1 },
  { "score", "rules.execution * min(budget.total.rate, 100%)", "", 2 },
  { "min", "min(budget.basic.rate, budget.total.rate, 98.2%)", "%", 2 },
  { "min-two", "min(budget.basic.actual, budget.project.actual)", "万元", 2 },
  { "max-formula", "max(budget.basic.actual - budget.basic.final, budget.project.actual)", "万元", 2 },
  { "max-zero", "max(0, budget.total.final - budget.total.actual)", "万元", 2 },
  { "max-units", "max(budget.basic.actual, sum(funds.actual))", "元", 2 },
  { "abs", "abs(budget.project.adjust)", "万元", 2 },
  { "round", "round(budget.total.actual / 7, 1) * 3", "万元", 2 },
  { "round-percent", "round(budget.total.rate / 7, 1) * 3", "%", 2 },
  { "floor", "floor(budget.total.actual / 7)", "万元", 2 },
  { "floor-steps", "max(0, 8 - 2 * floor(max(0, 100% - budget.total.rate) / 5%))", "", 2 },
  { "floor-percent", "floor(budget.total.rate)", "%", 2 },
  { "floor-noise", "floor((100% - 90%) / 5%)", "", 2 },
  { "floor-negative", "floor(budget.project.adjust / 3)", "万元", 2 },
  { "coalesce", "coalesce(budget.total.adjust, budget.basic.adjust, 7万元)", "万元", 2 },
  { "coalesce-cells", "coalesce(budget.total.adjust, budget.basic.adjust)", "万元", 2 },
  { "if", "if(budget.total.rate >= 95%, 100%, budget.total.rate)", "%", 2 },
  { "if-no-else", "if(budget.total.adjust < 0, budget.total.adjust)", "万元", 2 },
  { "if-inside", "2 * if(budget.total.adjust < 0, budget.total.adjust, budget.basic.adjust - 1万元)", "万元", 2 },
  { "if-text", "if(report.mode = '单位自评', '自评', '他评')", "", -1 },
  { "if-empty", "if(empty(budget.total.adjust), 1, 0)", "", 0 },
  { "if-not-empty", "if(not empty(budget.total.adjust) and not empty(report.name), 1, 0)", "", 0 },
  { "if-not", "if(not budget.total.adjust > 0, 1, 0)", "", 0 },
  { "if-or", "if(budget.total.adjust > 0 or budget.total.actual > budget.total.final, 1, 0)", "", 0 },
  { "if-and", "if(budget.total.adjust > 0 and budget.total.actual <= budget.total.final, 1, 0)", "", 0 },
  { "if-same", "if((budget.total.adjust > 0) = (budget.basic.adjust > 0), 1, 0)", "", 0 },
  { "if-unequal", "if(budget.total.adjust != budget.basic.adjust, 1, 0)", "", 0 },
  { "if-text-unequal", "if(report.mode != '中介机构评价', 1, 0)", "", 0 },
  { "if-units", "if(sum(funds.actual) > 280万元, 1, 0)", "", 0 },
  { "if-divisor", "if(budget.total.actual / budget.total.adjust > 5, 1, 0)", "", 0 },
  { "if-decimal-noise", "if(budget.total.adjust + budget.total.initial = budget.total.final, 1, 0)", "", 0 },
  { "band", "band(budget.total.score * 10, grade)", "", -1 },
  { "band-number", "rules.execution * band(budget.total.rate, ladder)", "", 2 },
  { "band-ratio", "band(ratio(budget.total.actual, budget.total.final), ladder)", "%", 0 },
  { "sum", "sum(projects.actual)", "万元", 2 },
  { "sum-grid", "sum(budget.adjust)", "万元", 2 },
  { "sum-where", "sum(projects.actual where projects.kind = '运转')", "万元", 2 },
  { "sum-where-none", "sum(projects.actual where projects.kind = '基建' and projects.initial > 10000万元)", "万元", 2 },
  { "sum-where-unsafe", "sum(funds.actual where funds.source != '财政拨款')", "元", 2 },
  { "sum-where-number", "sum(projects.actual where projects.people >= 100)", "万元", 2 },
  { "sum-where-units", "sum(funds.actual where 50万元 < funds.actual)", "万元", 2 },
  { "sum-where-filled", "sum(projects.initial where not empty(projects.actual))", "万元", 2 },
  { "sum-where-empty", "sum(projects.initial where empty(projects.actual))", "万元", 2 },
  { "sum-where-or", "sum(projects.initial where projects.kind = '基建' or projects.people < 100)", "万元", 2 },
  { "sum-where-not", "sum(projects.initial where not projects.people < 100)", "万元", 2 },
  { "sum-product", "sum(projects.weight * projects.rate)", "", 2 },
  { "sum-product-where", "sum(projects.weight * projects.rate where projects.kind = '基建')", "", 2 },
  { "sum-product-money", "sum(projects.actual * projects.rate where projects.kind != '基建')", "元", 2 },
  { "sum-formula", "sum(projects.weight * min(projects.rate, 90%))", "", 2 },
  { "sum-formula-where", "sum(projects.issued - projects.actual where projects.kind = '运转')", "万元", 2 },
  { "sum-ratio", "sum(ratio(projects.actual, projects.issued))", "%", 2 },
  { "min-rows", "min(projects.actual)", "万元", 2 },
  { "max-rows", "max(projects.actual)", "元", 2 },
  { "max-rows-where", "max(projects.initial where projects.kind = '运转')", "万元", 2 },
  { "min-rows-formula", "min(projects.issued - projects.actual)", "万元", 2 },
  { "count-rows", "count(projects)", "", 0 },
  { "count-cells", "count(projects.actual)", "", 0 },
  { "count-mixed", "count(projects.target)", "", 0 },
  { "count-where", "count(projects where projects.kind = '运转')", "", 0 },
  { "count-where-number", "count(projects where projects.actual > 100万元)", "", 0 },
  { "count-cells-where", "count(projects.people where projects.kind = '运转')", "", 0 },
  { "count-where-cells", "count(projects where projects.actual <= projects.issued)", "", 0 },
  { "count-formula", "count(projects.issued - projects.actual)", "", 0 },
  { "one-text", "one(projects.name where projects.people = 120)", "", -1 },
  { "one-money", "one(projects.initial where projects.kind = '基建')", "元", 2 },
  { "one-many", "one(projects.initial where projects.kind = '运转')", "万元", 2 },
  { "one-number", "one(projects.name where projects.# = 2)", "", -1 },
  { "one-formula", "one(projects.initial - projects.issued where projects.people < 100)", "万元", 2 },
  { "rest-rescaled", "100 * ratio(sum(projects.weight * projects.rate), sum(projects.weight where not empty(projects.rate)))", "", 2 },
  { "pass-mark", "if(budget.total.rate < rules.pass, 0, 20 * (budget.total.rate - rules.pass) / (100% - rules.pass))", "", 2 },
  { "none-of-its-kind", "if(count(projects) = 0, 5, sum(projects.weight))", "", 2 },
  { "year", "year(report.date) - report.year", "", 0 },
  { "date", "date(report.year, 12, 31)", "", -1 },
  { "date-wrong", "date(report.year, 6, 31)", "", -1 },
  { "date-later", "if(report.date > date(report.year, 12, 31), 1, 0)", "", 0 },
  { "date-days", "report.date - date(report.year, 1, 1)", "", 0 },
  { "prior", "ratio(budget.total.actual - prior(budget.total.actual), prior(budget.total.actual))", "%", 2 },
  { "prior-text", "prior(report.name)", "", -1 },
};

/* For every project in turn. */
static const Row project_rows[] = {
  { "rate", "ratio(@actual, @issued)", "%", 2 },
  { "score", "@weight * min(@rate, 100%)", "", 2 },
  { "mixed-number", "@target * 2", "", 2 },
  { "mixed-filled", "if(empty(@target), 1, 0)", "", 0 },
  { "reverse", "if(@kind = '基建', if(@actual <= @issued, 100%, ratio(@issued, @actual)), if(@kind != '基建', ratio(@actual, @issued)))", "%", 2 },
  { "paid", "sum(funds.actual where funds.project = @name)", "万元", 2 },
  { "funds", "count(funds where funds.project = @name)", "", 0 },
  { "funds-where", "sum(funds.actual where funds.project = @name and funds.source = '财政拨款')", "元", 2 },
  { "fund-of", "one(funds.source where funds.project = @name)", "", -1 },
  { "fund-number", "one(funds.source where funds.problem = @#)", "", -1 },
  { "share", "ratio(@actual, projects.total.actual)", "%", 2 },
  { "late", "if(@done > date(report.year, 11, 1), 1, 0)", "", 0 },
  { "people", "if(@people >= 100, '多', '少')", "", -1 },
};

static const char *const moneys[] = {
  "budget.basic.initial", "budget.basic.adjust", "budget.basic.final", "budget.basic.actual",
  "budget.project.initial", "budget.project.adjust", "budget.project.final", "budget.project.actual",
  "budget.total.initial", "budget.total.adjust", "budget.total.actual", "projects[0].actual",
  "projects[1].actual", "projects[2].actual", "projects[0].issued", "projects[1].issued",
  "funds[0].actual", "funds[1].actual", "funds[2].actual",
};
static const char *const rates[] = {
  "budget.basic.rate", "budget.total.rate", "projects[0].rate", "projects[1].rate", "projects[2].rate",
};
/* clang-format on */

static int
count_columns (const ExprFixture *fixture, int block)
{
  const ZpNames *names = expr_fixture_get_names (fixture);
  ZpType type;
  int n = 0;

  while (names->cell_type (names, zp_cell (block, 2, n), &type) ||
         names->cell_type (names, zp_cell (block, 0, n), &type))
    n++;

  return n;
}

static char *
make_address (const TestSheet *self, int block, int row, int column)
{
  return g_strdup_printf ("'数据%d'!$%c$%d", self->number, 'B' + column, 100 * block + row + 1);
}

static int
find_row (const TestSheet *self, ZpCell cell)
{
  const ZpScope *scope = expr_fixture_get_scope (self->fixture);

  return cell.row == ZP_ROW_TOTAL ? scope->count_rows (scope, cell.block) : cell.row;
}

static char *
sheet_address (const ZpSheet *sheet, ZpCell cell)
{
  const TestSheet *self = (const TestSheet *) sheet;

  if (cell.block == FIXTURE_RULES && self->hides_rules)
    return NULL;

  return make_address (self, cell.block, find_row (self, cell), cell.column);
}

static char *
sheet_range (const ZpSheet *sheet, int block, int column)
{
  const TestSheet *self = (const TestSheet *) sheet;
  const ZpScope *scope = expr_fixture_get_scope (self->fixture);
  int n_rows = scope->count_rows (scope, block);
  g_autofree char *first = make_address (self, block, 0, column);

  if (n_rows == 0)
    return NULL;

  return g_strdup_printf ("%s:$%c$%d", first, 'B' + column, 100 * block + n_rows);
}

static ZpUnit
sheet_unit (const ZpSheet *sheet, ZpCell cell)
{
  const TestSheet *self = (const TestSheet *) sheet;
  const ZpNames *names = expr_fixture_get_names (self->fixture);
  ZpType type;

  g_assert_true (names->cell_type (names, cell, &type));

  return type.unit;
}

static ZpUnit
read_unit (const char *text)
{
  ZpUnit unit = zp_unit_number ("");

  if (strcmp (text, "%") == 0)
    return zp_unit_percent ();
  if (*text != '\0')
    g_assert_true (zp_unit_money (text, &unit));

  return unit;
}

static gboolean
is_percent (const ZpUnit *unit)
{
  return unit->kind == ZP_UNIT_PERCENT;
}

/* As it stands on the sheet: dates in days of its calendar, per cents as fractions. */
static char *
print_number (ZpRational number, ZpSort sort, ZpUnit unit, int places)
{
  ZpDecimal decimal;

  if (sort == ZP_SORT_DATE)
    return g_strdup_printf ("%d", (int) (number.num / number.den) + SERIAL_1970);

  g_assert_true (zp_unit_from_base (unit, number, places < 0 ? 6 : places, &decimal));
  if (is_percent (&unit))
    {
      g_autofree char *percent = zp_decimal_to_string (decimal, -1);
      return g_strconcat (percent, "e-2", NULL);
    }

  return zp_decimal_to_string (decimal, -1);
}

static void
print_value (const ZpValue *value, const ZpType *type, ZpUnit unit, int places)
{
  g_autofree char *number = NULL;

  if (value->kind == ZP_VALUE_NUMBER)
    number = print_number (value->number, type->sort, unit, places);

  if (number != NULL)
    printf ("n\t%s\n", number);
  else
    printf ("%s\t%s\n", value->kind == ZP_VALUE_TEXT ? "s" : "e",
            value->kind == ZP_VALUE_TEXT ? value->text : "");
}

/* Cells that are missing hold the mark for not applicable in every second column. */
static void
print_cell (const TestSheet *self, ZpCell cell)
{
  const ZpScope *scope = expr_fixture_get_scope (self->fixture);
  const ZpNames *names = expr_fixture_get_names (self->fixture);
  g_autofree char *address = make_address (self, cell.block, find_row (self, cell), cell.column);
  ZpValue value;
  ZpType type;

  if (!names->cell_type (names, cell, &type))
    return;

  scope->get (scope, cell, &value);
  printf ("cell\t数据%d\t%s\t", self->number, strchr (address, '!') + 1);
  if (value.kind == ZP_VALUE_MISSING && (cell.column + self->number) % 2 == 1)
    printf ("s\t—\n");
  else
    print_value (&value, &type, type.unit, -1);
}

static void
print_cells (const TestSheet *self)
{
  const ZpScope *scope = expr_fixture_get_scope (self->fixture);

  for (int block = 0; block < FIXTURE_N_BLOCKS; block++)
    for (int column = 0; column < count_columns (self->fixture, block); column++)
      {
        for (int row = 0; row < scope->count_rows (scope, block); row++)
          print_cell (self, zp_cell (block, row, column));
        print_cell (self, zp_cell (block, ZP_ROW_TOTAL, column));
      }
}

static void
print_formula (
  const TestSheet *self, const Row *row, const char *prefix, ZpEval *eval, gboolean in_row)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (self->fixture));
  ZpUnit unit = read_unit (row->unit);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;
  g_autofree char *formula = NULL;
  ZpValue value;

  context.allow_prior = TRUE;
  context.blocks[0] = FIXTURE_PROJECTS;
  context.n_blocks = in_row ? 1 : 0;
  expr = expr_fixture_bind (self->fixture, row->formula, &context, &error);
  g_assert_no_error (error);

  formula = zp_expr_to_sheet (expr, eval, &self->vtable, unit, row->places);
  g_assert_nonnull (formula);
  zp_expr_eval (expr, eval, &value);
  g_assert_false (eval->overflow);
  printf ("formula\t%d/%s%s\t公式%d\t%s\t", self->number, prefix, row->name, self->number, formula);
  print_value (&value, &expr->type, unit, row->places);
}

static void
print_report (const ExprFixture *fixture, int number)
{
  TestSheet sheet = {
    .vtable = { .address = sheet_address, .range = sheet_range, .unit = sheet_unit },
    .fixture = fixture,
    .number = number,
    .hides_rules = number % 2 == 1,
  };
  const ZpScope *scope = expr_fixture_get_scope (fixture);
  ZpEval eval = ZP_EVAL_INIT (scope);

  print_cells (&sheet);
  for (guint i = 0; i < G_N_ELEMENTS (plain_rows); i++)
    print_formula (&sheet, &plain_rows[i], "", &eval, FALSE);

  for (int row = 0; row < scope->count_rows (scope, FIXTURE_PROJECTS); row++)
    {
      g_autofree char *prefix = g_strdup_printf ("row-%d-", row);

      zp_eval_push_row (&eval, FIXTURE_PROJECTS, row, row + 1);
      for (guint i = 0; i < G_N_ELEMENTS (project_rows); i++)
        print_formula (&sheet, &project_rows[i], prefix, &eval, TRUE);
      zp_eval_pop_row (&eval);
    }
}

/* Odd figures over 20000 give rates that end on an exact half: 19663 by 20000 is 98.315 %. */
static void
set_random_figures (ExprFixture *fixture, GRand *rand)
{
  for (guint i = 0; i < G_N_ELEMENTS (moneys); i++)
    {
      g_autofree char *figure = g_strdup_printf ("%d.%02d", g_rand_int_range (rand, -900, 20000),
                                                 g_rand_int_range (rand, 0, 100));
      gboolean is_missing = g_rand_int_range (rand, 0, 6) == 0;

      expr_fixture_set (fixture, moneys[i], is_missing ? NULL : figure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *figure = g_strdup_printf ("%d.%02d", g_rand_int_range (rand, 0, 130),
                                                 g_rand_int_range (rand, 0, 20) * 5);
      gboolean is_missing = g_rand_int_range (rand, 0, 6) == 0;

      expr_fixture_set (fixture, rates[i], is_missing ? NULL : figure);
    }
}

static void
set_ties (ExprFixture *fixture, GRand *rand)
{
  g_autofree char *tie = g_strdup_printf ("%d.00", 2 * g_rand_int_range (rand, 0, 12000) + 1);

  expr_fixture_set (fixture, "budget.basic.actual", tie);
  expr_fixture_set (fixture, "budget.basic.final", "20000.00");
  expr_fixture_set (fixture, "budget.total.actual", tie);
  expr_fixture_set (fixture, "budget.total.final", "20000.00");
}

int
main (void)
{
  g_autoptr (ExprFixture) filled = expr_fixture_new_filled ();
  g_autoptr (ExprFixture) empty = expr_fixture_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20211231);

  setlocale (LC_ALL, "");
  expr_fixture_set_prior (filled, "budget.total.actual", "3000.00");
  expr_fixture_set_prior (filled, "report.name", "旧名“甲\"乙");
  print_report (filled, 1);
  print_report (empty, 2);

  expr_fixture_set (filled, "budget.total.final", "0");
  expr_fixture_set (filled, "report.date", NULL);
  print_report (filled, 3);
  expr_fixture_set (filled, "report.date", "2020-02-29");

  for (int i = 0; i < N_RANDOM; i++)
    {
      set_random_figures (filled, rand);
      if (i % 2 == 0)
        set_ties (filled, rand);
      print_report (filled, 4 + i);
    }

  return 0;
}
