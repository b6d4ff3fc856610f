/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that come, go, move or get another name, with everything that belongs or refers to them. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

ZpBatch *zp_row_edit_insert (ZpReport *report, int block, int at, const char *key, GError **error);
ZpBatch *
zp_row_edit_append (ZpReport *report, int block, char *const *keys, guint n_rows, GError **error);
ZpBatch *zp_row_edit_duplicate (ZpReport *report, int block, int row);
ZpBatch *zp_row_edit_remove (ZpReport *report, int block, int row);
ZpBatch *zp_row_edit_move (ZpReport *report, int block, int from, int to);
ZpBatch *zp_row_edit_set (ZpReport *report, ZpCell cell, const char *typed, GError **error);

G_END_DECLS
