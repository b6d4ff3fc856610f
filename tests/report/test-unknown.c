/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of a report's file that this version does not know: kept where they stood. */
#include <string.h>

#include "report-fixture.h"
#include "report/zp-row-edit.h"

#define FILLED                                                                                     \
  "{ \"unit.name\": \"某局\", \"budget.basic.initial\": \"2570\","                               \
  "  \"projects\": [{ \"name\": \"甲\", \"actual\": \"1.5\" }, { \"name\": \"乙\" }],"           \
  "  \"text.scale\": \"话\" }"

#define NOTE                                                                                       \
  "{\"finding\":\"x.sum[1]\",\"text\":\"因为\",\"author\":\"李\",\"time\":\"2022-04-08T01:02:"  \
  "03Z\","                                                                                         \
  "\"figures\":{\"projects[1].actual\":\"\",\"budget.total.final\":\"99.50\"}}"

#define UNPLACED                                                                                      \
  "  \"unplaced\": [\n    {\n      \"id\": \"old.cell\",\n      \"label\": \"旧\",\n"                \
  "      \"unit\": \"万元\",\n      \"value\": \"5\",\n      \"reason\": \"取消\"\n    }\n  ],\n" \
  "  \"prior\": {\n    \"budget.basic.actual\": \"4\"\n  }"

/* @after: what it stands behind in the file; @member: as it is written */
typedef struct
{
  const char *name;
  const char *after;
  const char *member;
} MemberRow;

/* clang-format off */
static const MemberRow rows[] = {
  { "top-first", "{\n", "  \"later\": true,\n" },
  { "top-middle", "  \"template_version\": 3,\n", "  \"maker\": {\n    \"n\": 2.50\n  },\n" },
  { "top-behind-values", "    \"budget.basic.initial\": \"2570\"\n  },\n", "  \"stage\": \"送审\",\n" },
  { "units-first", "  \"units\": {\n", "    \"#basis\": \"x\",\n" },
  { "units-middle", "    \"budget\": \"万元\",\n", "    \"later\": [],\n" },
  { "values-first", "  \"values\": {\n", "    \"#later\": \"1\",\n" },
  { "values-middle", "    \"unit.name\": \"某局\",\n", "    \"later\": {\n      \"a\": \"1\"\n    },\n" },
  { "values-other-characters", "    \"unit.name\": \"某局\",\n", "    \"x-later\": \"1\",\n" },
  { "tables-first", "  \"tables\": {\n", "    \"later\": {},\n" },
  { "row-first", "      {\n        \"#\": 1,\n        \"name\": \"甲\",\n        \"actual\": \"1.5\"\n      },\n      {\n",
    "        \"~\": null,\n" },
  { "row-number", "        \"#\": 1,\n", "        \"#seen\": \"是\",\n" },
  { "row-middle", "        \"name\": \"甲\",\n", "        \"later\": [\n          1\n        ],\n" },
  { "texts", "  \"texts\": {\n", "    \"text.scale.at\": 5,\n" },
  { "note-middle", "      \"author\": \"李\",\n", "      \"role\": \"科长\",\n" },
  { "note-first", "  \"notes\": [\n    {\n", "      \"kind\": 1,\n" },
  { "figures-first", "      \"figures\": {\n", "        \"later\": null,\n" },
  { "figures-middle", "        \"projects[1].actual\": \"\",\n", "        \"later\": {},\n" },
  { "unplaced", "      \"label\": \"旧\",\n", "      \"seen\": false,\n" },
  { "prior", "  \"prior\": {\n", "    \"later\": [],\n" },
};
/* clang-format on */

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

/* (transfer full): up to the digest. */
static char *
to_body (ZpReportFile *file)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (file);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *digest = g_strrstr_len (text, (gssize) g_bytes_get_size (bytes), ",\n  \"digest\"");

  return g_strndup (text, (gsize) (digest - text));
}

/* (transfer full): a report with something of everything that this version knows. */
static char *
make_body (Desk *desk)
{
  g_autofree char *body = NULL;

  desk_fill (desk, FILLED);
  desk_set (desk, "note:x.sum[1]", NOTE);
  body = to_body (desk->file);
  return replace (body, "  \"unplaced\": []", UNPLACED);
}

static ZpReportFile *
open_body (Desk *desk, const char *body)
{
  g_autofree char *text = g_strconcat (body, "\n}\n", NULL);
  g_autoptr (GError) error = NULL;
  ZpReportFile *file = desk_open (desk, text, &error);

  g_assert_no_error (error);
  zp_report_file_free (desk->file);
  desk->file = file;
  desk->report = file->report;
  return file;
}

static void
assert_holds (ZpReportFile *file, const char *words, gboolean expected)
{
  g_autofree char *body = to_body (file);

  if ((strstr (body, words) != NULL) != expected)
    g_test_message ("%s\nin\n%s", words, body);
  g_assert_true ((strstr (body, words) != NULL) == expected);
}

static void
test_place (gconstpointer data)
{
  const MemberRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *body = make_body (desk);
  g_autofree char *with = g_strconcat (row->after, row->member, NULL);
  g_autofree char *expected = replace (body, row->after, with);
  g_autofree char *written = to_body (open_body (desk, expected));

  g_assert_cmpstr (written, ==, expected);
}

static void
remove_row (Desk *desk, int row)
{
  desk_apply (desk, zp_row_edit_remove (desk->report,
                                        zp_pack_find_block (desk->pack, "projects")->index, row));
}

/* Everything around them is edited, taken back and done again. */
static void
test_edits (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *body = make_body (desk);
  ZpReportFile *file;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *with = g_strconcat (rows[i].after, rows[i].member, NULL);
      char *next = NULL;

      /* Two of one name in one object are no JSON. */
      if (g_str_has_suffix (rows[i].name, "-middle") || strstr (body, rows[i].after) == NULL)
        continue;
      next = replace (body, rows[i].after, with);
      g_free (body);
      body = next;
    }
  file = open_body (desk, body);
  desk_fill (desk,
             "{ \"unit.name\": null, \"budget.basic.initial\": \"3\", \"text.scale\": \"改\" }");
  desk_set (desk, "projects[0].name", "丙");
  desk_set (desk, "note:y",
            "{\"finding\":\"y\",\"text\":\"新\",\"author\":\"王\",\"time\":\"t\",\"figures\":{}}");
  assert_holds (file, "\"later\": true", TRUE);
  assert_holds (file, "  \"values\": {\n    \"#later\": \"1\"", TRUE);
  assert_holds (file, "        \"#\": 1,\n        \"#seen\": \"是\",\n        \"name\": \"丙\"",
                TRUE);
  assert_holds (file, "    \"text.scale.at\": 5", TRUE);
  assert_holds (file, "      \"kind\": 1", TRUE);
  remove_row (desk, 0);
  assert_holds (file, "#seen", FALSE);
  assert_holds (file, "\"~\": null", TRUE);
  g_assert_true (zp_report_undo (desk->report, NULL));
  assert_holds (file, "        \"#\": 1,\n        \"#seen\": \"是\",\n        \"name\": \"丙\"",
                TRUE);
  g_assert_true (zp_report_redo (desk->report, NULL));
  assert_holds (file, "#seen", FALSE);
}

/* A row without a number takes one that no other has, wherever it stands. */
static void
test_rows_without_number (void)
{
  g_autoptr (Desk) desk = desk_new ();
  ZpReportFile *file = open_body (
    desk, "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\","
          "  \"template_version\": 3, \"tables\": { \"projects\": ["
          "  { \"name\": \"甲\" }, { \"#\": 1, \"name\": \"乙\" }, { \"#\": 7 }, {} ] }");
  int block = zp_pack_find_block (desk->pack, "projects")->index;
  const guint expected[] = { 8, 1, 7, 9 };

  for (int i = 0; i < 4; i++)
    g_assert_cmpuint (zp_report_get_row_uid (file->report, block, i), ==, expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/unknown/place/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_place);
    }
  g_test_add_func ("/unknown/edits", test_edits);
  g_test_add_func ("/unknown/rows-without-number", test_rows_without_number);
  return g_test_run ();
}
