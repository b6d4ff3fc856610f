/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checks that make themselves: each fails and holds, and has nothing to say. */
#include "check-fixture.h"

typedef struct
{
  const char *name;
  const char *data;
  const char *finding;
  const char *tells;
} AutomaticRow;

/* clang-format off */
static const AutomaticRow rows[] = {
  { "calc/fails", "'assets.fixed': '10', 'assets.current': '5', 'assets.total': '16'", "assets.total.calc", "error 16.00 15.00" },
  { "calc/holds", "'assets.fixed': '10', 'assets.current': '5', 'assets.total': '15'", "assets.total.calc", "none" },
  { "calc/not-declared", "'assets.fixed': '10', 'assets.current': '5'", "assets.total.calc", "none" },
  { "calc/in-a-row-fails", "'projects': [{'initial': '8', 'actual': '4', 'rate': '50'}, {'initial': '8', 'actual': '4', 'rate': '60'}]", "projects.rate.calc[1]", "error 60.00 50.00" },
  { "calc/in-a-row-holds", "'projects': [{'initial': '8', 'actual': '4', 'rate': '50'}, {'initial': '8', 'actual': '4', 'rate': '60'}]", "projects.rate.calc[0]", "none" },
  { "sum/fails", "'budget.basic.initial': '1', 'budget.project.initial': '2', 'budget.total.initial': '4'", "budget.total.initial.sum", "error 4.00 3.00" },
  { "sum/holds", "'budget.basic.initial': '1', 'budget.project.initial': '2', 'budget.total.initial': '3'", "budget.total.initial.sum", "none" },
  { "sum/of-a-column-formula-fails", "'budget.basic.final': '1', 'budget.project.final': '2', 'budget.total.initial': '4'", "budget.total.final.sum", "error 4.00 3.00" },
  { "sum/of-a-table-fails", "'projects': [{'initial': '1'}, {'initial': '2'}], 'projects.total.initial': '5'", "projects.total.initial.sum", "error 5.00 3.00" },
  { "sum/of-a-table-holds", "'projects': [{'initial': '1'}, {'initial': '2'}], 'projects.total.initial': '3'", "projects.total.initial.sum", "none" },
  { "required/fails", "'unit.name': null", "unit.name.required", "info" },
  { "required/holds", "'unit.name': '某局'", "unit.name.required", "none" },
  { "required/not-applicable-is-filled", "'unit.name': '—'", "unit.name.required", "none" },
  { "required/passage-fails", "'text.body': null", "text.body.required", "info" },
  { "required/passage-holds", "'text.body': '正文'", "text.body.required", "none" },
  { "range/above", "'staff.posts': '50001'", "staff.posts.range", "error" },
  { "range/below", "'staff.posts': '-1'", "staff.posts.range", "error" },
  { "range/greatest", "'staff.posts': '50000'", "staff.posts.range", "none" },
  { "range/least", "'staff.posts': '0'", "staff.posts.range", "none" },
  { "range/empty", "'staff.posts': null", "staff.posts.range", "none" },
  { "range/in-a-row-fails", "'projects': [{'initial': '1000.00'}, {'initial': '1000.01'}]", "projects.initial.range[1]", "error" },
  { "range/in-a-row-holds", "'projects': [{'initial': '1000.00'}, {'initial': '1000.01'}]", "projects.initial.range[0]", "none" },
  { "length/too-long", "'unit.name': '一二三四五六七'", "unit.name.length", "error" },
  { "length/just-fits", "'unit.name': '一二三四五六'", "unit.name.length", "none" },
  { "length/in-a-row-fails", "'projects': [{'name': '一二三四五'}]", "projects.name.length[0]", "error" },
  { "length/passage-too-long", "'text.body': '一二三四五六七八九十一'", "text.body.length", "error" },
  { "length/passage-just-fits", "'text.body': '一二三四五六七八九十'", "text.body.length", "none" },
  { "length/passage-counts-figures-as-printed", "'assets.fixed': '10', 'assets.current': '5', 'text.body': '资产{assets.total}'", "text.body.length", "none" },
  { "length/passage-too-long-with-a-figure", "'assets.fixed': '10', 'assets.current': '5', 'text.body': '一二三四{assets.total}'", "text.body.length", "error" },
  { "unique/first-of-two", "'projects': [{'name': '甲'}, {'name': '乙'}, {'name': '甲'}]", "projects.unique[0]", "error" },
  { "unique/second-of-two", "'projects': [{'name': '甲'}, {'name': '乙'}, {'name': '甲'}]", "projects.unique[2]", "error" },
  { "unique/alone", "'projects': [{'name': '甲'}, {'name': '乙'}, {'name': '甲'}]", "projects.unique[1]", "none" },
  { "unique/without-a-name", "'projects': [{'initial': '1'}, {'initial': '2'}]", "projects.unique[0]", "none" },
  { "ref/no-such-row", "'projects': [{'name': '甲'}], 'parts': [{'project': '乙'}]", "parts.project.ref[0]", "error" },
  { "ref/no-rows-at-all", "'parts': [{'project': '乙'}]", "parts.project.ref[0]", "error" },
  { "ref/found", "'projects': [{'name': '甲'}], 'parts': [{'project': '甲'}]", "parts.project.ref[0]", "none" },
  { "ref/empty", "'projects': [{'name': '甲'}], 'parts': [{'amount': '1'}]", "parts.project.ref[0]", "none" },
  { "rows/too-few", "'projects': []", "projects.rows", "error" },
  { "rows/fewest", "'projects': [{'name': '甲'}]", "projects.rows", "none" },
  { "rows/most", "'projects': [{'name': '1'}, {'name': '2'}, {'name': '3'}, {'name': '4'}, {'name': '5'}]", "projects.rows", "none" },
  { "rows/too-many", "'projects': [{'name': '1'}, {'name': '2'}, {'name': '3'}, {'name': '4'}, {'name': '5'}, {'name': '6'}]", "projects.rows", "error" },
  { "scan/another-year", "'report.year': '2021', 'text.body': '2018年以来'", "years", "warning" },
  { "scan/another-year-in-a-cell", "'report.year': '2021', 'unit.motto': '2018年以来'", "years", "warning" },
  { "scan/the-year-before", "'report.year': '2021', 'text.body': '比2020年多'", "years", "none" },
  { "scan/in-the-number-of-a-document", "'report.year': '2021', 'text.body': '〔2013年〕5号'", "years", "none" },
};
/* clang-format on */

static void
test_automatic (gconstpointer data)
{
  const AutomaticRow *row = data;
  g_autoptr (ZpReport) report = check_fixture_open_ledger ();
  g_autofree char *told = NULL;

  check_fixture_fill (report, row->data);
  told = check_fixture_tell (report, row->finding);
  g_assert_cmpstr (told, ==, row->tells);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/automatic/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_automatic);
    }
  return g_test_run ();
}
