/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report that somebody works on: its file, its checks, what was done, what is kept for a crash.
 */
#pragma once

#include "check/zp-checker.h"
#include "report/zp-report-file.h"
#include "report/zp-row-edit.h"
#include "session/zp-finding-index.h"

G_BEGIN_DECLS

#define ZP_SESSION_ERROR (zp_session_error_quark ())
GQuark zp_session_error_quark (void);

/**
 * ZpSessionError:
 * @ZP_SESSION_ERROR_UNNAMED: the report has no file yet; it has to be saved under a name
 * @ZP_SESSION_ERROR_LOCKED: the report must not be changed; the message says why
 * @ZP_SESSION_ERROR_HINT: the hint no longer fits the report
 */
typedef enum
{
  ZP_SESSION_ERROR_UNNAMED,
  ZP_SESSION_ERROR_LOCKED,
  ZP_SESSION_ERROR_HINT,
} ZpSessionError;

/**
 * ZpSession:
 *
 * The one thing that the pages of a window share. Every change goes through it, is done as one step
 * that can be undone, and is kept on the disk at once.
 *
 * Signals:
 * - "changed": figures, rows, texts or notes changed, and with them the findings. Read anew what is
 *   shown.
 * - "state-changed": modified, path or locked changed.
 * - "pointed": another finding is looked at, or none.
 * - "recovery-failed" (const GError *): unsaved work can no longer be kept on the disk; told once.
 */
#define ZP_TYPE_SESSION (zp_session_get_type ())
G_DECLARE_FINAL_TYPE (ZpSession, zp_session, ZP, SESSION, GObject)

ZpSession *zp_session_new (ZpReportFile *file, const char *recovery_folder);

ZpReport *zp_session_get_report (ZpSession *self);
const ZpPack *zp_session_get_pack (ZpSession *self);
ZpReportFile *zp_session_get_file (ZpSession *self);
const char *zp_session_get_path (ZpSession *self);
char *zp_session_get_title (ZpSession *self);
const char *zp_session_get_author (ZpSession *self);
void zp_session_set_author (ZpSession *self, const char *author);
const char *zp_session_get_lock (ZpSession *self);

/* Findings, the same until the next "changed". */
const GPtrArray *zp_session_get_findings (ZpSession *self);
const ZpFinding *zp_session_find (ZpSession *self, const char *finding);
const ZpFindingIndex *zp_session_get_index (ZpSession *self);
void zp_session_get_summary (ZpSession *self, ZpSummary *out);
void zp_session_point (ZpSession *self, const char *finding);
gboolean zp_session_is_pointed (ZpSession *self, ZpCell cell);

/* Changing: each call is one step with a name. */
gboolean zp_session_apply (ZpSession *self, ZpBatch *batch, GError **error);
ZpBatch *zp_session_begin (ZpSession *self, const char *label);
gboolean zp_session_type (ZpSession *self, ZpCell cell, const char *typed, GError **error);
gboolean zp_session_clear (ZpSession *self, const ZpCell *cells, guint n_cells, GError **error);
char *zp_session_find_changed (ZpSession *self, const char *here);
gboolean zp_session_insert_row (ZpSession *self, int block, int at, GError **error);
gboolean zp_session_duplicate_row (ZpSession *self, int block, int row, GError **error);
gboolean zp_session_remove_row (ZpSession *self, int block, int row, GError **error);
gboolean zp_session_move_row (ZpSession *self, int block, int from, int to, GError **error);
gboolean
zp_session_set_passage (ZpSession *self, const char *passage, const char *text, GError **error);
gboolean zp_session_accept_hints (ZpSession *self, const GPtrArray *hints, GError **error);
gboolean
zp_session_write_note (ZpSession *self, const char *finding, const char *text, GError **error);

gboolean zp_session_can_undo (ZpSession *self);
gboolean zp_session_can_redo (ZpSession *self);
const char *zp_session_get_undo_label (ZpSession *self);
const char *zp_session_get_redo_label (ZpSession *self);
gboolean zp_session_undo (ZpSession *self, GError **error);
gboolean zp_session_redo (ZpSession *self, GError **error);

/* The file. */
gboolean zp_session_is_modified (ZpSession *self);
guint zp_session_count_unsaved (ZpSession *self);
gint64 zp_session_get_saved_time (ZpSession *self);
gboolean zp_session_is_changed_on_disk (ZpSession *self);
gboolean zp_session_save (ZpSession *self, const char *path, ZpFileFlags flags, GError **error);
gboolean zp_session_overwrite (ZpSession *self, GError **error);
void zp_session_begin_here (ZpSession *self);
void zp_session_discard (ZpSession *self);

G_END_DECLS
