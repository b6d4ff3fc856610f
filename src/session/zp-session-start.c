/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a report begins: new, from a sample, from its file, from a damaged one. */
#include "session/zp-session-start.h"

#include <glib/gi18n-lib.h>

#include "report/zp-data.h"
#include "session/zp-session-private.h"

/* As after a crash: start rows belong to every new report, all else is done through the session. */
static ZpSession *
begin (ZpPack *pack, const char *recovery_folder, GError **error)
{
  g_autoptr (ZpReportFile) file = zp_report_file_create (pack);

  if (!zp_report_add_start_rows (file->report, error))
    return NULL;
  return zp_session_new (g_steal_pointer (&file), recovery_folder);
}

static gboolean
add_value (ZpSession *self, ZpBatch *batch, const char *id, const char *typed, GError **error)
{
  ZpReport *report = zp_session_get_report (self);
  g_autofree char *canonical = NULL;
  ZpCell cell;

  if (!zp_report_find_cell (report, id, &cell, error) ||
      !zp_report_parse_value (report, cell, typed, &canonical, error))
    return FALSE;
  zp_batch_set (batch, id, NULL, canonical);
  return TRUE;
}

/* What was just put in is there from the beginning; on an error the session goes. */
static ZpSession *
finish (ZpSession *self, gboolean is_done)
{
  if (is_done)
    {
      zp_session_begin_here (self);
      return self;
    }
  zp_session_discard (self);
  g_object_unref (self);
  return NULL;
}

/**
 * zp_session_start_new:
 * @year: that is reported on
 * @unit: (nullable): name of the unit
 * @recovery_folder: (nullable): as for zp_session_new()
 *
 * Returns: (transfer full) (nullable): a report without a file; %NULL with %ZP_REPORT_ERROR
 */
ZpSession *
zp_session_start_new (
  ZpPack *pack, int year, const char *unit, const char *recovery_folder, GError **error)
{
  ZpSession *self = begin (pack, recovery_folder, error);
  g_autofree char *typed_year = g_strdup_printf ("%d", year);
  g_autoptr (ZpBatch) batch = NULL;
  gboolean is_filled;

  if (self == NULL)
    return NULL;
  batch = zp_session_begin (self, _ ("New Report"));
  is_filled = add_value (self, batch, "report.year", typed_year, error) &&
              (unit == NULL || *unit == '\0' || add_value (self, batch, "unit.name", unit, error));
  return finish (self, is_filled && zp_session_apply (self, g_steal_pointer (&batch), error));
}

/**
 * zp_session_start_sample:
 * @sample: one of zp_pack_read_samples()
 *
 * Returns: (transfer full) (nullable): the sample as a report without a file
 */
ZpSession *
zp_session_start_sample (ZpPack *pack,
                         const ZpSample *sample,
                         const char *recovery_folder,
                         GError **error)
{
  ZpSession *self = begin (pack, recovery_folder, error);
  ZpBatch *batch;

  if (self == NULL)
    return NULL;
  batch = zp_data_to_batch (zp_session_get_report (self), sample->fill, error);
  if (batch != NULL && batch->label == NULL)
    batch->label = g_strdup (_ ("Worked example"));
  return finish (self, batch != NULL && zp_session_apply (self, batch, error));
}

static ZpSession *
start_first_sample (ZpPack *pack, const char *recovery_folder, GError **error)
{
  g_autoptr (GPtrArray) samples = zp_pack_read_samples (pack, NULL);

  if (samples == NULL || samples->len == 0)
    return NULL;
  return zp_session_start_sample (pack, g_ptr_array_index (samples, 0), recovery_folder, error);
}

/**
 * zp_session_start_example:
 *
 * Returns: (transfer full) (nullable): the first sample of the first pack that has any
 */
ZpSession *
zp_session_start_example (ZpPackStore *store, const char *recovery_folder, GError **error)
{
  g_auto (GStrv) ids = zp_pack_store_list (store);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (ZpPack) pack = zp_pack_store_load (store, ids[i], 0, NULL);
      g_autoptr (GError) reason = NULL;
      ZpSession *self =
        pack != NULL && pack->listed ? start_first_sample (pack, recovery_folder, &reason) : NULL;

      if (self != NULL)
        return self;
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
    }
  g_set_error_literal (error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND,
                       _ ("no template pack has an example"));
  return NULL;
}

/** zp_session_start_file: (transfer full) (nullable): the report at @path, or %NULL and why. */
ZpSession *
zp_session_start_file (ZpPackStore *store,
                       const char *path,
                       const char *recovery_folder,
                       GError **error)
{
  ZpReportFile *file = zp_report_file_open (store, path, error);

  return file != NULL ? zp_session_new (file, recovery_folder) : NULL;
}

/**
 * zp_session_start_damaged:
 * @path: a damaged report
 * @recovery_folder: (nullable): as for zp_session_new()
 *
 * What could be read is offered back after a crash even when nothing was typed: nobody else knows
 * that it is wanted. Where that cannot be kept the first step says so.
 *
 * Returns: (transfer full) (nullable): what zp_report_file_salvage() reads, not saved yet
 */
ZpSession *
zp_session_start_damaged (ZpPackStore *store,
                          const char *path,
                          const char *recovery_folder,
                          GError **error)
{
  ZpReportFile *file = zp_report_file_salvage (store, path, NULL, error);
  ZpSession *self;

  if (file == NULL)
    return NULL;
  self = zp_session_new (file, recovery_folder);
  zp_session_open_recovery (self, NULL);
  return self;
}
