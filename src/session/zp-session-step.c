/* SPDX-License-Identifier: GPL-3.0-or-later
 * The steps of a session: done, taken back, done again, and each kept for a crash. */
#include "session/zp-session-private.h"

/* A power cut may take at most what was done since the last sync. */
#define SYNC_SECONDS 1

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

/* From now on there is something on the disk that is offered back. */
gboolean
zp_session_open_recovery (ZpSession *self, GError **error)
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

  if (!zp_session_open_recovery (self, &error) ||
      !zp_recovery_append (self->recovery, batch, &error))
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

/* What the file holds need not be offered back. */
static void
forget_if_saved (ZpSession *self)
{
  if (zp_session_is_modified (self) || self->file->path == NULL ||
      zp_session_is_changed_on_disk (self))
    return;
  zp_session_discard (self);
  self->n_unsaved = 0;
}

static void
step_done (ZpSession *self)
{
  self->n_unsaved++;
  keep_last_batch (self);
  forget_if_saved (self);
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
