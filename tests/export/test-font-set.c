/* SPDX-License-Identifier: GPL-3.0-or-later
 * Faces: one for every role, another for what it lacks. */
#include "export/zp-font-set-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "export/zp-exporter.h"
#include "page-fixture.h"
#include "zp-test.h"

typedef struct
{
  const char *name;
  ZpFontRole role;
  const char *file;
} RoleRow;

static const RoleRow role_rows[] = {
  { "fangsong", ZP_FONT_FANGSONG, "FandolFang-Regular.otf" },
  { "kaiti", ZP_FONT_KAITI, "FandolKai-Regular.otf" },
  { "heiti", ZP_FONT_HEITI, "FandolHei-Regular.otf" },
  { "biaosong", ZP_FONT_BIAOSONG, "FandolSong-Bold.otf" },
  { "songti", ZP_FONT_SONGTI, "FandolSong-Regular.otf" },
};

static void
test_role (gconstpointer data)
{
  const RoleRow *row = data;
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();

  if (fonts == NULL)
    return;

  g_assert_true (g_str_has_suffix (zp_font_set_get_file (fonts, row->role), row->file));
  g_assert_true (g_str_has_prefix (zp_font_set_get_family (fonts, row->role), "Fandol"));
  g_assert_false (zp_font_set_is_substitute (fonts, row->role));
  g_assert_true (zp_font_set_get_face (fonts, row->role)->embeddable);
  g_assert_cmpuint (zp_font_set_find_face (fonts, row->role, 0x7ee9), ==, row->role);
}

static void
test_substitute (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  guint face = 0;

  if (fonts == NULL)
    return;

  /* 堃, in many names, is not in GB 2312. */
  g_assert_cmpuint (zp_font_set_get_n_faces (fonts), ==, ZP_FONT_N_ROLES);
  face = zp_font_set_find_face (fonts, ZP_FONT_FANGSONG, 0x5803);
  if (face == ZP_FONT_FANGSONG)
    {
      g_test_skip ("no installed font has the character");
      return;
    }

  g_assert_true (zp_font_set_is_substitute (fonts, face));
  g_assert_true (zp_font_face_has (zp_font_set_get_face (fonts, face), 0x5803));
  g_assert_cmpuint (zp_font_set_find_face (fonts, ZP_FONT_FANGSONG, 0x5803), ==, face);
  /* The same face serves the next character that lacks. */
  g_assert_cmpuint (zp_font_set_find_face (fonts, ZP_FONT_FANGSONG, 0x5586), ==, face);
  g_assert_cmpuint (zp_font_set_get_n_faces (fonts), ==, ZP_FONT_N_ROLES + 1);
}

static void
test_character_nobody_has (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();

  if (fonts == NULL)
    return;

  g_assert_cmpuint (zp_font_set_find_face (fonts, ZP_FONT_KAITI, 0x10fffd), ==, ZP_FONT_KAITI);
  g_assert_cmpuint (zp_font_set_find_face (fonts, ZP_FONT_KAITI, 0x10fffd), ==, ZP_FONT_KAITI);
}

/* Without the bundled files a similar face plays the role, or there is a clear error. */
static void
test_no_bundled_faces (void)
{
  const char *folders[] = { "/nonexistent", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpFontSet) fonts = zp_font_set_new (folders, ZP_FONT_SET_BUNDLED, &error);

  if (fonts == NULL)
    {
      g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT);
      g_assert_nonnull (g_strrstr (error->message, "FandolFang-Regular.otf"));
      return;
    }
  g_assert_no_error (error);
  g_assert_false (g_str_has_prefix (zp_font_set_get_family (fonts, 0), "Fandol"));
  g_assert_true (zp_font_face_has (zp_font_set_get_face (fonts, 0), 0x4e00));
}

static void
test_damaged_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ziping-fonts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, role_rows[0].file, NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "not a font", -1, NULL));
  g_assert_null (zp_font_set_new (folders, ZP_FONT_SET_BUNDLED, &error));
  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Runs in a program of its own, whose environment GLib has not read yet. */
static void
test_folders_of_the_user_subprocess (void)
{
  const char *home = g_getenv ("ZP_TEST_HOME");
  g_autofree char *own = g_build_filename (home, "ziping", "fonts", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = NULL;
  g_autoptr (ZpFontSet) fonts = NULL;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_DATA_DIRS", "/one:/two", TRUE);
  list = zp_font_set_list_folders ();
  g_assert_cmpstr (list[0], ==, own);
  g_assert_true (g_strv_contains ((const char *const *) list, "/one/ziping/fonts"));
  g_assert_true (g_strv_contains ((const char *const *) list, "/two/ziping/fonts"));

  fonts = zp_font_set_new (NULL, ZP_FONT_SET_BUNDLED, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (role_rows); i++)
    g_assert_true (g_str_has_prefix (zp_font_set_get_file (fonts, role_rows[i].role), own));
}

/* Links to the installed files stand for files fetched into the user's own folder. */
static void
test_folders_of_the_user (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autofree char *home = NULL;
  g_autofree char *folder = NULL;

  if (fonts == NULL)
    return;

  home = zp_test_make_folder ();
  folder = g_build_filename (home, "ziping", "fonts", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (role_rows); i++)
    {
      g_autofree char *link = g_build_filename (folder, role_rows[i].file, NULL);

      g_assert_cmpint (symlink (zp_font_set_get_file (fonts, role_rows[i].role), link), ==, 0);
    }
  g_setenv ("ZP_TEST_HOME", home, TRUE);
  g_test_trap_subprocess ("/font-set/folders-of-the-user/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("ZP_TEST_HOME");
  zp_test_remove_folder (home);
}

/* Runs in a program of its own, before fontconfig has read its settings. */
static void
test_no_face_at_all_subprocess (void)
{
  const char *folders[] = { "/nonexistent/one", "/nonexistent/two", NULL };
  g_autoptr (GError) error = NULL;

  g_setenv ("FONTCONFIG_FILE", g_getenv ("ZP_TEST_CONFIG"), TRUE);
  g_assert_null (zp_font_set_new (folders, ZP_FONT_SET_BUNDLED, &error));
  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "FandolFang-Regular.otf"));
  g_assert_nonnull (strstr (error->message, "仿宋"));
  g_assert_nonnull (strstr (error->message, "/nonexistent/one, /nonexistent/two"));
}

/* The message says which face, and where it was looked for. */
static void
test_no_face_at_all (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);

  g_assert_true (g_file_set_contents (path, "<fontconfig/>", -1, NULL));
  g_setenv ("ZP_TEST_CONFIG", path, TRUE);
  g_test_trap_subprocess ("/font-set/no-face-at-all/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("ZP_TEST_CONFIG");
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (role_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/font-set/role/", role_rows[i].name, NULL);

      g_test_add_data_func (path, &role_rows[i], test_role);
    }
  g_test_add_func ("/font-set/substitute", test_substitute);
  g_test_add_func ("/font-set/character-nobody-has", test_character_nobody_has);
  g_test_add_func ("/font-set/no-bundled-faces", test_no_bundled_faces);
  g_test_add_func ("/font-set/damaged-file", test_damaged_file);
  g_test_add_func ("/font-set/folders-of-the-user", test_folders_of_the_user);
  g_test_add_func ("/font-set/folders-of-the-user/subprocess", test_folders_of_the_user_subprocess);
  g_test_add_func ("/font-set/no-face-at-all", test_no_face_at_all);
  g_test_add_func ("/font-set/no-face-at-all/subprocess", test_no_face_at_all_subprocess);
  return g_test_run ();
}
