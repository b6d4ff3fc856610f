/* SPDX-License-Identifier: GPL-3.0-or-later
 * Archives: readable by others, in order, and the same bytes every time. */
#include "base/zp-zip-writer.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <time.h>

static const struct
{
  const char *name;
  const char *content;
} parts[] = {
  { "[Content_Types].xml", "<Types/>" },
  { "word/document.xml", "<w:document>绩效自评绩效自评绩效自评绩效自评</w:document>" },
  { "附件/说明.txt", "说明" },
  { "empty", "" },
};

static GBytes *
pack (void)
{
  g_autoptr (ZpZipWriter) writer = zp_zip_writer_new ();
  g_autoptr (GError) error = NULL;
  GBytes *archive = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      /* Freed before the archive is packed: the writer must hold its own reference. */
      g_autoptr (GBytes) content = g_bytes_new (parts[i].content, strlen (parts[i].content));

      zp_zip_writer_add (writer, parts[i].name, content);
    }
  archive = zp_zip_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_assert_nonnull (archive);

  return archive;
}

static void
set_time_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}

static void
test_same_bytes (void)
{
  static const char *const zones[] = { "UTC", "Asia/Shanghai", "Pacific/Apia", "XST12", "YST-14" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  g_autoptr (GBytes) first = pack ();

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GBytes) again = NULL;

      set_time_zone (zones[i]);
      again = pack ();
      g_assert_true (g_bytes_equal (first, again));
    }
  set_time_zone (before != NULL ? before : "UTC");
}

static void
test_finish_twice (void)
{
  g_autoptr (ZpZipWriter) writer = zp_zip_writer_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  zp_zip_writer_add (writer, "x", content);
  first = zp_zip_writer_finish (writer, NULL);
  second = zp_zip_writer_finish (writer, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_same_name (void)
{
  g_autoptr (ZpZipWriter) writer = zp_zip_writer_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  zp_zip_writer_add (writer, "a.xml", content);
  zp_zip_writer_add (writer, "a.xml", content);
  g_assert_null (zp_zip_writer_finish (writer, &error));
  g_assert_error (error, ZP_ZIP_ERROR, ZP_ZIP_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "a.xml"));
}

static void
test_big (void)
{
  g_autoptr (ZpZipWriter) writer = zp_zip_writer_new ();
  gsize length = 10000000;
  g_autoptr (GBytes) content = g_bytes_new_take (g_strnfill (length, 'x'), length);
  g_autoptr (GBytes) archive = NULL;

  zp_zip_writer_add (writer, "big", content);
  archive = zp_zip_writer_finish (writer, NULL);
  g_assert_nonnull (archive);
  g_assert_cmpuint (g_bytes_get_size (archive), <, 100000);
}

static const char reader[] =
  "import sys, zipfile\n"
  "z = zipfile.ZipFile(sys.argv[1])\n"
  "assert z.testzip() is None\n"
  "for i in z.infolist():\n"
  "    assert i.date_time == (1980, 1, 1, 0, 0, 0), i\n"
  "    assert bool(i.flag_bits & 0x800) == (not i.filename.isascii()), i\n"
  "    print(i.filename + '=' + z.read(i).decode())\n";

/* An independent reader finds the parts in their order with their content. */
static void
test_python (void)
{
  g_autoptr (GBytes) archive = pack ();
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("zp-zip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autofree char *python = g_find_program_in_path ("python3");
  const char *argv[] = { "python3", "-X", "utf8", "-c", reader, path, NULL };
  g_autofree char *output = NULL;
  int status = -1;

  if (python == NULL)
    {
      g_test_skip ("python3 is not here");
      return;
    }

  g_assert_true (
    g_file_set_contents (path, g_bytes_get_data (archive, NULL), g_bytes_get_size (archive), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (expected, "%s=%s\n", parts[i].name, parts[i].content);
  g_assert_cmpstr (output, ==, expected->str);

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zip/same-bytes", test_same_bytes);
  g_test_add_func ("/zip/finish-twice", test_finish_twice);
  g_test_add_func ("/zip/same-name", test_same_name);
  g_test_add_func ("/zip/big", test_big);
  g_test_add_func ("/zip/python", test_python);

  return g_test_run ();
}
