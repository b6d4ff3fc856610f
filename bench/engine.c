/* SPDX-License-Identifier: GPL-3.0-or-later
 * One sheet of figures and formulas through the engine: how long building, one edit and everything
 * anew take.
 *
 *   engine SHEET.json [EDITS]
 *
 * SHEET.json holds rows of cells as a spreadsheet has them: lines of three figures (A B C) with
 * formulas (D E F I), after each group of lines a subtotal, at the end a grand total. The sheet
 * becomes a small pack of two tables and a block of fields with the same formulas, and a report of
 * it. Prints one JSON line.
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/zp-checker.h"
#include "report/zp-data.h"
#include "template/zp-pack-store.h"

#define DEFAULT_EDITS 2000
#define ALL_ROUNDS 11
#define LIMITS ((ZpJsonLimits){ 256 * 1024 * 1024, 16 })

/* clang-format off */
static const char pack_json[] =
  "{ \"format\": 1, \"id\": \"sheet\", \"version\": 1, \"title\": \"sheet\", \"region\": \"-\", \"year\": 2021, \"listed\": false }";

static const char data_json[] =
  "{ \"blocks\": ["
  " { \"table\": \"lines\", \"label\": \"lines\", \"columns\": ["
  "   { \"key\": \"part\", \"label\": \"part\", \"kind\": \"ref\", \"to\": \"parts\" },"
  "   { \"key\": \"a\", \"label\": \"A\", \"kind\": \"number\", \"decimals\": 2 },"
  "   { \"key\": \"b\", \"label\": \"B\", \"kind\": \"number\", \"decimals\": 2 },"
  "   { \"key\": \"c\", \"label\": \"C\", \"kind\": \"number\", \"decimals\": 2 },"
  "   { \"key\": \"d\", \"label\": \"D\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"@a + @b\" },"
  "   { \"key\": \"e\", \"label\": \"E\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"if(@d = 0, 0, @c / @d * 100)\" },"
  "   { \"key\": \"f\", \"label\": \"F\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"@d - @c\" },"
  "   { \"key\": \"i\", \"label\": \"I\", \"kind\": \"number\", \"formula\": \"if(@f < 0, 1, 0)\" } ] },"
  " { \"table\": \"parts\", \"label\": \"parts\", \"key\": \"name\", \"columns\": ["
  "   { \"key\": \"name\", \"label\": \"name\", \"kind\": \"text\" },"
  "   { \"key\": \"a\", \"label\": \"A\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(lines.a where lines.part = @name)\" },"
  "   { \"key\": \"b\", \"label\": \"B\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(lines.b where lines.part = @name)\" },"
  "   { \"key\": \"c\", \"label\": \"C\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(lines.c where lines.part = @name)\" },"
  "   { \"key\": \"d\", \"label\": \"D\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(lines.d where lines.part = @name)\" },"
  "   { \"key\": \"e\", \"label\": \"E\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"if(@d = 0, 0, @c / @d * 100)\" },"
  "   { \"key\": \"f\", \"label\": \"F\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(lines.f where lines.part = @name)\" },"
  "   { \"key\": \"g\", \"label\": \"G\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"@d\" },"
  "   { \"key\": \"h\", \"label\": \"H\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"@c\" },"
  "   { \"key\": \"i\", \"label\": \"I\", \"kind\": \"number\", \"formula\": \"sum(lines.i where lines.part = @name) + if(abs(@d - @a - @b) < 0.005, 0, 1)\" } ] },"
  " { \"fields\": \"total\", \"label\": \"total\", \"items\": ["
  "   { \"key\": \"c\", \"label\": \"C\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(parts.h)\" },"
  "   { \"key\": \"d\", \"label\": \"D\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"sum(parts.g)\" },"
  "   { \"key\": \"e\", \"label\": \"E\", \"kind\": \"number\", \"decimals\": 2, \"formula\": \"if(@d = 0, 0, @c / @d * 100)\" } ] } ],"
  " \"pages\": [ { \"page\": \"all\", \"label\": \"all\", \"blocks\": [\"lines\", \"parts\", \"total\"] } ] }";

/* Beside the checks that the sheet itself computes (column I): every line within its budget. */
static const char checks_json[] =
  "{ \"checks\": ["
  " { \"check\": \"within\", \"each\": \"lines.rows\", \"severity\": \"warning\", \"left\": \"@c\", \"op\": \"<=\", \"right\": \"@d\", \"title\": \"within\", \"instruction\": \"-\" },"
  " { \"check\": \"parts_agree\", \"each\": \"parts.rows\", \"left\": \"@d - @c\", \"op\": \"=\", \"right\": \"@f\", \"title\": \"agree\", \"instruction\": \"-\" } ] }";
/* clang-format on */

typedef struct
{
  ZpReport *report;
  ZpChecker *checker;
  guint n_lines;
  guint n_parts;
} Sheet;

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("engine: %s\n", error->message);
  exit (2);
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static ZpPack *
make_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *top = g_dir_make_tmp ("ziping-bench-XXXXXX", &error);
  g_autofree char *folder = g_build_filename (top, "sheet", NULL);
  const char *const files[][2] = { { "pack.json", pack_json },
                                   { "data.json", data_json },
                                   { "checks.json", checks_json } };
  g_autoptr (ZpPackStore) store = zp_pack_store_new (top);
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  ZpPack *pack;

  stop_on (error);
  g_mkdir (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);

      g_file_set_contents (path, files[i][1], -1, &error);
      stop_on (error);
    }
  pack = zp_pack_store_load_folder (store, folder, problems, &error);
  stop_on (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_rmdir (top);
  return pack;
}

static ZpJsonDoc *
read_sheet (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  ZpJsonDoc *doc;

  g_file_get_contents (path, &text, &length, &error);
  stop_on (error);
  doc = zp_json_doc_parse (text, length, LIMITS, &error);
  stop_on (error);
  return doc;
}

static const char *
cell_text (const ZpJson *row, guint column)
{
  const ZpJson *cell = row->first;

  while (column-- > 0 && cell != NULL)
    cell = cell->next;
  return cell != NULL && cell->text != NULL ? cell->text : "";
}

/* The rows as DATA.json has them: a line has figures in A B C; a subtotal closes its group. */
static char *
sheet_to_data (Sheet *sheet, const ZpJson *rows)
{
  g_autoptr (GString) lines = g_string_new ("{\"lines\": [");
  g_autoptr (GString) parts = g_string_new ("], \"parts\": [");

  for (const ZpJson *row = rows->first; row != NULL; row = row->next)
    {
      if (row->first->kind == ZP_JSON_NUMBER)
        g_string_append_printf (
          lines, "%s{\"part\": \"g%u\", \"a\": \"%s\", \"b\": \"%s\", \"c\": \"%s\"}",
          sheet->n_lines++ > 0 ? "," : "", sheet->n_parts, cell_text (row, 0), cell_text (row, 1),
          cell_text (row, 2));
      else if (g_str_has_prefix (cell_text (row, 0), "=SUM"))
        {
          g_string_append_printf (parts, "%s{\"name\": \"g%u\"}", sheet->n_parts > 0 ? "," : "",
                                  sheet->n_parts);
          sheet->n_parts++;
        }
    }
  g_string_append (lines, parts->str);
  g_string_append (lines, "]}");
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
build (Sheet *sheet, ZpPack *pack, const char *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (data, strlen (data), LIMITS, &error);
  ZpBatch *batch;

  stop_on (error);
  sheet->report = zp_report_new (pack);
  batch = zp_data_to_batch (sheet->report, zp_json_doc_get_root (doc), &error);
  stop_on (error);
  zp_report_apply (sheet->report, batch, &error);
  stop_on (error);
  sheet->checker = zp_checker_new (sheet->report);
}

static double
edit_once (Sheet *sheet, GRand *rand)
{
  g_autofree char *path =
    g_strdup_printf ("lines[%d].a", g_rand_int_range (rand, 0, (int) sheet->n_lines));
  g_autofree char *value =
    g_strdup_printf ("%d.%02d", g_rand_int_range (rand, 0, 10000), g_rand_int_range (rand, 0, 100));
  g_autoptr (GError) error = NULL;
  struct timespec from;
  struct timespec to;
  ZpBatch *batch;

  clock_gettime (CLOCK_MONOTONIC, &from);
  batch = zp_batch_new (NULL, NULL, 0);
  zp_batch_set (batch, path, NULL, value);
  zp_report_apply (sheet->report, batch, &error);
  clock_gettime (CLOCK_MONOTONIC, &to);
  stop_on (error);
  return (double) (to.tv_sec - from.tv_sec) * 1e6 + (double) (to.tv_nsec - from.tv_nsec) / 1e3;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
all_anew (Sheet *sheet)
{
  double times[ALL_ROUNDS];

  for (guint i = 0; i < ALL_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      zp_report_recompute (sheet->report);
      times[i] = milliseconds_since (start);
    }
  qsort (times, ALL_ROUNDS, sizeof *times, compare);
  return times[ALL_ROUNDS / 2];
}

static char *
total (Sheet *sheet)
{
  ZpCell cell;

  zp_pack_parse_id (zp_report_get_pack (sheet->report), "total.d", &cell, NULL);
  return zp_report_show (sheet->report, cell);
}

int
main (int argc, char **argv)
{
  guint n_edits = argc > 2 ? (guint) atoi (argv[2]) : DEFAULT_EDITS;
  g_autoptr (ZpPack) pack = make_pack ();
  g_autoptr (ZpJsonDoc) doc = argc > 1 ? read_sheet (argv[1]) : NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree double *times = g_new (double, n_edits);
  g_autofree char *data = NULL;
  g_autofree char *shown = NULL;
  Sheet sheet = { 0 };
  double build_ms;
  double all_ms;
  gint64 start;

  if (doc == NULL || n_edits == 0)
    {
      g_printerr ("usage: engine SHEET.json [EDITS]\n");
      return 2;
    }
  data = sheet_to_data (&sheet, zp_json_doc_get_root (doc));
  start = g_get_monotonic_time ();
  build (&sheet, pack, data);
  build_ms = milliseconds_since (start);
  for (guint i = 0; i < n_edits; i++)
    times[i] = edit_once (&sheet, rand);
  qsort (times, n_edits, sizeof *times, compare);
  all_ms = all_anew (&sheet);
  shown = total (&sheet);
  g_print ("{\"formulas\": %u, \"build_ms\": %.3f, \"edit_us\": %.2f, \"p95_us\": %.2f, "
           "\"max_us\": %.2f, \"all_ms\": %.4f, \"total\": %s}\n",
           sheet.n_lines * 4 + sheet.n_parts * 9 + 3, build_ms, times[n_edits / 2],
           times[n_edits * 95 / 100], times[n_edits - 1], all_ms, shown);
  zp_checker_free (sheet.checker);
  g_object_unref (sheet.report);
  return 0;
}
