/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which names a formula holds, which blocks it looks through, and which cells its value rests on.
 */
#include "expr-fixture.h"

typedef struct
{
  const char *name;
  const char *formula;
  const char *refs;
  const char *blocks;
  const char *cells;
} Row;

/* Current row: second of projects (乙项目, actual missing). */
/* clang-format off */
static const Row rows[] = {
  { "none", "1 + 2", "", "", "" },
  { "in-order", "@issued - @actual", "@issued @actual", "", "projects[1].issued projects[1].actual" },
  { "twice", "@issued + @issued", "@issued @issued", "", "projects[1].issued projects[1].issued" },
  { "outright", "budget.total.actual", "budget.total.actual", "", "budget.total.actual" },
  { "number-is-no-cell", "@# + report.year", "@# report.year", "", "report.year" },
  { "if-true", "if(@issued > 0, @initial, @actual)", "@issued @initial @actual", "", "projects[1].issued projects[1].initial" },
  { "if-false", "if(@issued < 0, @initial, @actual)", "@issued @initial @actual", "", "projects[1].issued projects[1].actual" },
  { "if-unknown", "if(@actual > 0, @initial, @issued)", "@actual @initial @issued", "", "projects[1].actual projects[1].issued" },
  { "if-without-else", "if(@issued < 0, @initial)", "@issued @initial", "", "projects[1].issued" },
  { "coalesce-first", "coalesce(@issued, @initial)", "@issued @initial", "", "projects[1].issued" },
  { "coalesce-second", "coalesce(@actual, @initial, @issued)", "@actual @initial @issued", "", "projects[1].actual projects[1].initial" },
  { "and-reads-both", "@issued > 0 and @initial > 0", "@issued @initial", "", "projects[1].issued projects[1].initial" },
  { "prior-is-elsewhere", "prior(@initial) + @issued", "@issued", "", "projects[1].issued" },
  { "band", "band(@rate, ladder)", "@rate", "", "projects[1].rate" },
  { "count-rows", "count(projects)", "", "projects", "" },
  { "count-where", "count(projects where projects.actual > 0)", "projects.actual", "projects", "" },
  { "sum", "sum(projects.initial)", "projects.initial", "projects", "projects[0].initial projects[1].initial projects[2].initial" },
  { "sum-where", "sum(funds.actual where funds.project = '甲项目')", "funds.actual funds.project", "funds", "funds[0].actual funds[1].actual" },
  { "sum-of-products", "sum(projects.weight * projects.rate where projects.kind = '基建')", "projects.weight projects.rate projects.kind", "projects", "projects[0].weight projects[0].rate" },
  { "two-aggregates", "ratio(count(projects), sum(funds.problem where funds.problem = 3))", "funds.problem funds.problem", "projects funds", "funds[2].problem" },
  { "total-and-grid", "projects.total.actual = budget.project.actual", "projects.total.actual budget.project.actual", "", "projects.total.actual budget.project.actual" },
};
/* clang-format on */

typedef struct
{
  const ExprFixture *fixture;
  GString *text;
} List;

static void
add_word (GString *text, const char *word)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

static void
list_ref_cb (const ZpExpr *ref, gpointer user_data)
{
  const List *list = user_data;

  add_word (list->text, ref->text);
}

static void
list_block_cb (int block, gpointer user_data)
{
  const List *list = user_data;
  const ZpNames *names = expr_fixture_get_names (list->fixture);
  ZpBlockKind kind;

  add_word (list->text, names->block_key (names, block, &kind));
}

static void
list_cell_cb (ZpCell cell, gpointer user_data)
{
  const List *list = user_data;
  g_autofree char *id = expr_fixture_cell_id (list->fixture, cell);

  add_word (list->text, id);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;
  List list = { .fixture = fixture, .text = text };

  context.blocks[context.n_blocks++] = FIXTURE_PROJECTS;
  context.allow_prior = TRUE;
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 1, 2);
  expr = expr_fixture_bind (fixture, row->formula, &context, &error);
  g_assert_no_error (error);

  zp_expr_foreach_ref (expr, list_ref_cb, &list);
  g_assert_cmpstr (text->str, ==, row->refs);
  g_string_truncate (text, 0);
  zp_expr_foreach_block (expr, list_block_cb, &list);
  g_assert_cmpstr (text->str, ==, row->blocks);
  g_string_truncate (text, 0);
  zp_expr_foreach_cell (expr, &eval, list_cell_cb, &list);
  g_assert_cmpstr (text->str, ==, row->cells);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/expr/operands/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
