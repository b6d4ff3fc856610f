/* SPDX-License-Identifier: GPL-3.0-or-later
 * Heads of columns, of groups of columns, and the corner; they stay when the sheet scrolls. */
#include "app/sheet/zp-sheet-view-private.h"

static GtkWidget *
add_head (ZpSheetView *self, GtkAccessibleRole role, ZpSheetMark marks)
{
  GtkWidget *head = zp_sheet_cell_new (role);

  zp_sheet_cell_set_marks (ZP_SHEET_CELL (head), marks);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  return head;
}

static void
add_group (ZpSheetView *self, int first, int last)
{
  ZpSheetGroup group = { NULL, first, last };

  group.widget =
    add_head (self, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, ZP_SHEET_MARK_HEAD | ZP_SHEET_MARK_GROUP);
  g_array_append_val (self->groups, group);
}

static const char *
group_of (ZpSheetView *self, int column)
{
  return column < zp_sheet_count_columns (self->sheet)
           ? zp_sheet_get_column (self->sheet, column)->group
           : NULL;
}

static void
make_groups (ZpSheetView *self)
{
  int first = 0;

  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    {
      if (g_strcmp0 (group_of (self, column), group_of (self, column + 1)) == 0 &&
          column + 1 < zp_sheet_count_columns (self->sheet))
        continue;
      if (group_of (self, column) != NULL)
        add_group (self, first, column);
      first = column + 1;
    }
}

/** zp_sheet_view_make_heads: makes the widgets of all heads but those of rows. */
void
zp_sheet_view_make_heads (ZpSheetView *self)
{
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    g_ptr_array_add (self->heads,
                     add_head (self, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, ZP_SHEET_MARK_HEAD));
  make_groups (self);
  self->corner = add_head (self, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, ZP_SHEET_MARK_HEAD);
  zp_sheet_view_fill_heads (self);
}

/** zp_sheet_view_fill_heads: reads the labels anew: they may have figures in them. */
void
zp_sheet_view_fill_heads (ZpSheetView *self)
{
  g_autofree char *corner = zp_sheet_get_corner (self->sheet);

  for (guint i = 0; i < self->heads->len; i++)
    zp_sheet_cell_set_head (g_ptr_array_index (self->heads, i),
                            zp_sheet_get_column (self->sheet, (int) i)->label, 0.5f, 0);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZpSheetGroup *group = &g_array_index (self->groups, ZpSheetGroup, i);

      zp_sheet_cell_set_head (ZP_SHEET_CELL (group->widget), group_of (self, group->first), 0.5f,
                              0);
    }
  zp_sheet_cell_set_head (ZP_SHEET_CELL (self->corner), corner, 0.5f, 0);
}

/** zp_sheet_view_mark_heads: the head of the current column is told from the others. */
void
zp_sheet_view_mark_heads (ZpSheetView *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    zp_sheet_cell_set_marks (g_ptr_array_index (self->heads, i),
                             ZP_SHEET_MARK_HEAD |
                               ((int) i == self->column ? ZP_SHEET_MARK_CROSS : 0));
}

/** zp_sheet_view_free_heads: takes all heads away. */
void
zp_sheet_view_free_heads (ZpSheetView *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->heads, i));
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_unparent (g_array_index (self->groups, ZpSheetGroup, i).widget);
  g_ptr_array_set_size (self->heads, 0);
  g_array_set_size (self->groups, 0);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
}
