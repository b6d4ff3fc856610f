/* SPDX-License-Identifier: GPL-3.0-or-later
 * The office's own fonts come first where they are installed and may be embedded. Each case runs in
 * a program of its own, before fontconfig has read its settings. */
#include <string.h>

#include "document/zp-doc.h"
#include "export/zp-exporter.h"
#include "export/zp-font-set.h"
#include "font-maker.h"
#include "page-fixture.h"
#include "zp-test.h"

#define FANGSONG "仿宋_GB2312"
#define BIAOSONG "方正小标宋简体"
#define FREE 0x0000
#define RESTRICTED 0x0002
#define NO_SUBSETTING 0x0100

typedef struct
{
  const char *name;
  guint16 rights;
  gboolean used;
} Row;

static const Row rows[] = {
  { "free", FREE, TRUE },
  { "restricted", RESTRICTED, FALSE },
  { "no-subsetting", NO_SUBSETTING, FALSE },
};

static const Row *
find_row (void)
{
  const char *name = g_getenv ("ZP_TEST_ROW");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      return &rows[i];
  g_assert_not_reached ();
}

static GBytes *
write_pdf (ZpFontSet *fonts)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpExportContent content = { .doc = doc, .fonts = fonts };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  zp_doc_run_append (zp_doc_append (doc, ZP_DOC_TITLE)->runs, "审签单", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (zp_doc_append (doc, ZP_DOC_PARAGRAPH)->runs, "仿宋正文。", NULL, ZP_RUN_PLAIN);
  bytes = zp_export_format_find ("pdf", NULL)->write (&content, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
check_told (ZpFontSet *fonts, const Row *row)
{
  g_autoptr (GPtrArray) told = zp_font_set_tell (fonts);
  const char *last = g_ptr_array_index (told, told->len - 1);

  g_assert_true (g_ptr_array_find_with_equal_func (told, FANGSONG, g_str_equal, NULL));
  if (row->used)
    g_assert_true (g_ptr_array_find_with_equal_func (told, BIAOSONG, g_str_equal, NULL));
  else
    g_assert_true (g_str_has_prefix (last, BIAOSONG " (not used"));
}

static void
test_office_subprocess (void)
{
  const Row *row = find_row ();
  g_autoptr (ZpFontSet) office = NULL;
  g_autoptr (ZpFontSet) bundled = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_setenv ("FONTCONFIG_FILE", g_getenv ("ZP_TEST_CONFIG"), TRUE);
  office = zp_font_set_new (NULL, ZP_FONT_SET_OFFICE, NULL);
  bundled = zp_font_set_new (NULL, ZP_FONT_SET_BUNDLED, NULL);
  g_assert_nonnull (office);
  g_assert_cmpstr (zp_font_set_get_family (office, ZP_FONT_FANGSONG), ==, FANGSONG);
  g_assert_cmpstr (zp_font_set_get_family (office, ZP_FONT_BIAOSONG), ==,
                   row->used ? BIAOSONG : "FandolSong");
  g_assert_cmpstr (zp_font_set_get_family (office, ZP_FONT_KAITI), ==, "FandolKai");
  g_assert_cmpstr (zp_font_set_get_family (bundled, ZP_FONT_BIAOSONG), ==, "FandolSong");
  g_assert_cmpuint (zp_font_set_get_refused (office)->len, ==, row->used ? 0 : 1);
  check_told (office, row);
  pdf = write_pdf (office);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
}

static void
test_office (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *fangsong = g_build_filename (folder, "one.otf", NULL);
  g_autofree char *biaosong = g_build_filename (folder, "two.otf", NULL);
  g_autofree char *config = font_maker_write_config (folder);

  if (fonts != NULL)
    {
      font_maker_write (zp_font_set_get_file (fonts, ZP_FONT_FANGSONG), FANGSONG, FREE, fangsong);
      font_maker_write (zp_font_set_get_file (fonts, ZP_FONT_BIAOSONG), BIAOSONG, row->rights,
                        biaosong);
      g_setenv ("ZP_TEST_ROW", row->name, TRUE);
      g_setenv ("ZP_TEST_CONFIG", config, TRUE);
      g_test_trap_subprocess ("/font-office/subprocess", 0, 0);
      g_test_trap_assert_passed ();
    }
  zp_test_remove_folder (folder);
}

/* Where the office has none of its own the bytes are those of the bundled faces. */
static void
test_none_subprocess (void)
{
  g_autoptr (ZpFontSet) office = NULL;
  g_autoptr (ZpFontSet) bundled = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  g_setenv ("FONTCONFIG_FILE", g_getenv ("ZP_TEST_CONFIG"), TRUE);
  office = zp_font_set_new (NULL, ZP_FONT_SET_OFFICE, NULL);
  bundled = zp_font_set_new (NULL, ZP_FONT_SET_BUNDLED, NULL);
  one = write_pdf (office);
  other = write_pdf (bundled);
  g_assert_true (g_bytes_equal (one, other));
}

static void
test_none (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *config = font_maker_write_config (folder);

  if (fonts != NULL)
    {
      g_setenv ("ZP_TEST_CONFIG", config, TRUE);
      g_test_trap_subprocess ("/font-office/none/subprocess", 0, 0);
      g_test_trap_assert_passed ();
    }
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/font-office/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_office);
    }
  g_test_add_func ("/font-office/subprocess", test_office_subprocess);
  g_test_add_func ("/font-office/none", test_none);
  g_test_add_func ("/font-office/none/subprocess", test_none_subprocess);
  return g_test_run ();
}
