/* SPDX-License-Identifier: GPL-3.0-or-later
 * The search for the figure that is probably wrong and for its right value. */
#include "check/zp-candidate-private.h"
#include "check/zp-slip.h"

/** More wrong figures than this in one report are not told apart. */
#define MAX_HINTS 12

/** Figures tried in one search of a report of up to so many rows: one with hundreds of
 * contradictions must not keep anybody waiting. A try computes sums over rows, so in a larger
 * report there are as many fewer. */
#define MAX_TRIES 20000
#define MAX_TRIES_ROWS 250

/** Steps until a figure behind a quotient is solved. */
#define MAX_STEPS 6

typedef struct
{
  ZpChecker *checker;
  ZpReport *report;
  const ZpPack *pack;
  ZpStates states; /* with the hints found so far accepted */
  ZpInstance failing;
  GHashTable *tried; /* "cell=value" */
  guint n_tries;
  guint max_tries;
  ZpCandidate best;
} Search;

static const ZpCheckDef *
check_of (Search *self, ZpInstance instance)
{
  return zp_checker_get_check (self->checker, instance.check);
}

static gboolean
try_figure (Search *self, ZpCell cell, ZpDecimal figure)
{
  self->n_tries++;
  return zp_report_try (self->report, cell, figure);
}

static void
consider (Search *self, ZpCandidate *candidate)
{
  gboolean good;

  good = try_figure (self, candidate->cell, candidate->to) &&
         zp_candidate_judge (candidate, self->checker, &self->states);
  zp_report_end_try (self->report);
  if (good)
    candidate->slip =
      zp_hint_classify (self->checker, candidate->cell, candidate->from, candidate->to);
  if (!good || !zp_candidate_is_worth_showing (candidate) ||
      !zp_candidate_is_better (candidate, &self->best))
    {
      zp_candidate_clear (candidate);
      return;
    }
  zp_candidate_clear (&self->best);
  self->best = *candidate;
}

static void
consider_value (Search *self, ZpCell cell, ZpDecimal from, ZpDecimal to)
{
  ZpCandidate candidate = { .cell = cell, .from = from, .to = to };
  char *key;

  if (from.millionths == to.millionths)
    return;
  key = g_strdup_printf ("%d/%d/%d=%" G_GINT64_FORMAT, cell.block, cell.row, cell.column,
                         to.millionths);
  if (g_hash_table_add (self->tried, key))
    consider (self, &candidate);
}

static gboolean
gap_at (Search *self, ZpCell cell, ZpDecimal figure, ZpRational *gap)
{
  gboolean found =
    try_figure (self, cell, figure) &&
    zp_check_gap (self->report, check_of (self, self->failing), self->failing.row, gap);

  zp_report_end_try (self->report);
  return found;
}

static gboolean
holds_at (Search *self, ZpCell cell, ZpDecimal figure)
{
  ZpState state = ZP_STATE_FAILS;

  if (try_figure (self, cell, figure))
    state = zp_verdict_get_state (self->report, check_of (self, self->failing), self->failing.row);
  zp_report_end_try (self->report);
  return state == ZP_STATE_HOLDS || state == ZP_STATE_ROUNDING;
}

/* The secant through two points: exact in one step where the check is linear in the figure. */
static gboolean
next_guess (
  ZpDecimal a, ZpRational gap_a, ZpDecimal b, ZpRational gap_b, int places, ZpDecimal *out)
{
  ZpRational step = zp_rational_from_decimal ((ZpDecimal){ b.millionths - a.millionths });
  ZpRational slope;
  ZpRational correction;
  ZpRational guess;

  return zp_rational_subtract (gap_b, gap_a, &slope) && zp_rational_sign (slope) != 0 &&
         zp_rational_divide (gap_b, slope, &correction) &&
         zp_rational_multiply (correction, step, &correction) &&
         zp_rational_subtract (zp_rational_from_decimal (b), correction, &guess) &&
         zp_rational_to_decimal (guess, places, out);
}

/* The figure at @cell with which the failing check holds. */
static gboolean
solve (Search *self, ZpCell cell, ZpDecimal from, int places, ZpDecimal *out)
{
  ZpDecimal a = from;
  ZpDecimal b = { from.millionths + ZP_DECIMAL_ONE };
  ZpRational gap_a;
  ZpRational gap_b;

  if (!gap_at (self, cell, a, &gap_a))
    return FALSE;
  for (int step = 0; step < MAX_STEPS; step++)
    {
      if (!gap_at (self, cell, b, &gap_b) || !next_guess (a, gap_a, b, gap_b, places, out))
        return FALSE;
      if (holds_at (self, cell, *out))
        return TRUE;
      if (out->millionths == b.millionths)
        return FALSE;
      a = b;
      gap_a = gap_b;
      b = *out;
    }
  return FALSE;
}

static void
consider_slips (Search *self, ZpCell cell, ZpDecimal from, int places)
{
  g_autoptr (GArray) origins = zp_slip_list_origins (from, places);

  for (guint i = 0; i < origins->len; i++)
    {
      ZpDecimal to = g_array_index (origins, ZpDecimal, i);

      if (to.millionths != from.millionths && holds_at (self, cell, to))
        consider_value (self, cell, from, to);
    }
}

/* A quotient shown with two places fits many values of its operands. */
static gboolean
fits_neighbours (Search *self, ZpCell cell, ZpDecimal figure, int places)
{
  gint64 unit = ZP_DECIMAL_ONE;

  for (int i = 0; i < places; i++)
    unit /= 10;
  return holds_at (self, cell, (ZpDecimal){ figure.millionths + 2 * unit });
}

static void
suspect (Search *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  ZpDecimal from = zp_report_get_value (self->report, cell)->typed.number;
  ZpDecimal to;

  if (self->n_tries > self->max_tries)
    return;
  if (!zp_check_is_consistency (check_of (self, self->failing)))
    {
      consider_slips (self, cell, from, def->max_places);
      return;
    }
  if (!solve (self, cell, from, def->max_places, &to))
    return;
  consider_value (self, cell, from, to);
  if (fits_neighbours (self, cell, to, def->max_places))
    consider_slips (self, cell, from, def->max_places);
}

static gboolean
is_contradiction (const ZpCheckDef *check, ZpState state)
{
  return state == ZP_STATE_FAILS && check->severity == ZP_SEVERITY_ERROR && check->left != NULL;
}

static void
search_instance (Search *self, ZpInstance instance)
{
  g_autoptr (GArray) cells = NULL;

  self->failing = instance;
  cells = zp_suspect_list (self->report, check_of (self, instance), instance.row);
  for (guint i = 0; i < cells->len; i++)
    suspect (self, g_array_index (cells, ZpCell, i));
}

static gboolean
search_best (Search *self)
{
  self->best = (ZpCandidate){ 0 };
  g_hash_table_remove_all (self->tried);
  for (guint i = 0; i < self->states.n_checks; i++)
    for (guint row = 0; row < self->states.rows[i]->len; row++)
      {
        ZpInstance instance = { (int) i, (int) row };

        if (is_contradiction (check_of (self, instance), zp_states_get (&self->states, instance)))
          search_instance (self, instance);
      }
  return self->best.repaired != NULL;
}

static char **
format_repairs (Search *self, const GArray *repaired)
{
  char **ids = g_new0 (char *, repaired->len + 1);

  for (guint i = 0; i < repaired->len; i++)
    ids[i] = zp_checker_format_id (self->checker, g_array_index (repaired, ZpInstance, i));
  return ids;
}

static ZpHint *
make_hint (Search *self)
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
accept_best (Search *self)
{
  g_autoptr (GArray) instances = NULL;

  zp_report_try (self->report, self->best.cell, self->best.to);
  instances = zp_checker_list_affected (self->checker, zp_report_get_moved (self->report));
  for (guint i = 0; i < instances->len; i++)
    {
      ZpInstance instance = g_array_index (instances, ZpInstance, i);

      zp_states_set (&self->states, instance,
                     zp_verdict_get_state (self->report, check_of (self, instance), instance.row));
    }
  zp_candidate_clear (&self->best);
}

static guint
count_rows (Search *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < self->pack->blocks->len; i++)
    n_rows += (guint) zp_report_count_rows (self->report, (int) i);

  return n_rows;
}

/*
 * Each failing check is solved for each figure behind it; what breaks a check is dropped; the value
 * that repairs most is kept, then the one that a slip of the hand explains, then the one that fits
 * exactly. It is accepted on trial and the search goes on, so that two slips in one report are both
 * explained.
 *
 * (transfer full): of ZpHint, the best first. The report is left as it was.
 */
GPtrArray *
zp_hint_search (ZpChecker *checker)
{
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_hint_free);
  Search self = { .checker = checker, .tried = tried };

  self.report = zp_checker_get_report (checker);
  self.pack = zp_report_get_pack (self.report);
  self.max_tries = MAX_TRIES / MAX (count_rows (&self) / MAX_TRIES_ROWS, 1);
  self.states = zp_states_copy (zp_checker_get_states (checker));
  while (hints->len < MAX_HINTS && search_best (&self))
    {
      g_ptr_array_add (hints, make_hint (&self));
      accept_best (&self);
    }
  for (guint i = 0; i < hints->len; i++)
    zp_report_end_try (self.report);
  zp_states_clear (&self.states);
  return hints;
}
