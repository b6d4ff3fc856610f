/* SPDX-License-Identifier: GPL-3.0-or-later
 * A very big report with the real pack: it opens, is edited and saved, and one edit reads few
 * cells. */
#include <string.h>

#include "report-fixture.h"
#include "report/zp-row-edit.h"

#define N_PROJECTS 300
#define N_INDICATORS 500
#define N_PROJECT_INDICATORS 600
#define N_ACHIEVEMENTS 2000

typedef struct
{
  char *folder;
  ZpPackStore *store;
  ZpReportFile *file;
  ZpReport *report;
} Fixture;

/* The engine asks the scope of the report for every cell it reads; a counter is put in between. */
static void (*real_get) (const ZpScope *self, ZpCell cell, ZpValue *out);
static guint n_reads;

static void
counting_get (const ZpScope *self, ZpCell cell, ZpValue *out)
{
  n_reads++;
  real_get (self, cell, out);
}

static void
count_reads (ZpReport *report)
{
  ZpScope *scope = (ZpScope *) zp_report_get_scope (report);

  real_get = scope->get;
  scope->get = counting_get;
}

static void
begin_table (ZpJsonWriter *writer, const char *key, int row)
{
  if (row == 0)
    zp_json_writer_begin_array (writer, key);
  zp_json_writer_begin_object (writer, NULL);
}

static void
end_row (ZpJsonWriter *writer, int row, int n_rows)
{
  zp_json_writer_end_object (writer);
  if (row == n_rows - 1)
    zp_json_writer_end_array (writer);
}

static void
write_name (ZpJsonWriter *writer, const char *key, const char *word, int number)
{
  g_autofree char *text = g_strdup_printf ("%s%d", word, number);

  zp_json_writer_string (writer, key, text);
}

static void
write_project (ZpJsonWriter *writer, int row)
{
  begin_table (writer, "projects", row);
  write_name (writer, "name", "项目", row);
  zp_json_writer_int (writer, "initial", 100 + row);
  zp_json_writer_int (writer, "actual", 50 + row);
  end_row (writer, row, N_PROJECTS);
}

static void
write_indicator_cells (ZpJsonWriter *writer, int row)
{
  zp_json_writer_string (writer, "level1", row % 2 == 0 ? "产出指标" : "效益指标");
  write_name (writer, "name", "指标", row);
  zp_json_writer_string (writer, "operator", "≥");
  zp_json_writer_string (writer, "target", "100");
  zp_json_writer_int (writer, "actual", 80 + row % 40);
  zp_json_writer_string (writer, "weight", "0.1");
}

static void
write_indicator (ZpJsonWriter *writer, int row)
{
  begin_table (writer, "indicators", row);
  write_indicator_cells (writer, row);
  end_row (writer, row, N_INDICATORS);
}

static void
write_project_indicator (ZpJsonWriter *writer, int row)
{
  begin_table (writer, "project_indicators", row);
  write_name (writer, "project", "项目", row % N_PROJECTS);
  write_indicator_cells (writer, row);
  end_row (writer, row, N_PROJECT_INDICATORS);
}

static void
write_achievement (ZpJsonWriter *writer, int row)
{
  begin_table (writer, "achievements", row);
  write_name (writer, "theme", "主题", row % 10);
  write_name (writer, "name", "成效", row);
  zp_json_writer_int (writer, "target", 10);
  zp_json_writer_int (writer, "actual", row % 12);
  zp_json_writer_string (writer, "unit", "项");
  end_row (writer, row, N_ACHIEVEMENTS);
}

static char *
make_data (void)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "unit.name", "某局");
  zp_json_writer_string (writer, "report.year", "2021");
  for (int row = 0; row < N_PROJECTS; row++)
    write_project (writer, row);
  for (int row = 0; row < N_INDICATORS; row++)
    write_indicator (writer, row);
  for (int row = 0; row < N_PROJECT_INDICATORS; row++)
    write_project_indicator (writer, row);
  for (int row = 0; row < N_ACHIEVEMENTS; row++)
    write_achievement (writer, row);
  zp_json_writer_end_object (writer);
  return zp_json_writer_finish (writer, NULL);
}

static void
fill (ZpReport *report)
{
  ZpJsonLimits limits = { .max_bytes = G_MAXSIZE, .max_depth = 8 };
  g_autofree char *data = make_data ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (data, strlen (data), limits, &error);
  ZpBatch *batch;

  g_assert_no_error (error);
  batch = zp_data_to_batch (report, zp_json_doc_get_root (doc), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = NULL;

  fixture->folder = zp_test_make_folder ();
  fixture->store = zp_pack_store_new (NULL);
  pack = zp_pack_store_load (fixture->store, "changsha-2021", 0, &error);
  g_assert_no_error (error);
  fixture->file = zp_report_file_create (pack);
  fixture->report = fixture->file->report;
  count_reads (fixture->report);
  fill (fixture->report);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  zp_report_file_free (fixture->file);
  zp_pack_store_free (fixture->store);
  zp_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ZpCell
find (ZpReport *report, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell = { 0 };

  zp_report_find_cell (report, id, &cell, &error);
  g_assert_no_error (error);
  return cell;
}

static void
apply (ZpReport *report, ZpBatch *batch)
{
  g_autoptr (GError) error = NULL;

  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

/* A whole computation is linear: far below projects × indicators. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  n_reads = 0;
  zp_report_recompute (fixture->report);
  g_test_message ("%u cells read", n_reads);
  g_assert_cmpuint (n_reads, <, N_PROJECTS * N_PROJECT_INDICATORS / 2);
}

/* @most: cells read, a bound with room. What sums a column has to read that column. */
typedef struct
{
  const char *name;
  const char *id;
  const char *typed;
  guint most;
} EditRow;

static const EditRow edit_rows[] = {
  { "achievement", "achievements[1000].actual", "7", 10 },
  { "project-goal", "projects[100].goal", "目标", 10 },
  { "project-actual", "projects[100].actual", "7", 5 * N_PROJECTS },
  { "indicator-actual", "indicators[200].actual", "7", 5 * N_INDICATORS },
  { "project-indicator-actual", "project_indicators[200].actual", "7", 100 },
  { "budget", "budget.basic.actual", "7", 50 },
};

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  const EditRow *row = data;
  ZpBatch *batch =
    zp_row_edit_set (fixture->report, find (fixture->report, row->id), row->typed, NULL);

  n_reads = 0;
  apply (fixture->report, batch);
  g_test_message ("%s: %u cells read", row->id, n_reads);
  g_assert_cmpuint (n_reads, <=, row->most);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = zp_report_file_to_bytes (fixture->file);
  g_autoptr (GBytes) after = NULL;
  ZpCell name = find (fixture->report, "projects[7].name");

  apply (fixture->report, zp_row_edit_set (fixture->report, name, "改名", NULL));
  apply (fixture->report, zp_row_edit_duplicate (fixture->report, name.block, 7));
  apply (fixture->report, zp_row_edit_move (fixture->report, name.block, 7, 200));
  apply (fixture->report, zp_row_edit_remove (fixture->report, name.block, 200));
  apply (fixture->report, zp_row_edit_insert (fixture->report, name.block, 3, "新项目", NULL));
  g_assert_cmpint (zp_report_count_rows (fixture->report, name.block), ==, N_PROJECTS + 1);
  for (int i = 0; i < 5; i++)
    g_assert_true (zp_report_undo (fixture->report, NULL));
  after = zp_report_file_to_bytes (fixture->file);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_save_and_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "big.ziping", NULL);
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (fixture->file);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autofree char *dump = desk_dump (fixture->report);
  g_autofree char *dump_again = NULL;

  g_assert_true (zp_report_file_save (fixture->file, path, ZP_FILE_CREATE_ONLY, &error));
  file = zp_report_file_open (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (file->intact);
  again = zp_report_file_to_bytes (file);
  g_assert_true (g_bytes_equal (bytes, again));
  dump_again = desk_dump (file->report);
  g_assert_cmpstr (dump, ==, dump_again);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/scale/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("whole", NULL, test_whole);
  add ("rows", NULL, test_rows);
  add ("save-and-open", NULL, test_save_and_open);
  for (gsize i = 0; i < G_N_ELEMENTS (edit_rows); i++)
    {
      g_autofree char *name = g_strconcat ("edit/", edit_rows[i].name, NULL);

      add (name, &edit_rows[i], test_edit);
    }
  return g_test_run ();
}
