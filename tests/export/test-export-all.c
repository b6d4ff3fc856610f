/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several formats at once: the same files as one by one, and what happens where one cannot be made.
 */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "export/zp-exporter.h"
#include "page-fixture.h"
#include "zp-test.h"

static const char *const ids[] = { "docx", "pdf", "xlsx", "ofd", "txt" };

static GPtrArray *
all_formats (void)
{
  GPtrArray *formats = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (formats, (gpointer) zp_export_format_find (ids[i], NULL));
  return formats;
}

static ZpBook *
make_book (void)
{
  ZpBook *book = zp_book_new ();
  ZpBookSheet *sheet = zp_book_add_sheet (book, "数据");

  for (int row = 0; row < 500; row++)
    {
      ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, 0);

      cell->value = ZP_BOOK_TEXT;
      cell->text = g_strdup_printf ("第%d行，部门整体支出绩效", row);
    }
  return book;
}

static void
test_same_bytes (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpBook) book = make_book ();
  g_autoptr (GPtrArray) formats = all_formats ();
  ZpExportContent content = { .doc = doc, .book = book, .fonts = fonts };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = zp_export_write_all (&content, formats, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, formats->len);
  for (guint i = 0; i < formats->len; i++)
    {
      const ZpExportFormat *format = g_ptr_array_index (formats, i);
      g_autoptr (GBytes) alone = format->write (&content, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (alone, g_ptr_array_index (files, i)));
    }
}

/* The first that fails, by its place in the list, is told; nothing is given back. */
static void
test_damaged_tree (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpBook) book = make_book ();
  g_autoptr (GPtrArray) formats = all_formats ();
  ZpExportContent content = { .doc = doc, .book = book, .fonts = fonts };
  g_autoptr (GError) error = NULL;

  zp_doc_append (doc, ZP_DOC_TABLE)->table = zp_doc_table_new ();
  g_assert_null (zp_export_write_all (&content, formats, &error));
  g_assert_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE);
  g_assert_true (g_str_has_prefix (error->message, "docx: "));
}

static void
write_all_and_fail (const char *folder)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpBook) book = make_book ();
  g_autoptr (GPtrArray) formats = all_formats ();
  ZpExportContent content = { .doc = doc, .book = book, .fonts = fonts };
  g_autoptr (GError) error = NULL;

  g_setenv ("TMPDIR", folder, TRUE);
  g_assert_null (zp_export_write_all (&content, formats, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "xlsx: "));
}

/* In a program of its own, before GLib has read where temporary files go. */
static void
test_no_temp_folder_subprocess (void)
{
  write_all_and_fail ("/nonexistent/folder");
}

static void
test_no_temp_folder (void)
{
  g_test_trap_subprocess ("/export-all/no-temp-folder/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_disk_full_subprocess (void)
{
  const struct rlimit limit = { .rlim_cur = 4096, .rlim_max = 4096 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  write_all_and_fail (g_getenv ("ZP_TEST_TEMP"));
}

/* Nothing half-written stays behind. */
static void
test_disk_full (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (GDir) left = NULL;

  g_setenv ("ZP_TEST_TEMP", folder, TRUE);
  g_test_trap_subprocess ("/export-all/disk-full/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("ZP_TEST_TEMP");
  left = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (left), ==, NULL);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-all/same-bytes", test_same_bytes);
  g_test_add_func ("/export-all/damaged-tree", test_damaged_tree);
  g_test_add_func ("/export-all/no-temp-folder", test_no_temp_folder);
  g_test_add_func ("/export-all/no-temp-folder/subprocess", test_no_temp_folder_subprocess);
  g_test_add_func ("/export-all/disk-full", test_disk_full);
  g_test_add_func ("/export-all/disk-full/subprocess", test_disk_full_subprocess);
  return g_test_run ();
}
