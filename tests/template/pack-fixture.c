/* SPDX-License-Identifier: GPL-3.0-or-later
 * Packs of the tests, copied where they can be broken. */
#include "pack-fixture.h"

/**
 * pack_fixture_source: (transfer full): where a pack of the tests stands.
 */
char *
pack_fixture_source (const char *pack)
{
  g_autofree char *path = g_build_filename ("tests", "template", "packs", pack, NULL);

  return zp_test_source (path);
}

static void
copy_files (const char *from, const char *folder, const char *below)
{
  g_autofree char *path = g_build_filename (from, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (below, name, NULL);
      g_autofree char *full = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          copy_files (from, folder, file);
          continue;
        }
      text = zp_test_read (full);
      zp_test_write (folder, file, text);
    }
}

/**
 * pack_fixture_copy: copies a pack of the tests to a folder of that name in @folder.
 */
void
pack_fixture_copy (const char *pack, const char *folder)
{
  g_autofree char *from = pack_fixture_source (pack);
  g_autofree char *to = g_build_filename (folder, pack, NULL);

  copy_files (from, to, "");
}

/**
 * pack_fixture_replace: writes @new_text for the first @old_text in a file, or as the whole file
 * where
 * @old_text is %NULL.
 */
void
pack_fixture_replace (const char *folder,
                      const char *file,
                      const char *old_text,
                      const char *new_text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  if (old_text == NULL)
    {
      zp_test_write (folder, file, new_text);
      return;
    }

  text = zp_test_read (path);
  changed = g_string_new (text);
  g_assert_cmpint (g_string_replace (changed, old_text, new_text, 1), ==, 1);
  zp_test_write (folder, file, changed->str);
}

/**
 * pack_fixture_load: (transfer full): a pack of the tests, which must be a good one.
 */
ZpPack *
pack_fixture_load (const char *pack)
{
  g_autofree char *folder = pack_fixture_source (pack);

  return zp_test_load_pack (folder);
}

/**
 * pack_fixture_problems: (transfer full): of char*: what is wrong with the pack in a folder, a line
 * each.
 */
GPtrArray *
pack_fixture_problems (const char *folder)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load_folder (store, folder, problems, &error);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gboolean has_error = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      has_error |= !((const ZpProblem *) problems->pdata[i])->warning;
      g_ptr_array_add (lines, zp_problem_to_string (problems->pdata[i]));
    }

  /* A pack loads exactly when nothing keeps it from being used. */
  g_assert_true ((pack == NULL) == has_error);
  if (has_error)
    g_assert_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_INVALID);
  else
    g_assert_no_error (error);

  return lines;
}

/**
 * pack_fixture_tells:
 * @place: how a line must begin
 * @message: what must stand in it
 *
 * Returns: whether there is such a line; if not, all lines are printed
 */
gboolean
pack_fixture_tells (const GPtrArray *problems, const char *place, const char *message)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const char *line = problems->pdata[i];

      if (g_str_has_prefix (line, place) && strstr (line, message) != NULL)
        return TRUE;
    }

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);

  return FALSE;
}
