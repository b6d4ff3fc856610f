/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page being filled and where its next line goes. */
#pragma once

#include "document/zp-geometry.h"
#include "export/zp-line-break.h"
#include "export/zp-pages-private.h"

G_BEGIN_DECLS

/**
 * ZpPager:
 * @page: the page being filled, or %NULL when the next line opens one
 * @landscape: direction of the next page
 * @front: the next page is a cover, without number
 * @annex: (nullable): mark of the annex being set
 * @y: next free place from the upper edge of the type area, in points
 * @node: number of the node being set
 * @block: number of the paragraph or cell being set; @n_blocks: how many there are so far
 * @fresh: y when the page was opened: nothing stands on it but an annex mark
 */
typedef struct
{
  const ZpDoc *doc;
  ZpFontSet *fonts;
  ZpPages *pages;
  ZpPrintedPage *page;
  gboolean landscape;
  gboolean front;
  const char *annex;
  double y;
  double fresh;
  guint node;
  guint block;
  guint n_blocks;
  guint n_numbers;
} ZpPager;

/** ZpFrame: the type area of a page, in points. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ZpFrame;

/**
 * ZpPlace: where and as what a line is set.
 * @x: left edge of the line on the page; @baseline: on the page
 * @width: of the line
 * @row @column: of the cell it belongs to, or 0
 */
typedef struct
{
  double x;
  double baseline;
  double width;
  double size;
  ZpPageTag tag;
  int row;
  int column;
  ZpLineFlags flags;
} ZpPlace;

extern const ZpShapeStyle zp_style_body;
extern const ZpShapeStyle zp_style_mark;

ZpFrame zp_pager_get_frame (const ZpPager *self);
void zp_pager_open_page (ZpPager *self);
void zp_pager_need (ZpPager *self, double height);
void zp_pager_skip_rows (ZpPager *self, guint rows);
void zp_pager_snap (ZpPager *self);
guint zp_pager_begin_block (ZpPager *self);
void zp_pager_resume_block (ZpPager *self, guint block);
double zp_pager_baseline (double top, double pitch, double size);

void zp_pager_put_line (ZpPager *self,
                        const ZpShape *shape,
                        const GPtrArray *runs,
                        const ZpLine *line,
                        const ZpPlace *place);
void zp_pager_put_paragraph (ZpPager *self,
                             const GPtrArray *runs,
                             const ZpShapeStyle *style,
                             double first_indent,
                             double indent,
                             guint keep_rows,
                             ZpPageTag tag);
double zp_pager_put_text (ZpPager *self,
                          const GPtrArray *runs,
                          const ZpShapeStyle *style,
                          double x,
                          double baseline,
                          double align,
                          ZpPageTag tag);
double zp_pager_put_mark (ZpPager *self, ZpPageTag tag);

void zp_pager_set_cover (ZpPager *self, const ZpDocNode *node);
void zp_pager_set_letterhead (ZpPager *self, const ZpDocNode *node);
void zp_pager_set_imprint (ZpPager *self, const ZpDocNode *node);
void zp_pager_set_title (ZpPager *self, const ZpDocNode *node);
void zp_pager_set_annex_list (ZpPager *self, const ZpDocNode *node, guint keep_rows);
void zp_pager_set_signature (ZpPager *self, const ZpDocNode *node);
double zp_pager_put_title (ZpPager *self,
                           const GPtrArray *runs,
                           const ZpShapeStyle *style,
                           double pitch,
                           double y,
                           ZpPageTag tag);
guint zp_pager_count_title (ZpPager *self, const GPtrArray *runs, const ZpShapeStyle *style);

void zp_pager_set_table (ZpPager *self, const ZpDocTable *table);
guint zp_pager_get_table_rows (ZpPager *self, const ZpDocTable *table);

guint zp_pager_count_signature_rows (const ZpDocNode *node);

G_END_DECLS
