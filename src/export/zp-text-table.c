/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tables of plain text: columns padded by the width of their characters, no text cut or broken.
 *
 * An East Asian wide character takes two columns. A text wider than its column pushes the rest of
 * its line to the right, so that figures and names stay whole for whoever searches the file. */
#include "export/zp-text-table-private.h"

#include <string.h>

#include "base/zp-text.h"

#define GAP 2
#define MAX_COLUMN 36
#define MAX_RULE 100

typedef struct
{
  const ZpDocTable *table;
  int n_columns;
  int *widths;
  const ZpDocCell **owners; /* by row, then by column */
} Grid;

static void
grid_clear (Grid *self)
{
  g_free (self->widths);
  g_free (self->owners);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static char *
cell_text (const ZpDocCell *cell)
{
  g_autofree char *runs = zp_doc_runs_to_text (cell->runs);
  g_autofree char *text = zp_text_clean (runs);

  g_strdelimit (text, "\n\t", ' ');
  return g_strstrip (g_steal_pointer (&text));
}

static int
text_width (const ZpDocCell *cell)
{
  g_autofree char *text = cell_text (cell);

  return zp_text_column_width (text);
}

static int
span_width (const Grid *grid, const ZpDocCell *cell)
{
  int width = (cell->columns - 1) * GAP;

  for (int c = cell->column; c < cell->column + cell->columns; c++)
    width += grid->widths[c];

  return width;
}

static void
measure (Grid *grid)
{
  const GPtrArray *cells = grid->table->cells;

  for (guint i = 0; i < cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (cells, i);

      if (cell->columns == 1)
        grid->widths[cell->column] =
          MAX (grid->widths[cell->column], MIN (text_width (cell), MAX_COLUMN));
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (cells, i);
      int missing = MIN (text_width (cell), MAX_COLUMN) - span_width (grid, cell);

      if (missing > 0)
        grid->widths[cell->column + cell->columns - 1] += missing;
    }
}

static void
grid_init (Grid *self, const ZpDocTable *table)
{
  self->table = table;
  self->n_columns = (int) table->widths->len;
  self->widths = g_new0 (int, table->widths->len);
  self->owners = g_new0 (const ZpDocCell *, (gsize) table->n_rows * table->widths->len);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);

      for (int r = cell->row; r < cell->row + cell->rows; r++)
        self->owners[r * self->n_columns + cell->column] = cell;
    }
  measure (self);
}

/**
 * zp_text_append_padding:
 * @pad: one character, of one or two columns
 * @columns: to be filled; what is left over is filled with plain spaces
 */
void
zp_text_append_padding (GString *out, const char *pad, int columns)
{
  int width = MAX (zp_text_column_width (pad), 1);

  for (; columns >= width; columns -= width)
    g_string_append (out, pad);
  for (; columns > 0; columns--)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString *out, const Grid *grid, const ZpDocCell *cell, int row)
{
  g_autofree char *text = row == cell->row ? cell_text (cell) : g_strdup ("");
  int room = MAX (span_width (grid, cell) - zp_text_column_width (text), 0);
  int before = cell->align == ZP_ALIGN_RIGHT ? room : cell->align == ZP_ALIGN_CENTER ? room / 2 : 0;

  zp_text_append_padding (out, " ", before);
  g_string_append (out, text);
  zp_text_append_padding (out, " ", room - before + GAP);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_rule (GString *out, const Grid *grid)
{
  int width = (grid->n_columns - 1) * GAP;

  for (int c = 0; c < grid->n_columns; c++)
    width += grid->widths[c];
  zp_text_append_padding (out, "-", CLAMP (width, 1, MAX_RULE));
  g_string_append_c (out, '\n');
}

/**
 * zp_text_table_append:
 * @out: text that ends with a line break
 * @table: a table that zp_doc_check() takes
 *
 * Appends the rows between two rules, with another rule below the head. A cell that goes over
 * several rows says its text in the first one.
 */
void
zp_text_table_append (GString *out, const ZpDocTable *table)
{
  g_auto (Grid) grid = { 0 };

  if (table->n_rows == 0)
    return;

  grid_init (&grid, table);
  append_rule (out, &grid);
  for (int r = 0; r < table->n_rows; r++)
    {
      for (int c = 0; c < grid.n_columns; c++)
        if (grid.owners[r * grid.n_columns + c] != NULL)
          append_cell (out, &grid, grid.owners[r * grid.n_columns + c], r);
      end_line (out);
      if (r + 1 == table->n_head && r + 1 < table->n_rows)
        append_rule (out, &grid);
    }
  append_rule (out, &grid);
}
