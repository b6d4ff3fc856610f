/* SPDX-License-Identifier: GPL-3.0-or-later
 * DATA.json: what it sets, and that every offender is told and nothing set. */
#include <string.h>

#include "report-fixture.h"

typedef struct
{
  const char *name;
  const char *first;
  const char *data;
  const char *shown[8];
} GoodRow;

static const GoodRow good_rows[] = {
  { "nothing", NULL, "{}", { "unit.name=" } },
  { "figure-text",
    NULL,
    "{ \"budget.basic.initial\": \"2,570.00\" }",
    { "budget.basic.initial=2,570.00" } },
  { "figure-unit",
    NULL,
    "{ \"budget.basic.initial\": \"3.65亿元\" }",
    { "budget.basic.initial=36,500.00" } },
  { "figure-number",
    NULL,
    "{ \"budget.basic.initial\": 2570.10 }",
    { "budget.basic.initial=2,570.10" } },
  { "number-by-its-text",
    NULL,
    "{ \"budget.basic.initial\": 123456789012.345678 }",
    { "budget.basic.initial=123,456,789,012.35" } },
  { "number-no-binary",
    NULL,
    "{ \"budget.basic.actual\": 0.1, \"budget.project.actual\": 0.2, \"budget.basic.initial\": 0.3 "
    "}",
    { "budget.total.actual=0.30", "budget.total.rate=100.00" } },
  { "null-clears",
    "{ \"unit.name\": \"某局\", \"budget.basic.initial\": 1, \"text.scale\": \"话\" }",
    "{ \"unit.name\": null, \"budget.basic.initial\": null, \"text.scale\": null }",
    { "unit.name=", "budget.basic.initial=", "budget.basic.final=" } },
  { "null-gives-default-back",
    "{ \"unit.self\": \"我局\" }",
    "{ \"unit.self\": null }",
    { "unit.self=我单位" } },
  { "not-applicable",
    NULL,
    "{ \"budget.basic.initial\": \"—\", \"budget.basic.adjust\": \"/\", \"budget.basic.actual\": "
    "\"无\" }",
    { "budget.basic.initial=——", "budget.basic.adjust=——", "budget.basic.actual=——",
      "budget.basic.final=" } },
  { "declared",
    NULL,
    "{ \"budget.basic.actual\": 1, \"budget.total.actual\": \"3653.00\" }",
    { "budget.total.actual=3,653.00" } },
  { "declared-text", NULL, "{ \"score.grade\": \"优\" }", { "score.grade=优" } },
  { "count",
    NULL,
    "{ \"staff.admin.posts\": 12, \"staff.admin.actual\": \"１１人\" }",
    { "staff.admin.posts=12", "staff.admin.rate=91.67" } },
  { "year-and-date",
    NULL,
    "{ \"report.year\": 2021, \"report.date\": \"2022年4月8日\" }",
    { "report.year=2021", "report.date=2022年4月8日" } },
  { "many-as-array",
    NULL,
    "{ \"report.mode\": [\"单位自评\", \"中介评价\"] }",
    { "report.mode=单位自评、中介评价" } },
  { "many-as-text", NULL, "{ \"report.mode\": \"中介评价\" }", { "report.mode=中介评价" } },
  { "table",
    NULL,
    "{ \"projects\": [{ \"name\": \"甲\", \"actual\": 1 }, {}] }",
    { "projects[0].name=甲", "projects[0].actual=1.00", "projects[1].name=" } },
  { "table-replaces-longer",
    "{ \"projects\": [{ \"name\": \"甲\", \"actual\": 1, \"rate\": 5 }, { \"name\": \"乙\" }] }",
    "{ \"projects\": [{ \"name\": \"丙\" }] }",
    { "projects[0].name=丙",
      "projects[0].actual=", "projects[0].rate=", "projects.total.actual=" } },
  { "table-replaces-shorter",
    "{ \"projects\": [{ \"name\": \"甲\" }] }",
    "{ \"projects\": [{ \"actual\": 1 }, { \"actual\": 2 }] }",
    { "projects[0].name=", "projects[1].actual=2.00", "projects.total.actual=3.00" } },
  { "table-cleared",
    "{ \"projects\": [{ \"actual\": 1 }], \"projects.total.initial\": 7 }",
    "{ \"projects\": [] }",
    { "projects.total.actual=", "projects.total.initial=7.00" } },
  { "one-cell-of-a-row",
    "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"乙\" }] }",
    "{ \"projects[1].actual\": 3 }",
    { "projects[1].name=乙", "projects[1].actual=3.00" } },
  { "null-in-a-row",
    NULL,
    "{ \"projects\": [{ \"name\": null, \"actual\": 1 }] }",
    { "projects[0].name=", "projects[0].actual=1.00" } },
  { "mixed",
    NULL,
    "{ \"indicators\": [{ \"target\": \"120人次\", \"actual\": 60, \"unit\": \"人次\" }] }",
    { "indicators[0].target=120", "indicators[0].actual=60", "indicators[0].rate=50.00" } },
  { "mixed-in-one-cell",
    "{ \"indicators\": [{ \"unit\": \"人次\" }] }",
    "{ \"indicators[0].target\": \"120人次\" }",
    { "indicators[0].target=120" } },
  { "row-number",
    NULL,
    "{ \"problems\": [{ \"title\": \"慢\" }], \"measures\": [{ \"problem\": 1 }] }",
    { "measures[0].problem=1", "measures[0].title=慢" } },
  { "not-said-stays",
    "{ \"unit.name\": \"某局\", \"projects\": [{}] }",
    "{ \"unit.self\": \"我局\" }",
    { "unit.name=某局", "projects[0].name=" } },
};

static void
test_good (gconstpointer data)
{
  const GoodRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  guint n_before;

  if (row->first != NULL)
    desk_fill (desk, row->first);
  n_before = zp_journal_get_n_batches (zp_report_get_journal (desk->report));
  desk_fill (desk, row->data);

  for (gsize i = 0; i < G_N_ELEMENTS (row->shown) && row->shown[i] != NULL; i++)
    {
      const char *equals = strchr (row->shown[i], '=');
      g_autofree char *id = g_strndup (row->shown[i], (gsize) (equals - row->shown[i]));
      g_autofree char *shown = desk_show (desk, id);
      g_autofree char *line = g_strdup_printf ("%s=%s", id, shown);

      g_assert_cmpstr (line, ==, row->shown[i]);
    }
  g_assert_cmpuint (zp_journal_get_n_batches (zp_report_get_journal (desk->report)), ==,
                    n_before + 1);
}

typedef struct
{
  const char *name;
  const char *data;
  const char *words[6];
} BadRow;

static const BadRow bad_rows[] = {
  { "array", "[]", { "one object" } },
  { "text", "\"x\"", { "one object" } },
  { "unknown", "{\n\"unit.nam\": \"x\" }", { "line 2", "unit.nam" } },
  { "unknown-block", "{\n\"nothing\": \"x\" }", { "line 2", "nothing" } },
  { "block-alone", "{\n\"budget\": \"x\" }", { "line 2", "budget" } },
  { "row-that-is-not-there", "{\n\"projects[0].actual\": 1 }", { "line 2", "projects[0].actual" } },
  { "separators",
    "{\n\"budget.basic.initial\": \"7,00.0,77\" }",
    { "line 2", "budget.basic.initial", "7,00.0,77" } },
  { "points", "{\n\"budget.basic.initial\": \"12.3.4\" }", { "line 2", "12.3.4" } },
  { "exponent-text", "{\n\"budget.basic.initial\": \"1e999\" }", { "line 2", "1e999" } },
  { "exponent-number", "{\n\"budget.basic.initial\": 1e999 }", { "line 2", "1e999" } },
  { "too-large", "{\n\"budget.basic.initial\": 1000000000000 }", { "line 2", "too large" } },
  { "seven-places", "{\n\"budget.basic.initial\": 0.0000001 }", { "line 2", "six decimal" } },
  { "figure-true", "{\n\"budget.basic.initial\": true }", { "line 2", "budget.basic.initial" } },
  { "figure-array", "{\n\"budget.basic.initial\": [1] }", { "line 2", "budget.basic.initial" } },
  { "figure-object", "{\n\"budget.basic.initial\": {} }", { "line 2", "budget.basic.initial" } },
  { "text-number", "{\n\"unit.name\": 5 }", { "line 2", "unit.name", "text" } },
  { "count-fraction", "{\n\"staff.admin.posts\": 1.5 }", { "line 2", "whole number" } },
  { "choice", "{\n\"report.level\": \"省级\" }", { "line 2", "省级", "市级、区级" } },
  { "choice-array", "{\n\"report.level\": [\"市级\"] }", { "line 2", "report.level" } },
  { "many-with-number", "{\n\"report.mode\": [1] }", { "line 2", "report.mode" } },
  { "many-with-none",
    "{\n\"report.mode\": [\"单位自评\", \"财政评价\"] }",
    { "line 2", "财政评价" } },
  { "table-text", "{\n\"projects\": \"x\" }", { "line 2", "projects", "array" } },
  { "table-number", "{\n\"projects\": 5 }", { "line 2", "projects", "array" } },
  { "row-text", "{ \"projects\": [\n\"x\" ] }", { "line 2", "projects", "object" } },
  { "column", "{ \"projects\": [ {},\n{ \"nam\": \"x\" } ] }", { "line 2", "projects[1].nam" } },
  { "column-figure",
    "{ \"projects\": [ {},\n{ \"actual\": \"x\" } ] }",
    { "line 2", "projects[1].actual" } },
  { "passage", "{\n\"text.none\": \"x\" }", { "line 2", "text.none" } },
  { "passage-number", "{\n\"text.scale\": 1 }", { "line 2", "text.scale" } },
  { "several",
    "{\n\"unit.name\": \"某局\",\n\"unit.nam\": \"x\",\n\"budget.basic.initial\": \"1e999\",\n"
    "\"projects\": [ { \"nam\": 1 },\n\"x\" ],\n\"text.none\": null }",
    { "line 3: “unit.nam”: ", "line 4: budget.basic.initial", "line 5: projects[0].nam",
      "line 6: projects", "line 7: text.none" } },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  desk_fill (desk, "{ \"unit.name\": \"旧局\" }");
  before = desk_to_text (desk);
  g_assert_null (desk_read (desk, row->data, &error));
  g_assert_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_VALUE);
  for (gsize i = 0; i < G_N_ELEMENTS (row->words) && row->words[i] != NULL; i++)
    assert_says (error, row->words[i]);
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_too_large_together (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GString) data = g_string_new ("{ \"unit.name\": \"某局\", \"projects\": [");
  g_autoptr (GError) error = NULL;
  ZpBatch *batch;

  for (int i = 0; i < 10; i++)
    g_string_append_printf (data, "%s{ \"actual\": 999999999999 }", i > 0 ? ", " : "");
  g_string_append (data, "] }");
  batch = desk_read (desk, data->str, &error);
  g_assert_no_error (error);
  g_assert_false (zp_report_apply (desk->report, batch, &error));
  g_assert_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_RANGE);
  assert_shows (desk, "unit.name", "");
  g_assert_cmpint (
    zp_report_count_rows (desk->report, zp_pack_find_block (desk->pack, "projects")->index), ==, 0);
}

static void
test_passages (void)
{
  g_autoptr (Desk) desk = desk_new ();

  desk_fill (desk, "{ \"text.scale\": \"第一段\\r\\n第二段\\u0001\", \"text.other\": \"\" }");
  g_assert_cmpstr (zp_report_get_passage (desk->report, "text.scale"), ==, "第一段\n第二段");
  g_assert_null (zp_report_get_passage (desk->report, "text.other"));
}

/* Rows that are filled again keep their lasting numbers. */
static void
test_lasting_numbers (void)
{
  g_autoptr (Desk) desk = desk_new ();
  int projects = zp_pack_find_block (desk->pack, "projects")->index;
  guint first;

  desk_fill (desk, "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"乙\" }] }");
  first = zp_report_get_row_uid (desk->report, projects, 0);
  desk_fill (desk, "{ \"projects\": [{ \"name\": \"丙\" }] }");
  g_assert_cmpuint (zp_report_get_row_uid (desk->report, projects, 0), ==, first);
}

/* In whatever order they come. */
static void
test_lasting_numbers_by_name (void)
{
  static const guint kept[] = { 4, 3, 1, 5 };
  g_autoptr (Desk) desk = desk_new ();
  int projects = zp_pack_find_block (desk->pack, "projects")->index;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  desk_fill (desk, "{ \"projects\": [{ \"name\": \"甲\", \"actual\": 1 }, { \"name\": \"乙\" },"
                   " { \"name\": \"丙\" }, { \"name\": \"丁\" }] }");
  before = desk_to_text (desk);
  desk_fill (desk,
             "{ \"projects\": [{ \"name\": \"丁\" }, { \"name\": \" 丙\" }, { \"name\": \"甲\","
             " \"actual\": 2 }, { \"name\": \"甲\" }] }");
  for (int row = 0; row < 4; row++)
    g_assert_cmpuint (zp_report_get_row_uid (desk->report, projects, row), ==, kept[row]);
  assert_shows (desk, "projects[0].name", "丁");
  assert_shows (desk, "projects[2].actual", "2.00");
  g_assert_true (zp_report_undo (desk->report, NULL));
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  desk_fill (desk, "{ \"projects\": [{ \"name\": \"甲\", \"actual\": 1 }, { \"name\": \"乙\" }],"
                   "  \"unit.name\": \"某局\" }");
  before = desk_to_text (desk);
  desk_fill (
    desk, "{ \"projects\": [{ \"name\": \"丙\" }], \"unit.name\": null, \"text.scale\": \"话\" }");
  g_assert_true (zp_report_undo (desk->report, NULL));
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

#define add_rows(prefix, rows, test)                                                               \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                                                  \
    {                                                                                              \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                            \
      g_test_add_data_func (path, &rows[i], test);                                                 \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_rows ("/data/good/", good_rows, test_good);
  add_rows ("/data/bad/", bad_rows, test_bad);
  g_test_add_func ("/data/too-large-together", test_too_large_together);
  g_test_add_func ("/data/passages", test_passages);
  g_test_add_func ("/data/lasting-numbers", test_lasting_numbers);
  g_test_add_func ("/data/lasting-numbers/by-name", test_lasting_numbers_by_name);
  g_test_add_func ("/data/undo", test_undo);
  return g_test_run ();
}
