/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what a report's file holds beside contents: units, notes, unplaced and prior figures. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-note-private.h"
#include "report/zp-report-reader-private.h"

/** zp_reader_read_unit: only looks for what is no unit; units are read where money is converted. */
void
zp_reader_read_unit (ZpReportReader *self, const ZpJson *member)
{
  if (!zp_unknown_is_id (member))
    zp_reader_keep_unknown (self, "units", member);
  else if (zp_pack_find_block (self->report->pack, member->key) != NULL)
    g_string_assign (self->after, member->key);
}

/* A note that is cut off no longer says all it was written about. */
static gboolean
is_cut (const ZpJson *object)
{
  const ZpJson *figures = zp_json_get (object, "figures");

  return object->cut || (figures != NULL && figures->cut);
}

static ZpNote *
take_note (const ZpJson *object, GError **error)
{
  if (!is_cut (object))
    return zp_note_read (object, error);
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT, _ ("line %u: a note is cut off"),
               object->line);
  return NULL;
}

/** zp_reader_read_note: a note on a finding. */
void
zp_reader_read_note (ZpReportReader *self, const ZpJson *object)
{
  g_autoptr (GError) error = NULL;
  ZpNote *note = take_note (object, &error);

  if (note == NULL)
    {
      zp_reader_tell (self, "%s", error->message);
      return;
    }
  zp_report_move_note (&self->move, note);
  zp_note_keep_unknown (note, object, self->file->unknown);
  g_hash_table_insert (self->report->notes, g_strdup (note->finding), note);
}

/* (transfer full) (nullable) */
static char *
copy_string (ZpReportReader *self, const ZpJson *object, const char *key)
{
  const ZpJson *member = zp_json_get (object, key);

  if (member == NULL || member->kind == ZP_JSON_NULL ||
      !zp_reader_is_kind (self, member, ZP_JSON_STRING))
    return NULL;
  return g_strdup (member->text);
}

static void
keep_in_unplaced (ZpReportReader *self, const ZpJson *object, const ZpUnplaced *figure)
{
  g_autofree char *place = zp_report_unplaced_place (figure);
  const char *after = NULL;

  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    {
      if (g_strv_contains (zp_report_unplaced_members, member->key))
        after = member->key;
      else
        zp_unknown_keep (self->file->unknown, place, after, member);
    }
}

/** zp_reader_read_unplaced: a figure that has no cell. */
void
zp_reader_read_unplaced (ZpReportReader *self, const ZpJson *object)
{
  ZpUnplaced *figure;

  if (!zp_reader_is_kind (self, object, ZP_JSON_OBJECT))
    return;
  figure = g_new0 (ZpUnplaced, 1);
  figure->id = copy_string (self, object, "id");
  figure->label = copy_string (self, object, "label");
  figure->unit = copy_string (self, object, "unit");
  figure->value = copy_string (self, object, "value");
  figure->reason = copy_string (self, object, "reason");
  g_ptr_array_add (self->report->unplaced, figure);
  keep_in_unplaced (self, object, figure);
}

static void
store_prior (ZpReportReader *self, const ZpJson *member, const char *id, const ZpCellDef *def)
{
  g_autofree char *text = zp_report_move_convert (&self->move, def, member->key, id, member->text);
  g_autoptr (GError) error = NULL;
  ZpCellContent content = { 0 };

  if (text == NULL)
    return;
  if (zp_cell_content_from_text (&content, def, text, &error))
    g_hash_table_insert (self->report->prior, g_strdup (id), g_memdup2 (&content, sizeof content));
  else
    zp_reader_tell_value (self, member, member->key, error->message);
}

/* What the pack does not know is kept as it stands. */
static void
store_prior_words (ZpReportReader *self, const ZpJson *member, const char *id)
{
  ZpCellContent *content = g_new0 (ZpCellContent, 1);

  content->state = ZP_CONTENT_WORDS;
  content->text = g_strdup (member->text);
  g_hash_table_insert (self->report->prior, g_strdup (id), content);
}

static void
read_prior_text (ZpReportReader *self, const ZpJson *member)
{
  g_autofree char *id = zp_report_move_id (&self->move, member->key, member->text);
  const ZpCellDef *def;

  if (id == NULL)
    return;
  def = zp_report_find_prior_def (self->report, id);
  if (def != NULL)
    store_prior (self, member, id, def);
  else
    store_prior_words (self, member, id);
}

/** zp_reader_read_prior: a figure of the year before: an id, or for a table the key of the row in
 * place of its number. */
void
zp_reader_read_prior (ZpReportReader *self, const ZpJson *member)
{
  if (member->kind == ZP_JSON_STRING)
    read_prior_text (self, member);
  else if (zp_report_find_prior_def (self->report, member->key) != NULL)
    zp_reader_is_kind (self, member, ZP_JSON_STRING);
  else
    zp_unknown_keep (self->file->unknown, "prior", NULL, member);
}
