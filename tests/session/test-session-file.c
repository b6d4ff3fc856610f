/* SPDX-License-Identifier: GPL-3.0-or-later
 * The session and its file: saving, and changes on the disk. */
#include <glib/gstdio.h>

#include "session-small.h"
#include "zp-test.h"

static void
test_save (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  SessionPlace place;
  SessionTold told;

  session_place_init (&place);
  g_assert_false (zp_session_save (session, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_UNNAMED);
  g_assert_true (zp_session_is_modified (session));
  session_small_listen (session, &told);
  session_small_save (session, place.path);
  g_assert_false (zp_session_is_modified (session));
  g_assert_cmpuint (told.state_changed, ==, 1);
  g_assert_cmpuint (told.changed, ==, 0);
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_cmpint (zp_session_get_saved_time (session), >, 0);
  title = zp_session_get_title (session);
  g_assert_cmpstr (title, ==, "长沙市工业和信息化局");

  session_fixture_type (session, "budget.basic.actual", "2925.7");
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, 1);
  session_small_undo (session);
  g_assert_false (zp_session_is_modified (session));
  session_small_redo (session);
  g_assert_true (zp_session_is_modified (session));
  session_small_save (session, NULL);
  session_small_undo (session);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  session_place_clear (&place);
}

static gboolean
has_recovery (ZpSession *session)
{
  const char *folder = g_object_get_data (G_OBJECT (session), "fixture-folder");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

/* Taken back to what was saved nothing is left to offer back, and counting begins anew. */
static void
test_back_at_saved (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  SessionPlace place;

  session_place_init (&place);
  session_fixture_type (session, "budget.basic.actual", "2925.7");
  session_small_save (session, place.path);
  session_small_undo (session);
  g_assert_true (has_recovery (session));
  session_small_redo (session);
  g_assert_false (zp_session_is_modified (session));
  g_assert_false (has_recovery (session));
  session_fixture_type (session, "budget.basic.actual", "2925.8");
  g_assert_cmpuint (zp_session_count_unsaved (session), ==, 1);
  g_assert_true (has_recovery (session));
  session_fixture_close (session);
  session_place_clear (&place);
}

static void
test_save_not_over (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  SessionPlace place;

  session_place_init (&place);
  zp_test_write (place.folder, "甲.ziping", "something else");
  session_fixture_type (session, "info.sum", "1");
  g_assert_false (zp_session_save (session, place.path, ZP_FILE_CREATE_ONLY, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_EXISTS);
  g_assert_true (zp_session_is_modified (session));
  g_assert_null (zp_session_get_path (session));
  kept = zp_test_read (place.path);
  g_assert_cmpstr (kept, ==, "something else");
  session_fixture_close (session);
  session_place_clear (&place);
}

static void
test_changed_on_disk (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  SessionPlace place;

  session_place_init (&place);
  g_assert_false (zp_session_is_changed_on_disk (session));
  session_small_save (session, place.path);
  g_assert_false (zp_session_is_changed_on_disk (session));
  zp_test_write (place.folder, "甲.ziping", "of another program");
  g_assert_true (zp_session_is_changed_on_disk (session));

  session_fixture_type (session, "info.sum", "1");
  g_assert_false (zp_session_save (session, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_CHANGED);
  g_assert_true (zp_session_is_modified (session));
  kept = zp_test_read (place.path);
  g_assert_cmpstr (kept, ==, "of another program");
  g_clear_error (&error);

  zp_session_overwrite (session, &error);
  g_assert_no_error (error);
  g_assert_false (zp_session_is_changed_on_disk (session));
  g_assert_false (zp_session_is_modified (session));
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  g_assert_true (zp_session_is_changed_on_disk (session));
  session_fixture_close (session);
  session_place_clear (&place);
}

/* A backup program or a shared folder may write the same bytes anew. */
static void
test_same_content_anew (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SessionPlace place;

  session_place_init (&place);
  session_small_save (session, place.path);
  text = zp_test_read (place.path);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  zp_test_write (place.folder, "甲.ziping", text);
  g_assert_false (zp_session_is_changed_on_disk (session));
  session_fixture_type (session, "info.sum", "1");
  zp_session_save (session, NULL, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
  session_fixture_close (session);
  session_place_clear (&place);
}

static void
test_overwrite_fails (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  SessionPlace place;

  session_place_init (&place);
  session_small_save (session, place.path);
  session_fixture_type (session, "info.sum", "1");
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  g_assert_cmpint (g_mkdir (place.path, 0700), ==, 0);
  g_assert_false (zp_session_overwrite (session, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  session_place_clear (&place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-file/save", test_save);
  g_test_add_func ("/session-file/back-at-saved", test_back_at_saved);
  g_test_add_func ("/session-file/save-not-over", test_save_not_over);
  g_test_add_func ("/session-file/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/session-file/same-content-anew", test_same_content_anew);
  g_test_add_func ("/session-file/overwrite-fails", test_overwrite_fails);
  return g_test_run ();
}
