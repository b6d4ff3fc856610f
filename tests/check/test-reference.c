/* SPDX-License-Identifier: GPL-3.0-or-later
 * The published report of a city bureau: what is found in it as printed, and nothing wrong once
 * corrected. */
#include <string.h>

#include "check-fixture.h"

typedef struct
{
  const char *id;
  const char *severity; /* or NULL: not found */
  const char *found;
  const char *expected;
} Expected;

static void
assert_finding (ZpChecker *checker, const Expected *expected)
{
  const ZpFinding *finding = zp_checker_find (checker, expected->id);

  if (expected->severity == NULL)
    {
      if (finding != NULL)
        g_error ("%s: %s", finding->id, finding->message);
      return;
    }
  if (finding == NULL)
    g_error ("%s is not found", expected->id);
  g_assert_cmpstr (zp_severity_get_id (finding->severity), ==, expected->severity);
  if (expected->found != NULL)
    g_assert_cmpstr (finding->found, ==, expected->found);
  if (expected->expected != NULL)
    g_assert_cmpstr (finding->expected, ==, expected->expected);
  g_assert_nonnull (finding->title);
  g_assert_nonnull (finding->message);
  g_assert_nonnull (finding->instruction);
  g_assert_nonnull (finding->cells[0]);
}

/* clang-format off */
static const Expected printed[] = {
  { "budget.total.actual.sum", "error", "3653.00", "2584.04" },
  { "budget.total.adjust.sum", "rounding", "766.42", "766.43" },
  { "projects.cover", "warning", "246.54", "288.34" },
  { "budget.project.rate.calc", NULL, NULL, NULL },
  { "basic.personnel.actual.sum", NULL, NULL, NULL },
  { "basic.total.actual.sum", NULL, NULL, NULL },
  { "three_public.total.rate.calc", NULL, NULL, NULL },
  { "asset_groups.share.calc[0]", NULL, NULL, NULL },
  { "projects.rate.calc[0]", NULL, NULL, NULL },
  { "projects.rate.calc[1]", NULL, NULL, NULL },
  { "disposals.total.amount.sum", NULL, NULL, NULL },
};

static const Expected corrected[] = {
  { "budget.total.adjust.sum", "rounding", "766.42", "766.43" },
  { "budget.basic.balance.calc", "rounding", "403.84", "403.85" },
  { "projects.cover", "warning", "246.54", "288.34" },
  { "budget.basic.rate.calc", NULL, NULL, NULL },
  { "budget.total.rate.calc", NULL, NULL, NULL },
  { "budget.total.actual.sum", NULL, NULL, NULL },
};
/* clang-format on */

static void
test_printed (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    assert_finding (checker, &printed[i]);
}

static void
test_corrected (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-corrected");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  ZpSummary summary;

  for (guint i = 0; i < G_N_ELEMENTS (corrected); i++)
    assert_finding (checker, &corrected[i]);
  zp_checker_get_summary (checker, &summary);
  g_assert_cmpuint (summary.errors, ==, 0);
  g_assert_cmpuint (zp_checker_get_hints (checker)->len, ==, 0);
}

static void
assert_hint (ZpChecker *checker, guint index, const char *cell, const char *kind, const char *to)
{
  GPtrArray *hints = zp_checker_get_hints (checker);
  const ZpHint *hint;
  g_autofree char *value = NULL;

  g_assert_cmpuint (hints->len, >, index);
  hint = g_ptr_array_index (hints, index);
  value = zp_decimal_to_string (hint->to, 2);
  g_assert_cmpstr (hint->id, ==, cell);
  g_assert_cmpstr (zp_slip_get_id (hint->slip), ==, kind);
  g_assert_cmpstr (value, ==, to);
  g_assert_true (hint->likely);
}

static void
test_hints (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  GPtrArray *findings = zp_checker_get_findings (checker);
  const ZpFinding *first = g_ptr_array_index (findings, 0);

  g_assert_cmpuint (zp_checker_get_hints (checker)->len, ==, 2);
  assert_hint (checker, 0, "budget.basic.actual", "transposition", "2925.70");
  assert_hint (checker, 1, "budget.total.actual", "wrong-quantity", "3214.04");
  g_assert_cmpuint (first->hints->len, >, 0);
  g_assert_cmpstr (((const ZpHint *) g_ptr_array_index (first->hints, 0))->id, ==,
                   "budget.basic.actual");
}

/* Every error of the printed report is explained by one of the two slips. */
static void
test_all_explained (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  GPtrArray *findings = zp_checker_get_findings (checker);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == ZP_SEVERITY_ERROR && finding->hints->len == 0)
        g_error ("%s is not explained", finding->id);
    }
}

/* Taking both hints leaves no error, and undoing them brings every finding back. */
static void
test_taking_hints (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  g_autoptr (GError) error = NULL;
  ZpSummary before;
  ZpSummary after;

  zp_checker_get_summary (checker, &before);
  check_fixture_set (report, "budget.basic.actual", "2925.70");
  check_fixture_set (report, "budget.total.actual", "3214.04");
  zp_checker_get_summary (checker, &after);
  g_assert_cmpuint (after.errors, ==, 0);
  g_assert_true (zp_report_undo (report, &error));
  g_assert_true (zp_report_undo (report, &error));
  zp_checker_get_summary (checker, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
}

/* The search tries hundreds of figures; none of it may stay. */
static void
test_search_leaves_no_trace (void)
{
  g_autoptr (ZpReport) report = check_fixture_open ("reference-printed");
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  guint64 revision = zp_report_get_revision (report);
  g_autofree char *before = check_fixture_get (report, "budget.total.rate");
  g_autofree char *after = NULL;

  zp_checker_get_hints (checker);
  after = check_fixture_get (report, "budget.total.rate");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (zp_report_get_revision (report), ==, revision);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/as-printed", test_printed);
  g_test_add_func ("/reference/corrected", test_corrected);
  g_test_add_func ("/reference/hints", test_hints);
  g_test_add_func ("/reference/all-explained", test_all_explained);
  g_test_add_func ("/reference/taking-hints", test_taking_hints);
  g_test_add_func ("/reference/search-leaves-no-trace", test_search_leaves_no_trace);
  return g_test_run ();
}
