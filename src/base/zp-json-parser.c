/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the words of a JSON text exactly as RFC 8259 defines them, and says what is wrong with
 * others. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT_BYTES 60

static const struct
{
  const char *word;
  ZpJsonKind kind;
} literals[] = {
  { "null", ZP_JSON_NULL },
  { "true", ZP_JSON_TRUE },
  { "false", ZP_JSON_FALSE },
};

/**
 * zp_json_excerpt:
 * @bytes: bytes of a JSON text, valid UTF-8
 * @length: how many
 *
 * Returns: (transfer full): the bytes as a message can show them: short, valid, on one line
 */
char *
zp_json_excerpt (const char *bytes, gsize length)
{
  g_autofree char *text = NULL;
  gsize shown = MIN (length, EXCERPT_BYTES);

  while (shown < length && shown > 0 && ((guchar) bytes[shown] & 0xc0) == 0x80)
    shown--;
  text = g_strndup (bytes, shown);
  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return g_strconcat (text, shown < length ? "…" : NULL, NULL);
}

/**
 * zp_json_fail:
 * @line: where
 * @code: what kind of error
 * @error: return location for it
 * @format: what is wrong, printf-like
 *
 * Returns: %FALSE
 */
gboolean
zp_json_fail (guint line, ZpJsonError code, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, ZP_JSON_ERROR, code, _ ("line %u: %s"), line, reason);

  return FALSE;
}

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

static guint
line_of (const char *text, const char *at)
{
  guint line = 1;

  for (; text < at; text++)
    line += *text == '\n';

  return line;
}

/**
 * zp_json_check_encoding:
 * @bytes: a text
 * @length: bytes of it
 * @error: return location for a %ZP_JSON_ERROR_ENCODING
 *
 * Returns: whether the text is UTF-8 without NUL and without a byte order mark
 */
gboolean
zp_json_check_encoding (const char *bytes, gsize length, GError **error)
{
  const char *bad = NULL;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return zp_json_fail (1, ZP_JSON_ERROR_ENCODING, error,
                         _ ("starts with a byte order mark; save it as UTF-8 without one"));
  if (g_utf8_validate_len (bytes, length, &bad))
    return TRUE;
  if (*bad == '\0')
    return zp_json_fail (line_of (bytes, bad), ZP_JSON_ERROR_ENCODING, error,
                         _ ("contains a NUL byte; the text is damaged or not UTF-8"));

  return zp_json_fail (line_of (bytes, bad), ZP_JSON_ERROR_ENCODING, error,
                       _ ("byte 0x%02X is not UTF-8; save the text as UTF-8"),
                       (guint) (guchar) *bad);
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

static void
add_text (ZpJsonCursor *self, const char *bytes, gsize length)
{
  memcpy (self->text_end, bytes, length);
  self->text_end += length;
}

static gboolean
read_code_unit (ZpJsonCursor *self, gunichar *unit, GError **error)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (zp_json_cursor_peek (self)))
        return zp_json_cursor_fail_found (self, error, _ ("four hexadecimal digits after “\\u”"));
      value = value * 16 + g_ascii_xdigit_value (*self->at);
    }
  *unit = value;

  return TRUE;
}

/* Reads the second half of a character that \u writes as two; @unit becomes the whole. */
static gboolean
read_low_surrogate (ZpJsonCursor *self, gunichar *unit, GError **error)
{
  gunichar high = *unit;
  gunichar low = 0;

  if (self->end - self->at >= 2 && memcmp (self->at, "\\u", 2) == 0)
    {
      self->at += 2;
      if (!read_code_unit (self, &low, error))
        return FALSE;
    }
  if (low < 0xdc00 || low > 0xdfff)
    return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                         _ ("\\u%04X is half of a character; the other half must follow"), high);
  *unit = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);

  return TRUE;
}

static gboolean
read_unicode_escape (ZpJsonCursor *self, GError **error)
{
  gunichar unit = 0;

  if (!read_code_unit (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                         _ ("a text may not contain \\u0000"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                         _ ("\\u%04X is the second half of a character without the first"), unit);
  if (unit >= 0xd800 && unit <= 0xdbff && !read_low_surrogate (self, &unit, error))
    return FALSE;
  self->text_end += g_unichar_to_utf8 (unit, self->text_end);

  return TRUE;
}

static gboolean
read_escape (ZpJsonCursor *self, GError **error)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *name = NULL;

  self->at++;
  if (zp_json_cursor_peek (self) == 'u')
    {
      self->at++;
      return read_unicode_escape (self, error);
    }

  name = zp_json_cursor_peek (self) == '\0' ? NULL : strchr (names, *self->at);
  if (name == NULL)
    return zp_json_cursor_fail_found (self, error, _ ("one of \" \\ / b f n r t u after “\\”"));
  *self->text_end++ = values[name - names];
  self->at++;

  return TRUE;
}

static gboolean
fail_in_string (const ZpJsonCursor *self, GError **error)
{
  if (self->at == self->end)
    return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                         _ ("a text starts here and does not end; the closing \" is missing"));

  return zp_json_fail (self->line, ZP_JSON_ERROR_SYNTAX, error,
                       _ ("a text contains the control character U+%04X; write it as \\u%04X"),
                       (guint) *self->at, (guint) *self->at);
}

static const char *
plain_end (const ZpJsonCursor *self)
{
  const char *at = self->at;

  while (at < self->end && *at != '"' && *at != '\\' && (guchar) *at >= ' ')
    at++;

  return at;
}

/**
 * zp_json_cursor_read_string:
 * @self: a cursor at the opening quote
 * @text: (out) (transfer none): the decoded text
 * @length: (out): bytes of it
 * @error: return location for a %ZP_JSON_ERROR_SYNTAX
 *
 * Reads a string (RFC 8259, 7) and moves behind it.
 */
gboolean
zp_json_cursor_read_string (ZpJsonCursor *self, const char **text, gsize *length, GError **error)
{
  const char *start = self->text_end;
  const char *end = NULL;

  self->at++;
  for (end = plain_end (self); end == self->end || *end != '"'; end = plain_end (self))
    {
      add_text (self, self->at, end - self->at);
      self->at = end;
      if (zp_json_cursor_peek (self) != '\\')
        return fail_in_string (self, error);
      if (!read_escape (self, error))
        return FALSE;
    }
  add_text (self, self->at, end - self->at);
  self->at = end + 1;

  *text = start;
  *length = self->text_end - start;
  *self->text_end++ = '\0';

  return TRUE;
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
  add_text (self, self->at, *length);
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
