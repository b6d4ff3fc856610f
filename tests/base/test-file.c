/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading files, and saving them whole or not at all. */
#include "base/zp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 60
#define BIG_BYTES 400000

typedef struct
{
  char *folder;
  char *file;
} Place;

static void
set_up (Place *self, gconstpointer unused)
{
  self->folder = g_dir_make_tmp ("zp-file-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "自评.ziping", NULL);
}

static void
tear_down (Place *self, gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;

  g_chmod (self->folder, 0700);
  dir = g_dir_open (self->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->file);
}

static guint
count_files (const Place *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static gboolean
save (const char *path,
      const char *text,
      ZpFileFlags flags,
      const ZpFileStamp *expected,
      ZpFileStamp *stamp,
      GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  return zp_file_write (path, content, flags, expected, stamp, error);
}

static void
save_ok (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = save (path, text, ZP_FILE_REPLACE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

/* Fails as told, with a message that names the file. */
static void
save_bad (const char *path, ZpFileFlags flags, const ZpFileStamp *expected, ZpFileError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  gboolean ok = save (path, "never", flags, expected, NULL, &error);

  g_assert_false (ok);
  g_assert_error (error, ZP_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, shown));
}

static mode_t
mode_of (const char *path)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 07777;
}

static void
test_new_and_replace (Place *self, gconstpointer unused)
{
  mode_t mask = umask (027);

  save_ok (self->file, "old");
  umask (mask);
  assert_content (self->file, "old");
  g_assert_cmpint (mode_of (self->file), ==, 0640);

  save_ok (self->file, "new");
  assert_content (self->file, "new");
  save_ok (self->file, "");
  assert_content (self->file, "");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_mode (Place *self, gconstpointer unused)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0666, 0755 };

  save_ok (self->file, "old");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (self->file, modes[i]), ==, 0);
      save_ok (self->file, "new");
      g_assert_cmpint (mode_of (self->file), ==, modes[i]);
    }
}

static void
test_read (Place *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;
  ZpFileStamp saved = { 0 };
  ZpFileStamp read = { 0 };

  g_assert_true (save (self->file, "12345678", ZP_FILE_REPLACE, NULL, &saved, &error));
  content = zp_file_read (self->file, 8, &read, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "12345678", 8);
  g_assert_cmpint (read.size, ==, 8);
  g_assert_cmpint (read.mtime_ns, ==, saved.mtime_ns);
  g_assert_cmpuint (read.inode, ==, saved.inode);
}

static void
read_bad (const char *path, gsize max_bytes, ZpFileError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  ZpFileStamp stamp = { .size = -1 };

  g_assert_null (zp_file_read (path, max_bytes, &stamp, &error));
  g_assert_error (error, ZP_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, shown));
  g_assert_cmpint (stamp.size, ==, -1);
}

static void
test_read_limit (Place *self, gconstpointer unused)
{
  save_ok (self->file, "123456789");
  read_bad (self->file, 8, ZP_FILE_ERROR_SIZE);

  /* Four terabytes, none of it on the disk. */
  g_assert_cmpint (truncate (self->file, G_GINT64_CONSTANT (1) << 42), ==, 0);
  read_bad (self->file, 1 << 20, ZP_FILE_ERROR_SIZE);
}

static void
test_read_big (Place *self, gconstpointer unused)
{
  static const gsize sizes[] = { 65535, 65536, 65537, 131072, 1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      g_autoptr (GBytes) content = NULL;

      save_ok (self->file, text);
      content = zp_file_read (self->file, sizes[i], NULL, NULL);
      g_assert_nonnull (content);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), text,
                       sizes[i]);
      read_bad (self->file, sizes[i] - 1, ZP_FILE_ERROR_SIZE);
    }
}

static void
test_read_pipe (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) too_much = NULL;
  int ends[2] = { -1, -1 };

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "12345", 5), ==, 5);
  close (ends[1]);
  content = zp_file_read_descriptor (ends[0], "stdin", 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 5);
  close (ends[0]);

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "123456", 6), ==, 6);
  too_much = zp_file_read_descriptor (ends[0], "stdin", 5, &error);
  g_assert_null (too_much);
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_SIZE);
  close (ends[0]);
  close (ends[1]);
}

static void
test_not_files (Place *self, gconstpointer unused)
{
  g_autofree char *missing = g_build_filename (self->folder, "no", "such", NULL);

  read_bad (self->file, 100, ZP_FILE_ERROR_READ);
  read_bad (self->folder, 100, ZP_FILE_ERROR_READ);
  read_bad ("/dev/zero", 100, ZP_FILE_ERROR_READ);
  save_bad (self->folder, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  save_bad ("/dev/full", ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  save_bad (missing, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  save_bad ("", ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* Neither may wait for somebody at the other end. */
static void
test_fifo (Place *self, gconstpointer unused)
{
  g_assert_cmpint (mkfifo (self->file, 0600), ==, 0);
  read_bad (self->file, 100, ZP_FILE_ERROR_READ);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_create_only (Place *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->file, "first", ZP_FILE_CREATE_ONLY, NULL, NULL, &error));
  g_assert_no_error (error);
  save_bad (self->file, ZP_FILE_CREATE_ONLY, NULL, ZP_FILE_ERROR_EXISTS);
  assert_content (self->file, "first");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_changed (Place *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  ZpFileStamp first = { 0 };
  ZpFileStamp second = { 0 };

  g_assert_true (save (self->file, "one", ZP_FILE_REPLACE, NULL, &first, &error));
  g_assert_true (save (self->file, "two", ZP_FILE_REPLACE, &first, &second, &error));
  g_assert_no_error (error);
  save_bad (self->file, ZP_FILE_REPLACE, &first, ZP_FILE_ERROR_CHANGED);
  assert_content (self->file, "two");

  g_remove (self->file);
  save_bad (self->file, ZP_FILE_REPLACE, &second, ZP_FILE_ERROR_CHANGED);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
test_link (Place *self, gconstpointer unused)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);

  g_assert_cmpint (symlink ("自评.ziping", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);

  save_ok (second, "through a link that leads nowhere yet");
  assert_content (self->file, "through a link that leads nowhere yet");
  save_ok (link, "new");
  assert_content (self->file, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (self), ==, 3);
}

static void
test_link_loop (Place *self, gconstpointer unused)
{
  g_assert_cmpint (symlink (self->file, self->file), ==, 0);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
}

static void
test_read_only (Place *self, gconstpointer unused)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  save_ok (self->file, "old");
  g_chmod (self->file, 0444);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  g_chmod (self->file, 0644);
  g_chmod (self->folder, 0555);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  assert_content (self->file, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_long_name (Place *self, gconstpointer unused)
{
  static const guint lengths[] = { 100, 101, 240, 254, 255 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], 'n');
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      save_ok (path, "old");
      save_ok (path, "new");
      assert_content (path, "new");
      g_assert_cmpuint (count_files (self), ==, i + 1);
    }
}

static void
test_too_long_name (Place *self, gconstpointer unused)
{
  g_autofree char *name = g_strnfill (256, 'n');
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  save_bad (path, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static char *
leftover_of (const Place *self)
{
  return g_build_filename (self->folder, ".自评.ziping.ziping-part", NULL);
}

static void
test_leftover (Place *self, gconstpointer unused)
{
  g_autofree char *leftover = leftover_of (self);

  g_assert_true (g_file_set_contents (leftover, "half a docu", -1, NULL));
  g_chmod (leftover, 0400);
  save_ok (self->file, "new");
  assert_content (self->file, "new");
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* A save that only links and dies before it unlinks leaves a second name of the document. */
static void
test_leftover_is_document (Place *self, gconstpointer unused)
{
  g_autofree char *leftover = leftover_of (self);

  save_ok (self->file, "precious");
  g_assert_cmpint (link (self->file, leftover), ==, 0);
  save_bad (self->file, ZP_FILE_CREATE_ONLY, NULL, ZP_FILE_ERROR_EXISTS);
  assert_content (self->file, "precious");
  save_ok (self->file, "new");
  assert_content (self->file, "new");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_leftover_in_the_way (Place *self, gconstpointer unused)
{
  g_autofree char *leftover = leftover_of (self);

  save_ok (self->file, "old");
  g_assert_cmpint (g_mkdir (leftover, 0700), ==, 0);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  assert_content (self->file, "old");
}

/* Whatever another running save has locked is not touched. */
static void
test_locked (Place *self, gconstpointer unused)
{
  g_autofree char *temporary = leftover_of (self);
  int fd = -1;

  save_ok (self->file, "old");
  fd = open (temporary, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  save_bad (self->file, ZP_FILE_REPLACE, NULL, ZP_FILE_ERROR_WRITE);
  assert_content (self->file, "old");
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));

  close (fd);
  save_ok (self->file, "new");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_size_limit (Place *self, gconstpointer unused)
{
  struct rlimit before = { 0 };
  struct rlimit small = { 0 };
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  save_ok (self->file, "old");
  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit){ 4096, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  ok = save (self->file, text, ZP_FILE_REPLACE, NULL, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_false (ok);
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_WRITE);
  assert_content (self->file, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static GBytes *
fill_bytes (char c)
{
  return g_bytes_new_take (g_strnfill (BIG_BYTES, c), BIG_BYTES);
}

static void
save_for_ever (const char *path)
{
  g_autoptr (GBytes) a = fill_bytes ('a');
  g_autoptr (GBytes) b = fill_bytes ('b');

  while (zp_file_write (path, a, ZP_FILE_REPLACE, NULL, NULL, NULL) &&
         zp_file_write (path, b, ZP_FILE_REPLACE, NULL, NULL, NULL))
    continue;
  _exit (1);
}

static pid_t
start_saver (const char *path)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_for_ever (path);

  return child;
}

static void
kill_saver (pid_t child)
{
  int status = 0;

  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_cmpuint (length, ==, BIG_BYTES);
  g_assert_true (content[0] == 'a' || content[0] == 'b');
  for (gsize i = 1; i < length; i++)
    g_assert_true (content[i] == content[0]);
}

static void
test_killed (Place *self, gconstpointer unused)
{
  g_autoptr (GBytes) first = fill_bytes ('a');

  g_assert_true (zp_file_write (self->file, first, ZP_FILE_REPLACE, NULL, NULL, NULL));
  for (int i = 0; i < KILLS; i++)
    {
      pid_t child = start_saver (self->file);

      g_usleep (g_test_rand_int_range (0, 20000));
      kill_saver (child);
      assert_whole (self->file);
      g_assert_cmpuint (count_files (self), <=, 2);
    }

  save_ok (self->file, "after all");
  assert_content (self->file, "after all");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_two_at_once (Place *self, gconstpointer unused)
{
  g_autoptr (GBytes) first = fill_bytes ('a');
  pid_t one = 0;
  pid_t two = 0;

  g_assert_true (zp_file_write (self->file, first, ZP_FILE_REPLACE, NULL, NULL, NULL));
  one = start_saver (self->file);
  two = start_saver (self->file);
  for (int i = 0; i < 200; i++)
    {
      assert_whole (self->file);
      g_usleep (2000);
    }
  kill_saver (one);
  kill_saver (two);
  g_assert_cmpuint (count_files (self), <=, 2);
}

static gboolean
add_one (const char *path)
{
  ZpFileStamp stamp = { 0 };
  g_autoptr (GBytes) before = zp_file_read (path, 100, &stamp, NULL);
  g_autofree char *text = NULL;
  gint64 number = 0;

  if (before == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  number = g_ascii_strtoll (text, NULL, 10);
  g_free (text);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, number + 1);

  return save (path, text, ZP_FILE_REPLACE, &stamp, NULL, NULL);
}

static void
count_up (const char *path, int n)
{
  while (n > 0)
    if (add_one (path))
      n--;
  _exit (0);
}

/* With a stamp no acknowledged change is lost, however two programs interleave. */
static void
test_no_lost_change (Place *self, gconstpointer unused)
{
  pid_t children[2] = { 0 };

  save_ok (self->file, "0");
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        count_up (self->file, 100);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    waitpid (children[i], NULL, 0);

  assert_content (self->file, "200");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Place *, gconstpointer);
  } tests[] = {
    { "/file/new-and-replace", test_new_and_replace },
    { "/file/mode", test_mode },
    { "/file/read", test_read },
    { "/file/read-limit", test_read_limit },
    { "/file/read-big", test_read_big },
    { "/file/not-files", test_not_files },
    { "/file/fifo", test_fifo },
    { "/file/create-only", test_create_only },
    { "/file/changed", test_changed },
    { "/file/link", test_link },
    { "/file/link-loop", test_link_loop },
    { "/file/read-only", test_read_only },
    { "/file/long-name", test_long_name },
    { "/file/too-long-name", test_too_long_name },
    { "/file/leftover", test_leftover },
    { "/file/leftover-is-document", test_leftover_is_document },
    { "/file/leftover-in-the-way", test_leftover_in_the_way },
    { "/file/locked", test_locked },
    { "/file/size-limit", test_size_limit },
    { "/file/killed", test_killed },
    { "/file/two-at-once", test_two_at_once },
    { "/file/no-lost-change", test_no_lost_change },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Place, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/file/read-pipe", test_read_pipe);

  return g_test_run ();
}
