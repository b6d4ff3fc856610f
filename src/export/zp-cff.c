/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the one thing of a CFF font that a PDF must know: the character number of every glyph. */
#include "export/zp-cff-private.h"

/* Offset of the charset of a font keyed by character numbers, or 0. */
static gsize
find_charset (ZpCffReader *self, ZpCffSpan top)
{
  ZpCffEntry entry;
  gint32 charset = 0;
  gboolean keyed = FALSE;

  self->at = top.start;
  while (zp_cff_read_entry (self, top.end, &entry))
    {
      keyed |= entry.op == ZP_CFF_ROS;
      if (entry.op == ZP_CFF_CHARSET)
        charset = entry.operands[1];
    }

  return keyed && charset > 2 ? (gsize) charset : 0;
}

/* Format 0 is a list; 1 and 2 are ranges whose length has one or two bytes. */
static void
read_charset (ZpCffReader *self, GArray *cids, guint n_glyphs)
{
  guint32 format = zp_cff_read_number (self, 1);
  guint32 cid = 0;

  g_array_append_val (cids, cid);
  while (cids->len < n_glyphs && !self->failed)
    {
      guint32 n_more = 0;

      cid = zp_cff_read_number (self, 2);
      if (format > 0)
        n_more = zp_cff_read_number (self, format == 1 ? 1 : 2);
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
  ZpCffReader reader = { .bytes = bytes, .length = length };
  g_autoptr (GArray) cids = g_array_new (FALSE, FALSE, sizeof (guint32));
  ZpCffIndex names;
  ZpCffIndex tops;

  reader.at = 2;
  reader.at = zp_cff_read_number (&reader, 1);
  zp_cff_read_index (&reader, &names);
  zp_cff_read_index (&reader, &tops);
  reader.at = find_charset (&reader, zp_cff_get_member (&reader, &tops, 0));
  if (reader.at == 0 || reader.failed)
    return NULL;

  read_charset (&reader, cids, n_glyphs);
  return reader.failed ? NULL : g_steal_pointer (&cids);
}
