/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of a session share. */
#pragma once

#include "journal/zp-recovery.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * @state: number of the state the report is in; undoing and redoing come back to the same numbers,
 * so that a report undone to what was saved is not modified
 * @n_unsaved: steps since the last save
 * @pointed: (nullable): id of the finding that somebody looks at
 * @lock: (nullable): why the review locks the report, where @lock_is_known
 */
struct _ZpSession
{
  GObject parent_instance;

  ZpReportFile *file;
  ZpChecker *checker;
  const GPtrArray *findings;
  ZpFindingIndex *index;
  char *author;
  char *pointed;
  char *lock;
  gboolean lock_is_known;

  char *recovery_folder;
  ZpRecovery *recovery;
  guint sync_source;
  gboolean recovery_has_failed;

  GArray *undo_states;
  GArray *redo_states;
  guint state;
  guint saved_state;
  guint last_state;
  guint n_unsaved;
  gint64 saved_time;
};

gboolean zp_session_open_recovery (ZpSession *self, GError **error);
char *zp_session_make_document_name (const ZpReportFile *file);
char *zp_session_get_new_pack (const char *document);
char *zp_session_get_damaged (const char *document);
void zp_session_take_recovery (ZpSession *self, ZpRecovery *recovery, guint n_steps);
void zp_session_tell_recovery_failed (ZpSession *self, const GError *error);
void zp_session_emit_state (ZpSession *self);
gboolean zp_session_is_locked (ZpSession *self, const ZpBatch *batch, GError **error);

G_END_DECLS
