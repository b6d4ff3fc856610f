/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a page of forms says of its current cell: why it is so, and where one is. */
#include <glib/gi18n-lib.h>

#include "app/sheet/zp-explain-popover.h"
#include "app/sheet/zp-form-page-private.h"

static void
on_popover_closed (ZpFormPage *self)
{
  if (self->current != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->current));
}

static int
keep_inside (double start, int size, int room)
{
  return CLAMP ((int) start, 0, MAX (room - size, 0));
}

/* In the page; of a cell that was scrolled away the edge next to it. */
static gboolean
find_bounds (ZpFormPage *self, GdkRectangle *bounds)
{
  GtkWidget *page = GTK_WIDGET (self);
  double x;
  double y;

  zp_sheet_view_get_bounds (self->current, bounds);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->current), page, bounds->x, bounds->y, &x,
                                         &y))
    return FALSE;
  bounds->x = keep_inside (x, bounds->width, gtk_widget_get_width (page));
  bounds->y = keep_inside (y, bounds->height, gtk_widget_get_height (page));
  return TRUE;
}

/* Below or above the cell; beside it where it would have to be cut off there. Its content knows its
 * height once it is realized. */
static GtkPositionType
choose_side (ZpFormPage *self, const GdkRectangle *bounds)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *content = gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (self->popover)));
  int height;
  double x;
  double y;

  gtk_widget_realize (self->popover);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), root, bounds->x, bounds->y, &x, &y);
  if (MAX (gtk_widget_get_height (root) - y - bounds->height, y) >= height)
    return GTK_POS_BOTTOM;
  return x > gtk_widget_get_width (root) - x - bounds->width ? GTK_POS_LEFT : GTK_POS_RIGHT;
}

/** zp_form_page_explain: shows why the current cell has what it has. */
void
zp_form_page_explain (ZpFormPage *self)
{
  GdkRectangle bounds;
  ZpCell cell;

  g_return_if_fail (ZP_IS_FORM_PAGE (self));

  if (!zp_form_page_get_cell (self, &cell) || !zp_form_page_commit (self) ||
      !find_bounds (self, &bounds))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = zp_explain_popover_new (self->session, cell);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &bounds);
  gtk_popover_set_position (GTK_POPOVER (self->popover), choose_side (self, &bounds));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static char *
say_cell (ZpFormPage *self, ZpCell cell, int row, int column)
{
  g_autofree char *name = zp_cell_facts_get_name (self->session, cell);
  g_autofree char *place = g_strdup_printf (_ ("row %1$d, column %2$d"), row + 1, column + 1);

  return g_strconcat (name, "   ", place, NULL);
}

/**
 * zp_form_page_get_status:
 *
 * Returns: (transfer full): where one is, or what a range adds up to; "" when there is no cell
 */
char *
zp_form_page_get_status (ZpFormPage *self)
{
  ZpCell cell;
  int row;
  int column;
  int n_rows;
  int n_columns;

  g_return_val_if_fail (ZP_IS_FORM_PAGE (self), NULL);

  if (!zp_form_page_get_cell (self, &cell))
    return g_strdup ("");
  zp_sheet_view_get_range (self->current, &row, &column, &n_rows, &n_columns);
  if (n_rows * n_columns == 1)
    return say_cell (self, cell, row, column);
  return zp_clip_sum (zp_sheet_view_get_sheet (self->current), row, column, n_rows, n_columns);
}
