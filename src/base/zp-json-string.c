/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the strings of a JSON text exactly as RFC 8259 defines them. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
      zp_json_cursor_add (self, self->at, end - self->at);
      self->at = end;
      if (zp_json_cursor_peek (self) != '\\')
        return fail_in_string (self, error);
      if (!read_escape (self, error))
        return FALSE;
    }
  zp_json_cursor_add (self, self->at, end - self->at);
  self->at = end + 1;

  *text = start;
  *length = self->text_end - start;
  *self->text_end++ = '\0';

  return TRUE;
}
