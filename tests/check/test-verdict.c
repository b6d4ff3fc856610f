/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two sides compared: equal, equal but for rounding, different; and what is not compared. */
#include <string.h>

#include "check-fixture.h"

/* @tells: of check_fixture_tell(); @skipped: there was nothing to compare */
typedef struct
{
  const char *name;
  const char *data;
  const char *finding;
  const char *tells;
  gboolean skipped;
} VerdictRow;

/* clang-format off */
static const VerdictRow rows[] = {
  { "sum/equal", "'budget.basic.actual': '2094.65', 'budget.project.actual': '614.82', 'budget.total.actual': '2709.47'", "budget.total.actual.sum", "none", FALSE },
  { "sum/equal-behind-the-shown-places", "'budget.basic.actual': '0.100001', 'budget.project.actual': '0.200002', 'budget.total.actual': '0.300003'", "budget.total.actual.sum", "none", FALSE },
  { "sum/rounding", "'budget.basic.adjust': '755.67', 'budget.project.adjust': '10.76', 'budget.total.adjust': '766.42'", "budget.total.adjust.sum", "rounding 766.42 766.43", FALSE },
  { "sum/rounding-upwards", "'budget.basic.adjust': '755.67', 'budget.project.adjust': '10.76', 'budget.total.adjust': '766.44'", "budget.total.adjust.sum", "rounding 766.44 766.43", FALSE },
  { "sum/two-units-off", "'budget.basic.adjust': '755.67', 'budget.project.adjust': '10.76', 'budget.total.adjust': '766.41'", "budget.total.adjust.sum", "error 766.41 766.43", FALSE },
  { "sum/different", "'budget.basic.actual': '2925.70', 'budget.project.actual': '288.34', 'budget.total.actual': '3653.00'", "budget.total.actual.sum", "error 3653.00 3214.04", FALSE },
  { "sum/negative-parts", "'budget.basic.adjust': '-15.00', 'budget.project.adjust': '5.00', 'budget.total.adjust': '-10.01'", "budget.total.adjust.sum", "rounding -10.01 -10.00", FALSE },
  { "sum/one-part-alone", "'budget.basic.actual': '5', 'budget.total.actual': '5.00'", "budget.total.actual.sum", "none", FALSE },
  { "sum/not-declared", "'budget.basic.actual': '5', 'budget.project.actual': '6'", "budget.total.actual.sum", "none", TRUE },
  { "sum/no-parts", "'budget.total.actual': '55.00'", "budget.total.actual.sum", "none", TRUE },
  { "sum/rows", "'lines': [{'amount': '1.01'}, {'amount': '2.02'}, {'amount': '3.03'}], 'lines.total.amount': '6.06'", "lines.total.amount.sum", "none", FALSE },
  { "sum/rows-rounding", "'lines': [{'amount': '1.01'}, {'amount': '2.02'}, {'amount': '3.03'}], 'lines.total.amount': '6.07'", "lines.total.amount.sum", "rounding 6.07 6.06", FALSE },
  { "sum/rows-as-far-as-they-reach", "'lines': [{'amount': '1.01'}, {'amount': '2.02'}, {'amount': '3.03'}], 'lines.total.amount': '6.08'", "lines.total.amount.sum", "error 6.08 6.06", FALSE },
  { "sum/difference", "'budget.basic.final': '3329.55', 'budget.basic.actual': '2925.70', 'budget.basic.balance': '403.84'", "budget.basic.balance.calc", "rounding 403.84 403.85", FALSE },
  { "quotient/equal", "'staff.posts': '20000', 'staff.actual': '19663', 'staff.rate': '98.32'", "staff.rate.calc", "none", FALSE },
  { "quotient/cut-off", "'staff.posts': '20000', 'staff.actual': '19663', 'staff.rate': '98.31'", "staff.rate.calc", "error 98.31 98.32", FALSE },
  { "quotient/one-too-many", "'staff.posts': '20000', 'staff.actual': '19663', 'staff.rate': '98.33'", "staff.rate.calc", "error 98.33 98.32", FALSE },
  { "quotient/of-rounded-figures", "'budget.project.final': '0.33', 'budget.project.actual': '0.29', 'budget.project.rate': '88.00'", "budget.project.rate.calc", "rounding 88.00 87.88", FALSE },
  { "quotient/of-rounded-figures-too-far", "'budget.project.final': '0.33', 'budget.project.actual': '0.29', 'budget.project.rate': '98.00'", "budget.project.rate.calc", "error 98.00 87.88", FALSE },
  { "quotient/by-zero", "'staff.posts': '0', 'staff.actual': '5', 'staff.rate': '98.32'", "staff.rate.calc", "none", TRUE },
  { "product/rounding", "'lines': [{'quantity': '3', 'price': '1.33', 'amount': '4.00'}]", "line_multiplied[0]", "rounding 4.00 3.99", FALSE },
  { "product/different", "'lines': [{'quantity': '3', 'price': '1.33', 'amount': '4.05'}]", "line_multiplied[0]", "error 4.05 3.99", FALSE },
  { "copy/equal", "'copy.adjust': '766.43', 'budget.total.adjust': '766.43'", "adjust_copied", "none", FALSE },
  { "copy/one-unit-off", "'copy.adjust': '766.42', 'budget.total.adjust': '766.43'", "adjust_copied", "error 766.42 766.43", FALSE },
  { "copy/one-unit-off-below-zero", "'copy.adjust': '-766.42', 'budget.total.adjust': '-766.43'", "adjust_copied", "error -766.42 -766.43", FALSE },
  { "copy/of-a-sum", "'copy.adjust': '766.42', 'budget.basic.adjust': '755.67', 'budget.project.adjust': '10.76'", "adjust_summed", "rounding 766.42 766.43", FALSE },
  { "copy/with-more-places", "'copy.adjust': '766.425', 'budget.total.adjust': '766.43'", "adjust_copied", "rounding 766.425000 766.430000", FALSE },
  { "copy/a-side-missing", "'copy.adjust': '766.42'", "adjust_copied", "none", TRUE },
  { "copy/not-applicable-is-missing", "'copy.adjust': '—', 'budget.total.adjust': '766.43'", "adjust_copied", "none", TRUE },
  { "limit/below", "'budget.basic.actual': '9.99', 'budget.basic.final': '10.00'", "over.basic", "none", FALSE },
  { "limit/reached", "'budget.basic.actual': '10.00', 'budget.basic.final': '10.00'", "over.basic", "none", FALSE },
  { "limit/within-both-halves", "'budget.basic.actual': '10.01', 'budget.basic.final': '10.00'", "over.basic", "rounding 10.01 10.00", FALSE },
  { "limit/exceeded", "'budget.basic.actual': '10.02', 'budget.basic.final': '10.00'", "over.basic", "warning 10.02 10.00", FALSE },
  { "limit/one-side-counts-as-nothing", "'budget.project.actual': '5'", "projects_covered", "info 0.00 5.00", FALSE },
};
/* clang-format on */

static ZpState
state_of (ZpReport *report, const char *finding)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_autofree char *id = g_strdup (finding);
  const ZpCheckDef *check = zp_pack_find_check (pack, id);
  char *tail = strpbrk (id, "[.");

  if (check != NULL)
    return zp_verdict_get_state (report, check, 0);
  g_assert_nonnull (tail);
  *tail = '\0';
  check = zp_pack_find_check (pack, id);
  g_assert_nonnull (check);
  return zp_verdict_get_state (report, check, 0);
}

static void
test_verdict (gconstpointer data)
{
  const VerdictRow *row = data;
  g_autoptr (ZpReport) report = check_fixture_open_ledger ();
  g_autofree char *told = NULL;

  check_fixture_fill (report, row->data);
  told = check_fixture_tell (report, row->finding);
  g_assert_cmpstr (told, ==, row->tells);
  g_assert_cmpint (state_of (report, row->finding) == ZP_STATE_SKIPPED, ==, row->skipped);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/verdict/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_verdict);
    }
  return g_test_run ();
}
