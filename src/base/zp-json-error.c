/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is wrong with a JSON text, with the line, as a message can show it. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT_BYTES 60

/* @line: from 1, 0 unknown; @reason_length: how much of the message stands behind the line */
typedef struct
{
  guint line;
  gsize reason_length;
} ZpJsonErrorPrivate;

/* GLib hands the details out zeroed, and lets the compiler think that there may be none. */
static void
zp_json_error_private_init (ZpJsonErrorPrivate *self)
{
  g_assert (self != NULL);
}

static void
zp_json_error_private_copy (const ZpJsonErrorPrivate *from, ZpJsonErrorPrivate *to)
{
  g_assert (from != NULL && to != NULL);
  *to = *from;
}

static void
zp_json_error_private_clear (ZpJsonErrorPrivate *self)
{
  g_assert (self != NULL);
}

G_DEFINE_EXTENDED_ERROR (ZpJsonError, zp_json_error)

static const ZpJsonErrorPrivate *
get_details (const GError *error)
{
  static const ZpJsonErrorPrivate none = { 0 };
  const ZpJsonErrorPrivate *details = NULL;

  if (error->domain == ZP_JSON_ERROR)
    details = zp_json_error_get_private (error);

  return details != NULL ? details : &none;
}

/**
 * zp_json_error_get_line:
 * @error: any error
 *
 * Returns: the line of the text that a #ZpJsonError is about, from 1; 0 when it has none
 */
guint
zp_json_error_get_line (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return get_details (error)->line;
}

/**
 * zp_json_error_get_reason:
 * @error: any error
 *
 * Returns: (transfer none): its message; of a #ZpJsonError with a line, what follows the line
 */
const char *
zp_json_error_get_reason (const GError *error)
{
  const ZpJsonErrorPrivate *details = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  details = get_details (error);
  if (details->line == 0)
    return error->message;

  return error->message + strlen (error->message) - details->reason_length;
}

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

static void
set_error (GError **error, ZpJsonError code, guint line, const char *reason)
{
  ZpJsonErrorPrivate *details = NULL;

  g_set_error (error, ZP_JSON_ERROR, code, _ ("line %u: %s"), line, reason);
  if (error != NULL)
    details = zp_json_error_get_private (*error);
  if (details == NULL)
    return;

  details->line = line;
  details->reason_length = strlen (reason);
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
  set_error (error, code, line, reason);

  return FALSE;
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
 * zp_json_check_size: whether a text of @length bytes is no longer than @max_bytes; else
 * %ZP_JSON_ERROR_SIZE.
 */
gboolean
zp_json_check_size (gsize length, gsize max_bytes, GError **error)
{
  g_autofree char *has = g_format_size (length);
  g_autofree char *allowed = g_format_size (max_bytes);

  if (length <= max_bytes)
    return TRUE;

  g_set_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_SIZE, _ ("has %s, more than the %s allowed"),
               has, allowed);
  return FALSE;
}
