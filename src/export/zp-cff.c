/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the one thing of a CFF font that a PDF must know: the character number of every glyph. */
#include "export/zp-pdf-font-private.h"

/* Adobe Technical Note 5176: operators of the Top DICT. */
#define OPERATOR_CHARSET 15
#define OPERATOR_ROS (12 << 8 | 30)

/* Reads only inside its bytes; past the end everything is 0 and it has failed. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
  gsize at;
  gboolean failed;
} Reader;

static guint32
read_number (Reader *self, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    {
      if (self->at >= self->length)
        {
          self->failed = TRUE;
          return 0;
        }
      value = value << 8 | self->bytes[self->at++];
    }

  return value;
}

/* Goes behind an INDEX; @start and @end become the bounds of its first member. */
static void
skip_index (Reader *self, gsize *start, gsize *end)
{
  guint32 count = read_number (self, 2);
  guint32 size = 0;
  gsize offsets = 0;
  gsize base = 0;

  if (count == 0 || self->failed)
    return;

  size = read_number (self, 1);
  offsets = self->at;
  base = offsets + (gsize) (count + 1) * size - 1;
  *start = base + read_number (self, size);
  *end = base + read_number (self, size);
  self->at = offsets + (gsize) count * size;
  self->at = base + read_number (self, size);
}

static void
skip_real (Reader *self)
{
  guint32 byte = 0;

  do
    byte = read_number (self, 1);
  while (!self->failed && (byte & 0xf) != 0xf && byte >> 4 != 0xf);
}

static gint32
read_operand (Reader *self, guint32 first)
{
  if (first == 28)
    return (gint16) read_number (self, 2);
  if (first == 29)
    return (gint32) read_number (self, 4);
  if (first == 30)
    skip_real (self);
  if (first >= 32 && first <= 246)
    return (gint32) first - 139;
  if (first >= 247 && first <= 250)
    return ((gint32) first - 247) * 256 + (gint32) read_number (self, 1) + 108;
  if (first >= 251 && first <= 254)
    return -((gint32) first - 251) * 256 - (gint32) read_number (self, 1) - 108;

  return 0;
}

/* Offset of the charset of a font keyed by character numbers, or 0. */
static gsize
find_charset (Reader *self, gsize end)
{
  gint32 operand = 0;
  gint32 charset = 0;
  gboolean keyed = FALSE;

  while (self->at < end && !self->failed)
    {
      guint32 byte = read_number (self, 1);

      if (byte >= 22)
        {
          operand = read_operand (self, byte);
          continue;
        }
      if (byte == 12)
        byte = 12 << 8 | read_number (self, 1);
      if (byte == OPERATOR_ROS)
        keyed = TRUE;
      if (byte == OPERATOR_CHARSET)
        charset = operand;
    }

  return keyed && charset > 2 ? (gsize) charset : 0;
}

/* Format 0 is a list; 1 and 2 are ranges whose length has one or two bytes. */
static void
read_charset (Reader *self, GArray *cids, guint n_glyphs)
{
  guint32 format = read_number (self, 1);
  guint32 cid = 0;

  g_array_append_val (cids, cid);
  while (cids->len < n_glyphs && !self->failed)
    {
      guint32 n_more = 0;

      cid = read_number (self, 2);
      if (format > 0)
        n_more = read_number (self, format == 1 ? 1 : 2);
      for (guint32 i = 0; i <= n_more && cids->len < n_glyphs; i++, cid++)
        g_array_append_val (cids, cid);
    }
}

/**
 * zp_cff_read_cids:
 * @bytes: table "CFF "
 * @n_glyphs: of the font
 *
 * Returns: (transfer full) (nullable): of guint32: character number by glyph; %NULL when the font
 * is not keyed by character numbers, and in PDF the glyph's own number counts
 */
GArray *
zp_cff_read_cids (const guint8 *bytes, gsize length, guint n_glyphs)
{
  Reader reader = { .bytes = bytes, .length = length };
  g_autoptr (GArray) cids = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize start = 0;
  gsize end = 0;

  reader.at = 2;
  reader.at = read_number (&reader, 1);
  skip_index (&reader, &start, &end);
  skip_index (&reader, &start, &end);
  reader.at = start;
  reader.at = find_charset (&reader, MIN (end, length));
  if (reader.at == 0 || reader.failed)
    return NULL;

  read_charset (&reader, cids, n_glyphs);
  return reader.failed ? NULL : g_steal_pointer (&cids);
}
