/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving the report of a session, and what becomes of its unsaved work. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "session/zp-session-private.h"

/* A report without a file is told from others by what it began with, its pack or a damaged file,
 * and a name nobody else draws. A path has a slash in the first place and is none of these. */
#define NEW_PREFIX "new:"
#define DAMAGED_PREFIX "damaged:"

char *
zp_session_make_document_name (const ZpReportFile *file)
{
  g_autofree char *uuid = NULL;

  if (file->path != NULL)
    return g_canonicalize_filename (file->path, NULL);
  uuid = g_uuid_string_random ();
  if (file->damaged != NULL)
    return g_strconcat (DAMAGED_PREFIX, uuid, ":", file->damaged, NULL);
  return g_strconcat (NEW_PREFIX, zp_report_get_pack (file->report)->id, ":", uuid, NULL);
}

/* The pack of a report that never had a file, or NULL for one that had. */
char *
zp_session_get_new_pack (const char *document)
{
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (document, NEW_PREFIX))
    return NULL;
  parts = g_strsplit (document, ":", 3);
  return g_strdup (parts[1]);
}

/* The damaged file that a report was read from, or NULL for one that was not. */
char *
zp_session_get_damaged (const char *document)
{
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (document, DAMAGED_PREFIX))
    return NULL;
  parts = g_strsplit (document, ":", 3);
  return g_strv_length (parts) == 3 ? g_strdup (parts[2]) : NULL;
}

/* Goes on with unsaved work that was just done again from @recovery. Each step can be undone, and
 * only all of them undone are what was saved. */
void
zp_session_take_recovery (ZpSession *self, ZpRecovery *recovery, guint n_steps)
{
  g_clear_pointer (&self->recovery, zp_recovery_close);
  self->recovery = recovery;
  self->n_unsaved += n_steps;
  for (guint i = 0; i < n_steps; i++)
    {
      g_array_append_val (self->undo_states, self->state);
      self->state = ++self->last_state;
    }
  zp_session_emit_state (self);
}

/** zp_session_is_modified: whether the report differs from what was read or saved. */
gboolean
zp_session_is_modified (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return self->state != self->saved_state;
}

/**
 * zp_session_begin_here:
 *
 * What was done so far is how the report begins: it need not be saved. It is still kept for a
 * crash.
 */
void
zp_session_begin_here (ZpSession *self)
{
  g_return_if_fail (ZP_IS_SESSION (self));

  self->saved_state = self->state;
  self->n_unsaved = 0;
  zp_session_emit_state (self);
}

/** zp_session_count_unsaved: steps done since the report was read or saved. */
guint
zp_session_count_unsaved (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), 0);

  return zp_session_is_modified (self) ? self->n_unsaved : 0;
}

/** zp_session_get_saved_time: microseconds since 1970, 0 when it was not saved in this session. */
gint64
zp_session_get_saved_time (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), 0);

  return self->saved_time;
}

/** zp_session_is_changed_on_disk: whether another program changed or removed the file since. */
gboolean
zp_session_is_changed_on_disk (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return self->file->path != NULL && !zp_report_file_is_on_disk (self->file);
}

static void
let_go_of_recovery (ZpSession *self)
{
  g_clear_handle_id (&self->sync_source, g_source_remove);
  if (self->recovery == NULL)
    return;
  zp_recovery_discard (self->recovery);
  g_clear_pointer (&self->recovery, zp_recovery_close);
}

static void
note_saved (ZpSession *self)
{
  let_go_of_recovery (self);
  self->recovery_has_failed = FALSE;
  self->saved_state = self->state;
  self->saved_time = g_get_real_time ();
  self->n_unsaved = 0;
  zp_session_emit_state (self);
}

/**
 * zp_session_save:
 * @path: (nullable): another file, or %NULL for the one it has
 * @flags: see zp_report_file_save()
 *
 * Saves the report. With %ZP_FILE_ERROR_SYNC it is saved all the same, but perhaps not on the disk
 * yet; the unsaved work is kept then.
 *
 * Returns: FALSE with %ZP_FILE_ERROR, %ZP_REPORT_ERROR or %ZP_SESSION_ERROR_UNNAMED
 */
gboolean
zp_session_save (ZpSession *self, const char *path, ZpFileFlags flags, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  if (path == NULL && self->file->path == NULL)
    {
      g_set_error_literal (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_UNNAMED,
                           _ ("the report has no file yet; save it under a name"));
      return FALSE;
    }
  if (!zp_report_file_save (self->file, path, flags, error))
    return FALSE;
  note_saved (self);
  return TRUE;
}

/**
 * zp_session_overwrite:
 *
 * Saves the report over whatever stands in its file now, also when another program wrote it.
 *
 * Returns: FALSE with %ZP_FILE_ERROR
 */
gboolean
zp_session_overwrite (ZpSession *self, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (self) && self->file->path != NULL, FALSE);

  /* Without a path there is nothing that the file on the disk is compared with. */
  path = g_steal_pointer (&self->file->path);
  if (zp_session_save (self, path, ZP_FILE_REPLACE, error))
    return TRUE;
  if (self->file->path == NULL)
    self->file->path = g_steal_pointer (&path);
  return FALSE;
}

/** zp_session_discard: the unsaved work is not wanted and will not be offered back. */
void
zp_session_discard (ZpSession *self)
{
  g_return_if_fail (ZP_IS_SESSION (self));

  let_go_of_recovery (self);
}
