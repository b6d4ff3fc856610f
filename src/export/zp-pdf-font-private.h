/* SPDX-License-Identifier: GPL-3.0-or-later
 * A face embedded in a PDF file. */
#pragma once

#include "export/zp-font-subset-private.h"
#include "export/zp-pdf-file-private.h"

G_BEGIN_DECLS

typedef struct _ZpPdfFont ZpPdfFont;

ZpPdfFont *
zp_pdf_font_new (ZpPdfFile *file, const ZpFontFace *face, const hb_set_t *glyphs, GError **error);
void zp_pdf_font_free (ZpPdfFont *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPdfFont, zp_pdf_font_free)

guint zp_pdf_font_get_object (const ZpPdfFont *self);
guint zp_pdf_font_get_code (const ZpPdfFont *self, guint glyph);
double zp_pdf_font_get_width (const ZpPdfFont *self, guint glyph);
gboolean zp_pdf_font_says (ZpPdfFont *self, guint glyph, const char *text, gsize length);
void zp_pdf_font_write (ZpPdfFont *self, ZpPdfFile *file);

GArray *zp_cff_read_cids (const guint8 *bytes, gsize length, guint n_glyphs);

G_END_DECLS
