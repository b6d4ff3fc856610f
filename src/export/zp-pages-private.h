/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building pages; only layout does. */
#pragma once

#include "export/zp-pages.h"

G_BEGIN_DECLS

ZpPages *zp_pages_new (void);
ZpPrintedPage *zp_pages_add_page (ZpPages *self, double width, double height, guint number);
void zp_pages_add_run (ZpPages *self, ZpPrintedPage *page, const ZpPageRun *run);
void
zp_pages_add_rule (ZpPrintedPage *page, double x1, double y1, double x2, double y2, double width);
void zp_pages_add_mark (ZpPages *self, const char *text, double y, guint level);

G_END_DECLS
