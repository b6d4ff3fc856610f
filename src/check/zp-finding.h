/* SPDX-License-Identifier: GPL-3.0-or-later
 * One result of one check: what was compared, where, and the words shown for it. */
#pragma once

#include "check/zp-verdict.h"

G_BEGIN_DECLS

/**
 * ZpSlip: how a figure probably became wrong.
 */
typedef enum
{
  ZP_SLIP_NONE,
  ZP_SLIP_TRANSPOSITION,
  ZP_SLIP_DIGIT,
  ZP_SLIP_DROPPED_DIGIT,
  ZP_SLIP_DOUBLED_DIGIT,
  ZP_SLIP_UNIT,
  ZP_SLIP_DECIMAL,
  ZP_SLIP_SIGN,
  ZP_SLIP_OMITTED_ADDEND,
  ZP_SLIP_COUNTED_TWICE,
  ZP_SLIP_COPIED_NEIGHBOUR,
  ZP_SLIP_WRONG_QUANTITY,
  ZP_SLIP_TRUNCATED,
  ZP_SLIP_STALE_TOTAL,
} ZpSlip;

/**
 * ZpHint: a figure that is probably wrong, and what it probably should be. Never applied by itself.
 * @cell @id: the figure
 * @from @to: in the unit and places of the cell
 * @other: (nullable): label of the figure that @from really is, for a wrong quantity
 * @repairs: ids of the findings that are repaired, NULL-terminated
 * @likely: repairs two checks or more
 * @message: in words
 */
typedef struct
{
  ZpCell cell;
  char *id;
  ZpSlip slip;
  ZpDecimal from;
  ZpDecimal to;
  char *other;
  char **repairs;
  gboolean likely;
  char *message;
} ZpHint;

/**
 * ZpFinding:
 * @id: check id, then .row, .column or [n]
 * @check: what was checked; @row: where, 0 when it holds for no rows
 * @severity: as declared, or %ZP_SEVERITY_ROUNDING
 * @cells: ids of what it names, the guilty side first, NULL-terminated
 * @places: of #ZpCell: the addresses of @cells; block −1 for what is no cell
 * @found @expected @difference: figures without separators, or %NULL
 * @unit: their unit, or %NULL
 * @hints: of #ZpHint, borrowed, the best first
 * @note: (nullable): 审核说明, borrowed; @note_valid: no figure moved since it was written
 */
typedef struct
{
  char *id;
  const ZpCheckDef *check;
  int row;
  ZpSeverity severity;
  char *title;
  char *message;
  char *instruction;
  char **cells;
  GArray *places;
  char *found;
  char *expected;
  char *difference;
  char *unit;
  GPtrArray *hints;
  const ZpNote *note;
  gboolean note_valid;
} ZpFinding;

void zp_finding_free (ZpFinding *self);
void zp_hint_free (ZpHint *self);
const char *zp_severity_get_id (ZpSeverity severity);
const char *zp_slip_get_id (ZpSlip slip);

G_END_DECLS
