/* SPDX-License-Identifier: GPL-3.0-or-later
 * Measures a table: breaks the text of its cells, then finds heights that hold it. */
#include "export/zp-table-grid.h"

#include "document/zp-geometry.h"

/* 五号, or 小五 where 五号 would split a number. */
static const ZpTableStyle styles[] = {
  { ZP_SIZE_5, 15.0, 4.0, 3.0 },
  { ZP_SIZE_SMALL_5, 13.0, 2.5, 2.5 },
};

/* The least height a layout asks for is bounded, so that it never makes a row higher than a page.
 */
#define MAX_LEAST_LINES 20

/* Longer texts are no labels. */
#define MAX_BALANCED_LINES 4

static void
clear_cell (gpointer data)
{
  ZpTableCell *cell = data;

  zp_shape_free (cell->shape);
  g_array_unref (cell->lines);
}

static void
measure_columns (ZpTableGrid *self, double width)
{
  const GArray *widths = self->table->widths;
  double total = 0;
  double x = 0;

  for (guint i = 0; i < widths->len; i++)
    total += g_array_index (widths, int, i);

  g_array_append_val (self->edges, x);
  for (guint i = 0; i < widths->len; i++)
    {
      x += width * g_array_index (widths, int, i) / total;
      g_array_append_val (self->edges, x);
    }
}

static ZpShapeStyle
choose_style (const ZpTableGrid *self, const ZpDocCell *cell)
{
  gboolean heavy = cell->bold || cell->head || cell->row < self->table->n_head;
  ZpFontRole role = heavy ? ZP_FONT_HEITI : ZP_FONT_FANGSONG;

  return (ZpShapeStyle){ role, role, self->style.size, self->style.size };
}

/**
 * zp_table_grid_get_cell_width:
 *
 * Returns: width for the text of the cell, in points; never negative
 */
double
zp_table_grid_get_cell_width (const ZpTableGrid *self, const ZpTableCell *cell)
{
  guint column = (guint) cell->cell->column;
  double left = g_array_index (self->edges, double, column);
  double right = g_array_index (self->edges, double, column + (guint) cell->cell->columns);

  return MAX (0, right - left - 2 * self->style.pad_x);
}

/* Lines that start where the rules for breaking allow none. */
static guint
count_forced_breaks (const ZpShape *shape, const GArray *lines)
{
  const ZpAtom *atoms = (const ZpAtom *) (gconstpointer) shape->atoms->data;
  guint count = 0;

  for (guint i = 1; i < lines->len; i++)
    {
      guint start = g_array_index (lines, ZpLine, i).start;

      if (atoms[start - 1].character != '\n' && atoms[start].character != '\n' &&
          !zp_line_may_start (atoms, start))
        count++;
    }

  return count;
}

static GArray *
break_text (const ZpShape *shape, double width)
{
  return zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                            width, width, ZP_LINE_CELL);
}

static gboolean
is_centred (const ZpTableGrid *self, const ZpDocCell *cell)
{
  return cell->align == ZP_ALIGN_CENTER || cell->head || cell->row < self->table->n_head;
}

/* Lines of a label are about as long as each other: 一级 over 指标, not 一级指 over 标. */
static void
balance (ZpTableCell *cell, double width, double size)
{
  guint n_lines = cell->lines->len;
  double total = 0;

  if (n_lines < 2 || n_lines > MAX_BALANCED_LINES)
    return;
  for (guint i = 0; i < cell->shape->atoms->len; i++)
    total += g_array_index (cell->shape->atoms, ZpAtom, i).width;

  for (double narrow = total / n_lines; narrow < width; narrow += size / 2)
    {
      g_autoptr (GArray) lines = break_text (cell->shape, narrow);

      if (lines->len > n_lines || count_forced_breaks (cell->shape, lines) > 0)
        continue;
      g_array_unref (cell->lines);
      cell->lines = g_steal_pointer (&lines);
      return;
    }
}

static void
add_cell (ZpTableGrid *self, ZpFontSet *fonts, const ZpDocCell *from)
{
  ZpShapeStyle style = choose_style (self, from);
  ZpTableCell cell = { .cell = from };
  double width = zp_table_grid_get_cell_width (self, &cell);

  cell.shape = zp_shape_runs (fonts, from->runs, &style);
  cell.lines = break_text (cell.shape, width);
  if (is_centred (self, from))
    balance (&cell, width, style.size);
  g_array_append_val (self->cells, cell);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const ZpDocCell *first = ((const ZpTableCell *) a)->cell;
  const ZpDocCell *second = ((const ZpTableCell *) b)->cell;

  return first->row != second->row ? first->row - second->row : first->column - second->column;
}

/**
 * zp_table_grid_get_cell_height:
 *
 * Returns: height that the lines of the cell not yet set need, in points
 */
double
zp_table_grid_get_cell_height (const ZpTableGrid *self, const ZpTableCell *cell)
{
  guint n_lines = cell->lines->len - cell->done;
  guint least = cell->done == 0 ? (guint) CLAMP (cell->cell->lines, 1, MAX_LEAST_LINES) : 0;

  return MAX (n_lines, least) * self->style.pitch + 2 * self->style.pad_y;
}

/**
 * zp_table_grid_sum_heights:
 *
 * Returns: height of the rows from @first to before @end, in points
 */
double
zp_table_grid_sum_heights (const ZpTableGrid *self, guint first, guint end)
{
  double sum = 0;

  for (guint i = first; i < end; i++)
    sum += g_array_index (self->heights, double, i);

  return sum;
}

/* Spreads what a cell needs more over the rows it covers from a row on. */
static void
raise_rows (ZpTableGrid *self, const ZpTableCell *cell, guint from)
{
  guint first = MAX (from, (guint) cell->cell->row);
  guint end = (guint) (cell->cell->row + cell->cell->rows);
  double missing =
    zp_table_grid_get_cell_height (self, cell) - zp_table_grid_sum_heights (self, first, end);

  for (guint i = first; missing > 0 && i < end; i++)
    g_array_index (self->heights, double, i) += missing / (end - first);
}

static void
measure_rows (ZpTableGrid *self)
{
  g_array_set_size (self->heights, (guint) self->table->n_rows);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, ZpTableCell, i).cell->rows == 1)
      raise_rows (self, &g_array_index (self->cells, ZpTableCell, i), 0);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, ZpTableCell, i).cell->rows > 1)
      raise_rows (self, &g_array_index (self->cells, ZpTableCell, i), 0);

  self->head_height = zp_table_grid_sum_heights (self, 0, (guint) self->table->n_head);
}

/**
 * zp_table_grid_make_room:
 * @row: first row of a new page
 *
 * Raises rows where the rest of a cell that began on the page before needs more than they have.
 */
void
zp_table_grid_make_room (ZpTableGrid *self, guint row)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const ZpTableCell *cell = &g_array_index (self->cells, ZpTableCell, i);

      if (cell->cell->row >= (int) row)
        return;
      if (cell->cell->row + cell->cell->rows > (int) row && cell->done < cell->lines->len)
        raise_rows (self, cell, row);
    }
}

static guint
sum_forced_breaks (const ZpTableGrid *self)
{
  guint count = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const ZpTableCell *cell = &g_array_index (self->cells, ZpTableCell, i);

      count += count_forced_breaks (cell->shape, cell->lines);
    }

  return count;
}

static ZpTableGrid *
grid_new (ZpFontSet *fonts, const ZpDocTable *table, double width, const ZpTableStyle *style)
{
  ZpTableGrid *self = g_new0 (ZpTableGrid, 1);

  self->table = table;
  self->style = *style;
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  self->heights = g_array_new (FALSE, TRUE, sizeof (double));
  self->cells = g_array_sized_new (FALSE, FALSE, sizeof (ZpTableCell), table->cells->len);
  g_array_set_clear_func (self->cells, clear_cell);
  measure_columns (self, width);
  for (guint i = 0; i < table->cells->len; i++)
    add_cell (self, fonts, g_ptr_array_index (table->cells, i));
  g_array_sort (self->cells, compare_cells);
  measure_rows (self);
  return self;
}

/**
 * zp_table_grid_new:
 * @table: must outlive the grid
 * @width: of the whole table, in points
 *
 * Measures the table in 五号, or in 小五 when that splits fewer numbers and words.
 *
 * Returns: (transfer full): the measured table
 */
ZpTableGrid *
zp_table_grid_new (ZpFontSet *fonts, const ZpDocTable *table, double width)
{
  g_autoptr (ZpTableGrid) self = grid_new (fonts, table, width, &styles[0]);
  guint forced = sum_forced_breaks (self);

  if (forced > 0)
    {
      g_autoptr (ZpTableGrid) smaller = grid_new (fonts, table, width, &styles[1]);

      if (sum_forced_breaks (smaller) < forced)
        return g_steal_pointer (&smaller);
    }

  return g_steal_pointer (&self);
}

/**
 * zp_table_grid_free:
 *
 * Frees the measures; the table itself stays.
 */
void
zp_table_grid_free (ZpTableGrid *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->edges);
  g_array_unref (self->heights);
  g_array_unref (self->cells);
  g_free (self);
}
