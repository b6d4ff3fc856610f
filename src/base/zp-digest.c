/* SPDX-License-Identifier: GPL-3.0-or-later
 * SHA-256 of texts and files.
 *
 * GnuTLS uses the processor's own instructions for it, where GLib's checksums take a large part of
 * the time of opening a report. */
#include "base/zp-digest.h"

#include <gnutls/crypto.h>
#include <string.h>

#define DIGEST_BYTES (ZP_DIGEST_DIGITS / 2)

/**
 * zp_digest_of_bytes:
 * @bytes: (nullable): may only be %NULL when @length is 0
 *
 * Returns: (transfer full): SHA-256 (FIPS 180-4) of the bytes, #ZP_DIGEST_DIGITS lower-case
 * hexadecimal digits
 */
char *
zp_digest_of_bytes (gconstpointer bytes, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  guint8 digest[DIGEST_BYTES];
  char *hex;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  /* It can only fail for an algorithm that the library does not have. */
  if (gnutls_hash_fast (GNUTLS_DIG_SHA256, bytes != NULL ? bytes : "", length, digest) != 0)
    g_error ("GnuTLS has no SHA-256");

  hex = g_malloc (ZP_DIGEST_DIGITS + 1);
  for (gsize i = 0; i < DIGEST_BYTES; i++)
    {
      hex[2 * i] = digits[digest[i] >> 4];
      hex[2 * i + 1] = digits[digest[i] & 15];
    }
  hex[ZP_DIGEST_DIGITS] = '\0';

  return hex;
}

/**
 * zp_digest_of_text: (transfer full): the same of a text without its end.
 */
char *
zp_digest_of_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return zp_digest_of_bytes (text, strlen (text));
}
