/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the marks of a layout join its cells into rectangles. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>

/* How often a repeated row is laid down to see what its marks join. */
#define COPIES 2

/* One line as it would be printed. @number: of its row in the file, from 1. */
typedef struct
{
  const GPtrArray *entries;
  const ZpNode *node;
  guint number;
  gboolean repeated;
} Line;

/* The lines one below the other; @owners: of int: which cell each place belongs to. */
typedef struct
{
  ZpLoader *loader;
  const ZpLayout *layout;
  GArray *lines;
  GArray *owners;
  int n_cells;
} Shape;

typedef struct
{
  guint left;
  guint right;
  guint top;
  guint bottom;
  guint n_places;
} Area;

static int *
owner_at (const Shape *self, guint line, guint column)
{
  return &g_array_index (self->owners, int, line * self->layout->widths->len + column);
}

static void
add_lines (Shape *self, const ZpLayoutRow *row, const ZpNode *node, guint number)
{
  gboolean repeated = row->each_block >= 0;
  guint n_copies = repeated ? COPIES : 1;

  for (guint copy = 0; copy < n_copies; copy++)
    for (guint i = 0; i < row->lines->len; i++)
      {
        Line line = { row->lines->pdata[i], node, number, repeated };

        g_array_append_val (self->lines, line);
      }
}

static gboolean
check_widths (const Shape *self)
{
  guint n_columns = self->layout->widths->len;
  gboolean is_right = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->entries->len == n_columns)
        continue;
      zp_loader_fail (self->loader, line->node, _ ("layout “%s”, row %u: %u entries for %u widths"),
                      self->layout->key, line->number, line->entries->len, n_columns);
      is_right = FALSE;
    }

  return is_right;
}

static void
place_entry (Shape *self, guint i, guint column)
{
  const Line *line = &g_array_index (self->lines, Line, i);
  const ZpLayoutEntry *entry = line->entries->pdata[column];
  int *owner = owner_at (self, i, column);

  *owner = -1;
  if (entry->kind == ZP_ENTRY_ABOVE && i > 0)
    *owner = *owner_at (self, i - 1, column);
  else if (entry->kind == ZP_ENTRY_LEFT && column > 0)
    *owner = *owner_at (self, i, column - 1);
  else if (entry->kind == ZP_ENTRY_CELL)
    *owner = self->n_cells++;

  if (*owner < 0)
    zp_loader_fail (self->loader, line->node,
                    entry->kind == ZP_ENTRY_ABOVE
                      ? _ ("layout “%s”, row %u: “^” in column %u has nothing above it to go on")
                      : _ ("layout “%s”, row %u: “<” in column %u has nothing left of it to go on"),
                    self->layout->key, line->number, column + 1);
  if (entry->join && !line->repeated)
    zp_loader_fail (self->loader, line->node,
                    _ ("layout “%s”, row %u: “join” is for rows that are repeated"),
                    self->layout->key, line->number);
}

static void
extend (Area *area, guint line, guint column)
{
  area->left = area->n_places == 0 ? column : MIN (area->left, column);
  area->right = MAX (area->right, column);
  area->top = area->n_places == 0 ? line : MIN (area->top, line);
  area->bottom = MAX (area->bottom, line);
  area->n_places++;
}

static gboolean
is_rectangle (const Area *area)
{
  return area->n_places == (area->right - area->left + 1) * (area->bottom - area->top + 1);
}

static void
check_areas (const Shape *self)
{
  g_autofree Area *areas = g_new0 (Area, (gsize) self->n_cells);
  guint n_columns = self->layout->widths->len;

  for (guint i = 0; i < self->lines->len; i++)
    for (guint column = 0; column < n_columns; column++)
      if (*owner_at (self, i, column) >= 0)
        extend (&areas[*owner_at (self, i, column)], i, column);

  for (int cell = 0; cell < self->n_cells; cell++)
    {
      const Line *line = &g_array_index (self->lines, Line, areas[cell].top);

      if (is_rectangle (&areas[cell]))
        continue;
      zp_loader_fail (self->loader, line->node,
                      _ ("layout “%s”, row %u: the cell in column %u is joined to a shape that is "
                         "no rectangle; check “^” and “<”"),
                      self->layout->key, line->number, areas[cell].left + 1);
    }
}

static void
check_head (const Shape *self, const ZpNode *node)
{
  const ZpNode *head = zp_node_get (node, "head");
  const ZpNode *rows = zp_node_get (node, "rows");
  guint n_plain = 0;

  while (zp_node_is (zp_node_get_child (rows, n_plain), ZP_JSON_ARRAY))
    n_plain++;
  if (head != NULL && (self->layout->head < 0 || (guint) self->layout->head > n_plain))
    zp_loader_fail (
      self->loader, head,
      ngettext ("layout “%s”: “head” is %d, but only %u row stands before the first one "
                "that is repeated",
                "layout “%s”: “head” is %d, but only %u rows stand before the first one "
                "that is repeated",
                n_plain),
      self->layout->key, self->layout->head, n_plain);
}

/**
 * zp_layout_check_shape: every line has an entry for each width, marks have something to go on
 * from, joined cells are rectangles, "join" stands in repeated rows only, and the head in none.
 */
void
zp_layout_check_shape (ZpLoader *self, const ZpLayout *layout, const ZpNode *node)
{
  const ZpNode *rows = zp_node_get (node, "rows");
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) owners = g_array_new (FALSE, TRUE, sizeof (int));
  Shape shape = { self, layout, lines, owners, 0 };

  for (guint i = 0; i < layout->rows->len; i++)
    add_lines (&shape, layout->rows->pdata[i], zp_node_get_child (rows, i), i + 1);
  check_head (&shape, node);
  if (!check_widths (&shape))
    return;

  g_array_set_size (owners, lines->len * layout->widths->len);
  for (guint i = 0; i < lines->len; i++)
    for (guint column = 0; column < layout->widths->len; column++)
      place_entry (&shape, i, column);
  check_areas (&shape);
}
