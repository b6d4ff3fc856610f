/* SPDX-License-Identifier: GPL-3.0-or-later
 * The order in which formulas are computed, and who reads whom. */
#include "pack-fixture.h"

typedef struct
{
  const char *name;
  const char *read;
  const char *reader;
  gboolean reads;
} ReaderRow;

/* clang-format off */
static const ReaderRow reader_rows[] = {
  { "same-row",             "costs.wages.budget",   "costs.wages.rest",     TRUE },
  { "other-row",            "costs.wages.budget",   "costs.water.rest",     FALSE },
  { "row-formula",          "costs.wages.budget",   "costs.total.budget",   TRUE },
  { "row-formula-as-check", "costs.wages.rest",     "costs.total.rest",     FALSE },
  { "field",                "rules.full",           "costs.total.points",   TRUE },
  { "column-of-table",      "works[0].cost",        "works[0].share",       TRUE },
  { "total-of-column",      "works[0].cost",        "works.total.cost",     TRUE },
  { "total-of-totals",      "works.total.cost",     "works.total.share",    TRUE },
  { "not-of-the-rows",      "works[0].cost",        "works.total.share",    FALSE },
  { "prior-is-elsewhere",   "costs.wages.actual",   "costs.wages.prior",    FALSE },
  { "of-computed",          "works[0].share",       "works[0].grade",       TRUE },
};
/* clang-format on */

static const ZpCellDef *
get_cell (const ZpPack *pack, const char *id)
{
  ZpCell cell = { 0 };

  g_assert_true (zp_pack_parse_id (pack, id, &cell, NULL));

  return zp_pack_get_cell (pack, cell);
}

static gboolean
has_reader (const ZpCellDef *read, const ZpCellDef *reader)
{
  for (guint i = 0; i < read->readers->len; i++)
    if (g_array_index (read->readers, int, i) == reader->order)
      return TRUE;

  return FALSE;
}

static void
test_reader (gconstpointer data)
{
  const ReaderRow *row = data;
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCellDef *reader = get_cell (pack, row->reader);

  g_assert_cmpint (reader->order, >=, 0);
  g_assert_true (zp_pack_get_cell (pack, reader->cell) == reader);
  g_assert_cmpint (has_reader (get_cell (pack, row->read), reader), ==, row->reads);
}

typedef struct
{
  const ZpPack *pack;
  int order;
} OrderCheck;

static void
check_read (const ZpExpr *ref, gpointer user_data)
{
  const OrderCheck *check = user_data;
  const ZpCellDef *read = zp_pack_get_cell (check->pack, ref->cell);

  if (ref->ref <= ZP_REF_VISIT && read != NULL)
    g_assert_cmpint (read->order, <, check->order);
}

/* Whatever a formula reads is computed before it; every reader's list is sorted and without
 * doubles. */
static void
check_order (const ZpPack *pack)
{
  for (guint i = 0; i < pack->order->len; i++)
    {
      const ZpCellDef *def = pack->order->pdata[i];
      OrderCheck check = { pack, (int) i };

      g_assert_cmpint (def->order, ==, (int) i);
      zp_expr_foreach_ref (def->formula, check_read, &check);
      for (guint j = 1; j < def->readers->len; j++)
        g_assert_cmpint (g_array_index (def->readers, int, j - 1), <,
                         g_array_index (def->readers, int, j));
    }
}

static void
test_order_plain (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");

  check_order (pack);
}

static void
test_order_built_in (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_auto (GStrv) ids = zp_pack_store_list (store);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ZpPack) pack = zp_pack_store_load (store, ids[i], 0, &error);

      g_assert_no_error (error);
      check_order (pack);
    }
}

static void
test_without_formula (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCellDef *typed = get_cell (pack, "costs.wages.budget");

  g_assert_cmpint (typed->order, ==, -1);
  g_assert_null (typed->formula);
  g_assert_cmpint (typed->entry, ==, ZP_ENTRY_TYPED);
}

/* A chain of formulas as long as a pack may be needs no more stack than a short one. */
static void
test_long_chain (void)
{
  const guint n = 5000;
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ZpPack) pack = NULL;
  g_autofree char *chain = g_build_filename (folder, "chain", NULL);

  g_string_append (text, "{\"blocks\": [{\"fields\": \"f\", \"label\": \"链\", \"items\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "{\"key\": \"k%u\", \"label\": \"格\", \"formula\": \"@k%u\"},",
                            i, i + 1);
  g_string_append_printf (text, "{\"key\": \"k%u\", \"label\": \"格\"}]}]}", n);
  zp_test_write (folder, "chain/data.json", text->str);
  zp_test_write (folder, "chain/pack.json",
                 "{\"format\": 1, \"id\": \"chain\", \"version\": 1, \"title\": \"链\", "
                 "\"year\": 2020, \"listed\": false}");

  pack = zp_test_load_pack (chain);
  check_order (pack);
  g_assert_cmpuint (pack->order->len, ==, n);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (reader_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/graph/readers/", reader_rows[i].name, NULL);

      g_test_add_data_func (path, &reader_rows[i], test_reader);
    }
  g_test_add_func ("/graph/order/plain", test_order_plain);
  g_test_add_func ("/graph/order/built-in", test_order_built_in);
  g_test_add_func ("/graph/order/long-chain", test_long_chain);
  g_test_add_func ("/graph/without-formula", test_without_formula);

  return g_test_run ();
}
