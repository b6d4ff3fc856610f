/* SPDX-License-Identifier: GPL-3.0-or-later
 * A face cut down to the glyphs a document uses. */
#pragma once

#include "export/zp-font-set-private.h"

G_BEGIN_DECLS

/**
 * ZpFontSubset:
 * @blob: an OpenType font of its own
 * @glyphs: from the glyph numbers of the whole face to those of the subset
 */
typedef struct
{
  hb_blob_t *blob;
  hb_map_t *glyphs;
} ZpFontSubset;

ZpFontSubset *zp_font_subset_new (const ZpFontFace *face,
                                  const hb_set_t *glyphs,
                                  const hb_set_t *characters,
                                  GError **error);
void zp_font_subset_free (ZpFontSubset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFontSubset, zp_font_subset_free)

G_END_DECLS
