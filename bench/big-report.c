/* SPDX-License-Identifier: GPL-3.0-or-later
 * A very large report with a real pack: how long opening, one edit with its checks, and saving
 * take.
 *
 *   bench-big-report [PACK]
 *
 * 300 projects, 500 indicators and 2,000 achievements. Prints one JSON line of medians; "empty" is
 * a report without rows, in the same rounds.
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/zp-checker.h"
#include "report/zp-data.h"
#include "report/zp-report-file.h"

#define DEFAULT_PACK "changsha-2021"
#define N_PROJECTS 300
#define N_INDICATORS 500
#define N_ACHIEVEMENTS 2000
#define N_ROUNDS 15
#define N_EDITS 401

/* The milliseconds of each round. */
typedef struct
{
  double open[N_ROUNDS];
  double check[N_ROUNDS];
  double edit[N_ROUNDS];
  double findings[N_ROUNDS];
  double save[N_ROUNDS];
} Times;

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("bench-big-report: %s\n", error->message);
  exit (2);
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static char *
make_data (guint n_projects, guint n_indicators, guint n_achievements)
{
  g_autoptr (GString) data = g_string_new ("{\"projects\": [");

  for (guint i = 0; i < n_projects; i++)
    g_string_append_printf (
      data,
      "%s{\"name\": \"项目%u\", \"initial\": \"%u.50\", \"adjust\": \"2.25\", "
      "\"issued\": \"%u.75\", \"actual\": \"%u.10\"}",
      i > 0 ? "," : "", i, 10 + i, 12 + i, 9 + i);
  g_string_append (data, "], \"indicators\": [");
  for (guint i = 0; i < n_indicators; i++)
    g_string_append_printf (
      data,
      "%s{\"level1\": \"产出指标\", \"level2\": \"数量指标\", \"name\": \"指标%u\", "
      "\"operator\": \"≥\", \"target\": \"%u\", \"actual\": \"%u\", "
      "\"weight\": \"0.1\"}",
      i > 0 ? "," : "", i, 100 + i, 101 + i);
  g_string_append (data, "], \"achievements\": [");
  for (guint i = 0; i < n_achievements; i++)
    g_string_append_printf (data,
                            "%s{\"name\": \"成果%u\", \"target\": \"%u\", \"actual\": \"%u\"}",
                            i > 0 ? "," : "", i, 50 + i, 49 + i);
  g_string_append (data, "], \"budget.project.actual\": \"900.00\"}");

  return g_string_free (g_steal_pointer (&data), FALSE);
}

static void
write_report (ZpPackStore *store, const char *pack_id, const char *data, const char *path)
{
  const ZpJsonLimits limits = { ZP_REPORT_MAX_BYTES, 16 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, pack_id, 0, &error);
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (ZpJsonDoc) doc = NULL;
  ZpBatch *batch = NULL;

  stop_on (error);
  doc = zp_json_doc_parse (data, strlen (data), limits, &error);
  stop_on (error);
  file = zp_report_file_create (pack);
  batch = zp_data_to_batch (file->report, zp_json_doc_get_root (doc), &error);
  stop_on (error);
  zp_report_apply (file->report, batch, &error);
  stop_on (error);
  zp_report_file_save (file, path, ZP_FILE_REPLACE, &error);
  stop_on (error);
}

/* Figures of the field that is in most checks, each different from the one before. */
static void
edit (ZpReport *report, guint number)
{
  g_autofree char *value = g_strdup_printf ("%u.%02u", 900 + number % 7, number % 100);
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);

  zp_batch_set (batch, "budget.project.actual", NULL, value);
  zp_report_apply (report, batch, &error);
  stop_on (error);
}

static double
time_edits (ZpReport *report, ZpChecker *checker)
{
  double times[N_EDITS];
  ZpSummary summary;

  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      edit (report, i);
      zp_checker_get_summary (checker, &summary);
      times[i] = milliseconds_since (start);
    }

  return median (times, N_EDITS);
}

static void
time_round (ZpPackStore *store, const char *path, guint round, Times *times)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (ZpChecker) checker = NULL;
  gint64 start = g_get_monotonic_time ();

  file = zp_report_file_open (store, path, &error);
  times->open[round] = milliseconds_since (start);
  stop_on (error);

  start = g_get_monotonic_time ();
  checker = zp_checker_new (file->report);
  times->check[round] = milliseconds_since (start);

  times->edit[round] = time_edits (file->report, checker);

  start = g_get_monotonic_time ();
  zp_checker_get_findings (checker);
  times->findings[round] = milliseconds_since (start);

  start = g_get_monotonic_time ();
  zp_report_file_save (file, path, ZP_FILE_REPLACE, &error);
  times->save[round] = milliseconds_since (start);
  stop_on (error);
}

static void
print_times (const char *name, Times *times)
{
  g_print ("\"%s\": {\"open_ms\": %.3f, \"check_ms\": %.3f, \"edit_us\": %.1f, "
           "\"findings_ms\": %.3f, \"save_ms\": %.3f}",
           name, median (times->open, N_ROUNDS), median (times->check, N_ROUNDS),
           median (times->edit, N_ROUNDS) * 1000, median (times->findings, N_ROUNDS),
           median (times->save, N_ROUNDS));
}

int
main (int argc, char **argv)
{
  const char *pack = argc > 1 ? argv[1] : DEFAULT_PACK;
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ziping-bench-XXXXXX", &error);
  g_autofree char *big_path = g_build_filename (folder, "big.ziping", NULL);
  g_autofree char *small_path = g_build_filename (folder, "small.ziping", NULL);
  g_autofree char *big_data = make_data (N_PROJECTS, N_INDICATORS, N_ACHIEVEMENTS);
  g_autofree char *small_data = make_data (0, 0, 0);
  Times big;
  Times small;

  stop_on (error);
  write_report (store, pack, big_data, big_path);
  write_report (store, pack, small_data, small_path);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      time_round (store, big_path, i, &big);
      time_round (store, small_path, i, &small);
    }
  g_print ("{");
  print_times ("big", &big);
  g_print (", ");
  print_times ("empty", &small);
  g_print ("}\n");
  g_unlink (big_path);
  g_unlink (small_path);
  g_rmdir (folder);

  return 0;
}
