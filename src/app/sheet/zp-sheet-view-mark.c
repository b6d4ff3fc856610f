/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a cell is, besides what stands in it: computed, chosen, current, wrong. */
#include "app/sheet/zp-sheet-view-private.h"

static ZpSheetMark
marks_of_look (ZpSheetView *self, int row, int column)
{
  ZpSheetMark marks = 0;
  ZpCell cell;

  if (!zp_sheet_get_cell (self->sheet, row, column, &cell))
    return ZP_SHEET_MARK_COMPUTED;
  if (zp_sheet_view_is_locked (self) ||
      zp_pack_get_cell (zp_session_get_pack (self->session), cell)->entry == ZP_ENTRY_COMPUTED)
    marks |= ZP_SHEET_MARK_COMPUTED;
  if (zp_session_is_pointed (self->session, cell))
    marks |= ZP_SHEET_MARK_POINTED;
  return marks;
}

static gboolean
is_selected (ZpSheetView *self, int row, int column)
{
  int first_row;
  int first_column;
  int n_rows;
  int n_columns;

  if (!zp_sheet_view_has_range (self))
    return FALSE;
  zp_sheet_view_get_range (self, &first_row, &first_column, &n_rows, &n_columns);
  return row >= first_row && row < first_row + n_rows && column >= first_column &&
         column < first_column + n_columns;
}

static ZpSheetMark
marks_of_cursor (ZpSheetView *self, int row, int column)
{
  ZpSheetMark marks = 0;

  if (is_selected (self, row, column))
    marks |= ZP_SHEET_MARK_SELECTED;
  if (row == self->row && column == self->column)
    marks |= ZP_SHEET_MARK_CURRENT | (self->has_focus ? ZP_SHEET_MARK_FOCUSED : 0);
  return marks;
}

static ZpSheetMark
marks_of_state (ZpSheetCell *cell)
{
  switch (zp_sheet_cell_get_state (cell))
    {
    case ZP_CELL_STATE_ERROR:
      return ZP_SHEET_MARK_ERROR;
    case ZP_CELL_STATE_WARNING:
      return ZP_SHEET_MARK_WARNING;
    case ZP_CELL_STATE_CLEAN:
    case ZP_CELL_STATE_EXPLAINED:
    case ZP_CELL_STATE_ROUNDING:
    case ZP_CELL_STATE_AFFECTED:
    default:
      return 0;
    }
}

static void
mark_slot (ZpSheetView *self, ZpSheetSlot *slot)
{
  g_auto (ZpSheetRow) row = { 0 };
  ZpSheetMark of_row;

  zp_sheet_get_row (self->sheet, slot->row, &row);
  of_row = row.is_total ? ZP_SHEET_MARK_TOTAL : 0;
  zp_sheet_cell_set_marks (ZP_SHEET_CELL (slot->head),
                           ZP_SHEET_MARK_ROW_HEAD | of_row |
                             (slot->row == self->row ? ZP_SHEET_MARK_CROSS : 0));
  for (guint i = 0; i < slot->cells->len; i++)
    {
      ZpSheetCell *cell = g_ptr_array_index (slot->cells, i);

      zp_sheet_cell_set_marks (cell, of_row | marks_of_look (self, slot->row, (int) i) |
                                       marks_of_cursor (self, slot->row, (int) i) |
                                       marks_of_state (cell));
    }
}

/** zp_sheet_view_mark: sets the classes of what is in sight. */
void
zp_sheet_view_mark (ZpSheetView *self)
{
  for (int row = self->first; row < self->first + self->n_shown; row++)
    {
      ZpSheetSlot *slot = zp_sheet_view_find_slot (self, row);

      if (slot != NULL)
        mark_slot (self, slot);
    }
  zp_sheet_view_mark_heads (self);
  zp_sheet_view_merge (self);
}
