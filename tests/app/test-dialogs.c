/* SPDX-License-Identifier: GPL-3.0-or-later
 * The dialogs of the program open over a report and close again without a trace. */
#include "window-fixture.h"

static ZpWindow *
open_example (void)
{
  g_autofree char *path = window_fixture_make_report ("dialogs.ziping", "reference-printed");

  return window_fixture_open (path);
}

static void
test_of_program (gconstpointer data)
{
  ZpWindow *window = open_example ();

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), data, NULL);
  window_fixture_end_dialog (window, data);
  window_fixture_close (window);
}

static void
test_of_window (gconstpointer data)
{
  ZpWindow *window = open_example ();

  window_fixture_act (window, data);
  window_fixture_end_dialog (window, data);
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_data_func ("/dialogs/preferences", "preferences", test_of_program);
  g_test_add_data_func ("/dialogs/about", "about", test_of_program);
  g_test_add_data_func ("/dialogs/new", "new", test_of_program);
  g_test_add_data_func ("/dialogs/export", "win.export", test_of_window);
  g_test_add_data_func ("/dialogs/search", "win.palette", test_of_window);
  return window_fixture_end (g_test_run ());
}
