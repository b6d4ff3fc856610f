/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cuts a plain CFF font down to some glyphs. In a font without subroutines an outline is one
 * stretch of bytes, so that nothing needs to be interpreted; the Fandol faces are of this sort. */
#include "export/zp-cff-private.h"

#include <string.h>

/**
 * Font:
 * @top @dict @own: DICTs of the font, of its only part, and what that part has for itself
 */
typedef struct
{
  ZpCffReader reader;
  ZpCffIndex names;
  ZpCffIndex strings;
  ZpCffIndex outlines;
  ZpCffSpan top;
  ZpCffSpan dict;
  ZpCffSpan own;
} Font;

/* Where things stand in the small font. */
typedef struct
{
  guint top;
  guint charset;
  guint select;
  guint outlines;
  guint dicts;
} Places;

static gboolean
find_in_dict (Font *self, ZpCffSpan dict, guint op, ZpCffEntry *entry)
{
  self->reader.at = dict.start;
  while (zp_cff_read_entry (&self->reader, dict.end, entry))
    if (entry->op == op)
      return TRUE;

  return FALSE;
}

static gboolean
read_index_at (Font *self, guint op, ZpCffIndex *index)
{
  ZpCffEntry entry;

  if (!find_in_dict (self, self->top, op, &entry) || entry.operands[1] < 1)
    return FALSE;

  self->reader.at = (gsize) entry.operands[1];
  zp_cff_read_index (&self->reader, index);
  return !self->reader.failed && index->count > 0;
}

static gboolean
read_private (Font *self)
{
  ZpCffEntry entry;

  if (!find_in_dict (self, self->dict, ZP_CFF_PRIVATE, &entry) || entry.operands[0] < 0 ||
      entry.operands[1] < 0)
    return FALSE;

  self->own.start = (gsize) entry.operands[1];
  self->own.end = self->own.start + (gsize) entry.operands[0];
  return self->own.end <= self->reader.length &&
         !find_in_dict (self, self->own, ZP_CFF_SUBRS, &entry) && !self->reader.failed;
}

/* Whether the font is of the plain sort: keyed by character numbers, of one part, without
 * subroutines. */
static gboolean
font_read (Font *self)
{
  ZpCffIndex tops;
  ZpCffIndex subroutines;
  ZpCffIndex dicts;
  ZpCffEntry entry;

  self->reader.at = 2;
  self->reader.at = zp_cff_read_number (&self->reader, 1);
  zp_cff_read_index (&self->reader, &self->names);
  zp_cff_read_index (&self->reader, &tops);
  zp_cff_read_index (&self->reader, &self->strings);
  zp_cff_read_index (&self->reader, &subroutines);
  self->top = zp_cff_get_member (&self->reader, &tops, 0);
  if (self->reader.failed || subroutines.count > 0 ||
      !find_in_dict (self, self->top, ZP_CFF_ROS, &entry) ||
      !read_index_at (self, ZP_CFF_CHAR_STRINGS, &self->outlines) ||
      !read_index_at (self, ZP_CFF_FD_ARRAY, &dicts) || dicts.count != 1)
    return FALSE;

  self->dict = zp_cff_get_member (&self->reader, &dicts, 0);
  return read_private (self);
}

static void
append_number (GByteArray *out, guint32 value, guint n_bytes)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (out, (const guint8 *) &big + 4 - n_bytes, n_bytes);
}

static void
append_span (GByteArray *out, const Font *font, gsize start, gsize end)
{
  g_byte_array_append (out, font->reader.bytes + start, (guint) (end - start));
}

/* Numbers of five bytes, whatever they are, so that places are known before they are written. */
static void
append_entry (GByteArray *out, guint n_operands, const guint32 *operands, guint op)
{
  for (guint i = 0; i < n_operands; i++)
    {
      append_number (out, 29, 1);
      append_number (out, operands[i], 4);
    }
  append_number (out, op, op > 0xff ? 2 : 1);
}

/* A list of one member. */
static void
append_single (GByteArray *out, const GByteArray *member)
{
  append_number (out, 1, 2);
  append_number (out, 4, 1);
  append_number (out, 1, 4);
  append_number (out, member->len + 1, 4);
  g_byte_array_append (out, member->data, member->len);
}

/* The DICT without the entries that say where things stand. */
static GByteArray *
copy_dict (Font *self, ZpCffSpan dict)
{
  GByteArray *out = g_byte_array_new ();
  ZpCffEntry entry;

  self->reader.at = dict.start;
  while (zp_cff_read_entry (&self->reader, dict.end, &entry))
    switch (entry.op)
      {
      case ZP_CFF_CHARSET:
      case ZP_CFF_CHAR_STRINGS:
      case ZP_CFF_PRIVATE:
      case ZP_CFF_FD_ARRAY:
      case ZP_CFF_FD_SELECT:
        break;
      default:
        append_span (out, self, entry.span.start, entry.span.end);
        break;
      }

  return out;
}

static void
append_top (GByteArray *out, Font *self, const Places *places)
{
  g_autoptr (GByteArray) top = copy_dict (self, self->top);

  append_entry (top, 1, &places->charset, ZP_CFF_CHARSET);
  append_entry (top, 1, &places->select, ZP_CFF_FD_SELECT);
  append_entry (top, 1, &places->outlines, ZP_CFF_CHAR_STRINGS);
  append_entry (top, 1, &places->dicts, ZP_CFF_FD_ARRAY);
  append_single (out, top);
}

/* Glyph 0, which every font must have, and the wanted ones. */
static GArray *
list_glyphs (const hb_set_t *glyphs)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (guint));
  hb_codepoint_t glyph = 0;

  g_array_set_size (list, 1);
  while (hb_set_next (glyphs, &glyph))
    g_array_append_val (list, glyph);
  return list;
}

/* The number of a glyph is that of its character, so that the codes in a text are the glyphs. */
static void
append_charset (GByteArray *out, guint n_glyphs)
{
  if (n_glyphs < 2)
    {
      append_number (out, 0, 1);
      return;
    }
  append_number (out, 2, 1);
  append_number (out, 1, 2);
  append_number (out, n_glyphs - 2, 2);
}

/* All glyphs are of the one part: a range from 0 on. */
static void
append_select (GByteArray *out, guint n_glyphs)
{
  append_number (out, 3, 1);
  append_number (out, 1, 2);
  append_number (out, 0, 3);
  append_number (out, n_glyphs, 2);
}

static void
append_outlines (GByteArray *out, Font *self, const GArray *glyphs)
{
  g_autoptr (GByteArray) bodies = g_byte_array_new ();

  append_number (out, glyphs->len, 2);
  append_number (out, 4, 1);
  append_number (out, 1, 4);
  for (guint i = 0; i < glyphs->len; i++)
    {
      ZpCffSpan span =
        zp_cff_get_member (&self->reader, &self->outlines, g_array_index (glyphs, guint, i));

      append_span (bodies, self, span.start, span.end);
      append_number (out, bodies->len + 1, 4);
    }
  g_byte_array_append (out, bodies->data, bodies->len);
}

static void
append_part (GByteArray *out, Font *self)
{
  g_autoptr (GByteArray) dict = copy_dict (self, self->dict);
  const guint n_private_entry = 2 * 5 + 1;
  const guint n_frame = 2 + 1 + 2 * 4;
  guint32 own[2] = { (guint32) (self->own.end - self->own.start),
                     out->len + n_frame + dict->len + n_private_entry };

  append_entry (dict, 2, own, ZP_CFF_PRIVATE);
  append_single (out, dict);
  append_span (out, self, self->own.start, self->own.end);
}

/* The top DICT says where the others stand, in numbers of one width, and is written over when that
 * is known. */
static GByteArray *
write_font (Font *self, const GArray *glyphs)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) top = g_byte_array_new ();
  const guint8 header[] = { 1, 0, 4, 4 };
  Places places = { 0 };

  g_byte_array_append (out, header, sizeof header);
  append_span (out, self, self->names.start, self->names.end);
  places.top = out->len;
  append_top (out, self, &places);
  append_span (out, self, self->strings.start, self->strings.end);
  append_number (out, 0, 2);
  places.charset = out->len;
  append_charset (out, glyphs->len);
  places.select = out->len;
  append_select (out, glyphs->len);
  places.outlines = out->len;
  append_outlines (out, self, glyphs);
  places.dicts = out->len;
  append_part (out, self);

  append_top (top, self, &places);
  memcpy (out->data + places.top, top->data, top->len);
  return out;
}

/**
 * zp_cff_subset:
 * @bytes: table "CFF "
 * @glyphs: numbers in the whole font
 *
 * Makes a font of glyph 0 and the given ones, in the order of their numbers. There a glyph is keyed
 * by its new number.
 *
 * Returns: (transfer full) (nullable): the table; %NULL when the font is damaged or of another sort
 *   than the plain one: keyed by character numbers, of one part, without subroutines
 */
GBytes *
zp_cff_subset (const guint8 *bytes, gsize length, const hb_set_t *glyphs)
{
  Font font = { .reader = { .bytes = bytes, .length = length } };
  g_autoptr (GArray) list = list_glyphs (glyphs);
  g_autoptr (GByteArray) out = NULL;

  if (list->len > G_MAXUINT16 || !font_read (&font))
    return NULL;

  out = write_font (&font, list);
  return font.reader.failed ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
