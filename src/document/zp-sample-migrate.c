/* SPDX-License-Identifier: GPL-3.0-or-later
 * Samples of an older version of a pack, moved to a newer one: nothing may be lost. */
#include <glib/gi18n-lib.h>

#include "document/zp-sample.h"
#include "report/zp-data.h"
#include "report/zp-report-file.h"
#include "template/zp-pack-against.h"

static void G_GNUC_PRINTF (3, 4)
  add_problem (GPtrArray *problems, const ZpSample *sample, const char *format, ...)
{
  ZpProblem *problem = g_new0 (ZpProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem->file = g_strdup (sample->file);
  g_ptr_array_add (problems, problem);
}

/* (transfer full) (nullable): the file of a report of @old filled with @sample. */
static GBytes *
fill_sample (ZpPack *old, const ZpSample *sample, GError **error)
{
  g_autoptr (ZpReportFile) file = zp_report_file_create (old);
  ZpBatch *batch = zp_data_to_batch (file->report, sample->fill, error);

  if (batch == NULL || !zp_report_apply (file->report, batch, error))
    return NULL;
  return zp_report_file_to_bytes (file);
}

/* A figure that was dropped with a reason has a reason; one that just lost its cell was forgotten.
 */
static void
find_forgotten (
  ZpPack *old, ZpPack *pack, const ZpSample *sample, ZpReport *report, GPtrArray *problems)
{
  GPtrArray *unplaced = zp_report_get_unplaced (report);

  for (guint i = 0; i < unplaced->len; i++)
    {
      const ZpUnplaced *figure = g_ptr_array_index (unplaced, i);
      const char *reason = NULL;
      g_autofree char *now = zp_pack_migrate_id (pack, old->version, figure->id, &reason);

      if (now != NULL)
        add_problem (problems, sample,
                     _ ("a report of version %1$d loses %2$s = %3$s in version %4$d (%5$s); "
                        "name it in “changes”"),
                     old->version, figure->id, figure->value, pack->version, figure->reason);
    }
}

static void
migrate_sample (ZpPack *old, ZpPack *pack, const ZpSample *sample, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fill_sample (old, sample, &error);
  g_autoptr (ZpReportFile) file =
    bytes != NULL ? zp_report_file_open_bytes (NULL, pack, bytes, &error) : NULL;

  if (file == NULL)
    add_problem (problems, sample, "%s", error->message);
  else
    find_forgotten (old, pack, sample, file->report, problems);
}

/**
 * zp_samples_migrate:
 * @old: an older version of @pack
 * @problems: (inout): of #ZpProblem: what would be lost is added
 *
 * Fills every sample of @old into a report of that version and opens it with @pack, as an office
 * does that installs a new version.
 */
void
zp_samples_migrate (ZpPack *old, ZpPack *pack, GPtrArray *problems)
{
  g_autoptr (GPtrArray) samples = zp_pack_read_samples (old, problems);

  for (guint i = 0; samples != NULL && i < samples->len; i++)
    migrate_sample (old, pack, g_ptr_array_index (samples, i), problems);
}
