/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the members of a report's file that are contents of single cells, and texts. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-reader-private.h"

/**
 * zp_reader_store:
 * @id: what @cell is called now
 *
 * Puts the content of @member, whose key was the id of the cell when it was kept, into a cell.
 *
 * Returns: FALSE when it does not fit, with that told
 */
gboolean
zp_reader_store (ZpReportReader *self, const ZpJson *member, const char *id, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->report->pack, cell);
  ZpCellValue *value = zp_cells_get (self->report->cells, cell);
  g_autoptr (GError) error = NULL;

  if (value->typed.state != ZP_CONTENT_EMPTY)
    {
      zp_reader_tell (self, _ ("line %u: “%s” stands twice"), member->line, id);
      return FALSE;
    }
  if (zp_cell_content_from_text (&value->typed, def, member->text, &error))
    {
      zp_reader_look_for_lost_characters (self, member, id);
      return TRUE;
    }
  if (!zp_report_move_drop (&self->move, id, member->text, error->message))
    zp_reader_tell_value (self, member, id, error->message);
  return FALSE;
}

/* Cells in the rows of a table stand in the table. */
static gboolean
find_value (ZpReportReader *self, const char *id, ZpCell *cell, GError **error)
{
  if (!zp_pack_parse_id (self->report->pack, id, cell, error))
    return FALSE;
  if (strchr (id, '[') == NULL)
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT, _ ("“%s”: rows belong to “tables”"),
               id);
  return FALSE;
}

static void
store_value (ZpReportReader *self, const ZpJson *member, const char *id, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->report->pack, cell);
  g_autofree char *text = zp_report_move_convert (&self->move, def, member->key, id, member->text);
  ZpJson converted = *member;

  g_string_assign (self->after, id);
  if (text == NULL)
    return;
  converted.text = text;
  zp_reader_store (self, &converted, id, cell);
}

static void
read_known_value (ZpReportReader *self, const ZpJson *member)
{
  g_autofree char *id = zp_report_move_id (&self->move, member->key, member->text);
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  if (id == NULL)
    return;
  if (find_value (self, id, &cell, &error))
    store_value (self, member, id, cell);
  else if (!zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    zp_reader_tell_value (self, member, NULL, error->message);
}

/** zp_reader_read_value: a content of a field or grid, by its id. */
void
zp_reader_read_value (ZpReportReader *self, const ZpJson *member)
{
  ZpCell cell;

  if (zp_unknown_is_id (member))
    read_known_value (self, member);
  else if (zp_pack_parse_id (self->report->pack, member->key, &cell, NULL))
    zp_reader_is_kind (self, member, ZP_JSON_STRING);
  else
    zp_reader_keep_unknown (self, "values", member);
}

static void
read_known_text (ZpReportReader *self, const ZpJson *member)
{
  g_autofree char *id = zp_report_move_id (&self->move, member->key, member->text);

  if (id == NULL)
    return;
  if (zp_pack_find_passage_by_id (self->report->pack, id) != NULL)
    {
      g_string_assign (self->after, id);
      zp_reader_look_for_lost_characters (self, member, id);
      g_hash_table_insert (self->report->passages, g_steal_pointer (&id), g_strdup (member->text));
    }
  else if (!zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    zp_reader_tell_value (self, member, id, _ ("the template has no such text"));
}

/** zp_reader_read_text: a passage, by its id. */
void
zp_reader_read_text (ZpReportReader *self, const ZpJson *member)
{
  if (zp_unknown_is_id (member))
    read_known_text (self, member);
  else if (zp_pack_find_passage_by_id (self->report->pack, member->key) != NULL)
    zp_reader_is_kind (self, member, ZP_JSON_STRING);
  else
    zp_reader_keep_unknown (self, "texts", member);
}
