/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures and texts of one report. */
#pragma once

#include <gio/gio.h>

#include "expr/zp-scope.h"
#include "journal/zp-journal.h"
#include "report/zp-cell-value.h"
#include "report/zp-note.h"
#include "report/zp-trail.h"
#include "template/zp-pack.h"

G_BEGIN_DECLS

#define ZP_REPORT_ERROR (zp_report_error_quark ())
GQuark zp_report_error_quark (void);

/**
 * ZpReportError:
 * @ZP_REPORT_ERROR_ID: no such cell, row, table or passage
 * @ZP_REPORT_ERROR_VALUE: the value does not fit the cell
 * @ZP_REPORT_ERROR_RANGE: a computed figure does not fit
 * @ZP_REPORT_ERROR_FORMAT: the file is not a report, is damaged, or is of a newer version
 * @ZP_REPORT_ERROR_PACK: the pack of the report is missing or is not the one it was made with
 */
typedef enum
{
  ZP_REPORT_ERROR_ID,
  ZP_REPORT_ERROR_VALUE,
  ZP_REPORT_ERROR_RANGE,
  ZP_REPORT_ERROR_FORMAT,
  ZP_REPORT_ERROR_PACK,
} ZpReportError;

/** Path of a change of a record: a JSON value that this room keeps without knowing what it means.
 */
#define ZP_RECORD_PREFIX "review/"

/**
 * ZpUnplaced: a figure that lost its cell when the report moved to a newer pack.
 */
typedef struct
{
  char *id;
  char *label;
  char *unit;
  char *value;
  char *reason;
} ZpUnplaced;

/**
 * ZpReport:
 *
 * Everything that was typed, and everything computed from it. One writer: zp_report_apply() (undo
 * and redo go through it). Signal "changed" after each change: zp_report_get_moved() then lists the
 * cells whose content in force moved.
 */
#define ZP_TYPE_REPORT (zp_report_get_type ())
G_DECLARE_FINAL_TYPE (ZpReport, zp_report, ZP, REPORT, GObject)

ZpReport *zp_report_new (ZpPack *pack);
const ZpPack *zp_report_get_pack (ZpReport *self);
const ZpScope *zp_report_get_scope (ZpReport *self);
ZpJournal *zp_report_get_journal (ZpReport *self);
guint64 zp_report_get_revision (ZpReport *self);
guint64 zp_report_get_rows_revision (ZpReport *self);

/* Reading. */
int zp_report_count_rows (ZpReport *self, int block);
guint zp_report_get_row_uid (ZpReport *self, int block, int row);
const ZpCellValue *zp_report_get_value (ZpReport *self, ZpCell cell);
gboolean zp_report_find_cell (ZpReport *self, const char *id, ZpCell *cell, GError **error);
char *zp_report_get_label (ZpReport *self, ZpCell cell);
char *zp_report_show (ZpReport *self, ZpCell cell);
char *zp_report_show_content (ZpReport *self, ZpCell cell, const ZpCellContent *content);
const char *zp_report_get_passage (ZpReport *self, const char *id);
const ZpNote *zp_report_get_note (ZpReport *self, const char *finding);
GPtrArray *zp_report_get_notes (ZpReport *self);
const char *zp_report_get_prior_text (ZpReport *self, const char *passage);
GPtrArray *zp_report_get_unplaced (ZpReport *self);
const char *zp_report_get_record (ZpReport *self, const char *path);
GPtrArray *zp_report_list_records (ZpReport *self, const char *prefix);
const ZpTrail *zp_report_get_trail (ZpReport *self);
void zp_report_keep_trail (ZpReport *self);
int zp_report_find_row (ZpReport *self, int block, guint uid);
gint32 zp_report_get_date (ZpReport *self);

/* Changing. */
gboolean zp_report_parse_value (
  ZpReport *self, ZpCell cell, const char *text, char **canonical, GError **error);
gboolean zp_report_apply (ZpReport *self, ZpBatch *batch, GError **error);
void zp_report_recompute (ZpReport *self);
gboolean zp_report_undo (ZpReport *self, GError **error);
gboolean zp_report_redo (ZpReport *self, GError **error);
gboolean zp_report_add_start_rows (ZpReport *self, GError **error);

/* Trying: a figure is set, everything that depends on it computed, and all taken back. */
gboolean zp_report_try (ZpReport *self, ZpCell cell, ZpDecimal figure);
void zp_report_end_try (ZpReport *self);
const GArray *zp_report_get_moved (ZpReport *self);

G_END_DECLS
