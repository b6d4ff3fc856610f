/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether one check holds in one place, and both its sides. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_STATE_SKIPPED,  /* nothing to compare */
  ZP_STATE_HOLDS,    /* 平 */
  ZP_STATE_ROUNDING, /* 尾差: could be equal before rounding */
  ZP_STATE_FAILS,    /* 错 */
} ZpState;

/**
 * ZpVerdict:
 * @state: the outcome
 * @has_sides: @left and @right hold: the sides as shown, in @unit and with @places
 * @unit @places: how the sides are shown
 */
typedef struct
{
  ZpState state;
  gboolean has_sides;
  ZpDecimal left;
  ZpDecimal right;
  ZpUnit unit;
  int places;
} ZpVerdict;

ZpState zp_verdict_get_state (ZpReport *report, const ZpCheckDef *check, int row);
void zp_verdict_evaluate (ZpReport *report, const ZpCheckDef *check, int row, ZpVerdict *out);
gboolean zp_check_is_consistency (const ZpCheckDef *check);
int zp_check_get_block (const ZpCheckDef *check);
void zp_check_push_row (const ZpCheckDef *check, int row, ZpEval *eval);
gboolean zp_check_gap (ZpReport *report, const ZpCheckDef *check, int row, ZpRational *gap);

G_END_DECLS
