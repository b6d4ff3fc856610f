/* SPDX-License-Identifier: GPL-3.0-or-later
 * The checker that follows a report says what a new one says. */
#include <string.h>

#include "check-fixture.h"
#include "report/zp-row-edit.h"

#define SEED 20220409
#define N_STEPS 600
#define MOST_ROWS 7

/* Figures that meet one another often, names that repeat, texts with years. */
static const char *const figures[] = { "0", "1", "2", "3", "3.01", "-2", "50.00", "—", NULL };
static const char *const words[] = { "甲", "乙", "2018年", "一二三四五六七", NULL };
static const char *const tables[] = { "projects", "parts", "lines" };

typedef struct
{
  GRand *rand;
  ZpReport *report;
  ZpChecker *checker;
} World;

static int
below (World *world, int end)
{
  return g_rand_int_range (world->rand, 0, end);
}

static void
apply (World *world, ZpBatch *batch)
{
  g_autoptr (GError) error = NULL;

  zp_report_apply (world->report, batch, &error);
  g_assert_no_error (error);
}

static gboolean
random_cell (World *world, ZpCell *cell)
{
  const ZpPack *pack = zp_report_get_pack (world->report);
  int block = below (world, (int) pack->blocks->len);
  int n_rows = zp_report_count_rows (world->report, block);
  int row = below (world, n_rows + 1) - 1;

  *cell = zp_cell (block, row,
                   below (world, (int) zp_block_count_columns (zp_pack_get_block (pack, block))));
  return zp_pack_get_cell (pack, *cell) != NULL &&
         zp_report_get_value (world->report, *cell) != NULL;
}

static gboolean
takes_words (const ZpCellDef *def)
{
  return def->kind == ZP_KIND_TEXT || def->kind == ZP_KIND_REF;
}

static void
set_random_cell (World *world)
{
  const ZpPack *pack = zp_report_get_pack (world->report);
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  g_autofree char *id = NULL;
  ZpCell cell;

  while (!random_cell (world, &cell) || zp_pack_get_cell (pack, cell)->kind == ZP_KIND_DATE ||
         zp_pack_get_cell (pack, cell)->kind == ZP_KIND_YEAR)
    continue;
  id = zp_pack_format_id (pack, cell);
  if (takes_words (zp_pack_get_cell (pack, cell)))
    zp_batch_set (batch, id, NULL, words[below (world, G_N_ELEMENTS (words))]);
  else
    zp_batch_set (batch, id, NULL, figures[below (world, G_N_ELEMENTS (figures))]);
  apply (world, batch);
}

static void
set_year (World *world)
{
  check_fixture_set (world->report, "report.year", below (world, 2) == 0 ? "2019" : "2021");
}

/* With a figure in it, a passage grows and shrinks when the figure does. */
static void
set_passage (World *world)
{
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  const char *text =
    below (world, 3) == 0 ? "资产合计{assets.total}" : words[below (world, G_N_ELEMENTS (words))];

  zp_batch_set (batch, "text.body", NULL, text);
  apply (world, batch);
}

static int
random_table (World *world)
{
  const char *key = tables[below (world, G_N_ELEMENTS (tables))];
  const ZpPack *pack = zp_report_get_pack (world->report);

  for (guint i = 0; i < pack->blocks->len; i++)
    if (strcmp (zp_pack_get_block (pack, (int) i)->key, key) == 0)
      return (int) i;
  g_assert_not_reached ();
}

static void
insert_row (World *world)
{
  int table = random_table (world);
  int n_rows = zp_report_count_rows (world->report, table);
  g_autoptr (GError) error = NULL;
  ZpBatch *batch;

  if (n_rows == MOST_ROWS)
    return;
  batch = zp_row_edit_insert (world->report, table, below (world, n_rows + 1), NULL, &error);
  g_assert_no_error (error);
  apply (world, batch);
}

static void
remove_row (World *world)
{
  int table = random_table (world);
  int n_rows = zp_report_count_rows (world->report, table);

  if (n_rows > 0)
    apply (world, zp_row_edit_remove (world->report, table, below (world, n_rows)));
}

static void
move_row (World *world)
{
  int table = random_table (world);
  int n_rows = zp_report_count_rows (world->report, table);
  int from = n_rows > 1 ? below (world, n_rows) : 0;

  if (n_rows > 1)
    apply (world, zp_row_edit_move (world->report, table, from, (from + 1) % n_rows));
}

static void
undo (World *world)
{
  g_autoptr (GError) error = NULL;

  for (int i = below (world, 4); i >= 0; i--)
    zp_report_undo (world->report, &error);
  g_assert_no_error (error);
}

static void
redo (World *world)
{
  g_autoptr (GError) error = NULL;

  for (int i = below (world, 4); i >= 0; i--)
    zp_report_redo (world->report, &error);
  g_assert_no_error (error);
}

static void
note (World *world)
{
  GPtrArray *findings = zp_checker_get_findings (world->checker);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->check->note == ZP_NOTE_NONE)
        continue;
      apply (world, zp_checker_make_note (world->checker, finding->id, "属实", "张三", 0, NULL));
      return;
    }
}

static void
step (World *world)
{
  static void (*const steps[]) (World *) = {
    set_random_cell,
    set_random_cell,
    set_random_cell,
    set_random_cell,
    set_year,
    set_passage,
    insert_row,
    remove_row,
    move_row,
    undo,
    redo,
    note,
  };

  steps[below (world, G_N_ELEMENTS (steps))](world);
}

/* (transfer full): everything the checker says, one finding or hint a line. */
static char *
tell (ZpChecker *checker)
{
  GPtrArray *findings = zp_checker_get_findings (checker);
  GPtrArray *hints = zp_checker_get_hints (checker);
  GString *text = g_string_new (NULL);
  ZpSummary n;

  zp_checker_get_summary (checker, &n);
  g_string_append_printf (text, "%u %u %u %u %u %u\n", n.checks, n.skipped, n.errors, n.warnings,
                          n.roundings, n.infos);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *cells = g_strjoinv (" ", finding->cells);

      g_string_append_printf (text, "%s %s %s: %s (%u) %s\n", finding->id,
                              zp_severity_get_id (finding->severity), cells, finding->message,
                              finding->hints->len,
                              finding->note == NULL ? "-"
                              : finding->note_valid ? "noted"
                                                    : "void");
    }
  for (guint i = 0; i < hints->len; i++)
    g_string_append_printf (text, "%s\n", ((const ZpHint *) g_ptr_array_index (hints, i))->message);
  return g_string_free (text, FALSE);
}

static void
assert_like_new (World *world, guint number)
{
  g_autoptr (ZpChecker) fresh = zp_checker_new (world->report);
  g_autofree char *followed = tell (world->checker);
  g_autofree char *anew = tell (fresh);

  if (strcmp (followed, anew) != 0)
    g_error ("after step %u the checker says\n%s\nand a new one\n%s", number, followed, anew);
}

static void
test_follows (void)
{
  World world = { .rand = g_rand_new_with_seed (SEED), .report = check_fixture_open_ledger () };

  world.checker = zp_checker_new (world.report);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&world);
      assert_like_new (&world, i);
    }
  zp_checker_free (world.checker);
  g_object_unref (world.report);
  g_rand_free (world.rand);
}

/* Steps whose outcome nobody looked at are not forgotten. */
static void
test_follows_unseen (void)
{
  World world = { .rand = g_rand_new_with_seed (SEED + 1), .report = check_fixture_open_ledger () };

  world.checker = zp_checker_new (world.report);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&world);
      if (i % 50 == 49)
        assert_like_new (&world, i);
    }
  zp_checker_free (world.checker);
  g_object_unref (world.report);
  g_rand_free (world.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker/follows", test_follows);
  g_test_add_func ("/checker/follows-unseen", test_follows_unseen);
  return g_test_run ();
}
