/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files that the desktop lends to a program in a sandbox: what they are, and what is said of them.
 */
#include <glib.h>

#include "session/zp-lent.h"

/* @folder: (nullable): where to export to by itself */
typedef struct
{
  const char *name;
  const char *path;
  gboolean is_file;
  const char *shown;
  const char *folder;
} Row;

/* clang-format off */
static const Row rows[] = {
  { "own-file",      "/srv/li/2021/报告.ziping",                 FALSE, "/srv/li/2021/报告.ziping", "/srv/li/2021" },
  { "file",          "/run/user/77/doc/4f2a/报告.ziping",         TRUE,  "报告.ziping",               NULL },
  { "file-newer",    "/run/flatpak/doc/4f2a/报告.ziping",         TRUE,  "报告.ziping",               NULL },
  { "in-folder",     "/run/user/77/doc/4f2a/2021/报告.ziping",    FALSE, "2021/报告.ziping",          "/run/user/77/doc/4f2a/2021" },
  { "other-runtime", "/run/user/78/doc/4f2a/报告.ziping",         FALSE, "/run/user/78/doc/4f2a/报告.ziping", "/run/user/78/doc/4f2a" },
  { "no-name",       "/run/user/77/doc/4f2a/",                    FALSE, "/run/user/77/doc/4f2a/",    "/run/user/77/doc/4f2a" },
  { "nearly",        "/run/user/77/documents/4f2a/报告.ziping",   FALSE, "/run/user/77/documents/4f2a/报告.ziping", "/run/user/77/documents/4f2a" },
};
/* clang-format on */

static void
test_path (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *shown = zp_lent_show (row->path);
  g_autofree char *folder = zp_lent_find_folder (row->path);

  g_assert_cmpint (zp_lent_is_file (row->path), ==, row->is_file);
  g_assert_cmpstr (shown, ==, row->shown);
  g_assert_cmpstr (folder, ==, row->folder);
}

/* A report without a file goes where documents go, unless that is out of reach. */
static void
test_no_file (void)
{
  g_autofree char *folder = zp_lent_find_folder (NULL);

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_assert_null (folder);
  else
    g_assert_true (g_path_is_absolute (folder));
}

int
main (int argc, char **argv)
{
  g_setenv ("XDG_RUNTIME_DIR", "/run/user/77", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/lent/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_path);
    }
  g_test_add_func ("/lent/no-file", test_no_file);
  return g_test_run ();
}
