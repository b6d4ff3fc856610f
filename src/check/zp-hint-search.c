/* SPDX-License-Identifier: GPL-3.0-or-later
 * The search for the figure that is probably wrong and for its right value. */
#include "check/zp-search-private.h"
#include "check/zp-suspect-private.h"

/** More wrong figures than this in one report are not told apart. */
#define MAX_HINTS 12

/** Figures read to list what fails, to try figures in one round, and in all: a report with hundreds
 * of contradictions must not keep anybody waiting, and says the same on a slow machine as on a fast
 * one. */
#define LIST_READS 2000000
#define ROUND_READS 2000000
#define MAX_READS 20000000

static gboolean
is_contradiction (const ZpCheckDef *check, ZpState state)
{
  return state == ZP_STATE_FAILS && check->severity == ZP_SEVERITY_ERROR && check->left != NULL;
}

static void
add_contradiction (ZpSearch *self, ZpInstance instance, GPtrArray *failing)
{
  const ZpCheckDef *check = zp_checker_get_check (self->checker, instance.check);
  ZpSuspects *suspects;

  if (!is_contradiction (check, zp_states_get (&self->states, instance)))
    return;
  suspects = zp_suspects_new (self->checker, instance);
  self->work.n_reads += suspects->cells->len;
  g_ptr_array_add (failing, suspects);
}

/* (transfer full): of ZpSuspects. Those that there is no time to solve are not listed either. */
static GPtrArray *
list_contradictions (ZpSearch *self)
{
  GPtrArray *failing = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_suspects_free);

  for (guint i = 0; i < self->states.n_checks; i++)
    for (guint row = 0; row < self->states.rows[i]->len && self->work.n_reads < self->round_end;
         row++)
      add_contradiction (self, (ZpInstance){ (int) i, (int) row }, failing);
  return failing;
}

/* The figures about which some failing check says something. */
static GHashTable *
list_evident (const GPtrArray *failing)
{
  GHashTable *evident = zp_cell_table_new ();

  for (guint i = 0; i < failing->len; i++)
    {
      const ZpSuspects *suspects = g_ptr_array_index (failing, i);

      for (guint k = 0; k < suspects->cells->len; k++)
        {
          const ZpCell *cell = &g_array_index (suspects->cells, ZpCell, k);

          if (zp_suspects_is_one_of_few (suspects, *cell))
            g_hash_table_add (evident, g_memdup2 (cell, sizeof *cell));
        }
    }
  return evident;
}

/* The figures that the check tells apart, or those that only other checks tell apart from the rest
 * of their column. */
static void
search_instance (ZpSearch *self, const ZpSuspects *suspects, gboolean of_few, GHashTable *evident)
{
  self->failing = suspects->instance;
  for (guint i = 0; i < suspects->cells->len; i++)
    {
      ZpCell cell = g_array_index (suspects->cells, ZpCell, i);

      if (g_hash_table_contains (evident, &cell) &&
          zp_suspects_is_one_of_few (suspects, cell) == of_few)
        zp_search_suspect (self, cell);
    }
}

static void
search_instances (ZpSearch *self, const GPtrArray *failing)
{
  g_autoptr (GHashTable) evident = list_evident (failing);

  for (guint i = 0; i < failing->len; i++)
    search_instance (self, g_ptr_array_index (failing, i), TRUE, evident);
  for (guint i = 0; i < failing->len; i++)
    search_instance (self, g_ptr_array_index (failing, i), FALSE, evident);
}

static void
allow_reads (ZpSearch *self, guint64 n_reads)
{
  self->round_end = MIN (self->work.n_reads + n_reads, MAX_READS);
}

static gboolean
search_best (ZpSearch *self)
{
  g_autoptr (GPtrArray) failing = NULL;

  self->best = (ZpCandidate){ 0 };
  g_hash_table_remove_all (self->tried);
  g_hash_table_remove_all (self->solved);
  allow_reads (self, LIST_READS);
  failing = list_contradictions (self);
  allow_reads (self, ROUND_READS);
  search_instances (self, failing);
  return self->best.repaired != NULL;
}

static char **
format_repairs (ZpSearch *self, const GArray *repaired)
{
  char **ids = g_new0 (char *, repaired->len + 1);

  for (guint i = 0; i < repaired->len; i++)
    ids[i] = zp_checker_format_id (self->checker, g_array_index (repaired, ZpInstance, i));
  return ids;
}

static ZpHint *
make_hint (ZpSearch *self)
{
  const ZpCandidate *best = &self->best;
  ZpHint *hint = g_new0 (ZpHint, 1);

  hint->cell = best->cell;
  hint->id = zp_pack_format_id (self->pack, best->cell);
  hint->slip = best->slip;
  hint->from = best->from;
  hint->to = best->to;
  hint->repairs = format_repairs (self, best->repaired);
  hint->likely = best->repaired->len >= 2;
  zp_hint_describe (self->checker, hint);
  return hint;
}

/* From now on the figure counts as put right: the next search explains what is left. */
static void
accept_best (ZpSearch *self)
{
  g_autoptr (GArray) instances = NULL;

  zp_report_try (self->report, self->best.cell, self->best.to);
  instances = zp_checker_list_affected (self->checker, zp_report_get_moved (self->report));
  for (guint i = 0; i < instances->len; i++)
    {
      ZpInstance instance = g_array_index (instances, ZpInstance, i);

      zp_states_set (&self->states, instance,
                     zp_verdict_get_state (self->report,
                                           zp_checker_get_check (self->checker, instance.check),
                                           instance.row));
    }
  zp_candidate_clear (&self->best);
}

/*
 * Each failing check is solved for each figure behind it; what breaks a check is dropped; the value
 * that repairs most is kept, then the one that a slip of the hand explains, then the one that fits
 * exactly. It is accepted on trial and the search goes on, so that two slips in one report are both
 * explained.
 *
 * (transfer full): of ZpHint, the best first. The report is left as it was.
 * @work: (out): figures read
 */
GPtrArray *
zp_hint_search (ZpChecker *checker, guint64 *work)
{
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) solved = zp_cell_table_new ();
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_hint_free);
  ZpSearch self = { .checker = checker, .tried = tried, .solved = solved };

  self.report = zp_checker_get_report (checker);
  self.pack = zp_report_get_pack (self.report);
  self.states = zp_states_copy (zp_checker_get_states (checker));
  zp_work_init (&self.work, self.report);
  while (hints->len < MAX_HINTS && search_best (&self))
    {
      g_ptr_array_add (hints, make_hint (&self));
      accept_best (&self);
    }
  for (guint i = 0; i < hints->len; i++)
    zp_report_end_try (self.report);
  *work = self.work.n_reads;
  zp_work_clear (&self.work);
  zp_states_clear (&self.states);
  return hints;
}
