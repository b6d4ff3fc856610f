/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells from and to the clipboard. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-toast.h"
#include "app/sheet/zp-sheet-view-private.h"
#include "session/zp-clip.h"

static void
tell_error (ZpSheetView *self, const GError *error)
{
  zp_toast_show_error (GTK_WIDGET (self), error);
}

static void
tell_done (ZpSheetView *self, const char *text)
{
  zp_toast_show (GTK_WIDGET (self), text, _ ("Undo"), "win.undo");
}

/** zp_sheet_view_copy: what is chosen goes to the clipboard as text. */
void
zp_sheet_view_copy (ZpSheetView *self)
{
  g_autofree char *text = NULL;
  int row;
  int column;
  int n_rows;
  int n_columns;

  if (self->row < 0)
    return;
  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  text = zp_clip_copy (self->sheet, row, column, n_rows, n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/** zp_sheet_view_cut: copies what is chosen and empties it. */
void
zp_sheet_view_cut (ZpSheetView *self)
{
  if (self->row < 0)
    return;
  zp_sheet_view_copy (self);
  zp_sheet_view_clear_range (self);
}

static void
paste_plan (ZpSheetView *self, const ZpClipPlan *plan)
{
  guint count = zp_clip_count_written (plan);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!zp_clip_paste (self->sheet, plan, &error))
    {
      tell_error (self, error);
      return;
    }
  zp_sheet_view_select (self, plan->row, plan->column, plan->row + plan->n_rows - 1,
                        plan->column + plan->n_columns - 1);
  text = g_strdup_printf (ngettext ("Pasted %u cell", "Pasted %u cells", count), count);
  tell_done (self, text);
}

/**
 * zp_sheet_view_paste_text:
 * @text: block of another program, rows in lines, columns parted by tabs
 * @always_show: shows first what would be done, also when nothing had to be changed
 */
void
zp_sheet_view_paste_text (ZpSheetView *self, const char *text, gboolean always_show)
{
  g_autoptr (ZpClipPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  int row;
  int column;
  int n_rows;
  int n_columns;

  g_return_if_fail (ZP_IS_SHEET_VIEW (self) && text != NULL);

  if (self->row < 0 || !zp_sheet_view_commit (self))
    return;
  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  plan = zp_clip_plan (self->sheet, text, row, column, &error);
  if (plan == NULL)
    tell_error (self, error);
  else if (zp_clip_is_clean (plan) && !always_show)
    paste_plan (self, plan);
  else
    g_signal_emit_by_name (self, "paste-planned", g_steal_pointer (&plan));
}

/**
 * Paste:
 * @view: kept until the other program has answered
 */
typedef struct
{
  ZpSheetView *view;
  gboolean always_show;
} Paste;

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *text == '\0')
    zp_toast_show (GTK_WIDGET (paste->view), _ ("There is nothing to paste"), NULL, NULL);
  else if (gtk_widget_get_root (GTK_WIDGET (paste->view)) != NULL)
    zp_sheet_view_paste_text (paste->view, text, paste->always_show);
  g_object_unref (paste->view);
  g_free (paste);
}

/** zp_sheet_view_paste: the clipboard goes in at the current cell. */
void
zp_sheet_view_paste (ZpSheetView *self, gboolean always_show)
{
  Paste *paste;

  if (self->row < 0)
    return;
  if (zp_sheet_view_is_locked (self))
    {
      zp_sheet_view_explain_lock (self);
      return;
    }
  paste = g_new (Paste, 1);
  paste->view = g_object_ref (self);
  paste->always_show = always_show;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                 paste);
}

/** zp_sheet_view_fill_down: the first row of what is chosen goes into the rows below. */
void
zp_sheet_view_fill_down (ZpSheetView *self)
{
  g_autoptr (GError) error = NULL;
  int row;
  int column;
  int n_rows;
  int n_columns;

  zp_sheet_view_get_range (self, &row, &column, &n_rows, &n_columns);
  if (n_rows > 1 && !zp_clip_fill_down (self->sheet, row, column, n_rows, n_columns, &error))
    tell_error (self, error);
}
