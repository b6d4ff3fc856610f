/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli templates: the packs there are. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"

static void
write_row_ids (ZpJsonWriter *json, const ZpPack *pack, const ZpBlock *block, int row)
{
  for (guint column = 0; column < zp_block_count_columns (block); column++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) column);
      g_autofree char *id = NULL;

      if (zp_pack_get_cell (pack, cell) == NULL)
        continue;
      id = zp_pack_format_id (pack, cell);
      zp_json_writer_string (json, NULL, id);
    }
}

static void
write_fields (ZpJsonWriter *json, const ZpPack *pack)
{
  zp_json_writer_begin_array (json, "fields");
  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);

      if (block->kind == ZP_BLOCK_TABLE && block->totals != NULL)
        write_row_ids (json, pack, block, ZP_ROW_TOTAL);
      for (guint row = 0; row < block->rows->len; row++)
        write_row_ids (json, pack, block, (int) row);
    }
  zp_json_writer_end_array (json);
}

static void
write_tables (ZpJsonWriter *json, const ZpPack *pack)
{
  zp_json_writer_begin_array (json, "tables");
  for (guint i = 0; i < pack->blocks->len; i++)
    if (zp_pack_get_block (pack, (int) i)->kind == ZP_BLOCK_TABLE)
      zp_json_writer_string (json, NULL, zp_pack_get_block (pack, (int) i)->key);
  zp_json_writer_end_array (json);
}

static void
write_columns (ZpJsonWriter *json, const ZpPack *pack)
{
  zp_json_writer_begin_object (json, "columns");
  for (guint i = 0; i < pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, (int) i);

      if (block->kind != ZP_BLOCK_TABLE)
        continue;
      zp_json_writer_begin_array (json, block->key);
      for (guint column = 0; column < block->columns->len; column++)
        zp_json_writer_string (json, NULL, g_ptr_array_index (block->columns, column));
      zp_json_writer_end_array (json);
    }
  zp_json_writer_end_object (json);
}

static void
write_texts (ZpJsonWriter *json, const ZpPack *pack)
{
  zp_json_writer_begin_array (json, "texts");
  for (guint i = 0; i < pack->passages->len; i++)
    zp_json_writer_string (json, NULL,
                           ((const ZpPassage *) g_ptr_array_index (pack->passages, i))->id);
  zp_json_writer_end_array (json);
}

static void
write_pack (ZpJsonWriter *json, const ZpPack *pack)
{
  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "id", pack->id);
  zp_json_writer_string (json, "title", pack->title);
  zp_json_writer_string (json, "region", pack->region);
  zp_json_writer_int (json, "year", pack->year);
  zp_json_writer_int (json, "version", pack->version);
  write_fields (json, pack);
  write_tables (json, pack);
  write_columns (json, pack);
  write_texts (json, pack);
  zp_json_writer_end_object (json);
}

static void
put_pack (ZpJsonWriter *json, const ZpPack *pack)
{
  if (!pack->listed)
    return;
  if (json != NULL)
    write_pack (json, pack);
  else
    zp_cli_print ("%s\t%s\t%s\t%d\t%d\n", pack->id, pack->title, pack->region, pack->year,
                  pack->version);
}

/* A pack of the user that does not load is named, and hides no other. */
static void
put_packs (ZpJsonWriter *json)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_auto (GStrv) ids = zp_pack_store_list (store);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ZpPack) pack = zp_pack_store_load (store, ids[i], 0, &error);

      if (pack != NULL)
        put_pack (json, pack);
      else
        zp_cli_message ("%s: %s", ids[i], error->message);
    }
}

ZpExit
zp_cli_templates (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print a JSON array with all ids"), NULL },
    { NULL },
  };
  g_autoptr (ZpJsonWriter) json = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 0, 0 }, &exit_code))
    return exit_code;
  if (!as_json)
    {
      put_packs (NULL);
      return ZP_EXIT_DONE;
    }
  json = zp_json_writer_new ();
  zp_json_writer_begin_array (json, NULL);
  put_packs (json);
  zp_json_writer_end_array (json);
  zp_cli_print_json (json);
  return ZP_EXIT_DONE;
}
