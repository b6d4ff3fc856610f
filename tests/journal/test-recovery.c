/* SPDX-License-Identifier: GPL-3.0-or-later
 * Unsaved work: what was appended comes back, whatever happened to the end of the file. */
#include "journal/zp-recovery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "zp-test.h"

#define DOCUMENT "/home/lee/自评 报告.ziping"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = zp_test_make_folder ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  zp_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ZpBatch *
make_batch (int number)
{
  ZpBatch *batch =
    zp_batch_new (number % 2 == 0 ? "Paste “2” cells\n" : NULL, "李\\雷", 1000 + number);
  g_autofree char *figure = g_strdup_printf ("%d.50", number);

  zp_batch_insert (batch, "projects", number, (guint) number + 1);
  zp_batch_set (batch, "projects[0].name", NULL, "道路\n“一期”");
  zp_batch_set (batch, "projects[0].actual", figure, NULL);
  zp_batch_move (batch, "projects", 2, 5);
  zp_batch_remove (batch, "projects", 5, G_MAXUINT);
  return batch;
}

static void
assert_same_text (const char *a, const char *b)
{
  g_assert_cmpstr (a, ==, b);
}

static void
assert_same_batch (const ZpBatch *a, const ZpBatch *b)
{
  assert_same_text (a->label, b->label);
  assert_same_text (a->author, b->author);
  g_assert_cmpint (a->time, ==, b->time);
  g_assert_cmpuint (a->changes->len, ==, b->changes->len);
  for (guint i = 0; i < a->changes->len; i++)
    {
      const ZpChange *left = g_ptr_array_index (a->changes, i);
      const ZpChange *right = g_ptr_array_index (b->changes, i);

      g_assert_cmpint (left->kind, ==, right->kind);
      assert_same_text (left->path, right->path);
      assert_same_text (left->before, right->before);
      assert_same_text (left->after, right->after);
      g_assert_cmpint (left->from, ==, right->from);
      g_assert_cmpint (left->to, ==, right->to);
      g_assert_cmpuint (left->uid, ==, right->uid);
    }
}

static void
append (ZpRecovery *recovery, int from, int to)
{
  g_autoptr (GError) error = NULL;

  for (int i = from; i < to; i++)
    {
      g_autoptr (ZpBatch) batch = make_batch (i);

      zp_recovery_append (recovery, batch, &error);
      g_assert_no_error (error);
    }
  zp_recovery_sync (recovery, &error);
  g_assert_no_error (error);
}

/* Path of a file with @n batches that was left. */
static char *
leave (const char *folder, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (folder, DOCUMENT, &error);

  g_assert_no_error (error);
  append (recovery, 0, n);
  return g_strdup (zp_recovery_get_path (recovery));
}

static void
assert_holds (const char *path, int n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GPtrArray) batches = zp_recovery_read (path, &document, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document, ==, DOCUMENT);
  g_assert_cmpint ((int) batches->len, ==, n);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (ZpBatch) expected = make_batch (i);

      assert_same_batch (g_ptr_array_index (batches, i), expected);
    }
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, GPOINTER_TO_INT (data));

  assert_holds (path, GPOINTER_TO_INT (data));
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "new", "recovery", NULL);
  g_autofree char *path = leave (folder, 1);
  struct stat status;

  g_assert_no_errno (stat (folder, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  g_assert_no_errno (stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) a = zp_recovery_create (fixture->folder, "/a", &error);
  g_autoptr (ZpRecovery) b = zp_recovery_create (fixture->folder, "/b", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (zp_recovery_get_path (a), !=, zp_recovery_get_path (b));
}

/* A path on a disk may be any bytes. */
static void
test_odd_document (Fixture *fixture, gconstpointer data)
{
  static const char odd[] = "/tmp/\xb1\xa8%41\n.ziping";
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (fixture->folder, odd, &error);
  g_autoptr (GPtrArray) batches = NULL;
  g_autofree char *document = NULL;

  g_assert_no_error (error);
  batches = zp_recovery_read (zp_recovery_get_path (recovery), &document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document, ==, odd);
}

/* The file cut off at any byte: every whole record comes back, the torn one is left out. */
static void
test_cut_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, 3);
  g_autofree char *text = zp_test_read (path);
  gsize length = strlen (text);
  const char *first = strchr (text, '\n') + 1;

  for (gsize cut = length; cut > (gsize) (first - text); cut--)
    {
      int whole = -1;

      for (gsize i = 0; i < cut; i++)
        whole += text[i] == '\n';
      g_assert_true (g_file_set_contents (path, text, (gssize) cut, NULL));
      assert_holds (path, whole);
    }
}

static void
assert_unreadable (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = zp_recovery_read (path, NULL, &error);

  g_assert_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_READ);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (batches);
}

/* One byte changed anywhere: in the last record it is left out, before it the file is refused.
 * Without the line end between them the last two are one. */
static void
test_flip_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, 2);
  g_autofree char *text = zp_test_read (path);
  gsize length = strlen (text);
  gsize last = length - 1;

  while (text[last - 1] != '\n')
    last--;
  for (gsize i = 0; i < length; i++)
    {
      text[i] ^= 1;
      g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
      if (i + 1 < last)
        assert_unreadable (path, "");
      else if (i < last)
        assert_holds (path, 0);
      else
        assert_holds (path, 1);
      text[i] ^= 1;
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
} BadRow;

static const BadRow bad_rows[] = {
  { "empty", "", "line 1" },
  { "header-cut", "{\"sum\":\"12", "line 1" },
  { "something-else", "{\"format\":\"ziping\"}\n", "line 1" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const BadRow *row = data;
  g_autofree char *path = g_build_filename (fixture->folder, "x.journal", NULL);

  zp_test_write (fixture->folder, "x.journal", row->text);
  assert_unreadable (path, row->words);
}

static void
test_lost_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, 3);
  g_autofree char *text = zp_test_read (path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *without = g_strconcat (lines[0], "\n", lines[2], "\n", lines[3], "\n", NULL);

  g_assert_true (g_file_set_contents (path, without, -1, NULL));
  assert_unreadable (path, "line 2");
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, 3);
  g_autofree char *text = zp_test_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = NULL;

  g_assert_true (g_file_set_contents (path, text, (gssize) strlen (text) - 10, NULL));
  recovery = zp_recovery_resume (path, &error);
  g_assert_no_error (error);
  append (recovery, 2, 5);
  assert_holds (path, 5);
}

static void
assert_not_created (const char *folder, ZpRecoveryError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (zp_recovery_create (folder, DOCUMENT, &error));
  g_assert_error (error, ZP_RECOVERY_ERROR, (int) code);
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = leave (fixture->folder, 2);
  g_auto (GStrv) listed = zp_recovery_list (fixture->folder);

  assert_not_created (fixture->folder, ZP_RECOVERY_ERROR_LEFT);
  assert_holds (path, 2);
  g_assert_cmpuint (g_strv_length (listed), ==, 1);
  g_assert_cmpstr (listed[0], ==, path);
}

/* Another process holds the file: the child says so with its exit status. */
static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (fixture->folder, DOCUMENT, &error);
  g_auto (GStrv) listed = NULL;
  int status = 0;
  pid_t child;

  g_assert_no_error (error);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) refused = NULL;
      g_autoptr (GError) not_taken = NULL;

      zp_recovery_create (fixture->folder, DOCUMENT, &refused);
      zp_recovery_resume (zp_recovery_get_path (recovery), &not_taken);
      _exit (g_error_matches (refused, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_IN_USE) &&
                 g_error_matches (not_taken, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_IN_USE)
               ? 0
               : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);

  listed = zp_recovery_list (fixture->folder);
  g_assert_cmpuint (g_strv_length (listed), ==, 0);
  append (recovery, 0, 1);
  assert_holds (zp_recovery_get_path (recovery), 1);
}

/* The program is killed in the middle of its work: what it appended is there. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();
  g_auto (GStrv) listed = NULL;
  int status = 0;

  if (child == 0)
    {
      ZpRecovery *recovery = zp_recovery_create (fixture->folder, DOCUMENT, NULL);

      append (recovery, 0, 20);
      raise (SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  listed = zp_recovery_list (fixture->folder);
  g_assert_cmpuint (g_strv_length (listed), ==, 1);
  assert_holds (listed[0], 20);
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (fixture->folder, DOCUMENT, &error);
  g_autoptr (ZpRecovery) next = NULL;

  g_assert_no_error (error);
  append (recovery, 0, 2);
  zp_recovery_discard (recovery);
  g_assert_false (g_file_test (zp_recovery_get_path (recovery), G_FILE_TEST_EXISTS));

  next = zp_recovery_create (fixture->folder, DOCUMENT, &error);
  g_assert_no_error (error);
}

/* A record for which there was no room leaves nothing behind, and the next one finds its place. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (fixture->folder, DOCUMENT, &error);
  g_autoptr (ZpBatch) batch = make_batch (1);
  struct rlimit old;
  struct rlimit tight;
  struct stat status;

  g_assert_no_error (error);
  append (recovery, 0, 1);
  g_assert_no_errno (stat (zp_recovery_get_path (recovery), &status));
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &old));
  tight = (struct rlimit){ .rlim_cur = (rlim_t) status.st_size + 40, .rlim_max = old.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &tight));
  zp_recovery_append (recovery, batch, &error);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &old));

  g_assert_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_WRITE);
  append (recovery, 1, 3);
  assert_holds (zp_recovery_get_path (recovery), 3);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "file", "recovery", NULL);
  g_auto (GStrv) listed = zp_recovery_list (folder);

  g_assert_cmpuint (g_strv_length (listed), ==, 0);
  zp_test_write (fixture->folder, "file", "");
  assert_not_created (folder, ZP_RECOVERY_ERROR_WRITE);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/recovery/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("round-trip/none", GINT_TO_POINTER (0), test_round_trip);
  add ("round-trip/one", GINT_TO_POINTER (1), test_round_trip);
  add ("round-trip/many", GINT_TO_POINTER (300), test_round_trip);
  add ("private", NULL, test_private);
  add ("names", NULL, test_names);
  add ("odd-document", NULL, test_odd_document);
  add ("cut-anywhere", NULL, test_cut_anywhere);
  add ("flip-anywhere", NULL, test_flip_anywhere);
  add ("lost-line", NULL, test_lost_line);
  add ("resume", NULL, test_resume);
  add ("left", NULL, test_left);
  add ("in-use", NULL, test_in_use);
  add ("killed", NULL, test_killed);
  add ("discard", NULL, test_discard);
  add ("no-room", NULL, test_no_room);
  add ("no-folder", NULL, test_no_folder);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *name = g_strconcat ("bad/", bad_rows[i].name, NULL);

      add (name, &bad_rows[i], test_bad);
    }
  return g_test_run ();
}
