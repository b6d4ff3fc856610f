/* SPDX-License-Identifier: GPL-3.0-or-later
 * What layout, drawing and embedding need of a face. */
#pragma once

#include <hb.h>

#include "export/zp-font-set.h"

G_BEGIN_DECLS

/** Units a HarfBuzz font of the set counts in an em. */
#define ZP_FONT_UNITS 1000

/**
 * ZpFontFace:
 * @role: the role it plays or stands in for
 * @file @index: where it was read from; @blob: the file in memory
 * @font: for shaping, scaled to %ZP_FONT_UNITS an em
 * @embeddable: its owner allows it to be embedded (OS/2 fsType)
 * @substitute: found for a character the face of the role lacks
 *
 * One opened face; never changes and lives as long as its set.
 */
typedef struct
{
  ZpFontRole role;
  char *file;
  char *family;
  guint index;
  hb_blob_t *blob;
  hb_face_t *face;
  hb_font_t *font;
  gboolean embeddable;
  gboolean substitute;
} ZpFontFace;

const ZpFontFace *zp_font_set_get_face (ZpFontSet *self, guint face);
guint zp_font_set_find_face (ZpFontSet *self, ZpFontRole role, gunichar character);

ZpFontFace *zp_font_face_open (ZpFontRole role, const char *file, guint index, GError **error);
void zp_font_face_free (ZpFontFace *self);
gboolean zp_font_face_has (const ZpFontFace *self, gunichar character);

G_END_DECLS
