/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is found: in which order, and how much of it. */
#include "check-fixture.h"

/* Two slips: one explains three errors, one explains one; and an error that nothing explains. */
static const char unordered[] =
  "'assets.fixed': '10.00', 'assets.current': '5.37', 'assets.total': '499.99', "
  "'budget.basic.initial': '2570.00', 'budget.basic.final': '2570.00', "
  "'budget.basic.actual': '2295.70', "
  "'budget.basic.balance': '-355.70', 'budget.project.actual': '288.34', "
  "'budget.total.actual': '3214.04', 'copy.actual': '3214.04', "
  "'staff.posts': '3', 'staff.actual': '2', 'staff.rate': '67.66', "
  "'copy.adjust': '766.42', 'budget.basic.adjust': null";

static int
rank (const ZpFinding *finding, const GPtrArray *hints)
{
  guint place = 0;

  if (finding->hints->len == 0)
    return G_MAXINT;
  g_assert_true (
    g_ptr_array_find ((GPtrArray *) hints, g_ptr_array_index (finding->hints, 0), &place));
  return ((const ZpHint *) g_ptr_array_index (hints, place))->likely ? (int) place : G_MAXINT;
}

static void
test_order (void)
{
  g_autoptr (ZpReport) report = check_fixture_open_ledger ();
  g_autoptr (ZpChecker) checker = NULL;
  GPtrArray *findings;
  GPtrArray *hints;

  check_fixture_fill (report, unordered);
  checker = zp_checker_new (report);
  findings = zp_checker_get_findings (checker);
  hints = zp_checker_get_hints (checker);
  g_assert_cmpuint (hints->len, >=, 2);
  g_assert_cmpstr (((const ZpHint *) g_ptr_array_index (hints, 0))->id, ==, "budget.basic.actual");
  for (guint i = 1; i < findings->len; i++)
    {
      const ZpFinding *before = g_ptr_array_index (findings, i - 1);
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (before->severity, <=, finding->severity);
      if (before->severity == finding->severity && before->severity == ZP_SEVERITY_ERROR)
        g_assert_cmpint (rank (before, hints), <=, rank (finding, hints));
    }
  g_assert_cmpstr (((const ZpFinding *) g_ptr_array_index (findings, 0))->id, ==,
                   "budget.basic.balance.calc");
}

static void
assert_summary (ZpChecker *checker, ZpSummary expected)
{
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  g_assert_cmpuint (summary.checks, ==, expected.checks);
  g_assert_cmpuint (summary.skipped, ==, expected.skipped);
  g_assert_cmpuint (summary.errors, ==, expected.errors);
  g_assert_cmpuint (summary.warnings, ==, expected.warnings);
  g_assert_cmpuint (summary.roundings, ==, expected.roundings);
  g_assert_cmpuint (summary.infos, ==, expected.infos);
}

/* An empty report lacks its name, its text and its projects, and is searched for years. */
static void
test_summary (void)
{
  g_autoptr (ZpReport) report = check_fixture_open_ledger ();
  g_autoptr (ZpChecker) checker = zp_checker_new (report);

  assert_summary (checker, (ZpSummary){ .checks = 4, .skipped = 29, .errors = 1, .infos = 2 });
  check_fixture_fill (report, "'projects': [{'name': '甲'}], "
                              "'assets.fixed': '1', 'assets.current': '1', 'assets.total': '3', "
                              "'budget.basic.final': '1', 'budget.basic.actual': '1.02', "
                              "'budget.project.final': '1', 'budget.project.actual': '1.01'");
  assert_summary (
    checker,
    (ZpSummary){
      .checks = 10, .skipped = 28, .errors = 1, .warnings = 1, .roundings = 1, .infos = 3 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/order", test_order);
  g_test_add_func ("/findings/summary", test_summary);
  return g_test_run ();
}
