/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a report as its file: the same content is always the same bytes. */
#include <string.h>

#include "report/zp-report-file-private.h"
#include "report/zp-report-move-private.h"
#include "report/zp-report-private.h"

static void
write_cell (ZpReport *report, ZpJsonWriter *writer, ZpCell cell, const char *key)
{
  const ZpCellDef *def = zp_pack_get_cell (report->pack, cell);
  g_autofree char *text = NULL;

  if (def == NULL)
    return;
  text = zp_cell_content_to_text (&zp_cells_get (report->cells, cell)->typed, def);
  if (text != NULL)
    zp_json_writer_string (writer, key, text);
}

static void
write_row_by_id (ZpReport *report, ZpJsonWriter *writer, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);
      g_autofree char *id = zp_pack_get_cell (report->pack, cell) != NULL
                              ? zp_pack_format_id (report->pack, cell)
                              : NULL;

      if (id != NULL)
        write_cell (report, writer, cell, id);
    }
}

static void
write_values (ZpReport *report, ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, "values");
  for (guint i = 0; i < report->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (report->pack, (int) i);

      if (block->kind == ZP_BLOCK_TABLE)
        write_row_by_id (report, writer, block, ZP_ROW_TOTAL);
      else
        for (guint row = 0; row < block->rows->len; row++)
          write_row_by_id (report, writer, block, (int) row);
    }
  zp_json_writer_end_object (writer);
}

static void
write_table_row (ZpReport *report, ZpJsonWriter *writer, const ZpBlock *block, int row)
{
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_int (writer, ZP_ROW_MEMBER, zp_cells_get_uid (report->cells, block->index, row));
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    write_cell (report, writer, zp_cell (block->index, row, (int) i),
                g_ptr_array_index (block->columns, i));
  zp_json_writer_end_object (writer);
}

static void
write_tables (ZpReport *report, ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, "tables");
  for (guint i = 0; i < report->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (report->pack, (int) i);
      int n_rows = zp_cells_count_rows (report->cells, block->index);

      if (block->kind != ZP_BLOCK_TABLE || n_rows == 0)
        continue;
      zp_json_writer_begin_array (writer, block->key);
      for (int row = 0; row < n_rows; row++)
        write_table_row (report, writer, block, row);
      zp_json_writer_end_array (writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_texts (ZpReport *report, ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, "texts");
  for (guint i = 0; i < report->pack->passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (report->pack->passages, i);
      const char *text = zp_report_get_passage (report, passage->id);

      if (text != NULL)
        zp_json_writer_string (writer, passage->id, text);
    }
  zp_json_writer_end_object (writer);
}

static void
write_notes (ZpReport *report, ZpJsonWriter *writer)
{
  g_autoptr (GPtrArray) notes = zp_report_get_notes (report);

  zp_json_writer_begin_array (writer, "notes");
  for (guint i = 0; i < notes->len; i++)
    zp_note_write (g_ptr_array_index (notes, i), writer);
  zp_json_writer_end_array (writer);
}

static void
write_unplaced (ZpReport *report, ZpJsonWriter *writer)
{
  zp_json_writer_begin_array (writer, "unplaced");
  for (guint i = 0; i < report->unplaced->len; i++)
    {
      const ZpUnplaced *figure = g_ptr_array_index (report->unplaced, i);

      zp_json_writer_begin_object (writer, NULL);
      zp_json_writer_string (writer, "id", figure->id);
      zp_json_writer_string (writer, "label", figure->label);
      zp_json_writer_string (writer, "unit", figure->unit);
      zp_json_writer_string (writer, "value", figure->value);
      zp_json_writer_string (writer, "reason", figure->reason);
      zp_json_writer_end_object (writer);
    }
  zp_json_writer_end_array (writer);
}

static void
write_unit_exceptions (const ZpPack *pack,
                       ZpJsonWriter *writer,
                       const ZpBlock *block,
                       const char *unit)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (block->cells, i);
      g_autofree char *id = NULL;

      if (def == NULL || def->unit.kind != ZP_UNIT_MONEY || strcmp (def->unit.label, unit) == 0)
        continue;
      id = zp_report_units_id (pack, def->cell);
      zp_json_writer_string (writer, id, def->unit.label);
    }
}

/* Money is converted when a later version of the pack counts in another unit, so the units are
 * kept: one for each block, and those of the cells that differ from it. */
static void
write_units (const ZpPack *pack, ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, "units");
  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);
      const char *unit = zp_report_block_money (block);

      if (unit == NULL)
        continue;
      zp_json_writer_string (writer, block->key, unit);
      write_unit_exceptions (pack, writer, block, unit);
    }
  zp_json_writer_end_object (writer);
}

static void
write_unknown (const ZpReportFile *self, ZpJsonWriter *writer)
{
  if (self->source == NULL)
    return;
  for (const ZpJson *member = zp_json_doc_get_root (self->source)->first; member != NULL;
       member = member->next)
    if (!g_strv_contains (zp_report_members, member->key))
      zp_json_writer_value (writer, member->key, member);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_prior (ZpReport *report, ZpJsonWriter *writer)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (report->prior), compare_ids);

  if (ids == NULL)
    return;
  zp_json_writer_begin_object (writer, "prior");
  for (const GList *id = ids; id != NULL; id = id->next)
    {
      const ZpCellDef *def = zp_report_find_prior_def (report, id->data);
      const ZpCellContent *content = g_hash_table_lookup (report->prior, id->data);
      g_autofree char *text = zp_cell_content_to_text (content, def);

      zp_json_writer_string (writer, id->data, text);
    }
  zp_json_writer_end_object (writer);
}

static void
write_members (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const ZpPack *pack = self->report->pack;

  zp_json_writer_string (writer, "format", "ziping");
  zp_json_writer_int (writer, "version", ZP_REPORT_FORMAT_VERSION);
  zp_json_writer_string (writer, "template", pack->id);
  zp_json_writer_int (writer, "template_version", pack->version);
  zp_json_writer_string (writer, "template_digest", pack->digest);
  write_units (pack, writer);
  write_values (self->report, writer);
  write_tables (self->report, writer);
  write_texts (self->report, writer);
  write_notes (self->report, writer);
  write_unplaced (self->report, writer);
  write_prior (self->report, writer);
  write_unknown (self, writer);
}

static char *
write_document (const ZpReportFile *self, const char *digest, gsize *length)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  zp_json_writer_begin_object (writer, NULL);
  write_members (self, writer);
  if (digest != NULL)
    zp_json_writer_string (writer, "digest", digest);
  zp_json_writer_end_object (writer);
  return zp_json_writer_finish (writer, length);
}

/**
 * zp_report_file_to_bytes:
 *
 * The file as it would be saved: members in a fixed order, one value a line, members that this
 * version does not know last, then the digest of everything before it.
 *
 * Returns: (transfer full)
 */
GBytes *
zp_report_file_to_bytes (const ZpReportFile *self)
{
  gsize length;
  g_autofree char *bare = write_document (self, NULL, &length);
  g_autofree char *digest = zp_report_digest (bare, length - strlen ("\n}\n"));
  char *whole = write_document (self, digest, &length);

  return g_bytes_new_take (whole, length);
}
