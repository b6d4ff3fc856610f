/* SPDX-License-Identifier: GPL-3.0-or-later
 * Line breaking for official documents: no forbidden mark at the edges (禁则), numbers whole and
 * with their units. Order tried at a forbidden break: compress marks, hang a mark, push out. */
#include "export/zp-line-break.h"

#include "export/zp-line-break-private.h"

/* How much of the rules holds; each level gives up one more when a line has no break at all. */
typedef enum
{
  LEVEL_ALL,       /* every rule */
  LEVEL_NO_UNITS,  /* a number may leave its unit */
  LEVEL_NO_WORDS,  /* a foreign word may be split */
  LEVEL_NO_NUMBERS /* a number may be split; only the edges are kept */
} Level;

#define NO_START L"，。、；：？！）〕》〉】］｝」』”’…—·～％‰℃,.;:?!)]}%"
#define NO_END L"（〔《〈【［｛「『“‘([{"
#define HANGING L"，。、；："
#define UNITS L"万亿千百元角分年月日号时个人次台辆件项家户条张份期倍岁米吨℃㎡％‰%"
#define MULTIPLES L"万亿千百"
#define SIGNS L"−－＋±￥¥≥≤≈"

/* Rounding of sums, in points. */
#define EPSILON 0.05

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == 0x200b;
}

static gboolean
is_number (gunichar c)
{
  return g_unichar_isdigit (c) || zp_line_is_one_of (c, L".,，．%％");
}

static gunichar
character_at (const ZpAtom *atoms, guint i)
{
  return atoms[i].character;
}

/* Width of the word around the gap before the atom, counted no further than the limit. */
static gboolean
word_is_longer (const ZpAtom *atoms, guint n_atoms, guint atom, double limit)
{
  double width = 0;
  guint i = 0;

  for (i = atom; i > 0 && width <= limit && zp_line_is_word (character_at (atoms, i - 1)); i--)
    width += atoms[i - 1].width;
  for (i = atom; i < n_atoms && width <= limit && zp_line_is_word (character_at (atoms, i)); i++)
    width += atoms[i].width;

  return width > limit;
}

/* 3,653.00 | 万 | 元, also with a space before the unit. */
static gboolean
parts_unit (const ZpAtom *atoms, guint atom)
{
  guint i = atom;

  if (!zp_line_is_one_of (character_at (atoms, atom), UNITS))
    return FALSE;
  while (i > 0 && atom - i < 2 && zp_line_is_one_of (character_at (atoms, i - 1), MULTIPLES))
    i--;
  while (i > 0 && is_space (character_at (atoms, i - 1)))
    i--;

  return i > 0 && g_unichar_isdigit (character_at (atoms, i - 1));
}

static gboolean
parts_number (gunichar before, gunichar after)
{
  if (is_number (before) && g_unichar_isdigit (after))
    return g_unichar_isdigit (before) || !zp_line_is_one_of (before, L"，%％");

  return zp_line_is_one_of (before, L"-−－+＋") && g_unichar_isdigit (after);
}

typedef struct
{
  const ZpAtom *atoms;
  guint n_atoms;
  double width;     /* of the line; only a longer number may be split */
  double long_word; /* a longer word may be split */
} Text;

static gboolean
may_break (const Text *text, guint atom, Level level)
{
  gunichar before = character_at (text->atoms, atom - 1);
  gunichar after = character_at (text->atoms, atom);

  if (is_space (after) || zp_line_is_one_of (after, NO_START) || zp_line_is_one_of (before, NO_END))
    return FALSE;
  if (level < LEVEL_NO_UNITS && parts_unit (text->atoms, atom))
    return FALSE;
  if (level < LEVEL_NO_UNITS && zp_line_is_one_of (before, SIGNS) && g_unichar_isdigit (after))
    return FALSE;
  if (level < LEVEL_NO_NUMBERS && parts_number (before, after))
    return word_is_longer (text->atoms, text->n_atoms, atom, text->width);
  if (level < LEVEL_NO_WORDS && zp_line_is_word (before) && zp_line_is_word (after))
    return word_is_longer (text->atoms, text->n_atoms, atom, text->long_word);

  return TRUE;
}

/**
 * zp_line_may_start:
 * @atom: number of an atom behind the first
 *
 * Returns: whether every rule allows a line to start with the atom, whatever the width
 */
gboolean
zp_line_may_start (const ZpAtom *atoms, guint atom)
{
  Text text = {
    .atoms = atoms, .n_atoms = atom + 1, .width = G_MAXDOUBLE, .long_word = G_MAXDOUBLE
  };

  g_return_val_if_fail (atom > 0, FALSE);

  return may_break (&text, atom, LEVEL_ALL);
}

/* Takes in atoms from the first that does not fit on, up to a legal break, if marks can give way.
 */
static gboolean
compress (const Text *text, ZpLine *line, guint atom, double used, double width)
{
  double over = used - width;
  double room = 0;
  guint end = atom;

  if (!zp_line_is_one_of (character_at (text->atoms, atom), NO_START))
    return FALSE;
  do
    over += text->atoms[end++].width;
  while (end < text->n_atoms && end < atom + 3 && character_at (text->atoms, end) != '\n' &&
         !may_break (text, end, LEVEL_ALL));
  if (end < text->n_atoms && !is_space (character_at (text->atoms, end)) &&
      character_at (text->atoms, end) != '\n' && !may_break (text, end, LEVEL_ALL))
    return FALSE;

  for (guint i = line->start; i < end; i++)
    room += zp_line_blank_half (&text->atoms[i]);
  if (over > room)
    return FALSE;

  line->end = end;
  line->squeeze = over;
  return TRUE;
}

static gboolean
hang (const Text *text, ZpLine *line, guint atom)
{
  guint next = atom + 1;

  if (!zp_line_is_one_of (character_at (text->atoms, atom), HANGING) || atom == line->start)
    return FALSE;
  if (next < text->n_atoms && character_at (text->atoms, next) != '\n' &&
      !may_break (text, next, LEVEL_ALL))
    return FALSE;

  line->end = next;
  line->hangs = TRUE;
  return TRUE;
}

static void
push_out (const Text *text, ZpLine *line, guint atom)
{
  for (int level = LEVEL_ALL; level <= LEVEL_NO_NUMBERS; level++)
    for (guint i = atom; i > line->start; i--)
      if (may_break (text, i, (Level) level))
        {
          line->end = i;
          return;
        }

  line->end = MAX (atom, line->start + 1);
}

/* Spaces at the end belong to the line but are not seen; a newline ends it. */
static void
close_line (const Text *text, ZpLine *line)
{
  while (line->end < text->n_atoms && is_space (character_at (text->atoms, line->end)))
    line->end++;
  line->visible = line->end;
  if (line->end < text->n_atoms && character_at (text->atoms, line->end) == '\n')
    {
      line->end++;
      line->is_last = TRUE;
    }
  if (line->end >= text->n_atoms)
    line->is_last = TRUE;

  while (line->visible > line->start && is_space (character_at (text->atoms, line->visible - 1)))
    line->visible--;
  for (guint i = line->start; i < line->visible - (line->hangs ? 1 : 0); i++)
    line->width += text->atoms[i].width;
}

/**
 * zp_line_break:
 * @start: first atom of the line, less than @n_atoms
 * @width: of the line, in points
 *
 * Finds the end of a line. The line always takes at least one atom, so that the text ends even in a
 * column narrower than a character.
 *
 * Returns: the line
 */
ZpLine
zp_line_break (const ZpAtom *atoms, guint n_atoms, guint start, double width, ZpLineFlags flags)
{
  gboolean body = (flags & ZP_LINE_BODY) != 0;
  Text text = {
    .atoms = atoms, .n_atoms = n_atoms, .width = width, .long_word = body ? width / 2 : width
  };
  ZpLine line = { .start = start, .end = start };
  double used = 0;
  guint i = start;

  while (i < n_atoms && atoms[i].character != '\n' && used + atoms[i].width <= width + EPSILON)
    used += atoms[i++].width;

  if (i >= n_atoms || atoms[i].character == '\n' || is_space (atoms[i].character))
    line.end = i;
  else if (i == start || !may_break (&text, i, LEVEL_ALL))
    {
      if (!compress (&text, &line, i, used, width) && !(body && hang (&text, &line, i)))
        push_out (&text, &line, i);
    }
  else
    line.end = i;

  close_line (&text, &line);
  return line;
}

/**
 * zp_line_break_all:
 * @first_width: of the first line, in points; @width: of all others
 *
 * Returns: (transfer full): of #ZpLine: every line of the text; none when there are no atoms
 */
GArray *
zp_line_break_all (
  const ZpAtom *atoms, guint n_atoms, double first_width, double width, ZpLineFlags flags)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ZpLine));
  guint at = 0;

  while (at < n_atoms)
    {
      ZpLine line =
        zp_line_break (atoms, n_atoms, at, lines->len == 0 ? first_width : width, flags);

      g_array_append_val (lines, line);
      at = line.end;
    }

  return lines;
}
