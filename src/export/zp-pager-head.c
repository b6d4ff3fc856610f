/* SPDX-License-Identifier: GPL-3.0-or-later
 * What frames a document sent under a letterhead: 版头 and 版记 (GB/T 9704-2012, 7.2 and 7.4). */
#include "export/zp-pager-private.h"

/* 7.2.4: upper edge of the issuer, from that of the type area. */
#define ISSUER_TOP ZP_MM (35)

/* The size is left to the office: 小初, or that of the title where the name is long. */
#define ISSUER_SIZE 36.0
#define ISSUER_PITCH 1.25

/* 7.2.7: the red rule below the number. */
#define RULE_GAP ZP_MM (4)
#define RULE_THICK ZP_MM (0.35)

/* 7.4: rules and lines of the imprint, one character in at either side. */
#define RULE_THIN ZP_MM (0.25)
#define IMPRINT_PITCH 24.0

static const ZpShapeStyle style_imprint = { ZP_FONT_FANGSONG, ZP_FONT_FANGSONG, ZP_SIZE_4,
                                            ZP_SIZE_4 };

static ZpShapeStyle
choose_issuer_style (ZpPager *self, const GPtrArray *runs)
{
  ZpShapeStyle style = { ZP_FONT_BIAOSONG, ZP_FONT_BIAOSONG, ISSUER_SIZE, ISSUER_SIZE };

  if (zp_pager_count_title (self, runs, &style) > 1)
    style.size = style.pitch = ZP_SIZE_2;
  return style;
}

static void
redden (GArray *runs, guint first)
{
  for (guint i = first; i < runs->len; i++)
    g_array_index (runs, ZpPageRun, i).red = TRUE;
}

static void
put_rule (ZpPager *self, double y, double width, gboolean red)
{
  ZpFrame frame = zp_pager_get_frame (self);
  GArray *rules = self->page->rules;

  zp_pages_add_rule (self->page, frame.x, frame.y + y, frame.x + frame.width, frame.y + y, width);
  g_array_index (rules, ZpPageRule, rules->len - 1).red = red;
}

static void
put_issuer (ZpPager *self, const GPtrArray *runs)
{
  ZpShapeStyle style = choose_issuer_style (self, runs);
  double pitch = ISSUER_PITCH * style.size;
  guint first = 0;

  zp_pager_need (self, ISSUER_TOP + pitch);
  first = self->page->runs->len;
  self->y = zp_pager_put_title (self, runs, &style, pitch, ISSUER_TOP - (pitch - style.size) / 2,
                                ZP_PAGE_TAG_PARAGRAPH);
  redden (self->page->runs, first);
}

/**
 * zp_pager_set_letterhead:
 *
 * Sets the issuer in red, below it after two blank rows the number, and the red rule; the title
 * follows after two more rows.
 */
void
zp_pager_set_letterhead (ZpPager *self, const ZpDocNode *node)
{
  ZpFrame frame = zp_pager_get_frame (self);
  double bottom = 0;

  put_issuer (self, node->runs);
  self->y += 2 * ZP_LINE_PITCH;
  zp_pager_put_text (
    self, g_ptr_array_index (node->lines, 0), &zp_style_body, frame.x + frame.width / 2,
    zp_pager_baseline (frame.y + self->y, ZP_LINE_PITCH, ZP_SIZE_3), 0.5, ZP_PAGE_TAG_PARAGRAPH);
  bottom = self->y + (ZP_LINE_PITCH + ZP_SIZE_3) / 2 + RULE_GAP;
  put_rule (self, bottom, RULE_THICK, TRUE);
  self->y = bottom;
  zp_pager_snap (self);
  self->y += 2 * ZP_LINE_PITCH;
}

static void
put_copies (ZpPager *self, const ZpShape *shape, const GPtrArray *runs, const GArray *lines)
{
  ZpFrame frame = zp_pager_get_frame (self);

  zp_pager_begin_block (self);
  for (guint i = 0; i < lines->len; i++)
    {
      ZpPlace place = { .x = frame.x + ZP_SIZE_4,
                        .width = frame.width - 2 * ZP_SIZE_4,
                        .size = ZP_SIZE_4,
                        .tag = ZP_PAGE_TAG_PARAGRAPH };

      place.baseline = zp_pager_baseline (frame.y + self->y, IMPRINT_PITCH, ZP_SIZE_4);
      zp_pager_put_line (self, shape, runs, &g_array_index (lines, ZpLine, i), &place);
      self->y += IMPRINT_PITCH;
    }
}

static void
put_office (ZpPager *self, const GPtrArray *office, const GPtrArray *day)
{
  ZpFrame frame = zp_pager_get_frame (self);
  double baseline = zp_pager_baseline (frame.y + self->y, IMPRINT_PITCH, ZP_SIZE_4);

  zp_pager_put_text (self, office, &style_imprint, frame.x + ZP_SIZE_4, baseline, 0,
                     ZP_PAGE_TAG_PARAGRAPH);
  zp_pager_put_text (self, day, &style_imprint, frame.x + frame.width - ZP_SIZE_4, baseline, 1,
                     ZP_PAGE_TAG_PARAGRAPH);
  self->y += IMPRINT_PITCH;
}

/**
 * zp_pager_set_imprint:
 *
 * Sets who gets copies, the office and the day between rules at the foot of the page, the last rule
 * on the lower edge of the type area.
 */
void
zp_pager_set_imprint (ZpPager *self, const ZpDocNode *node)
{
  const GPtrArray *copies = g_ptr_array_index (node->lines, 0);
  ZpFrame frame = zp_pager_get_frame (self);
  double width = frame.width - 2 * ZP_SIZE_4;
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, copies, &style_imprint);
  g_autoptr (GArray) lines = zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data,
                                                shape->atoms->len, width, width, ZP_LINE_CELL);
  double height = MIN ((lines->len + 1) * IMPRINT_PITCH, frame.height);

  zp_pager_need (self, height);
  self->y = frame.height - height;
  put_rule (self, self->y, RULE_THICK, FALSE);
  put_copies (self, shape, copies, lines);
  if (lines->len > 0)
    put_rule (self, self->y, RULE_THIN, FALSE);
  put_office (self, g_ptr_array_index (node->lines, 1), g_ptr_array_index (node->lines, 2));
  put_rule (self, self->y, RULE_THICK, FALSE);
}
