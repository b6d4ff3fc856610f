/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short messages: one at a time, however fast they come and from wherever they are shown. */
#include "app-fixture.h"
#include "app/common/zp-toast.h"

/* Milliseconds, longer than a message takes to come or go. */
#define A_WHILE 700

static gboolean
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean has_ended = FALSE;

  g_timeout_add (milliseconds, note_end, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer child)
{
  zp_toast_show (child, "second", NULL, NULL);
}

static GtkWidget *
set_up (GtkWidget **child)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("next", NULL);
  GtkWidget *window;

  *child = gtk_button_new_with_label ("content");
  window = app_fixture_show (*child, 600, 300);
  g_signal_connect (action, "activate", G_CALLBACK (on_next), *child);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "toast", G_ACTION_GROUP (group));
  return window;
}

/* What the button of a message does may have a message of its own. */
static void
test_next_from_button (void)
{
  GtkWidget *child;
  GtkWidget *window = set_up (&child);

  zp_toast_show (child, "first", "Press", "toast.next");
  wait (A_WHILE);
  app_fixture_press (window, "Press");
  wait (A_WHILE);
  g_assert_true (app_fixture_has_text (window, "second"));
  g_assert_false (app_fixture_has_text (window, "first"));
  app_fixture_close (window);
}

static void
test_fast (void)
{
  GtkWidget *child;
  GtkWidget *window = set_up (&child);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("message %d", i);

      zp_toast_show (child, text, i % 2 == 0 ? "Press" : NULL, "toast.next");
      wait ((guint) (i * 20));
    }
  wait (A_WHILE);
  g_assert_true (app_fixture_has_text (window, "message 19"));
  g_assert_false (app_fixture_has_text (window, "message 18"));
  app_fixture_close (window);
}

/* It goes by itself, also when another one came in the moment in which it went. */
static void
test_goes (void)
{
  GtkWidget *child;
  GtkWidget *window = set_up (&child);

  zp_toast_show (child, "first", NULL, NULL);
  wait (5100);
  zp_toast_show (child, "second", NULL, NULL);
  wait (A_WHILE);
  g_assert_true (app_fixture_has_text (window, "second"));
  g_assert_false (app_fixture_has_text (window, "first"));
  wait (6000);
  g_assert_false (app_fixture_has_text (window, "second"));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/toast/next-from-button", test_next_from_button);
  g_test_add_func ("/toast/fast", test_fast);
  g_test_add_func ("/toast/goes", test_goes);
  return g_test_run ();
}
