/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is pasted into computed cells, against what the program is going to compute there. */
#include <glib/gi18n-lib.h>

#include "session/zp-clip-private.h"

static void
copy_cell (ZpBatch *batch, ZpReport *from, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (from);
  const ZpCellDef *def = zp_pack_get_cell (pack, cell);
  const ZpCellContent *typed;
  g_autofree char *id = NULL;
  g_autofree char *kept = NULL;

  if (def == NULL)
    return;
  typed = &zp_report_get_value (from, cell)->typed;
  if (typed->state == ZP_CONTENT_EMPTY)
    return;
  id = zp_pack_format_id (pack, cell);
  kept = zp_cell_content_to_text (typed, def);
  zp_batch_set (batch, id, NULL, kept);
}

static void
copy_row (ZpBatch *batch, ZpReport *from, const ZpBlock *block, int row)
{
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    copy_cell (batch, from, zp_cell (block->index, row, column));
}

static void
copy_block (ZpBatch *batch, ZpReport *from, const ZpBlock *block)
{
  int n_rows = zp_report_count_rows (from, block->index);

  if (block->kind != ZP_BLOCK_TABLE)
    {
      for (int row = 0; row < (int) block->rows->len; row++)
        copy_row (batch, from, block, row);
      return;
    }
  for (int row = 0; row < n_rows; row++)
    zp_batch_insert (batch, block->key, row, 0);
  for (int row = 0; row < n_rows; row++)
    copy_row (batch, from, block, row);
  if (block->totals != NULL)
    copy_row (batch, from, block, ZP_ROW_TOTAL);
}

/* (transfer full) (nullable): the figures of @report in one that nobody looks at. */
static ZpReport *
make_scratch (ZpReport *report)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_autoptr (ZpReport) scratch = zp_report_new ((ZpPack *) pack);
  g_autoptr (ZpBatch) batch = zp_batch_new (NULL, NULL, 0);

  for (guint i = 0; i < pack->blocks->len; i++)
    copy_block (batch, report, zp_pack_get_block (pack, (int) i));
  if (!zp_report_apply (scratch, g_steal_pointer (&batch), NULL))
    return NULL;
  return g_steal_pointer (&scratch);
}

static const ZpCellDef *
get_declared_def (const ZpSheet *sheet, const ZpClipItem *item)
{
  const ZpCellDef *def;

  if (!item->is_written)
    return NULL;
  def = zp_pack_get_cell (sheet->pack, item->cell);
  return def->entry == ZP_ENTRY_COMPUTED ? def : NULL;
}

static gboolean
has_declared (const ZpSheet *sheet, const ZpClipPlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    if (get_declared_def (sheet, g_ptr_array_index (plan->items, i)) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
stands_declared (const ZpSheet *sheet, ZpCell cell)
{
  const ZpCellValue *value = zp_report_get_value (sheet->report, cell);

  return value != NULL && value->typed.state != ZP_CONTENT_EMPTY;
}

static void
judge_declared (const ZpSheet *sheet, ZpReport *scratch, const ZpCellDef *def, ZpClipItem *item)
{
  const ZpCellContent *computed = &zp_report_get_value (scratch, item->cell)->computed;
  g_autofree char *shown = zp_sheet_figure_show (sheet->pack, def, computed);
  g_autofree char *words = NULL;

  if (g_strcmp0 (shown, item->written) == 0)
    {
      item->is_written = stands_declared (sheet, item->cell);
      return;
    }
  words = computed->state == ZP_CONTENT_EMPTY
            ? g_strdup (_ ("the program computes this cell; goes in as declared figure"))
            : g_strdup_printf (_ ("the program computes %s; goes in as declared figure"), shown);
  zp_clip_doubt (item, words);
}

/**
 * zp_clip_doubt_declared:
 *
 * Holds what is pasted into computed cells against what they are going to be once the rest is
 * pasted: the same figure is not kept, as it would be in the way of later changes.
 */
void
zp_clip_doubt_declared (const ZpSheet *sheet, ZpClipPlan *plan)
{
  g_autoptr (ZpReport) scratch = NULL;
  g_autoptr (ZpBatch) batch = NULL;

  if (!has_declared (sheet, plan))
    return;
  scratch = make_scratch (sheet->report);
  batch = scratch != NULL ? zp_clip_make_batch (scratch, plan, FALSE, NULL) : NULL;
  if (batch == NULL || !zp_report_apply (scratch, g_steal_pointer (&batch), NULL))
    return;
  for (guint i = 0; i < plan->items->len; i++)
    {
      ZpClipItem *item = g_ptr_array_index (plan->items, i);
      const ZpCellDef *def = get_declared_def (sheet, item);

      if (def != NULL)
        judge_declared (sheet, scratch, def, item);
    }
}
