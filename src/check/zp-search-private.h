/* SPDX-License-Identifier: GPL-3.0-or-later
 * The state of the search for hints, and one figure suspected in it. */
#pragma once

#include "check/zp-candidate-private.h"

G_BEGIN_DECLS

/**
 * ZpSearch:
 * @states: with the hints found so far accepted
 * @failing: the check that is to be repaired
 * @tried: of char*, "cell=value": what was judged in this round
 * @solved: set of #ZpCell: suspects in this round of checks that give their value
 * @round_end: figures read in @work at which this round, or the listing before it, is over
 * @best: of this round
 */
typedef struct
{
  ZpChecker *checker;
  ZpReport *report;
  const ZpPack *pack;
  ZpStates states;
  ZpInstance failing;
  GHashTable *tried;
  GHashTable *solved;
  ZpWork work;
  guint64 round_end;
  ZpCandidate best;
} ZpSearch;

void zp_search_suspect (ZpSearch *self, ZpCell cell);

G_END_DECLS
