/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where on the pages something stands: words searched for, the figure of a cell, a passage. */
#pragma once

#include "export/zp-pages.h"

G_BEGIN_DECLS

/**
 * ZpPageArea: a rectangle on a page, in points from its upper left corner.
 * @page: from 0
 * @match: number of what was found, from 0; a match that goes over lines has several areas
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
  guint match;
} ZpPageArea;

GArray *zp_page_text_search (const ZpPages *pages, const char *words);
GArray *zp_page_text_find_cell (const ZpPages *pages, const char *id);
GArray *zp_page_text_find_node (const ZpPages *pages, guint node);
ZpPageArea zp_page_text_get_area (const ZpPageRun *run, guint page);
char *zp_page_text_get (const ZpPages *pages, guint page);

G_END_DECLS
