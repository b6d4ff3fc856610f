/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows come, go, move and get other names: what belongs or refers to them follows. */
#include "report/zp-row-edit.h"

#include <string.h>

#include "report-fixture.h"

/* Parts belong to projects by name, steps belong to parts by number: three levels. */
static const char deep_pack[] =
  "{ \"format\": 1, \"id\": \"mini\", \"version\": 1, \"title\": \"小样\", \"region\": \"某市\","
  "  \"year\": 2021, \"listed\": false, \"money\": { \"unit\": \"万元\", \"decimals\": 2 } }";

static const char deep_data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"unit\", \"label\": \"单位\", \"items\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"main\", \"label\": \"重点项目\", \"kind\": \"ref\", \"to\": \"projects\" } ] },"
  "{ \"fields\": \"report\", \"label\": \"报告\", \"items\": ["
  "  { \"key\": \"year\", \"label\": \"年度\", \"kind\": \"year\" },"
  "  { \"key\": \"date\", \"label\": \"日期\", \"kind\": \"date\" } ] },"
  "{ \"table\": \"projects\", \"label\": \"项目\", \"key\": \"name\","
  "  \"start\": [ { \"name\": \"新建\" } ], \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" } ] },"
  "{ \"table\": \"parts\", \"label\": \"分项\","
  "  \"start\": [ { \"name\": \"土建\", \"cost\": \"1,000.5\" }, { \"name\": \"安装\" } ], "
  "\"columns\": ["
  "  { \"key\": \"project\", \"label\": \"项目\", \"kind\": \"ref\", \"to\": \"projects\", "
  "\"owner\": true },"
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" } ] },"
  "{ \"table\": \"steps\", \"label\": \"步骤\", \"start\": [ { \"name\": \"开工\" } ], "
  "\"columns\": ["
  "  { \"key\": \"part\", \"label\": \"分项\", \"kind\": \"ref\", \"to\": \"parts.#\", \"owner\": "
  "true },"
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" } ] },"
  "{ \"table\": \"owners\", \"label\": \"责任\", \"key\": \"project\", \"columns\": ["
  "  { \"key\": \"project\", \"label\": \"项目\", \"kind\": \"ref\", \"to\": \"projects\" },"
  "  { \"key\": \"who\", \"label\": \"谁\", \"kind\": \"text\" } ] },"
  "{ \"table\": \"calls\", \"label\": \"电话\", \"columns\": ["
  "  { \"key\": \"owner\", \"label\": \"责任\", \"kind\": \"ref\", \"to\": \"owners\" },"
  "  { \"key\": \"number\", \"label\": \"号\", \"kind\": \"text\" } ] } ],"
  "\"pages\": [ { \"page\": \"all\", \"label\": \"全部\", \"blocks\": [\"unit\", \"report\","
  "  \"projects\", \"parts\", \"steps\", \"owners\", \"calls\"] } ] }";

static int
block_of (Desk *desk, const char *key)
{
  return zp_pack_find_block (desk->pack, key)->index;
}

/* What was typed, "甲|1 乙|2": rows with their columns. */
static char *
list (Desk *desk, const char *table)
{
  const ZpBlock *block = zp_pack_find_block (desk->pack, table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int row = 0; row < zp_report_count_rows (desk->report, block->index); row++)
    {
      g_string_append (text, row > 0 ? " " : "");
      for (guint i = 0; i < zp_block_count_columns (block); i++)
        {
          ZpCell cell = zp_cell (block->index, row, (int) i);
          g_autofree char *typed = zp_cell_content_to_text (
            &zp_report_get_value (desk->report, cell)->typed, zp_pack_get_cell (desk->pack, cell));

          if (typed != NULL)
            g_string_append_printf (text, "%s|", typed);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_lists(desk, table, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed_ = list (desk, table);                                                 \
    g_assert_cmpstr (listed_, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

/* "+table row key", "-table row", "*table row" duplicates, "~table from to", "id=typed". */
static ZpBatch *
make_batch (Desk *desk, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step + 1, " ", 3);
  const char *equals = strchr (step, '=');
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = NULL;

  if (*step == '+')
    batch = zp_row_edit_insert (desk->report, block_of (desk, words[0]), atoi (words[1]), words[2],
                                &error);
  else if (*step == '-')
    batch = zp_row_edit_remove (desk->report, block_of (desk, words[0]), atoi (words[1]));
  else if (*step == '*')
    batch = zp_row_edit_duplicate (desk->report, block_of (desk, words[0]), atoi (words[1]));
  else if (*step == '~')
    batch =
      zp_row_edit_move (desk->report, block_of (desk, words[0]), atoi (words[1]), atoi (words[2]));
  else
    {
      id = g_strndup (step, (gsize) (equals - step));
      batch = zp_row_edit_set (desk->report, desk_cell (desk, id), equals + 1, &error);
    }
  g_assert_no_error (error);
  return batch;
}

/* @steps are done one after another; @lists: "table: rows" afterwards. Undoing them all gives the
 * bytes of before. */
typedef struct
{
  const char *name;
  const char *data;
  const char *steps[5];
  const char *lists[5];
} EditRow;

#define TWO_PROJECTS                                                                               \
  "{ \"unit.main\": \"乙\", \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"乙\" }],"        \
  "  \"parts\": [{ \"project\": \"乙\", \"name\": \"一\" }, { \"project\": \"甲\", \"name\": "  \
  "\"二\" },"                                                                                     \
  "    { \"project\": \"乙\", \"name\": \"三\" }],"                                              \
  "  \"steps\": [{ \"part\": 3, \"name\": \"子\" }, { \"part\": 2, \"name\": \"丑\" },"          \
  "    { \"part\": 1, \"name\": \"寅\" }, { \"part\": 9, \"name\": \"卯\" }],"                   \
  "  \"owners\": [{ \"project\": \"乙\", \"who\": \"李\" }], \"calls\": [{ \"owner\": \"乙\", " \
  "\"number\": \"1\" }] }"

static const EditRow edit_rows[] = {
  { "insert-first",
    "{}",
    { "+projects 0 路" },
    { "projects: 路|", "parts: 路|土建|1000.5| 路|安装|", "steps: 1|开工| 2|开工|" } },
  { "insert-without-name", "{}", { "+projects 0" }, { "projects: ", "parts: ", "steps: " } },
  { "insert-and-name",
    "{}",
    { "+projects 0", "projects[0].name=路" },
    { "projects: 路|", "parts: 路|土建|1000.5| 路|安装|", "steps: 1|开工| 2|开工|" } },
  { "name-twice",
    "{}",
    { "+projects 0", "projects[0].name=路", "projects[0].name=桥" },
    { "projects: 桥|", "parts: 桥|土建|1000.5| 桥|安装|" } },
  { "name-of-another",
    "{ \"projects\": [{ \"name\": \"甲\" }, {}] }",
    { "projects[1].name=甲" },
    { "projects: 甲| 甲|", "parts: " } },
  { "insert-above",
    TWO_PROJECTS,
    { "+projects 0 丙" },
    { "projects: 丙| 甲| 乙|", "parts: 乙|一| 甲|二| 乙|三| 丙|土建|1000.5| 丙|安装|",
      "steps: 3|子| 2|丑| 1|寅| 9|卯| 4|开工| 5|开工|" } },
  { "insert-part",
    TWO_PROJECTS,
    { "+parts 1" },
    { "parts: 乙|一|  甲|二| 乙|三|", "steps: 4|子| 3|丑| 1|寅| 9|卯| 2|开工|" } },
  { "remove-project",
    TWO_PROJECTS,
    { "-projects 1" },
    { "projects: 甲|", "parts: 甲|二|", "steps: 1|丑| 9|卯|", "owners: 乙|李|" } },
  { "remove-part",
    TWO_PROJECTS,
    { "-parts 0" },
    { "parts: 甲|二| 乙|三|", "steps: 2|子| 1|丑| 9|卯|" } },
  { "remove-all",
    TWO_PROJECTS,
    { "-projects 0", "-projects 0" },
    { "projects: ", "parts: ", "steps: 9|卯|" } },
  { "remove-one-of-two-names",
    "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"甲\" }], \"parts\": [{ \"project\": "
    "\"甲\" }] }",
    { "-projects 0" },
    { "projects: 甲|", "parts: 甲|" } },
  { "move-part-down",
    TWO_PROJECTS,
    { "~parts 0 2" },
    { "parts: 甲|二| 乙|三| 乙|一|", "steps: 2|子| 1|丑| 3|寅| 9|卯|" } },
  { "move-part-up",
    TWO_PROJECTS,
    { "~parts 2 0" },
    { "parts: 乙|三| 乙|一| 甲|二|", "steps: 1|子| 3|丑| 2|寅| 9|卯|" } },
  { "move-nowhere",
    TWO_PROJECTS,
    { "~parts 1 1" },
    { "parts: 乙|一| 甲|二| 乙|三|", "steps: 3|子| 2|丑| 1|寅| 9|卯|" } },
  { "duplicate-project",
    TWO_PROJECTS,
    { "*projects 1" },
    { "projects: 甲| 乙| 乙（2）|", "parts: 乙|一| 甲|二| 乙|三| 乙（2）|一| 乙（2）|三|",
      "steps: 3|子| 2|丑| 1|寅| 9|卯| 4|寅| 5|子|" } },
  { "duplicate-twice",
    TWO_PROJECTS,
    { "*projects 1", "*projects 1" },
    { "projects: 甲| 乙| 乙（3）| 乙（2）|" } },
  { "duplicate-part",
    TWO_PROJECTS,
    { "*parts 0" },
    { "parts: 乙|一| 乙|一| 甲|二| 乙|三|", "steps: 4|子| 3|丑| 1|寅| 9|卯| 2|寅|" } },
  { "duplicate-without-name",
    "{ \"projects\": [{}], \"parts\": [{}] }",
    { "*projects 0" },
    { "projects:  ", "parts: " } },
  { "duplicate-chosen-key", TWO_PROJECTS, { "*owners 0" }, { "owners: 乙|李| 李|" } },
  { "rename",
    TWO_PROJECTS,
    { "projects[1].name=丁" },
    { "projects: 甲| 丁|", "parts: 丁|一| 甲|二| 丁|三|", "owners: 丁|李|", "calls: 丁|1|" } },
  { "rename-to-another",
    TWO_PROJECTS,
    { "projects[1].name=甲" },
    { "projects: 甲| 甲|", "parts: 乙|一| 甲|二| 乙|三|", "owners: 乙|李|" } },
  { "rename-one-of-two",
    "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"甲\" }], \"parts\": [{ \"project\": "
    "\"甲\" }] }",
    { "projects[1].name=丁" },
    { "projects: 甲| 丁|", "parts: 甲|" } },
  { "name-taken-away",
    TWO_PROJECTS,
    { "projects[1].name=" },
    { "projects: 甲| ", "parts: 乙|一| 甲|二| 乙|三|" } },
  { "name-taken-away-and-back",
    TWO_PROJECTS,
    { "projects[1].name=", "projects[1].name=乙" },
    { "projects: 甲| 乙|", "parts: 乙|一| 甲|二| 乙|三|" } },
  { "rename-a-reference",
    TWO_PROJECTS,
    { "owners[0].project=甲" },
    { "owners: 甲|李|", "calls: 甲|1|", "projects: 甲| 乙|" } },
  { "set-another-cell",
    TWO_PROJECTS,
    { "parts[0].cost=3.65亿元" },
    { "parts: 乙|一|36500| 甲|二| 乙|三|" } },
};

static void
test_edit (gconstpointer data)
{
  const EditRow *row = data;
  g_autoptr (Desk) desk = desk_new_with (deep_pack, deep_data);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_steps = 0;

  desk_fill (desk, row->data);
  before = desk_to_text (desk);
  for (; n_steps < G_N_ELEMENTS (row->steps) && row->steps[n_steps] != NULL; n_steps++)
    desk_apply (desk, make_batch (desk, row->steps[n_steps]));

  for (gsize i = 0; i < G_N_ELEMENTS (row->lists) && row->lists[i] != NULL; i++)
    {
      const char *colon = strchr (row->lists[i], ':');
      g_autofree char *table = g_strndup (row->lists[i], (gsize) (colon - row->lists[i]));
      g_autofree char *listed = list (desk, table);
      g_autofree char *line = g_strdup_printf ("%s: %s", table, listed);

      g_assert_cmpstr (line, ==, row->lists[i]);
    }
  for (; n_steps > 0; n_steps--)
    g_assert_true (zp_report_undo (desk->report, NULL));
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_rename_field (void)
{
  g_autoptr (Desk) desk = desk_new_with (deep_pack, deep_data);

  desk_fill (desk, TWO_PROJECTS);
  desk_apply (desk, make_batch (desk, "projects[1].name=丁"));
  assert_shows (desk, "unit.main", "丁");
}

/* A new report: start rows, and those of the rows that belong to them. */
static void
test_start_rows (void)
{
  g_autoptr (Desk) desk = desk_new_with (deep_pack, deep_data);
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_report_add_start_rows (desk->report, &error));
  g_assert_no_error (error);
  assert_lists (desk, "projects", "新建|");
  assert_lists (desk, "parts", "新建|土建|1000.5| 新建|安装|");
  assert_lists (desk, "steps", "1|开工| 2|开工|");
  g_assert_true (zp_report_undo (desk->report, NULL));
  assert_lists (desk, "projects", "");
}

typedef struct
{
  const char *name;
  const char *id;
  const char *typed;
  const char *words;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "figure", "parts[0].cost", "很多", "很多" },
  { "year", "report.year", "21", "21" },
};

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  g_autoptr (Desk) desk = desk_new_with (deep_pack, deep_data);
  g_autoptr (GError) error = NULL;

  desk_fill (desk, TWO_PROJECTS);
  g_assert_null (zp_row_edit_set (desk->report, desk_cell (desk, row->id), row->typed, &error));
  assert_says (error, row->words);
}

#define NOTE(finding, cell)                                                                        \
  "{\"finding\":\"" finding                                                                        \
  "\",\"text\":\"因\",\"author\":\"李\",\"time\":\"t\",\"figures\":{\"" cell "\":\"1.00\"}}"

static void
set_note (Desk *desk, const char *path, const char *note)
{
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);

  zp_batch_set (batch, path, NULL, note);
  desk_apply (desk, batch);
}

static void
assert_note (Desk *desk, const char *finding, const char *cell)
{
  const ZpNote *note = zp_report_get_note (desk->report, finding);

  g_assert_nonnull (note);
  g_assert_cmpstr (note->finding, ==, finding);
  g_assert_cmpstr (note->ids[0], ==, cell);
}

/* Notes on findings in rows go with their row, and back. */
static void
test_notes (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  desk_fill (
    desk, "{ \"projects\": [{ \"name\": \"甲\" }, { \"name\": \"乙\" }, { \"name\": \"丙\" }] }");
  set_note (desk, "note:projects.rate.calc[0]", NOTE ("projects.rate.calc[0]", "projects[0].rate"));
  set_note (desk, "note:projects.rate.calc[1]", NOTE ("projects.rate.calc[1]", "projects[1].rate"));
  set_note (desk, "note:score.x", NOTE ("score.x", "projects[1].rate"));
  before = desk_to_text (desk);

  desk_apply (desk, make_batch (desk, "+projects 0 丁"));
  assert_note (desk, "projects.rate.calc[1]", "projects[1].rate");
  assert_note (desk, "projects.rate.calc[2]", "projects[2].rate");
  assert_note (desk, "score.x", "projects[2].rate");
  g_assert_null (zp_report_get_note (desk->report, "projects.rate.calc[0]"));

  desk_apply (desk, make_batch (desk, "~projects 2 0"));
  assert_note (desk, "projects.rate.calc[0]", "projects[0].rate");
  assert_note (desk, "projects.rate.calc[2]", "projects[2].rate");

  desk_apply (desk, make_batch (desk, "-projects 0"));
  g_assert_null (zp_report_get_note (desk->report, "projects.rate.calc[0]"));
  assert_note (desk, "projects.rate.calc[1]", "projects[1].rate");

  for (int i = 0; i < 3; i++)
    g_assert_true (zp_report_undo (desk->report, NULL));
  after = desk_to_text (desk);
  g_assert_cmpstr (after, ==, before);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Who belongs to whom, by lasting numbers and names: "一>乙 寅>一 …". Steps whose part went are
 * gone too. */
static char *
describe_ties (Desk *desk)
{
  int parts = block_of (desk, "parts");
  int steps = block_of (desk, "steps");
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (g_free);

  for (int row = 0; row < zp_report_count_rows (desk->report, steps); row++)
    {
      const char *text = zp_report_get_value (desk->report, zp_cell (steps, row, 0))->typed.text;
      int part = atoi (text) - 1;

      g_assert_cmpint (part, >=, 0);
      g_assert_cmpint (part, <, zp_report_count_rows (desk->report, parts));
      g_ptr_array_add (ties,
                       g_strdup_printf ("%05u>%u", zp_report_get_row_uid (desk->report, steps, row),
                                        zp_report_get_row_uid (desk->report, parts, part)));
    }
  g_ptr_array_sort (ties, compare_texts);
  g_ptr_array_add (ties, NULL);
  return g_strjoinv (" ", (char **) ties->pdata);
}

static void
assert_parts_have_owners (Desk *desk)
{
  int parts = block_of (desk, "parts");
  int projects = block_of (desk, "projects");
  const ZpScope *scope = zp_report_get_scope (desk->report);

  for (int row = 0; row < zp_report_count_rows (desk->report, parts); row++)
    {
      const char *text = zp_report_get_value (desk->report, zp_cell (parts, row, 0))->typed.text;
      int n_rows = 0;

      scope->rows_where (scope, projects, 0, text, &n_rows);
      g_assert_cmpint (n_rows, ==, 1);
    }
}

static char *
pick_move (Desk *desk, const char *table)
{
  int n_rows = zp_report_count_rows (desk->report, block_of (desk, table));

  return g_strdup_printf ("~%s %d %d", table, g_test_rand_int_range (0, n_rows),
                          g_test_rand_int_range (0, n_rows));
}

static char *
pick_step (Desk *desk, int number)
{
  int n_rows = zp_report_count_rows (desk->report, block_of (desk, "projects"));
  int n_parts = zp_report_count_rows (desk->report, block_of (desk, "parts"));
  int what = n_rows == 0 || n_parts == 0 ? 0 : g_test_rand_int_range (0, 6);

  if (what == 0 && n_rows < 6)
    return g_strdup_printf ("+projects %d 项目%d", g_test_rand_int_range (0, n_rows + 1), number);
  if (what == 1 && n_rows < 6)
    return g_strdup_printf ("*projects %d", g_test_rand_int_range (0, n_rows));
  if (what == 2)
    return pick_move (desk, "parts");
  if (what == 3)
    return pick_move (desk, "projects");
  if (what == 4)
    return g_strdup_printf ("projects[%d].name=改名%d", g_test_rand_int_range (0, n_rows), number);
  return g_strdup_printf ("-projects %d", g_test_rand_int_range (0, n_rows));
}

/* Whatever is done to rows, everybody keeps its owner; moving and renaming changes no tie at all.
 */
static void
test_random_rows (void)
{
  g_autoptr (Desk) desk = desk_new_with (deep_pack, deep_data);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 600; i++)
    {
      g_autofree char *before = describe_ties (desk);
      g_autofree char *step = pick_step (desk, i);
      g_autofree char *after = NULL;

      g_ptr_array_add (texts, desk_to_text (desk));
      desk_apply (desk, make_batch (desk, step));
      after = describe_ties (desk);
      assert_parts_have_owners (desk);
      if (*step == '~' || strchr (step, '=') != NULL)
        g_assert_cmpstr (after, ==, before);
    }
  for (guint i = texts->len; i > 0; i--)
    {
      g_autofree char *text = NULL;

      g_assert_true (zp_report_undo (desk->report, NULL));
      text = desk_to_text (desk);
      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i - 1));
    }
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

  add_rows ("/row-edit/edit/", edit_rows, test_edit);
  add_rows ("/row-edit/refused/", refused_rows, test_refused);
  g_test_add_func ("/row-edit/rename-field", test_rename_field);
  g_test_add_func ("/row-edit/start-rows", test_start_rows);
  g_test_add_func ("/row-edit/notes", test_notes);
  g_test_add_func ("/row-edit/random-rows", test_random_rows);
  return g_test_run ();
}
