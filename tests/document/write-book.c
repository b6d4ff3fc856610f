/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the spreadsheet attachment of an example: write-book EXAMPLE FILE [DATA]. "small" is the
 * pack beside the tests, empty but for DATA. */
#include "doc-fixture.h"

#include <string.h>

#include "export/zp-export-formats.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReport) report = NULL;
  g_autoptr (ZpBook) book = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ZpExportContent content = { 0 };
  gboolean written = FALSE;

  if (argc < 3)
    return 2;

  report =
    strcmp (argv[1], "small") == 0 ? doc_fixture_small (NULL) : doc_fixture_example (argv[1]);
  if (argc > 3)
    doc_fixture_fill (report, argv[3]);
  book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  content.book = book;
  bytes = zp_export_xlsx_write (&content, &error);
  g_assert_no_error (error);
  written = g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return written ? 0 : 1;
}
