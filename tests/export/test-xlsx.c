/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cells of the spreadsheet as stored, and what cannot be stored. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "export/zp-export-formats.h"
#include "flow-fixture.h"
#include "flow-part.h"

typedef struct
{
  const char *name;
  void (*build) (ZpBookSheet *sheet);
  const char *wanted[4]; /* in xl/worksheets/sheet1.xml */
} CellRow;

typedef struct
{
  const char *name;
  void (*build) (ZpBookSheet *sheet);
  const char *message; /* part of it */
} ErrorRow;

static ZpBookCell *
add_number (ZpBookSheet *sheet, int row, int column, const char *figure, const char *formula)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, column);

  cell->value = ZP_BOOK_NUMBER;
  cell->formula = g_strdup (formula);
  g_assert_true (zp_decimal_parse (figure, &cell->number, NULL));
  return cell;
}

static ZpBookCell *
add_text (ZpBookSheet *sheet, const char *text, const char *formula)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, 1, 2);

  cell->value = ZP_BOOK_TEXT;
  cell->text = g_strdup (text);
  cell->formula = g_strdup (formula);
  return cell;
}

static void
build_number (ZpBookSheet *sheet)
{
  add_number (sheet, 1, 2, "0.1", NULL);
}

static void
build_formula (ZpBookSheet *sheet)
{
  add_number (sheet, 1, 2, "3214.04", "SUM(A1:A2)&\"<\"");
}

static void
build_text_formula (ZpBookSheet *sheet)
{
  add_text (sheet, "<良>", "IF(A1,\"良\")");
}

static void
build_empty_formula (ZpBookSheet *sheet)
{
  zp_book_sheet_add_cell (sheet, 1, 2)->formula = g_strdup ("IF(A1,1,\"\")");
}

static void
build_date (ZpBookSheet *sheet)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, 1, 2);

  cell->value = ZP_BOOK_DATE;
  cell->day = 19090; /* 2022-04-08 */
}

static void
build_merged (ZpBookSheet *sheet)
{
  ZpBookCell *cell = add_number (sheet, 1, 2, "5", NULL);

  cell->rows = 2;
  cell->columns = 2;
}

static void
build_page (ZpBookSheet *sheet)
{
  sheet->landscape = TRUE;
  sheet->freeze_row = 2;
  sheet->repeat_first = 0;
  sheet->repeat_last = 1;
}

static void
build_sizes (ZpBookSheet *sheet)
{
  g_array_append_vals (sheet->widths, (const double[]){ 20 }, 1);
  g_array_append_vals (sheet->heights, (const double[]){ 30, 0, 1000 }, 3);
}

/* clang-format off */
static const CellRow cell_rows[] = {
  { "number", build_number, { "r=\"C2\"", "<v>0.1</v>" } },
  { "formula", build_formula,
    { "r=\"C2\"", "<f>SUM(A1:A2)&amp;\"&lt;\"</f>", "<v>3214.04</v>" } },
  { "text-formula", build_text_formula,
    { "t=\"str\"", "<f>IF(A1,\"良\")</f>", "<v>&lt;良&gt;</v>" } },
  { "empty-formula", build_empty_formula, { "t=\"str\"", "<f>IF(A1,1,\"\")</f>", "<v></v>" } },
  { "date", build_date, { "<v>44659</v>" } },
  { "merged", build_merged,
    { "<c r=\"C2\" s=\"1\"><v>5</v></c><c r=\"D2\" s=\"1\"/>",
      "<c r=\"C3\" s=\"1\"/><c r=\"D3\" s=\"1\"/>", "<mergeCell ref=\"C2:D3\"/>" } },
  { "page", build_page,
    { "<pageSetUpPr fitToPage=\"1\"/>", "ySplit=\"2\"",
      "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>", "&amp;P" } },
  { "sizes", build_sizes,
    { "<col min=\"1\" max=\"1\" width=\"20.7109375\"", "ht=\"30\"", "<row r=\"3\" ht=\"409\"" } },
};
/* clang-format on */

static void
build_overlap (ZpBookSheet *sheet)
{
  build_merged (sheet);
  add_number (sheet, 2, 3, "1", NULL);
}

static void
build_too_far (ZpBookSheet *sheet)
{
  zp_book_sheet_add_cell (sheet, 0, 16384);
}

static void
build_too_low (ZpBookSheet *sheet)
{
  zp_book_sheet_add_cell (sheet, 1048575, 0)->rows = 2;
}

static void
build_no_place (ZpBookSheet *sheet)
{
  zp_book_sheet_add_cell (sheet, 0, 0)->rows = 0;
}

static char *
fill_text (guint n, const char *character)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, character);
  return g_string_free (text, FALSE);
}

static void
build_too_long (ZpBookSheet *sheet)
{
  g_autofree char *text = fill_text (32768, "长");

  add_text (sheet, text, NULL);
}

/* Half as many characters, but each counts twice. */
static void
build_too_long_rare (ZpBookSheet *sheet)
{
  g_autofree char *text = fill_text (16384, "𠮷");

  add_text (sheet, text, NULL);
}

static void
build_too_long_comment (ZpBookSheet *sheet)
{
  add_text (sheet, "a", NULL)->comment = fill_text (32768, "c");
}

static void
build_bad_name (ZpBookSheet *sheet)
{
  g_free (sheet->name);
  sheet->name = g_strdup ("a/b");
}

/* clang-format off */
static const ErrorRow error_rows[] = {
  { "overlap", build_overlap, "D3" },
  { "too-far", build_too_far, "XFE1" },
  { "too-low", build_too_low, "A1048576" },
  { "no-place", build_no_place, "A1" },
  { "too-long", build_too_long, "C2: 32768" },
  { "too-long-rare", build_too_long_rare, "C2: 32768" },
  { "too-long-comment", build_too_long_comment, "C2: 32768" },
  { "bad-name", build_bad_name, "a/b" },
};
/* clang-format on */

static GBytes *
export_book (const ZpBook *book, GError **error)
{
  ZpExportContent content = { .book = book };

  return zp_export_xlsx_write (&content, error);
}

static void
test_cell (gconstpointer data)
{
  const CellRow *row = data;
  g_autoptr (ZpBook) book = zp_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sheet = NULL;

  row->build (zp_book_add_sheet (book, "表"));
  bytes = export_book (book, &error);
  g_assert_no_error (error);
  sheet = flow_part_read (bytes, "xl/worksheets/sheet1.xml");
  for (guint i = 0; i < G_N_ELEMENTS (row->wanted) && row->wanted[i] != NULL; i++)
    {
      if (strstr (sheet, row->wanted[i]) == NULL)
        g_test_message ("missing: %s\n%s", row->wanted[i], sheet);
      g_assert_nonnull (strstr (sheet, row->wanted[i]));
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_error (gconstpointer data)
{
  const ErrorRow *row = data;
  g_autoptr (ZpBook) book = zp_book_new ();
  g_autoptr (GError) error = NULL;

  row->build (zp_book_add_sheet (book, "表"));
  g_assert_null (export_book (book, &error));
  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, 0);
}

static void
test_longest_text (void)
{
  g_autoptr (ZpBook) book = zp_book_new ();
  g_autofree char *text = fill_text (32767, "长");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *strings = NULL;

  add_text (zp_book_add_sheet (book, "表"), text, NULL);
  bytes = export_book (book, &error);
  g_assert_no_error (error);
  strings = flow_part_read (bytes, "xl/sharedStrings.xml");
  g_assert_cmpuint (flow_part_count (strings, "长"), ==, 32767);
}

static void
test_same_bytes (void)
{
  g_autoptr (ZpBook) one = flow_fixture_book ();
  g_autoptr (ZpBook) two = flow_fixture_book ();
  g_autoptr (GBytes) first = export_book (one, NULL);
  g_autoptr (GBytes) second = export_book (two, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, 0);
}

/* The library does not see that its temporary files are cut off; the packed file would fit. */
static void
test_short_of_room (void)
{
  g_autoptr (ZpBook) book = flow_fixture_large_book (1000);
  g_autoptr (GError) error = NULL;
  struct rlimit old = { 0 };
  struct rlimit low = { 0 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low = (struct rlimit){ .rlim_cur = 40000, .rlim_max = old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  g_assert_null (export_book (book, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER);
  g_assert_nonnull (strstr (error->message, g_get_tmp_dir ()));
  g_assert_cmpuint (count_files (g_get_tmp_dir ()), ==, 0);
}

/* A book of 1970-01-01 is not dated now. */
static void
test_first_day (void)
{
  g_autoptr (ZpBook) book = zp_book_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *core = NULL;

  zp_book_add_sheet (book, "表");
  bytes = export_book (book, NULL);
  core = flow_part_read (bytes, "docProps/core.xml");
  g_assert_cmpuint (flow_part_count (core, "1970-01-01T12:00:00Z"), ==, 2);
}

static void
test_no_folder (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ZpBook) book = flow_fixture_book ();
      g_autoptr (GError) error = NULL;

      g_assert_null (export_book (book, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      return;
    }

  g_setenv ("TMPDIR", "/nowhere/at/all", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("TMPDIR", g_get_tmp_dir (), TRUE);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *folder = g_mkdtemp (g_build_filename (here, "test-xlsx-XXXXXX", NULL));
  int result = 0;

  /* Before anybody asks for it: a folder in which every file left over is seen. */
  if (g_getenv ("TMPDIR") == NULL || !g_str_has_prefix (g_getenv ("TMPDIR"), "/nowhere"))
    g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cell_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsx/cell/", cell_rows[i].name, NULL);

      g_test_add_data_func (path, &cell_rows[i], test_cell);
    }
  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsx/error/", error_rows[i].name, NULL);

      g_test_add_data_func (path, &error_rows[i], test_error);
    }
  g_test_add_func ("/xlsx/longest-text", test_longest_text);
  g_test_add_func ("/xlsx/same-bytes", test_same_bytes);
  g_test_add_func ("/xlsx/first-day", test_first_day);
  g_test_add_func ("/xlsx/no-folder", test_no_folder);
  g_test_add_func ("/xlsx/short-of-room", test_short_of_room);

  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
