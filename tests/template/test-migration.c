/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ids of older versions: renamed, dropped, and what a new version forgets to say. */
#include "pack-fixture.h"

#include "template/zp-pack-against.h"

typedef struct
{
  const char *name;
  const char *id;
  const char *now;
  const char *reason;
} RenameRow;

/* clang-format off */
static const char *const renamed[][2] = {
  { "old",                "new" },
  { "grid.row",           "grid.line" },
  { "grid.column",        "grid.field" },
  { "grid.row.special",   "grid.line.unique" },
  { "grid.moved",         "other.moved" },
  { "left",               "right" },
  { "right",              "left" },
  { "table.done",         "table.actual" },
  { "fields.item",        "fields.entry" },
  { "text.history",       "text.past" },
  { "over",               "limit" },
};
static const char *const dropped[][2] = {
  { "gone",               "不再需要" },
  { "grid.lost",          "并入合计" },
  { "table.lost",         "没有数据" },
  { "grid.row.empty",     "从未填过" },
  { "text.lost",          "删去" },
};

static const RenameRow rename_rows[] = {
  { "untouched",          "grid.other.thing",      "grid.other.thing",      NULL },
  { "block",              "old.a.b",               "new.a.b",               NULL },
  { "block-of-table",     "old[3].a",              "new[3].a",              NULL },
  { "block-alone",        "old",                   "new",                   NULL },
  { "not-a-prefix",       "older.a.b",             "older.a.b",             NULL },
  { "row",                "grid.row.any",          "grid.line.any",         NULL },
  { "column",             "grid.any.column",       "grid.any.field",        NULL },
  { "row-and-column",     "grid.row.column",       "grid.line.field",       NULL },
  { "longest-first",      "grid.row.special",      "grid.line.unique",      NULL },
  { "to-other-block",     "grid.moved.a",          "other.moved.a",         NULL },
  { "exchanged",          "left.a",                "right.a",               NULL },
  { "exchanged-back",     "right.a",               "left.a",                NULL },
  { "column-of-table",    "table[12].done",        "table[12].actual",      NULL },
  { "column-alone",       "table.done",            "table.actual",          NULL },
  { "total",              "table.total.done",      "table.total.actual",    NULL },
  { "field",              "fields.item",           "fields.entry",          NULL },
  { "passage",            "text.history",          "text.past",             NULL },
  { "check",              "over",                  "limit",                 NULL },
  { "check-by-itself",    "grid.row.column.calc",  "grid.line.field.calc",  NULL },
  { "check-of-field",     "fields.item.required",  "fields.entry.required", NULL },
  { "check-of-table",     "table.done.ref",        "table.actual.ref",      NULL },
  { "dropped-block",      "gone.a.b",              NULL,                    "不再需要" },
  { "dropped-row",        "grid.lost.a",           NULL,                    "并入合计" },
  { "dropped-column",     "grid.a.lost",           NULL,                    "并入合计" },
  { "dropped-in-table",   "table[0].lost",         NULL,                    "没有数据" },
  { "dropped-cell",       "grid.row.empty",        NULL,                    "从未填过" },
  { "dropped-passage",    "text.lost",             NULL,                    "删去" },
};

/* What the second version of the plain pack does not say about the first. */
typedef struct
{
  const char *name;
  gboolean warning;
  const char *message;
} AgainstRow;

static const AgainstRow against_rows[] = {
  { "vanished-column",  FALSE, "“costs.wages.staff” of version 1 is gone" },
  { "vanished-passage", FALSE, "“text.history” of version 1 is gone" },
  { "vanished-check",   FALSE, "“budget” of version 1 is gone" },
  { "kind",             FALSE, "“works.people” was of kind text and is of kind number now" },
  { "money",            TRUE,  "“costs.wages.budget” was in 元 and is in 万元 now" },
};
/* clang-format on */

static void
fill (GHashTable *table, const char *const (*pairs)[2], gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_hash_table_insert (table, (gpointer) pairs[i][0], (gpointer) pairs[i][1]);
}

static void
test_rename (gconstpointer data)
{
  const RenameRow *row = data;
  g_autoptr (GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  const ZpMigration migration = { 2, new_ids, reasons };
  const char *reason = "unset";
  g_autofree char *now = NULL;

  fill (new_ids, renamed, G_N_ELEMENTS (renamed));
  fill (reasons, dropped, G_N_ELEMENTS (dropped));
  now = zp_migration_rename (&migration, row->id, &reason);
  g_assert_cmpstr (now, ==, row->now);
  g_assert_cmpstr (reason, ==, row->reason);
}

static ZpPack *
load_version (ZpPackStore *store, const char *folder)
{
  g_autofree char *path = pack_fixture_source (folder);
  g_autoptr (GError) error = NULL;
  ZpPack *pack = zp_pack_store_load_folder (store, path, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static GPtrArray *
compare_versions (const char *now, const char *old)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (ZpPack) new_pack = load_version (store, now);
  g_autoptr (ZpPack) old_pack = load_version (store, old);
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);

  zp_pack_check_against (new_pack, old_pack, problems);

  return problems;
}

static void
test_against (gconstpointer data)
{
  const AgainstRow *row = data;
  g_autoptr (GPtrArray) problems = compare_versions ("plain", "plain@1");
  gboolean found = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const ZpProblem *problem = problems->pdata[i];

      found |= strstr (problem->message, row->message) != NULL && problem->warning == row->warning;
    }

  g_assert_true (found);
}

/* Renamed and dropped ids are accounted for. */
static void
test_against_told (void)
{
  g_autoptr (GPtrArray) problems = compare_versions ("plain", "plain@1");

  for (guint i = 0; i < problems->len; i++)
    {
      const ZpProblem *problem = problems->pdata[i];

      if (strstr (problem->message, "is gone") == NULL)
        continue;
      g_assert_null (strstr (problem->message, "power"));
      g_assert_null (strstr (problem->message, "gas"));
      g_assert_null (strstr (problem->message, "text.money"));
    }
}

static void
test_against_itself (void)
{
  g_autoptr (GPtrArray) problems = compare_versions ("plain", "plain");

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_versions (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const char *reason = NULL;
  g_autofree char *from_first = zp_pack_migrate_id (pack, 1, "costs.power.actual", &reason);
  g_autofree char *from_second = zp_pack_migrate_id (pack, 2, "costs.power.actual", &reason);
  g_autofree char *lost = zp_pack_migrate_id (pack, 1, "costs.gas.actual", &reason);

  g_assert_cmpstr (from_first, ==, "costs.water.actual");
  g_assert_cmpstr (from_second, ==, "costs.power.actual");
  g_assert_null (lost);
  g_assert_cmpstr (reason, ==, "不再单列");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rename_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/migration/rename/", rename_rows[i].name, NULL);

      g_test_add_data_func (path, &rename_rows[i], test_rename);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (against_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/migration/against/", against_rows[i].name, NULL);

      g_test_add_data_func (path, &against_rows[i], test_against);
    }
  g_test_add_func ("/migration/against/told", test_against_told);
  g_test_add_func ("/migration/against/itself", test_against_itself);
  g_test_add_func ("/migration/versions", test_versions);

  return g_test_run ();
}
