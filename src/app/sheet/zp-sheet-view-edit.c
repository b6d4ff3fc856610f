/* SPDX-License-Identifier: GPL-3.0-or-later
 * Typing into the current cell: begin, commit, give up, refuse. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-announce.h"
#include "app/common/zp-toast.h"
#include "app/sheet/zp-sheet-view-private.h"
#include "session/zp-cell-facts.h"

/** zp_sheet_view_get_def: (nullable): definition of the current cell. */
const ZpCellDef *
zp_sheet_view_get_def (ZpSheetView *self)
{
  ZpCell cell;

  return zp_sheet_view_get_cell (self, &cell)
           ? zp_pack_get_cell (zp_session_get_pack (self->session), cell)
           : NULL;
}

/** zp_sheet_view_is_locked: whether nothing may be changed at all. */
gboolean
zp_sheet_view_is_locked (ZpSheetView *self)
{
  return zp_session_get_lock (self->session) != NULL;
}

static ZpSheetEditor *
editor_of (ZpSheetView *self)
{
  return ZP_SHEET_EDITOR (self->editor);
}

static ZpSheetCell *
find_current (ZpSheetView *self)
{
  ZpSheetSlot *slot = zp_sheet_view_find_slot (self, self->row);

  return slot != NULL ? g_ptr_array_index (slot->cells, (guint) self->column) : NULL;
}

/* The mode, and with it what is seen: the editor, or the cell below it. */
static void
set_mode (ZpSheetView *self, ZpSheetMode mode)
{
  ZpSheetCell *cell = find_current (self);

  self->mode = mode;
  if (self->editor == NULL)
    return;
  zp_sheet_editor_set_resting (editor_of (self), mode == ZP_SHEET_RESTING);
  if (cell != NULL)
    zp_sheet_cell_set_hidden (cell, mode != ZP_SHEET_RESTING);
  if (zp_sheet_editor_is_long (editor_of (self)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_fault (ZpSheetView *self, const char *fault)
{
  g_free (self->fault);
  self->fault = g_strdup (fault);
  if (self->editor == NULL)
    return;
  if (fault != NULL)
    gtk_widget_add_css_class (self->editor, "refused");
  else
    gtk_widget_remove_css_class (self->editor, "refused");
}

static void
speak (ZpSheetView *self)
{
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view (self->sheet, self->row, self->column, &view);
  zp_sheet_editor_set_spoken (editor_of (self), view.spoken, self->fault);
}

/** zp_sheet_view_load_editor: puts the content of the current cell into the editor; it rests. */
void
zp_sheet_view_load_editor (ZpSheetView *self)
{
  const ZpCellDef *def = zp_sheet_view_get_def (self);
  g_autofree char *text = NULL;
  g_auto (ZpCellView) view = { 0 };

  if (self->editor == NULL || self->row < 0)
    return;
  text = zp_sheet_get_entry (self->sheet, self->row, self->column);
  zp_sheet_view (self->sheet, self->row, self->column, &view);
  zp_sheet_editor_set_figure (editor_of (self), view.is_figure);
  zp_sheet_editor_set_editable (editor_of (self), def != NULL && def->entry != ZP_ENTRY_COMPUTED &&
                                                    !zp_sheet_view_is_locked (self));
  zp_sheet_editor_load (editor_of (self), text);
  set_fault (self, NULL);
  set_mode (self, ZP_SHEET_RESTING);
  speak (self);
}

static void
on_touched (ZpSheetView *self)
{
  if (self->mode != ZP_SHEET_RESTING)
    return;
  zp_sheet_view_hush (self);
  set_mode (self, ZP_SHEET_TYPING);
}

static void
on_typed (ZpSheetView *self)
{
  if (self->fault != NULL)
    {
      set_fault (self, NULL);
      zp_sheet_view_hush (self);
      speak (self);
    }
  if (zp_sheet_view_has_choices (self))
    zp_sheet_view_offer (self, FALSE);
}

static GtkWidget *
make_editor (ZpSheetView *self, gboolean is_long)
{
  GtkWidget *editor = zp_sheet_editor_new (is_long);

  gtk_widget_insert_before (editor, GTK_WIDGET (self), self->scrollbar);
  gtk_widget_set_child_visible (editor, FALSE);
  g_signal_connect_swapped (editor, "touched", G_CALLBACK (on_touched), self);
  g_signal_connect_swapped (editor, "typed", G_CALLBACK (on_typed), self);
  zp_sheet_view_listen (self, editor);
  return editor;
}

static GtkWidget *
take_other_editor (ZpSheetView *self)
{
  const ZpCellDef *def = zp_sheet_view_get_def (self);
  gboolean is_long = def != NULL && def->lines > 1;
  GtkWidget **pair = self->editors[is_long];
  int next = pair[0] == self->editor ? 1 : 0;

  if (pair[next] == NULL)
    pair[next] = make_editor (self, is_long);
  return pair[next];
}

/** zp_sheet_view_swap_editor: the other editor takes the current cell, and the focus with it. */
void
zp_sheet_view_swap_editor (ZpSheetView *self)
{
  GtkWidget *old = self->editor;
  gboolean had_focus = self->has_focus;

  self->editor = take_other_editor (self);
  gtk_widget_set_child_visible (self->editor, TRUE);
  zp_sheet_view_load_editor (self);
  if (had_focus)
    zp_sheet_editor_focus (editor_of (self));
  if (old != NULL)
    gtk_widget_set_child_visible (old, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
refuse (ZpSheetView *self, const char *reason)
{
  set_fault (self, reason);
  set_mode (self, ZP_SHEET_EDITING);
  zp_sheet_view_say (self, reason);
  speak (self);
}

static gboolean
enter (ZpSheetView *self)
{
  g_autofree char *typed = zp_sheet_editor_get_text (editor_of (self));
  g_autoptr (GError) error = NULL;
  ZpCell cell;
  gboolean done;

  if (!zp_sheet_view_get_cell (self, &cell))
    return TRUE;
  self->committing = TRUE;
  done = zp_session_type (self->session, cell, g_strstrip (typed), &error);
  self->committing = FALSE;
  if (!done)
    refuse (self, error->message);
  return done;
}

/**
 * zp_sheet_view_commit: takes over what is being typed.
 *
 * Returns: FALSE when it was refused; it stays in the cell, and what is wrong stands below
 */
gboolean
zp_sheet_view_commit (ZpSheetView *self)
{
  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), FALSE);

  if (self->mode == ZP_SHEET_RESTING || self->editor == NULL || self->committing)
    return TRUE;
  zp_sheet_view_stop_offering (self);
  if (zp_sheet_editor_is_changed (editor_of (self)) && !enter (self))
    return FALSE;
  zp_sheet_view_cancel (self);
  return TRUE;
}

/** zp_sheet_view_cancel: gives up what is being typed. */
void
zp_sheet_view_cancel (ZpSheetView *self)
{
  zp_sheet_view_stop_offering (self);
  zp_sheet_view_hush (self);
  zp_sheet_view_load_editor (self);
}

/** zp_sheet_view_give_up: the same, and what stands in the cell is said again. */
void
zp_sheet_view_give_up (ZpSheetView *self)
{
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view_cancel (self);
  zp_sheet_view (self->sheet, self->row, self->column, &view);
  zp_announce (GTK_WIDGET (self), view.spoken);
}

static void
begin (ZpSheetView *self)
{
  g_autofree char *text = NULL;

  zp_sheet_editor_begin (editor_of (self));
  text = zp_sheet_editor_get_text (editor_of (self));
  zp_announce (GTK_WIDGET (self), text);
}

/**
 * zp_sheet_view_begin_edit: the caret at the end of what stands there. In a computed cell, the
 * declared figure.
 */
gboolean
zp_sheet_view_begin_edit (ZpSheetView *self)
{
  ZpCell cell;

  if (!zp_sheet_view_get_cell (self, &cell))
    return FALSE;
  if (zp_sheet_view_is_locked (self))
    {
      zp_sheet_view_explain_lock (self);
      return TRUE;
    }
  zp_sheet_view_hush (self);
  zp_sheet_editor_set_editable (editor_of (self), TRUE);
  if (self->mode == ZP_SHEET_RESTING)
    begin (self);
  set_mode (self, ZP_SHEET_EDITING);
  if (zp_sheet_view_has_choices (self))
    zp_sheet_view_offer (self, TRUE);
  return TRUE;
}

static GArray *
list_range (ZpSheetView *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ZpCell));
  int row;
  int column;
  int n_rows;
  int n_columns;
  ZpCell cell;

  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  for (int r = row; r < row + n_rows; r++)
    for (int c = column; c < column + n_columns; c++)
      if (zp_sheet_get_cell (self->sheet, r, c, &cell))
        g_array_append_val (cells, cell);
  return cells;
}

/** zp_sheet_view_clear_range: empties what is chosen, as one step. */
void
zp_sheet_view_clear_range (ZpSheetView *self)
{
  g_autoptr (GArray) cells = list_range (self);
  g_autoptr (GError) error = NULL;

  if (zp_sheet_view_is_locked (self))
    {
      zp_sheet_view_explain_lock (self);
      return;
    }
  if (!zp_session_clear (self->session, (const ZpCell *) (void *) cells->data, cells->len, &error))
    zp_toast_show_error (GTK_WIDGET (self), error);
}

/** zp_sheet_view_explain_lock: says beside the cell why nothing is typed there. */
void
zp_sheet_view_explain_lock (ZpSheetView *self)
{
  g_autofree char *reason = NULL;
  ZpCell cell;

  if (!zp_sheet_view_get_cell (self, &cell))
    return;
  reason = zp_sheet_view_is_locked (self) ? g_strdup (zp_session_get_lock (self->session))
                                          : zp_cell_facts_get_lock (self->session, cell);
  if (reason == NULL)
    return;
  zp_sheet_view_say (self, reason);
  zp_announce (GTK_WIDGET (self), reason);
}
