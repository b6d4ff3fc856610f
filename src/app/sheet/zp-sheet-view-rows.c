/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a table: added, duplicated, moved, removed. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-toast.h"
#include "app/sheet/zp-sheet-view-private.h"

static int
block_of (ZpSheetView *self)
{
  return zp_sheet_get_block (self->sheet)->index;
}

static int
count_rows (ZpSheetView *self)
{
  return zp_report_count_rows (zp_session_get_report (self->session), block_of (self));
}

/** zp_sheet_view_can_change_rows: whether it is a table that is not locked. */
gboolean
zp_sheet_view_can_change_rows (ZpSheetView *self)
{
  return zp_sheet_has_open_rows (self->sheet) && !zp_sheet_view_is_locked (self);
}

/* The total row is none that could go. */
static gboolean
is_on_row (ZpSheetView *self)
{
  return zp_sheet_view_can_change_rows (self) && self->row >= 0 && self->row < count_rows (self);
}

static gboolean
tell (ZpSheetView *self, gboolean done, const GError *error)
{
  if (!done)
    zp_toast_show_error (GTK_WIDGET (self), error);
  return done;
}

static int
first_typed (ZpSheetView *self, int row)
{
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    if (zp_sheet_is_typed (self->sheet, row, column))
      return column;
  return 0;
}

/** zp_sheet_view_add_row: below the current one, or at the end; it becomes the current one. */
void
zp_sheet_view_add_row (ZpSheetView *self)
{
  g_autoptr (GError) error = NULL;
  int at = count_rows (self);

  if (!zp_sheet_view_can_change_rows (self) || !zp_sheet_view_commit (self))
    return;
  if (is_on_row (self))
    at = self->row + 1;
  if (tell (self, zp_session_insert_row (self->session, block_of (self), at, &error), error) &&
      zp_sheet_view_move_to (self, at, first_typed (self, at), FALSE))
    zp_sheet_view_focus_cell (self);
}

/** zp_sheet_view_duplicate_row: the copy becomes the current row. */
void
zp_sheet_view_duplicate_row (ZpSheetView *self)
{
  g_autoptr (GError) error = NULL;

  if (!is_on_row (self) || !zp_sheet_view_commit (self))
    return;
  if (tell (self, zp_session_duplicate_row (self->session, block_of (self), self->row, &error),
            error))
    zp_sheet_view_move_by (self, 1, 0, FALSE);
}

/* Rows are called by number and by what stands in their first cell. */
static char *
name_row (ZpSheetView *self, int row)
{
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view (self->sheet, row, 0, &view);
  if (view.text == NULL || *view.text == '\0')
    return g_strdup_printf (_ ("Row %d removed"), row + 1);
  return g_strdup_printf (_ ("Row %1$d “%2$s” removed"), row + 1, view.text);
}

/** zp_sheet_view_remove_row: the current row goes; a message offers to undo it. */
void
zp_sheet_view_remove_row (ZpSheetView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!is_on_row (self))
    return;
  zp_sheet_view_cancel (self);
  text = name_row (self, self->row);
  if (tell (self, zp_session_remove_row (self->session, block_of (self), self->row, &error), error))
    zp_toast_show (GTK_WIDGET (self), text, _ ("Undo"), "win.undo");
}

/** zp_sheet_view_move_row: @by: rows down, or up when it is negative. */
void
zp_sheet_view_move_row (ZpSheetView *self, int by)
{
  g_autoptr (GError) error = NULL;
  int to = self->row + by;

  if (!is_on_row (self) || to < 0 || to >= count_rows (self) || !zp_sheet_view_commit (self))
    return;
  if (tell (self, zp_session_move_row (self->session, block_of (self), self->row, to, &error),
            error))
    zp_sheet_view_move_to (self, to, self->column, FALSE);
}
