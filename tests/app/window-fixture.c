/* SPDX-License-Identifier: GPL-3.0-or-later
 * The whole program to test with: its windows, their dialogs, folders of its own. */
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "report/zp-data.h"
#include "zp-test.h"

#define WIDTH 1366
#define HEIGHT 768
#define MAX_BYTES (1 << 20)
#define MAX_DEPTH 32

static char *folder;
static ZpApplication *application;

/**
 * window_fixture_init:
 *
 * Instead of g_test_init(). What the program remembers is kept in a folder of the test; end with
 * window_fixture_end().
 */
void
window_fixture_init (int *argc, char ***argv)
{
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  folder = zp_test_make_folder ();
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  app_fixture_init (argc, argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = zp_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

/** window_fixture_get_application: (transfer none): the program. */
ZpApplication *
window_fixture_get_application (void)
{
  return application;
}

/** window_fixture_end: removes what the test made; gives @status back. */
int
window_fixture_end (int status)
{
  g_clear_object (&application);
  zp_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}

/** window_fixture_path: (transfer full): a file in the folder of the test. */
char *
window_fixture_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
fill (ZpReport *report, const char *example)
{
  g_autofree char *name = g_strdup_printf ("data/examples/%s.json", example);
  g_autofree char *path = zp_test_source (name);
  g_autofree char *text = zp_test_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc =
    zp_json_doc_parse (text, strlen (text), (ZpJsonLimits){ MAX_BYTES, MAX_DEPTH }, &error);
  ZpBatch *batch;

  g_assert_no_error (error);
  batch = zp_data_to_batch (report, zp_json_doc_get_root (doc), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

/** window_fixture_make_report: (transfer full): path of a report, filled with one of
 * data/examples. */
char *
window_fixture_make_report (const char *name, const char *example)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack =
    zp_pack_store_load (zp_application_get_store (application), "changsha-2021", 0, &error);
  g_autoptr (ZpReportFile) file = zp_report_file_create (pack);
  char *path = window_fixture_path (name);

  fill (file->report, example);
  zp_report_file_save (file, path, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
  return path;
}

/** window_fixture_start: (transfer none): a window with the start page. */
ZpWindow *
window_fixture_start (void)
{
  ZpWindow *window = zp_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait_frame (GTK_WIDGET (window));
  app_fixture_settle ();
  return window;
}

/** window_fixture_open: (transfer none): a window with the report at @path. */
ZpWindow *
window_fixture_open (const char *path)
{
  ZpWindow *window = window_fixture_start ();

  g_assert_true (zp_window_open (window, path));
  app_fixture_wait_frame (GTK_WIDGET (window));
  app_fixture_settle ();
  return window;
}

/** window_fixture_close: ends a window without questions; what was not saved is gone. */
void
window_fixture_close (ZpWindow *window)
{
  ZpSession *session = zp_window_get_session (window);

  if (session != NULL)
    zp_session_discard (session);
  app_fixture_close (GTK_WIDGET (window));
}

static ZpCell
cell_of (ZpWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  zp_report_find_cell (zp_session_get_report (zp_window_get_session (window)), id, &cell, &error);
  g_assert_no_error (error);
  return cell;
}

/** window_fixture_type: puts a figure into a cell, which must take it. */
void
window_fixture_type (ZpWindow *window, const char *id, const char *typed)
{
  g_autoptr (GError) error = NULL;

  zp_session_type (zp_window_get_session (window), cell_of (window, id), typed, &error);
  g_assert_no_error (error);
}

/** window_fixture_show: (transfer full): the content in force, as printed. */
char *
window_fixture_show (ZpWindow *window, const char *id)
{
  return zp_report_show (zp_session_get_report (zp_window_get_session (window)),
                         cell_of (window, id));
}

/** window_fixture_act: does an action of the window: "win.undo", "win.go-to::page:budget". */
void
window_fixture_act (ZpWindow *window, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
  app_fixture_settle ();
}

/** window_fixture_find_dialog: (transfer none) (nullable): the dialog of that type over a window.
 */
GtkWidget *
window_fixture_find_dialog (ZpWindow *window, GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (g_type_is_a (G_OBJECT_TYPE (each->data), type) && gtk_widget_get_visible (each->data) &&
        gtk_window_get_transient_for (each->data) == GTK_WINDOW (window))
      return each->data;
  return NULL;
}

/** window_fixture_get_dialog: (transfer none): the dialog over a window, which must be there. */
GtkWidget *
window_fixture_get_dialog (ZpWindow *window)
{
  GtkWidget *dialog;

  app_fixture_settle ();
  dialog = window_fixture_find_dialog (window, GTK_TYPE_WINDOW);
  g_assert_nonnull (dialog);
  app_fixture_wait_frame (dialog);
  return dialog;
}

/** window_fixture_be: from now on that person sits before the windows. */
void
window_fixture_be (const char *name)
{
  g_settings_set_string (zp_settings_get (), "author", name);
}

/** window_fixture_answer: answers the question over a window, which must be there. */
void
window_fixture_answer (ZpWindow *window, const char *answer)
{
  GtkWidget *dialog = window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), answer));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
  app_fixture_settle ();
}

/** window_fixture_end_dialog: closes the dialog over a window, which must be there and then go. */
void
window_fixture_end_dialog (ZpWindow *window, const char *name)
{
  GtkWidget *dialog = window_fixture_get_dialog (window);

  app_fixture_shoot (dialog, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_settle ();
  g_assert_null (window_fixture_find_dialog (window, GTK_TYPE_WINDOW));
}
