/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell is current, which range is chosen, and how both move. */
#include "app/common/zp-announce.h"
#include "app/sheet/zp-sheet-view-private.h"
#include "session/zp-clip.h"

static int
last_row (ZpSheetView *self)
{
  return zp_sheet_count_rows (self->sheet) - 1;
}

static int
last_column (ZpSheetView *self)
{
  return zp_sheet_count_columns (self->sheet) - 1;
}

static void
tell_moved (ZpSheetView *self)
{
  zp_sheet_view_update_actions (self);
  g_signal_emit_by_name (self, "cursor-moved");
}

static void
set_cursor (ZpSheetView *self, int row, int column)
{
  self->row = self->end_row = row;
  self->column = self->end_column = column;
}

/* The range goes to there; the current cell stays. */
static void
extend_to (ZpSheetView *self, int row, int column)
{
  self->end_row = row;
  self->end_column = column;
  zp_sheet_view_reveal (self, row, column);
  zp_sheet_view_update_sight (self);
  tell_moved (self);
}

/**
 * zp_sheet_view_move_to:
 * @extend: the range goes to there, and the current cell stays
 *
 * Returns: FALSE when the entry in the cell was refused; the cursor stays with it
 */
gboolean
zp_sheet_view_move_to (ZpSheetView *self, int row, int column, gboolean extend)
{
  if (last_row (self) < 0 || !zp_sheet_view_commit (self))
    return FALSE;
  zp_sheet_view_hush (self);
  row = CLAMP (row, 0, last_row (self));
  column = CLAMP (column, 0, last_column (self));
  if (extend && self->row >= 0)
    {
      extend_to (self, row, column);
      return TRUE;
    }
  set_cursor (self, row, column);
  zp_sheet_view_reveal (self, row, column);
  zp_sheet_view_update_sight (self);
  zp_sheet_view_swap_editor (self);
  tell_moved (self);
  return TRUE;
}

/* The keyboard stays where it is, so a screen reader has to be told how far the range goes. */
static gboolean
extend_by (ZpSheetView *self, int rows, int columns)
{
  g_autofree char *sum = NULL;
  int row;
  int column;
  int n_rows;
  int n_columns;

  if (!zp_sheet_view_move_to (self, self->end_row + rows, self->end_column + columns, TRUE))
    return FALSE;
  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  sum = zp_clip_sum (self->sheet, row, column, n_rows, n_columns);
  zp_announce (GTK_WIDGET (self), sum);
  return TRUE;
}

/** zp_sheet_view_move_by: to a neighbour of the current cell, or of the end of the range. */
gboolean
zp_sheet_view_move_by (ZpSheetView *self, int rows, int columns, gboolean extend)
{
  if (extend)
    return extend_by (self, rows, columns);
  return zp_sheet_view_move_to (self, self->row + rows, self->column + columns, FALSE);
}

static gboolean
find_typed (ZpSheetView *self, int *row, int *column, int step)
{
  int n_columns = last_column (self) + 1;
  int n_cells = (last_row (self) + 1) * n_columns;

  for (int at = *row * n_columns + *column + step; at >= 0 && at < n_cells; at += step)
    if (zp_sheet_is_typed (self->sheet, at / n_columns, at % n_columns))
      {
        *row = at / n_columns;
        *column = at % n_columns;
        return TRUE;
      }
  return FALSE;
}

/** zp_sheet_view_has_typed: whether there is a cell to be typed. */
gboolean
zp_sheet_view_has_typed (ZpSheetView *self)
{
  int row = 0;
  int column = -1;

  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), FALSE);

  return find_typed (self, &row, &column, 1);
}

/** zp_sheet_view_tab: to the next cell to be typed, or out of the sheet. */
gboolean
zp_sheet_view_tab (ZpSheetView *self, gboolean forward)
{
  int row = self->row;
  int column = self->column;

  if (find_typed (self, &row, &column, forward ? 1 : -1))
    return zp_sheet_view_move_to (self, row, column, FALSE);
  if (!zp_sheet_view_commit (self))
    return FALSE;
  g_signal_emit_by_name (self, "left", forward);
  return TRUE;
}

/** zp_sheet_view_select: a range; its first cell becomes the current one. */
void
zp_sheet_view_select (ZpSheetView *self, int row, int column, int to_row, int to_column)
{
  if (!zp_sheet_view_move_to (self, row, column, FALSE))
    return;
  self->end_row = CLAMP (to_row, 0, last_row (self));
  self->end_column = CLAMP (to_column, 0, last_column (self));
  zp_sheet_view_mark (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  tell_moved (self);
}

/** zp_sheet_view_has_range: whether more than the current cell is chosen. */
gboolean
zp_sheet_view_has_range (ZpSheetView *self)
{
  return self->row >= 0 && (self->row != self->end_row || self->column != self->end_column);
}

/**
 * zp_sheet_view_get_range:
 * @row @column @n_rows @n_columns: (out): what is chosen; no rows when there is no current cell
 */
void
zp_sheet_view_get_range (ZpSheetView *self, int *row, int *column, int *n_rows, int *n_columns)
{
  g_return_if_fail (ZP_IS_SHEET_VIEW (self));

  *row = MIN (self->row, self->end_row);
  *column = MIN (self->column, self->end_column);
  *n_rows = self->row < 0 ? 0 : ABS (self->row - self->end_row) + 1;
  *n_columns = self->row < 0 ? 0 : ABS (self->column - self->end_column) + 1;
}

/** zp_sheet_view_focus_cell: gives the keyboard to the current cell, if there still is one. */
void
zp_sheet_view_focus_cell (ZpSheetView *self)
{
  if (self->row >= 0)
    zp_sheet_editor_focus (ZP_SHEET_EDITOR (self->editor));
}

/** zp_sheet_view_drop_cursor: no cell is current any more: another sheet has it. */
void
zp_sheet_view_drop_cursor (ZpSheetView *self)
{
  if (self->row < 0)
    return;
  zp_sheet_view_cancel (self);
  set_cursor (self, -1, -1);
  if (self->editor != NULL)
    gtk_widget_set_child_visible (self->editor, FALSE);
  zp_sheet_view_mark (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  zp_sheet_view_update_actions (self);
}

/** zp_sheet_view_keep_cursor: rows may have gone: the cursor stays inside the sheet. */
void
zp_sheet_view_keep_cursor (ZpSheetView *self)
{
  if (self->row < 0)
    return;
  if (last_row (self) < 0)
    {
      zp_sheet_view_drop_cursor (self);
      return;
    }
  self->row = MIN (self->row, last_row (self));
  self->end_row = MIN (self->end_row, last_row (self));
}

/** zp_sheet_view_get_cell: @cell: (out): the current cell. Returns: FALSE when there is none. */
gboolean
zp_sheet_view_get_cell (ZpSheetView *self, ZpCell *cell)
{
  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self) && cell != NULL, FALSE);

  return self->row >= 0 && zp_sheet_get_cell (self->sheet, self->row, self->column, cell);
}

/**
 * zp_sheet_view_go_to:
 *
 * Makes @cell the current one, scrolls there and gives it the focus.
 *
 * Returns: FALSE when it is not on this sheet, or an entry was refused
 */
gboolean
zp_sheet_view_go_to (ZpSheetView *self, ZpCell cell)
{
  int row;
  int column;

  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), FALSE);

  if (!zp_sheet_find_cell (self->sheet, cell, &row, &column) ||
      !zp_sheet_view_move_to (self, row, column, FALSE))
    return FALSE;
  zp_sheet_view_focus_cell (self);
  return self->row >= 0;
}

/**
 * zp_sheet_view_enter:
 * @forward: at the first cell to be typed, otherwise at the last
 *
 * Where nothing is to be typed, at the first cell.
 */
void
zp_sheet_view_enter (ZpSheetView *self, gboolean forward)
{
  int row = forward ? 0 : last_row (self);
  int column = forward ? -1 : last_column (self) + 1;

  g_return_if_fail (ZP_IS_SHEET_VIEW (self));

  if (last_row (self) < 0)
    return;
  if (!find_typed (self, &row, &column, forward ? 1 : -1))
    row = column = 0;
  if (zp_sheet_view_move_to (self, row, column, FALSE))
    zp_sheet_view_focus_cell (self);
}
