/* SPDX-License-Identifier: GPL-3.0-or-later
 * The session and its file: saving, changes on the disk, what is kept for a crash. */
#include <glib/gstdio.h>
#include <string.h>

#include "session-small.h"
#include "session/zp-recent.h"
#include "zp-test.h"

/* Saving: a folder for the document. */
typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_init (Place *self)
{
  self->folder = zp_test_make_folder ();
  self->path = g_build_filename (self->folder, "甲.ziping", NULL);
}

static void
place_clear (Place *self)
{
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
save (ZpSession *session, const char *path)
{
  g_autoptr (GError) error = NULL;

  zp_session_save (session, path, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
}

static void
test_save (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  Place place;
  SessionTold told;

  place_init (&place);
  g_assert_false (zp_session_save (session, NULL, ZP_FILE_REPLACE, &error));
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_UNNAMED);
  g_assert_true (zp_session_is_modified (session));
  session_small_listen (session, &told);
  save (session, place.path);
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
  save (session, NULL);
  session_small_undo (session);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_save_not_over (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  Place place;

  place_init (&place);
  zp_test_write (place.folder, "甲.ziping", "something else");
  session_fixture_type (session, "info.sum", "1");
  g_assert_false (zp_session_save (session, place.path, ZP_FILE_CREATE_ONLY, &error));
  g_assert_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_EXISTS);
  g_assert_true (zp_session_is_modified (session));
  g_assert_null (zp_session_get_path (session));
  kept = zp_test_read (place.path);
  g_assert_cmpstr (kept, ==, "something else");
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_changed_on_disk (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  Place place;

  place_init (&place);
  g_assert_false (zp_session_is_changed_on_disk (session));
  save (session, place.path);
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
  place_clear (&place);
}

/* A backup program or a shared folder may write the same bytes anew. */
static void
test_same_content_anew (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Place place;

  place_init (&place);
  save (session, place.path);
  text = zp_test_read (place.path);
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  zp_test_write (place.folder, "甲.ziping", text);
  g_assert_false (zp_session_is_changed_on_disk (session));
  session_fixture_type (session, "info.sum", "1");
  zp_session_save (session, NULL, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
  session_fixture_close (session);
  place_clear (&place);
}

static void
test_overwrite_fails (void)
{
  ZpSession *session = session_small_open ();
  g_autoptr (GError) error = NULL;
  Place place;

  place_init (&place);
  save (session, place.path);
  session_fixture_type (session, "info.sum", "1");
  g_assert_cmpint (g_unlink (place.path), ==, 0);
  g_assert_cmpint (g_mkdir (place.path, 0700), ==, 0);
  g_assert_false (zp_session_overwrite (session, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (zp_session_get_path (session), ==, place.path);
  g_assert_true (zp_session_is_modified (session));
  session_fixture_close (session);
  place_clear (&place);
}

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
  Place place;

  place_init (&place);
  save (session, place.path);
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
  save (session, NULL);
  g_assert_false (zp_session_is_modified (session));
  g_assert_finalize_object (session);
  g_assert_cmpuint (count_left (folder), ==, 0);
  zp_test_remove_folder (folder);
  place_clear (&place);
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
  g_test_add_func ("/session-file/save", test_save);
  g_test_add_func ("/session-file/save-not-over", test_save_not_over);
  g_test_add_func ("/session-file/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/session-file/same-content-anew", test_same_content_anew);
  g_test_add_func ("/session-file/overwrite-fails", test_overwrite_fails);
  g_test_add_func ("/session-file/recovery", test_recovery);
  g_test_add_func ("/session-file/discard", test_discard);
  g_test_add_func ("/session-file/discard-and-go-on", test_discard_and_go_on);
  g_test_add_func ("/session-file/recovery-fails", test_recovery_fails);
  return g_test_run ();
}
