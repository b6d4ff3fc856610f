/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cleaning, shortening and measuring Chinese text. */
#include "base/zp-text.h"

static gboolean
is_allowed (gunichar c)
{
  if (c == '\t' || c == '\n')
    return TRUE;

  return c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF;
}

static gboolean
is_clean (const char *valid)
{
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_allowed (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static gunichar
plain_character (gunichar c)
{
  if (g_unichar_isspace (c))
    return ' ';
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFEE0;
  if (c == 0xFFE5)
    return 0xA5;
  if (c == 0x2212)
    return '-';

  return c;
}

/**
 * zp_text_clean:
 * @text: anything, even bytes that are no UTF-8
 *
 * Makes @text fit for every format that the program writes: valid UTF-8 (a bad byte becomes
 * U+FFFD), every line break a single LF, no control characters but tab and LF, no U+FFFE and
 * U+FFFF, which XML forbids.
 *
 * Returns: (transfer full): the clean text
 */
char *
zp_text_clean (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = NULL;

  if (is_clean (valid))
    return g_steal_pointer (&valid);

  clean = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] != '\n')
        c = '\n';
      if (is_allowed (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * zp_text_to_plain:
 * @text: what somebody typed, even bytes that are no UTF-8
 *
 * For reading figures and dates, never for keeping: full-width digits, letters and marks become the
 * plain ones, "￥" becomes "¥", the minus sign U+2212 becomes "-", and every kind of space and line
 * break becomes one plain space each, with none left at either end.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
zp_text_to_plain (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (plain, plain_character (g_utf8_get_char (at)));

  return g_strstrip (g_string_free (plain, FALSE));
}

/**
 * zp_text_shorten:
 * @text: anything, even bytes that are no UTF-8
 * @max_characters: how many characters to keep
 *
 * For quoting in a message what somebody typed: one line, cut between two characters, with "…"
 * where something was cut off.
 *
 * Returns: (transfer full): valid UTF-8 of at most @max_characters and the "…"
 */
char *
zp_text_shorten (const char *text, gsize max_characters)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *clean = zp_text_clean (text);

  g_strdelimit (clean, "\t\n", ' ');
  if ((gsize) g_utf8_strlen (clean, -1) <= max_characters)
    return g_steal_pointer (&clean);

  *g_utf8_offset_to_pointer (clean, (glong) max_characters) = '\0';
  return g_strconcat (clean, "…", NULL);
}

/**
 * zp_text_count_characters:
 * @text: valid UTF-8
 *
 * Counts as a limit on the length of a passage does: every character that is not white space, a
 * Chinese one as much as a Latin letter or a mark.
 *
 * Returns: the number of characters
 */
gsize
zp_text_count_characters (const char *text)
{
  gsize count = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    count += !g_unichar_isspace (g_utf8_get_char (at));

  return count;
}

/**
 * zp_text_column_width:
 * @text: valid UTF-8, one line
 *
 * Returns: the columns @text takes with a font of fixed width: two for an East Asian wide
 * character, none for a combining one, else one
 */
int
zp_text_column_width (const char *text)
{
  int columns = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }

  return columns;
}

/** zp_text_is_blank: whether nothing can be read in @text: spaces of any width, breaks, control
 * characters. */
gboolean
zp_text_is_blank (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isgraph (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}
