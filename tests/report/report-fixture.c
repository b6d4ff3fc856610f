/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small pack with every kind of cell and of formula, and short words for driving a report. */
#include "report-fixture.h"

#include <string.h>

static const char document[] =
  "{ \"parts\": [ { \"part\": \"body\", \"title\": \"报告\", \"sections\": ["
  "  { \"section\": \"s\", \"heading\": \"概况\", \"content\": ["
  "    { \"text\": \"text.scale\", \"label\": \"规模\" },"
  "    { \"text\": \"text.other\", \"label\": \"其他\" } ] } ] } ] }";

/** desk_write_pack: a pack into the user's folder; the store forgets what it has loaded. */
void
desk_write_pack (Desk *self, const char *id, const char *pack, const char *data)
{
  g_autofree char *folder = g_build_filename (self->folder, id, NULL);

  zp_test_write (folder, "pack.json", pack);
  zp_test_write (folder, "data.json", data);
  zp_test_write (folder, "document.json", document);
  g_clear_pointer (&self->store, zp_pack_store_free);
  self->store = zp_pack_store_new (self->folder);
}

/** desk_load: (transfer full): a pack of the folder, which must be a good one. */
ZpPack *
desk_load (Desk *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpPack *pack = zp_pack_store_load (self->store, id, 0, &error);

  g_assert_no_error (error);
  return pack;
}

/** desk_new_with: (transfer full): a desk whose pack "mini" is made of these files. */
Desk *
desk_new_with (const char *pack, const char *data)
{
  Desk *self = g_new0 (Desk, 1);

  self->folder = zp_test_make_folder ();
  desk_write_pack (self, "mini", pack, data);
  self->pack = desk_load (self, "mini");
  self->file = zp_report_file_create (self->pack);
  self->report = self->file->report;
  return self;
}

/** desk_new: (transfer full): a desk with the pack of report-fixture-pack.c. */
Desk *
desk_new (void)
{
  return desk_new_with (desk_pack, desk_data);
}

/** desk_free: frees the desk with its folder. */
void
desk_free (Desk *self)
{
  zp_report_file_free (self->file);
  zp_pack_unref (self->pack);
  zp_pack_store_free (self->store);
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

/** desk_cell: a cell that must be there. */
ZpCell
desk_cell (Desk *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell = { 0 };

  zp_report_find_cell (self->report, id, &cell, &error);
  g_assert_no_error (error);
  return cell;
}

/** desk_apply: @batch (transfer full) must be one that can be applied. */
void
desk_apply (Desk *self, ZpBatch *batch)
{
  g_autoptr (GError) error = NULL;

  zp_report_apply (self->report, batch, &error);
  g_assert_no_error (error);
}

/** desk_set: types into a cell or passage, as one batch. */
void
desk_set (Desk *self, const char *id, const char *typed)
{
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  if (strchr (id, ':') != NULL || g_str_has_prefix (id, "text."))
    canonical = g_strdup (typed);
  else
    zp_report_parse_value (self->report, desk_cell (self, id), typed, &canonical, &error);
  g_assert_no_error (error);
  zp_batch_set (batch, id, NULL, canonical);
  desk_apply (self, batch);
}

/** desk_read: (transfer full) (nullable): DATA.json made into a batch. */
ZpBatch *
desk_read (Desk *self, const char *data, GError **error)
{
  ZpJsonLimits limits = { .max_bytes = G_MAXSIZE, .max_depth = 64 };
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (data, strlen (data), limits, error);

  return doc != NULL ? zp_data_to_batch (self->report, zp_json_doc_get_root (doc), error) : NULL;
}

/** desk_fill: values of a DATA.json that must fit. */
void
desk_fill (Desk *self, const char *data)
{
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = desk_read (self, data, &error);

  g_assert_no_error (error);
  desk_apply (self, batch);
}

/** desk_show: (transfer full): what the report prints for a cell. */
char *
desk_show (Desk *self, const char *id)
{
  return zp_report_show (self->report, desk_cell (self, id));
}

/** desk_to_text: (transfer full): the file as it would be saved. */
char *
desk_to_text (Desk *self)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (self->file);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/** desk_open: (transfer full) (nullable): a report from the text of its file. */
ZpReportFile *
desk_open (Desk *self, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return zp_report_file_open_bytes (self->store, NULL, bytes, error);
}

static void
dump_row (GString *text, ZpReport *report, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);
      const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
      g_autofree char *computed = NULL;

      if (def == NULL)
        continue;
      computed = zp_cell_content_to_text (&zp_report_get_value (report, cell)->computed, def);
      g_string_append_printf (text, "%s[%d].%s=%s\n", block->key, row, def->key,
                              computed != NULL ? computed : "");
    }
}

/** desk_dump: (transfer full): every computed content, one a line. */
char *
desk_dump (ZpReport *report)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);
      int first = block->kind == ZP_BLOCK_TABLE ? ZP_ROW_TOTAL : 0;

      for (int row = first; row < zp_report_count_rows (report, block->index); row++)
        dump_row (text, report, block, row);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
