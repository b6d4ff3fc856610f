/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a table on one page. */
#pragma once

#include "export/zp-pager-private.h"
#include "export/zp-table-grid.h"

G_BEGIN_DECLS

/**
 * ZpTablePart:
 * @first @end: rows, the last not included
 * @heights: of these rows on this page
 * @x @y: upper left corner on the page
 * @is_cut: the last row goes on on the next page
 * @repeated: the head on a further page
 */
typedef struct
{
  ZpTableGrid *grid;
  guint first;
  guint end;
  const double *heights;
  double x;
  double y;
  gboolean is_cut;
  gboolean repeated;
} ZpTablePart;

void zp_table_part_set (ZpPager *pager, const ZpTablePart *part);

G_END_DECLS
