/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report made with an older version of its pack: nothing is lost on the way to the new one. */
#include <string.h>

#include "report-fixture.h"

/* Version 3 counts in 元, calls much by another name and left some out; between it and the report
 * of version 1 lies version 2. */
static const char new_pack[] =
  "{ \"format\": 1, \"id\": \"mini\", \"version\": 3, \"title\": \"小样\", \"region\": \"某市\","
  "  \"year\": 2021, \"listed\": false, \"money\": { \"unit\": \"元\", \"decimals\": 2 },"
  "  \"changes\": ["
  "    { \"version\": 2, \"renamed\": { \"old\": \"info\", \"works\": \"projects\","
  "        \"text.first\": \"text.scale\" }, \"dropped\": { \"old.gone\": \"不再填\" } },"
  "    { \"version\": 3, \"renamed\": { \"projects.done\": \"projects.actual\","
  "        \"budget.main\": \"budget.basic\", \"budget.spent\": \"budget.actual\","
  "        \"info.a\": \"info.b\", \"info.b\": \"info.a\" },"
  "      \"dropped\": { \"tasks\": \"并入项目\", \"projects.note\": \"不再填\" } } ] }";

static const char new_data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"unit\", \"label\": \"单位\", \"items\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" } ] },"
  "{ \"fields\": \"report\", \"label\": \"报告\", \"items\": ["
  "  { \"key\": \"year\", \"label\": \"年度\", \"kind\": \"year\" },"
  "  { \"key\": \"date\", \"label\": \"日期\", \"kind\": \"date\" } ] },"
  "{ \"fields\": \"info\", \"label\": \"信息\", \"items\": ["
  "  { \"key\": \"a\", \"label\": \"甲\", \"kind\": \"text\" },"
  "  { \"key\": \"b\", \"label\": \"乙\", \"kind\": \"text\" },"
  "  { \"key\": \"count\", \"label\": \"个数\", \"kind\": \"number\" },"
  "  { \"key\": \"fee\", \"label\": \"费用\", \"unit\": \"万元\" } ] },"
  "{ \"grid\": \"budget\", \"label\": \"预算\", \"columns\": ["
  "  { \"key\": \"initial\", \"label\": \"年初\" }, { \"key\": \"actual\", \"label\": \"实际\" } ],"
  "  \"rows\": [ { \"key\": \"basic\", \"label\": \"基本\" }, { \"key\": \"project\", \"label\": "
  "\"项目\" } ] },"
  "{ \"table\": \"projects\", \"label\": \"项目\", \"key\": \"name\", \"total\": [\"actual\"], "
  "\"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"actual\", \"label\": \"实际\" },"
  "  { \"key\": \"prior\", \"label\": \"上年\", \"default\": \"prior(@actual)\" },"
  "  { \"key\": \"small\", \"label\": \"零星\" } ] } ],"
  "\"pages\": [ { \"page\": \"all\", \"label\": \"全部\", \"blocks\": [\"unit\", \"report\", "
  "\"info\","
  "  \"budget\", \"projects\"] } ] }";

#define HEAD                                                                                             \
  "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 1,"           \
  "  \"units\": { \"old\": \"万元\", \"budget\": \"万元\", \"works\": \"万元\", \"works.small\": " \
  "\"元\" },"                                                                                           \
  "  \"later\": [1, 2.50],\n"

/* @values: "id=shown"; @unplaced: "id=value|reason"; @told: words of the list of what happened. */
typedef struct
{
  const char *name;
  const char *body;
  const char *values[6];
  const char *unplaced[6];
  const char *told[6];
} MoveRow;

static const MoveRow move_rows[] = {
  { "nothing", "\"values\": {} }", { NULL }, { NULL }, { "version 1 → 3" } },
  { "unit",
    "\"values\": { \"budget.project.initial\": \"12.345\" } }",
    { "budget.project.initial=123,450.00" },
    { NULL },
    { "version 1 → 3", "budget.project.initial: 12.345万元 = 123450元" } },
  { "not-applicable",
    "\"values\": { \"budget.project.initial\": \"—\" } }",
    { "budget.project.initial=—" },
    { NULL },
    { "version" } },
  { "unit-exception",
    "\"tables\": { \"works\": [ { \"small\": \"7\", \"done\": \"7\" } ] } }",
    { "projects[0].small=7.00", "projects[0].actual=70,000.00" },
    { NULL },
    { "version", "works.done → projects.actual", "7万元 = 70000元" } },
  { "unit-unchanged",
    "\"values\": { \"old.fee\": \"7\" } }",
    { "info.fee=7.00" },
    { NULL },
    { "version", "old.fee → info.fee" } },
  { "unit-too-large",
    "\"values\": { \"budget.project.initial\": \"9000000000\" } }",
    { "budget.project.initial=" },
    { "budget.project.initial=9000000000|it has no exact figure in the unit that counts now (money "
      "was "
      "counted in 万元)" },
    { "version", "has no place" } },
  { "row-and-column",
    "\"values\": { \"budget.main.spent\": \"3\" } }",
    { "budget.basic.actual=30,000.00" },
    { NULL },
    { "version", "budget.main.spent → budget.basic.actual", "3万元 = 30000元" } },
  { "exchanged",
    "\"values\": { \"old.a\": \"甲\", \"old.b\": \"乙\" } }",
    { "info.a=乙", "info.b=甲" },
    { NULL },
    { "version", "→ info.b", "→ info.a" } },
  { "table",
    "\"tables\": { \"works\": [ { \"#\": 7, \"name\": \"路\", \"done\": \"1\" }, { \"name\": "
    "\"桥\" } ] } }",
    { "projects[0].name=路", "projects[0].actual=10,000.00", "projects[1].name=桥",
      "projects.total.actual=10,000.00" },
    { NULL },
    { "version" } },
  { "total-declared",
    "\"values\": { \"works.total.done\": \"5\" } }",
    { "projects.total.actual=50,000.00" },
    { NULL },
    { "version" } },
  { "dropped",
    "\"values\": { \"old.gone\": \"话\", \"old.a\": \"甲\" } }",
    { "info.b=甲" },
    { "old.gone=话|不再填" },
    { "version", "old.gone = 话" } },
  { "dropped-table",
    "\"tables\": { \"tasks\": [ { \"#\": 1, \"name\": \"x\" }, { \"name\": \"y\" } ] } }",
    { NULL },
    { "tasks[0].name=x|并入项目", "tasks[1].name=y|并入项目" },
    { "version" } },
  { "dropped-column",
    "\"tables\": { \"works\": [ { \"name\": \"x\" }, { \"note\": \"y\" } ] } }",
    { "projects[0].name=x", "projects[1].name=" },
    { "works[1].note=y|不再填" },
    { "version" } },
  { "gone-without-a-word",
    "\"values\": { \"budget.other.initial\": \"1\", \"lost.x\": \"2\" },"
    "\"tables\": { \"works\": [ { \"lost\": \"3\" } ], \"losses\": [ { \"a\": \"4\" } ] },"
    "\"texts\": { \"text.lost\": \"话\" } }",
    { NULL },
    { "projects[0].lost=3|not in the template", "losses[0].a=4|not in the template",
      "budget.other.initial=1|not in the template (money was counted in 万元)", "lost.x=2|not in",
      "text.lost=话|not in" },
    { "version" } },
  { "kind-changed",
    "\"values\": { \"old.count\": \"很多\" } }",
    { "info.count=" },
    { "info.count=很多|" },
    { "version" } },
  { "text",
    "\"texts\": { \"text.first\": \"话\" } }",
    { NULL },
    { NULL },
    { "version", "text.first → text.scale" } },
};

static Desk *
new_desk (void)
{
  return desk_new_with (new_pack, new_data);
}

/* Opens @body on the desk and puts the report in the place of that of the desk. */
static void
open_on (Desk *desk, const char *head, const char *body)
{
  g_autofree char *text = g_strconcat (head, body, NULL);
  g_autoptr (GError) error = NULL;
  ZpReportFile *file = desk_open (desk, text, &error);

  g_assert_no_error (error);
  zp_report_file_free (desk->file);
  desk->file = file;
  desk->report = file->report;
}

static void
assert_values (Desk *desk, const char *const *values)
{
  for (gsize i = 0; i < 6 && values[i] != NULL; i++)
    {
      const char *equals = strchr (values[i], '=');
      g_autofree char *id = g_strndup (values[i], (gsize) (equals - values[i]));
      g_autofree char *shown = desk_show (desk, id);
      g_autofree char *line = g_strdup_printf ("%s=%s", id, shown);

      g_assert_cmpstr (line, ==, values[i]);
    }
}

static void
assert_unplaced (Desk *desk, const char *const *unplaced)
{
  GPtrArray *figures = zp_report_get_unplaced (desk->report);
  guint n = 0;

  for (; n < 6 && unplaced[n] != NULL; n++)
    {
      const ZpUnplaced *figure;
      g_autofree char *line = NULL;

      g_assert_cmpuint (n, <, figures->len);
      figure = g_ptr_array_index (figures, n);
      line = g_strdup_printf ("%s=%s|%s", figure->id, figure->value, figure->reason);
      if (!g_str_has_prefix (line, unplaced[n]))
        g_assert_cmpstr (line, ==, unplaced[n]);
    }
  g_assert_cmpuint (figures->len, ==, n);
}

static void
assert_told (Desk *desk, const char *const *told)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (desk->file->migrated, NULL);
  text = g_strjoinv ("\n", (char **) desk->file->migrated->pdata);
  g_ptr_array_set_size (desk->file->migrated, (int) desk->file->migrated->len - 1);
  for (gsize i = 0; i < 6 && told[i] != NULL; i++)
    if (strstr (text, told[i]) == NULL)
      g_assert_cmpstr (text, ==, told[i]);
}

static void
test_move (gconstpointer data)
{
  const MoveRow *row = data;
  g_autoptr (Desk) desk = new_desk ();
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;
  const char *nothing[] = { NULL };

  open_on (desk, HEAD, row->body);
  g_assert_null (desk->file->read_only);
  assert_values (desk, row->values);
  assert_unplaced (desk, row->unplaced);
  assert_told (desk, row->told);

  /* Saved, it is one of the new version, and what has no place still stands in it. */
  saved = desk_to_text (desk);
  open_on (desk, saved, "");
  g_assert_cmpuint (desk->file->migrated->len, ==, 0);
  g_assert_true (desk->file->intact);
  assert_values (desk, row->values);
  assert_unplaced (desk, row->unplaced);
  assert_told (desk, nothing);
  again = desk_to_text (desk);
  g_assert_cmpstr (again, ==, saved);
  g_assert_nonnull (strstr (saved, "2.50"));
}

static void
test_told_once (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (GString) body = g_string_new ("\"tables\": { \"works\": [ {}");

  for (int i = 0; i < 100; i++)
    g_string_append (body, ", { \"name\": \"x\", \"small\": \"1\" }");
  g_string_append (body, " ] } }");
  open_on (desk, HEAD, body->str);
  g_assert_cmpuint (desk->file->migrated->len, <=, 4);
}

static void
test_texts (void)
{
  g_autoptr (Desk) desk = new_desk ();

  open_on (desk, HEAD, "\"texts\": { \"text.first\": \"话\" } }");
  g_assert_cmpstr (zp_report_get_passage (desk->report, "text.scale"), ==, "话");
}

static void
test_notes (void)
{
  g_autoptr (Desk) desk = new_desk ();
  const ZpNote *note;

  open_on (
    desk, HEAD,
    "\"notes\": [ { \"finding\": \"works.done.min[1]\", \"text\": \"因\", \"author\": \"李\","
    "  \"time\": \"t\", \"figures\": { \"works[1].done\": \"5.00\","
    "  \"budget.main.spent\": \"1.00\", \"old.gone\": \"\" } } ] }");
  note = zp_report_get_note (desk->report, "projects.actual.min[1]");
  g_assert_nonnull (note);
  g_assert_cmpstr (note->text, ==, "因");
  g_assert_cmpstr (note->ids[0], ==, "projects[1].actual");
  g_assert_cmpstr (note->ids[1], ==, "budget.basic.actual");
  g_assert_cmpstr (note->ids[2], ==, "old.gone");
  g_assert_cmpstr (note->figures[0], ==, "5.00");
}

static void
test_prior (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autofree char *saved = NULL;

  open_on (desk, HEAD,
           "\"tables\": { \"works\": [ { \"name\": \"一.[2]路\" } ] },"
           "\"prior\": { \"works[一.[2]路].done\": \"3\", \"unknown.x\": \"话\" } }");
  assert_shows (desk, "projects[0].prior", "30,000.00");
  saved = desk_to_text (desk);
  g_assert_nonnull (strstr (saved, "\"projects[一.[2]路].actual\": \"30000\""));
  g_assert_nonnull (strstr (saved, "\"unknown.x\": \"话\""));
  open_on (desk, saved, "");
  assert_shows (desk, "projects[0].prior", "30,000.00");
}

/* With the same version of the pack, an unknown cell is damage. */
static void
test_same_version (void)
{
  g_autoptr (Desk) desk = new_desk ();
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_open (desk,
                            "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\","
                            "  \"template_version\": 3, \"values\": { \"old.a\": \"x\" } }",
                            &error));
  assert_says (error, "old.a");
}

/* The version it was made with is at hand as well: then nothing moves. */
static void
test_old_pack_at_hand (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  desk_fill (desk, "{ \"budget.basic.initial\": \"5\" }");
  text = desk_to_text (desk);
  {
    g_auto (GStrv) halves = g_strsplit (desk_pack, "\"version\": 3", 2);
    g_autofree char *newer = g_strjoinv ("\"version\": 4", halves);

    desk_write_pack (desk, "mini@4", newer, desk_data);
  }
  open_on (desk, text, "");
  again = desk_to_text (desk);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (desk->file->migrated->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (move_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/move/figures/", move_rows[i].name, NULL);

      g_test_add_data_func (path, &move_rows[i], test_move);
    }
  g_test_add_func ("/move/told-once", test_told_once);
  g_test_add_func ("/move/texts", test_texts);
  g_test_add_func ("/move/notes", test_notes);
  g_test_add_func ("/move/prior", test_prior);
  g_test_add_func ("/move/same-version", test_same_version);
  g_test_add_func ("/move/old-pack-at-hand", test_old_pack_at_hand);
  return g_test_run ();
}
