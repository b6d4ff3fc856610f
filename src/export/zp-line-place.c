/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sets the characters of a broken line: squeezes marks, spreads what is left over. */
#include <wchar.h>

#include "document/zp-geometry.h"
#include "export/zp-line-break-private.h"

#define BLANK_RIGHT L"，。、；：）》〉〕】」』”’"
#define BLANK_LEFT L"（《〈〔【「『“‘"

/* Less than this, in points, is not spread: a line of full-width characters stays on the grid. */
#define MIN_SLACK 0.3

/* A gap is never stretched by more than half a character; a looser line stays ragged. */
#define MAX_STRETCH (0.5 * ZP_SIZE_3)

/**
 * zp_line_is_one_of:
 *
 * Returns: whether the set contains the character
 */
gboolean
zp_line_is_one_of (gunichar c, const wchar_t *set)
{
  return c != 0 && wcschr (set, (wchar_t) c) != NULL;
}

/**
 * zp_line_is_word:
 *
 * Returns: whether the character is part of a foreign word or a number
 */
gboolean
zp_line_is_word (gunichar c)
{
  return (c > ' ' && c < 0x7f) || g_unichar_isdigit (c) ||
         (c >= 0xa0 && g_unichar_isalnum (c) && !g_unichar_iswide (c));
}

/**
 * zp_line_blank_half:
 *
 * Returns: how much of the mark is blank and may be taken away, in points
 */
double
zp_line_blank_half (const ZpAtom *atom)
{
  gboolean has_blank = zp_line_is_one_of (atom->character, BLANK_RIGHT) ||
                       zp_line_is_one_of (atom->character, BLANK_LEFT);

  return has_blank ? atom->width / 2 : 0;
}

/* Words and numbers keep their shape; space goes between them and around Chinese characters. */
static gboolean
may_stretch (const ZpAtom *atoms, guint i)
{
  return !zp_line_is_word (atoms[i].character) || !zp_line_is_word (atoms[i + 1].character);
}

static double
find_stretch (const ZpAtom *atoms, const ZpLine *line, double width, ZpLineFlags flags)
{
  guint last = line->visible - (line->hangs ? 1 : 0);
  double slack = width - line->width;
  guint n_gaps = 0;

  gboolean spread = (flags & ZP_LINE_SPREAD) != 0;

  if (slack < MIN_SLACK || (!spread && ((flags & ZP_LINE_BODY) == 0 || line->is_last)))
    return 0;
  for (guint i = line->start; i + 1 < last; i++)
    n_gaps += may_stretch (atoms, i) ? 1 : 0;
  if (n_gaps == 0 || (!spread && slack / n_gaps > MAX_STRETCH))
    return 0;

  return slack / n_gaps;
}

static double
find_squeeze (const ZpAtom *atoms, const ZpLine *line)
{
  double room = 0;

  if (line->squeeze <= 0)
    return 0;
  for (guint i = line->start; i < line->visible; i++)
    room += zp_line_blank_half (&atoms[i]);

  return room > 0 ? line->squeeze / room : 0;
}

/**
 * zp_line_place:
 * @width: of the line, in points
 * @positions: (out caller-allocates): left edge of every visible atom from the start of the line
 * and behind them the right edge of the last, in points: one more than there are visible atoms
 *
 * Sets the characters: takes the squeeze out of the marks, each in proportion to its blank half,
 * and in body text spreads what is left over.
 */
void
zp_line_place (
  const ZpAtom *atoms, const ZpLine *line, double width, ZpLineFlags flags, double *positions)
{
  double stretch = find_stretch (atoms, line, width, flags);
  double squeeze = find_squeeze (atoms, line);
  guint last = line->visible - (line->hangs ? 1 : 0);
  double x = 0;

  for (guint i = line->start; i < line->visible; i++)
    {
      double cut = squeeze * zp_line_blank_half (&atoms[i]);
      gboolean blank_left = zp_line_is_one_of (atoms[i].character, BLANK_LEFT);

      positions[i - line->start] = blank_left ? x - cut : x;
      x += atoms[i].width - cut;
      if (stretch > 0 && i + 1 < last && may_stretch (atoms, i))
        x += stretch;
    }
  positions[line->visible - line->start] = x;
}
