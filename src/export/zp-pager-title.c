/* SPDX-License-Identifier: GPL-3.0-or-later
 * Titles in balanced lines, and the cover. */
#include "export/zp-pager-private.h"

#include <math.h>

/* 一号; the standard knows no cover. */
#define COVER_TITLE_SIZE 26.0
#define COVER_TITLE_PITCH 42.0

/* Rows of the grid from which the parts of the cover hang. */
#define COVER_TITLE_ROW 4
#define COVER_LINES_ROW 11
#define COVER_FOOT_ROW 20
#define COVER_LINE_PITCH (1.5 * ZP_LINE_PITCH)

/* A break inside a name costs as much as lines that differ by so many characters. */
#define SPLIT_NAME_COST 4.0

static const ZpShapeStyle style_title = { ZP_FONT_BIAOSONG, ZP_FONT_BIAOSONG, ZP_SIZE_2,
                                          ZP_SIZE_2 };
static const ZpShapeStyle style_cover_title = { ZP_FONT_BIAOSONG, ZP_FONT_BIAOSONG,
                                                COVER_TITLE_SIZE, COVER_TITLE_SIZE };

static double
measure (const ZpAtom *atoms, guint start, guint end)
{
  double width = 0;

  for (guint i = start; i < end; i++)
    width += atoms[i].width;

  return width;
}

/* A new run begins where a name does; else the last character of an office's name tells. */
static gboolean
is_good_break (const ZpAtom *atoms, guint i)
{
  return atoms[i].run != atoms[i - 1].run ||
         g_utf8_strchr ("局厅院馆", -1, atoms[i - 1].character) != NULL;
}

/* The best end of a line that shall be about as wide as the target. */
static guint
balance_line (const ZpAtom *atoms, guint start, guint end, double target, double width, double size)
{
  double best_cost = G_MAXDOUBLE;
  double used = 0;
  guint best = start;

  for (guint i = start + 1; i < end; i++)
    {
      double cost = 0;

      used += atoms[i - 1].width;
      if (used > width)
        break;
      if (!zp_line_may_start (atoms, i))
        continue;
      cost = fabs (used - target) / size + (is_good_break (atoms, i) ? 0 : SPLIT_NAME_COST);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }

  return best;
}

static void
append_line (GArray *lines, const ZpAtom *atoms, guint start, guint end, gboolean is_last)
{
  ZpLine line = { .start = start, .visible = end, .end = end, .is_last = is_last };

  line.width = measure (atoms, start, end);
  g_array_append_val (lines, line);
}

/* Breaks one wanted line of a title that is too long into lines about as long as each other. */
static void
balance (GArray *lines, const ZpAtom *atoms, guint start, guint end, double width, double size)
{
  guint n_lines = (guint) MAX (1, ceil (measure (atoms, start, end) / width - 1e-6));

  while (n_lines > 1)
    {
      double target = measure (atoms, start, end) / n_lines;
      guint stop = balance_line (atoms, start, end, target, width, size);

      if (stop == start)
        stop = zp_line_break (atoms, end, start, width, ZP_LINE_CELL).end;
      append_line (lines, atoms, start, stop, FALSE);
      start = stop;
      n_lines = (guint) MAX (1, ceil (measure (atoms, start, end) / width - 1e-6));
      if (start >= end)
        return;
    }
  append_line (lines, atoms, start, end, TRUE);
}

/* A title does not reach from edge to edge: half a character is left blank at either side, at
 * least. */
static GArray *
break_title (const ZpShape *shape, double frame_width, double size)
{
  double width = frame_width - size;
  const ZpAtom *atoms = (const ZpAtom *) (gconstpointer) shape->atoms->data;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ZpLine));
  guint start = 0;

  for (guint i = 0; i <= shape->atoms->len; i++)
    if (i == shape->atoms->len || atoms[i].character == '\n')
      {
        if (i > start)
          balance (lines, atoms, start, i, width, size);
        start = i + 1;
      }

  return lines;
}

/**
 * zp_pager_count_title:
 *
 * Returns: how many lines the title takes
 */
guint
zp_pager_count_title (ZpPager *self, const GPtrArray *runs, const ZpShapeStyle *style)
{
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, style);
  g_autoptr (GArray) lines = break_title (shape, zp_pager_get_frame (self).width, style->size);

  return lines->len;
}

/**
 * zp_pager_put_title:
 * @pitch: distance of its lines, in points
 * @y: upper edge from that of the type area
 *
 * Sets a title in centred lines, broken so that names stay whole and the lines make a trapezoid or
 * a rhombus (GB/T 9704-2012, 7.3.1). A title longer than a page goes on on the next.
 *
 * Returns: its lower edge
 */
double
zp_pager_put_title (ZpPager *self,
                    const GPtrArray *runs,
                    const ZpShapeStyle *style,
                    double pitch,
                    double y,
                    ZpPageTag tag)
{
  ZpFrame frame = zp_pager_get_frame (self);
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, style);
  g_autoptr (GArray) lines = break_title (shape, frame.width, style->size);

  zp_pager_begin_block (self);
  for (guint i = 0; i < lines->len; i++)
    {
      const ZpLine *line = &g_array_index (lines, ZpLine, i);
      ZpPlace place = { .x = frame.x + (frame.width - line->width) / 2,
                        .width = line->width,
                        .size = style->size,
                        .tag = tag };

      self->y = y;
      zp_pager_need (self, pitch);
      y = self->y + pitch;
      place.baseline = zp_pager_baseline (frame.y + self->y, pitch, style->size);
      zp_pager_put_line (self, shape, runs, line, &place);
    }

  return y;
}

/**
 * zp_pager_set_title:
 *
 * Sets the title of the body or of an annex: lines 36 pt apart and a blank row (GB/T 9704-2012,
 * 7.3.1).
 */
void
zp_pager_set_title (ZpPager *self, const ZpDocNode *node)
{
  guint n_lines = zp_pager_count_title (self, node->runs, &style_title);

  if (n_lines == 0)
    return;

  zp_pager_need (self, n_lines * ZP_TITLE_PITCH + 2 * ZP_LINE_PITCH);
  self->y =
    zp_pager_put_title (self, node->runs, &style_title, ZP_TITLE_PITCH, self->y, ZP_PAGE_TAG_TITLE);
  zp_pager_snap (self);
  self->y += ZP_LINE_PITCH;
}

static double
measure_runs (ZpPager *self, const GPtrArray *runs, const ZpShapeStyle *style)
{
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, style);

  return measure ((const ZpAtom *) (gconstpointer) shape->atoms->data, 0, shape->atoms->len);
}

static double
find_label_width (ZpPager *self, const ZpDocNode *node)
{
  double widest = 0;

  for (guint i = 0; i < node->lines->len; i++)
    {
      const GPtrArray *pair = g_ptr_array_index (node->lines, i);

      widest = MAX (widest, measure_runs (self, g_ptr_array_index (pair, 0), &zp_style_body));
    }

  return MIN (widest, ZP_TEXT_WIDTH / 2);
}

/* Labels are all as wide as the longest one. */
static void
put_cover_label (ZpPager *self, const GPtrArray *runs, double x, double width)
{
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, &zp_style_body);
  ZpLine line = { .visible = shape->atoms->len, .end = shape->atoms->len, .is_last = TRUE };
  ZpPlace place = {
    .x = x, .width = width, .size = ZP_SIZE_3, .tag = ZP_PAGE_TAG_PARAGRAPH, .flags = ZP_LINE_SPREAD
  };

  line.width = measure ((const ZpAtom *) (gconstpointer) shape->atoms->data, 0, line.end);
  place.baseline =
    zp_pager_baseline (zp_pager_get_frame (self).y + self->y, COVER_LINE_PITCH, ZP_SIZE_3);
  zp_pager_begin_block (self);
  zp_pager_put_line (self, shape, runs, &line, &place);
}

/* The label, and the value over a rule; a long value takes several lines. */
static void
put_cover_line (ZpPager *self, const GPtrArray *pair, double label_width, double x, double width)
{
  const GPtrArray *runs = g_ptr_array_index (pair, 1);
  ZpFrame frame = zp_pager_get_frame (self);
  double left = x + label_width + ZP_CHARACTER_PITCH;
  double right = x + width;
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, &zp_style_body);
  g_autoptr (GArray) lines =
    zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                       right - left, right - left, ZP_LINE_CELL);

  zp_pager_need (self, COVER_LINE_PITCH);
  put_cover_label (self, g_ptr_array_index (pair, 0), x, label_width);
  zp_pager_begin_block (self);
  for (guint i = 0; i < MAX (lines->len, 1); i++)
    {
      ZpPlace place = { .size = ZP_SIZE_3, .tag = ZP_PAGE_TAG_PARAGRAPH };

      zp_pager_need (self, COVER_LINE_PITCH);
      place.baseline = zp_pager_baseline (frame.y + self->y, COVER_LINE_PITCH, ZP_SIZE_3);
      zp_pages_add_rule (self->page, left, place.baseline + 5, right, place.baseline + 5, 0.5);
      if (i < lines->len)
        {
          const ZpLine *line = &g_array_index (lines, ZpLine, i);

          place.width = line->width;
          place.x = left + MAX (0, (right - left - line->width) / 2);
          zp_pager_put_line (self, shape, runs, line, &place);
        }
      self->y += COVER_LINE_PITCH;
    }
}

static void
go_to_row (ZpPager *self, guint row)
{
  self->y = MAX (self->y, row * ZP_LINE_PITCH);
}

/**
 * zp_pager_set_cover:
 *
 * Sets the cover on a page of its own without number: the title, below it the lines with their
 * labels, and the foot near the lower edge.
 */
void
zp_pager_set_cover (ZpPager *self, const ZpDocNode *node)
{
  double label_width = find_label_width (self, node);
  double width = MIN (ZP_TEXT_WIDTH, label_width + 17 * ZP_CHARACTER_PITCH);
  double x = ZP_MARGIN_LEFT + (ZP_TEXT_WIDTH - width) / 2;

  self->front = TRUE;
  zp_pager_open_page (self);
  go_to_row (self, COVER_TITLE_ROW);
  self->y = zp_pager_put_title (self, node->runs, &style_cover_title, COVER_TITLE_PITCH, self->y,
                                ZP_PAGE_TAG_TITLE);

  go_to_row (self, COVER_LINES_ROW);
  for (guint i = 0; i < node->lines->len; i++)
    put_cover_line (self, g_ptr_array_index (node->lines, i), label_width, x, width);

  if (node->foot->len > 0)
    {
      go_to_row (self, COVER_FOOT_ROW);
      zp_pager_put_title (self, node->foot, &zp_style_body, ZP_LINE_PITCH, self->y,
                          ZP_PAGE_TAG_PARAGRAPH);
    }
  self->page = NULL;
  self->front = FALSE;
}
