/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report of the built-in pack, and short words for working on it. */
#include "review-fixture.h"

ZpReportFile *
review_open (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "changsha-2021", 0, &error);

  g_assert_no_error (error);
  return zp_report_file_create (pack);
}

/* What somebody else gets who is sent the file. */
ZpReportFile *
review_copy (const ZpReportFile *file)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (file);
  g_autoptr (GError) error = NULL;
  ZpReportFile *copy = zp_report_file_open_bytes (store, NULL, bytes, &error);

  g_assert_no_error (error);
  g_assert_true (copy->intact);
  return copy;
}

void
review_apply (ZpReportFile *file, ZpBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (batch);
  zp_report_apply (file->report, batch, &error);
  g_assert_no_error (error);
}

void
review_set (ZpReportFile *file, const char *id, const char *value, const char *by)
{
  ZpBatch *batch = zp_batch_new ("Enter", by, AT (0));

  zp_batch_set (batch, id, NULL, value);
  review_apply (file, batch);
}

void
review_insert (ZpReportFile *file, const char *table, int at)
{
  ZpBatch *batch = zp_batch_new ("Add", NULL, AT (0));

  zp_batch_insert (batch, table, at, 0);
  review_apply (file, batch);
}

void
review_move (ZpReportFile *file, const char *table, int from, int to)
{
  ZpBatch *batch = zp_batch_new ("Move", NULL, AT (0));

  zp_batch_move (batch, table, from, to);
  review_apply (file, batch);
}

/* FALSE when it is refused for where the report stands. */
gboolean
review_step (ZpReportFile *file, ZpStepKind kind, const char *by, int minute)
{
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_review_make_step (file, kind, by, NULL, AT (minute), &error);

  if (batch == NULL)
    {
      g_assert_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_STATE);
      return FALSE;
    }
  review_apply (file, batch);
  return TRUE;
}
