/* SPDX-License-Identifier: GPL-3.0-or-later
 * The date of files: that of the report, else that of the environment, never the clock. */
#include "export/zp-source-date.h"

#include <string.h>

#include "export/zp-exporter.h"
#include "report/zp-data.h"
#include "zp-test.h"

#define PACK "data/templates/changsha-2021"

typedef struct
{
  const char *name;
  const char *value; /* NULL: not set */
  gboolean right;
  gboolean given;
  gint32 day;
} DateRow;

/* The tests run in the time zone of Shanghai, where the last seconds of a day are the next one. */
static const DateRow rows[] = {
  { "not-set", NULL, TRUE, FALSE, 0 },
  { "beginning", "0", TRUE, TRUE, 0 },
  { "day", "1649376000", TRUE, TRUE, 19090 },
  { "last-second-of-a-day", "1649462399", TRUE, TRUE, 19090 },
  { "next-day", "1649462400", TRUE, TRUE, 19091 },
  { "last", "253402300799", TRUE, TRUE, 2932896 },
  { "behind-the-last", "253402300800", FALSE, FALSE, 0 },
  { "too-long", "99999999999999999999999", FALSE, FALSE, 0 },
  { "negative", "-1", FALSE, FALSE, 0 },
  { "fraction", "1649376000.5", FALSE, FALSE, 0 },
  { "exponent", "1e9", FALSE, FALSE, 0 },
  { "hexadecimal", "0x10", FALSE, FALSE, 0 },
  { "blank", " 1649376000", FALSE, FALSE, 0 },
  { "date", "2022-04-08", FALSE, FALSE, 0 },
  { "empty", "", FALSE, FALSE, 0 },
};

static void
set_variable (const char *value)
{
  if (value != NULL)
    g_setenv ("SOURCE_DATE_EPOCH", value, TRUE);
  else
    g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void
test_read (gconstpointer data)
{
  const DateRow *row = data;
  ZpSourceDate date = { TRUE, -1 };
  g_autoptr (GError) error = NULL;

  set_variable (row->value);
  g_assert_cmpint (zp_source_date_read (&date, &error), ==, row->right);
  if (row->right)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_DATE);
      g_assert_nonnull (g_strrstr (error->message, "SOURCE_DATE_EPOCH"));
      g_assert_nonnull (g_strrstr (error->message, row->value));
    }
  g_assert_cmpint (date.given, ==, row->given);
  g_assert_cmpint (date.day, ==, row->day);
  set_variable (NULL);
}

static ZpReport *
make_report (const char *data)
{
  g_autofree char *path = zp_test_source (PACK);
  g_autoptr (ZpPack) pack = zp_test_load_pack (path);
  ZpReport *report = zp_report_new (pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) json =
    zp_json_doc_parse (data, strlen (data), (ZpJsonLimits){ 1 << 16, 8 }, &error);
  ZpBatch *batch = NULL;

  g_assert_no_error (error);
  batch = zp_data_to_batch (report, zp_json_doc_get_root (json), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
  return report;
}

typedef struct
{
  const char *name;
  const char *data;
  gboolean given;
  gint32 day;
} ReportRow;

static const ReportRow report_rows[] = {
  { "own-date", "{\"report.year\": \"2021\", \"report.date\": \"2022-04-20\"}", FALSE, 19102 },
  { "own-date-first", "{\"report.date\": \"2022-04-20\"}", TRUE, 19102 },
  { "environment", "{\"report.year\": \"2021\"}", TRUE, 12345 },
  { "not-applicable", "{\"report.date\": \"—\"}", TRUE, 12345 },
  { "neither", "{\"report.year\": \"2021\"}", FALSE, 18993 }, /* 2022-01-01 */
};

static void
test_apply (gconstpointer data)
{
  const ReportRow *row = data;
  g_autoptr (ZpReport) report = make_report (row->data);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpBook) book = zp_book_new ();
  ZpSourceDate date = { row->given, 12345 };

  doc->date = zp_report_get_date (report);
  book->date = zp_report_get_date (report);
  zp_source_date_apply (&date, report, doc, book);
  g_assert_cmpint (doc->date, ==, row->day);
  g_assert_cmpint (book->date, ==, row->day);
  zp_source_date_apply (&date, report, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/source-date/read/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (report_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/source-date/apply/", report_rows[i].name, NULL);

      g_test_add_data_func (path, &report_rows[i], test_apply);
    }
  return g_test_run ();
}
