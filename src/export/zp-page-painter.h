/* SPDX-License-Identifier: GPL-3.0-or-later
 * Draws pages with cairo: preview, print and PDF alike. */
#pragma once

#include <cairo.h>

#include "export/zp-font-set.h"
#include "export/zp-pages.h"

G_BEGIN_DECLS

/**
 * ZpPagePainterFlags:
 * @ZP_PAGE_PAINTER_SCREEN: for preview and print
 * @ZP_PAGE_PAINTER_EMBED: for files: small faces, tags that say what each text is
 */
typedef enum
{
  ZP_PAGE_PAINTER_SCREEN = 0,
  ZP_PAGE_PAINTER_EMBED = 1 << 0,
} ZpPagePainterFlags;

typedef struct _ZpPagePainter ZpPagePainter;

ZpPagePainter *
zp_page_painter_new (ZpPages *pages, ZpFontSet *fonts, ZpPagePainterFlags flags, GError **error);
void zp_page_painter_free (ZpPagePainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPagePainter, zp_page_painter_free)

void zp_page_painter_draw (ZpPagePainter *self, cairo_t *cr, guint page);

G_END_DECLS
