/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fields of the clipboard that fit their cells and yet are far too large. */
#include <glib/gi18n-lib.h>

#include "session/zp-clip-private.h"

/* A figure that many times as large as all others of its column is probably in another unit. */
#define DOUBTFUL_TIMES 10

/* One figure alone is nothing to compare with. */
#define MIN_OTHERS 2

/**
 * Column: the figures of a column of a table.
 * @pasted: of #ZpClipItem
 * @n_others: figures that stand there and stay
 * @largest: of these, without sign
 */
typedef struct
{
  GPtrArray *pasted;
  guint n_others;
  gint64 largest;
} Column;

static void
note_figure (Column *self, const ZpCellContent *content)
{
  if (content->state != ZP_CONTENT_FIGURE || content->number.millionths == 0)
    return;
  self->n_others++;
  self->largest = MAX (self->largest, ABS (content->number.millionths));
}

static gint64
size_of (const ZpClipItem *item)
{
  ZpDecimal number;

  if (item->kept == NULL || !zp_decimal_parse (item->kept, &number, NULL))
    return 0;
  return ABS (number.millionths);
}

static void
note_other_pasted (Column *self, const ZpClipItem *except)
{
  for (guint i = 0; i < self->pasted->len; i++)
    {
      const ZpClipItem *item = g_ptr_array_index (self->pasted, i);

      if (item == except || size_of (item) == 0)
        continue;
      self->n_others++;
      self->largest = MAX (self->largest, size_of (item));
    }
}

/** zp_clip_doubt: adds @words to the remark of an item that looks wrong. */
void
zp_clip_doubt (ZpClipItem *item, const char *words)
{
  g_autofree char *before = item->remark;

  item->remark = before == NULL
                   ? g_strdup (words)
                   : g_strconcat (before, C_ ("between two remarks", "; "), words, NULL);
  item->fate = ZP_CLIP_DOUBTFUL;
}

/* What stands in the table already says most about what belongs there. */
static void
judge_size (const Column *known, ZpClipItem *item)
{
  Column column = *known;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  gint64 times;

  if (column.n_others < MIN_OTHERS)
    note_other_pasted (&column, item);
  if (column.n_others < MIN_OTHERS || column.largest == 0)
    return;
  times = size_of (item) / column.largest;
  if (times < DOUBTFUL_TIMES)
    return;
  shown = zp_sheet_figure_show_number ((ZpDecimal){ times * ZP_DECIMAL_ONE }, 0, 0);
  words = g_strdup_printf (
    _ ("%s times the largest figure of the column; is it in the right unit?"), shown);
  zp_clip_doubt (item, words);
}

static gboolean
has_comparable_figures (const ZpCellDef *def)
{
  return def != NULL && def->entry != ZP_ENTRY_COMPUTED &&
         (def->kind == ZP_KIND_MONEY || def->kind == ZP_KIND_NUMBER);
}

/* Figures of the column that stay. */
static void
note_others (Column *self, const ZpSheet *sheet, int at)
{
  int n_rows = zp_report_count_rows (sheet->report, sheet->block->index);
  g_autofree gboolean *is_pasted_over = g_new0 (gboolean, n_rows + 1);

  for (guint i = 0; i < self->pasted->len; i++)
    {
      const ZpClipItem *item = g_ptr_array_index (self->pasted, i);

      is_pasted_over[MIN (item->row, n_rows)] = TRUE;
    }
  for (int row = 0; row < n_rows; row++)
    if (!is_pasted_over[row])
      note_figure (self, zp_cell_value_in_force (zp_report_get_value (
                           sheet->report, zp_cell (sheet->block->index, row, at))));
}

static void
judge_column (const ZpSheet *sheet, const ZpClipPlan *plan, int at)
{
  g_autoptr (GPtrArray) pasted = g_ptr_array_new ();
  Column column = { .pasted = pasted };

  for (guint i = 0; i < plan->items->len; i++)
    {
      ZpClipItem *item = g_ptr_array_index (plan->items, i);

      if (item->column == at && item->is_written && item->cell.row != ZP_ROW_TOTAL)
        g_ptr_array_add (pasted, item);
    }
  note_others (&column, sheet, at);
  for (guint i = 0; i < pasted->len; i++)
    judge_size (&column, g_ptr_array_index (pasted, i));
}

/** zp_clip_doubt_sizes: marks figures of a table that are far larger than their column. */
void
zp_clip_doubt_sizes (const ZpSheet *sheet, ZpClipPlan *plan)
{
  int end = MIN (plan->column + plan->n_columns, zp_sheet_count_columns (sheet));

  if (sheet->block->kind != ZP_BLOCK_TABLE)
    return;
  for (int column = plan->column; column < end; column++)
    if (has_comparable_figures (zp_block_get_cell (sheet->block, 0, column)))
      judge_column (sheet, plan, column);
}
