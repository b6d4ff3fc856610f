/* SPDX-License-Identifier: GPL-3.0-or-later
 * The file of a report: the same content is the same bytes, and damage is told with its line. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "report-fixture.h"

#define FULL                                                                                            \
  "{ \"unit.name\": \"某局\\n“一处”\", \"report.year\": 2021, \"report.date\": \"2022-04-08\"," \
  "  \"report.mode\": [\"单位自评\", \"中介评价\"], \"budget.basic.initial\": \"2,570.00\","    \
  "  \"budget.total.final\": \"99.5\", \"budget.project.actual\": \"—\","                             \
  "  \"projects\": [{ \"name\": \"甲\", \"actual\": \"1.000001\" }, {}, { \"name\": \"乙\" }],"       \
  "  \"funds\": [{ \"project\": \"甲\", \"actual\": \"-3\" }], \"measures\": [{ \"problem\": 2 "       \
  "}],"                                                                                                 \
  "  \"indicators\": [{ \"target\": \"90%\", \"actual\": \"很好\" }],"                                \
  "  \"text.scale\": \"第一段\\n第二段 \\\"引\\\"\" }"

#define NOTE                                                                                            \
  "{\"finding\":\"x.sum[1]\",\"text\":\"因为\\n如此\",\"author\":\"李\",\"time\":\"2022-04-08T01:" \
  "02:03Z\","                                                                                           \
  "\"figures\":{\"projects[1].actual\":\"\",\"budget.total.final\":\"99.50\"}}"

static Desk *
full_desk (void)
{
  Desk *desk = desk_new ();

  desk_fill (desk, FULL);
  desk_set (desk, "note:x.sum[1]", NOTE);
  desk_set (desk, "projects.total.actual", "7");
  return desk;
}

static void
assert_same_report (ZpReportFile *file, Desk *desk)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (file);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *expected = desk_to_text (desk);
  g_autofree char *dump = desk_dump (file->report);
  g_autofree char *expected_dump = desk_dump (desk->report);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (dump, ==, expected_dump);
}

static void
test_round_trip (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *text = desk_to_text (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = desk_open (desk, text, &error);

  g_assert_no_error (error);
  g_assert_true (file->intact);
  g_assert_null (file->read_only);
  g_assert_cmpuint (file->migrated->len, ==, 0);
  assert_same_report (file, desk);
}

/* The very bytes, so that nobody changes the format without noticing. */
static void
test_bytes (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *body = NULL;
  g_autofree char *digest = NULL;

  desk_fill (desk, "{ \"budget.basic.initial\": \"2,570.00\", \"projects\": [{ \"name\": \"甲\" }],"
                   "  \"text.scale\": \"话\" }");
  text = desk_to_text (desk);
  body = g_strdup_printf (
    "{\n  \"format\": \"ziping\",\n  \"version\": 1,\n"
    "  \"template\": \"mini\",\n  \"template_version\": 3,\n"
    "  \"template_digest\": \"%s\",\n"
    "  \"units\": {\n    \"budget\": \"万元\",\n    \"projects\": \"万元\",\n"
    "    \"funds\": \"万元\",\n    \"speed\": \"万元\",\n    \"score\": \"万元\"\n  },\n"
    "  \"values\": {\n    \"budget.basic.initial\": \"2570\"\n  },\n"
    "  \"tables\": {\n    \"projects\": [\n      {\n        \"#\": 1,\n"
    "        \"name\": \"甲\"\n      }\n    ]\n  },\n"
    "  \"texts\": {\n    \"text.scale\": \"话\"\n  },\n"
    "  \"notes\": [],\n  \"unplaced\": []",
    desk->pack->digest);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
  expected = g_strconcat (body, ",\n  \"digest\": \"sha256:", digest, "\"\n}\n", NULL);
  g_assert_cmpstr (text, ==, expected);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

#define UNKNOWN                                                                                    \
  ",\n  \"reviews\": [\n    2.50,\n    {\n      \"a\": null,\n      \"b\": []\n    }\n  ],\n"      \
  "  \"later\": \"话\""

static void
test_unknown_members (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *text = desk_to_text (desk);
  g_autofree char *with = replace (text, ",\n  \"digest\"", UNKNOWN ",\n  \"digest\"");
  g_autoptr (GError) error = NULL;
  ZpReportFile *file = desk_open (desk, with, &error);
  g_autofree char *saved = NULL;
  g_autoptr (ZpReportFile) again = NULL;

  g_assert_no_error (error);
  g_assert_false (file->intact);
  zp_report_file_free (desk->file);
  desk->file = file;
  desk->report = file->report;
  desk_set (desk, "unit.self", "我局");
  saved = desk_to_text (desk);
  g_assert_nonnull (strstr (saved, UNKNOWN ",\n  \"digest\""));

  again = desk_open (desk, saved, &error);
  g_assert_no_error (error);
  g_assert_true (again->intact);
  assert_same_report (again, desk);
}

/* Every byte changed in turn: what still opens is not intact. Only without its name is the digest
 * none. */
static void
test_changed_byte (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *text = desk_to_text (desk);
  gsize length = strlen (text);
  gsize name = (gsize) (g_strrstr (text, "\"digest\"") - text);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (ZpReportFile) file = NULL;
      char kept = text[i];

      if (i > name && i <= name + strlen ("digest"))
        continue;
      text[i] = kept == 'a' ? 'b' : kept == ' ' ? '\t' : (char) (kept ^ 1);
      file = desk_open (desk, text, NULL);
      text[i] = kept;
      if (file != NULL && file->intact)
        g_test_message ("byte %" G_GSIZE_FORMAT " “%c”", i, kept);
      g_assert_true (file == NULL || !file->intact);
    }
}

static void
test_without_digest (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *text = desk_to_text (desk);
  char *digest = g_strrstr (text, ",\n  \"digest\"");
  g_autofree char *without = g_strdup_printf ("%.*s\n}\n", (int) (digest - text), text);
  g_autoptr (ZpReportFile) file = desk_open (desk, without, NULL);

  g_assert_nonnull (file);
  g_assert_true (file->intact);
  assert_same_report (file, desk);
}

#define HEAD                                                                                       \
  "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 3,\n"
#define HUNDRED                                                                                    \
  "9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999" \
  "9"                                                                                              \
  "99999"

typedef struct
{
  const char *name;
  const char *text;
  const char *words[4];
} BadRow;

static const BadRow bad_rows[] = {
  { "nothing", "", { "empty", "earlier copy" } },
  { "blank", " \n", { "not a ziping report" } },
  { "letter", "Dear colleague,", { "not a ziping report" } },
  { "archive", "PK\003\004", { "not a ziping report" } },
  { "no-json", "报告", { "line 1" } },
  { "cut-off", HEAD "\"values\": {", { "line 2" } },
  { "array", "[]", { "not a ziping report" } },
  { "another-format", "{ \"format\": \"other\" }", { "not a ziping report" } },
  { "newer",
    "{ \"format\": \"ziping\", \"version\": 2 }",
    { "format 2", "up to 1", "newer ziping" } },
  { "no-version", "{ \"format\": \"ziping\" }", { "damaged" } },
  { "version-text", "{ \"format\": \"ziping\", \"version\": \"1\" }", { "damaged" } },
  { "version-fraction", "{ \"format\": \"ziping\", \"version\": 1.5 }", { "damaged" } },
  { "no-template", "{ \"format\": \"ziping\", \"version\": 1 }", { "which template" } },
  { "unknown-template",
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"maxi\", \"template_version\": 4 }",
    { "maxi", "version 4" } },
  { "template-elsewhere",
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"../mini\", \"template_version\": 3 "
    "}",
    { "../mini" } },
  { "values-array", HEAD "\"values\": [] }", { "line 2", "values" } },
  { "value-number", HEAD "\"values\": {\n\"unit.name\": 1 } }", { "line 3", "unit.name" } },
  { "value-unknown", HEAD "\"values\": {\n\"unit.nam\": \"x\" } }", { "line 3", "unit.nam" } },
  { "value-no-figure",
    HEAD "\"values\": {\n\"budget.basic.initial\": \"x\" } }",
    { "line 3", "budget.basic.initial" } },
  { "value-hundred-digits",
    HEAD "\"values\": {\n\"budget.basic.initial\": \"" HUNDRED "\" } }",
    { "line 3", "budget.basic.initial" } },
  { "value-of-a-row",
    HEAD "\"values\": { \"projects[0].actual\": \"1\" },\n\"tables\": {"
         "\"projects\": [{}] } }",
    { "line 2", "projects[0].actual", "tables" } },
  { "value-twice",
    HEAD "\"values\": { \"unit.name\": \"1\",\n\"unit.name\": \"2\" } }",
    { "line 3", "unit.name" } },
  { "value-missing-cell",
    HEAD "\"values\": { \"budget.basic.score\": \"1\" } }",
    { "line 2", "budget.basic.score" } },
  { "tables-array", HEAD "\"tables\": [] }", { "line 2", "tables" } },
  { "table-object", HEAD "\"tables\": { \"projects\": {} } }", { "line 2", "projects" } },
  { "table-unknown", HEAD "\"tables\": {\n\"project\": [] } }", { "line 3", "project" } },
  { "table-of-grid", HEAD "\"tables\": { \"budget\": [] } }", { "line 2", "budget" } },
  { "row-text", HEAD "\"tables\": { \"projects\": [\n\"x\" ] } }", { "line 3" } },
  { "row-column",
    HEAD "\"tables\": { \"projects\": [ {\n\"nam\": \"x\" } ] } }",
    { "line 3", "projects", "nam" } },
  { "row-column-hidden",
    HEAD "\"tables\": { \"projects\": [ {\n\"x.name\": \"x\" } ] } }",
    { "line 3", "x.name" } },
  { "row-figure",
    HEAD "\"tables\": { \"projects\": [ { \"actual\":\n\"1,0\" } ] } }",
    { "line 3", "projects[0].actual" } },
  { "row-number-text",
    HEAD "\"tables\": { \"projects\": [ {\n\"#\": \"1\" } ] } }",
    { "line 3", "#" } },
  { "row-number-zero",
    HEAD "\"tables\": { \"projects\": [ {\n\"#\": 0 } ] } }",
    { "line 3", "0" } },
  { "row-number-twice",
    HEAD "\"tables\": { \"projects\": [ { \"#\": 1 },\n{ \"#\": 1 } ] } }",
    { "line 3", "stands twice" } },
  { "text-unknown", HEAD "\"texts\": {\n\"text.none\": \"x\" } }", { "line 3", "text.none" } },
  { "text-number", HEAD "\"texts\": {\n\"text.scale\": 1 } }", { "line 3", "text.scale" } },
  { "text-without-its-name", HEAD "\"texts\": {\n\"scale\": \"x\" } }", { "line 3", "scale" } },
  { "notes-object", HEAD "\"notes\": {} }", { "line 2", "notes" } },
  { "note-without-text",
    HEAD "\"notes\": [\n{ \"finding\": \"x\", \"figures\": {} } ] }",
    { "line 3", "text" } },
  { "note-without-figures",
    HEAD "\"notes\": [\n{ \"finding\": \"x\" } ] }",
    { "line 3", "figures" } },
  { "unplaced-number",
    HEAD "\"unplaced\": [ { \"id\": \"x\",\n\"value\": 1 } ] }",
    { "line 3", "value" } },
  { "prior-number", HEAD "\"prior\": {\n\"budget.basic.actual\": 1 } }", { "line 3" } },
  { "prior-no-figure",
    HEAD "\"prior\": {\n\"budget.basic.actual\": \"x\" } }",
    { "line 3", "budget.basic.actual" } },
  { "computed-too-large",
    HEAD "\"values\": { \"budget.basic.initial\": \"9000000000000\","
         "\"budget.basic.adjust\": \"9000000000000\" } }",
    { "budget.basic.final", "too large" } },
  { "several",
    HEAD "\"values\": {\n\"unit.nam\": \"x\",\n\"unit.name\": 1 },\n\"texts\": {\n\"text.none\": "
         "\"x\" } }",
    { "line 3", "line 4", "line 6" } },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = desk_open (desk, row->text, &error);

  g_assert_null (file);
  for (gsize i = 0; i < G_N_ELEMENTS (row->words) && row->words[i] != NULL; i++)
    assert_says (error, row->words[i]);
}

static void
test_many_problems (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GString) text = g_string_new (HEAD "\"values\": {");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "%s\n\"nothing.x%d\": \"1\"", i > 0 ? "," : "", i);
  g_string_append (text, "} }");
  g_assert_null (desk_open (desk, text->str, &error));
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 50);
}

/* A file that other programs made: members in any order, only what is needed. */
static void
test_by_hand (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file =
    desk_open (desk,
               "{ \"tables\": { \"projects\": [ { \"name\": \"甲\" }, {} ] },"
               "  \"values\": { \"budget.basic.actual\": \"5.50\" },"
               "  \"template_version\": 3, \"template\": \"mini\","
               "  \"version\": 1, \"format\": \"ziping\" }",
               &error);

  g_assert_no_error (error);
  desk_fill (desk,
             "{ \"budget.basic.actual\": \"5.5\", \"projects\": [{ \"name\": \"甲\" }, {}] }");
  assert_same_report (file, desk);
}

static void
test_other_digest (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *text = desk_to_text (desk);
  g_autofree char *other = replace (text, desk->pack->digest, "0123");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = desk_open (desk, other, &error);
  g_autofree char *path = g_build_filename (desk->folder, "r.ziping", NULL);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (file->read_only);
  g_assert_nonnull (strstr (file->read_only, "mini"));
  shown = zp_report_show (file->report, desk_cell (desk, "budget.basic.initial"));
  g_assert_cmpstr (shown, ==, "2,570.00");
  g_assert_false (zp_report_file_save (file, path, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_PACK);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Made with a newer pack than there is: everything can be read, what the pack does not know by its
 * id. */
static void
test_newer_pack (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = desk_open (
    desk,
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 4,"
    "  \"values\": { \"unit.name\": \"某局\", \"unit.later\": \"话\", \"report.late\": \"多\" },"
    "  \"tables\": { \"projects\": [ { \"new\": \"1\" } ], \"later\": [ { \"a\": \"2\" } ] },"
    "  \"texts\": { \"text.later\": \"话\" } }",
    &error);
  GPtrArray *unplaced;

  g_assert_no_error (error);
  g_assert_nonnull (file->read_only);
  g_assert_nonnull (strstr (file->read_only, "version 4"));
  g_assert_cmpuint (file->migrated->len, ==, 0);
  unplaced = zp_report_get_unplaced (file->report);
  g_assert_cmpuint (unplaced->len, ==, 5);
  g_assert_cmpstr (((ZpUnplaced *) unplaced->pdata[0])->id, ==, "projects[0].new");
  g_assert_cmpstr (((ZpUnplaced *) unplaced->pdata[1])->id, ==, "later[0].a");
}

static void
test_disk (void)
{
  g_autoptr (Desk) desk = full_desk ();
  g_autofree char *path = g_build_filename (desk->folder, "自评 r.ziping", NULL);
  g_autofree char *text = desk_to_text (desk);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;

  g_assert_true (zp_report_file_save (desk->file, path, ZP_FILE_CREATE_ONLY, &error));
  g_assert_cmpstr (desk->file->path, ==, path);
  saved = zp_test_read (path);
  g_assert_cmpstr (saved, ==, text);
  g_assert_no_errno (chmod (path, 0640));

  file = zp_report_file_open (desk->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (zp_report_file_save (file, NULL, ZP_FILE_REPLACE, &error));
  g_assert_true (zp_report_file_save (file, path, ZP_FILE_REPLACE, &error));
  g_assert_false (zp_report_file_save (desk->file, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_CHANGED);
}

static void
test_open_errors (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = g_build_filename (desk->folder, "r.ziping", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_null (zp_report_file_open (desk->store, path, &missing));
  g_assert_error (missing, ZP_FILE_ERROR, ZP_FILE_ERROR_READ);
  assert_says (missing, "r.ziping");
  zp_test_write (desk->folder, "r.ziping", HEAD "\"values\": [] }");
  g_assert_null (zp_report_file_open (desk->store, path, &damaged));
  assert_says (damaged, "r.ziping");
  assert_says (damaged, "line 2");
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

  g_test_add_func ("/file/round-trip", test_round_trip);
  g_test_add_func ("/file/bytes", test_bytes);
  g_test_add_func ("/file/unknown-members", test_unknown_members);
  g_test_add_func ("/file/changed-byte", test_changed_byte);
  g_test_add_func ("/file/without-digest", test_without_digest);
  g_test_add_func ("/file/many-problems", test_many_problems);
  g_test_add_func ("/file/by-hand", test_by_hand);
  g_test_add_func ("/file/other-digest", test_other_digest);
  g_test_add_func ("/file/newer-pack", test_newer_pack);
  g_test_add_func ("/file/disk", test_disk);
  g_test_add_func ("/file/open-errors", test_open_errors);
  add_rows ("/file/bad/", bad_rows, test_bad);
  return g_test_run ();
}
