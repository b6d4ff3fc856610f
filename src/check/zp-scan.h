/* SPDX-License-Identifier: GPL-3.0-or-later
 * Texts searched for words that do not belong there: other years, common slips of the pen. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpScanHit:
 * @id: cell or passage
 * @found: what stands there
 * @right: (nullable): what probably belongs there
 */
typedef struct
{
  char *id;
  char *found;
  const char *right;
} ZpScanHit;

GPtrArray *zp_scan (ZpReport *report, const ZpCheckDef *check);

G_END_DECLS
