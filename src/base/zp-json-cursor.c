/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the numbers and literals of a JSON text exactly as RFC 8259 defines them. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *word;
  ZpJsonKind kind;
} literals[] = {
  { "null", ZP_JSON_NULL },
  { "true", ZP_JSON_TRUE },
  { "false", ZP_JSON_FALSE },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '-' || c == '.' || c == '_';
}

static const char *
word_end (const ZpJsonCursor *self)
{
  const char *at = self->at;

  while (at < self->end && is_word (*at))
    at++;

  return at;
}

static char *
describe_found (const ZpJsonCursor *self)
{
  g_autofree char *shown = NULL;
  const char *end = word_end (self);

  if (self->at == self->end)
    return g_strdup (_ ("the end of the text"));
  if (g_ascii_iscntrl (*self->at))
    return g_strdup_printf ("U+%04X", (guint) *self->at);

  if (end == self->at)
    end = g_utf8_next_char (self->at);
  shown = zp_json_excerpt (self->at, end - self->at);

  return g_strdup_printf (_ ("“%s”"), shown);
}

/**
 * zp_json_cursor_fail_found:
 * @self: where the text is not as expected
 * @error: return location for a %ZP_JSON_ERROR_SYNTAX
 * @expected: what should be there, translated
 *
 * Returns: %FALSE
 */
gboolean
zp_json_cursor_fail_found (const ZpJsonCursor *self, GError **error, const char *expected)
{
  g_autofree char *found = describe_found (self);

  return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error, _ ("expected %s, found %s"),
                       expected, found);
}

/**
 * zp_json_cursor_skip_space:
 * @self: a cursor
 *
 * Moves behind white space and counts the lines.
 */
void
zp_json_cursor_skip_space (ZpJsonCursor *self)
{
  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\n')
        self->line++;
      else if (*self->at != ' ' && *self->at != '\t' && *self->at != '\r')
        return;
    }
}

/* Behind the digits at @at, or %NULL when there are none. */
static const char *
digits_end (const char *at, const char *end)
{
  const char *start = at;

  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at > start ? at : NULL;
}

/* Whether the word from @at to @end is a number (RFC 8259, 6). */
static gboolean
is_number (const char *at, const char *end)
{
  if (at < end && *at == '-')
    at++;
  if (end - at >= 2 && at[0] == '0' && g_ascii_isdigit (at[1]))
    return FALSE;
  at = digits_end (at, end);
  if (at != NULL && at < end && *at == '.')
    at = digits_end (at + 1, end);
  if (at == NULL || at == end)
    return at == end;

  if (*at != 'e' && *at != 'E')
    return FALSE;
  at++;
  if (at < end && (*at == '+' || *at == '-'))
    at++;

  return digits_end (at, end) == end;
}

/**
 * zp_json_cursor_read_number:
 * @self: a cursor at a digit or a minus
 * @text: (out) (transfer none): the number as written
 * @length: (out): bytes of it
 * @error: return location for a %ZP_JSON_ERROR_SYNTAX
 *
 * Reads a number (RFC 8259, 6) and moves behind it.
 */
gboolean
zp_json_cursor_read_number (ZpJsonCursor *self, const char **text, gsize *length, GError **error)
{
  const char *end = word_end (self);

  if (!is_number (self->at, end))
    {
      g_autofree char *shown = zp_json_excerpt (self->at, end - self->at);

      return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                           _ ("“%s” is not a number as JSON writes it"), shown);
    }

  *text = self->text_end;
  *length = end - self->at;
  zp_json_cursor_add (self, self->at, *length);
  *self->text_end++ = '\0';
  self->at = end;

  return TRUE;
}

/**
 * zp_json_cursor_read_literal:
 * @self: a cursor where a value should be that is neither string, number, array nor object
 * @kind: (out): which literal it is
 * @error: return location for a %ZP_JSON_ERROR_SYNTAX
 *
 * Reads null, true or false and moves behind it.
 */
gboolean
zp_json_cursor_read_literal (ZpJsonCursor *self, ZpJsonKind *kind, GError **error)
{
  gsize length = word_end (self) - self->at;

  for (gsize i = 0; i < G_N_ELEMENTS (literals); i++)
    if (length == strlen (literals[i].word) && memcmp (self->at, literals[i].word, length) == 0)
      {
        *kind = literals[i].kind;
        self->at += length;
        return TRUE;
      }

  return zp_json_cursor_fail_found (self, error, _ ("a value"));
}
