/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text to glyphs with natural widths, before any line is broken. */
#pragma once

#include "document/zp-doc.h"
#include "export/zp-font-set.h"

G_BEGIN_DECLS

/**
 * ZpShapeStyle:
 * @role: of plain text
 * @head_role: of runs in %ZP_RUN_HEAD
 * @size: in points
 * @pitch: width of a full-width character in points; every width is scaled with it, so that two
 *   half-width figures fill one place of the grid
 */
typedef struct
{
  ZpFontRole role;
  ZpFontRole head_role;
  double size;
  double pitch;
} ZpShapeStyle;

/**
 * ZpAtom: the smallest piece a line may be broken around: one cluster.
 * @character: its first character; '\n' for a forced line break, which has no glyph
 * @start @bytes: where it stands in the text
 * @run: number of the run it comes from
 * @width: in points; @shift: of its glyphs to the right of its left edge
 */
typedef struct
{
  gunichar character;
  guint start;
  guint bytes;
  guint run;
  guint face;
  guint first_glyph;
  guint n_glyphs;
  double width;
  double shift;
} ZpAtom;

/** ZpAtomGlyph: a glyph of an atom; offset and advance in points. */
typedef struct
{
  guint glyph;
  double x;
  double y;
  double advance;
} ZpAtomGlyph;

/**
 * ZpShape:
 * @text: of all runs, valid UTF-8 without control characters but newline
 * @atoms: of #ZpAtom in reading order
 * @glyphs: of #ZpAtomGlyph
 */
typedef struct
{
  char *text;
  GArray *atoms;
  GArray *glyphs;
} ZpShape;

ZpShape *zp_shape_runs (ZpFontSet *fonts, const GPtrArray *runs, const ZpShapeStyle *style);
void zp_shape_free (ZpShape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpShape, zp_shape_free)

G_END_DECLS
