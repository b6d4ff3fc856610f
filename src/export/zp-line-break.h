/* SPDX-License-Identifier: GPL-3.0-or-later
 * Breaks Chinese text into lines and sets the characters of a line. */
#pragma once

#include "export/zp-shape.h"

G_BEGIN_DECLS

/**
 * ZpLineFlags:
 * @ZP_LINE_CELL: of a table cell: nothing hangs in the margin, the right edge is ragged
 * @ZP_LINE_SPREAD: spread over the whole width, whatever it takes
 * @ZP_LINE_BODY: of the text: the right edge is flush, a mark may hang in the margin
 */
typedef enum
{
  ZP_LINE_CELL = 0,
  ZP_LINE_BODY = 1 << 0,
  ZP_LINE_SPREAD = 1 << 1,
} ZpLineFlags;

/**
 * ZpLine:
 * @start: its first atom
 * @visible: behind the last atom that is drawn: without spaces at the end
 * @end: first atom of the next line
 * @hangs: the last visible atom stands in the right margin
 * @is_last: ends the paragraph or stands before a forced break
 * @width: natural width of the visible atoms in points, without a hanging one
 * @squeeze: points to be taken out of the blank halves of punctuation marks
 */
typedef struct
{
  guint start;
  guint visible;
  guint end;
  gboolean hangs;
  gboolean is_last;
  double width;
  double squeeze;
} ZpLine;

ZpLine
zp_line_break (const ZpAtom *atoms, guint n_atoms, guint start, double width, ZpLineFlags flags);
GArray *zp_line_break_all (
  const ZpAtom *atoms, guint n_atoms, double first_width, double width, ZpLineFlags flags);
void zp_line_place (
  const ZpAtom *atoms, const ZpLine *line, double width, ZpLineFlags flags, double *positions);
gboolean zp_line_may_start (const ZpAtom *atoms, guint atom);

G_END_DECLS
