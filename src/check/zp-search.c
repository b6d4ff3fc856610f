/* SPDX-License-Identifier: GPL-3.0-or-later
 * One suspected figure: the values with which a failing check holds, each put on trial. */
#include "check/zp-search-private.h"
#include "check/zp-slip.h"

/** Steps until a figure behind a quotient is solved. */
#define MAX_STEPS 6

typedef enum
{
  ZP_AXIS_FIGURE,
  ZP_AXIS_RECIPROCAL,
} ZpAxis;

/* @gap: how far the two sides of the check are apart with @figure */
typedef struct
{
  ZpDecimal figure;
  ZpRational gap;
} ZpPoint;

static const ZpCheckDef *
failing_check (ZpSearch *self)
{
  return zp_checker_get_check (self->checker, self->failing.check);
}

static gboolean
try_figure (ZpSearch *self, ZpCell cell, ZpDecimal figure)
{
  gboolean fits = zp_report_try (self->report, cell, figure);

  zp_work_add_trial (&self->work);
  return fits;
}

/* The other figures of the report are looked through only where that could make it the best. */
static void
classify (ZpSearch *self, ZpCandidate *candidate)
{
  candidate->slip =
    zp_hint_classify (self->checker, candidate->cell, candidate->from, candidate->to);
  if (candidate->slip == ZP_SLIP_NONE && candidate->repaired->len >= 2 &&
      zp_hint_is_quantity (self->checker, candidate->cell, candidate->from, &self->work))
    candidate->slip = ZP_SLIP_WRONG_QUANTITY;
}

static void
consider (ZpSearch *self, ZpCandidate *candidate)
{
  gboolean good = try_figure (self, candidate->cell, candidate->to) &&
                  zp_candidate_judge (candidate, self->checker, &self->states, &self->work) &&
                  candidate->weight >= self->best.weight;

  zp_report_end_try (self->report);
  if (good)
    classify (self, candidate);
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
consider_value (ZpSearch *self, ZpCell cell, ZpDecimal from, ZpDecimal to)
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
get_gap (ZpSearch *self, ZpRational *gap)
{
  zp_work_add_check (&self->work, failing_check (self));
  return zp_check_gap (self->report, failing_check (self), self->failing.row, gap);
}

static gboolean
gap_at (ZpSearch *self, ZpCell cell, ZpDecimal figure, ZpRational *gap)
{
  gboolean found = try_figure (self, cell, figure) && get_gap (self, gap);

  zp_report_end_try (self->report);
  return found;
}

static ZpState
state_at (ZpSearch *self, ZpCell cell, ZpDecimal figure)
{
  ZpState state = ZP_STATE_FAILS;

  if (try_figure (self, cell, figure))
    state = zp_verdict_get_state (self->report, failing_check (self), self->failing.row);
  zp_work_add_check (&self->work, failing_check (self));
  zp_report_end_try (self->report);
  return state;
}

static gboolean
holds_at (ZpSearch *self, ZpCell cell, ZpDecimal figure)
{
  ZpState state = state_at (self, cell, figure);

  return state == ZP_STATE_HOLDS || state == ZP_STATE_ROUNDING;
}

/* Where a figure stands on an axis on which the check is linear in it: itself, or its reciprocal
 * where it is divided by. */
static gboolean
to_axis (ZpDecimal figure, ZpAxis axis, ZpRational *out)
{
  ZpRational one = zp_rational_from_decimal ((ZpDecimal){ ZP_DECIMAL_ONE });

  *out = zp_rational_from_decimal (figure);
  return axis == ZP_AXIS_FIGURE || zp_rational_divide (one, *out, out);
}

static gboolean
from_axis (ZpRational place, ZpAxis axis, int places, ZpDecimal *out)
{
  ZpRational one = zp_rational_from_decimal ((ZpDecimal){ ZP_DECIMAL_ONE });

  return (axis == ZP_AXIS_FIGURE || zp_rational_divide (one, place, &place)) &&
         zp_rational_to_decimal (place, places, out);
}

/* The secant through two points: exact in one step where the check is linear. */
static gboolean
next_guess (const ZpPoint *a, const ZpPoint *b, ZpAxis axis, int places, ZpDecimal *out)
{
  ZpRational from;
  ZpRational to;
  ZpRational step;
  ZpRational slope;
  ZpRational correction;
  ZpRational guess;

  return to_axis (a->figure, axis, &from) && to_axis (b->figure, axis, &to) &&
         zp_rational_subtract (to, from, &step) && zp_rational_subtract (b->gap, a->gap, &slope) &&
         zp_rational_sign (slope) != 0 && zp_rational_divide (b->gap, slope, &correction) &&
         zp_rational_multiply (correction, step, &correction) &&
         zp_rational_subtract (to, correction, &guess) && from_axis (guess, axis, places, out);
}

static gboolean
solve_on (ZpSearch *self, ZpCell cell, ZpDecimal from, ZpAxis axis, int places, ZpDecimal *out)
{
  ZpPoint a = { .figure = from };
  ZpPoint b = { .figure = { from.millionths + ZP_DECIMAL_ONE } };

  if (!get_gap (self, &a.gap))
    return FALSE;
  for (int step = 0; step < MAX_STEPS; step++)
    {
      if (!gap_at (self, cell, b.figure, &b.gap) || !next_guess (&a, &b, axis, places, out))
        return FALSE;
      if (holds_at (self, cell, *out))
        return TRUE;
      if (out->millionths == b.figure.millionths)
        return FALSE;
      a = b;
      b.figure = *out;
    }
  return FALSE;
}

/* The figure at @cell with which the failing check holds. */
static gboolean
solve (ZpSearch *self, ZpCell cell, ZpDecimal from, int places, ZpDecimal *out)
{
  return solve_on (self, cell, from, ZP_AXIS_FIGURE, places, out) ||
         solve_on (self, cell, from, ZP_AXIS_RECIPROCAL, places, out);
}

/* For a check without a solution, such as a limit: every slip that makes it hold. */
static void
consider_all_slips (ZpSearch *self, ZpCell cell, ZpDecimal from, int places)
{
  g_autoptr (GArray) origins = zp_slip_list_origins (from, places);

  for (guint i = 0; i < origins->len && self->work.n_reads < self->round_end; i++)
    {
      ZpDecimal to = g_array_index (origins, ZpDecimal, i);

      if (to.millionths != from.millionths && holds_at (self, cell, to))
        consider_value (self, cell, from, to);
    }
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  return zp_decimal_compare (*(const ZpDecimal *) a, *(const ZpDecimal *) b);
}

static guint
find_place (const GArray *sorted, ZpDecimal figure)
{
  guint place = 0;

  while (place < sorted->len &&
         compare_figures (&g_array_index (sorted, ZpDecimal, place), &figure) < 0)
    place++;
  return place;
}

/* The figures around @solution with which the check holds lie together: they are felt for from it
 * outwards, so that the many that are far off cost nothing. */
static void
find_limits (ZpSearch *self,
             ZpCell cell,
             const GArray *origins,
             ZpDecimal solution,
             ZpDecimal *low,
             ZpDecimal *high)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) origins);
  guint place;

  g_array_sort (sorted, compare_figures);
  place = find_place (sorted, solution);
  *low = *high = solution;
  for (guint i = place;
       i < sorted->len && holds_at (self, cell, g_array_index (sorted, ZpDecimal, i)); i++)
    *high = g_array_index (sorted, ZpDecimal, i);
  for (guint i = place; i > 0 && holds_at (self, cell, g_array_index (sorted, ZpDecimal, i - 1));
       i--)
    *low = g_array_index (sorted, ZpDecimal, i - 1);
}

static void
consider_slips (ZpSearch *self, ZpCell cell, ZpDecimal from, ZpDecimal solution, int places)
{
  g_autoptr (GArray) origins = zp_slip_list_origins (from, places);
  ZpDecimal low;
  ZpDecimal high;

  find_limits (self, cell, origins, solution, &low, &high);
  for (guint i = 0; i < origins->len; i++)
    {
      ZpDecimal to = g_array_index (origins, ZpDecimal, i);

      if (zp_decimal_compare (to, low) >= 0 && zp_decimal_compare (to, high) <= 0)
        consider_value (self, cell, from, to);
    }
}

/* A quotient shown with two places fits several values of its operands, a sum no more than one. */
static gboolean
fits_neighbours (ZpSearch *self, ZpCell cell, ZpDecimal figure, int places)
{
  gint64 unit = ZP_DECIMAL_ONE;

  for (int i = 0; i < places; i++)
    unit /= 10;
  return holds_at (self, cell, (ZpDecimal){ figure.millionths + 2 * unit }) ||
         state_at (self, cell, (ZpDecimal){ figure.millionths + unit }) == ZP_STATE_HOLDS ||
         state_at (self, cell, (ZpDecimal){ figure.millionths - unit }) == ZP_STATE_HOLDS;
}

static void
consider_solution (ZpSearch *self, ZpCell cell, ZpDecimal from, int places)
{
  ZpDecimal to;

  g_hash_table_add (self->solved, g_memdup2 (&cell, sizeof cell));
  if (!solve (self, cell, from, places, &to))
    return;
  consider_value (self, cell, from, to);
  if (fits_neighbours (self, cell, to, places))
    consider_slips (self, cell, from, to, places);
}

/* Puts on trial what could stand at @cell instead, so that the failing check holds. A limit says
 * little about a figure for which another failing check gives a value. */
void
zp_search_suspect (ZpSearch *self, ZpCell cell)
{
  int places = zp_pack_get_cell (self->pack, cell)->max_places;
  ZpDecimal from = zp_report_get_value (self->report, cell)->typed.number;

  if (self->work.n_reads >= self->round_end)
    return;
  if (zp_check_is_consistency (failing_check (self)))
    consider_solution (self, cell, from, places);
  else if (!g_hash_table_contains (self->solved, &cell))
    consider_all_slips (self, cell, from, places);
}
