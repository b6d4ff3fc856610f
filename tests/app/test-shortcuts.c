/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window that lists the keys. By itself: with all other dialogs in one program, GLib runs out
 * of its first table of names and forgets it, which counts as a leak. */
#include "app-fixture.h"
#include "window-fixture.h"

static void
test_present (void)
{
  ZpWindow *window = window_fixture_start ();
  GtkWidget *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "shortcuts",
                                  NULL);
  app_fixture_settle ();
  dialog = window_fixture_find_dialog (window, GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (dialog);
  app_fixture_shoot (dialog, "shortcuts");
  g_assert_true (app_fixture_has_text (dialog, "Next finding"));
  window_fixture_end_dialog (window, "shortcuts");
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/shortcuts/present", test_present);
  return window_fixture_end (g_test_run ());
}
