/* SPDX-License-Identifier: GPL-3.0-or-later
 * The form of ids, and the known id that a mistyped one was meant to be. */
#include "base/zp-id.h"

#include <string.h>

/* Nothing that is an id is longer; keeps the search for a suggestion cheap. */
#define MAX_LENGTH 128

static const char *
skip_key (const char *text)
{
  if (!g_ascii_islower (text[0]))
    return text;
  while (g_ascii_islower (*text) || g_ascii_isdigit (*text) || *text == '_')
    text++;

  return text;
}

static guint
smallest (guint a, guint b, guint c)
{
  return MIN (a, MIN (b, c));
}

/* Fewest letters to insert, drop, replace or swap with their neighbour. Only three rows of the
 * usual table are needed at a time. */
static guint
edit_distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][MAX_LENGTH + 1];

  for (gsize j = 0; j <= b_length; j++)
    rows[0][j] = (guint) j;

  for (gsize i = 1; i <= a_length; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *two_above = rows[(i + 1) % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= b_length; j++)
        {
          gboolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];

          row[j] = smallest (above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (swapped)
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }

  return rows[a_length % 3][b_length];
}

/**
 * zp_id_is_key:
 *
 * Returns: whether @text is one part of an id: a small letter, then small letters, digits and "_"
 */
gboolean
zp_id_is_key (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  const char *end = skip_key (text);

  return end > text && *end == '\0';
}

/**
 * zp_id_is_dotted:
 *
 * Returns: whether @text is one key, or several joined by single dots, as in "budget.total.actual"
 */
gboolean
zp_id_is_dotted (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *at = text;;)
    {
      const char *end = skip_key (at);

      if (end == at || (*end != '.' && *end != '\0'))
        return FALSE;
      if (*end == '\0')
        return TRUE;
      at = end + 1;
    }
}

/**
 * zp_id_nearest:
 * @text: an id that is not known
 * @known: (array zero-terminated=1): the ids that are
 *
 * Finds what was probably meant. Letters may be inserted, dropped, replaced or exchanged with their
 * neighbour, one in three of @text and at least one in all; among equally near ids the first wins.
 *
 * Returns: (nullable): an element of @known, or %NULL when none is near
 */
const char *
zp_id_nearest (const char *text, const char *const *known)
{
  const char *nearest = NULL;

  g_return_val_if_fail (text != NULL && known != NULL, NULL);

  gsize length = strlen (text);
  guint limit = (guint) MAX (1, length / 3) + 1;

  for (gsize i = 0; known[i] != NULL && length <= MAX_LENGTH; i++)
    {
      gsize known_length = strlen (known[i]);

      if (known_length > MAX_LENGTH || known_length >= length + limit ||
          length >= known_length + limit)
        continue;

      guint distance = edit_distance (text, length, known[i], known_length);

      if (distance < limit)
        {
          nearest = known[i];
          limit = distance;
        }
    }

  return nearest;
}
