/* SPDX-License-Identifier: GPL-3.0-or-later
 * The start page: what it offers, and what comes of each. */
#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "app/dialogs/zp-new-dialog.h"
#include "session-fixture.h"
#include "session/zp-recent.h"
#include "session/zp-session-start.h"
#include "window-fixture.h"
#include "zp-test.h"

static void
click (ZpWindow *window, const char *text)
{
  GtkWidget *button = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

static void
activate_row (ZpWindow *window, const char *title)
{
  GtkWidget *label = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate (row));
  app_fixture_settle ();
}

static void
test_empty (void)
{
  ZpWindow *window = window_fixture_start ();

  g_assert_null (zp_window_get_session (window));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "New Report"));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "Worked example"));
  g_assert_false (app_fixture_has_text (GTK_WIDGET (window), "Used lately"));
  g_assert_null (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Restore"));
  app_fixture_shoot (GTK_WIDGET (window), "start-empty");
  window_fixture_close (window);
}

static void
test_example (void)
{
  ZpWindow *window = window_fixture_start ();

  activate_row (window, "Worked example");
  g_assert_nonnull (zp_window_get_session (window));
  g_assert_null (zp_session_get_path (zp_window_get_session (window)));
  g_assert_false (zp_session_is_modified (zp_window_get_session (window)));
  app_fixture_wait_frame (GTK_WIDGET (window));
  window_fixture_close (window);
}

static void
test_new (void)
{
  ZpWindow *window = window_fixture_start ();
  GtkWidget *dialog;
  g_autofree char *title = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "new", NULL);
  app_fixture_settle ();
  dialog = window_fixture_find_dialog (window, ZP_TYPE_NEW_DIALOG);
  g_assert_nonnull (dialog);
  app_fixture_shoot (dialog, "new-dialog");
  zp_new_dialog_create (ZP_NEW_DIALOG (dialog), "某市水利局");
  app_fixture_settle ();
  title = zp_session_get_title (zp_window_get_session (window));
  g_assert_cmpstr (title, ==, "某市水利局");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "某市水利局"));
  g_assert_null (window_fixture_find_dialog (window, ZP_TYPE_NEW_DIALOG));
  window_fixture_close (window);
}

static void
test_recent (void)
{
  g_autofree char *path = window_fixture_make_report ("甲局2021.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);

  window_fixture_act (window, "win.close");
  window = window_fixture_start ();
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "Used lately"));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "6 errors"));
  app_fixture_shoot (GTK_WIDGET (window), "start-recent");
  activate_row (window, "长沙市工业和信息化局 2021");
  g_assert_cmpstr (zp_session_get_path (zp_window_get_session (window)), ==, path);
  window_fixture_close (window);
}

static void
test_missing (void)
{
  g_autofree char *path = window_fixture_path ("甲局2021.ziping");
  g_autoptr (GPtrArray) left = NULL;
  ZpWindow *window;

  g_assert_cmpint (g_unlink (path), ==, 0);
  window = window_fixture_start ();
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "The file is no longer there"));
  activate_row (window, "长沙市工业和信息化局 2021");
  g_assert_null (zp_window_get_session (window));
  window_fixture_answer (window, "forget");
  left = zp_recent_list (NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_false (app_fixture_has_text (GTK_WIDGET (window), "Used lately"));
  window_fixture_close (window);
}

/* As a program leaves it that ends early: a new report with one figure in it. */
static void
leave_work (const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (
    zp_application_get_store (window_fixture_get_application ()), "changsha-2021", 0, &error);
  ZpSession *session = zp_session_start_new (pack, 2021, unit, NULL, &error);

  g_assert_no_error (error);
  g_assert_finalize_object (session);
}

static void
test_restore (void)
{
  ZpWindow *window;
  g_autofree char *unit = NULL;

  leave_work ("某市水利局");
  window = window_fixture_start ();
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "某市水利局"));
  app_fixture_shoot (GTK_WIDGET (window), "start-restore");
  click (window, "Restore");
  unit = window_fixture_show (window, "unit.name");
  g_assert_cmpstr (unit, ==, "某市水利局");
  g_assert_true (zp_session_is_modified (zp_window_get_session (window)));
  window_fixture_close (window);
}

static void
test_discard (void)
{
  ZpWindow *window;

  leave_work ("某市水利局");
  window = window_fixture_start ();
  click (window, "Discard");
  window_fixture_answer (window, "cancel");
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Restore"));
  click (window, "Discard");
  window_fixture_answer (window, "discard");
  g_assert_null (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Restore"));
  window_fixture_close (window);
}

static void
test_no_file (void)
{
  g_autofree char *path = window_fixture_path ("none.ziping");
  ZpWindow *window = window_fixture_start ();
  GtkWidget *dialog;

  g_assert_false (zp_window_open (window, path));
  dialog = window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (app_fixture_has_text (dialog, "none.ziping"));
  window_fixture_answer (window, "cancel");
  window_fixture_close (window);
}

static char *
cut_in_half (const char *path)
{
  g_autofree char *text = zp_test_read (path);
  g_autofree char *half = g_strndup (text, strlen (text) / 2);
  g_autofree char *dir = g_path_get_dirname (path);

  zp_test_write (dir, "half.ziping", half);
  return g_build_filename (dir, "half.ziping", NULL);
}

/* What is lost is a list; the first of it is not said before the list as well. */
static void
assert_said_once (GtkWidget *dialog)
{
  const char *body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));
  GtkWidget *list = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  app_fixture_shoot (dialog, "damaged");
  g_assert_null (strstr (body, "line "));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (list)), "• line "));
}

static void
test_damaged (void)
{
  g_autofree char *whole = window_fixture_make_report ("whole.ziping", "reference-printed");
  g_autofree char *path = cut_in_half (whole);
  ZpWindow *window = window_fixture_start ();

  g_assert_false (zp_window_open (window, path));
  assert_said_once (window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG));
  window_fixture_answer (window, "salvage");
  g_assert_nonnull (zp_window_get_session (window));
  g_assert_null (zp_session_get_path (zp_window_get_session (window)));
  g_assert_true (zp_session_is_modified (zp_window_get_session (window)));
  window_fixture_close (window);
}

/* As a program leaves it that ends early, with a damaged file open. */
static char *
leave_salvaged (gboolean is_typed)
{
  g_autofree char *whole = window_fixture_make_report ("whole.ziping", "reference-printed");
  g_autofree char *path = cut_in_half (whole);
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_session_start_damaged (
    zp_application_get_store (window_fixture_get_application ()), path, NULL, &error);

  g_assert_no_error (error);
  if (is_typed)
    session_fixture_type (session, "budget.basic.actual", "2925.7");
  g_assert_finalize_object (session);
  return g_steal_pointer (&path);
}

/* Nothing was typed: what was read is offered all the same. */
static void
test_salvaged (void)
{
  g_autofree char *path G_GNUC_UNUSED = leave_salvaged (FALSE);
  ZpWindow *window = window_fixture_start ();

  app_fixture_shoot (GTK_WIDGET (window), "start-salvaged");
  g_assert_true (
    app_fixture_has_text (GTK_WIDGET (window), "what could be read of the damaged file is there"));
  click (window, "Discard");
  app_fixture_shoot (window_fixture_get_dialog (window), "start-salvaged-discard");
  g_assert_true (app_fixture_has_text (window_fixture_get_dialog (window), "can be read again"));
  window_fixture_answer (window, "cancel");
  click (window, "Restore");
  g_assert_null (zp_session_get_path (zp_window_get_session (window)));
  g_assert_true (zp_session_is_modified (zp_window_get_session (window)));
  zp_session_discard (zp_window_get_session (window));
  window_fixture_close (window);
}

/* The damaged file opened again leads to the work on it. */
static void
test_salvaged_again (void)
{
  g_autofree char *path = leave_salvaged (TRUE);
  g_autofree char *shown = NULL;
  ZpWindow *window = window_fixture_start ();

  app_fixture_shoot (GTK_WIDGET (window), "start-salvaged-typed");
  g_assert_false (zp_window_open (window, path));
  window_fixture_answer (window, "restore");
  shown = window_fixture_show (window, "budget.basic.actual");
  g_assert_cmpstr (shown, ==, "2,925.70");
  zp_session_discard (zp_window_get_session (window));
  window_fixture_close (window);
}

static void
test_no_report (void)
{
  g_autofree char *path = window_fixture_path ("other.ziping");
  g_autofree char *dir = g_path_get_dirname (path);
  ZpWindow *window = window_fixture_start ();
  GtkWidget *dialog;

  zp_test_write (dir, "other.ziping", "[1, 2]\n");
  g_assert_false (zp_window_open (window, path));
  dialog = window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "salvage"));
  window_fixture_answer (window, "cancel");
  g_assert_null (zp_window_get_session (window));
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/start/empty", test_empty);
  g_test_add_func ("/start/example", test_example);
  g_test_add_func ("/start/new", test_new);
  g_test_add_func ("/start/recent", test_recent);
  g_test_add_func ("/start/missing", test_missing);
  g_test_add_func ("/start/restore", test_restore);
  g_test_add_func ("/start/discard", test_discard);
  g_test_add_func ("/start/no-file", test_no_file);
  g_test_add_func ("/start/damaged", test_damaged);
  g_test_add_func ("/start/salvaged", test_salvaged);
  g_test_add_func ("/start/salvaged/again", test_salvaged_again);
  g_test_add_func ("/start/no-report", test_no_report);
  return window_fixture_end (g_test_run ());
}
