/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report that somebody works on: its file, its checks, what was done, what is kept for a crash.
 */
#include "session/zp-session-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ZpSession, zp_session, G_TYPE_OBJECT)
G_DEFINE_QUARK (zp - session - error - quark, zp_session_error)

enum
{
  CHANGED,
  STATE_CHANGED,
  RECOVERY_FAILED,
  POINTED,
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
  g_free (self->pointed);
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
  signals[POINTED] = g_signal_new ("pointed", ZP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
zp_session_init (ZpSession *self)
{
  self->undo_states = g_array_new (FALSE, FALSE, sizeof (guint));
  self->redo_states = g_array_new (FALSE, FALSE, sizeof (guint));
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
  if (file->damaged != NULL)
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
  return g_strdup (_ ("New Report"));
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
    self->index = zp_finding_index_new (zp_session_get_findings (self));
  return self->index;
}

/** zp_session_get_summary: how many checks were made and what they found. */
void
zp_session_get_summary (ZpSession *self, ZpSummary *out)
{
  g_return_if_fail (ZP_IS_SESSION (self) && out != NULL);

  zp_checker_get_summary (self->checker, out);
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

/**
 * zp_session_point:
 * @finding: (nullable): id of the finding that somebody looks at, or %NULL when nobody does
 *
 * The cells that it names are then marked wherever they are shown.
 */
void
zp_session_point (ZpSession *self, const char *finding)
{
  g_return_if_fail (ZP_IS_SESSION (self));

  if (g_strcmp0 (self->pointed, finding) == 0)
    return;
  g_free (self->pointed);
  self->pointed = g_strdup (finding);
  g_signal_emit (self, signals[POINTED], 0);
}

/** zp_session_is_pointed: whether the finding that somebody looks at names @cell. */
gboolean
zp_session_is_pointed (ZpSession *self, ZpCell cell)
{
  const GPtrArray *findings;

  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  if (self->pointed == NULL)
    return FALSE;
  findings = zp_finding_index_get_findings (zp_session_get_index (self), cell);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (g_str_equal (((const ZpFinding *) g_ptr_array_index (findings, i))->id, self->pointed))
      return TRUE;
  return FALSE;
}
