/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports that save themselves, where that is wanted and nothing has to be asked for it. */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "window-fixture.h"
#include "zp-test.h"

/* Milliseconds, longer than it takes when it comes after a second. */
#define A_WHILE 2400

static gboolean
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (void)
{
  gboolean has_ended = FALSE;

  g_timeout_add (A_WHILE, note_end, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);
}

static ZpWindow *
set_up (const char *name, int seconds)
{
  g_autofree char *path = window_fixture_make_report (name, "reference-printed");

  g_settings_set_int (zp_settings_get (), "autosave-seconds", seconds);
  return window_fixture_open (path);
}

static gboolean
is_modified (ZpWindow *window)
{
  return zp_session_is_modified (zp_window_get_session (window));
}

/* Taken back afterwards as after any saving. */
static void
test_saves (void)
{
  ZpWindow *window = set_up ("autosave.ziping", 1);

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_true (is_modified (window));
  wait ();
  g_assert_false (is_modified (window));
  window_fixture_act (window, "win.undo");
  g_assert_true (is_modified (window));
  wait ();
  g_assert_false (is_modified (window));
  window_fixture_close (window);
}

static void
test_off (void)
{
  ZpWindow *window = set_up ("no-autosave.ziping", 0);

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  wait ();
  g_assert_true (is_modified (window));
  g_settings_set_int (zp_settings_get (), "autosave-seconds", 1);
  wait ();
  g_assert_false (is_modified (window));
  window_fixture_close (window);
}

/* What another program wrote is never written over without a question. */
static void
test_changed_on_disk (void)
{
  ZpWindow *window = set_up ("others.ziping", 1);
  g_autofree char *path = g_strdup (zp_session_get_path (zp_window_get_session (window)));
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  zp_test_write (dir, "others.ziping", "other\n");
  wait ();
  g_assert_true (is_modified (window));
  text = zp_test_read (path);
  g_assert_cmpstr (text, ==, "other\n");
  g_assert_true (
    app_fixture_has_text (GTK_WIDGET (window), "The file was changed by another program"));
  window_fixture_close (window);
}

static void
test_gone (void)
{
  ZpWindow *window = set_up ("gone.ziping", 1);

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_cmpint (g_remove (zp_session_get_path (zp_window_get_session (window))), ==, 0);
  wait ();
  g_assert_true (is_modified (window));
  g_assert_true (
    app_fixture_has_text (GTK_WIDGET (window), "The file was moved or removed by another program"));
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/autosave/saves", test_saves);
  g_test_add_func ("/autosave/off", test_off);
  g_test_add_func ("/autosave/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/autosave/gone", test_gone);
  return window_fixture_end (g_test_run ());
}
