/* SPDX-License-Identifier: GPL-3.0-or-later
 * What names mean where a formula stands, and which sorts and units go together. */
#include "expr-fixture.h"

#include <string.h>

/* Where a formula stands. */
typedef enum
{
  AT_NOWHERE,     /* no current row */
  AT_GRID_ROW,    /* every row of budget */
  AT_GRID_CELL,   /* in row basic of budget */
  AT_TABLE_ROW,   /* every row of projects */
  AT_NESTED_ROW,  /* every row of funds, inside one of projects */
  AT_TOTAL,       /* in the total row of projects */
  AT_FIELDS,      /* in the group rules */
  AT_ROW_FORMULA, /* of budget, in column actual */
  AT_TEMPLATE,
  AT_CHECK, /* of a row of projects: prior() is allowed */
  AT_WHERE, /* of a repetition over funds, inside one row of projects */
} Place;

typedef struct
{
  const char *name;
  Place place;
  const char *formula;
  const char *type; /* NULL: refused */
  int code;
  const char *message; /* part of it */
} Row;

/* clang-format off */
static const Row rows[] = {
  /* Names */
  { "name/field", AT_NOWHERE, "report.year", "number places 0", 0, NULL },
  { "name/grid-cell", AT_NOWHERE, "budget.total.actual", "money 万元 places 2", 0, NULL },
  { "name/table-total", AT_NOWHERE, "projects.total.rate", "number % places 2", 0, NULL },
  { "name/at-column", AT_TABLE_ROW, "@people", "number 人 places 0", 0, NULL },
  { "name/at-outer-row", AT_NESTED_ROW, "@projects.actual", "money 万元 places 2", 0, NULL },
  { "name/at-is-innermost", AT_NESTED_ROW, "@actual", "money 元 places 2", 0, NULL },
  { "name/at-fields", AT_FIELDS, "@pass", "number % places 2", 0, NULL },
  { "name/at-fields-elsewhere", AT_TABLE_ROW, "@rules.pass", "number % places 2", 0, NULL },
  { "name/at-number", AT_TABLE_ROW, "@#", "number places 0 exact", 0, NULL },
  { "name/at-label", AT_GRID_ROW, "@label", "text", 0, NULL },
  { "name/at-key", AT_GRID_ROW, "@budget.key", "text", 0, NULL },
  { "name/absent-cell-of-row", AT_GRID_CELL, "@score", "score 分 places 2", 0, NULL },
  { "name/column-of-some-rows", AT_GRID_ROW, "@score", "score 分 places 2", 0, NULL },
  { "name/total-row-column", AT_TOTAL, "@actual", "money 万元 places 2", 0, NULL },
  { "name/total-row-without-column", AT_TOTAL, "@people", "number 人 places 0", 0, NULL },
  { "name/bare", AT_ROW_FORMULA, "basic + project", "money 万元 places 2", 0, NULL },
  { "name/passage", AT_TEMPLATE, "text.opening", "text", 0, NULL },
  { "name/annex", AT_TEMPLATE, "annex.form", "text", 0, NULL },
  { "name/money", AT_TEMPLATE, "money", "text", 0, NULL },
  { "name/visited", AT_NOWHERE, "sum(projects.actual)", "money 万元 places 2", 0, NULL },
  { "name/visited-number", AT_NOWHERE, "one(projects.name where projects.# = 2)", "text", 0, NULL },
  { "name/visited-grid", AT_NOWHERE, "sum(budget.actual where budget.key != 'total')", "money 万元 places 2", 0, NULL },
  { "name/cell-in-aggregate", AT_NOWHERE, "count(projects where projects.actual > budget.total.actual)", "number places 0 exact", 0, NULL },
  { "name/prior", AT_CHECK, "prior(@actual)", "money 万元 places 2", 0, NULL },
  { "name/where-of-repetition", AT_WHERE, "funds.project = @name", "condition", 0, NULL },

  { "name/no-block", AT_NOWHERE, "budgett.total.actual", NULL, ZP_EXPR_ERROR_NAME, "no block “budgett”; did you mean “budget”?" },
  { "name/no-block-near", AT_NOWHERE, "zzzzzz.total.actual", NULL, ZP_EXPR_ERROR_NAME, "no block “zzzzzz”" },
  { "name/no-column", AT_TABLE_ROW, "ratio(@actual, @isued)", NULL, ZP_EXPR_ERROR_NAME, "no column “isued” in table “projects”; did you mean “issued”?" },
  { "name/no-column-in-grid", AT_NOWHERE, "budget.total.finl", NULL, ZP_EXPR_ERROR_NAME, "no column “finl” in grid “budget”; did you mean “final”?" },
  { "name/no-item", AT_NOWHERE, "report.yaer", NULL, ZP_EXPR_ERROR_NAME, "no column “yaer” in group “report”; did you mean “year”?" },
  { "name/no-row", AT_NOWHERE, "budget.projct.actual", NULL, ZP_EXPR_ERROR_NAME, "no row “projct” in grid “budget”; did you mean “project”?" },
  { "name/no-total-row", AT_NOWHERE, "funds.total.actual", NULL, ZP_EXPR_ERROR_NAME, "no row “total” in table “funds”" },
  { "name/no-bare-row", AT_ROW_FORMULA, "basic + projct", NULL, ZP_EXPR_ERROR_NAME, "did you mean “project”?" },
  { "name/bare-elsewhere", AT_NOWHERE, "basic", NULL, ZP_EXPR_ERROR_NAME, "“basic” names no cell" },
  { "name/absent-cell-outright", AT_NOWHERE, "budget.basic.score", NULL, ZP_EXPR_ERROR_NAME, "there is no cell “budget.basic.score”" },
  { "name/absent-total-outright", AT_NOWHERE, "projects.total.people", NULL, ZP_EXPR_ERROR_NAME, "there is no cell “projects.total.people”" },
  { "name/rows-of-fields", AT_NOWHERE, "report.total.year", NULL, ZP_EXPR_ERROR_NAME, "it has no rows" },
  { "name/whole-column", AT_NOWHERE, "projects.actual", NULL, ZP_EXPR_ERROR_NAME, "“projects.actual” is a whole column" },
  { "name/whole-column-beside-aggregate", AT_NOWHERE, "sum(projects.actual) + projects.actual", NULL, ZP_EXPR_ERROR_NAME, "is a whole column" },
  { "name/no-current-row", AT_NOWHERE, "@actual", NULL, ZP_EXPR_ERROR_NAME, "“@actual”: there is no current row here" },
  { "name/no-current-row-of-block", AT_TABLE_ROW, "@funds.actual", NULL, ZP_EXPR_ERROR_NAME, "“funds” has no current row here" },
  { "name/label-of-table", AT_TABLE_ROW, "@label", NULL, ZP_EXPR_ERROR_NAME, "only rows of a grid have a “label”" },
  { "name/number-of-fields", AT_FIELDS, "@#", NULL, ZP_EXPR_ERROR_NAME, "only rows have a number" },
  { "name/no-scale", AT_NOWHERE, "band(1, grad)", NULL, ZP_EXPR_ERROR_NAME, "no scale “grad”" },
  { "name/no-passage", AT_TEMPLATE, "text.ending", NULL, ZP_EXPR_ERROR_NAME, "no passage “text.ending”" },
  { "name/no-annex", AT_TEMPLATE, "annex.ending", NULL, ZP_EXPR_ERROR_NAME, "no annex “annex.ending”" },
  { "name/passage-in-formula", AT_NOWHERE, "text.opening", NULL, ZP_EXPR_ERROR_NAME, "only in templates" },
  { "name/money-in-formula", AT_NOWHERE, "money", NULL, ZP_EXPR_ERROR_NAME, "only in templates" },
  { "name/annex-in-sum", AT_TEMPLATE, "annex.form = '附件2'", NULL, ZP_EXPR_ERROR_TYPE, "“annex.form” stands alone" },
  { "name/prior-not-allowed", AT_TABLE_ROW, "prior(@actual)", NULL, ZP_EXPR_ERROR_TYPE, "prior() stands only in" },
  { "name/prior-of-sum", AT_CHECK, "prior(@actual + @issued)", NULL, ZP_EXPR_ERROR_TYPE, "prior() takes the name of a cell" },
  { "name/prior-of-number", AT_CHECK, "prior(@#)", NULL, ZP_EXPR_ERROR_TYPE, "prior() takes the name of a cell" },

  /* Aggregates */
  { "aggregate/rows", AT_NOWHERE, "count(projects)", "number places 0 exact", 0, NULL },
  { "aggregate/rows-of-grid", AT_NOWHERE, "count(budget)", "number places 0 exact", 0, NULL },
  { "aggregate/least-date", AT_NOWHERE, "min(projects.done)", "date places 0", 0, NULL },
  { "aggregate/inside-plain", AT_NOWHERE, "max(0, sum(projects.actual))", "money 万元 places 2", 0, NULL },
  { "aggregate/formula-inside", AT_NOWHERE, "sum(projects.weight * projects.rate)", "score 分 places -1", 0, NULL },
  { "aggregate/names-nothing", AT_TABLE_ROW, "sum(@actual)", NULL, ZP_EXPR_ERROR_NAME, "sum() names no table or grid" },
  { "aggregate/two-blocks", AT_NOWHERE, "sum(projects.actual where funds.problem = 1)", NULL, ZP_EXPR_ERROR_NAME, "the rows of one block only" },
  { "aggregate/nested", AT_NOWHERE, "sum(projects.actual * count(funds))", NULL, ZP_EXPR_ERROR_TYPE, "count() stands inside another aggregate" },
  { "aggregate/nested-in-where", AT_NOWHERE, "sum(projects.actual where projects.actual > max(projects.initial))", NULL, ZP_EXPR_ERROR_TYPE, "stands inside another aggregate" },
  { "aggregate/count-fields", AT_NOWHERE, "count(report)", NULL, ZP_EXPR_ERROR_NAME, "no rows to count" },
  { "aggregate/count-nothing", AT_NOWHERE, "count(projcts)", NULL, ZP_EXPR_ERROR_NAME, "did you mean “projects”?" },
  { "aggregate/count-condition", AT_NOWHERE, "count(projects.actual > 0)", NULL, ZP_EXPR_ERROR_TYPE, "count(block where condition)" },
  { "aggregate/sum-of-text", AT_NOWHERE, "sum(projects.name)", NULL, ZP_EXPR_ERROR_TYPE, "sum() takes a figure, but this is a text" },
  { "aggregate/least-text", AT_NOWHERE, "min(projects.name)", NULL, ZP_EXPR_ERROR_TYPE, "min() takes a figure" },
  { "aggregate/where-figure", AT_NOWHERE, "sum(projects.actual where projects.rate)", NULL, ZP_EXPR_ERROR_TYPE, "“where” needs a condition, but this is a percentage" },

  /* Sums and comparisons */
  { "sum/money-of-two-units", AT_NESTED_ROW, "@actual + @projects.actual", "money 元 places 2", 0, NULL },
  { "sum/most-places", AT_TABLE_ROW, "@people + @rate * 1 + 0.125", "number 人 places 3", 0, NULL },
  { "sum/percent-of-number", AT_TABLE_ROW, "100% - @rate", "number % places 2", 0, NULL },
  { "sum/number-less-percent", AT_TABLE_ROW, "1 - @rate", "number % places 2", 0, NULL },
  { "sum/score-and-number", AT_TABLE_ROW, "5 + @weight", "score 分 places 2", 0, NULL },
  { "sum/percent-and-score", AT_TABLE_ROW, "@rate + @weight", "score 分 places 2", 0, NULL },
  { "sum/zero-and-money", AT_TABLE_ROW, "0 - @actual", "money 万元 places 2", 0, NULL },
  { "sum/literals-are-exact", AT_NOWHERE, "1 + 2", "number places 0 exact", 0, NULL },
  { "sum/zeros", AT_NOWHERE, "0 + 0.00", "number places 2 exact any", 0, NULL },
  { "sum/days", AT_NOWHERE, "report.date - date(2021, 1, 1)", "number places 0", 0, NULL },
  { "sum/money-and-number", AT_TABLE_ROW, "@actual + 5", NULL, ZP_EXPR_ERROR_TYPE, "left is money, right is a number; they cannot be added" },
  { "sum/money-and-zero-yuan", AT_TABLE_ROW, "@people + 0元", NULL, ZP_EXPR_ERROR_TYPE, "left is a number in 人, right is money" },
  { "sum/label-and-none", AT_TABLE_ROW, "one(funds.problem where funds.# = 1) + @people", "number 人 places 0", 0, NULL },
  { "sum/dates", AT_NOWHERE, "report.date + report.date", NULL, ZP_EXPR_ERROR_TYPE, "left is a date, right is a date; they cannot be added" },
  { "sum/date-and-number", AT_NOWHERE, "report.date + 1", NULL, ZP_EXPR_ERROR_TYPE, "they cannot be added" },
  { "sum/date-less-zero", AT_NOWHERE, "report.date - 0", NULL, ZP_EXPR_ERROR_TYPE, "they cannot be subtracted" },
  { "sum/texts", AT_TABLE_ROW, "@name + @kind", NULL, ZP_EXPR_ERROR_TYPE, "they cannot be added" },
  { "sum/conditions", AT_NOWHERE, "(1 = 2) + (1 = 2)", NULL, ZP_EXPR_ERROR_TYPE, "left is a condition" },
  { "compare/money-and-percent", AT_TABLE_ROW, "@actual = @rate", NULL, ZP_EXPR_ERROR_TYPE, "left is money, right is a percentage; they can never be equal" },
  { "compare/text-and-zero", AT_TABLE_ROW, "@name = 0", NULL, ZP_EXPR_ERROR_TYPE, "left is a text, right is a number; they can never be equal" },
  { "compare/order-of-sorts", AT_TABLE_ROW, "@actual < @weight", NULL, ZP_EXPR_ERROR_TYPE, "left is money, right is a score; they cannot be compared" },
  { "compare/order-of-texts", AT_TABLE_ROW, "@name < 'x'", NULL, ZP_EXPR_ERROR_TYPE, "they have no order" },
  { "compare/conditions", AT_TABLE_ROW, "(@actual > 0) = (@rate > 0)", "condition", 0, NULL },
  { "compare/option", AT_TABLE_ROW, "@kind = '基建'", "condition", 0, NULL },
  { "compare/no-option", AT_TABLE_ROW, "@kind != '基本建设'", NULL, ZP_EXPR_ERROR_TYPE, "'基本建设' is not among the options: 基建, 运转" },
  { "compare/no-option-left", AT_TABLE_ROW, "'x' = @kind", NULL, ZP_EXPR_ERROR_TYPE, "not among the options" },
  { "compare/no-band", AT_TABLE_ROW, "band(@weight, grade) = '甲'", NULL, ZP_EXPR_ERROR_TYPE, "not among the options: 优, 良, 中, 差" },
  { "compare/mixed-is-number", AT_TABLE_ROW, "@target >= 1", "condition", 0, NULL },

  /* Products */
  { "product/money-by-number", AT_TABLE_ROW, "@people * @actual", "money 万元 places -1", 0, NULL },
  { "product/score-by-percent", AT_TABLE_ROW, "@weight * min(@rate, 100%)", "score 分 places -1", 0, NULL },
  { "product/percent-by-percent", AT_TABLE_ROW, "@rate * @rate", "number places -1", 0, NULL },
  { "product/label-stays", AT_TABLE_ROW, "@rate * @people", "number 人 places -1", 0, NULL },
  { "product/money-by-money", AT_TABLE_ROW, "@actual * @issued", NULL, ZP_EXPR_ERROR_TYPE, "left is money, right is money; they cannot be multiplied" },
  { "product/date", AT_NOWHERE, "report.date * 2", NULL, ZP_EXPR_ERROR_TYPE, "they cannot be multiplied" },
  { "quotient/money-by-number", AT_TABLE_ROW, "@actual / @people", "money 万元 places -1", 0, NULL },
  { "quotient/money-by-money", AT_TABLE_ROW, "@actual / 5元", "number places -1", 0, NULL },
  { "quotient/percent-by-number", AT_TABLE_ROW, "@rate / 2", "number % places -1", 0, NULL },
  { "quotient/percent-by-percent", AT_TABLE_ROW, "@rate / 5%", "number places -1", 0, NULL },
  { "quotient/score-by-score", AT_TABLE_ROW, "@weight / @weight", "number places -1", 0, NULL },
  { "quotient/number-by-money", AT_TABLE_ROW, "@people / @actual", NULL, ZP_EXPR_ERROR_TYPE, "they cannot be divided" },
  { "quotient/zero-by-money", AT_TABLE_ROW, "0 / @actual", "number places -1", 0, NULL },

  /* Functions */
  { "function/ratio", AT_TABLE_ROW, "ratio(@actual, @issued)", "number places -1", 0, NULL },
  { "function/ratio-of-counts", AT_NOWHERE, "ratio(count(projects), count(funds))", "number places -1 exact", 0, NULL },
  { "function/ratio-of-sorts", AT_TABLE_ROW, "ratio(@actual, @people)", NULL, ZP_EXPR_ERROR_TYPE, "ratio(): one value is money, another a number in 人; they do not go together" },
  { "function/ratio-of-dates", AT_NOWHERE, "ratio(report.date, report.date)", NULL, ZP_EXPR_ERROR_TYPE, "ratio() takes a figure" },
  { "function/if", AT_TABLE_ROW, "if(@kind = '基建', @actual, 0)", "money 万元 places 2", 0, NULL },
  { "function/if-keeps-options", AT_TABLE_ROW, "if(1 = 1, @kind, @kind) = '优'", NULL, ZP_EXPR_ERROR_TYPE, "not among the options" },
  { "function/if-of-figure", AT_TABLE_ROW, "if(@actual, 1, 2)", NULL, ZP_EXPR_ERROR_TYPE, "“if” needs a condition, but this is money" },
  { "function/if-of-sorts", AT_TABLE_ROW, "if(1 = 1, @actual, 'x')", NULL, ZP_EXPR_ERROR_TYPE, "if(): one value is money, another a text" },
  { "function/coalesce-texts", AT_TABLE_ROW, "coalesce(@name, @kind)", "text", 0, NULL },
  { "function/round", AT_TABLE_ROW, "round(@actual * 1.5, 1)", "money 万元 places 1", 0, NULL },
  { "function/round-percent-and-score", AT_TABLE_ROW, "round(@rate + @weight, 1)", "score 分 places 1", 0, NULL },
  { "function/round-seven", AT_TABLE_ROW, "round(@actual, 7)", NULL, ZP_EXPR_ERROR_TYPE, "round() takes 0 to 6 places" },
  { "function/round-half", AT_TABLE_ROW, "round(@actual, 0.5)", NULL, ZP_EXPR_ERROR_TYPE, "round() takes 0 to 6 places" },
  { "function/floor", AT_TABLE_ROW, "floor((@rate - 100%) / 1%)", "number places 0", 0, NULL },
  { "function/abs-of-text", AT_TABLE_ROW, "abs(@name)", NULL, ZP_EXPR_ERROR_TYPE, "abs() takes a figure, but this is a text" },
  { "function/empty", AT_TABLE_ROW, "empty(@name)", "condition", 0, NULL },
  { "function/year", AT_NOWHERE, "year(report.date)", "number places 0", 0, NULL },
  { "function/year-of-number", AT_NOWHERE, "year(2021)", NULL, ZP_EXPR_ERROR_TYPE, "year() takes a date, but this is a number" },
  { "function/date", AT_NOWHERE, "date(report.year, 12, 31)", "date places 0", 0, NULL },
  { "function/date-of-money", AT_NOWHERE, "date(5元, 12, 31)", NULL, ZP_EXPR_ERROR_TYPE, "date() takes a number, but this is money" },
  { "function/least-date", AT_TABLE_ROW, "min(@done, report.date)", "date places 0", 0, NULL },
  { "function/band", AT_TABLE_ROW, "band(@rate, ladder)", "number % places 0", 0, NULL },
  { "function/band-of-money", AT_TABLE_ROW, "band(@actual, ladder)", NULL, ZP_EXPR_ERROR_TYPE, "the scale “ladder” is for a percentage, but this is money" },
  { "logic/figure", AT_TABLE_ROW, "@actual and 1 = 1", NULL, ZP_EXPR_ERROR_TYPE, "“and” needs a condition, but this is money" },
  { "logic/not-text", AT_TABLE_ROW, "not @name", NULL, ZP_EXPR_ERROR_TYPE, "“not” needs a condition, but this is a text" },
  { "minus/text", AT_TABLE_ROW, "-@name", NULL, ZP_EXPR_ERROR_TYPE, "“-” needs a figure, but this is a text" },
};
/* clang-format on */

static void
add_block (ZpBindContext *context, int block)
{
  context->blocks[context->n_blocks++] = block;
}

static ZpBindContext
context_at (Place place, const ExprFixture *fixture)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));

  if (place == AT_GRID_ROW || place == AT_GRID_CELL)
    add_block (&context, FIXTURE_BUDGET);
  if (place == AT_TABLE_ROW || place == AT_NESTED_ROW || place == AT_TOTAL || place == AT_CHECK ||
      place == AT_WHERE)
    add_block (&context, FIXTURE_PROJECTS);
  if (place == AT_NESTED_ROW)
    add_block (&context, FIXTURE_FUNDS);
  if (place == AT_FIELDS)
    add_block (&context, FIXTURE_RULES);

  if (place == AT_GRID_CELL || place == AT_FIELDS)
    context.row = 0;
  if (place == AT_TOTAL)
    context.row = ZP_ROW_TOTAL;
  if (place == AT_WHERE)
    context.visit_block = FIXTURE_FUNDS;
  if (place == AT_ROW_FORMULA)
    {
      context.bare_block = FIXTURE_BUDGET;
      context.bare_column = 3;
    }
  context.in_template = place == AT_TEMPLATE;
  context.allow_prior = place == AT_CHECK;

  return context;
}

static char *
describe (const ZpType *type)
{
  static const char *const sorts[] = { "number", "money", "score", "date", "text", "condition" };
  GString *out = g_string_new (sorts[type->sort]);

  if (*type->unit.label != '\0')
    g_string_append_printf (out, " %s", type->unit.label);
  if (type->sort != ZP_SORT_TEXT && type->sort != ZP_SORT_TRUTH)
    g_string_append_printf (out, " places %d", type->places);
  if (type->exact)
    g_string_append (out, " exact");
  if (type->any)
    g_string_append (out, " any");

  return g_string_free (out, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  ZpBindContext context = context_at (row->place, fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = expr_fixture_bind (fixture, row->formula, &context, &error);
  g_autofree char *type = NULL;

  if (row->type == NULL)
    {
      g_assert_error (error, ZP_EXPR_ERROR, row->code);
      if (strstr (error->message, row->message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, row->message);
      return;
    }

  g_assert_no_error (error);
  type = describe (&expr->type);
  g_assert_cmpstr (type, ==, row->type);
}

typedef struct
{
  const char *name;
  Place place;
  const char *formula;
  ZpRefKind ref;
  ZpCell cell;
} RefRow;

/* clang-format off */
static const RefRow ref_rows[] = {
  { "field", AT_NOWHERE, "rules.pass", ZP_REF_CELL, { FIXTURE_RULES, 1, 0 } },
  { "at-field", AT_FIELDS, "@pass", ZP_REF_CELL, { FIXTURE_RULES, 1, 0 } },
  { "grid-cell", AT_NOWHERE, "budget.total.actual", ZP_REF_CELL, { FIXTURE_BUDGET, 3, 2 } },
  { "row-known", AT_GRID_CELL, "@actual", ZP_REF_CELL, { FIXTURE_BUDGET, 3, 0 } },
  { "row-known-by-block", AT_GRID_CELL, "@budget.actual", ZP_REF_CELL, { FIXTURE_BUDGET, 3, 0 } },
  { "row-known-number", AT_GRID_CELL, "@#", ZP_REF_CELL, { FIXTURE_BUDGET, ZP_COLUMN_NUMBER, 0 } },
  { "row-open", AT_GRID_ROW, "@actual", ZP_REF_ROW, { FIXTURE_BUDGET, 3, 0 } },
  { "outer-row", AT_NESTED_ROW, "@projects.issued", ZP_REF_ROW, { FIXTURE_PROJECTS, 3, 0 } },
  { "total-row", AT_TOTAL, "@issued", ZP_REF_CELL, { FIXTURE_PROJECTS, 3, ZP_ROW_TOTAL } },
  { "bare", AT_ROW_FORMULA, "project", ZP_REF_CELL, { FIXTURE_BUDGET, 3, 1 } },
  { "where", AT_WHERE, "funds.project", ZP_REF_VISIT, { FIXTURE_FUNDS, 0, 0 } },
};
/* clang-format on */

static void
test_ref (gconstpointer data)
{
  const RefRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  ZpBindContext context = context_at (row->place, fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = expr_fixture_bind (fixture, row->formula, &context, &error);

  g_assert_no_error (error);
  g_assert_cmpint (expr->ref, ==, row->ref);
  g_assert_cmpint (expr->cell.block, ==, row->cell.block);
  g_assert_cmpint (expr->cell.column, ==, row->cell.column);
  if (row->ref == ZP_REF_CELL)
    g_assert_cmpint (expr->cell.row, ==, row->cell.row);
}

typedef struct
{
  const char *name;
  const char *formula;
  int index_column;
} IndexRow;

/* clang-format off */
static const IndexRow index_rows[] = {
  { "column-first", "sum(funds.actual where funds.project = @name)", 0 },
  { "column-last", "sum(funds.actual where @name = funds.project)", 0 },
  { "literal", "count(funds where funds.source = '财政拨款')", 1 },
  { "both-visited", "count(projects where projects.name = projects.kind)", -1 },
  { "prior-of-visited", "count(projects where projects.name = prior(projects.name))", -1 },
  { "not-equal", "count(funds where funds.project != @name)", -1 },
  { "one-of-two", "count(funds where funds.project = @name and funds.problem = 1)", -1 },
  { "number", "count(funds where funds.problem = 1)", -1 },
  { "running-number", "one(projects.name where projects.# = 1)", -1 },
  { "label", "count(budget where budget.label = '合计')", -1 },
  { "no-where", "sum(funds.actual)", -1 },
};
/* clang-format on */

static void
test_index (gconstpointer data)
{
  const IndexRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  ZpBindContext context = context_at (AT_CHECK, fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = expr_fixture_bind (fixture, row->formula, &context, &error);

  g_assert_no_error (error);
  g_assert_cmpint (expr->index_column, ==, row->index_column);
  g_assert_true ((expr->index_key != NULL) == (row->index_column >= 0));
}

typedef struct
{
  const char *name;
  const char *result;
  const char *cell;
  gboolean fits;
} FitRow;

/* clang-format off */
static const FitRow fit_rows[] = {
  { "number-in-percent", "ratio(@actual, @issued)", "@rate", TRUE },
  { "number-in-score", "@rate * 10", "@weight", TRUE },
  { "number-in-number", "1.5", "@people", TRUE },
  { "percent-in-number", "@rate", "@target", TRUE },
  { "score-in-number", "@weight", "@target", TRUE },
  { "score-in-score", "@weight", "@weight", TRUE },
  { "money-in-other-unit", "5元", "@actual", TRUE },
  { "zero-in-money", "0", "@actual", TRUE },
  { "zero-in-percent", "0", "@rate", TRUE },
  { "text-in-text", "'x'", "@name", TRUE },
  { "date-in-date", "date(2021, 1, 1)", "@done", TRUE },
  { "number-in-money", "1", "@actual", FALSE },
  { "money-in-percent", "@actual", "@rate", FALSE },
  { "zero-in-text", "0", "@name", FALSE },
  { "text-in-number", "'x'", "@people", FALSE },
  { "date-in-number", "@done", "@people", FALSE },
  { "condition-in-text", "1 = 1", "@name", FALSE },
};
/* clang-format on */

static void
test_fit (gconstpointer data)
{
  const FitRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  ZpBindContext context = context_at (AT_TABLE_ROW, fixture);
  g_autoptr (ZpExpr) result = expr_fixture_bind (fixture, row->result, &context, NULL);
  g_autoptr (ZpExpr) cell = expr_fixture_bind (fixture, row->cell, &context, NULL);

  g_assert_true (zp_type_fits (&result->type, &cell->type) == row->fits);
}

static void
test_labels_differ (void)
{
  ZpType people = { .sort = ZP_SORT_NUMBER, .unit = zp_unit_number ("人") };
  ZpType pieces = { .sort = ZP_SORT_NUMBER, .unit = zp_unit_number ("个") };
  ZpType plain = { .sort = ZP_SORT_NUMBER, .unit = zp_unit_number ("") };

  g_assert_false (zp_type_comparable (&people, &pieces));
  g_assert_false (zp_type_fits (&people, &pieces));
  g_assert_true (zp_type_comparable (&people, &plain));
  g_assert_true (zp_type_comparable (&plain, &pieces));
}

/* Without block_key messages leave the block out; all else is the same. */
static void
test_no_block_key (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  ZpBindContext context = context_at (AT_TABLE_ROW, fixture);
  ZpNames names = *context.names;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) good = NULL;

  names.block_key = NULL;
  context.names = &names;
  good = expr_fixture_bind (fixture, "@actual", &context, &error);
  g_assert_no_error (error);
  g_assert_cmpint (good->ref, ==, ZP_REF_ROW);

  g_assert_null (expr_fixture_bind (fixture, "@actul", &context, &error));
  g_assert_cmpstr (error->message, ==, "no column “actul” in this row; did you mean “actual”?");
}

static void
add_rows (const char *prefix, gconstpointer first, gsize size, gsize n_rows, GTestDataFunc func)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gconstpointer row = (const char *) first + i * size;
      g_autofree char *path = g_strconcat (prefix, *(const char *const *) row, NULL);

      g_test_add_data_func (path, row, func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_rows ("/expr/bind/", rows, sizeof *rows, G_N_ELEMENTS (rows), test_row);
  add_rows ("/expr/bind/ref/", ref_rows, sizeof *ref_rows, G_N_ELEMENTS (ref_rows), test_ref);
  add_rows ("/expr/bind/index/", index_rows, sizeof *index_rows, G_N_ELEMENTS (index_rows),
            test_index);
  add_rows ("/expr/bind/fits/", fit_rows, sizeof *fit_rows, G_N_ELEMENTS (fit_rows), test_fit);
  g_test_add_func ("/expr/bind/labels-differ", test_labels_differ);
  g_test_add_func ("/expr/bind/no-block-key", test_no_block_key);

  return g_test_run ();
}
