/* SPDX-License-Identifier: GPL-3.0-or-later
 * The verdicts of the several kinds of checks. */
#pragma once

#include "check/zp-verdict.h"

G_BEGIN_DECLS

ZpState zp_verdict_judge (const ZpRational *left,
                          const ZpRational *right,
                          ZpExprKind op,
                          const ZpInterval *left_bounds,
                          const ZpInterval *right_bounds);
ZpState zp_verdict_of_sides (
  ZpReport *report, const ZpCheckDef *check, int row, ZpEval *eval, ZpVerdict *out);
ZpCell zp_check_get_cell (const ZpCheckDef *check, int row);
ZpState zp_verdict_of_cell (ZpReport *report, const ZpCheckDef *check, int row);
ZpState zp_verdict_of_table (ZpReport *report, const ZpCheckDef *check, int row);
gsize zp_check_count_characters (ZpReport *report, const ZpCheckDef *check);
ZpState zp_verdict_of_scan (ZpReport *report, const ZpCheckDef *check);

G_END_DECLS
