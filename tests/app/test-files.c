/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files and the windows they are shown in: one window a file, whatever name it has; a question is
 * about the file it asked about. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "window-fixture.h"

static char *
make_damaged (const char *name)
{
  char *path = window_fixture_make_report (name, "reference-printed");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, text, (gssize) (length / 2), &error);
  g_assert_no_error (error);
  return path;
}

/* (transfer none) (nullable): the window with a question about the file at @path. */
static ZpWindow *
find_asking (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());

  for (GList *each = gtk_application_get_windows (application); each != NULL; each = each->next)
    {
      GtkWidget *dialog = ZP_IS_WINDOW (each->data)
                            ? window_fixture_find_dialog (each->data, ADW_TYPE_MESSAGE_DIALOG)
                            : NULL;

      if (dialog != NULL &&
          strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), name) != NULL)
        return each->data;
    }
  return NULL;
}

/* (transfer none) (nullable): the window with the report at @path, as it was opened. */
static ZpWindow *
find_shown (const char *path)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());

  for (GList *each = gtk_application_get_windows (application); each != NULL; each = each->next)
    {
      ZpSession *session = ZP_IS_WINDOW (each->data) ? zp_window_get_session (each->data) : NULL;

      if (session != NULL && g_strcmp0 (zp_session_get_path (session), path) == 0)
        return each->data;
    }
  return NULL;
}

static void
open_file (const char *path)
{
  zp_application_open (window_fixture_get_application (), path);
  app_fixture_settle ();
}

/* Two names of one file would save over each other. */
static void
test_linked (void)
{
  g_autofree char *path = window_fixture_make_report ("linked.ziping", "reference-printed");
  g_autofree char *link = window_fixture_path ("link.ziping");
  ZpWindow *window = window_fixture_open (path);

  g_assert_cmpint (symlink (path, link), ==, 0);
  open_file (link);
  g_assert_null (find_shown (link));
  g_assert_true (find_shown (path) == window);
  window_fixture_close (window);
}

/* Each is asked about over a window of its own, and a good one does not come in between. */
static void
test_two_damaged (void)
{
  g_autofree char *first = make_damaged ("first.ziping");
  g_autofree char *second = make_damaged ("second.ziping");
  g_autofree char *good = window_fixture_make_report ("good.ziping", "reference-printed");
  g_autofree char *late = window_fixture_make_report ("late.ziping", "reference-printed");
  ZpWindow *asking[2];

  open_file (first);
  open_file (second);
  open_file (good);
  asking[0] = find_asking (first);
  asking[1] = find_asking (second);
  g_assert_true (asking[0] != NULL && asking[1] != NULL && find_shown (good) != NULL);
  g_assert_true (asking[0] != asking[1]);
  g_assert_true (find_shown (good) != asking[0] && find_shown (good) != asking[1]);
  window_fixture_answer (asking[1], "cancel");
  open_file (late);
  g_assert_true (find_shown (late) == asking[1]);
  window_fixture_answer (asking[0], "salvage");
  g_assert_nonnull (zp_window_get_session (asking[0]));
  g_assert_true (find_shown (late) == asking[1]);
  window_fixture_close (find_shown (good));
  window_fixture_close (asking[0]);
  window_fixture_close (asking[1]);
}

/* Whatever stands in the settings. */
static void
test_odd_size (void)
{
  static const int sizes[][2] = { { -5, 99999 }, { 0, 0 }, { 1, 1 }, { G_MAXINT, G_MININT } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ZpWindow *window;
      int width;
      int height;

      g_settings_set (zp_settings_get (), "window-size", "(ii)", sizes[i][0], sizes[i][1]);
      window = zp_window_new (window_fixture_get_application ());
      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      g_assert_cmpint (width, >=, 400);
      g_assert_cmpint (height, >=, 300);
      g_assert_cmpint (width, <=, 32767);
      g_assert_cmpint (height, <=, 32767);
      window_fixture_close (window);
    }
  g_settings_reset (zp_settings_get (), "window-size");
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/files/linked", test_linked);
  g_test_add_func ("/files/two-damaged", test_two_damaged);
  g_test_add_func ("/files/odd-size", test_odd_size);
  return window_fixture_end (g_test_run ());
}
