/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a report as its file: the same content is always the same bytes. */
#include <string.h>

#include "report/zp-note-private.h"
#include "report/zp-record-private.h"
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
write_row_by_id (const ZpReportFile *self, ZpJsonWriter *writer, const ZpBlock *block, int row)
{
  ZpReport *report = self->report;

  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);
      g_autofree char *id = zp_pack_get_cell (report->pack, cell) != NULL
                              ? zp_pack_format_id (report->pack, cell)
                              : NULL;

      if (id == NULL)
        continue;
      write_cell (report, writer, cell, id);
      zp_unknown_write (self->unknown, "values", id, writer);
    }
}

static void
write_values (const ZpReportFile *self, ZpJsonWriter *writer)
{
  ZpReport *report = self->report;

  zp_json_writer_begin_object (writer, "values");
  zp_unknown_write (self->unknown, "values", NULL, writer);
  for (guint i = 0; i < report->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (report->pack, (int) i);

      if (block->kind == ZP_BLOCK_TABLE)
        write_row_by_id (self, writer, block, ZP_ROW_TOTAL);
      else
        for (guint row = 0; row < block->rows->len; row++)
          write_row_by_id (self, writer, block, (int) row);
    }
  zp_json_writer_end_object (writer);
}

static void
write_table_row (const ZpReportFile *self, ZpJsonWriter *writer, const ZpBlock *block, int row)
{
  guint uid = zp_cells_get_uid (self->report->cells, block->index, row);
  g_autofree char *place =
    zp_unknown_is_empty (self->unknown) ? NULL : zp_report_row_place (block, uid);

  zp_json_writer_begin_object (writer, NULL);
  zp_unknown_write (self->unknown, place, NULL, writer);
  zp_json_writer_int (writer, ZP_ROW_MEMBER, uid);
  zp_unknown_write (self->unknown, place, ZP_ROW_MEMBER, writer);
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      const char *column = g_ptr_array_index (block->columns, i);

      write_cell (self->report, writer, zp_cell (block->index, row, (int) i), column);
      zp_unknown_write (self->unknown, place, column, writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_rows (const ZpReportFile *self, ZpJsonWriter *writer, const ZpBlock *block)
{
  int n_rows = zp_cells_count_rows (self->report->cells, block->index);

  if (n_rows == 0)
    return;
  zp_json_writer_begin_array (writer, block->key);
  for (int row = 0; row < n_rows; row++)
    write_table_row (self, writer, block, row);
  zp_json_writer_end_array (writer);
}

static void
write_tables (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const ZpPack *pack = self->report->pack;

  zp_json_writer_begin_object (writer, "tables");
  zp_unknown_write (self->unknown, "tables", NULL, writer);
  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);

      if (block->kind != ZP_BLOCK_TABLE)
        continue;
      write_rows (self, writer, block);
      zp_unknown_write (self->unknown, "tables", block->key, writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_texts (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const GPtrArray *passages = self->report->pack->passages;

  zp_json_writer_begin_object (writer, "texts");
  zp_unknown_write (self->unknown, "texts", NULL, writer);
  for (guint i = 0; i < passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (passages, i);
      const char *text = zp_report_get_passage (self->report, passage->id);

      if (text != NULL)
        zp_json_writer_string (writer, passage->id, text);
      zp_unknown_write (self->unknown, "texts", passage->id, writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_notes (const ZpReportFile *self, ZpJsonWriter *writer)
{
  g_autoptr (GPtrArray) notes = zp_report_get_notes (self->report);

  zp_json_writer_begin_array (writer, "notes");
  for (guint i = 0; i < notes->len; i++)
    zp_note_write (g_ptr_array_index (notes, i), self->unknown, writer);
  zp_json_writer_end_array (writer);
}

static void
write_unplaced_figure (const ZpReportFile *self, ZpJsonWriter *writer, const ZpUnplaced *figure)
{
  const char *const values[] = { figure->id, figure->label, figure->unit, figure->value,
                                 figure->reason };
  g_autofree char *place = zp_report_unplaced_place (figure);

  zp_json_writer_begin_object (writer, NULL);
  zp_unknown_write (self->unknown, place, NULL, writer);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      zp_json_writer_string (writer, zp_report_unplaced_members[i], values[i]);
      zp_unknown_write (self->unknown, place, zp_report_unplaced_members[i], writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_unplaced (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const GPtrArray *figures = self->report->unplaced;

  zp_json_writer_begin_array (writer, "unplaced");
  for (guint i = 0; i < figures->len; i++)
    write_unplaced_figure (self, writer, g_ptr_array_index (figures, i));
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
write_units (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const ZpPack *pack = self->report->pack;

  zp_json_writer_begin_object (writer, "units");
  zp_unknown_write (self->unknown, "units", NULL, writer);
  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);
      const char *unit = zp_report_block_money (block);

      if (unit != NULL)
        {
          zp_json_writer_string (writer, block->key, unit);
          write_unit_exceptions (pack, writer, block, unit);
        }
      zp_unknown_write (self->unknown, "units", block->key, writer);
    }
  zp_json_writer_end_object (writer);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_prior (const ZpReportFile *self, ZpJsonWriter *writer)
{
  ZpReport *report = self->report;
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (report->prior), compare_ids);

  if (ids == NULL && !zp_unknown_holds (self->unknown, "prior"))
    return;
  zp_json_writer_begin_object (writer, "prior");
  zp_unknown_write (self->unknown, "prior", NULL, writer);
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
write_records (const ZpReportFile *self, ZpJsonWriter *writer)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (self->report, ZP_RECORD_PREFIX);

  if (paths->len == 0)
    return;
  zp_json_writer_begin_object (writer, "review");
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      zp_record_write (path + strlen (ZP_RECORD_PREFIX), zp_report_get_record (self->report, path),
                       writer);
    }
  zp_json_writer_end_object (writer);
}

static void
write_trail (const ZpReportFile *self, ZpJsonWriter *writer)
{
  const ZpTrail *trail = zp_report_get_trail (self->report);

  if (zp_trail_count (trail) == 0)
    return;
  zp_json_writer_begin_array (writer, "trail");
  for (guint i = 0; i < zp_trail_count (trail); i++)
    zp_trail_write_entry (trail, i, writer);
  zp_json_writer_end_array (writer);
}

static void
write_format (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_json_writer_string (writer, "format", "ziping");
}

static void
write_version (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_json_writer_int (writer, "version", ZP_REPORT_FORMAT_VERSION);
}

static void
write_template (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_json_writer_string (writer, "template", self->report->pack->id);
}

static void
write_template_version (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_json_writer_int (writer, "template_version", self->report->pack->version);
}

static void
write_template_digest (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_json_writer_string (writer, "template_digest", self->report->pack->digest);
}

static void (*const member_writers[]) (const ZpReportFile *self, ZpJsonWriter *writer) = {
  write_format,          write_version, write_template, write_template_version,
  write_template_digest, write_units,   write_values,   write_tables,
  write_texts,           write_notes,   write_unplaced, write_prior,
  write_records,         write_trail,
};

const char *const zp_report_members[] = {
  "format", "version", "template", "template_version", "template_digest", "units",  "values",
  "tables", "texts",   "notes",    "unplaced",         "prior",           "review", "trail",
  NULL,
};

const char *const zp_report_unplaced_members[] = { "id", "label", "unit", "value", "reason", NULL };

/** zp_report_row_place: (transfer full): what a row is called where unknown members are kept. */
char *
zp_report_row_place (const ZpBlock *block, guint uid)
{
  return g_strdup_printf ("tables/%s/%u", block->key, uid);
}

/** zp_report_unplaced_place: (transfer full): the same of an unplaced figure, which has no name. */
char *
zp_report_unplaced_place (const ZpUnplaced *figure)
{
  return g_strdup_printf ("unplaced/%p", (const void *) figure);
}

static void
write_members (const ZpReportFile *self, ZpJsonWriter *writer)
{
  zp_unknown_write (self->unknown, ZP_TOP_PLACE, NULL, writer);
  for (guint i = 0; i < G_N_ELEMENTS (member_writers); i++)
    {
      member_writers[i](self, writer);
      zp_unknown_write (self->unknown, ZP_TOP_PLACE, zp_report_members[i], writer);
    }
}

static char *
write_document (const ZpReportFile *self, const char *digest, gsize *length)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  zp_json_writer_begin_object (writer, NULL);
  write_members (self, writer);
  if (digest != NULL)
    zp_json_writer_string (writer, ZP_DIGEST_MEMBER, digest);
  zp_json_writer_end_object (writer);
  return zp_json_writer_finish (writer, length);
}

/**
 * zp_report_file_to_bytes:
 *
 * The file as it would be saved: members in a fixed order, one value a line, members that this
 * version does not know behind those they followed, then the digest of everything before it.
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
