/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the tables of a report's file, row by row. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-reader-private.h"

/* A row that is read. @row_id: "projects[0]."; @place: (nullable): where unknown members of it are
 * kept; @after: the known member before */
typedef struct
{
  const ZpBlock *block;
  int row;
  char *row_id;
  char *place;
  const char *after;
} Row;

/* The column that @id, "table[3].column", names in @block, or -1. */
static int
column_of (const ZpBlock *block, const char *id)
{
  gsize length = strlen (block->key);
  const char *column = strstr (id, "].");

  if (column == NULL || !g_str_has_prefix (id, block->key) || id[length] != '[')
    return -1;
  return zp_block_find_column (block, column + strlen ("]."));
}

static void
store_column (
  ZpReportReader *self, const ZpJson *member, Row *row, const char *old, const char *id, int column)
{
  ZpCell cell = zp_cell (row->block->index, row->row, column);
  const ZpCellDef *def = zp_pack_get_cell (self->report->pack, cell);
  g_autofree char *text = zp_report_move_convert (&self->move, def, old, id, member->text);
  ZpJson converted = *member;

  row->after = g_ptr_array_index (row->block->columns, column);
  if (text == NULL)
    return;
  converted.text = text;
  zp_reader_store (self, &converted, id, cell);
}

/* Columns of a table are renamed with their table: "projects[0].done" may have become
 * "projects[0].actual". */
static void
read_column (ZpReportReader *self, const ZpJson *member, Row *row)
{
  g_autofree char *old = g_strconcat (row->row_id, member->key, NULL);
  g_autofree char *id = zp_report_move_id (&self->move, old, member->text);
  g_autofree char *message = NULL;
  int column;

  if (id == NULL)
    return;
  column = column_of (row->block, id);
  if (column >= 0)
    {
      store_column (self, member, row, old, id, column);
      return;
    }
  if (zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    return;
  message = g_strdup_printf (_ ("table “%s” has no column “%s”"), row->block->key, member->key);
  zp_reader_tell_value (self, member, NULL, message);
}

static void
keep_unknown (ZpReportReader *self, const ZpJson *member, Row *row)
{
  const ZpBlock *block = row->block;

  if (row->place == NULL)
    row->place =
      zp_report_row_place (block, zp_cells_get_uid (self->report->cells, block->index, row->row));
  zp_unknown_keep (self->file->unknown, row->place, row->after, member);
}

static void
read_row_member (ZpReportReader *self, const ZpJson *member, Row *row)
{
  if (strcmp (member->key, ZP_ROW_MEMBER) == 0)
    row->after = ZP_ROW_MEMBER;
  else if (zp_unknown_is_id (member))
    read_column (self, member, row);
  else if (zp_block_find_column (row->block, member->key) >= 0)
    zp_reader_is_kind (self, member, ZP_JSON_STRING);
  else
    keep_unknown (self, member, row);
}

static gboolean
parse_uid (const ZpJson *object, guint64 *uid)
{
  const ZpJson *member = zp_json_get (object, ZP_ROW_MEMBER);

  return member != NULL && member->kind == ZP_JSON_NUMBER &&
         g_ascii_string_to_unsigned (member->text, 10, 1, G_MAXINT32, uid, NULL);
}

/* The number that the row has, or a new one where it has none or none that can be read. */
static guint
choose_uid (ZpReportReader *self, const ZpJson *object)
{
  const ZpJson *member = zp_json_get (object, ZP_ROW_MEMBER);
  guint64 uid = 0;

  if (member == NULL || !zp_reader_is_kind (self, member, ZP_JSON_NUMBER))
    return self->next_uid++;
  if (!parse_uid (object, &uid))
    zp_reader_tell (self, _ ("line %u: “%s” is no number of a row"), member->line, member->text);
  else if (g_hash_table_add (self->uids, GUINT_TO_POINTER ((guint) uid)))
    return (guint) uid;
  else
    zp_reader_tell (self, _ ("line %u: row number %u stands twice"), object->line, (guint) uid);
  return self->next_uid++;
}

/* Where a row cannot be read an empty one keeps its place: rows refer to each other by number. */
static void
read_row (ZpReportReader *self, const ZpJson *object, const char *table, const ZpBlock *block)
{
  ZpCells *cells = self->report->cells;
  Row row = { .block = block, .row = zp_cells_count_rows (cells, block->index) };

  zp_reader_is_kind (self, object, ZP_JSON_OBJECT);
  zp_cells_insert_row (cells, block->index, row.row, choose_uid (self, object));
  if (object->kind != ZP_JSON_OBJECT)
    return;
  row.row_id = g_strdup_printf ("%s[%d].", table, row.row);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    read_row_member (self, member, &row);
  g_free (row.row_id);
  g_free (row.place);
}

/* Rows without a number take those above all that the table has. */
static void
prepare_uids (ZpReportReader *self, const ZpJson *array)
{
  guint64 uid;

  g_hash_table_remove_all (self->uids);
  self->next_uid = 1;
  for (const ZpJson *object = array->first; object != NULL; object = object->next)
    if (parse_uid (object, &uid))
      self->next_uid = MAX (self->next_uid, (guint) uid + 1);
}

static void
read_rows (ZpReportReader *self, const ZpJson *array, const ZpBlock *block)
{
  prepare_uids (self, array);
  for (const ZpJson *object = array->first; object != NULL; object = object->next)
    read_row (self, object, array->key, block);
}

static const ZpBlock *
find_table (ZpReportReader *self, const char *key)
{
  const ZpBlock *block = zp_pack_find_block (self->report->pack, key);

  return block != NULL && block->kind == ZP_BLOCK_TABLE ? block : NULL;
}

static void
read_array (ZpReportReader *self, const ZpJson *array)
{
  g_autofree char *key = zp_report_move_table (&self->move, array);
  const ZpBlock *block;

  if (key == NULL)
    return;
  block = find_table (self, key);
  if (block != NULL)
    {
      g_string_assign (self->after, key);
      read_rows (self, array, block);
    }
  else if (!zp_report_move_drop_table (&self->move, array, _ ("not in the template")))
    zp_reader_tell (self, _ ("line %u: the template has no table “%s”"), array->line, key);
}

/** zp_reader_read_table: the rows of a table; only a list can be one. */
void
zp_reader_read_table (ZpReportReader *self, const ZpJson *array)
{
  if (array->kind == ZP_JSON_ARRAY)
    read_array (self, array);
  else if (find_table (self, array->key) != NULL)
    zp_reader_is_kind (self, array, ZP_JSON_ARRAY);
  else
    zp_reader_keep_unknown (self, "tables", array);
}
