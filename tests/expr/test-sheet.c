/* SPDX-License-Identifier: GPL-3.0-or-later
 * Formulas as spreadsheet formulas: their spelling, and what a spreadsheet cannot say. That they
 * give the right values is tested with a spreadsheet program by test_sheet.py. */
#include "expr-fixture.h"

#include "expr/zp-expr-sheet.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *formula;
  const char *unit; /* a unit of money, %, or nothing */
  int places;
  const char *sheet; /* NULL: cannot be said */
} Row;

/* clang-format off */
static const Row rows[] = {
  { "add", "budget.basic.actual + budget.project.actual", "万元", 2, "IF(COUNT(D1,D2)>0,ROUND(SUM(D1,D2),2),\"\")" },
  { "subtract", "budget.total.final - budget.total.actual", "万元", 2, "IF(COUNT(C3,D3)=2,ROUND(C3-D3,2),\"\")" },
  { "ratio", "ratio(budget.total.actual, budget.total.final)", "%", 2,
    "IF(AND(COUNT(D3,C3)=2,C3<>0),ROUND(D3/C3,4),\"\")" },
  { "brackets", "budget.total.final - (budget.basic.actual - budget.project.actual)", "万元", 2,
    "IF(COUNT(C3,D1,D2)=3,ROUND(C3-(D1-D2),2),\"\")" },
  { "units", "budget.total.actual", "元", 2, "IF(ISNUMBER(D3),ROUND(D3*10000,2),\"\")" },
  { "units-up", "sum(funds.actual)", "万元", 2, "IF(COUNT(C1:C4)>0,ROUND(SUM(C1:C4)/10000,2),\"\")" },
  { "sum-where", "sum(projects.actual where projects.kind = '运转')", "万元", 2,
    "IF(COUNTIFS(B1:B3,\"运转\",E1:E3,\">-1E+300\")>0,ROUND(SUMIFS(E1:E3,B1:B3,\"运转\"),2),\"\")" },
  { "joker-is-no-criterion", "count(funds where funds.source = '*')", "", 0, "SUMPRODUCT(1*EXACT(B1:B4,\"*\"))" },
  { "constant-off-sheet", "2 * rules.execution", "", 2, "ROUND(2*10,2)" },
  { "prior", "prior(budget.total.actual)", "万元", 2, "ROUND(3000.5,2)" },
  { "prior-missing", "prior(budget.basic.actual)", "万元", 2, "\"\"" },
  { "quotes", "if(report.name = 'a\"b', '是', '否')", "", -1, "IF(EXACT(C1,\"a\"\"b\"),\"是\",\"否\")" },
  { "row", "ratio(@actual, @initial)", "%", 2, "IF(AND(COUNT(E2,C2)=2,C2<>0),ROUND(E2/C2,4),\"\")" },
  { "not-rounded", "budget.total.final - budget.total.actual", "万元", -1, "IF(COUNT(C3,D3)=2,C3-D3,\"\")" },
  { "condition", "budget.total.final > budget.total.actual", "", -1, NULL },
};
/* clang-format on */

static char *
sheet_address (const ZpSheet *self, ZpCell cell)
{
  if (cell.block == FIXTURE_RULES)
    return NULL;

  return g_strdup_printf ("%c%d", 'A' + cell.column, cell.row + 1);
}

static char *
sheet_range (const ZpSheet *self, int block, int column)
{
  return g_strdup_printf ("%c1:%c%d", 'A' + column, 'A' + column, block == FIXTURE_FUNDS ? 4 : 3);
}

static ZpUnit
sheet_unit (const ZpSheet *self, ZpCell cell)
{
  ZpUnit unit;

  g_assert_true (zp_unit_money (cell.block == FIXTURE_FUNDS ? "元" : "万元", &unit));

  return unit;
}

static const ZpSheet sheet = { .address = sheet_address, .range = sheet_range, .unit = sheet_unit };

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

static char *
write_formula (ExprFixture *fixture, const char *formula, ZpUnit unit, int places)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;

  context.blocks[0] = FIXTURE_PROJECTS;
  context.n_blocks = 1;
  context.allow_prior = TRUE;
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 1, 2);
  expr = expr_fixture_bind (fixture, formula, &context, &error);
  g_assert_no_error (error);

  return zp_expr_to_sheet (expr, &eval, &sheet, unit, places);
}

static void
test_spelling (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autofree char *formula = NULL;

  expr_fixture_set_prior (fixture, "budget.total.actual", "3000.50");
  formula = write_formula (fixture, row->formula, read_unit (row->unit), row->places);

  g_assert_cmpstr (formula, ==, row->sheet);
}

/* What cannot be said over ranges is written row by row, and that only up to a limit. */
static void
test_many_rows (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  const char *by_rows = "sum(projects.weight * min(projects.rate, 90%))";
  g_autofree char *few = write_formula (fixture, by_rows, read_unit (""), 2);
  g_autofree char *many = NULL;
  g_autofree char *over_range = NULL;

  expr_fixture_set_rows (fixture, FIXTURE_PROJECTS, 1000);
  many = write_formula (fixture, by_rows, read_unit (""), 2);
  over_range = write_formula (fixture, "sum(projects.weight * projects.rate)", read_unit (""), 2);

  g_assert_nonnull (few);
  g_assert_null (many);
  g_assert_nonnull (over_range);
}

static void
test_long_text (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autofree char *fits = g_strdup_printf ("if(report.name = '%s', 1, 2)", longest);
  g_autofree char *too_long = g_strdup_printf ("if(report.name = '%sx', 1, 2)", longest);
  g_autofree char *short_formula = write_formula (fixture, fits, read_unit (""), 0);
  g_autofree char *no_formula = write_formula (fixture, too_long, read_unit (""), 0);

  g_assert_nonnull (short_formula);
  g_assert_null (no_formula);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_spelling);
    }
  g_test_add_func ("/sheet/many-rows", test_many_rows);
  g_test_add_func ("/sheet/long-text", test_long_text);

  return g_test_run ();
}
