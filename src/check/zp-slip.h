/* SPDX-License-Identifier: GPL-3.0-or-later
 * Slips of the hand that turn one figure into another. */
#pragma once

#include "check/zp-finding.h"

G_BEGIN_DECLS

ZpSlip zp_slip_classify (ZpDecimal from, ZpDecimal to, int places);
GArray *zp_slip_list_origins (ZpDecimal from, int places);

G_END_DECLS
