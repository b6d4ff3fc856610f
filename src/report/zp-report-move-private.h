/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moving a report to a newer version of its pack while it is read: nothing is lost. */
#pragma once

#include "report/zp-report-file.h"

G_BEGIN_DECLS

/**
 * ZpReportMove:
 * @file: the report that is read; figures without a home go to its unplaced ones, what happened to
 *   its @migrated
 * @steps: of #ZpMigration, borrowed, in order; empty when the pack is the one it was made with
 * @newer: the pack is newer than the one it was made with
 * @units: (nullable): block, or cell that differs from its block → unit its money was counted in
 * @told: renamings that stand in @migrated already
 */
typedef struct
{
  ZpReportFile *file;
  GPtrArray *steps;
  gboolean newer;
  const ZpJson *units;
  GHashTable *told;
} ZpReportMove;

void zp_report_move_init (ZpReportMove *self, ZpReportFile *file, int version, const ZpJson *units);
void zp_report_move_clear (ZpReportMove *self);

char *zp_report_move_id (ZpReportMove *self, const char *id, const char *value);
char *zp_report_move_table (ZpReportMove *self, const ZpJson *array);
char *zp_report_move_convert (
  ZpReportMove *self, const ZpCellDef *def, const char *old_id, const char *id, const char *value);
gboolean
zp_report_move_drop (ZpReportMove *self, const char *id, const char *value, const char *reason);
gboolean zp_report_move_drop_table (ZpReportMove *self, const ZpJson *array, const char *reason);
void zp_report_move_note (ZpReportMove *self, ZpNote *note);

const ZpCellDef *zp_report_find_prior_def (ZpReport *self, const char *id);

G_END_DECLS
