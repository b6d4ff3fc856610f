/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report that somebody works on: its file, its checks, what was done, what is kept for a crash.
 */
#include "session/zp-session-private.h"

#include <glib/gi18n-lib.h>

/* A power cut may take at most what was done since the last sync. */
#define SYNC_SECONDS 1

G_DEFINE_FINAL_TYPE (ZpSession, zp_session, G_TYPE_OBJECT)
G_DEFINE_QUARK (zp - session - error - quark, zp_session_error)

enum
{
  CHANGED,
  STATE_CHANGED,
  RECOVERY_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_findings (ZpSession *self)
{
  self->findings = NULL;
  g_clear_pointer (&self->index, zp_finding_index_free);
  g_clear_pointer (&self->lock, g_free);
  self->lock_is_known = FALSE;
}

static void
on_report_changed (ZpReport *report, gpointer data)
{
  ZpSession *self = ZP_SESSION (data);

  forget_findings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zp_session_dispose (GObject *object)
{
  ZpSession *self = ZP_SESSION (object);

  g_clear_handle_id (&self->sync_source, g_source_remove);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file->report, self);
  forget_findings (self);
  g_clear_pointer (&self->checker, zp_checker_free);
  g_clear_pointer (&self->recovery, zp_recovery_close);
  g_clear_pointer (&self->file, zp_report_file_free);
  G_OBJECT_CLASS (zp_session_parent_class)->dispose (object);
}

static void
zp_session_finalize (GObject *object)
{
  ZpSession *self = ZP_SESSION (object);

  g_free (self->recovery_folder);
  g_free (self->author);
  g_array_unref (self->undo_states);
  g_array_unref (self->redo_states);
  G_OBJECT_CLASS (zp_session_parent_class)->finalize (object);
}

static void
zp_session_class_init (ZpSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_session_dispose;
  object_class->finalize = zp_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", ZP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", ZP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECOVERY_FAILED] = g_signal_new ("recovery-failed", ZP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
zp_session_init (ZpSession *self)
{
  self->undo_states = g_array_new (FALSE, FALSE, sizeof (guint));
  self->redo_states = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* What was read from a damaged file can be done again on nothing, until it has a file of its own.
 */
static gboolean
has_ground (ZpSession *self)
{
  return !self->file->salvaged || self->file->path != NULL;
}

/**
 * zp_session_new:
 * @file: (transfer full): a report, with or without a path
 * @recovery_folder: (nullable): where unsaved work is kept, see zp_recovery_create()
 *
 * Returns: (transfer full): a session that owns @file
 */
ZpSession *
zp_session_new (ZpReportFile *file, const char *recovery_folder)
{
  ZpSession *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (ZP_TYPE_SESSION, NULL);
  self->file = file;
  self->recovery_folder = g_strdup (recovery_folder);
  self->checker = zp_checker_new (file->report);
  if (!has_ground (self))
    {
      self->saved_state = G_MAXUINT;
      self->n_unsaved = 1;
    }
  g_signal_connect (file->report, "changed", G_CALLBACK (on_report_changed), self);
  return self;
}

/** zp_session_get_report: (transfer none): to read from; changes go through the session. */
ZpReport *
zp_session_get_report (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return self->file->report;
}

/** zp_session_get_pack: the pack of the report. */
const ZpPack *
zp_session_get_pack (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return zp_report_get_pack (self->file->report);
}

/** zp_session_get_file: (transfer none): the report with what is known of its file. */
ZpReportFile *
zp_session_get_file (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return self->file;
}

/** zp_session_get_path: (nullable): where the report is saved, or %NULL as long as it is not. */
const char *
zp_session_get_path (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return self->file->path;
}

/** zp_session_get_title: (transfer full): the unit, or the name of the file, or of a new report. */
char *
zp_session_get_title (ZpSession *self)
{
  ZpCell cell;

  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  if (zp_report_find_cell (self->file->report, "unit.name", &cell, NULL))
    {
      g_autofree char *unit = zp_report_show (self->file->report, cell);

      if (*unit != '\0')
        return g_steal_pointer (&unit);
    }
  if (self->file->path != NULL)
    return g_path_get_basename (self->file->path);
  return g_strdup (_ ("New report"));
}

/** zp_session_get_author: (nullable): who makes the changes from now on. */
const char *
zp_session_get_author (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return self->author;
}

/** zp_session_set_author: @author: (nullable): name that stands in the history and under notes. */
void
zp_session_set_author (ZpSession *self, const char *author)
{
  g_return_if_fail (ZP_IS_SESSION (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

/** zp_session_get_findings: (transfer none): of #ZpFinding, until the next "changed". */
const GPtrArray *
zp_session_get_findings (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  if (self->findings == NULL)
    self->findings = zp_checker_get_findings (self->checker);
  return self->findings;
}

/** zp_session_find: (nullable): the finding of that id, until the next "changed". */
const ZpFinding *
zp_session_find (ZpSession *self, const char *finding)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return zp_checker_find (self->checker, finding);
}

/** zp_session_get_index: the findings by cell, until the next "changed". */
const ZpFindingIndex *
zp_session_get_index (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  if (self->index == NULL)
    self->index = zp_finding_index_new (zp_session_get_pack (self), zp_session_get_findings (self));
  return self->index;
}

/** zp_session_get_summary: how many checks were made and what they found. */
void
zp_session_get_summary (ZpSession *self, ZpSummary *out)
{
  g_return_if_fail (ZP_IS_SESSION (self) && out != NULL);

  zp_checker_get_summary (self->checker, out);
}

static gboolean
sync_now (gpointer data)
{
  ZpSession *self = ZP_SESSION (data);
  g_autoptr (GError) error = NULL;

  self->sync_source = 0;
  if (self->recovery != NULL && !zp_recovery_sync (self->recovery, &error))
    zp_session_tell_recovery_failed (self, error);
  return G_SOURCE_REMOVE;
}

void
zp_session_tell_recovery_failed (ZpSession *self, const GError *error)
{
  if (self->recovery_has_failed)
    return;
  self->recovery_has_failed = TRUE;
  g_signal_emit (self, signals[RECOVERY_FAILED], 0, error);
}

void
zp_session_emit_state (ZpSession *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static gboolean
open_recovery (ZpSession *self, GError **error)
{
  g_autofree char *name = NULL;

  if (self->recovery != NULL)
    return TRUE;
  name = zp_session_make_document_name (self->file);
  self->recovery = zp_recovery_create (self->recovery_folder, name, error);
  return self->recovery != NULL;
}

/* What was just done is on the disk before anything else happens. */
static void
keep_last_batch (ZpSession *self)
{
  ZpJournal *journal = zp_report_get_journal (self->file->report);
  const ZpBatch *batch = zp_journal_get_batch (journal, zp_journal_get_n_batches (journal) - 1);
  g_autoptr (GError) error = NULL;

  if (!has_ground (self))
    return;
  if (!open_recovery (self, &error) || !zp_recovery_append (self->recovery, batch, &error))
    {
      zp_session_tell_recovery_failed (self, error);
      return;
    }
  if (self->sync_source == 0)
    self->sync_source = g_timeout_add_seconds (SYNC_SECONDS, sync_now, self);
}

static void
push_state (GArray *states, guint state)
{
  g_array_append_val (states, state);
}

static guint
pop_state (GArray *states)
{
  guint state;

  if (states->len == 0)
    return 0;
  state = g_array_index (states, guint, states->len - 1);
  g_array_set_size (states, states->len - 1);
  return state;
}

static void
step_done (ZpSession *self)
{
  self->n_unsaved++;
  keep_last_batch (self);
  zp_session_emit_state (self);
}

/**
 * zp_session_apply:
 * @batch: (transfer full): changes to do together, as one step with the label of the batch
 *
 * Returns: FALSE with an error of the report's, or %ZP_SESSION_ERROR_LOCKED; nothing is changed
 * then
 */
gboolean
zp_session_apply (ZpSession *self, ZpBatch *batch, GError **error)
{
  g_autoptr (ZpBatch) owned = batch;

  g_return_val_if_fail (ZP_IS_SESSION (self) && batch != NULL, FALSE);

  if (zp_session_is_locked (self, batch, error))
    return FALSE;
  if (batch->changes->len == 0)
    return TRUE;
  if (batch->how == NULL)
    zp_batch_set_how (batch, ZP_HOW_TYPED);
  if (!zp_report_apply (self->file->report, g_steal_pointer (&owned), error))
    return FALSE;

  push_state (self->undo_states, self->state);
  g_array_set_size (self->redo_states, 0);
  self->state = ++self->last_state;
  step_done (self);
  return TRUE;
}

/** zp_session_can_undo: whether there is a step to take back. */
gboolean
zp_session_can_undo (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return zp_journal_peek_undo (zp_report_get_journal (self->file->report)) != NULL;
}

/** zp_session_can_redo: whether there is a step to do again. */
gboolean
zp_session_can_redo (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return zp_journal_peek_redo (zp_report_get_journal (self->file->report)) != NULL;
}

/** zp_session_get_undo_label: (nullable): name of the step that would be taken back. */
const char *
zp_session_get_undo_label (ZpSession *self)
{
  const ZpBatch *batch = zp_journal_peek_undo (zp_report_get_journal (self->file->report));

  return batch != NULL ? batch->label : NULL;
}

/** zp_session_get_redo_label: (nullable): name of the step that would be done again. */
const char *
zp_session_get_redo_label (ZpSession *self)
{
  const ZpBatch *batch = zp_journal_peek_redo (zp_report_get_journal (self->file->report));

  return batch != NULL ? batch->label : NULL;
}

/** zp_session_undo: takes back the last step; without one does nothing. */
gboolean
zp_session_undo (ZpSession *self, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  if (!zp_session_can_undo (self))
    return TRUE;
  if (zp_session_is_locked (self, zp_journal_peek_undo (zp_report_get_journal (self->file->report)),
                            error))
    return FALSE;
  if (!zp_report_undo (self->file->report, error))
    return FALSE;
  push_state (self->redo_states, self->state);
  self->state = pop_state (self->undo_states);
  step_done (self);
  return TRUE;
}

/** zp_session_redo: does again what was taken back last; without any does nothing. */
gboolean
zp_session_redo (ZpSession *self, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  if (!zp_session_can_redo (self))
    return TRUE;
  if (zp_session_is_locked (self, zp_journal_peek_redo (zp_report_get_journal (self->file->report)),
                            error))
    return FALSE;
  if (!zp_report_redo (self->file->report, error))
    return FALSE;
  push_state (self->undo_states, self->state);
  self->state = pop_state (self->redo_states);
  step_done (self);
  return TRUE;
}
