/* SPDX-License-Identifier: GPL-3.0-or-later
 * A face embedded in a PDF file. */
#pragma once

#include "export/zp-cff-private.h"
#include "export/zp-font-subset-private.h"
#include "export/zp-pdf-file-private.h"

G_BEGIN_DECLS

/**
 * ZpPdfCut: a face cut down.
 * @program: what draws the glyphs: a table "CFF ", or a whole TrueType font
 * @codes: of glyph of the whole face to its code in strings of the file
 */
typedef struct
{
  GBytes *program;
  gboolean is_cff;
  hb_map_t *codes;
} ZpPdfCut;

GBytes *zp_pdf_get_table (hb_face_t *face, hb_tag_t tag);
gboolean
zp_pdf_cut_make (ZpPdfCut *self, const ZpFontFace *face, const hb_set_t *glyphs, GError **error);
void zp_pdf_cut_clear (ZpPdfCut *self);

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

G_END_DECLS
