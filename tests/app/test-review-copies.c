/* SPDX-License-Identifier: GPL-3.0-or-later
 * Another copy of the report in the window: compared, merged; the record of changes; a certificate
 * that cannot be used. */
#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "app/review/zp-sign-dialog.h"
#include "session/zp-remarks.h"
#include "session/zp-review-steps.h"
#include "session/zp-seal-view.h"
#include "window-fixture.h"

#define MAX_TURNS 2000
#define PASSWORD "geheim"
#define TURN_MICROSECONDS 5000

static void
act_on (ZpWindow *window, const char *action, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target);
  app_fixture_settle ();
}

/* A second copy, changed in another way. */
static void
change_copy (const char *path, const char *id, const char *value)
{
  ZpWindow *window = window_fixture_open (path);

  window_fixture_type (window, id, value);
  g_assert_true (zp_window_save (window, NULL));
  window_fixture_close (window);
}

static gboolean
is_written (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (dir);

  return name != NULL && g_str_has_suffix (name, ".pdf");
}

/* Words of a passage that both have are marked on both sides. */
static void
write_text (const char *path, const char *text)
{
  ZpWindow *window = window_fixture_open (path);
  g_autoptr (GError) error = NULL;

  zp_session_set_passage (zp_window_get_session (window), "text.scale", text, &error);
  g_assert_no_error (error);
  g_assert_true (zp_window_save (window, NULL));
  window_fixture_close (window);
}

static void
test_compare (void)
{
  g_autofree char *path = window_fixture_make_report ("mine.ziping", "reference-corrected");
  g_autofree char *other = window_fixture_make_report ("theirs.ziping", "reference-corrected");
  ZpWindow *window;
  GtkWidget *dialog;

  change_copy (other, "budget.basic.actual", "2900");
  write_text (path, "全年预算执行平稳，支出进度较好。");
  write_text (other, "全年预算执行平稳，支出进度一般。");
  window = window_fixture_open (path);
  act_on (window, "win.compare-with", other);
  dialog = window_fixture_get_dialog (window);
  app_fixture_shoot (dialog, "review-compare");
  g_assert_true (app_fixture_has_text (dialog, "theirs.ziping"));
  g_assert_true (app_fixture_has_text (dialog, "Figures (1)"));
  g_assert_true (app_fixture_has_text (dialog, "Text (1)"));
  g_assert_true (app_fixture_has_text (dialog, "全年预算执行平稳，支出进度一般。"));
  app_fixture_press (dialog, "Show");
  gtk_window_destroy (GTK_WINDOW (dialog));
  act_on (window, "win.compare-with", path);
  g_assert_true (app_fixture_has_text (window_fixture_get_dialog (window), "Both say the same"));
  window_fixture_close (window);
}

static void
test_merge (void)
{
  g_autofree char *path = window_fixture_make_report ("mine.ziping", "reference-corrected");
  g_autofree char *other = window_fixture_make_report ("theirs.ziping", "reference-corrected");
  g_autofree char *shown = NULL;
  ZpWindow *window;
  GtkWidget *dialog;
  GtkWidget *theirs;

  window_fixture_be ("张三");
  change_copy (other, "budget.basic.actual", "2900");
  change_copy (path, "budget.basic.actual", "2910");
  window = window_fixture_open (path);
  act_on (window, "win.merge-with", other);
  dialog = window_fixture_get_dialog (window);
  app_fixture_shoot (dialog, "review-merge");
  theirs = app_fixture_find (dialog, GTK_TYPE_CHECK_BUTTON, "Theirs: 2,900.00 万元");
  g_assert_nonnull (theirs);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), TRUE);
  app_fixture_press (dialog, "_Merge");
  shown = window_fixture_show (window, "budget.basic.actual");
  g_assert_cmpstr (shown, ==, "2,900.00");
  g_assert_cmpuint (zp_session_count_remarks (zp_window_get_session (window), TRUE), ==, 0);
  window_fixture_act (window, "win.undo");
  g_free (shown);
  shown = window_fixture_show (window, "budget.basic.actual");
  g_assert_cmpstr (shown, ==, "2,910.00");
  window_fixture_close (window);
}

static void
test_trail (void)
{
  g_autofree char *path = window_fixture_make_report ("trail.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *dialog;

  zp_session_set_author (zp_window_get_session (window), "张三");
  window_fixture_type (window, "budget.basic.actual", "2910");
  window_fixture_type (window, "budget.basic.initial", "2571");
  window_fixture_act (window, "win.go-to::budget.basic.actual");
  window_fixture_act (window, "win.show-trail");
  dialog = window_fixture_get_dialog (window);
  app_fixture_shoot (dialog, "review-trail");
  g_assert_true (app_fixture_has_text (dialog, "2 changes"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_fixture_find (dialog, GTK_TYPE_DROP_DOWN, NULL)),
                              1);
  app_fixture_settle ();
  g_assert_true (app_fixture_has_text (dialog, "1 change"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_close (window);
}

static gboolean
shows_trouble (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "zp-trouble") && gtk_widget_get_visible (root))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_trouble (child))
      return TRUE;
  return FALSE;
}

static void
wait_for_trouble (GtkWidget *dialog)
{
  for (guint i = 0; i < MAX_TURNS && !shows_trouble (dialog); i++)
    {
      app_fixture_settle ();
      g_usleep (TURN_MICROSECONDS);
    }
  g_assert_true (shows_trouble (dialog));
}

static void
run (char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* (transfer full): of a certificate as an authority would hand it out. */
static char *
make_certificate (void)
{
  g_autofree char *key = window_fixture_path ("key.pem");
  g_autofree char *pem = window_fixture_path ("cert.pem");
  char *p12 = window_fixture_path ("lisi.p12");
  char *make[] = { "openssl", "req",   "-x509", "-newkey", "rsa:2048",
                   "-nodes",  "-days", "30",    "-subj",   "/CN=Li Si",
                   "-keyout", key,     "-out",  pem,       NULL };
  char *pack[] = { "openssl", "pkcs12", "-export",  "-inkey",         key, "-in", pem,
                   "-out",    p12,      "-passout", "pass:" PASSWORD, NULL };

  run (make);
  run (pack);
  return p12;
}

static void
wait_for_state (ZpSession *session, ZpReviewState state)
{
  for (guint i = 0; i < MAX_TURNS && zp_session_get_review_state (session) != state; i++)
    {
      app_fixture_settle ();
      g_usleep (TURN_MICROSECONDS);
    }
  g_assert_cmpint (zp_session_get_review_state (session), ==, state);
}

/* A wrong password is told and can be mended. */
static void
test_signature (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *path = window_fixture_make_report ("signed.ziping", "reference-corrected");
  g_autofree char *p12 = NULL;
  g_autoptr (ZpSealView) view = NULL;
  ZpWindow *window;
  ZpSession *session;
  GtkWidget *dialog;

  if (openssl == NULL)
    {
      g_test_skip ("no openssl");
      return;
    }
  p12 = make_certificate ();
  window = window_fixture_open (path);
  session = zp_window_get_session (window);
  window_fixture_be ("李四");
  g_assert_true (zp_session_take_step (session, ZP_STEP_SUBMIT, NULL, NULL));
  window_fixture_act (window, "win.sign");
  dialog = window_fixture_get_dialog (window);
  zp_sign_dialog_set_certificate (GTK_WINDOW (dialog), p12, "wrong");
  app_fixture_press (dialog, "_Sign");
  wait_for_trouble (dialog);
  zp_sign_dialog_set_certificate (GTK_WINDOW (dialog), p12, PASSWORD);
  app_fixture_press (dialog, "_Sign");
  wait_for_state (session, ZP_REVIEW_REVIEWED);
  view = zp_seal_view_new (session);
  g_assert_true (view->is_sound);
  g_assert_nonnull (
    strstr (((const ZpSealLine *) g_ptr_array_index (view->lines, 0))->subject, "Li Si"));
  window_fixture_act (window, "win.show-seals");
  window_fixture_end_dialog (window, "review-signature");
  window_fixture_close (window);
}

/* The window goes on meanwhile, and nothing is signed. */
static void
test_certificate (void)
{
  g_autofree char *path = window_fixture_make_report ("p12.ziping", "reference-corrected");
  g_autofree char *nothing = window_fixture_path ("nothing.p12");
  ZpWindow *window = window_fixture_open (path);
  ZpSession *session = zp_window_get_session (window);
  GtkWidget *dialog;

  window_fixture_be ("李四");
  g_assert_true (zp_session_take_step (session, ZP_STEP_SUBMIT, NULL, NULL));
  window_fixture_act (window, "win.sign");
  dialog = window_fixture_get_dialog (window);
  zp_sign_dialog_set_certificate (GTK_WINDOW (dialog), nothing, "geheim");
  app_fixture_shoot (dialog, "review-certificate");
  app_fixture_press (dialog, "_Sign");
  wait_for_trouble (dialog);
  g_assert_cmpint (zp_session_get_review_state (session), ==, ZP_REVIEW_SUBMITTED);
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_close (window);
}

static void
test_sign_off (void)
{
  g_autofree char *path = window_fixture_make_report ("sheet.ziping", "reference-corrected");
  g_autofree char *folder = window_fixture_path ("out");
  ZpWindow *window = window_fixture_open (path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  act_on (window, "win.write-sign-off", folder);
  for (guint i = 0; i < MAX_TURNS && !is_written (folder); i++)
    {
      app_fixture_settle ();
      g_usleep (TURN_MICROSECONDS);
    }
  g_assert_true (is_written (folder));
  app_fixture_settle ();
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/review-copies/compare", test_compare);
  g_test_add_func ("/review-copies/merge", test_merge);
  g_test_add_func ("/review-copies/trail", test_trail);
  g_test_add_func ("/review-copies/certificate", test_certificate);
  g_test_add_func ("/review-copies/signature", test_signature);
  g_test_add_func ("/review-copies/sign-off", test_sign_off);
  return window_fixture_end (g_test_run ());
}
