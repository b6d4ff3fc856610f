/* SPDX-License-Identifier: GPL-3.0-or-later
 * Draws pages with cairo: preview and print alike. */
#pragma once

#include <cairo.h>

#include "export/zp-font-set.h"
#include "export/zp-pages.h"

G_BEGIN_DECLS

typedef struct _ZpPagePainter ZpPagePainter;

ZpPagePainter *zp_page_painter_new (ZpPages *pages, ZpFontSet *fonts, GError **error);
void zp_page_painter_free (ZpPagePainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPagePainter, zp_page_painter_free)

void zp_page_painter_draw (ZpPagePainter *self, cairo_t *cr, guint page);

G_END_DECLS
