/* SPDX-License-Identifier: GPL-3.0-or-later
 * Helpers for tests: folders, files, packs and commands, each failing the test when it does not
 * work. */
#include "zp-test.h"

#include <glib/gstdio.h>

/**
 * zp_test_make_folder:
 *
 * Returns: (transfer full): path of a new empty folder; zp_test_remove_folder() removes it
 */
char *
zp_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ziping-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * zp_test_remove_folder:
 * @folder: one that zp_test_make_folder() made
 *
 * Removes it and everything in it; symbolic links are removed and not followed.
 */
void
zp_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (entries);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean is_folder =
        g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);

      if (is_folder)
        zp_test_remove_folder (path);
      else
        g_assert_no_errno (g_unlink (path));
    }

  g_assert_no_errno (g_rmdir (folder));
}

/**
 * zp_test_write:
 * @name: of the file, relative to @folder; folders on the way are made
 */
void
zp_test_write (const char *folder, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/**
 * zp_test_read:
 *
 * Returns: (transfer full): all of the file, with a NUL after its last byte
 */
char *
zp_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/**
 * zp_test_source:
 * @path: relative to the top of the sources, such as "data/examples/full.json"
 *
 * Returns: (transfer full): where that is
 */
char *
zp_test_source (const char *path)
{
  const char *root = g_getenv ("ZP_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, path, NULL);
}

static void
print_problems (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = zp_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", text);
    }
}

/**
 * zp_test_load_pack:
 * @folder: of the pack, for instance data/templates/changsha-2021 of the sources
 *
 * Returns: (transfer full): the pack, which must be a good one
 */
ZpPack *
zp_test_load_pack (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  ZpPack *pack = zp_pack_store_load_folder (store, folder, problems, &error);

  print_problems (problems);
  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

/**
 * zp_test_run:
 * @command: program and arguments, ended by %NULL
 * @input: (nullable): what the program reads from its standard input
 *
 * Runs a command to its end.
 *
 * Returns: (transfer full): its exit status and both its outputs
 */
ZpTestRun *
zp_test_run (const char *const *command, const char *input)
{
  const GSubprocessFlags pipes = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
  const GSubprocessFlags flags = input != NULL ? pipes | G_SUBPROCESS_FLAGS_STDIN_PIPE : pipes;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = input != NULL ? g_bytes_new (input, strlen (input)) : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  ZpTestRun *self = g_new0 (ZpTestRun, 1);

  process = g_subprocess_newv (command, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  g_assert_no_error (error);

  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  self->out = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  self->err = g_strndup (g_bytes_get_data (err, NULL), g_bytes_get_size (err));
  return self;
}

/**
 * zp_test_run_free:
 *
 * Frees what zp_test_run() returned.
 */
void
zp_test_run_free (ZpTestRun *self)
{
  if (self == NULL)
    return;

  g_free (self->out);
  g_free (self->err);
  g_free (self);
}
