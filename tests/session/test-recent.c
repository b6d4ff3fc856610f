/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports used lately, unsaved work that was left, and how a report begins. */
#include <glib/gstdio.h>
#include <string.h>

#include "report/zp-data.h"
#include "session-fixture.h"
#include "session/zp-recent.h"
#include "session/zp-session-start.h"
#include "zp-test.h"

static void
add (const char *folder, const char *path, guint errors)
{
  ZpRecentReport report = { .path = (char *) path,
                            .title = (char *) "某局",
                            .place = (char *) "page:budget" };
  g_autoptr (GError) error = NULL;

  report.errors = errors;
  report.time = g_get_real_time ();
  zp_recent_add (folder, &report, &error);
  g_assert_no_error (error);
}

static char *
paths_of (const char *folder)
{
  g_autoptr (GPtrArray) reports = zp_recent_list (folder);
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      const ZpRecentReport *report = g_ptr_array_index (reports, i);

      g_string_append_printf (paths, "%s%s", i > 0 ? " " : "", report->path);
    }
  return g_string_free (paths, FALSE);
}

static void
assert_paths (const char *folder, const char *expected)
{
  g_autofree char *paths = paths_of (folder);

  g_assert_cmpstr (paths, ==, expected);
}

static void
test_list (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *inside = g_build_filename (folder, "state", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpRecentReport) found = NULL;

  assert_paths (inside, "");
  add (inside, "/no/甲.ziping", 1);
  add (inside, "/no/b c.ziping", 2);
  add (inside, "/no/甲.ziping", 3);
  assert_paths (inside, "/no/甲.ziping /no/b c.ziping");
  found = zp_recent_find (inside, "/no/甲.ziping");
  g_assert_cmpuint (found->errors, ==, 3);
  g_assert_cmpstr (found->title, ==, "某局");
  g_assert_cmpstr (found->place, ==, "page:budget");
  g_assert_false (found->is_there);
  zp_recent_remove (inside, "/no/甲.ziping", &error);
  g_assert_no_error (error);
  assert_paths (inside, "/no/b c.ziping");
  g_assert_null (zp_recent_find (inside, "/no/甲.ziping"));
  zp_test_remove_folder (folder);
}

static void
test_limit (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (GPtrArray) reports = NULL;

  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *path = g_strdup_printf ("/no/%u.ziping", i);

      add (folder, path, 0);
    }
  reports = zp_recent_list (folder);
  g_assert_cmpuint (reports->len, ==, 10);
  g_assert_cmpstr (((ZpRecentReport *) g_ptr_array_index (reports, 0))->path, ==, "/no/14.ziping");
  zp_test_remove_folder (folder);
}

/* A list that was damaged is begun anew. */
static void
test_damaged_list (void)
{
  g_autofree char *folder = zp_test_make_folder ();

  zp_test_write (folder, "recent.ini", "[report 0]\nuri=no uri\n\n[x\n");
  assert_paths (folder, "");
  add (folder, "/no/a.ziping", 0);
  assert_paths (folder, "/no/a.ziping");
  zp_test_remove_folder (folder);
}

typedef struct
{
  char *folder;
  ZpPackStore *store;
} Fixture;

static Fixture
fixture_new (void)
{
  return (Fixture){ zp_test_make_folder (), zp_pack_store_new_default () };
}

static void
fixture_clear (Fixture *self)
{
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  zp_pack_store_free (self->store);
}

/* As after a crash: the session goes, what it kept stays. */
static void
crash (ZpSession *session)
{
  g_assert_finalize_object (session);
}

static ZpSession *
start_new (Fixture *self, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (self->store, "changsha-2021", 0, &error);
  ZpSession *session = zp_session_start_new (pack, 2021, unit, self->folder, &error);

  g_assert_no_error (error);
  return session;
}

static void
test_new (void)
{
  Fixture fixture = fixture_new ();
  ZpSession *session = start_new (&fixture, "某市水利局");
  g_autofree char *title = zp_session_get_title (session);
  g_autofree char *year = session_fixture_show (session, "report.year");

  g_assert_cmpstr (title, ==, "某市水利局");
  g_assert_cmpstr (year, ==, "2021");
  g_assert_false (zp_session_is_modified (session));
  g_assert_null (zp_session_get_path (session));
  zp_session_discard (session);
  g_assert_finalize_object (session);
  fixture_clear (&fixture);
}

static void
test_new_refused (void)
{
  Fixture fixture = fixture_new ();
  g_autoptr (ZpPack) pack = zp_pack_store_load (fixture.store, "changsha-2021", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_null (zp_session_start_new (pack, -5, NULL, fixture.folder, &error));
  g_assert_nonnull (error);
  left = zp_left_work_list (fixture.folder);
  g_assert_cmpuint (left->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_example (void)
{
  Fixture fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_session_start_example (fixture.store, fixture.folder, &error);
  ZpSummary summary;

  g_assert_no_error (error);
  zp_session_get_summary (session, &summary);
  g_assert_cmpuint (summary.errors, >, 0);
  g_assert_false (zp_session_is_modified (session));
  zp_session_discard (session);
  g_assert_finalize_object (session);
  fixture_clear (&fixture);
}

static ZpSession *
restore_only (Fixture *self)
{
  g_autoptr (GPtrArray) left = zp_left_work_list (self->folder);
  g_autoptr (GError) error = NULL;
  ZpSession *session;

  g_assert_cmpuint (left->len, ==, 1);
  session = zp_left_work_restore (g_ptr_array_index (left, 0), self->store, &error);
  g_assert_no_error (error);
  return session;
}

static void
assert_shown (ZpSession *session, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (session, id);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_restore_new (void)
{
  Fixture fixture = fixture_new ();
  ZpSession *session = start_new (&fixture, "某市水利局");
  g_autoptr (GPtrArray) left = NULL;
  const ZpLeftWork *work;

  session_fixture_type (session, "budget.basic.initial", "12.5");
  left = zp_left_work_list (fixture.folder);
  g_assert_cmpuint (left->len, ==, 0);
  crash (session);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = zp_left_work_list (fixture.folder);
  work = g_ptr_array_index (left, 0);
  g_assert_cmpstr (work->title, ==, "某市水利局");
  g_assert_null (work->document);
  g_assert_cmpuint (work->n_steps, ==, 2);
  session = restore_only (&fixture);
  assert_shown (session, "unit.name", "某市水利局");
  assert_shown (session, "budget.basic.initial", "12.50");
  g_assert_true (zp_session_is_modified (session));
  zp_session_discard (session);
  g_assert_finalize_object (session);
  fixture_clear (&fixture);
}

static ZpSession *
saved_session (Fixture *self, const char *path)
{
  ZpSession *session = start_new (self, "某市水利局");
  g_autoptr (GError) error = NULL;

  zp_session_save (session, path, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
  return session;
}

/* Every step can be taken back, and only when all are is the report as it was saved. */
static void
test_restore_saved (void)
{
  Fixture fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture.folder, "a.ziping", NULL);
  ZpSession *session = saved_session (&fixture, path);
  g_autoptr (ZpLeftWork) work = NULL;

  session_fixture_type (session, "budget.basic.initial", "1");
  session_fixture_type (session, "budget.basic.actual", "2");
  crash (session);
  work = zp_left_work_find (fixture.folder, path);
  g_assert_cmpuint (work->n_steps, ==, 2);
  g_assert_cmpstr (work->title, ==, "a.ziping");
  session = restore_only (&fixture);
  g_assert_cmpstr (zp_session_get_path (session), ==, path);
  g_assert_true (zp_session_undo (session, NULL));
  assert_shown (session, "budget.basic.initial", "1.00");
  assert_shown (session, "budget.basic.actual", "");
  g_assert_true (zp_session_is_modified (session));
  g_assert_true (zp_session_undo (session, NULL));
  g_assert_false (zp_session_is_modified (session));
  zp_session_discard (session);
  g_assert_finalize_object (session);
  fixture_clear (&fixture);
}

static void
test_restored_work_stays (void)
{
  Fixture fixture = fixture_new ();
  ZpSession *session = start_new (&fixture, "甲");

  crash (session);
  session = restore_only (&fixture);
  session_fixture_type (session, "budget.basic.initial", "7");
  crash (session);
  session = restore_only (&fixture);
  assert_shown (session, "unit.name", "甲");
  assert_shown (session, "budget.basic.initial", "7.00");
  zp_session_discard (session);
  g_assert_finalize_object (session);
  fixture_clear (&fixture);
}

static void
test_discard (void)
{
  Fixture fixture = fixture_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  crash (start_new (&fixture, "甲"));
  left = zp_left_work_list (fixture.folder);
  g_assert_true (zp_left_work_discard (g_ptr_array_index (left, 0), &error));
  g_assert_no_error (error);
  g_assert_false (zp_left_work_discard (g_ptr_array_index (left, 0), &error));
  g_assert_nonnull (error);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = zp_left_work_list (fixture.folder);
  g_assert_cmpuint (left->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_damaged_work (void)
{
  Fixture fixture = fixture_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  const ZpLeftWork *work;

  zp_test_write (fixture.folder, "0123.journal", "nothing of use\n");
  left = zp_left_work_list (fixture.folder);
  work = g_ptr_array_index (left, 0);
  g_assert_true (work->is_damaged);
  g_assert_null (zp_left_work_restore (work, fixture.store, &error));
  g_assert_nonnull (error);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/list", test_list);
  g_test_add_func ("/recent/limit", test_limit);
  g_test_add_func ("/recent/damaged", test_damaged_list);
  g_test_add_func ("/start/new", test_new);
  g_test_add_func ("/start/refused", test_new_refused);
  g_test_add_func ("/start/example", test_example);
  g_test_add_func ("/left-work/new", test_restore_new);
  g_test_add_func ("/left-work/saved", test_restore_saved);
  g_test_add_func ("/left-work/stays", test_restored_work_stays);
  g_test_add_func ("/left-work/discard", test_discard);
  g_test_add_func ("/left-work/damaged", test_damaged_work);
  return g_test_run ();
}
