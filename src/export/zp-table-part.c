/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sets the rows of a table that fall on one page: text and rules. */
#include "export/zp-table-part-private.h"

#define RULE_WIDTH 0.5

/* Which sides of which places of the part are drawn; joined before they become rules. */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint8 *horizontal; /* (n_rows + 1) × n_columns */
  guint8 *vertical;   /* n_rows × (n_columns + 1) */
} Sides;

static double
edge (const ZpTableGrid *grid, guint column)
{
  return g_array_index (grid->edges, double, column);
}

static void
mark_sides (Sides *sides, guint top, guint bottom, guint left, guint right)
{
  for (guint c = left; c < right; c++)
    {
      sides->horizontal[top * sides->n_columns + c] = TRUE;
      sides->horizontal[bottom * sides->n_columns + c] = TRUE;
    }
  for (guint r = top; r < bottom; r++)
    {
      sides->vertical[r * (sides->n_columns + 1) + left] = TRUE;
      sides->vertical[r * (sides->n_columns + 1) + right] = TRUE;
    }
}

static void
draw_horizontal (ZpPager *pager, const ZpTablePart *part, const Sides *sides, guint row, double y)
{
  const guint8 *marks = sides->horizontal + row * sides->n_columns;

  for (guint start = 0; start < sides->n_columns; start++)
    {
      guint end = start;

      while (end < sides->n_columns && marks[end])
        end++;
      if (end > start)
        zp_pages_add_rule (pager->page, part->x + edge (part->grid, start), y,
                           part->x + edge (part->grid, end), y, RULE_WIDTH);
      start = end;
    }
}

static void
draw_vertical (ZpPager *pager, const ZpTablePart *part, const Sides *sides, guint column)
{
  double x = part->x + edge (part->grid, column);
  double y = part->y;

  for (guint r = 0; r < sides->n_rows;)
    {
      double top = y;

      while (r < sides->n_rows && sides->vertical[r * (sides->n_columns + 1) + column])
        y += part->heights[r++];
      if (y > top)
        zp_pages_add_rule (pager->page, x, top, x, y, RULE_WIDTH);
      else
        y += part->heights[r++];
    }
}

static void
draw_sides (ZpPager *pager, const ZpTablePart *part, const Sides *sides)
{
  double y = part->y;

  for (guint r = 0; r <= sides->n_rows; r++)
    {
      draw_horizontal (pager, part, sides, r, y);
      if (r < sides->n_rows)
        y += part->heights[r];
    }
  for (guint c = 0; c <= sides->n_columns; c++)
    draw_vertical (pager, part, sides, c);
}

static guint
count_room (const ZpTableGrid *grid, double height)
{
  double lines = (height - 2 * grid->style.pad_y) / grid->style.pitch + 1e-6;

  return lines < 1 ? 1 : (guint) lines;
}

/* Place of a row among those of the part. */
static guint
place_of (const ZpTablePart *part, guint row)
{
  return row - part->first + (part->lead >= 0 ? 1 : 0);
}

static gboolean
covers_rows (const ZpTablePart *part, const ZpDocCell *cell)
{
  return cell->row < (int) part->end && cell->row + cell->rows > (int) part->first;
}

static gboolean
covers_lead (const ZpTablePart *part, const ZpDocCell *cell)
{
  return part->lead >= 0 && cell->row <= part->lead && cell->row + cell->rows > part->lead;
}

static gboolean
ends_here (const ZpTablePart *part, const ZpTableCell *cell)
{
  return cell->cell->row + cell->cell->rows <= (int) part->end && !part->is_cut;
}

/* A merged cell that goes on on the next page is not torn while the rows there have room for it. */
static gboolean
fits_later (const ZpTablePart *part, const ZpTableCell *cell)
{
  guint end = (guint) (cell->cell->row + cell->cell->rows);

  return zp_table_grid_sum_heights (part->grid, part->end, end) >=
         zp_table_grid_get_cell_height (part->grid, cell);
}

/* How many lines of the cell, from the first not yet set, stand on this page. */
static guint
count_lines (const ZpTablePart *part, const ZpTableCell *cell, double height)
{
  guint left = cell->lines->len - cell->done;
  guint room = count_room (part->grid, height);

  if (left <= room || ends_here (part, cell))
    return left;
  if (cell->done == 0 && fits_later (part, cell))
    return 0;

  return room;
}

/* The text of a merged cell that is set already stands again on every page the cell reaches, and so
 * does the head of a group. */
static gboolean
is_shown_again (const ZpTablePart *part, const ZpTableCell *cell, double height)
{
  gboolean reaches_over = cell->cell->rows > 1 || !covers_rows (part, cell->cell);

  return cell->done > 0 && cell->done == cell->lines->len && reaches_over &&
         cell->lines->len <= count_room (part->grid, height);
}

static double
align_line (const ZpTableGrid *grid, const ZpTableCell *cell, const ZpLine *line)
{
  static const double shares[] = {
    [ZP_ALIGN_AUTO] = 0, [ZP_ALIGN_LEFT] = 0, [ZP_ALIGN_CENTER] = 0.5, [ZP_ALIGN_RIGHT] = 1
  };
  gboolean head = cell->cell->head || cell->cell->row < grid->table->n_head;
  double share = head ? shares[ZP_ALIGN_CENTER] : shares[cell->cell->align];
  double natural = line->width - line->squeeze;

  return grid->style.pad_x + share * MAX (0, zp_table_grid_get_cell_width (grid, cell) - natural);
}

static ZpPageTag
choose_tag (const ZpTablePart *part, const ZpTableCell *cell, gboolean again)
{
  if (part->repeated || again)
    return ZP_PAGE_TAG_ARTIFACT;

  return cell->cell->head || cell->cell->row < part->grid->table->n_head ? ZP_PAGE_TAG_TABLE_HEAD
                                                                         : ZP_PAGE_TAG_TABLE_CELL;
}

/* A cell is one block on all its pages; what is repeated is no part of it. */
static void
choose_block (ZpPager *pager, ZpTableCell *cell, ZpPageTag tag)
{
  if (tag == ZP_PAGE_TAG_ARTIFACT)
    zp_pager_begin_block (pager);
  else if (cell->block == 0)
    cell->block = zp_pager_begin_block (pager);
  else
    zp_pager_resume_block (pager, cell->block);
}

static void
set_lines (ZpPager *pager, const ZpTablePart *part, ZpTableCell *cell, double top, double height)
{
  const ZpTableGrid *grid = part->grid;
  gboolean again = is_shown_again (part, cell, height);
  ZpPageTag tag = choose_tag (part, cell, again);
  guint first = again ? 0 : cell->done;
  guint n_lines = again ? cell->lines->len : count_lines (part, cell, height);
  double slack = height - n_lines * grid->style.pitch;
  double y = top + (part->is_cut ? grid->style.pad_y : MAX (0, slack / 2));

  choose_block (pager, cell, tag);
  for (guint i = 0; i < n_lines; i++)
    {
      const ZpLine *line = &g_array_index (cell->lines, ZpLine, first + i);
      ZpPlace place = {
        .size = grid->style.size, .tag = tag, .row = cell->cell->row, .column = cell->cell->column
      };

      place.x = part->x + edge (grid, (guint) cell->cell->column) + align_line (grid, cell, line);
      place.width = line->width;
      place.baseline =
        zp_pager_baseline (y + i * grid->style.pitch, grid->style.pitch, grid->style.size);
      zp_pager_put_line (pager, cell->shape, cell->cell->runs, line, &place);
    }
  if (!part->repeated)
    cell->done = first + n_lines;
}

static double
sum_part (const ZpTablePart *part, guint top, guint bottom)
{
  double sum = 0;

  for (guint r = top; r < bottom; r++)
    sum += part->heights[r];

  return sum;
}

static void
set_cell (ZpPager *pager, const ZpTablePart *part, ZpTableCell *cell, Sides *sides)
{
  guint end = (guint) (cell->cell->row + cell->cell->rows);
  guint left = (guint) cell->cell->column;
  guint top = 0;
  guint bottom = 1;

  if (!covers_lead (part, cell->cell))
    top = place_of (part, MAX ((guint) cell->cell->row, part->first));
  if (covers_rows (part, cell->cell))
    bottom = place_of (part, MIN (end, part->end));

  mark_sides (sides, top, bottom, left, left + (guint) cell->cell->columns);
  set_lines (pager, part, cell, part->y + sum_part (part, 0, top), sum_part (part, top, bottom));
}

/**
 * zp_table_part_set:
 *
 * Sets the part on the open page. Rules that continue each other become one.
 */
void
zp_table_part_set (ZpPager *pager, const ZpTablePart *part)
{
  guint n_rows = place_of (part, part->end);
  guint n_columns = part->grid->edges->len - 1;
  g_autofree guint8 *horizontal = g_malloc0 ((gsize) (n_rows + 1) * n_columns);
  g_autofree guint8 *vertical = g_malloc0 ((gsize) n_rows * (n_columns + 1) + 1);
  Sides sides = { n_rows, n_columns, horizontal, vertical };
  GArray *cells = part->grid->cells;

  for (guint i = 0; i < cells->len; i++)
    {
      ZpTableCell *cell = &g_array_index (cells, ZpTableCell, i);

      if (cell->cell->row >= (int) part->end)
        break;
      if (covers_rows (part, cell->cell) || covers_lead (part, cell->cell))
        set_cell (pager, part, cell, &sides);
    }
  draw_sides (pager, part, &sides);
}
