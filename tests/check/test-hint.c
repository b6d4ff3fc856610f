/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every kind of hint: one wrong figure in a report that is right otherwise, and what is said of it.
 */
#include <string.h>

#include "check-fixture.h"

/* A report without an error, every figure of it declared. */
static const char base[] =
  "'unit.name': '某局', 'text.body': '正文', "
  "'budget.basic.initial': '2570.00', 'budget.basic.adjust': '755.67', "
  "'budget.basic.final': '3325.67', 'budget.basic.actual': '2925.70', "
  "'budget.basic.rate': '87.97', 'budget.basic.balance': '399.97', "
  "'budget.project.initial': '316.58', 'budget.project.adjust': '10.76', "
  "'budget.project.final': '327.34', 'budget.project.actual': '288.34', "
  "'budget.project.rate': '88.09', 'budget.project.balance': '39.00', "
  "'budget.total.initial': '2886.58', 'budget.total.adjust': '766.43', "
  "'budget.total.final': '3653.01', 'budget.total.actual': '3214.04', "
  "'budget.total.rate': '87.98', 'budget.total.balance': '438.97', "
  "'copy.actual': '3214.04', "
  "'report.year': '2021', 'staff.posts': '3', 'staff.actual': '2', 'staff.rate': '66.67', "
  "'assets.fixed': '20.48', 'assets.current': '5.37', 'assets.total': '25.85', "
  "'projects': [{'name': '甲', 'initial': '400', 'actual': '288.34', 'rate': '72.09'}], "
  "'parts': [{'project': '甲', 'amount': '150.00'}, {'project': '甲', 'amount': '138.34'}]";

/* @kind: of the first hint, or NULL when none is offered */
typedef struct
{
  const char *name;
  const char *cell;
  const char *wrong;
  const char *kind;
  const char *right;
  gboolean likely;
} HintRow;

/* clang-format off */
static const HintRow rows[] = {
  { "transposition", "budget.basic.actual", "2295.70", "transposition", "2925.70", TRUE },
  { "transposition-over-the-point", "budget.project.initial", "315.68", "transposition", "316.58", TRUE },
  { "digit", "budget.basic.actual", "2985.70", "digit", "2925.70", TRUE },
  { "dropped-digit", "budget.basic.actual", "295.70", "dropped-digit", "2925.70", TRUE },
  { "doubled-digit", "budget.basic.actual", "29225.70", "doubled-digit", "2925.70", TRUE },
  { "unit-times-10000", "budget.basic.actual", "29257000", "unit-slip", "2925.70", TRUE },
  { "unit-by-10000", "budget.basic.actual", "0.29257", "unit-slip", "2925.70", TRUE },
  { "unit-times-100", "budget.basic.actual", "292570", "unit-slip", "2925.70", TRUE },
  { "unit-by-100", "budget.basic.actual", "29.257", "unit-slip", "2925.70", TRUE },
  { "decimal-times-10", "budget.basic.actual", "29257.00", "decimal-slip", "2925.70", TRUE },
  { "decimal-by-10", "budget.basic.actual", "292.57", "decimal-slip", "2925.70", TRUE },
  { "sign", "budget.basic.adjust", "-755.67", "sign", "755.67", TRUE },
  { "omitted-addend", "budget.total.actual", "2925.70", "omitted-addend", "3214.04", TRUE },
  { "counted-twice", "budget.total.actual", "3502.38", "counted-twice", "3214.04", TRUE },
  { "copied-neighbour", "budget.basic.initial", "316.58", "copied-neighbour", "2570.00", TRUE },
  { "wrong-quantity", "budget.total.actual", "3653.01", "wrong-quantity", "3214.04", TRUE },
  { "stale-total", "budget.total.initial", "0", "stale-total", "2886.58", TRUE },
  { "truncated", "staff.rate", "66.66", "truncated", "66.67", FALSE },
  { "one-check-transposition", "staff.rate", "67.66", "transposition", "66.67", FALSE },
  { "one-check-omitted-addend", "assets.total", "20.48", "omitted-addend", "25.85", FALSE },
  { "one-check-counted-twice", "assets.total", "31.22", "counted-twice", "25.85", FALSE },
  { "one-check-nothing-mechanical", "assets.total", "499.99", NULL, NULL, FALSE },
  { "one-check-another-quantity", "assets.total", "3653.01", NULL, NULL, FALSE },
  { "not-a-contradiction", "unit.name", "一二三四五六七", NULL, NULL, FALSE },
};
/* clang-format on */

static ZpReport *
open_base (void)
{
  ZpReport *report = check_fixture_open_ledger ();
  g_autoptr (ZpChecker) checker = NULL;

  check_fixture_fill (report, base);
  checker = zp_checker_new (report);
  g_assert_cmpuint (zp_checker_get_findings (checker)->len, ==, 0);
  g_assert_cmpuint (zp_checker_get_hints (checker)->len, ==, 0);
  return report;
}

static void
assert_hint (const ZpHint *hint, const HintRow *row)
{
  g_autofree char *right = zp_decimal_to_string (hint->to, 2);

  g_assert_cmpstr (hint->id, ==, row->cell);
  g_assert_cmpstr (zp_slip_get_id (hint->slip), ==, row->kind);
  g_assert_cmpstr (right, ==, row->right);
  g_assert_cmpint (hint->likely, ==, row->likely);
  g_assert_cmpint (g_strv_length (hint->repairs) >= 2, ==, row->likely);
  g_assert_nonnull (hint->message);
  g_assert_cmpint (hint->other != NULL, ==, hint->slip == ZP_SLIP_WRONG_QUANTITY);
}

static GHashTable *
list_errors (ZpChecker *checker)
{
  GPtrArray *findings = zp_checker_get_findings (checker);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == ZP_SEVERITY_ERROR)
        g_hash_table_add (ids, g_strdup (finding->id));
    }
  return ids;
}

static GHashTable *
list_errors_with (ZpReport *report, const ZpHint *hint)
{
  g_autoptr (ZpChecker) checker = NULL;
  GHashTable *errors;

  g_assert_true (zp_report_try (report, hint->cell, hint->to));
  checker = zp_checker_new (report);
  errors = list_errors (checker);
  zp_report_end_try (report);
  return errors;
}

/* What a hint promises: these findings go, and no other comes. */
static void
assert_promise (ZpReport *report, ZpChecker *checker, const ZpHint *hint)
{
  g_autoptr (GHashTable) before = list_errors (checker);
  g_autoptr (GHashTable) after = list_errors_with (report, hint);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; hint->repairs[i] != NULL; i++)
    {
      const ZpFinding *finding = zp_checker_find (checker, hint->repairs[i]);

      g_assert_true (g_ptr_array_find (finding->hints, hint, NULL));
      g_assert_false (g_hash_table_contains (after, hint->repairs[i]));
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (before, id));
}

static void
test_kind (gconstpointer data)
{
  const HintRow *row = data;
  g_autoptr (ZpReport) report = open_base ();
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  GPtrArray *hints;

  check_fixture_set (report, row->cell, row->wrong);
  g_assert_cmpuint (zp_checker_get_findings (checker)->len, >, 0);
  hints = zp_checker_get_hints (checker);
  if (row->kind == NULL)
    {
      g_assert_cmpuint (hints->len, ==, 0);
      return;
    }
  g_assert_cmpuint (hints->len, ==, 1);
  assert_hint (g_ptr_array_index (hints, 0), row);
  assert_promise (report, checker, g_ptr_array_index (hints, 0));
}

/* With two digits of the project's figure exchanged its parts would add up, and its rate be wrong.
 */
static void
test_breaks_nothing (void)
{
  g_autoptr (ZpReport) report = open_base ();
  g_autoptr (ZpChecker) checker = zp_checker_new (report);

  check_fixture_set (report, "parts[0].amount", "690.00");
  g_assert_nonnull (zp_checker_find (checker, "parts_summed[0]"));
  g_assert_cmpuint (zp_checker_get_hints (checker)->len, ==, 0);
}

/* Of two figures that differ one alone is wrong: the other stands in checks that hold. */
static void
test_the_wrong_one_of_two (void)
{
  static const HintRow right = { .cell = "copy.actual",
                                 .kind = "transposition",
                                 .right = "3214.04" };
  g_autoptr (ZpReport) report = open_base ();
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  GPtrArray *hints;

  check_fixture_set (report, "copy.actual", "3241.04");
  hints = zp_checker_get_hints (checker);
  g_assert_cmpuint (hints->len, ==, 1);
  assert_hint (g_ptr_array_index (hints, 0), &right);
}

static void
test_two_slips (void)
{
  g_autoptr (ZpReport) report = open_base ();
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  GPtrArray *hints;

  check_fixture_set (report, "budget.basic.actual", rows[0].wrong);
  check_fixture_set (report, "budget.project.initial", rows[1].wrong);
  hints = zp_checker_get_hints (checker);
  g_assert_cmpuint (hints->len, ==, 2);
  assert_hint (g_ptr_array_index (hints, 0), &rows[0]);
  assert_hint (g_ptr_array_index (hints, 1), &rows[1]);
}

/* Few figures of changsha-2021, one of them wrong. @cell: of the first hint, or NULL when none is
 * offered */
typedef struct
{
  const char *name;
  const char *members;
  const char *cell;
  const char *kind;
  const char *right;
} FewRow;

/* clang-format off */
static const FewRow few_rows[] = {
  { "quotient-fits-two-values", "'procurement.budget': '191.62', 'procurement.actual': '96.49', 'procurement.rate': '49.42'",
    "procurement.actual", "transposition", "94.69" },
  { "denominator-doubled", "'procurement.budget': '1187.48', 'procurement.actual': '94.69', 'procurement.rate': '50.51'",
    "procurement.budget", "doubled-digit", "187.48" },
  { "denominator-exchanged", "'procurement.budget': '318.24', 'procurement.actual': '94.69', 'procurement.rate': '68.50'",
    "procurement.budget", "transposition", "138.24" },
  { "rate-is-not-explained-by-plausibility", "'procurement.budget': '191.62', 'procurement.actual': '946900.00', 'procurement.rate': '49.42'",
    "procurement.actual", "unit-slip", "94.69" },
  { "exchanged-before-cut-off", "'three_public.vehicle_purchase.actual': '6.00', 'three_public.vehicle_operation.actual': '8.48', 'three_public.vehicle.actual': '14.84'",
    "three_public.vehicle_operation.actual", "transposition", "8.84" },
  { "exact-before-telling", "'income.general.final': '100.00', 'income.fund.final': '10.11', 'income.special.final': '2.90', 'income.other.final': '6.26', 'income.total.final': '118.77'",
    "income.special.final", "digit", "2.4" },
  { "limit-says-nothing-of-a-digit", "'staff.admin.posts': '5', 'staff.admin.actual': '9'",
    NULL, NULL, NULL },
  { "limit-and-exchanged", "'projects': [{'name': '甲', 'issued': '77.00', 'actual': '86.00'}]", "projects[0].actual", "transposition", "68" },
};
/* clang-format on */

static void
test_few (gconstpointer data)
{
  const FewRow *row = data;
  g_autoptr (ZpReport) report = check_fixture_open_empty ();
  g_autoptr (ZpChecker) checker = NULL;
  g_autofree char *right = NULL;
  const ZpHint *hint;

  check_fixture_fill (report, row->members);
  checker = zp_checker_new (report);
  g_assert_cmpuint (zp_checker_get_hints (checker)->len, ==, row->cell != NULL ? 1 : 0);
  if (row->cell == NULL)
    return;
  hint = g_ptr_array_index (zp_checker_get_hints (checker), 0);
  right = zp_decimal_to_string (hint->to, zp_decimal_get_places (hint->to));
  g_assert_cmpstr (hint->id, ==, row->cell);
  g_assert_cmpstr (zp_slip_get_id (hint->slip), ==, row->kind);
  g_assert_cmpstr (right, ==, row->right);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (few_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/hint/few/", few_rows[i].name, NULL);

      g_test_add_data_func (path, &few_rows[i], test_few);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/hint/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_kind);
    }
  g_test_add_func ("/hint/breaks-nothing", test_breaks_nothing);
  g_test_add_func ("/hint/the-wrong-one-of-two", test_the_wrong_one_of_two);
  g_test_add_func ("/hint/two-slips", test_two_slips);
  return g_test_run ();
}
