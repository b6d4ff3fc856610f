/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rules of the proof-reader: which characters of a text are marked. */
#include "document/zp-proof-private.h"

#include <string.h>

/* Characters shown on either side of what is marked. */
#define AROUND 8

#define STOPS "。！？：；…"
#define CLOSING "”’）》〉】」』"
#define PAUSES "，。、；：！？"
#define NARROW ",.;:?!()"
#define WIDE "，。；：？！（）"

/* A year behind one of these is another one on purpose. */
#define COMPARING "比较较同自从于至到—-～《〔（"

static gunichar
get (const ZpProofText *self, guint i)
{
  return i + 1 < self->characters->len ? g_array_index (self->characters, gunichar, i) : 0;
}

static gunichar
before (const ZpProofText *self, guint i)
{
  return i > 0 ? get (self, i - 1) : 0;
}

static gsize
offset (const ZpProofText *self, guint i)
{
  return g_array_index (self->offsets, gsize, i);
}

static guint
count (const ZpProofText *self)
{
  return self->characters->len - 1;
}

static gboolean
is_one_of (gunichar character, const char *set)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

static gboolean
is_chinese (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

static char *
cut (const ZpProofText *self, guint start, guint end)
{
  return g_strndup (self->text + offset (self, start), offset (self, end) - offset (self, start));
}

static void
mark (ZpProofText *self, ZpProofKind kind, guint start, guint end, char *wanted)
{
  ZpProofMark *mark = g_new0 (ZpProofMark, 1);

  mark->kind = kind;
  mark->row = -1;
  mark->column = -1;
  mark->start = offset (self, start);
  mark->length = offset (self, end) - mark->start;
  mark->found = cut (self, start, end);
  mark->excerpt = cut (self, start > AROUND ? start - AROUND : 0, MIN (end + AROUND, count (self)));
  mark->wanted = wanted;
  g_ptr_array_add (self->marks, mark);
}

static char *
one_character (gunichar character)
{
  GString *text = g_string_new (NULL);

  g_string_append_unichar (text, character);
  return g_string_free (text, FALSE);
}

static void
read_glyphs (ZpProofText *self)
{
  for (guint i = 0; i < count (self); i++)
    {
      gunichar simplified =
        is_chinese (get (self, i)) ? zp_proof_find_simplified (get (self, i)) : 0;

      if (simplified != 0)
        mark (self, ZP_PROOF_GLYPH, i, i + 1, one_character (simplified));
    }
}

/* 截止 is a deadline: 截止日期. Up to a day it is 截至. */
static gboolean
is_until (const ZpProofText *self, guint i)
{
  return get (self, i) == 0x622A && get (self, i + 1) == 0x6B62 &&
         (g_unichar_isdigit (get (self, i + 2)) || is_one_of (get (self, i + 2), "目到至本去今报"));
}

static void
read_words (ZpProofText *self)
{
  for (guint i = 0; i < count (self); i++)
    if (is_until (self, i))
      mark (self, ZP_PROOF_WORD, i, i + 2, g_strdup ("截至"));
}

/* Whether a place lies between 《 and 》 or 〔 and 〕: titles and numbers of papers have years. */
static gboolean
is_inside (const ZpProofText *self, guint place)
{
  int depth = 0;

  for (guint i = 0; i < place; i++)
    {
      if (is_one_of (get (self, i), "《〔"))
        depth++;
      else if (depth > 0 && is_one_of (get (self, i), "》〕"))
        depth--;
    }

  return depth > 0;
}

/* Four digits somebody typed, before 年; 0 for anything else. */
static int
year_at (const ZpProofText *self, guint i)
{
  int year = 0;

  if (g_unichar_isdigit (before (self, i)) || get (self, i + 4) != 0x5E74)
    return 0;
  for (guint k = i; k < i + 4; k++)
    {
      gunichar digit = get (self, k);

      if (digit < '0' || digit > '9' || !g_array_index (self->typed, gboolean, k))
        return 0;
      year = year * 10 + (int) (digit - '0');
    }

  return year >= 1949 && year < 2100 ? year : 0;
}

/* What comes after the year of the report is a plan, and its next year that of the paper. */
static void
read_years (ZpProofText *self)
{
  for (guint i = 0; self->is_prose && self->year > 0 && i + 4 < count (self); i++)
    {
      int year = year_at (self, i);

      if (year == 0 || year == self->year || year == self->year + 1 ||
          is_one_of (before (self, i), COMPARING) || is_one_of (get (self, i + 5), "—～-至") ||
          is_inside (self, i))
        continue;
      mark (self, ZP_PROOF_YEAR, i, i + 5, g_strdup_printf ("%d年", self->year));
    }
}

/* Marks that close something may stand behind the stop. */
static void
read_stop (ZpProofText *self)
{
  guint last = count (self);
  guint n_closed = 0;

  while (last > 0 && g_unichar_isspace (get (self, last - 1)))
    last--;
  for (n_closed = 0; n_closed < last && is_one_of (get (self, last - 1 - n_closed), CLOSING);)
    n_closed++;
  if (!self->is_prose || last == 0 || n_closed == last || get (self, last - 1) == 0x3015 ||
      is_one_of (get (self, last - 1 - n_closed), STOPS))
    return;

  mark (self, ZP_PROOF_STOP, last - 1, last, NULL);
}

static void
read_doubled (ZpProofText *self)
{
  for (guint i = 0; i + 1 < count (self); i++)
    if (is_one_of (get (self, i), PAUSES) && is_one_of (get (self, i + 1), PAUSES))
      mark (self, ZP_PROOF_DOUBLED, i, i + 2, NULL);
}

static gunichar
closing_of (gunichar character)
{
  static const char *const pairs = "（）()【】[]《》〔〕“”";

  for (const char *at = pairs; *at != '\0'; at = g_utf8_next_char (g_utf8_next_char (at)))
    if (g_utf8_get_char (at) == character)
      return g_utf8_get_char (g_utf8_next_char (at));

  return 0;
}

static void
read_brackets (ZpProofText *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count (self); i++)
    {
      guint opened = open->len > 0 ? g_array_index (open, guint, open->len - 1) : 0;

      if (closing_of (get (self, i)) != 0)
        g_array_append_val (open, i);
      else if (is_one_of (get (self, i), "）)】]》〕”") && open->len > 0)
        {
          if (closing_of (get (self, opened)) != get (self, i))
            mark (self, ZP_PROOF_BRACKET, opened, i + 1,
                  one_character (closing_of (get (self, opened))));
          g_array_set_size (open, open->len - 1);
        }
    }
}

static gboolean
is_figure (gunichar character)
{
  return (character < 0x80 && g_unichar_isalnum (character)) || character == '%';
}

static void
read_spaces (ZpProofText *self)
{
  for (guint i = 1; i + 1 < count (self); i++)
    {
      gunichar left = before (self, i);
      gunichar right = get (self, i + 1);

      if (get (self, i) == ' ' &&
          ((is_chinese (left) && is_figure (right)) || (is_figure (left) && is_chinese (right))))
        mark (self, ZP_PROOF_SPACE, i - 1, i + 2, NULL);
    }
}

static void
read_narrow (ZpProofText *self)
{
  for (guint i = 1; i < count (self); i++)
    {
      gunichar left = before (self, i);
      const char *at = get (self, i) < 0x80 ? strchr (NARROW, (int) get (self, i)) : NULL;

      if (at != NULL && (is_chinese (left) || is_one_of (left, CLOSING)))
        mark (self, ZP_PROOF_NARROW, i, i + 1,
              one_character (g_utf8_get_char (g_utf8_offset_to_pointer (WIDE, at - NARROW))));
    }
}

/**
 * zp_proof_read:
 *
 * Reads a text by all rules (GB/T 15834, GB/T 15835 and the habits of offices) and marks what they
 * find, rule after rule.
 */
void
zp_proof_read (ZpProofText *self)
{
  static void (*const rules[]) (ZpProofText * self) = {
    read_glyphs,  read_words,    read_years,  read_stop,
    read_doubled, read_brackets, read_spaces, read_narrow,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i](self);
}
