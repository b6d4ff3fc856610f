/* SPDX-License-Identifier: GPL-3.0-or-later
 * Unsaved work of a program that ended early: listed, done again, thrown away. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "session/zp-recent.h"
#include "session/zp-session-private.h"

/** zp_left_work_free: frees @self. */
void
zp_left_work_free (ZpLeftWork *self)
{
  if (self == NULL)
    return;
  g_free (self->recovery);
  g_free (self->document);
  g_free (self->title);
  g_free (self);
}

static void
free_work (gpointer data)
{
  zp_left_work_free (data);
}

static void
look_for_unit (ZpLeftWork *self, const ZpBatch *batch)
{
  for (guint i = 0; i < batch->changes->len; i++)
    {
      const ZpChange *change = g_ptr_array_index (batch->changes, i);

      if (change->kind != ZP_CHANGE_SET || g_strcmp0 (change->path, "unit.name") != 0)
        continue;
      g_free (self->title);
      self->title = g_strdup (change->after);
    }
}

static void
look_at_batches (ZpLeftWork *self, const GPtrArray *batches)
{
  self->n_steps = batches->len;
  for (guint i = 0; i < batches->len; i++)
    {
      const ZpBatch *batch = g_ptr_array_index (batches, i);

      self->time = batch->time;
      look_for_unit (self, batch);
    }
}

static void
look_at_document (ZpLeftWork *self, const char *document)
{
  g_autofree char *pack = zp_session_get_new_pack (document);
  g_autofree char *damaged = zp_session_get_damaged (document);

  if (pack != NULL)
    return;
  self->is_salvaged = damaged != NULL;
  self->document = self->is_salvaged ? g_steal_pointer (&damaged) : g_strdup (document);
  g_free (self->title);
  self->title = g_path_get_basename (self->document);
}

/* When work began that has no step yet. */
static gint64
get_file_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime * G_USEC_PER_SEC : 0;
}

static ZpLeftWork *
read_work (const char *path)
{
  g_autofree char *document = NULL;
  g_autoptr (GPtrArray) batches = zp_recovery_read (path, &document, NULL);
  ZpLeftWork *self = g_new0 (ZpLeftWork, 1);

  self->recovery = g_strdup (path);
  self->is_damaged = batches == NULL;
  if (batches == NULL)
    return self;
  self->time = get_file_time (path);
  look_at_batches (self, batches);
  look_at_document (self, document);
  return self;
}

/**
 * zp_left_work_is_empty:
 *
 * Returns: TRUE when nothing goes with it: the program ended before the first change was kept
 */
gboolean
zp_left_work_is_empty (const ZpLeftWork *self)
{
  return self->n_steps == 0 && !self->is_damaged && !self->is_salvaged;
}

/**
 * zp_left_work_list:
 * @recovery_folder: (nullable): as for zp_session_new()
 *
 * Returns: (transfer full): of #ZpLeftWork: work that no running program holds
 */
GPtrArray *
zp_left_work_list (const char *recovery_folder)
{
  g_auto (GStrv) paths = zp_recovery_list (recovery_folder);
  GPtrArray *works = g_ptr_array_new_with_free_func (free_work);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (works, read_work (paths[i]));
  return works;
}

/** zp_left_work_find: (transfer full) (nullable): the work left of the report at @document. */
ZpLeftWork *
zp_left_work_find (const char *recovery_folder, const char *document)
{
  g_autoptr (GPtrArray) works = zp_left_work_list (recovery_folder);

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < works->len; i++)
    {
      const ZpLeftWork *work = g_ptr_array_index (works, i);

      if (g_strcmp0 (work->document, document) == 0)
        return g_ptr_array_steal_index (works, i);
    }
  return NULL;
}

static ZpReportFile *
open_new (const char *pack_id, ZpPackStore *store, GError **error)
{
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, pack_id, 0, error);
  g_autoptr (ZpReportFile) file = pack != NULL ? zp_report_file_create (pack) : NULL;

  if (file == NULL || !zp_report_add_start_rows (file->report, error))
    return NULL;
  return g_steal_pointer (&file);
}

static ZpReportFile *
open_document (const char *document, ZpPackStore *store, GError **error)
{
  g_autofree char *pack = zp_session_get_new_pack (document);
  g_autofree char *damaged = zp_session_get_damaged (document);

  if (pack != NULL)
    return open_new (pack, store, error);
  if (damaged != NULL)
    return zp_report_file_salvage (store, damaged, NULL, error);
  return zp_report_file_open (store, document, error);
}

static gboolean
do_again (ZpReport *report, GPtrArray *batches, GError **error)
{
  while (batches->len > 0)
    if (!zp_report_apply (report, g_ptr_array_steal_index (batches, 0), error))
      return FALSE;
  return TRUE;
}

/**
 * zp_left_work_restore:
 * @store: where the pack of the report is
 *
 * Opens the report and does again what was not saved. The work stays on the disk until the report
 * is saved.
 *
 * Returns: (transfer full) (nullable): %NULL with the reason
 */
ZpSession *
zp_left_work_restore (const ZpLeftWork *self, ZpPackStore *store, GError **error)
{
  g_autoptr (ZpRecovery) recovery = zp_recovery_resume (self->recovery, error);
  g_autofree char *document = NULL;
  g_autofree char *folder = g_path_get_dirname (self->recovery);
  g_autoptr (GPtrArray) batches =
    recovery != NULL ? zp_recovery_read (self->recovery, &document, error) : NULL;
  g_autoptr (ZpReportFile) file = batches != NULL ? open_document (document, store, error) : NULL;
  guint n_steps = batches != NULL ? batches->len : 0;
  ZpSession *session;

  if (file == NULL || !do_again (file->report, batches, error))
    return NULL;
  session = zp_session_new (g_steal_pointer (&file), folder);
  zp_session_take_recovery (session, g_steal_pointer (&recovery), n_steps);
  return session;
}

/** zp_left_work_discard: removes the work for good. FALSE with %ZP_RECOVERY_ERROR_WRITE. */
gboolean
zp_left_work_discard (const ZpLeftWork *self, GError **error)
{
  if (g_unlink (self->recovery) == 0)
    return TRUE;
  g_set_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_WRITE, "“%s”: %s", self->recovery,
               g_strerror (errno));
  return FALSE;
}
