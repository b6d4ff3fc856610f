/* SPDX-License-Identifier: GPL-3.0-or-later
 * Spreads a table over pages: title, lines above, repeated head, rows, lines below, notes. */
#include "export/zp-table-part-private.h"

#include <math.h>

#define EPSILON 0.01

/* Height of a line of text above or below a table. */
#define SIDE_PITCH 18.0

/* Space between the title and what follows, in points. */
#define TITLE_GAP 6.0

/* Lines a row must find room for before it is split on the page where it begins. */
#define MIN_SPLIT_LINES 3

/* What is repeated may take this share of a page; more than that is set only once. */
#define MAX_REPEATED 0.6

static const ZpShapeStyle style_own_title = { ZP_FONT_BIAOSONG, ZP_FONT_BIAOSONG, ZP_SIZE_2,
                                              ZP_SIZE_2 };
static const ZpShapeStyle style_title = { ZP_FONT_HEITI, ZP_FONT_HEITI, ZP_SIZE_3, ZP_SIZE_3 };
static const ZpShapeStyle style_side = { ZP_FONT_FANGSONG, ZP_FONT_FANGSONG, ZP_SIZE_5, ZP_SIZE_5 };

/**
 * Flow:
 * @row: the next to be set
 * @repeats: title, lines above and head stand on every page
 * @page_height: left for rows on a further page
 */
typedef struct
{
  ZpPager *pager;
  const ZpDocTable *table;
  ZpTableGrid *grid;
  guint row;
  gboolean repeats;
  double page_height;
} Flow;

static double
get_room (const Flow *self)
{
  return zp_pager_get_frame (self->pager).height - self->pager->y + EPSILON;
}

static double
row_height (const Flow *self, guint row)
{
  return g_array_index (self->grid->heights, double, row);
}

static gboolean
is_kind (const ZpPager *pager, guint i, ZpDocKind kind)
{
  const ZpDocNode *node =
    i < pager->doc->nodes->len ? g_ptr_array_index (pager->doc->nodes, i) : NULL;

  return node != NULL && node->kind == kind;
}

/* A table with pages of its own has the title of a document, one in the text that of a heading. */
static gboolean
has_own_pages (const ZpPager *pager)
{
  return is_kind (pager, pager->node, ZP_DOC_TABLE) && pager->node > 0 &&
         is_kind (pager, pager->node - 1, ZP_DOC_BREAK);
}

static double
title_height (ZpPager *pager, const ZpDocTable *table)
{
  gboolean own = has_own_pages (pager);
  guint n_lines = 0;

  for (guint i = 0; i < table->title->len; i++)
    n_lines += zp_pager_count_title (pager, g_ptr_array_index (table->title, i),
                                     own ? &style_own_title : &style_title);

  return n_lines > 0 ? n_lines * (own ? ZP_TITLE_PITCH : ZP_LINE_PITCH) + TITLE_GAP : 0;
}

static void
set_title (ZpPager *pager, const ZpDocTable *table, ZpPageTag tag)
{
  const ZpShapeStyle *style = has_own_pages (pager) ? &style_own_title : &style_title;
  double pitch = has_own_pages (pager) ? ZP_TITLE_PITCH : ZP_LINE_PITCH;

  for (guint i = 0; i < table->title->len; i++)
    pager->y =
      zp_pager_put_title (pager, g_ptr_array_index (table->title, i), style, pitch, pager->y, tag);
}

/* A text as wide as the table in as many lines as it takes. */
static void
set_wrapped (ZpPager *pager, const GPtrArray *runs, ZpPageTag tag)
{
  ZpFrame frame = zp_pager_get_frame (pager);
  g_autoptr (ZpShape) shape = zp_shape_runs (pager->fonts, runs, &style_side);
  g_autoptr (GArray) lines =
    zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                       frame.width, frame.width, ZP_LINE_CELL);

  zp_pager_begin_block (pager);
  for (guint i = 0; i < lines->len; i++)
    {
      ZpPlace place = { .x = frame.x, .width = frame.width, .size = ZP_SIZE_5, .tag = tag };

      zp_pager_need (pager, SIDE_PITCH);
      place.baseline = zp_pager_baseline (frame.y + pager->y, SIDE_PITCH, ZP_SIZE_5);
      zp_pager_put_line (pager, shape, runs, &g_array_index (lines, ZpLine, i), &place);
      pager->y += SIDE_PITCH;
    }
}

static double
measure_side_line (ZpPager *pager, const GPtrArray *line)
{
  double width = 0;

  for (guint i = 0; i < line->len; i++)
    {
      g_autoptr (ZpShape) shape =
        zp_shape_runs (pager->fonts, g_ptr_array_index (line, i), &style_side);

      for (guint k = 0; k < shape->atoms->len; k++)
        width += g_array_index (shape->atoms, ZpAtom, k).width;
    }

  return width;
}

/* One text left; two left and right; three left, in the middle and right. */
static void
set_side_line (ZpPager *pager, const GPtrArray *line, ZpPageTag tag)
{
  static const double aligns[3][3] = { { 0 }, { 0, 1 }, { 0, 0.5, 1 } };
  ZpFrame frame = zp_pager_get_frame (pager);

  if (measure_side_line (pager, line) > frame.width)
    {
      for (guint i = 0; i < line->len; i++)
        set_wrapped (pager, g_ptr_array_index (line, i), tag);
      return;
    }

  zp_pager_need (pager, SIDE_PITCH);
  for (guint i = 0; i < line->len; i++)
    {
      double align = aligns[line->len - 1][i];

      zp_pager_put_text (pager, g_ptr_array_index (line, i), &style_side,
                         frame.x + align * frame.width,
                         zp_pager_baseline (frame.y + pager->y, SIDE_PITCH, ZP_SIZE_5), align, tag);
    }
  pager->y += SIDE_PITCH;
}

static void
set_side_lines (ZpPager *pager, const GPtrArray *lines, ZpPageTag tag)
{
  for (guint i = 0; i < lines->len; i++)
    set_side_line (pager, g_ptr_array_index (lines, i), tag);
}

static void
set_part (
  Flow *self, guint first, guint end, const double *heights, gboolean is_cut, gboolean repeated)
{
  ZpFrame frame = zp_pager_get_frame (self->pager);
  ZpTablePart part = { .grid = self->grid,
                       .first = first,
                       .end = end,
                       .heights = heights,
                       .x = frame.x,
                       .y = frame.y + self->pager->y,
                       .is_cut = is_cut,
                       .repeated = repeated };

  zp_table_part_set (self->pager, &part);
  for (guint i = first; i < end; i++)
    self->pager->y += heights[i - first];
}

static const double *
get_heights (const Flow *self, guint row)
{
  return &g_array_index (self->grid->heights, double, row);
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

static void
open_further_page (Flow *self)
{
  ZpPager *pager = self->pager;

  zp_pager_open_page (pager);
  if (self->repeats)
    {
      pager->y = zp_pager_put_mark (pager, ZP_PAGE_TAG_ARTIFACT);
      set_title (pager, self->table, ZP_PAGE_TAG_ARTIFACT);
      set_side_lines (pager, self->table->above, ZP_PAGE_TAG_ARTIFACT);
      if (self->table->n_head > 0)
        set_head_again (self);
    }
  pager->fresh = pager->y;
  zp_table_grid_make_room (self->grid, self->row);
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

static gboolean
is_fresh (const Flow *self)
{
  return self->pager->y <= self->pager->fresh + EPSILON;
}

static void
set_rows_of_page (Flow *self)
{
  const ZpTableStyle *style = &self->grid->style;
  guint n_rows = count_fitting_rows (self);
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

static double
side_height (ZpPager *pager, const GPtrArray *lines)
{
  double width = zp_pager_get_frame (pager).width;
  double n_lines = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);
      double share = measure_side_line (pager, line) / width;

      n_lines += share <= 1 ? 1 : line->len + floor (share);
    }

  return n_lines * SIDE_PITCH;
}

/* Height of all that stands over the rows on the page where the table begins. */
static double
measure_top (ZpPager *pager, const ZpDocTable *table, const ZpTableGrid *grid)
{
  return title_height (pager, table) + side_height (pager, table->above) + grid->head_height;
}

/* Height of the least part of the table that may stand alone at the foot of a page. */
static double
measure_start (ZpPager *pager, const ZpDocTable *table, const ZpTableGrid *grid)
{
  guint n_head = (guint) table->n_head;
  double row = 0;

  if (grid->heights->len > n_head)
    row = MIN (g_array_index (grid->heights, double, n_head),
               MIN_SPLIT_LINES * grid->style.pitch + 2 * grid->style.pad_y);

  return measure_top (pager, table, grid) + row;
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
 * is split between lines. On each further page the mark and title of the annex, the lines above and
 * the head are repeated.
 */
void
zp_pager_set_table (ZpPager *self, const ZpDocTable *table)
{
  ZpFrame frame = zp_pager_get_frame (self);
  g_autoptr (ZpTableGrid) grid = zp_table_grid_new (self->fonts, table, frame.width);
  double top = measure_top (self, table, grid);
  double mark = self->annex != NULL ? 2 * ZP_LINE_PITCH : 0;
  Flow flow = { .pager = self, .table = table, .grid = grid };

  flow.repeats = mark + top <= MAX_REPEATED * frame.height;
  flow.page_height = frame.height - (flow.repeats ? mark + top : 0);

  zp_pager_need (self, measure_start (self, table, grid));
  set_title (self, table, ZP_PAGE_TAG_TITLE);
  set_side_lines (self, table->above, ZP_PAGE_TAG_PARAGRAPH);
  set_rows (&flow);
  set_side_lines (self, table->below, ZP_PAGE_TAG_PARAGRAPH);
  for (guint i = 0; i < table->notes->len; i++)
    set_wrapped (self, g_ptr_array_index (table->notes, i), ZP_PAGE_TAG_PARAGRAPH);
  zp_pager_snap (self);
}
