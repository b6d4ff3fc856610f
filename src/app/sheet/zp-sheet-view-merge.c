/* SPDX-License-Identifier: GPL-3.0-or-later
 * Neighbours of a column that say the same are shown as one, as on paper.
 * The cells themselves stay as they are. */
#include <string.h>

#include "app/sheet/zp-sheet-view-private.h"

#define WEIGHT_SCALE 0.86
#define WEIGHT_ALPHA (65535 * 72 / 100)

/* The levels of a table are its first columns; they are chosen or referred to, never written. */
static gboolean
is_level (ZpSheetView *self, int column)
{
  const ZpBlock *block = zp_sheet_get_block (self->sheet);
  const ZpCellDef *def = zp_block_get_cell (block, 0, column);

  return block->kind == ZP_BLOCK_TABLE && def != NULL && def->entry != ZP_ENTRY_COMPUTED &&
         (def->kind == ZP_KIND_CHOICE || (def->kind == ZP_KIND_REF && def->owner));
}

static int
count_levels (ZpSheetView *self)
{
  int n = 0;

  while (n < zp_sheet_count_columns (self->sheet) && is_level (self, n))
    n++;
  return n;
}

static ZpSheetCell *
find_cell (ZpSheetView *self, int row, int column)
{
  ZpSheetSlot *slot = zp_sheet_view_find_slot (self, row);

  return slot != NULL ? g_ptr_array_index (slot->cells, (guint) column) : NULL;
}

static gboolean
says_same (ZpSheetView *self, int row, int column)
{
  ZpSheetCell *cell = find_cell (self, row, column);
  ZpSheetCell *below = find_cell (self, row + 1, column);

  return cell != NULL && below != NULL && *zp_sheet_cell_get_text (cell) != '\0' &&
         zp_sheet_cell_get_state (cell) == ZP_CELL_STATE_CLEAN &&
         zp_sheet_cell_get_state (below) == ZP_CELL_STATE_CLEAN &&
         g_str_equal (zp_sheet_cell_get_text (cell), zp_sheet_cell_get_text (below));
}

/* A level changes wherever one before it does. */
static gboolean
goes_on (ZpSheetView *self, int row, int column)
{
  for (int level = 0; level <= column; level++)
    if (!says_same (self, row, level))
      return FALSE;
  return TRUE;
}

static int
end_of_run (ZpSheetView *self, int row, int column)
{
  while (goes_on (self, row, column))
    row++;
  return row;
}

static int
start_of_run (ZpSheetView *self, int row, int column)
{
  while (row > self->first && goes_on (self, row - 1, column))
    row--;
  return row;
}

/* Where the cursor is, each cell shows its own. */
static gboolean
has_cursor (ZpSheetView *self, int row, int column)
{
  return self->column == column && self->row >= start_of_run (self, row, column) &&
         self->row <= end_of_run (self, row, column);
}

/** zp_sheet_view_is_joined: whether no line stands between the cell and the one below. */
gboolean
zp_sheet_view_is_joined (ZpSheetView *self, int row, int column)
{
  return column < count_levels (self) && goes_on (self, row, column) &&
         !has_cursor (self, row, column);
}

static gboolean
is_merged (ZpSheetView *self, int row, int column)
{
  return (zp_sheet_view_is_joined (self, row, column) ||
          (row > self->first && zp_sheet_view_is_joined (self, row - 1, column)));
}

/** zp_sheet_view_merge: hides what is drawn for all of them together. */
void
zp_sheet_view_merge (ZpSheetView *self)
{
  int n_levels = count_levels (self);

  for (int row = self->first; row < self->first + self->n_shown; row++)
    for (int column = 0; column < n_levels; column++)
      zp_sheet_cell_set_hidden (
        find_cell (self, row, column),
        is_merged (self, row, column) ||
          (row == self->row && column == self->column && self->mode != ZP_SHEET_RESTING));
}

/* The name, and in the first level what its rows weigh together, smaller below it. */
static PangoLayout *
make_run (ZpSheetView *self, int first, int column)
{
  const char *name = zp_sheet_cell_get_text (find_cell (self, first, column));
  g_autofree char *weight = column == 0 ? zp_sheet_get_weight (self->sheet, first, column) : NULL;
  g_autofree char *text = weight != NULL ? g_strconcat (name, "\n", weight, NULL) : g_strdup (name);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoAttribute *attributes[] = { pango_attr_scale_new (WEIGHT_SCALE),
                                   pango_attr_foreground_alpha_new (WEIGHT_ALPHA) };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) strlen (name);
      pango_attr_list_insert (list, attributes[i]);
    }
  pango_layout_set_attributes (layout, list);
  return layout;
}

static void
draw_run (ZpSheetView *self, GtkSnapshot *snapshot, int first, int last, int column)
{
  g_autoptr (PangoLayout) layout = make_run (self, first, column);
  GdkRectangle area;
  GdkRGBA color;
  int height;

  zp_sheet_view_get_cell_area (self, first, column, &area);
  area.height *= last - first + 1;
  pango_layout_set_width (layout, (area.width - self->geometry.em) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (area.x + self->geometry.em / 2),
                                                (float) (area.y + (area.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/** zp_sheet_view_draw_merged: draws what the merged cells say in the middle of them. */
void
zp_sheet_view_draw_merged (ZpSheetView *self, GtkSnapshot *snapshot)
{
  int n_levels = count_levels (self);

  for (int column = 0; column < n_levels; column++)
    for (int row = self->first; row < self->first + self->n_shown; row++)
      {
        int last = end_of_run (self, row, column);

        if (last > row && !has_cursor (self, row, column))
          draw_run (self, snapshot, row, last, column);
        row = last;
      }
}
