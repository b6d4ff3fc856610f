/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages: how fast they are laid out and written, and how soon the preview follows an edit.
 *
 *   bench-pages REPORT
 *
 * Every round types a figure, lays the pages of the preview out anew, and writes the PDF from the
 * same document. Prints one JSON line of medians; "edit_of_pdf" is the first two against the last.
 * The preview waits a moment for the next key before it begins; that is not in it.
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "document/zp-doc-builder.h"
#include "export/zp-exporter.h"
#include "export/zp-paginate.h"
#include "session/zp-preview.h"
#include "session/zp-session-start.h"

#define CELL "budget.project.actual"
#define N_ROUNDS 41

typedef struct
{
  double edit[N_ROUNDS];
  double preview[N_ROUNDS];
  double layout[N_ROUNDS];
  double pdf[N_ROUNDS];
  double edit_of_pdf[N_ROUNDS];
} Times;

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("bench-pages: %s\n", error->message);
  exit (2);
}

static double
milliseconds_since (gint64 *start)
{
  gint64 before = *start;

  *start = g_get_monotonic_time ();
  return (double) (*start - before) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare);
  return times[N_ROUNDS / 2];
}

static void
type_figure (ZpSession *session, guint round)
{
  g_autofree char *figure = g_strdup_printf ("%u.34", 280 + round);
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  zp_report_find_cell (zp_session_get_report (session), CELL, &cell, &error);
  stop_on (error);
  zp_session_type (session, cell, figure, &error);
  stop_on (error);
}

static void
measure (ZpSession *session, ZpPreview *preview, ZpFontSet *fonts, Times *times, guint round)
{
  g_autoptr (GError) error = NULL;
  const ZpExportFormat *pdf = zp_export_format_find ("pdf", &error);
  g_autoptr (ZpDoc) doc = NULL;
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64 start = g_get_monotonic_time ();

  type_figure (session, round);
  times->edit[round] = milliseconds_since (&start);
  zp_preview_refresh (preview);
  times->preview[round] = milliseconds_since (&start);
  stop_on (zp_preview_get_error (preview));

  doc = zp_doc_build (zp_session_get_report (session), ZP_PROFILE_SUBMIT);
  milliseconds_since (&start);
  pages = zp_paginate (doc, fonts, &error);
  times->layout[round] = milliseconds_since (&start);
  stop_on (error);
  bytes = pdf->write (&(ZpExportContent){ .doc = doc, .fonts = fonts }, &error);
  times->pdf[round] = milliseconds_since (&start);
  stop_on (error);
  times->edit_of_pdf[round] = (times->edit[round] + times->preview[round]) / times->pdf[round];
}

static void
print (Times *times, guint n_pages)
{
  double layout = median (times->layout);
  double pdf = median (times->pdf);

  g_print ("{\"pages\": %u, \"edit_ms\": %.2f, \"edit_to_preview_ms\": %.2f, \"layout_ms\": %.2f, "
           "\"layout_pages_per_s\": %.0f, \"pdf_ms\": %.2f, \"pdf_pages_per_s\": %.0f, "
           "\"edit_of_pdf\": %.2f}\n",
           n_pages, median (times->edit), median (times->preview), layout, n_pages * 1000 / layout,
           pdf, n_pages * 1000 / pdf, median (times->edit_of_pdf));
}

int
main (int argc, char **argv)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpSession) session = NULL;
  g_autoptr (ZpPreview) preview = NULL;
  g_autoptr (ZpFontSet) fonts = zp_font_set_new (NULL, ZP_FONT_SET_BUNDLED, &error);
  g_autofree char *folder = g_dir_make_tmp ("ziping-bench-XXXXXX", NULL);
  Times times;

  if (argc != 2)
    {
      g_printerr ("usage: bench-pages REPORT\n");
      return 2;
    }
  stop_on (error);
  session = zp_session_start_file (store, argv[1], folder, &error);
  stop_on (error);
  preview = zp_preview_new (session, NULL);
  for (guint round = 0; round < N_ROUNDS; round++)
    measure (session, preview, fonts, &times, round);
  print (&times, zp_preview_count_pages (preview));
  zp_session_discard (session);
  g_rmdir (folder);

  return 0;
}
