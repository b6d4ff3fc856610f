/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审核说明: valid while its figures stand, void when one moves, valid again when it is set back. */
#include "check-fixture.h"

static void
add_note (ZpReport *report, ZpChecker *checker, const char *finding)
{
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_checker_make_note (checker, finding, "其余为零星项目", "张三",
                                         G_GINT64_CONSTANT (0), &error);

  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

static void
assert_note (ZpChecker *checker, const char *id, gboolean valid)
{
  const ZpFinding *finding = zp_checker_find (checker, id);

  g_assert_nonnull (finding);
  g_assert_nonnull (finding->note);
  g_assert_cmpstr (finding->note->author, ==, "张三");
  g_assert_cmpstr (finding->note->time, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpint (finding->note_valid, ==, valid);
}

static void
test_void_and_valid_again (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-corrected");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);

  add_note (report, checker, "projects.cover");
  assert_note (checker, "projects.cover", TRUE);
  check_fixture_set (report, "projects[0].actual", "119.95");
  assert_note (checker, "projects.cover", FALSE);
  check_fixture_set (report, "projects[0].actual", "118.95");
  assert_note (checker, "projects.cover", TRUE);
  check_fixture_set (report, "staff.admin.actual", "67");
  assert_note (checker, "projects.cover", TRUE);
}

static void
test_undo (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-corrected");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  g_autoptr (GError) error = NULL;

  add_note (report, checker, "projects.cover");
  g_assert_true (zp_report_undo (report, &error));
  g_assert_null (zp_checker_find (checker, "projects.cover")->note);
  g_assert_true (zp_report_redo (report, &error));
  assert_note (checker, "projects.cover", TRUE);
}

static void
test_refused (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) blank = NULL;

  g_assert_null (zp_checker_make_note (checker, "no.such.check", "x", "张三", 0, &unknown));
  g_assert_error (unknown, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_FINDING);
  g_assert_null (zp_checker_make_note (checker, "budget.total.actual.sum", "x", "张三", 0, &error));
  g_assert_error (error, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_NOTE);
  g_assert_null (zp_checker_make_note (checker, "projects.cover", " \n", "张三", 0, &blank));
  g_assert_error (blank, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_WORDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/void-and-valid-again", test_void_and_valid_again);
  g_test_add_func ("/note/undo", test_undo);
  g_test_add_func ("/note/refused", test_refused);
  return g_test_run ();
}
