/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is kept of unsaved work for a crash: found again, done again, thrown away. */
#include <glib/gstdio.h>
#include <string.h>

#include "session-small.h"
#include "session/zp-recent.h"
#include "session/zp-session-start.h"
#include "zp-test.h"

static const char *
get_folder (ZpSession *session)
{
  return g_object_get_data (G_OBJECT (session), "fixture-folder");
}

/* As when the program is killed: nothing is saved and nothing thrown away. */
static char *
lose (ZpSession *session)
{
  char *folder = g_strdup (get_folder (session));

  g_assert_finalize_object (session);
  return folder;
}

static guint
count_left (const char *folder)
{
  g_autoptr (GPtrArray) works = zp_left_work_list (folder);

  return works->len;
}

static ZpSession *
restore (const char *folder)
{
  g_autoptr (GPtrArray) works = zp_left_work_list (folder);
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  ZpSession *session;

  g_assert_cmpuint (works->len, ==, 1);
  session = zp_left_work_restore (g_ptr_array_index (works, 0), store, &error);
  g_assert_no_error (error);
  return session;
}

static void
test_recovery (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autofree char *folder = NULL;
  SessionPlace place;

  session_place_init (&place);
  session_small_save (session, place.path);
  g_assert_cmpuint (count_left (get_folder (session)), ==, 0);
  session_fixture_type (session, "budget.basic.actual", "2925.7");
  session_fixture_type (session, "budget.project.actual", "290");
  session_small_undo (session);
  g_assert_cmpuint (count_left (get_folder (session)), ==, 0);
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 1);

  session = restore (folder);
  session_small_assert_shown (session, "budget.basic.actual", "2,925.70");
  session_small_assert_shown (session, "budget.project.actual", "288.34");
  g_assert_true (zp_session_is_modified (session));
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  session_fixture_type (session, "budget.project.actual", "291");
  g_assert_finalize_object (session);

  session = restore (folder);
  session_small_assert_shown (session, "budget.project.actual", "291.00");
  session_small_save (session, NULL);
  g_assert_false (zp_session_is_modified (session));
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_left (folder), ==, 0);
  zp_test_remove_folder (folder);
  session_place_clear (&place);
}

/* The report of the first test but for its last quarter. */
static void
damage (const SessionPlace *place)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  session_small_save (session, place->path);
  session_fixture_close (session);
  text = zp_test_read (place->path);
  part = g_strndup (text, strlen (text) * 3 / 4);
  zp_test_write (place->folder, "甲.ziping", part);
}

static ZpSession *
open_damaged (const SessionPlace *place, const char *recovery)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_session_start_damaged (store, place->path, recovery, &error);

  g_assert_no_error (error);
  return session;
}

/* What could be read of a damaged file is unsaved work, with steps and without. */
static void
test_salvaged (gconstpointer data)
{
  gboolean is_typed = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) works = NULL;
  g_autoptr (ZpLeftWork) found = NULL;
  g_autofree char *recovery = NULL;
  ZpSession *session;
  const ZpLeftWork *work;
  SessionPlace place;

  session_place_init (&place);
  recovery = g_build_filename (place.folder, "recovery", NULL);
  damage (&place);
  session = open_damaged (&place, recovery);
  if (is_typed)
    session_fixture_type (session, "budget.basic.actual", "2925.7");
  g_assert_finalize_object (session);

  works = zp_left_work_list (recovery);
  g_assert_cmpuint (works->len, ==, 1);
  work = g_ptr_array_index (works, 0);
  g_assert_true (work->is_salvaged);
  g_assert_false (zp_left_work_is_empty (work));
  g_assert_cmpuint (work->n_steps, ==, is_typed ? 1 : 0);
  g_assert_cmpstr (work->title, ==, "甲.ziping");
  g_assert_cmpint (work->time, >, g_get_real_time () - G_TIME_SPAN_HOUR);
  found = zp_left_work_find (recovery, place.path);
  g_assert_nonnull (found);

  session = restore (recovery);
  session_small_assert_shown (session, "budget.basic.actual", is_typed ? "2,925.70" : "2,295.70");
  g_assert_null (zp_session_get_path (session));
  g_assert_true (zp_session_is_modified (session));
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, is_typed ? 2 : 1);
  session_fixture_type (session, "budget.project.actual", "291");
  g_assert_finalize_object (session);

  session = restore (recovery);
  session_small_assert_shown (session, "budget.project.actual", "291.00");
  session_small_undo (session);
  g_assert_true (zp_session_is_modified (session));
  zp_session_discard (session);
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_left (recovery), ==, 0);
  session_place_clear (&place);
}

/* Under a name of its own it is a report like any other, and the damaged file is nothing to it. */
static void
test_salvaged_and_saved (void)
{
  g_autofree char *recovery = NULL;
  g_autofree char *saved = NULL;
  ZpSession *session;
  SessionPlace place;

  session_place_init (&place);
  recovery = g_build_filename (place.folder, "recovery", NULL);
  saved = g_build_filename (place.folder, "乙.ziping", NULL);
  damage (&place);
  session = open_damaged (&place, recovery);
  session_small_save (session, saved);
  g_assert_cmpuint (count_left (recovery), ==, 0);
  session_fixture_type (session, "budget.basic.actual", "2925.7");
  g_assert_finalize_object (session);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  session = restore (recovery);
  g_assert_cmpstr (zp_session_get_path (session), ==, saved);
  session_small_assert_shown (session, "budget.basic.actual", "2,925.70");
  zp_session_discard (session);
  g_assert_finalize_object (session);
  session_place_clear (&place);
}

/* The damaged file is needed until the report is saved; without it the work stays and says why. */
static void
test_salvaged_file_gone (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GPtrArray) works = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = NULL;
  SessionPlace place;

  session_place_init (&place);
  recovery = g_build_filename (place.folder, "recovery", NULL);
  damage (&place);
  g_assert_finalize_object (open_damaged (&place, recovery));
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  works = zp_left_work_list (recovery);
  g_assert_null (zp_left_work_restore (g_ptr_array_index (works, 0), store, &error));
  g_assert_nonnull (strstr (error->message, "甲.ziping"));
  g_assert_cmpuint (count_left (recovery), ==, 1);
  session_place_clear (&place);
}

static void
test_discard (void)
{
  ZpSession *session = session_fixture_open (NULL);
  g_autofree char *folder = NULL;

  session_fixture_type (session, "budget.basic.actual", "1");
  zp_session_discard (session);
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 0);
  zp_test_remove_folder (folder);
}

static void
test_discard_and_go_on (void)
{
  ZpSession *session = session_fixture_open (NULL);
  g_autofree char *folder = NULL;

  session_fixture_type (session, "budget.basic.actual", "1");
  zp_session_discard (session);
  session_fixture_type (session, "budget.basic.initial", "2");
  folder = lose (session);
  g_assert_cmpuint (count_left (folder), ==, 1);
  zp_test_remove_folder (folder);
}

/* Work goes on where it cannot be kept on the disk; that is told once. */
static void
test_recovery_fails (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *impossible = g_build_filename (folder, "file", "below", NULL);
  g_autofree char *pack_folder = zp_test_source ("data/templates/changsha-2021");
  g_autoptr (ZpPack) pack = zp_test_load_pack (pack_folder);
  ZpSession *session = zp_session_new (zp_report_file_create (pack), impossible);
  SessionTold told;

  zp_test_write (folder, "file", "");
  session_small_listen (session, &told);
  session_fixture_type (session, "budget.basic.actual", "1");
  session_fixture_type (session, "budget.basic.actual", "2");
  session_small_assert_shown (session, "budget.basic.actual", "2.00");
  g_assert_cmpuint (told.recovery_failed, ==, 1);
  g_assert_finalize_object (session);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/left-work/recovery", test_recovery);
  g_test_add_data_func ("/left-work/salvaged/untouched", GINT_TO_POINTER (FALSE), test_salvaged);
  g_test_add_data_func ("/left-work/salvaged/typed", GINT_TO_POINTER (TRUE), test_salvaged);
  g_test_add_func ("/left-work/salvaged/saved", test_salvaged_and_saved);
  g_test_add_func ("/left-work/salvaged/file-gone", test_salvaged_file_gone);
  g_test_add_func ("/left-work/discard", test_discard);
  g_test_add_func ("/left-work/discard-and-go-on", test_discard_and_go_on);
  g_test_add_func ("/left-work/recovery-fails", test_recovery_fails);
  return g_test_run ();
}
