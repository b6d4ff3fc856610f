/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli get: values of a report. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/zp-cli.h"

typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  ZpJsonWriter *json; /* or NULL for text */
} Getting;

/* Nobody gave the day of a month. */
static char *
plain_date (const ZpCellDef *def, const ZpCellContent *content)
{
  char *text = zp_cell_content_to_text (content, def);

  if (def->month_only && strlen (text) > strlen ("2022-04"))
    text[strlen ("2022-04")] = '\0';
  return text;
}

/* A figure with the places it is shown with and without separators, as another program wants it. */
static char *
plain (const ZpCellDef *def, const ZpCellContent *content)
{
  if (content->state == ZP_CONTENT_FIGURE && def->kind == ZP_KIND_DATE)
    return plain_date (def, content);
  if (content->state != ZP_CONTENT_FIGURE || content->text != NULL)
    return zp_cell_content_to_text (content, def);
  return zp_decimal_to_string (content->number, zp_cell_content_get_places (content, def));
}

static void
write_string (ZpJsonWriter *json, const char *key, const char *value)
{
  if (value != NULL)
    zp_json_writer_string (json, key, value);
  else
    zp_json_writer_null (json, key);
}

static void
put_cell (Getting *self, ZpCell cell, const char *id)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpCellValue *value = zp_report_get_value (self->report, cell);
  g_autofree char *label = zp_report_get_label (self->report, cell);
  g_autofree char *shown = plain (def, zp_cell_value_in_force (value));
  g_autofree char *computed = plain (def, &value->computed);
  g_autofree char *declared = def->entry == ZP_ENTRY_COMPUTED ? plain (def, &value->typed) : NULL;

  if (self->json == NULL)
    {
      zp_cli_print ("%s\t%s\t%s\t%s\n", id, label, shown != NULL ? shown : "", def->unit.label);
      return;
    }
  zp_json_writer_begin_object (self->json, id);
  zp_json_writer_string (self->json, "label", label);
  zp_json_writer_string (self->json, "unit", def->unit.label);
  write_string (self->json, "value", shown);
  write_string (self->json, "computed", computed);
  write_string (self->json, "declared", declared);
  zp_json_writer_end_object (self->json);
}

static void
put_passage (Getting *self, const ZpPassage *passage)
{
  const char *text = zp_report_get_passage (self->report, passage->id);
  const char *label = passage->label != NULL ? zp_phrase_get_source (passage->label) : passage->id;

  if (self->json == NULL)
    {
      zp_cli_print ("%s\t%s\t%s\t\n", passage->id, label, text != NULL ? text : "");
      return;
    }
  zp_json_writer_begin_object (self->json, passage->id);
  zp_json_writer_string (self->json, "label", label);
  zp_json_writer_string (self->json, "unit", "");
  write_string (self->json, "value", text);
  zp_json_writer_end_object (self->json);
}

static void
put_row (Getting *self, const ZpBlock *block, int row)
{
  for (guint column = 0; column < zp_block_count_columns (block); column++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) column);
      g_autofree char *id = NULL;

      if (zp_pack_get_cell (self->pack, cell) == NULL)
        continue;
      id = zp_pack_format_id (self->pack, cell);
      put_cell (self, cell, id);
    }
}

static void
put_block (Getting *self, const ZpBlock *block)
{
  for (int row = 0; row < zp_report_count_rows (self->report, block->index); row++)
    put_row (self, block, row);
  if (block->kind == ZP_BLOCK_TABLE && block->totals != NULL)
    put_row (self, block, ZP_ROW_TOTAL);
}

static void
put_all (Getting *self)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    put_block (self, zp_pack_get_block (self->pack, (int) i));
  for (guint i = 0; i < self->pack->passages->len; i++)
    put_passage (self, g_ptr_array_index (self->pack->passages, i));
}

/* A cell, a passage, or a block with everything in it. */
static void
put_id (Getting *self, const char *id)
{
  const ZpBlock *block = zp_pack_find_block (self->pack, id);
  const ZpPassage *passage = zp_pack_find_passage_by_id (self->pack, id);
  ZpCell cell;

  if (block != NULL)
    put_block (self, block);
  else if (passage != NULL)
    put_passage (self, passage);
  else if (zp_report_find_cell (self->report, id, &cell, NULL))
    put_cell (self, cell, id);
}

/* Every id is looked at before anything is printed, and all unknown ones are named. */
static gboolean
all_known (Getting *self, char **ids)
{
  gboolean known = TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      ZpCell cell;

      if (zp_pack_find_block (self->pack, ids[i]) != NULL ||
          zp_pack_find_passage_by_id (self->pack, ids[i]) != NULL ||
          zp_report_find_cell (self->report, ids[i], &cell, &error))
        continue;
      zp_cli_message ("%s", error->message);
      known = FALSE;
    }
  return known;
}

static void
put_ids (Getting *self, char **ids)
{
  if (ids[0] == NULL)
    put_all (self);
  for (guint i = 0; ids[i] != NULL; i++)
    put_id (self, ids[i]);
}

static void
put_json (Getting *self, char **ids)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();

  self->json = json;
  zp_json_writer_begin_object (json, NULL);
  put_ids (self, ids);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

/* (transfer full) */
static char **
place_rows (ZpReport *report, char **ids)
{
  char **placed = g_new0 (char *, g_strv_length (ids) + 1);

  for (guint i = 0; ids[i] != NULL; i++)
    placed[i] = zp_cli_place_row (report, ids[i]);
  return placed;
}

ZpExit
zp_cli_get (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  Getting getting = { 0 };
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, -1 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  getting.report = file->report;
  getting.pack = zp_report_get_pack (file->report);
  ids = place_rows (file->report, argv + 2);
  if (!all_known (&getting, ids))
    return ZP_EXIT_NOT_DONE;
  if (as_json)
    put_json (&getting, ids);
  else
    put_ids (&getting, ids);
  return ZP_EXIT_DONE;
}
