/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers and texts in the syntax of PDF (ISO 32000-1, 7.3), whatever the locale. */
#include <math.h>
#include <string.h>

#include "export/zp-pdf-file-private.h"

/**
 * zp_pdf_append_number:
 *
 * Writes a number with at most three decimals, whatever the locale.
 */
void
zp_pdf_append_number (GString *out, double value)
{
  gint64 thousandths = llround (value * 1000);
  guint64 rest = (guint64) ABS (thousandths);
  char text[32];
  char *end = text + sizeof text;
  char *at = end;

  for (guint place = 0; place < 3; place++, rest /= 10)
    if (at < end || rest % 10 != 0)
      *--at = (char) ('0' + rest % 10);
  if (at < end)
    *--at = '.';
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (thousandths < 0)
    *--at = '-';
  g_string_append_len (out, at, end - at);
}

/**
 * zp_pdf_append_code:
 *
 * Writes a number of 16 bits as four hexadecimal digits.
 */
void
zp_pdf_append_code (GString *out, guint code)
{
  static const char digits[] = "0123456789ABCDEF";
  char text[4] = { digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
                   digits[code & 15] };

  g_string_append_len (out, text, sizeof text);
}

/**
 * zp_pdf_append_utf16:
 * @length: in bytes, or -1
 *
 * Writes text as hexadecimal digits of UTF-16, big end first.
 */
void
zp_pdf_append_utf16 (GString *out, const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x10000)
        zp_pdf_append_code (out, 0xd800 + ((c - 0x10000) >> 10));
      zp_pdf_append_code (out, c < 0x10000 ? c : 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
}

/**
 * zp_pdf_append_text:
 *
 * Writes a text string (ISO 32000-1, 7.9.2.2).
 */
void
zp_pdf_append_text (GString *out, const char *text)
{
  g_string_append (out, "<FEFF");
  zp_pdf_append_utf16 (out, text, -1);
  g_string_append_c (out, '>');
}
