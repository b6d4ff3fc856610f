/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands around a table: title, lines above and below, notes. */
#include <math.h>

#include "export/zp-table-part-private.h"

/* Height of a line of text above or below a table. */
#define SIDE_PITCH 18.0

/* Space between the title and what follows, in points. */
#define TITLE_GAP 6.0

static const ZpShapeStyle style_own_title = { ZP_FONT_BIAOSONG, ZP_FONT_BIAOSONG, ZP_SIZE_2,
                                              ZP_SIZE_2 };
static const ZpShapeStyle style_title = { ZP_FONT_HEITI, ZP_FONT_HEITI, ZP_SIZE_3, ZP_SIZE_3 };
static const ZpShapeStyle style_side = { ZP_FONT_FANGSONG, ZP_FONT_FANGSONG, ZP_SIZE_5, ZP_SIZE_5 };

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

/**
 * zp_table_side_title_height:
 *
 * Returns: height of the title of the table with the space below, in points
 */
double
zp_table_side_title_height (ZpPager *pager, const ZpDocTable *table)
{
  gboolean own = has_own_pages (pager);
  guint n_lines = 0;

  for (guint i = 0; i < table->title->len; i++)
    n_lines += zp_pager_count_title (pager, g_ptr_array_index (table->title, i),
                                     own ? &style_own_title : &style_title);

  return n_lines > 0 ? n_lines * (own ? ZP_TITLE_PITCH : ZP_LINE_PITCH) + TITLE_GAP : 0;
}

/**
 * zp_table_side_set_title:
 *
 * Sets the title of the table and leaves space below it.
 */
void
zp_table_side_set_title (ZpPager *pager, const ZpDocTable *table, ZpPageTag tag)
{
  const ZpShapeStyle *style = has_own_pages (pager) ? &style_own_title : &style_title;
  double pitch = has_own_pages (pager) ? ZP_TITLE_PITCH : ZP_LINE_PITCH;

  for (guint i = 0; i < table->title->len; i++)
    pager->y =
      zp_pager_put_title (pager, g_ptr_array_index (table->title, i), style, pitch, pager->y, tag);
}

/**
 * zp_table_side_set_note:
 *
 * Sets a text as wide as the table in as many lines as it takes.
 */
void
zp_table_side_set_note (ZpPager *pager, const GPtrArray *runs, ZpPageTag tag)
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

static void
set_side_line (ZpPager *pager, const GPtrArray *line, ZpPageTag tag)
{
  static const double aligns[3][3] = { { 0 }, { 0, 1 }, { 0, 0.5, 1 } };
  ZpFrame frame = zp_pager_get_frame (pager);

  if (measure_side_line (pager, line) > frame.width)
    {
      for (guint i = 0; i < line->len; i++)
        zp_table_side_set_note (pager, g_ptr_array_index (line, i), tag);
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

/**
 * zp_table_side_set_lines:
 *
 * Sets lines above or below a table. Of a line one text stands left; two left and right; three
 * left, in the middle and right. Texts that are too long for that stand one below the other.
 */
void
zp_table_side_set_lines (ZpPager *pager, const GPtrArray *lines, ZpPageTag tag)
{
  for (guint i = 0; i < lines->len; i++)
    set_side_line (pager, g_ptr_array_index (lines, i), tag);
}

/**
 * zp_table_side_height:
 *
 * Returns: height of lines above or below a table, in points
 */
double
zp_table_side_height (ZpPager *pager, const GPtrArray *lines)
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
