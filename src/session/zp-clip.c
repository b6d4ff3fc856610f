/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells that are changed in one step: pasted, filled down; and their sum. */
#include "session/zp-clip.h"

#include <glib/gi18n-lib.h>

#include "report/zp-row-edit.h"
#include "session/zp-clip-private.h"

static void
take_changes (ZpBatch *batch, ZpBatch *part)
{
  g_ptr_array_extend_and_steal (batch->changes, g_steal_pointer (&part->changes));
  part->changes = g_ptr_array_new ();
  zp_batch_free (part);
}

static gboolean
names_row (const ZpBlock *block, ZpCell cell)
{
  return block->kind == ZP_BLOCK_TABLE && cell.row >= 0 && block->key_column == cell.column;
}

static void
set_cell (ZpBatch *batch, const ZpPack *pack, ZpCell cell, const char *kept)
{
  g_autofree char *id = zp_pack_format_id (pack, cell);

  zp_batch_set (batch, id, NULL, kept);
}

/* A name typed over another one takes along what refers to the row. */
static gboolean
set_item (ZpBatch *batch, ZpReport *report, const ZpClipItem *item, GError **error)
{
  const ZpPack *pack = zp_report_get_pack (report);
  ZpBatch *part;

  if (!names_row (zp_pack_get_block (pack, item->cell.block), item->cell))
    {
      set_cell (batch, pack, item->cell, item->kept);
      return TRUE;
    }
  part = zp_row_edit_set (report, item->cell, item->kept, error);
  if (part == NULL)
    return FALSE;
  take_changes (batch, part);
  return TRUE;
}

static gboolean
add_rows (
  ZpBatch *batch, ZpReport *report, const ZpClipPlan *plan, const ZpBlock *block, GError **error)
{
  int n_rows = zp_report_count_rows (report, block->index);
  g_autofree char **keys = g_new0 (char *, plan->n_new_rows + 1);
  ZpBatch *part;

  for (guint i = 0; i < plan->items->len; i++)
    {
      const ZpClipItem *item = g_ptr_array_index (plan->items, i);

      if (item->is_written && names_row (block, item->cell) && item->cell.row >= n_rows)
        keys[item->cell.row - n_rows] = item->kept;
    }
  part = zp_row_edit_append (report, block->index, keys, (guint) plan->n_new_rows, error);
  if (part == NULL)
    return FALSE;
  take_changes (batch, part);
  return TRUE;
}

static gboolean
is_computed (const ZpPack *pack, const ZpClipItem *item)
{
  return zp_pack_get_cell (pack, item->cell)->entry == ZP_ENTRY_COMPUTED;
}

/* Cells of rows that are there, or of those that are new; from the last one on, so that rows which
 * come along with a name stand in the order of the names. */
static gboolean
set_items (ZpBatch *batch,
           ZpReport *report,
           const ZpClipPlan *plan,
           gboolean in_new_rows,
           gboolean with_declared,
           GError **error)
{
  const ZpPack *pack = zp_report_get_pack (report);

  for (guint i = plan->items->len; i > 0; i--)
    {
      const ZpClipItem *item = g_ptr_array_index (plan->items, i - 1);
      int n_rows;

      if (!item->is_written || (!with_declared && is_computed (pack, item)))
        continue;
      n_rows = zp_report_count_rows (report, item->cell.block);
      if ((plan->n_new_rows > 0 && item->cell.row >= n_rows) != in_new_rows)
        continue;
      if (in_new_rows && !names_row (zp_pack_get_block (pack, item->cell.block), item->cell))
        set_cell (batch, pack, item->cell, item->kept);
      else if (!in_new_rows && !set_item (batch, report, item, error))
        return FALSE;
    }
  return TRUE;
}

/* (nullable): the table that gets new rows. */
static const ZpBlock *
get_growing (ZpReport *report, const ZpClipPlan *plan)
{
  for (guint i = 0; i < plan->items->len && plan->n_new_rows > 0; i++)
    {
      const ZpClipItem *item = g_ptr_array_index (plan->items, i);

      if (item->is_written)
        return zp_pack_get_block (zp_report_get_pack (report), item->cell.block);
    }
  return NULL;
}

/**
 * zp_clip_make_batch:
 * @report: any with the same rows as the one the plan was made for
 * @with_declared: also what goes into computed cells
 *
 * Returns: (transfer full) (nullable): what @plan does, without a name; %NULL with an error when a
 * start value of the pack does not fit
 */
ZpBatch *
zp_clip_make_batch (ZpReport *report,
                    const ZpClipPlan *plan,
                    gboolean with_declared,
                    GError **error)
{
  g_autoptr (ZpBatch) batch = zp_batch_new (NULL, NULL, 0);
  const ZpBlock *growing = get_growing (report, plan);

  if (growing != NULL && (!add_rows (batch, report, plan, growing, error) ||
                          !set_items (batch, report, plan, TRUE, with_declared, error)))
    return NULL;
  if (!set_items (batch, report, plan, FALSE, with_declared, error))
    return NULL;
  return g_steal_pointer (&batch);
}

static gboolean
apply_named (const ZpSheet *sheet, ZpBatch *changes, char *label, GError **error)
{
  g_autofree char *owned G_GNUC_UNUSED = label;
  ZpBatch *batch = zp_session_begin (sheet->session, label);

  take_changes (batch, changes);
  zp_batch_set_how (batch, ZP_HOW_PASTED);
  return zp_session_apply (sheet->session, batch, error);
}

/** zp_clip_count_written: cells that a paste puts something into. */
guint
zp_clip_count_written (const ZpClipPlan *plan)
{
  guint count = 0;

  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = 0; i < plan->items->len; i++)
    count += ((const ZpClipItem *) g_ptr_array_index (plan->items, i))->is_written;
  return count;
}

/**
 * zp_clip_paste:
 * @plan: of @sheet, as it is now
 *
 * Does what is planned, as one step.
 *
 * Returns: FALSE with an error of the report's or %ZP_SESSION_ERROR_LOCKED; nothing is changed then
 */
gboolean
zp_clip_paste (const ZpSheet *sheet, const ZpClipPlan *plan, GError **error)
{
  ZpBatch *changes;
  guint n_cells;

  g_return_val_if_fail (sheet != NULL && plan != NULL, FALSE);

  changes = zp_clip_make_batch (sheet->report, plan, TRUE, error);
  if (changes == NULL)
    return FALSE;
  n_cells = zp_clip_count_written (plan);
  return apply_named (
    sheet, changes,
    g_strdup_printf (ngettext ("Paste %u cell", "Paste %u cells", n_cells), n_cells), error);
}

static guint
fill_column (const ZpSheet *sheet, ZpBatch *batch, int row, int column, int n_rows)
{
  g_autofree char *kept = NULL;
  ZpCell cell;
  guint n_filled = 0;

  if (!zp_sheet_is_typed (sheet, row, column) || !zp_sheet_get_cell (sheet, row, column, &cell))
    return 0;
  kept = zp_cell_content_to_text (&zp_report_get_value (sheet->report, cell)->typed,
                                  zp_pack_get_cell (sheet->pack, cell));
  for (int i = 1; i < n_rows; i++)
    if (zp_sheet_is_typed (sheet, row + i, column) &&
        zp_sheet_get_cell (sheet, row + i, column, &cell))
      {
        set_cell (batch, sheet->pack, cell, kept);
        n_filled++;
      }
  return n_filled;
}

/**
 * zp_clip_fill_down:
 *
 * Gives the cells of a block what stands in its first row, as one step. Computed cells stay.
 *
 * Returns: FALSE with the reason when something does not fit or nothing may be changed
 */
gboolean
zp_clip_fill_down (
  const ZpSheet *sheet, int row, int column, int n_rows, int n_columns, GError **error)
{
  ZpBatch *batch;
  guint n_filled = 0;

  g_return_val_if_fail (sheet != NULL, FALSE);

  batch = zp_batch_new (NULL, NULL, 0);
  for (int i = 0; i < n_columns; i++)
    n_filled += fill_column (sheet, batch, row, column + i, n_rows);
  return apply_named (
    sheet, batch,
    g_strdup_printf (ngettext ("Fill %u cell down", "Fill %u cells down", n_filled), n_filled),
    error);
}
