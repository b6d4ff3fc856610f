/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what can be read of a damaged JSON text. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
tell_end (const GError *error, gboolean ended, GPtrArray *lost)
{
  if (ended)
    g_ptr_array_add (
      lost, g_strdup_printf (_ ("%s; what stands behind the end is left out"), error->message));
  else
    g_ptr_array_add (
      lost, g_strdup_printf (_ ("%s; everything from there on is missing"), error->message));
}

/* (transfer full): the text as UTF-8; bytes that are no text become U+FFFD, which no figure holds.
 */
static char *
make_text (const char *bytes, gsize length, GPtrArray *lost)
{
  gboolean has_mark = length >= 3 && memcmp (bytes, BYTE_ORDER_MARK, 3) == 0;
  const char *start = has_mark ? bytes + 3 : bytes;
  gsize rest = has_mark ? length - 3 : length;
  g_autoptr (GError) error = NULL;

  if (!zp_json_check_encoding (start, rest, &error))
    g_ptr_array_add (lost, g_strdup (error->message));

  return g_utf8_make_valid (start, (gssize) rest);
}

/**
 * zp_json_doc_recover:
 * @bytes: (array length=length): a damaged text
 * @limits: what is refused unread; what is nested deeper counts as damage
 * @lost: (element-type utf8): what could not be read is added, in words, with the line
 * @error: return location for a #ZpJsonError
 *
 * Reads a JSON text up to the first place where it is none, closed behind the last complete value.
 * Nothing is guessed: a value that is cut off is left out, as are members whose key stands twice.
 * In texts with bytes that are not UTF-8 those become U+FFFD. Where the text is whole, nothing is
 * added to @lost and the result is that of zp_json_doc_parse().
 *
 * Returns: (transfer full): the document, or %NULL with @error set when there is nothing in it
 */
ZpJsonDoc *
zp_json_doc_recover (
  const char *bytes, gsize length, ZpJsonLimits limits, GPtrArray *lost, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) stop = NULL;
  gboolean ended = FALSE;
  ZpJsonDoc *doc;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (lost != NULL, NULL);

  if (!zp_json_check_size (length, limits.max_bytes, error))
    return NULL;

  text = make_text (length > 0 ? bytes : "", length, lost);
  doc = zp_json_doc_read_prefix (text, strlen (text), limits.max_depth, &ended, &stop);
  if (doc == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&stop));
      return NULL;
    }

  if (stop != NULL)
    tell_end (stop, ended, lost);
  zp_json_leave_out_repeated (doc->root, lost);

  return doc;
}
