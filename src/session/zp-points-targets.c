/* SPDX-License-Identifier: GPL-3.0-or-later
 * Targets that were missed: rows of a table whose rate, of what was done to what was meant, is
 * below the whole. */
#include <glib/gi18n-lib.h>

#include "session/zp-cell-facts.h"
#include "session/zp-points-private.h"

/* A rate is kept in per cent. */
#define WHOLE G_GINT64_CONSTANT (100000000)

/* What was meant and what was done are figures with a unit of the row. */
static gboolean
has_targets (const ZpBlock *block)
{
  guint n_mixed = 0;

  if (block->kind != ZP_BLOCK_TABLE)
    return FALSE;
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    n_mixed += zp_block_get_cell (block, 0, column)->kind == ZP_KIND_MIXED ? 1 : 0;
  return n_mixed >= 2;
}

static int
find_rate (const ZpBlock *block)
{
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, 0, column);

      if (def->kind == ZP_KIND_PERCENT && def->entry == ZP_ENTRY_COMPUTED)
        return column;
    }
  return -1;
}

/* The reason is a text of several lines, the last of the row. */
static int
find_reason (const ZpBlock *block)
{
  for (int column = (int) zp_block_count_columns (block) - 1; column >= 0; column--)
    {
      const ZpCellDef *def = zp_block_get_cell (block, 0, column);

      if (def->kind == ZP_KIND_TEXT && def->lines > 1)
        return column;
    }
  return -1;
}

static char *
tell_reason (ZpPointList *self, const ZpBlock *block, int row, const char *rate)
{
  int column = find_reason (block);
  g_autofree char *reason = column >= 0
                              ? zp_report_show (self->report, zp_cell (block->index, row, column))
                              : g_strdup ("");

  if (column < 0)
    return g_strdup (rate);
  if (*reason == '\0')
    return g_strdup_printf (_ ("%s; no reason given"), rate);
  return g_strdup_printf (C_ ("a rate and the reason", "%1$s; %2$s"), rate, reason);
}

static void
look_at_row (ZpPointList *self, const ZpBlock *block, int row, int column)
{
  ZpCell cell = zp_cell (block->index, row, column);
  const ZpCellContent *content = zp_cell_value_in_force (zp_report_get_value (self->report, cell));
  g_autofree char *id = NULL;
  g_autofree char *rate = NULL;
  char *detail;

  if (content->state != ZP_CONTENT_FIGURE || content->number.millionths >= WHOLE)
    return;
  id = zp_pack_format_id (self->pack, cell);
  rate = zp_cell_facts_get_figure (self->session, cell);
  detail = tell_reason (self, block, row, rate);
  zp_point_list_add (self, ZP_POINT_TARGET, id, zp_cell_facts_get_name (self->session, cell),
                     detail, g_strdup (detail));
}

/** zp_point_list_add_targets: points about targets that were missed. */
void
zp_point_list_add_targets (ZpPointList *self)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = g_ptr_array_index (self->pack->blocks, i);
      int column = has_targets (block) ? find_rate (block) : -1;

      for (int row = 0; column >= 0 && row < zp_report_count_rows (self->report, block->index);
           row++)
        look_at_row (self, block, row, column);
    }
}
