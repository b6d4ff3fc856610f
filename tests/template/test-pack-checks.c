/* SPDX-License-Identifier: GPL-3.0-or-later
 * The checks of a pack: those by themselves with their fixed ids, and the written ones. */
#include "pack-fixture.h"

typedef struct
{
  const char *name;
  const char *id;
  ZpCheckKind kind;
  ZpSeverity severity;
  gboolean automatic;
} CheckRow;

/* clang-format off */
static const CheckRow check_rows[] = {
  { "required",       "unit.name.required",        ZP_CHECK_REQUIRED,    ZP_SEVERITY_INFO,    TRUE },
  { "length",         "unit.name.length",          ZP_CHECK_LENGTH,      ZP_SEVERITY_ERROR,   TRUE },
  { "calc-field",     "rules.full.calc",           ZP_CHECK_DECLARED,    ZP_SEVERITY_ERROR,   TRUE },
  { "calc-cell",      "costs.water.rest.calc",     ZP_CHECK_DECLARED,    ZP_SEVERITY_ERROR,   TRUE },
  { "calc-changed",   "costs.total.rate.calc",     ZP_CHECK_DECLARED,    ZP_SEVERITY_WARNING, TRUE },
  { "sum",            "costs.total.actual.sum",    ZP_CHECK_SUM,         ZP_SEVERITY_ERROR,   TRUE },
  { "sum-of-column",  "costs.total.rest.sum",      ZP_CHECK_SUM,         ZP_SEVERITY_ERROR,   TRUE },
  { "calc-with-sum",  "costs.total.rest.calc",     ZP_CHECK_DECLARED,    ZP_SEVERITY_ERROR,   TRUE },
  { "range",          "costs.wages.actual.range",  ZP_CHECK_RANGE,       ZP_SEVERITY_ERROR,   TRUE },
  { "calc-table",     "works.share.calc",          ZP_CHECK_DECLARED,    ZP_SEVERITY_ERROR,   TRUE },
  { "total-sum",      "works.total.cost.sum",      ZP_CHECK_SUM,         ZP_SEVERITY_ERROR,   TRUE },
  { "total-calc",     "works.total.share.calc",    ZP_CHECK_DECLARED,    ZP_SEVERITY_ERROR,   TRUE },
  { "unique",         "works.unique",              ZP_CHECK_UNIQUE,      ZP_SEVERITY_ERROR,   TRUE },
  { "rows",           "works.rows",                ZP_CHECK_ROWS,        ZP_SEVERITY_ERROR,   TRUE },
  { "ref",            "payments.work.ref",         ZP_CHECK_REF,         ZP_SEVERITY_ERROR,   TRUE },
  { "ref-of-like",    "refunds.work.ref",          ZP_CHECK_REF,         ZP_SEVERITY_ERROR,   TRUE },
  { "passage",        "text.plans.required",       ZP_CHECK_REQUIRED,    ZP_SEVERITY_INFO,    TRUE },
  { "passage-length", "text.plans.length",         ZP_CHECK_LENGTH,      ZP_SEVERITY_ERROR,   TRUE },
  { "compare",        "paid",                      ZP_CHECK_COMPARE,     ZP_SEVERITY_ERROR,   FALSE },
  { "column",         "costs.parts.actual",        ZP_CHECK_COMPARE,     ZP_SEVERITY_ERROR,   FALSE },
  { "require",        "dated",                     ZP_CHECK_REQUIRE,     ZP_SEVERITY_WARNING, FALSE },
  { "years",          "years",                     ZP_CHECK_SCAN_YEARS,  ZP_SEVERITY_INFO,    FALSE },
  { "words",          "words",                     ZP_CHECK_SCAN_WORDS,  ZP_SEVERITY_ERROR,   FALSE },
};

static const char *const no_checks[] = {
  "costs.wages.rate.calc",   /* dropped */
  "costs.total.rate.sum",    /* a percentage has no sum */
  "costs.wages.budget.calc", /* typed */
  "costs.wages.prior.calc",  /* a default is no formula to be declared against */
  "costs.total.actual.calc", /* the row gives the figure: there is the sum */
  "costs.parts.prior",       /* water has no prior year */
  "costs.parts.rate",        /* no sums of percentages */
  "payments.unique",         /* no key */
};
/* clang-format on */

static const ZpCellDef *
get_cell (const ZpPack *pack, const char *id)
{
  ZpCell cell = { 0 };

  g_assert_true (zp_pack_parse_id (pack, id, &cell, NULL));

  return zp_pack_get_cell (pack, cell);
}

static void
test_check (gconstpointer data)
{
  const CheckRow *row = data;
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCheckDef *check = zp_pack_find_check (pack, row->id);

  g_assert_nonnull (check);
  g_assert_cmpstr (check->id, ==, row->id);
  g_assert_cmpint (check->kind, ==, row->kind);
  g_assert_cmpint (check->severity, ==, row->severity);
  g_assert_cmpint (check->automatic, ==, row->automatic);
  g_assert_nonnull (check->title);
  g_assert_nonnull (check->instruction);
}

static void
test_no_check (gconstpointer data)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");

  g_assert_null (zp_pack_find_check (pack, data));
}

/* Checks by themselves come first, and none has the id of another. */
static void
test_check_order (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean automatic = TRUE;

  for (guint i = 0; i < pack->checks->len; i++)
    {
      const ZpCheckDef *check = pack->checks->pdata[i];

      g_assert_true (g_hash_table_add (seen, check->id));
      g_assert_true (automatic || !check->automatic);
      automatic = check->automatic;
    }
}

/* What an automatic check compares: the cell with its formula, in the row at hand for a table. */
static void
test_check_sides (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCheckDef *sum = zp_pack_find_check (pack, "costs.total.rest.sum");
  const ZpCheckDef *share = zp_pack_find_check (pack, "works.share.calc");
  const ZpCheckDef *paid = zp_pack_find_check (pack, "paid");
  const ZpBlock *works = zp_pack_find_block (pack, "works");

  g_assert_true (sum->def == get_cell (pack, "costs.total.rest"));
  g_assert_true (sum->right == sum->def->row_formula);
  g_assert_cmpint (sum->left->ref, ==, ZP_REF_CELL);
  g_assert_cmpint (sum->each_block, ==, -1);
  g_assert_true (share->right == share->def->formula);
  g_assert_cmpint (share->left->ref, ==, ZP_REF_ROW);
  g_assert_cmpint (share->each_block, ==, works->index);
  g_assert_cmpint (paid->each_block, ==, works->index);
  g_assert_cmpint (paid->op, ==, ZP_EXPR_EQUAL);
  g_assert_cmpint (paid->left->index_column, ==, 0);
  g_assert_cmpint (paid->where->args[0]->ref, ==, ZP_REF_ROW);
  g_assert_cmpint (paid->where->args[0]->cell.block, ==, works->index);
}

static void
test_written_checks (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCheckDef *dated = zp_pack_find_check (pack, "dated");
  const ZpCheckDef *part = zp_pack_find_check (pack, "costs.parts.actual");
  const ZpCheckDef *words = zp_pack_find_check (pack, "words");

  g_assert_cmpint (dated->note, ==, ZP_NOTE_REQUIRED);
  g_assert_cmpstr (dated->basis, ==, "某镇绩效办法");
  g_assert_cmpint (dated->missing, ==, ZP_MISSING_SKIP_ANY);
  g_assert_cmpstr (part->each_suffix, ==, "actual");
  g_assert_cmpint (part->op, ==, ZP_EXPR_AT_LEAST);
  g_assert_cmpint (part->each_block, ==, -1);
  g_assert_cmpuint (words->words->len, ==, 2);
  g_assert_cmpint (zp_pack_find_check (pack, "costs.total.rate.calc")->note, ==, ZP_NOTE_ALLOWED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (check_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/pack-checks/", check_rows[i].name, NULL);

      g_test_add_data_func (path, &check_rows[i], test_check);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no_checks); i++)
    {
      g_autofree char *path = g_strconcat ("/pack-checks/none/", no_checks[i], NULL);

      g_test_add_data_func (path, no_checks[i], test_no_check);
    }
  g_test_add_func ("/pack-checks/order", test_check_order);
  g_test_add_func ("/pack-checks/sides", test_check_sides);
  g_test_add_func ("/pack-checks/written", test_written_checks);

  return g_test_run ();
}
