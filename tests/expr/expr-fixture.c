/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small made-up pack and report in memory, for the tests of formulas and phrases. */
#include "expr-fixture-private.h"

#include "base/zp-date.h"

#include <string.h>

/* clang-format off */
static const struct { const char *id; const char *figure; } filling[] = {
  { "report.year", "2021" }, { "report.date", "2022-04-08" }, { "report.name", "某单位" },
  { "report.mode", "单位自评" }, { "rules.execution", "10" }, { "rules.pass", "60" },
  { "budget.basic.initial", "2570.00" }, { "budget.basic.adjust", "355.70" },
  { "budget.basic.final", "2925.70" }, { "budget.basic.actual", "2925.70" },
  { "budget.basic.rate", "100.00" }, { "budget.project.initial", "316.58" },
  { "budget.project.adjust", "-10.25" }, { "budget.project.final", "306.33" },
  { "budget.project.actual", "288.34" }, { "budget.project.rate", "94.13" },
  { "budget.total.initial", "2886.58" }, { "budget.total.adjust", "345.45" },
  { "budget.total.final", "3232.03" }, { "budget.total.actual", "3214.04" },
  { "budget.total.rate", "99.44" }, { "budget.total.score", "9.94" },
  { "projects[0].name", "甲项目" }, { "projects[0].kind", "基建" }, { "projects[0].initial", "200.00" },
  { "projects[0].issued", "194.50" }, { "projects[0].actual", "190.10" }, { "projects[0].rate", "97.74" },
  { "projects[0].people", "120" }, { "projects[0].target", "95.5" }, { "projects[0].done", "2021-11-30" },
  { "projects[0].weight", "30" },
  { "projects[1].name", "乙项目" }, { "projects[1].kind", "运转" }, { "projects[1].initial", "100.00" },
  { "projects[1].issued", "98.24" }, { "projects[1].rate", "0.00" }, { "projects[1].target", "长期" },
  { "projects[1].weight", "20" },
  { "projects[2].name", "丙项目" }, { "projects[2].kind", "运转" }, { "projects[2].initial", "16.58" },
  { "projects[2].issued", "0.00" }, { "projects[2].actual", "98.24" }, { "projects[2].people", "69" },
  { "projects.total.initial", "316.58" }, { "projects.total.issued", "292.74" },
  { "projects.total.actual", "288.34" }, { "projects.total.rate", "98.50" },
  { "funds[0].project", "甲项目" }, { "funds[0].source", "财政拨款" }, { "funds[0].actual", "1500000.00" },
  { "funds[0].problem", "1" },
  { "funds[1].project", "甲项目" }, { "funds[1].source", "其他资金" }, { "funds[1].actual", "401000.00" },
  { "funds[2].project", "丙项目" }, { "funds[2].source", "财政拨款" }, { "funds[2].actual", "982400.00" },
  { "funds[2].problem", "3" },
  { "funds[3].project", "没有的项目" }, { "funds[3].source", "其他资金" },
};
/* clang-format on */

static void
figure_free (gpointer data)
{
  FixtureFigure *figure = data;

  g_free (figure->text);
  g_free (figure);
}

/**
 * expr_fixture_new: the pack with an empty report: no figures, no rows in the tables.
 */
ExprFixture *
expr_fixture_new (void)
{
  ExprFixture *self = g_new0 (ExprFixture, 1);

  fixture_init_names (&self->names);
  fixture_init_scope (&self->scope.vtable);
  self->scope.owner = self;
  self->figures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, figure_free);
  self->priors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, figure_free);
  self->index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->n_rows[FIXTURE_REPORT] = 1;
  self->n_rows[FIXTURE_RULES] = 1;
  self->n_rows[FIXTURE_BUDGET] = fixture_count_grid_rows (FIXTURE_BUDGET);
  self->grade = fixture_make_grade ();
  self->ladder = fixture_make_ladder ();

  return self;
}

/**
 * expr_fixture_new_filled: the pack with a filled report: three projects, four funds. Missing on
 * purpose: actual, people and done of the second project, rate, target, done and weight of the
 * third.
 */
ExprFixture *
expr_fixture_new_filled (void)
{
  ExprFixture *self = expr_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filling); i++)
    expr_fixture_set (self, filling[i].id, filling[i].figure);

  return self;
}

void
expr_fixture_free (ExprFixture *self)
{
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->priors);
  g_hash_table_unref (self->index);
  zp_scale_free (self->grade);
  zp_scale_free (self->ladder);
  g_free (self);
}

const ZpNames *
expr_fixture_get_names (const ExprFixture *self)
{
  return &self->names;
}

const ZpScope *
expr_fixture_get_scope (const ExprFixture *self)
{
  return &self->scope.vtable;
}

static FixtureFigure *
make_figure (ZpCell cell, const char *text)
{
  const FixtureColumn *column = &fixture_blocks[cell.block].columns[cell.column];
  FixtureFigure *figure = g_new0 (FixtureFigure, 1);
  ZpDecimal decimal;
  ZpDay day;

  figure->text = g_strdup (text);
  figure->value.kind = ZP_VALUE_NUMBER;
  if (column->sort == ZP_SORT_DATE)
    {
      g_assert_true (zp_date_parse (text, FALSE, &day, NULL));
      figure->value.number = zp_rational_from_int (day);
    }
  else if (column->sort != ZP_SORT_TEXT && zp_decimal_parse (text, &decimal, NULL))
    figure->value.number = zp_unit_to_base (fixture_column_unit (column), decimal);
  else
    figure->value = (ZpValue){ .kind = ZP_VALUE_TEXT, .text = figure->text };

  return figure;
}

static void
put (ExprFixture *self, GHashTable *figures, const char *id, const char *figure)
{
  ZpCell cell;

  g_assert_true (expr_fixture_find_cell (self, id, &cell));
  g_hash_table_remove_all (self->index);
  if (cell.row >= self->n_rows[cell.block])
    self->n_rows[cell.block] = cell.row + 1;

  if (figure != NULL)
    g_hash_table_insert (figures, fixture_pack_cell (cell), make_figure (cell, figure));
  else
    {
      g_autofree gint64 *key = fixture_pack_cell (cell);
      g_hash_table_remove (figures, key);
    }
}

/**
 * expr_fixture_set: puts a figure (in the unit of the cell) or text into a cell; %NULL empties it.
 * Rows of a table come into being as they are named: projects[3].name.
 */
void
expr_fixture_set (ExprFixture *self, const char *id, const char *figure)
{
  put (self, self->figures, id, figure);
}

/**
 * expr_fixture_set_prior: as expr_fixture_set(), for the report of the year before.
 */
void
expr_fixture_set_prior (ExprFixture *self, const char *id, const char *figure)
{
  put (self, self->priors, id, figure);
}

/**
 * expr_fixture_set_rows: how many rows a table has.
 */
void
expr_fixture_set_rows (ExprFixture *self, int block, int n_rows)
{
  g_hash_table_remove_all (self->index);
  self->n_rows[block] = n_rows;
}

/**
 * expr_fixture_use_index: whether the scope answers rows_where; off at first.
 */
void
expr_fixture_use_index (ExprFixture *self, gboolean use)
{
  self->use_index = use;
}

/**
 * expr_fixture_poison_index: forgets the last row of everything the index has been asked for, so
 * that a formula that uses it gives another figure.
 */
void
expr_fixture_poison_index (ExprFixture *self)
{
  GHashTableIter iter;
  gpointer rows;

  g_hash_table_iter_init (&iter, self->index);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    if (((GArray *) rows)->len > 0)
      g_array_set_size (rows, ((GArray *) rows)->len - 1);
}

static gboolean
read_row (const ExprFixture *self, int block, const char *part, int *row)
{
  const char *bracket = strchr (part, '[');

  if (bracket != NULL)
    *row = (int) g_ascii_strtoll (bracket + 1, NULL, 10);

  return bracket != NULL;
}

/**
 * expr_fixture_find_cell: reads the id of a cell: report.year, budget.total.actual,
 * projects[0].name, projects.total.actual.
 */
gboolean
expr_fixture_find_cell (const ExprFixture *self, const char *id, ZpCell *cell)
{
  g_auto (GStrv) parts = g_strsplit (id, ".", 3);
  g_autofree char *key = g_strndup (parts[0], strcspn (parts[0], "["));
  guint n = g_strv_length (parts);
  int block;
  int row = 0;
  ZpBlockKind kind;

  if (n < 2 || !fixture_find_block (&self->names, key, &block, &kind))
    return FALSE;
  if (n == 3)
    row = fixture_find_row (&self->names, block, parts[1]);
  else if (kind != ZP_BLOCK_FIELDS && !read_row (self, block, parts[0], &row))
    return FALSE;

  *cell = zp_cell (block, row, fixture_find_column (&self->names, block, parts[n - 1]));

  return fixture_cell_exists (*cell);
}

/**
 * expr_fixture_cell_id: the other way round.
 */
char *
expr_fixture_cell_id (const ExprFixture *self, ZpCell cell)
{
  const FixtureBlock *block = &fixture_blocks[cell.block];
  const char *column = block->columns[cell.column].key;

  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strjoin (".", block->key, column, NULL);
  if (block->kind == ZP_BLOCK_GRID)
    return g_strjoin (".", block->key, block->rows[2 * cell.row], column, NULL);
  if (cell.row == ZP_ROW_TOTAL)
    return g_strjoin (".", block->key, "total", column, NULL);

  return g_strdup_printf ("%s[%d].%s", block->key, cell.row, column);
}

/**
 * expr_fixture_bind: parses and binds a formula. Where @context is %NULL the names are all that is
 * known.
 */
ZpExpr *
expr_fixture_bind (const ExprFixture *self,
                   const char *formula,
                   const ZpBindContext *context,
                   GError **error)
{
  ZpBindContext plain = ZP_BIND_CONTEXT_INIT (&self->names);
  g_autoptr (ZpExpr) expr = zp_expr_parse (formula, error);

  if (expr == NULL || !zp_expr_bind (expr, context != NULL ? context : &plain, error))
    return NULL;

  return g_steal_pointer (&expr);
}
