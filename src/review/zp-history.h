/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit trail of a report line by line. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpHistoryLine: one change.
 * @by @how: (nullable)
 * @key: what changed, rows by their lasting number
 * @before @after: (nullable): of a row that came, went or moved its places, from 0
 */
typedef struct
{
  char *time;
  char *by;
  char *how;
  char *key;
  char *before;
  char *after;
} ZpHistoryLine;

void zp_history_line_free (ZpHistoryLine *self);
const char *zp_history_get_how_label (const char *how);
GPtrArray *zp_history_list (ZpReport *report, const char *id, GError **error);

G_END_DECLS
