/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports for tests of the checks: of changsha-2021, and of the small pack beside the tests. */
#include "check-fixture.h"

#include <string.h>

#include "report/zp-data.h"
#include "template/zp-pack-store.h"
#include "zp-test.h"

static ZpJsonDoc *
read_example (const char *example)
{
  g_autofree char *path =
    g_strdup_printf ("%s/data/examples/%s.json", g_getenv ("ZP_SOURCE_ROOT"), example);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  ZpJsonDoc *doc;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  doc = zp_json_doc_parse (text, length, (ZpJsonLimits){ 1 << 20, 32 }, &error);
  g_assert_no_error (error);
  return doc;
}

/* (transfer full): an empty report of changsha-2021. */
ZpReport *
check_fixture_open_empty (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "changsha-2021", 0, &error);

  g_assert_no_error (error);
  return zp_report_new (pack);
}

/* (transfer full): a report of changsha-2021 filled with one of data/examples. */
ZpReport *
check_fixture_open (const char *example)
{
  ZpReport *report = check_fixture_open_empty ();
  g_autoptr (ZpJsonDoc) data = read_example (example);
  g_autoptr (GError) error = NULL;
  ZpBatch *batch;

  batch = zp_data_to_batch (report, zp_json_doc_get_root (data), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
  return report;
}

/* (transfer full): an empty report of the small pack, whose figures stand in many checks each. */
ZpReport *
check_fixture_open_ledger (void)
{
  g_autofree char *folder = zp_test_source ("tests/check/packs/ledger");
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GPtrArray) warnings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load_folder (store, folder, warnings, &error);

  g_assert_no_error (error);
  return zp_report_new (pack);
}

/* Sets what the members of a DATA.json object say, written with ' for ". */
void
check_fixture_fill (ZpReport *report, const char *members)
{
  g_autofree char *object = g_strdup_printf ("{%s}", members);
  g_autofree char *text = g_strdelimit (g_steal_pointer (&object), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc =
    zp_json_doc_parse (text, strlen (text), (ZpJsonLimits){ 1 << 22, 32 }, &error);
  ZpBatch *batch;

  g_assert_no_error (error);
  batch = zp_data_to_batch (report, zp_json_doc_get_root (doc), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

/* The finding of that id as “error 766.42 766.43”, or “none”; (transfer full). */
char *
check_fixture_tell (ZpReport *report, const char *finding_id)
{
  g_autoptr (ZpChecker) checker = zp_checker_new (report);
  const ZpFinding *finding = zp_checker_find (checker, finding_id);
  const char *severity;

  if (finding == NULL)
    return g_strdup ("none");
  severity = zp_severity_get_id (finding->severity);
  if (finding->found == NULL)
    return g_strdup (severity);
  return g_strdup_printf ("%s %s %s", severity, finding->found, finding->expected);
}

static void
declare_cell (ZpReport *report, ZpBatch *batch, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (report);
  const ZpCellDef *def = zp_pack_get_cell (pack, cell);
  const ZpCellValue *value = zp_report_get_value (report, cell);
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  if (def == NULL || def->entry != ZP_ENTRY_COMPUTED || value->typed.state != ZP_CONTENT_EMPTY ||
      value->computed.state != ZP_CONTENT_FIGURE)
    return;
  id = zp_pack_format_id (pack, cell);
  text = zp_cell_content_to_text (&value->computed, def);
  zp_batch_set (batch, id, NULL, text);
}

static void
declare_row (ZpReport *report, ZpBatch *batch, const ZpBlock *block, int row)
{
  for (guint column = 0; column < zp_block_count_columns (block); column++)
    declare_cell (report, batch, zp_cell (block->index, row, (int) column));
}

/* Every computed figure is printed in the report, as a clerk types it: declared. */
void
check_fixture_declare_all (ZpReport *report)
{
  const ZpPack *pack = zp_report_get_pack (report);
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);

      for (int row = 0; row < zp_report_count_rows (report, (int) i); row++)
        declare_row (report, batch, block, row);
      if (block->kind == ZP_BLOCK_TABLE)
        declare_row (report, batch, block, ZP_ROW_TOTAL);
    }
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

/* Sets one value as a clerk types it. */
void
check_fixture_set (ZpReport *report, const char *id, const char *value)
{
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  zp_report_find_cell (report, id, &cell, &error);
  g_assert_no_error (error);
  zp_report_parse_value (report, cell, value, &canonical, &error);
  g_assert_no_error (error);
  zp_batch_set (batch, id, NULL, canonical);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

/* (transfer full): the content in force, as printed. */
char *
check_fixture_get (ZpReport *report, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  zp_report_find_cell (report, id, &cell, &error);
  g_assert_no_error (error);
  return zp_report_show (report, cell);
}
