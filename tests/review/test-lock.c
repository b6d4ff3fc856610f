/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report in review is locked for whoever has it open, but takes what belongs to the review. */
#include "review-fixture.h"
#include "review/zp-remark.h"
#include "session/zp-session.h"

static ZpSession *
open_session (void)
{
  ZpSession *session = zp_session_new (review_open (), NULL);

  zp_session_set_author (session, "张三");
  return session;
}

static gboolean
type (ZpSession *session, const char *text)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  g_assert_true (zp_report_find_cell (zp_session_get_report (session), "unit.name", &cell, NULL));
  if (zp_session_type (session, cell, text, &error))
    return TRUE;
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==, zp_session_get_lock (session));
  return FALSE;
}

static void
do_step (ZpSession *session, ZpStepKind kind)
{
  ZpBatch *batch =
    zp_review_make_step (zp_session_get_file (session), kind, "张三", NULL, AT (1), NULL);

  g_assert_nonnull (batch);
  g_assert_true (zp_session_apply (session, batch, NULL));
}

static void
test_locked (void)
{
  g_autoptr (ZpSession) session = open_session ();

  g_assert_null (zp_session_get_lock (session));
  g_assert_true (type (session, "某局"));
  do_step (session, ZP_STEP_SUBMIT);
  g_assert_nonnull (zp_session_get_lock (session));
  g_assert_false (type (session, "改名局"));
  g_assert_true (zp_session_apply (
    session,
    zp_remark_make (zp_session_get_report (session), "unit.name", "核对", "李四", AT (2), NULL),
    NULL));
  do_step (session, ZP_STEP_RETURN);
  g_assert_null (zp_session_get_lock (session));
  g_assert_true (type (session, "改名局"));
}

static void
test_undo (void)
{
  g_autoptr (ZpSession) session = open_session ();

  g_assert_true (type (session, "某局"));
  do_step (session, ZP_STEP_SUBMIT);
  g_assert_true (zp_session_undo (session, NULL));
  g_assert_null (zp_session_get_lock (session));
  g_assert_true (zp_session_redo (session, NULL));
  g_assert_nonnull (zp_session_get_lock (session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/locked-until-returned", test_locked);
  g_test_add_func ("/lock/undo-and-redo", test_undo);
  return g_test_run ();
}
