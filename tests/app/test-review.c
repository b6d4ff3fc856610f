/* SPDX-License-Identifier: GPL-3.0-or-later
 * The way of a report through the window: handed in, returned, mended, signed, and the seal that
 * breaks. */
#include "app-fixture.h"
#include "review/zp-seal-check.h"
#include "session/zp-remarks.h"
#include "session/zp-review-steps.h"
#include "window-fixture.h"

#define CLERK "张三"
#define REVIEWER "李四"
#define LEADER "王五"

static ZpReviewState
state_of (ZpWindow *window)
{
  return zp_session_get_review_state (zp_window_get_session (window));
}

static void
assert_no_dialog (ZpWindow *window)
{
  app_fixture_settle ();
  g_assert_null (window_fixture_find_dialog (window, GTK_TYPE_WINDOW));
}

static void
write_words (GtkWidget *dialog, const char *words)
{
  GtkWidget *view = app_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

/* What the pack wants a note on gets one. */
static void
write_notes (ZpWindow *window)
{
  ZpSession *session = zp_window_get_session (window);
  g_autoptr (GPtrArray) list = zp_session_list_to_do (session);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const ZpToDo *to_do = g_ptr_array_index (list, i);

      g_assert_true (to_do->needs_note);
      zp_session_write_note (session, to_do->finding, "已核实", &error);
      g_assert_no_error (error);
    }
}

/* A click would also close the question. */
static void
answer (ZpWindow *window, const char *id)
{
  GtkWidget *dialog = window_fixture_get_dialog (window);

  window_fixture_answer (window, id);
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_no_dialog (window);
}

static void
submit (ZpWindow *window)
{
  window_fixture_act (window, "win.submit");
  answer (window, "submit");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_SUBMITTED);
}

static void
sign (ZpWindow *window, const char *opinion)
{
  GtkWidget *dialog;

  window_fixture_act (window, "win.sign");
  dialog = window_fixture_get_dialog (window);
  app_fixture_shoot (dialog, "review-sign");
  write_words (dialog, opinion);
  app_fixture_press (dialog, "_Sign");
  assert_no_dialog (window);
}

static void
give_back (ZpWindow *window, const char *reason)
{
  GtkWidget *dialog;

  window_fixture_act (window, "win.return");
  dialog = window_fixture_get_dialog (window);
  g_assert_false (gtk_widget_get_sensitive (app_fixture_find (dialog, GTK_TYPE_BUTTON, "_Return")));
  write_words (dialog, reason);
  app_fixture_press (dialog, "_Return");
  assert_no_dialog (window);
}

static void
assert_saved (ZpWindow *window)
{
  g_assert_false (zp_session_is_modified (zp_window_get_session (window)));
}

static void
test_name (void)
{
  g_autofree char *path = window_fixture_make_report ("name.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *dialog;

  window_fixture_be ("");
  window_fixture_act (window, "win.submit");
  dialog = window_fixture_get_dialog (window);
  app_fixture_shoot (dialog, "review-name");
  gtk_editable_set_text (GTK_EDITABLE (app_fixture_find (dialog, GTK_TYPE_ENTRY, NULL)), CLERK);
  app_fixture_press (dialog, "_Go On");
  g_assert_cmpstr (zp_session_get_author (zp_window_get_session (window)), ==, CLERK);
  window_fixture_end_dialog (window, "review-to-do");
  window_fixture_close (window);
}

static void
test_left (void)
{
  g_autofree char *path = window_fixture_make_report ("left.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *dialog;

  window_fixture_be (CLERK);
  window_fixture_act (window, "win.submit");
  dialog = window_fixture_get_dialog (window);
  app_fixture_press (dialog, "Write a Note");
  g_assert_true (app_fixture_has_text (window_fixture_get_dialog (window), "已") ||
                 app_fixture_find (window_fixture_get_dialog (window), GTK_TYPE_TEXT_VIEW, NULL) !=
                   NULL);
  gtk_window_close (GTK_WINDOW (window_fixture_get_dialog (window)));
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_DRAFT);
  write_notes (window);
  submit (window);
  assert_saved (window);
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window),
                                       zp_session_get_lock (zp_window_get_session (window))));
  window_fixture_act (window, "win.take-back");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_DRAFT);
  window_fixture_act (window, "win.undo");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_SUBMITTED);
  window_fixture_close (window);
}

static const ZpRemarkCard *
get_remark (const GPtrArray *cards, guint index)
{
  g_assert_cmpuint (cards->len, >, index);
  return g_ptr_array_index (cards, index);
}

static void
remark (ZpWindow *window, const char *words)
{
  GtkWidget *dialog;

  window_fixture_act (window, "win.remark");
  dialog = window_fixture_get_dialog (window);
  write_words (dialog, words);
  app_fixture_shoot (dialog, "review-remark");
  app_fixture_press (dialog, "_Write Remark");
  assert_no_dialog (window);
}

static guint
count_open (ZpWindow *window)
{
  return zp_session_count_remarks (zp_window_get_session (window), TRUE);
}

static char *
first_remark (ZpWindow *window)
{
  g_autoptr (GPtrArray) cards = zp_session_list_remarks (zp_window_get_session (window), FALSE);

  return g_strdup (get_remark (cards, 0)->remark->id);
}

static void
act_on (ZpWindow *window, const char *action, const char *id)
{
  g_autofree char *detailed = g_strdup_printf ("%s::%s", action, id);

  window_fixture_act (window, detailed);
}

static void
test_remarks (void)
{
  g_autofree char *path = window_fixture_make_report ("remarks.ziping", "reference-corrected");
  g_autofree char *id = NULL;
  ZpWindow *window = window_fixture_open (path);

  window_fixture_be (CLERK);
  write_notes (window);
  submit (window);
  window_fixture_be (REVIEWER);
  window_fixture_act (window, "win.go-to::budget.basic.actual");
  remark (window, "请附明细");
  window_fixture_act (window, "win.go-to::text.scale");
  remark (window, "写得太简单");
  g_assert_cmpuint (count_open (window), ==, 2);
  window_fixture_act (window, "win.show-remarks");
  app_fixture_shoot (GTK_WIDGET (window), "review-remarks");
  window_fixture_act (window, "win.go-to::budget.basic.actual");
  app_fixture_shoot (GTK_WIDGET (window), "review-corner");
  window_fixture_act (window, "win.take-back");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_SUBMITTED);
  give_back (window, "请按批注修改");
  window_fixture_close (window);
  window = window_fixture_open (path);
  window_fixture_be (CLERK);
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "请附明细"));
  app_fixture_shoot (GTK_WIDGET (window), "review-came-back");
  id = first_remark (window);
  act_on (window, "win.answer-remark", id);
  write_words (window_fixture_get_dialog (window), "已附");
  app_fixture_press (window_fixture_get_dialog (window), "_Answer");
  act_on (window, "win.close-remark", id);
  app_fixture_press (window_fixture_get_dialog (window), "_Dealt With");
  g_assert_cmpuint (count_open (window), ==, 1);
  act_on (window, "win.reopen-remark", id);
  app_fixture_press (window_fixture_get_dialog (window), "_Open Again");
  g_assert_cmpuint (count_open (window), ==, 2);
  app_fixture_shoot (GTK_WIDGET (window), "review-thread");
  window_fixture_close (window);
}

/* What needs a person is accepted or remarked on, from the keyboard as well as by a click. */
static void
test_points (void)
{
  g_autofree char *path = window_fixture_make_report ("points.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *dialog;

  window_fixture_be (CLERK);
  write_notes (window);
  submit (window);
  window_fixture_be (REVIEWER);
  window_fixture_act (window, "win.show-review");
  app_fixture_shoot (GTK_WIDGET (window), "review-points");
  act_on (window, "win.accept-point", "finding:budget.rate_mid");
  g_assert_nonnull (
    app_fixture_find (zp_window_get_page (window), GTK_TYPE_BUTTON, "Not Accepted"));
  g_assert_false (zp_session_may_step (zp_window_get_session (window), ZP_STEP_TAKE_BACK, NULL));
  app_fixture_press (zp_window_get_page (window), "Remark…");
  dialog = window_fixture_get_dialog (window);
  write_words (dialog, "请说明");
  app_fixture_press (dialog, "_Write Remark");
  g_assert_cmpuint (count_open (window), ==, 1);
  app_fixture_shoot (GTK_WIDGET (window), "review-points-accepted");
  window_fixture_close (window);
}

/* Past the lock, as an older program would. */
static void
tamper (ZpWindow *window, const char *id, const char *value)
{
  ZpBatch *batch = zp_batch_new ("Enter", CLERK, g_get_real_time ());
  g_autoptr (GError) error = NULL;

  zp_batch_set (batch, id, NULL, value);
  zp_report_apply (zp_session_get_report (zp_window_get_session (window)), batch, &error);
  g_assert_no_error (error);
  app_fixture_settle ();
}

/* The clerk answers, mends what was meant, and says that it is done. */
static void
deal_with (ZpWindow *window)
{
  g_autofree char *id = first_remark (window);

  act_on (window, "win.answer-remark", id);
  write_words (window_fixture_get_dialog (window), "已改为全称");
  app_fixture_press (window_fixture_get_dialog (window), "_Answer");
  window_fixture_type (window, "unit.name", "长沙市工业和信息化局机关");
  act_on (window, "win.close-remark", id);
  app_fixture_press (window_fixture_get_dialog (window), "_Dealt With");
  assert_no_dialog (window);
  g_assert_cmpuint (count_open (window), ==, 0);
}

static void
test_way (void)
{
  g_autofree char *path = window_fixture_make_report ("way.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);

  window_fixture_be (CLERK);
  write_notes (window);
  submit (window);
  window_fixture_be (REVIEWER);
  window_fixture_act (window, "win.go-to::unit.name");
  remark (window, "写全称");
  give_back (window, "请按批注修改");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_RETURNED);
  assert_saved (window);
  app_fixture_shoot (GTK_WIDGET (window), "review-returned");
  window_fixture_be (CLERK);
  deal_with (window);
  submit (window);
  window_fixture_be (REVIEWER);
  sign (window, "同意");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_REVIEWED);
  window_fixture_be (LEADER);
  sign (window, "同意报送");
  g_assert_cmpint (state_of (window), ==, ZP_REVIEW_FINAL);
  assert_saved (window);
  app_fixture_shoot (GTK_WIDGET (window), "review-final");
  window_fixture_act (window, "win.show-seals");
  window_fixture_end_dialog (window, "review-seals");
  g_assert_null (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "What Changed"));
  tamper (window, "unit.name", "改名局");
  app_fixture_shoot (GTK_WIDGET (window), "review-broken");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "1 place changed after signing"));
  app_fixture_press (GTK_WIDGET (window), "What Changed");
  app_fixture_shoot (window_fixture_get_dialog (window), "review-seals-broken");
  app_fixture_press (window_fixture_get_dialog (window), "Show");
  assert_no_dialog (window);
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/review/name", test_name);
  g_test_add_func ("/review/left", test_left);
  g_test_add_func ("/review/remarks", test_remarks);
  g_test_add_func ("/review/points", test_points);
  g_test_add_func ("/review/way", test_way);
  return window_fixture_end (g_test_run ());
}
