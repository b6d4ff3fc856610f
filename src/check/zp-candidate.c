/* SPDX-License-Identifier: GPL-3.0-or-later
 * One figure changed to one value, and what the checks say then. */
#include "check/zp-candidate-private.h"

/* Frees what @self holds. */
void
zp_candidate_clear (ZpCandidate *self)
{
  g_clear_pointer (&self->repaired, g_array_unref);
}

/* What is only unlikely may well be so, and a wrong figure can hide it. */
static gboolean
is_broken (const ZpCheckDef *check, ZpState before, ZpState after)
{
  return check->severity == ZP_SEVERITY_ERROR && before != ZP_STATE_FAILS &&
         after == ZP_STATE_FAILS;
}

/* Whether a repair says something about the figure: that it is now plausible alone does not. */
static gboolean
has_weight (const ZpCheckDef *check)
{
  return check->severity == ZP_SEVERITY_ERROR || zp_check_is_consistency (check);
}

/* Where two values differ in the last place only, each of them exact in some checks, those of other
 * figures count more than the figure's own formula: had it been the formula's, nobody would have
 * had to declare it. */
static int
exactness (const ZpCheckDef *check, ZpCell cell, ZpState before, ZpState after)
{
  gboolean own = check->def != NULL && check->def->cell.block == cell.block &&
                 check->def->cell.column == cell.column &&
                 (check->def->every_row || check->def->cell.row == cell.row);

  return (own ? 1 : 2) * ((after == ZP_STATE_HOLDS) - (before == ZP_STATE_HOLDS));
}

static void
add_repair (ZpCandidate *self, const ZpCheckDef *check, ZpInstance instance)
{
  g_array_append_val (self->repaired, instance);
  self->weight += has_weight (check);
  self->agree |= zp_check_is_consistency (check);
}

/* FALSE when the candidate breaks the check. */
static gboolean
judge_instance (ZpCandidate *self, ZpChecker *checker, const ZpStates *states, ZpInstance instance)
{
  const ZpCheckDef *check = zp_checker_get_check (checker, instance.check);
  ZpState before = zp_states_get (states, instance);
  ZpState after = zp_verdict_get_state (zp_checker_get_report (checker), check, instance.row);

  if (is_broken (check, before, after))
    return FALSE;
  if (zp_check_is_consistency (check))
    self->exact += exactness (check, self->cell, before, after);
  if (before == ZP_STATE_FAILS && after != ZP_STATE_FAILS && after != ZP_STATE_SKIPPED)
    add_repair (self, check, instance);
  return TRUE;
}

/* FALSE when the candidate breaks a check or repairs none. @states: without it; the report has its
 * figure on trial. */
gboolean
zp_candidate_judge (ZpCandidate *self, ZpChecker *checker, const ZpStates *states, ZpWork *work)
{
  const GArray *moved = zp_report_get_moved (zp_checker_get_report (checker));
  g_autoptr (GArray) instances = zp_checker_list_affected (checker, moved);

  self->repaired = g_array_new (FALSE, FALSE, sizeof (ZpInstance));
  for (guint i = 0; i < instances->len; i++)
    {
      ZpInstance instance = g_array_index (instances, ZpInstance, i);

      zp_work_add_check (work, zp_checker_get_check (checker, instance.check));
      if (!judge_instance (self, checker, states, instance))
        return FALSE;
    }
  return self->weight > 0;
}

static gboolean
is_mechanical (ZpSlip slip)
{
  return slip != ZP_SLIP_NONE && slip != ZP_SLIP_WRONG_QUANTITY;
}

/* Some digit could be wrong or missing in almost every figure of a sum. */
static gboolean
is_telling (ZpSlip slip)
{
  return is_mechanical (slip) && slip != ZP_SLIP_DIGIT && slip != ZP_SLIP_TRUNCATED;
}

/* One check alone says only that one of its figures is wrong; a slip of the hand makes it a guess
 * worth showing. A limit alone does not even give a figure: some digit or the point could be wrong
 * anywhere. */
gboolean
zp_candidate_is_worth_showing (const ZpCandidate *self)
{
  if (self->weight >= 2)
    return TRUE;
  if (self->agree)
    return is_mechanical (self->slip);
  return self->slip == ZP_SLIP_TRANSPOSITION || self->slip == ZP_SLIP_DOUBLED_DIGIT;
}

static int
slip_rank (ZpSlip slip)
{
  if (slip == ZP_SLIP_NONE)
    return 0;
  return is_mechanical (slip) ? 2 : 1;
}

/* Whether @self explains more than @other, which may not be judged yet. */
gboolean
zp_candidate_is_better (const ZpCandidate *self, const ZpCandidate *other)
{
  if (other->repaired == NULL)
    return TRUE;
  if (self->weight != other->weight)
    return self->weight > other->weight;
  if (slip_rank (self->slip) != slip_rank (other->slip))
    return slip_rank (self->slip) > slip_rank (other->slip);
  if (self->exact != other->exact)
    return self->exact > other->exact;
  return is_telling (self->slip) && !is_telling (other->slip);
}
