/* SPDX-License-Identifier: GPL-3.0-or-later
 * The widgets of the rows in sight: made once, and given to another row when theirs leaves. */
#include "app/sheet/zp-sheet-view-private.h"

static GtkWidget *
add_cell (ZpSheetView *self, GtkAccessibleRole role)
{
  GtkWidget *cell = zp_sheet_cell_new (role);

  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->range);
  return cell;
}

static ZpSheetSlot *
add_slot (ZpSheetView *self)
{
  ZpSheetSlot *slot = g_new0 (ZpSheetSlot, 1);

  slot->row = -1;
  slot->head = add_cell (self, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  slot->cells = g_ptr_array_new ();
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    g_ptr_array_add (slot->cells, add_cell (self, GTK_ACCESSIBLE_ROLE_GRID_CELL));
  g_ptr_array_add (self->slots, slot);
  return slot;
}

static void
free_slot (ZpSheetSlot *slot)
{
  gtk_widget_unparent (slot->head);
  for (guint i = 0; i < slot->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (slot->cells, i));
  g_ptr_array_unref (slot->cells);
  g_free (slot);
}

/** zp_sheet_view_free_slots: takes all cells away. */
void
zp_sheet_view_free_slots (ZpSheetView *self)
{
  if (self->slots == NULL)
    return;
  for (guint i = 0; i < self->slots->len; i++)
    free_slot (g_ptr_array_index (self->slots, i));
  g_ptr_array_set_size (self->slots, 0);
}

/** zp_sheet_view_find_slot: (nullable): the widgets of a row, when it is in sight. */
ZpSheetSlot *
zp_sheet_view_find_slot (ZpSheetView *self, int row)
{
  ZpSheetSlot *slot;

  if (self->slots->len == 0 || row < 0)
    return NULL;
  slot = g_ptr_array_index (self->slots, (guint) row % self->slots->len);
  return slot->row == row ? slot : NULL;
}

static void
show_slot (ZpSheetSlot *slot, gboolean shown)
{
  gtk_widget_set_child_visible (slot->head, shown);
  for (guint i = 0; i < slot->cells->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (slot->cells, i), shown);
}

/** zp_sheet_view_hide_slots: hides the widgets of rows that are not in sight. */
void
zp_sheet_view_hide_slots (ZpSheetView *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      ZpSheetSlot *slot = g_ptr_array_index (self->slots, i);
      gboolean shown = slot->row >= self->first && slot->row < self->first + self->n_shown;

      show_slot (slot, shown);
      if (!shown)
        slot->row = -1;
    }
}

/**
 * zp_sheet_view_grow_slots: makes widgets for all rows in sight.
 *
 * Every slot gets its row by number modulo slots, so that a row keeps its widgets as it scrolls.
 * One more than now: there may be one row more in sight when the edges cut two of them.
 */
void
zp_sheet_view_grow_slots (ZpSheetView *self)
{
  if ((int) self->slots->len >= self->n_shown)
    return;
  while ((int) self->slots->len < self->n_shown + 1)
    add_slot (self);
  for (guint i = 0; i < self->slots->len; i++)
    ((ZpSheetSlot *) g_ptr_array_index (self->slots, i))->row = -1;
}
