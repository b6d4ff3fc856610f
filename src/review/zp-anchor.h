/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places of a report by lasting names: rows by their lasting number, so that a name holds when rows
 * move. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/** The report as a whole. */
#define ZP_ANCHOR_REPORT "report"

char *zp_anchor_from_id (ZpReport *report, const char *id, GError **error);
char *zp_anchor_to_id (ZpReport *report, const char *anchor);
char *zp_anchor_get_label (ZpReport *report, const char *anchor);
char *zp_anchor_show (ZpReport *report, const char *anchor);

G_END_DECLS
