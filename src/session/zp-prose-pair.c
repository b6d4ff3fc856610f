/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows of other tables belong to a row: the measures of a problem. */
#include "session/zp-prose-pair-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/zp-sheet-figure.h"

static gboolean
is_title (const ZpCellDef *def)
{
  return def != NULL && def->kind == ZP_KIND_TEXT && def->lines <= 1;
}

/**
 * zp_prose_get_row_title: (transfer full): what a row is called: its first short text; "" when it
 * is not filled in.
 */
char *
zp_prose_get_row_title (ZpReport *report, int block, int row)
{
  const ZpBlock *def = zp_pack_get_block (zp_report_get_pack (report), block);

  for (guint column = 0; column < zp_block_count_columns (def); column++)
    if (is_title (zp_block_get_cell (def, row, (int) column)))
      return zp_report_show (report, zp_cell (block, row, (int) column));
  return g_strdup ("");
}

/* The column of @from by which its rows refer to rows of @to, or -1. */
static int
find_reference (const ZpBlock *from, int to)
{
  if (from->kind != ZP_BLOCK_TABLE)
    return -1;
  for (guint column = 0; column < from->columns->len; column++)
    {
      const ZpCellDef *def = zp_block_get_cell (from, 0, (int) column);

      if (def != NULL && def->kind == ZP_KIND_REF && def->to_block == to && !def->owner)
        return (int) column;
    }
  return -1;
}

static gboolean
names_row (ZpReport *report, const ZpCellDef *def, const char *value, int row)
{
  const ZpBlock *to = zp_pack_get_block (zp_report_get_pack (report), def->to_block);
  g_autofree char *name = NULL;

  if (*value == '\0')
    return FALSE;
  if (def->to_number || to->key_column < 0)
    return g_ascii_strtoll (value, NULL, 10) == row + 1;
  name = zp_report_show (report, zp_cell (to->index, row, to->key_column));
  return strcmp (name, value) == 0;
}

static void
add_title (GString *titles, ZpReport *report, int block, int row)
{
  g_autofree char *title = zp_prose_get_row_title (report, block, row);

  g_string_append_printf (titles, "%s%d. %s", titles->len > 0 ? "; " : "", row + 1, title);
}

/* The rows of @to that row @row of @from names. */
static char *
list_named (ZpReport *report, const ZpCellDef *def, int row)
{
  g_autofree char *value =
    zp_report_show (report, zp_cell (def->cell.block, row, def->cell.column));
  GString *titles = g_string_new (NULL);

  for (int i = 0; i < zp_report_count_rows (report, def->to_block); i++)
    if (names_row (report, def, value, i))
      add_title (titles, report, def->to_block, i);
  return g_string_free (titles, FALSE);
}

static char *
list_naming (ZpReport *report, const ZpCellDef *def, int row)
{
  GString *titles = g_string_new (NULL);

  for (int i = 0; i < zp_report_count_rows (report, def->cell.block); i++)
    {
      g_autofree char *value =
        zp_report_show (report, zp_cell (def->cell.block, i, def->cell.column));

      if (names_row (report, def, value, row))
        add_title (titles, report, def->cell.block, i);
    }
  return g_string_free (titles, FALSE);
}

/* Takes @titles. */
static void
set_pair (ZpProsePart *self, ZpReport *report, int block, char *titles)
{
  const ZpBlock *other = zp_pack_get_block (zp_report_get_pack (report), block);
  g_autofree char *label = zp_sheet_render_label (report, other->label);
  g_autofree char *owned = titles;

  self->is_unpaired = *owned == '\0';
  self->pair = g_strdup_printf (_ ("%s: %s"), label, self->is_unpaired ? _ ("none yet") : owned);
}

/** zp_prose_part_find_pair: tells @self what belongs to that row; nothing where no table refers. */
void
zp_prose_part_find_pair (ZpProsePart *self, ZpReport *report, int block, int row)
{
  const ZpPack *pack = zp_report_get_pack (report);
  const ZpBlock *own = zp_pack_get_block (pack, block);

  for (guint i = 0; i < pack->blocks->len && self->pair == NULL; i++)
    {
      const ZpBlock *other = g_ptr_array_index (pack->blocks, i);
      int there = find_reference (own, other->index);
      int back = find_reference (other, block);

      if (there >= 0)
        set_pair (self, report, other->index,
                  list_named (report, zp_block_get_cell (own, 0, there), row));
      else if (back >= 0)
        set_pair (self, report, other->index,
                  list_naming (report, zp_block_get_cell (other, 0, back), row));
    }
}
