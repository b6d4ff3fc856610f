/* SPDX-License-Identifier: GPL-3.0-or-later
 * Spreads a table over pages: title, lines above, repeated head, rows, lines below, notes. */
#include "export/zp-table-part-private.h"

#include <math.h>

#define EPSILON 0.01

/* Lines a row must find room for before it is split on the page where it begins. */
#define MIN_SPLIT_LINES 3

/* What is repeated may take this share of a page; more than that is set only once. */
#define MAX_REPEATED 0.6

/* What is left blank at the foot of a page so that a cell or a head is not torn from its rows, as a
 * share of the page, at most. */
#define MAX_BLANK 0.4

/**
 * Flow:
 * @row: the next to be set
 * @lead: head of the group of that row, due above it on this page, or -1
 * @repeats: the head stands on every page
 * @page_height: left for rows on a further page
 */
typedef struct
{
  ZpPager *pager;
  const ZpDocTable *table;
  ZpTableGrid *grid;
  guint row;
  int lead;
  gboolean repeats;
  double page_height;
} Flow;

static double
row_height (const Flow *self, guint row)
{
  return g_array_index (self->grid->heights, double, row);
}

static double
get_room (const Flow *self)
{
  double lead = self->lead >= 0 ? row_height (self, (guint) self->lead) : 0;

  return zp_pager_get_frame (self->pager).height - self->pager->y - lead + EPSILON;
}

static const double *
get_heights (const Flow *self, guint row)
{
  return &g_array_index (self->grid->heights, double, row);
}

static void
set_part (
  Flow *self, guint first, guint end, const double *heights, gboolean is_cut, gboolean repeated)
{
  ZpFrame frame = zp_pager_get_frame (self->pager);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));
  ZpTablePart part = { .grid = self->grid,
                       .first = first,
                       .end = end,
                       .lead = self->lead,
                       .x = frame.x,
                       .y = frame.y + self->pager->y,
                       .is_cut = is_cut,
                       .repeated = repeated };

  if (self->lead >= 0)
    g_array_append_vals (shown, get_heights (self, (guint) self->lead), 1);
  g_array_append_vals (shown, heights, end - first);
  part.heights = (const double *) (gconstpointer) shown->data;
  zp_table_part_set (self->pager, &part);
  for (guint i = 0; i < shown->len; i++)
    self->pager->y += part.heights[i];
  self->lead = -1;
}

/* The head lies in cells that count as set after the first time. */
static void
set_head_again (Flow *self)
{
  guint n_head = (guint) self->table->n_head;

  for (guint i = 0; i < self->grid->cells->len; i++)
    {
      ZpTableCell *cell = &g_array_index (self->grid->cells, ZpTableCell, i);

      if (cell->cell->row >= (int) n_head)
        break;
      cell->done = 0;
    }
  set_part (self, 0, n_head, get_heights (self, 0), FALSE, TRUE);
}

/* The head of the group that goes on with the next row, or -1. */
static int
find_lead (const Flow *self)
{
  const GArray *groups = self->table->groups;

  for (guint i = 0; i < groups->len; i++)
    {
      const ZpDocGroup *group = &g_array_index (groups, ZpDocGroup, i);

      if ((int) self->row > group->head && (int) self->row < group->end)
        return row_height (self, (guint) group->head) <= MAX_REPEATED * self->page_height
                 ? group->head
                 : -1;
    }

  return -1;
}

static void
open_further_page (Flow *self)
{
  zp_pager_open_page (self->pager);
  if (self->repeats && self->table->n_head > 0)
    set_head_again (self);
  self->pager->fresh = self->pager->y;
  zp_table_grid_make_room (self->grid, self->row);
  self->lead = find_lead (self);
}

/* What cells that end in the row still have to set. */
static double
height_to_come (const Flow *self, guint row)
{
  double height = 0;

  for (guint i = 0; i < self->grid->cells->len; i++)
    {
      const ZpTableCell *cell = &g_array_index (self->grid->cells, ZpTableCell, i);

      if (cell->cell->row > (int) row)
        break;
      if (cell->cell->row + cell->cell->rows == (int) row + 1 && cell->done < cell->lines->len)
        height = MAX (height, zp_table_grid_get_cell_height (self->grid, cell));
    }

  return height;
}

/* Sets as many lines of a row as there is room for; what is left becomes the row. */
static void
split_row (Flow *self)
{
  const ZpTableStyle *style = &self->grid->style;
  double lines = floor ((get_room (self) - 2 * style->pad_y) / style->pitch);
  double piece = MAX (lines, 1) * style->pitch + 2 * style->pad_y;
  double *height = &g_array_index (self->grid->heights, double, self->row);
  double rest = *height - piece;
  double to_come = 0;

  set_part (self, self->row, self->row + 1, &piece, TRUE, FALSE);
  to_come = height_to_come (self, self->row);
  *height = MAX (rest, to_come);
  if (to_come <= 0 && rest < style->pitch)
    self->row++;
}

static guint
count_fitting_rows (const Flow *self)
{
  guint n_rows = (guint) self->table->n_rows;
  double room = get_room (self);
  guint end = self->row;

  while (end < n_rows && row_height (self, end) <= room)
    room -= row_height (self, end++);

  return end - self->row;
}

/* The last row does not stand alone on the last page where it can take one more along and leave
 * another here. */
static guint
count_rows_of_page (const Flow *self)
{
  guint n_fitting = count_fitting_rows (self);
  guint end = self->row + n_fitting;

  if (n_fitting < 2 || end < (guint) self->table->n_head + 2 ||
      end + 1 != (guint) self->table->n_rows ||
      row_height (self, end - 1) + row_height (self, end) > self->page_height)
    return n_fitting;

  return n_fitting - 1;
}

static gboolean
parts_head (const Flow *self, guint end)
{
  const GArray *groups = self->table->groups;

  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (groups, ZpDocGroup, i).head + 1 == (int) end)
      return TRUE;

  return FALSE;
}

/* Whether a merged cell has no room for its text either above the row, on this page, or below. */
static gboolean
tears_cell (const Flow *self, const ZpTableCell *cell, guint end)
{
  double height = zp_table_grid_get_cell_height (self->grid, cell) - EPSILON;
  guint first = MAX ((guint) cell->cell->row, self->row);
  guint last = (guint) (cell->cell->row + cell->cell->rows);

  return last > end && (zp_table_grid_sum_heights (self->grid, first, end) < height ||
                        zp_table_grid_sum_heights (self->grid, end, last) < height);
}

static gboolean
parts_cell (const Flow *self, guint end)
{
  for (guint i = 0; i < self->grid->cells->len; i++)
    {
      const ZpTableCell *cell = &g_array_index (self->grid->cells, ZpTableCell, i);

      if (cell->cell->row >= (int) end)
        break;
      if (tears_cell (self, cell, end))
        return TRUE;
    }

  return FALSE;
}

/* Fewer rows than fit, where that keeps a head with its rows and the text of a cell with the cell,
 * and does not leave much of the page blank. */
static guint
count_kept_rows (const Flow *self, guint n_rows)
{
  double blank = 0;
  guint end = self->row + n_rows;

  if (end == (guint) self->table->n_rows)
    return n_rows;
  while (end > self->row + 1 && (parts_head (self, end) || parts_cell (self, end)))
    blank += row_height (self, --end);

  return blank > MAX_BLANK * self->page_height || parts_head (self, end) || parts_cell (self, end)
           ? n_rows
           : end - self->row;
}

static gboolean
is_fresh (const Flow *self)
{
  return self->pager->y <= self->pager->fresh + EPSILON;
}

static void
set_rows_of_page (Flow *self)
{
  const ZpTableStyle *style = &self->grid->style;
  guint n_rows = count_kept_rows (self, count_rows_of_page (self));
  guint first = self->row;

  if (n_rows > 0)
    {
      self->row += n_rows;
      set_part (self, first, self->row, get_heights (self, first), FALSE, FALSE);
      return;
    }

  if (is_fresh (self) || (row_height (self, self->row) > self->page_height &&
                          get_room (self) >= MIN_SPLIT_LINES * style->pitch + 2 * style->pad_y))
    split_row (self);
}

/* Height of all that stands over the rows on the page where the table begins. */
static double
measure_top (ZpPager *pager, const ZpDocTable *table, const ZpTableGrid *grid)
{
  return zp_table_side_title_height (pager, table) + zp_table_side_height (pager, table->above) +
         grid->head_height;
}

/* Whether the head leaves enough of a page to the rows. */
static gboolean
can_repeat (ZpPager *pager, const ZpTableGrid *grid)
{
  return grid->head_height <= MAX_REPEATED * zp_pager_get_frame (pager).height;
}

/* What a further page has for rows. */
static double
measure_page (ZpPager *pager, const ZpTableGrid *grid)
{
  double height = zp_pager_get_frame (pager).height;

  return can_repeat (pager, grid) ? height - grid->head_height : height;
}

/* Height of the first rows that must stand below the head: one, or both where there are just two. A
 * row higher than a page begins with a few lines. */
static double
measure_first_rows (ZpPager *pager, const ZpTableGrid *grid)
{
  guint n_head = (guint) grid->table->n_head;
  guint n_rows = MAX (grid->heights->len, n_head) - n_head;
  double page_height = measure_page (pager, grid);
  double row = n_rows > 0 ? g_array_index (grid->heights, double, n_head) : 0;
  double pair = n_rows == 2 ? row + g_array_index (grid->heights, double, n_head + 1) : 0;

  if (row > page_height)
    return MIN_SPLIT_LINES * grid->style.pitch + 2 * grid->style.pad_y;

  return pair > 0 && pair <= page_height ? pair : row;
}

/* Height of the least part of the table that may stand alone at the foot of a page. */
static double
measure_start (ZpPager *pager, const ZpDocTable *table, const ZpTableGrid *grid)
{
  return measure_top (pager, table, grid) + measure_first_rows (pager, grid);
}

static void
set_rows (Flow *self)
{
  guint n_rows = (guint) self->table->n_rows;
  guint n_head = (guint) self->table->n_head;

  if (self->repeats && n_head > 0)
    {
      set_part (self, 0, n_head, get_heights (self, 0), FALSE, FALSE);
      self->row = n_head;
    }
  while (self->row < n_rows)
    {
      set_rows_of_page (self);
      if (self->row < n_rows)
        open_further_page (self);
    }
}

/**
 * zp_pager_get_table_rows:
 *
 * Returns: rows of the text that the table needs at least behind a heading
 */
guint
zp_pager_get_table_rows (ZpPager *self, const ZpDocTable *table)
{
  g_autoptr (ZpTableGrid) grid =
    zp_table_grid_new (self->fonts, table, zp_pager_get_frame (self).width);

  return (guint) ceil (measure_start (self, table, grid) / ZP_LINE_PITCH);
}

/**
 * zp_pager_set_table:
 *
 * Sets a table as wide as the type area. A row goes on a page whole; one that is higher than a page
 * is split between lines. The head does not stand at the foot of a page without a row, nor the last
 * row on a page of its own where the one before can come along. On each further page the head is
 * repeated, and that of the group of rows which goes on; mark and title of an annex stand once, on
 * its first page (GB/T 9704-2012, 7.3.7).
 */
void
zp_pager_set_table (ZpPager *self, const ZpDocTable *table)
{
  ZpFrame frame = zp_pager_get_frame (self);
  g_autoptr (ZpTableGrid) grid = zp_table_grid_new (self->fonts, table, frame.width);
  Flow flow = { .pager = self, .table = table, .grid = grid, .lead = -1 };

  flow.repeats = can_repeat (self, grid);
  flow.page_height = measure_page (self, grid);

  zp_pager_need (self, measure_start (self, table, grid));
  zp_table_side_set_title (self, table, ZP_PAGE_TAG_TITLE);
  zp_table_side_set_lines (self, table->above, ZP_PAGE_TAG_PARAGRAPH);
  set_rows (&flow);
  zp_table_side_set_lines (self, table->below, ZP_PAGE_TAG_PARAGRAPH);
  for (guint i = 0; i < table->notes->len; i++)
    zp_table_side_set_note (self, g_ptr_array_index (table->notes, i), ZP_PAGE_TAG_PARAGRAPH);
  zp_pager_snap (self);
}
