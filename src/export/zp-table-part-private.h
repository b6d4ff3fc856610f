/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table on one page: its rows and what stands around them. */
#pragma once

#include "export/zp-pager-private.h"
#include "export/zp-table-grid.h"

G_BEGIN_DECLS

/**
 * ZpTablePart:
 * @first @end: rows, the last not included
 * @lead: row above them that is shown again, the head of their group, or -1
 * @heights: of the rows on this page, the one shown again first
 * @x @y: upper left corner on the page
 * @is_cut: the last row goes on on the next page
 * @repeated: the head on a further page
 */
typedef struct
{
  ZpTableGrid *grid;
  guint first;
  guint end;
  int lead;
  const double *heights;
  double x;
  double y;
  gboolean is_cut;
  gboolean repeated;
} ZpTablePart;

void zp_table_part_set (ZpPager *pager, const ZpTablePart *part);

double zp_table_side_title_height (ZpPager *pager, const ZpDocTable *table);
void zp_table_side_set_title (ZpPager *pager, const ZpDocTable *table, ZpPageTag tag);
double zp_table_side_height (ZpPager *pager, const GPtrArray *lines);
void zp_table_side_set_lines (ZpPager *pager, const GPtrArray *lines, ZpPageTag tag);
void zp_table_side_set_note (ZpPager *pager, const GPtrArray *runs, ZpPageTag tag);

G_END_DECLS
