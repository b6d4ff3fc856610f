/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is saved of damaged reports, and what is said of the rest. */
#include <string.h>

#include "report-fixture.h"

#define HEAD                                                                                       \
  "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 3,\n"

/* @shows: id and what it shows, one after the other; @lost: what must be said; NULL @shows: an
 * error that says it */
typedef struct
{
  const char *name;
  const char *text;
  const char *shows[5];
  const char *lost[3];
} DamageRow;

/* clang-format off */
static const DamageRow rows[] = {
  { "whole", HEAD "\"values\": { \"unit.name\": \"某局\" } }", { "unit.name", "某局" }, { NULL } },
  { "cut-in-a-figure",
    HEAD "\"values\": { \"unit.name\": \"某局\",\n\"budget.basic.initial\": \"25",
    { "unit.name", "某局", "budget.basic.initial", "" }, { "line 3", "missing" } },
  { "cut-behind-a-comma",
    HEAD "\"values\": { \"budget.basic.initial\": \"2570\",",
    { "budget.basic.initial", "2,570.00" }, { "line 2", "missing" } },
  { "cut-in-a-row",
    HEAD "\"tables\": { \"projects\": [ { \"#\": 1, \"name\": \"甲\", \"actual\": \"1",
    { "projects[0].name", "甲", "projects[0].actual", "" }, { "line 2", "missing" } },
  { "cut-in-a-character",
    HEAD "\"values\": { \"budget.basic.initial\": \"1\", \"unit.name\": \"\xe6\x9f",
    { "budget.basic.initial", "1.00", "unit.name", "" }, { "UTF-8", "missing" } },
  { "cut-in-a-note",
    HEAD "\"values\": { \"unit.name\": \"某局\" },\n\"notes\": [ { \"finding\": \"x\", \"text\": \"y\","
    " \"author\": \"z\", \"time\": \"t\", \"figures\": { \"budget.basic.initial\": \"1.00\"",
    { "unit.name", "某局" }, { "line 3", "note is cut off" } },
  { "bad-figure",
    HEAD "\"values\": { \"budget.basic.initial\":\n\"2,57,0\", \"unit.name\": \"某局\" } }",
    { "budget.basic.initial", "", "unit.name", "某局" }, { "line 3", "budget.basic.initial", "2,57,0" } },
  { "wrong-type",
    HEAD "\"values\": { \"budget.basic.initial\": 2570,\n\"unit.name\": [] , \"unit.self\": \"我\" } }",
    { "budget.basic.initial", "", "unit.self", "我" }, { "line 2", "budget.basic.initial", "unit.name" } },
  { "wrong-section",
    HEAD "\"values\": [],\n\"texts\": {}, \"tables\": { \"projects\": [ { \"name\": \"甲\" } ] } }",
    { "projects[0].name", "甲" }, { "line 2", "values" } },
  { "unknown-id",
    HEAD "\"values\": { \"unit.nam\": \"某局\", \"unit.self\": \"我\" } }",
    { "unit.self", "我" }, { "line 2", "unit.nam", "某局" } },
  { "unknown-column",
    HEAD "\"tables\": { \"projects\": [ { \"nam\": \"甲\", \"actual\": \"2\" } ] } }",
    { "projects[0].actual", "2.00" }, { "line 2", "nam", "甲" } },
  { "unknown-table", HEAD "\"tables\": { \"project\": [ { \"name\": \"甲\" } ] } }",
    { "unit.name", "" }, { "line 2", "project" } },
  { "row-that-is-none",
    HEAD "\"tables\": { \"projects\": [ { \"name\": \"甲\" },\n7, { \"name\": \"丙\" } ] } }",
    { "projects[0].name", "甲", "projects[2].name", "丙" }, { "line 3" } },
  { "row-number-twice",
    HEAD "\"tables\": { \"projects\": [ { \"#\": 1, \"name\": \"甲\" }, { \"#\": 1, \"name\": \"乙\" } ] } }",
    { "projects[0].name", "甲", "projects[1].name", "乙" }, { "stands twice" } },
  { "key-twice",
    HEAD "\"values\": { \"budget.basic.initial\": \"1\",\n\"budget.basic.initial\": \"2\", \"unit.name\": \"某局\" } }",
    { "budget.basic.initial", "", "unit.name", "某局" }, { "line 2", "line 3", "budget.basic.initial" } },
  { "garbage-tail", HEAD "\"values\": { \"unit.name\": \"某局\" } }\x01\x02garbage",
    { "unit.name", "某局" }, { "behind the end" } },
  { "garbage-in-a-figure", HEAD "\"values\": { \"budget.basic.initial\": \"25\xff""0\", \"unit.name\": \"某局\" } }",
    { "budget.basic.initial", "", "unit.name", "某局" }, { "UTF-8", "budget.basic.initial" } },
  { "garbage-in-a-text", HEAD "\"values\": { \"unit.name\": \"某\xff局\" } }",
    { "unit.name", "某\xef\xbf\xbd局" }, { "characters are lost", "unit.name" } },
  { "byte-order-mark", "\xef\xbb\xbf" HEAD "\"values\": { \"unit.name\": \"某局\" } }",
    { "unit.name", "某局" }, { NULL } },
  { "missing-comma", HEAD "\"values\": { \"unit.name\": \"某局\"\n\"unit.self\": \"我\" } }",
    { "unit.name", "某局" }, { "line 3", "missing" } },
  { "too-large",
    HEAD "\"values\": { \"budget.basic.initial\": \"9000000000000\", \"budget.basic.adjust\": \"9000000000000\" } }",
    { "budget.basic.initial", "9,000,000,000,000.00" }, { "budget.basic.final", "too large" } },
  { "other-digest", HEAD "\"values\": { \"unit.name\": \"某局\" },\n\"digest\": \"sha256:00\" }",
    { "unit.name", "某局" }, { "changed by other means" } },

  { "nothing", "", { NULL }, { "line 1" } },
  { "no-json", "PK\x03\x04", { NULL }, { "line 1" } },
  { "another-format", "{ \"format\": \"other\" }", { NULL }, { "not a ziping report" } },
  { "cut-in-the-head", "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mi", { NULL }, { "which template" } },
  { "cut-in-the-version",
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 3",
    { NULL }, { "which template" } },
  { "no-pack",
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"maxi\", \"template_version\": 3,",
    { NULL }, { "maxi" } },
  { "units-of-an-older-pack",
    "{ \"format\": \"ziping\", \"version\": 1, \"template\": \"mini\", \"template_version\": 2,"
    " \"units\": 1, \"values\": { \"budget.basic.initial\": \"1\" } }",
    { NULL }, { "units" } },
};
/* clang-format on */

static void
assert_said (const char *said, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n && words[i] != NULL; i++)
    {
      if (strstr (said, words[i]) == NULL)
        g_test_message ("“%s” is not in “%s”", words[i], said);
      g_assert_nonnull (strstr (said, words[i]));
    }
}

static void
assert_salvaged (Desk *desk, const DamageRow *row, ZpReportFile *file, GPtrArray *lost)
{
  g_autofree char *said = NULL;

  g_assert_nonnull (file->damaged);
  g_assert_true (g_str_has_prefix (file->damaged, desk->folder));
  g_assert_false (file->intact);
  g_assert_null (file->path);
  for (gsize i = 0; row->shows[i] != NULL; i += 2)
    {
      g_autofree char *shown = NULL;
      ZpCell cell;

      g_assert_true (zp_report_find_cell (file->report, row->shows[i], &cell, NULL));
      shown = zp_report_show (file->report, cell);
      g_assert_cmpstr (shown, ==, row->shows[i + 1]);
    }
  g_assert_true ((lost->len == 0) == (row->lost[0] == NULL));
  g_ptr_array_add (lost, NULL);
  said = g_strjoinv ("\n", (char **) lost->pdata);
  assert_said (said, row->lost, G_N_ELEMENTS (row->lost));
}

static void
test_damage (gconstpointer data)
{
  const DamageRow *row = data;
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = g_build_filename (desk->folder, "r.ziping", NULL);
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autofree char *kept = NULL;

  zp_test_write (desk->folder, "r.ziping", row->text);
  file = zp_report_file_salvage (desk->store, path, &lost, &error);
  g_assert_nonnull (lost);
  if (row->shows[0] != NULL)
    {
      g_assert_no_error (error);
      assert_salvaged (desk, row, file, lost);
    }
  else
    {
      g_assert_null (file);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "r.ziping"));
      assert_said (error->message, row->lost, G_N_ELEMENTS (row->lost));
    }
  kept = zp_test_read (path);
  g_assert_cmpstr (kept, ==, row->text);
}

static void
test_missing (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (zp_report_file_salvage (desk->store, "/nowhere/at/all", &lost, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_READ);
  g_assert_cmpuint (lost->len, ==, 0);
}

/* What was saved is a report again: whole, under a new name. */
static void
test_save (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = g_build_filename (desk->folder, "r.ziping", NULL);
  g_autofree char *saved = g_build_filename (desk->folder, "s.ziping", NULL);
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (ZpReportFile) again = NULL;

  zp_test_write (desk->folder, "r.ziping",
                 HEAD "\"later\": [ 1.0 ], \"values\": { \"unit.name\": \"某局\", \"unit.self");
  file = zp_report_file_salvage (desk->store, path, &lost, &error);
  g_assert_no_error (error);
  g_assert_true (zp_report_file_save (file, saved, ZP_FILE_CREATE_ONLY, &error));
  again = zp_report_file_open (desk->store, saved, &error);
  g_assert_no_error (error);
  g_assert_true (again->intact);
  g_assert_null (again->damaged);
}

/* The example of the first pack, filled. */
static ZpReportFile *
make_example (ZpPackStore *store)
{
  g_autofree char *source = zp_test_source ("data/examples/full.json");
  g_autofree char *text = zp_test_read (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "changsha-2021", 0, &error);
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (
    text, strlen (text), (ZpJsonLimits){ .max_bytes = G_MAXSIZE, .max_depth = 64 }, &error);
  ZpReportFile *file = zp_report_file_create (pack);
  ZpBatch *batch = zp_data_to_batch (file->report, zp_json_doc_get_root (doc), &error);

  g_assert_no_error (error);
  zp_report_apply (file->report, batch, &error);
  g_assert_no_error (error);
  return file;
}

static guint
compare_row (ZpReport *report, ZpReport *whole, const ZpBlock *block, int row)
{
  guint n_kept = 0;

  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);
      const ZpCellContent *content;

      if (zp_pack_get_cell (zp_report_get_pack (report), cell) == NULL)
        continue;
      content = &zp_report_get_value (report, cell)->typed;
      if (content->state == ZP_CONTENT_EMPTY)
        continue;
      n_kept++;
      g_assert_true (zp_cell_content_equal (content, &zp_report_get_value (whole, cell)->typed));
    }
  return n_kept;
}

/* How many contents there are; each must be that of the whole report. */
static guint
compare (ZpReport *report, ZpReport *whole)
{
  const ZpPack *pack = zp_report_get_pack (report);
  guint n_kept = 0;

  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);
      int n_rows = zp_report_count_rows (report, block->index);

      g_assert_cmpint (n_rows, <=, zp_report_count_rows (whole, block->index));
      for (int row = block->kind == ZP_BLOCK_TABLE ? ZP_ROW_TOTAL : 0; row < n_rows; row++)
        n_kept += compare_row (report, whole, block, row);
    }
  for (guint i = 0; i < pack->passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (pack->passages, i);
      const char *text = zp_report_get_passage (report, passage->id);

      if (text != NULL)
        g_assert_cmpstr (text, ==, zp_report_get_passage (whole, passage->id));
    }
  return n_kept;
}

static void
test_every_cut (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (ZpReportFile) whole = make_example (store);
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (whole);
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "r.ziping", NULL);
  guint n_kept = 0;
  guint n_most = compare (whole->report, whole->report);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length += 37)
    {
      g_autoptr (GPtrArray) lost = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ZpReportFile) file = NULL;
      guint n;

      g_assert_true (
        g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) length, NULL));
      file = zp_report_file_salvage (store, path, &lost, &error);
      g_assert_true ((file == NULL) == (error != NULL));
      if (file == NULL)
        {
          g_assert_cmpuint (n_kept, ==, 0);
          continue;
        }
      g_assert_cmpuint (lost->len, >, 0);
      n = compare (file->report, whole->report);
      g_assert_cmpuint (n, >=, n_kept);
      n_kept = n;
    }
  g_assert_cmpuint (n_most, >, 100);
  g_assert_cmpuint (n_kept, ==, n_most);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/salvage/damage/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_damage);
    }
  g_test_add_func ("/salvage/missing", test_missing);
  g_test_add_func ("/salvage/save", test_save);
  g_test_add_func ("/salvage/every-cut", test_every_cut);
  return g_test_run ();
}
