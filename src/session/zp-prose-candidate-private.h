/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell a number typed by hand stands for. */
#pragma once

#include "session/zp-prose.h"

G_BEGIN_DECLS

/**
 * ZpProseTyped: a number as it stands in the text.
 * @at: where it begins; @end: where it ends (bytes)
 * @digits: without separators; @number: its value; @places: as typed
 * @sentence: where its sentence begins
 */
typedef struct
{
  const char *text;
  gsize at;
  gsize end;
  char *digits;
  ZpDecimal number;
  int places;
  gsize sentence;
} ZpProseTyped;

/**
 * ZpProseCandidate: a cell that says the same.
 * @rendering: (nullable): how it has to be printed; @end: where the typed text ends with its unit
 */
typedef struct
{
  ZpCell cell;
  char *rendering;
  gsize end;
  int score;
} ZpProseCandidate;

void zp_prose_candidate_look_at (ZpProseCandidate *best,
                                 const ZpProseTyped *typed,
                                 ZpReport *report,
                                 const ZpBlock *block,
                                 ZpCell cell);

G_END_DECLS
