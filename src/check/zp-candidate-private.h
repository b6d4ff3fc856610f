/* SPDX-License-Identifier: GPL-3.0-or-later
 * One figure changed to one value, and what the checks say then. */
#pragma once

#include "check/zp-checker-private.h"

G_BEGIN_DECLS

/**
 * ZpCandidate:
 * @cell: the figure; @from: what stands there; @to: what is tried
 * @slip: how the one became the other
 * @repaired: of #ZpInstance: findings that are gone then, or %NULL before it is judged
 * @weight: how many of them are errors, or figures that must agree
 * @agree: whether figures that must agree are among them
 * @exact: weight of the checks that come to hold exactly, less those that no longer do
 */
typedef struct
{
  ZpCell cell;
  ZpDecimal from;
  ZpDecimal to;
  ZpSlip slip;
  GArray *repaired;
  guint weight;
  gboolean agree;
  int exact;
} ZpCandidate;

void zp_candidate_clear (ZpCandidate *self);
gboolean
zp_candidate_judge (ZpCandidate *self, ZpChecker *checker, const ZpStates *states, ZpWork *work);
gboolean zp_candidate_is_worth_showing (const ZpCandidate *self);
gboolean zp_candidate_is_better (const ZpCandidate *self, const ZpCandidate *other);

G_END_DECLS
