/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inside of a report, for the files of this room. */
#pragma once

#include "report/zp-cells.h"
#include "report/zp-engine.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpReportScope: the report as formulas see it.
 */
typedef struct
{
  ZpScope scope;
  ZpReport *report;
} ZpReportScope;

struct _ZpReport
{
  GObject parent_instance;

  ZpPack *pack;
  ZpCells *cells;
  ZpReportScope scope;
  ZpEngine *engine;
  ZpJournal *journal;
  GHashTable *passages; /* "text.scale" → text */
  GHashTable *notes;    /* id of a finding → ZpNote */
  GHashTable *prior;    /* id, rows by their key → ZpCellContent */
  GPtrArray *unplaced;  /* of ZpUnplaced */
  GHashTable *records;  /* "review/…" → JSON text as zp_record_to_text() gives it */
  ZpTrail *trail;
  guint64 revision;
  guint64 rows_revision;
  GArray *trials; /* of ZpTrial: figures set on trial, the last one on top */
};

/**
 * ZpTrial: a figure set on trial.
 * @before: what the clerk had given
 * @mark: of the engine
 */
typedef struct
{
  ZpCell cell;
  ZpCellContent before;
  guint mark;
} ZpTrial;

void zp_report_scope_init (ZpReportScope *self, ZpReport *report);
char *zp_report_prior_id (ZpReport *self, ZpCell cell);

gboolean zp_report_do_change (ZpReport *self, ZpChange *change, GError **error);
void zp_report_emit_changed (ZpReport *self);

G_END_DECLS
