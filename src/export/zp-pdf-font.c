/* SPDX-License-Identifier: GPL-3.0-or-later
 * Embeds the used glyphs of a face as a composite font (ISO 32000-1, 9.7) whose text can be copied.
 */
#include "export/zp-pdf-font-private.h"

#include <hb-ot.h>
#include <string.h>

/* Entries in one block of a ToUnicode map; readers take no more (ISO 32000-1, 9.10.3). */
#define MAX_MAPPED 100

/* FontDescriptor, Flags: symbolic, for the codes are no standard encoding. */
#define FLAGS 4

/**
 * ZpPdfFont:
 * @texts: of glyph of the whole face to what it says
 */
struct _ZpPdfFont
{
  const ZpFontFace *face;
  ZpPdfCut cut;
  GHashTable *texts;
  hb_set_t *glyphs;
  guint object;
};

/**
 * zp_pdf_font_new:
 * @face: must outlive the font
 * @glyphs: all that will be used, by their numbers in the whole face
 *
 * Returns: (transfer full): the font, not yet written; or %NULL with %ZP_EXPORT_ERROR_FONT
 */
ZpPdfFont *
zp_pdf_font_new (ZpPdfFile *file, const ZpFontFace *face, const hb_set_t *glyphs, GError **error)
{
  g_autoptr (ZpPdfFont) self = g_new0 (ZpPdfFont, 1);

  self->face = face;
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->glyphs = hb_set_copy (glyphs);
  if (!zp_pdf_cut_make (&self->cut, face, glyphs, error))
    return NULL;

  self->object = zp_pdf_file_reserve (file);
  return g_steal_pointer (&self);
}

/**
 * zp_pdf_font_free:
 *
 * Frees the font; what is written stays.
 */
void
zp_pdf_font_free (ZpPdfFont *self)
{
  if (self == NULL)
    return;

  zp_pdf_cut_clear (&self->cut);
  hb_set_destroy (self->glyphs);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * zp_pdf_font_get_object:
 *
 * Returns: number of the font's object
 */
guint
zp_pdf_font_get_object (const ZpPdfFont *self)
{
  return self->object;
}

/**
 * zp_pdf_font_get_code:
 * @glyph: its number in the whole face
 *
 * Returns: two-byte code of the glyph in strings of the file
 */
guint
zp_pdf_font_get_code (const ZpPdfFont *self, guint glyph)
{
  guint code = hb_map_get (self->cut.codes, glyph);

  return code != HB_MAP_VALUE_INVALID ? code : 0;
}

/**
 * zp_pdf_font_get_width:
 * @glyph: its number in the whole face
 *
 * Returns: advance in thousandths of the size
 */
double
zp_pdf_font_get_width (const ZpPdfFont *self, guint glyph)
{
  return hb_font_get_glyph_h_advance (self->face->font, glyph) * 1000.0 / ZP_FONT_UNITS;
}

/**
 * zp_pdf_font_says:
 * @text: not terminated; @length: in bytes
 *
 * Notes what a glyph says. The first text counts; for another the place itself must tell.
 *
 * Returns: whether readers take the glyph for this text
 */
gboolean
zp_pdf_font_says (ZpPdfFont *self, guint glyph, const char *text, gsize length)
{
  const char *known = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));

  if (glyph == 0 || length == 0)
    return FALSE;
  if (known == NULL)
    {
      g_hash_table_insert (self->texts, GUINT_TO_POINTER (glyph), g_strndup (text, length));
      return TRUE;
    }

  return strlen (known) == length && memcmp (known, text, length) == 0;
}

/* A name of its own for each selection of glyphs, the same for the same one. */
static char *
make_name (const ZpPdfFont *self)
{
  char name[128] = "";
  unsigned int size = sizeof name;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  const char *digest = NULL;
  char tag[7] = "";

  hb_ot_name_get_utf8 (self->face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                       name);
  g_strcanon (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
  while (hb_set_next (self->glyphs, &glyph))
    {
      guint32 number = GUINT32_TO_BE (glyph);

      g_checksum_update (checksum, (const guchar *) &number, sizeof number);
    }
  digest = g_checksum_get_string (checksum);
  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + g_ascii_xdigit_value (digest[i]));

  return g_strdup_printf ("%s+%s", tag, name[0] != '\0' ? name : "Font");
}

static char *
make_bounding_box (const ZpPdfFont *self)
{
  g_autoptr (GBytes) head = zp_pdf_get_table (self->face->face, HB_TAG ('h', 'e', 'a', 'd'));
  double scale = 1000.0 / hb_face_get_upem (self->face->face);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (head, &length);
  GString *box = g_string_new (NULL);

  /* OpenType, table head: xMin, yMin, xMax, yMax from byte 36 on. */
  for (gsize i = 36; i < 44; i += 2)
    {
      gint16 value = i + 1 < length ? (gint16) (data[i] << 8 | data[i + 1]) : 0;

      g_string_append_printf (box, "%d ", (int) (value * scale));
    }

  return g_string_free (box, FALSE);
}

static guint
write_program (const ZpPdfFont *self, ZpPdfFile *file)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (self->cut.program, &length);

  return zp_pdf_file_add_stream (file, self->cut.is_cff ? "/Subtype/CIDFontType0C" : "", data,
                                 length);
}

static guint
write_descriptor (const ZpPdfFont *self, ZpPdfFile *file, const char *name)
{
  guint program = write_program (self, file);
  g_autofree char *box = make_bounding_box (self);
  hb_font_extents_t extents = { 0 };
  g_autofree char *body = NULL;

  hb_font_get_h_extents (self->face->font, &extents);
  body = g_strdup_printf ("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s]/ItalicAngle 0"
                          "/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile%s %u 0 R>>",
                          name, FLAGS, box, extents.ascender, MIN (extents.descender, 0),
                          self->cut.is_cff ? "3" : "2", program);
  return zp_pdf_file_add (file, body);
}

static void
append_widths (const ZpPdfFont *self, GString *out)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->glyphs, &glyph))
    {
      double width = zp_pdf_font_get_width (self, glyph);

      if (width > 999.5 && width < 1000.5)
        continue;
      g_string_append_printf (out, "%u[", zp_pdf_font_get_code (self, glyph));
      zp_pdf_append_number (out, width);
      g_string_append_c (out, ']');
    }
}

static guint
write_descendant (const ZpPdfFont *self, ZpPdfFile *file, const char *name)
{
  guint descriptor = write_descriptor (self, file, name);
  GString *body = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_string_append_printf (body,
                          "<</Type/Font/Subtype/CIDFontType%s/BaseFont/%s/CIDSystemInfo"
                          "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                          "/FontDescriptor %u 0 R/DW 1000/W[",
                          self->cut.is_cff ? "0" : "2", name, descriptor);
  append_widths (self, body);
  g_string_append (body, self->cut.is_cff ? "]>>" : "]/CIDToGIDMap/Identity>>");
  text = g_string_free (body, FALSE);
  return zp_pdf_file_add (file, text);
}

static guint
append_mapping (const ZpPdfFont *self, GString *out, hb_codepoint_t glyph)
{
  const char *text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));

  if (text == NULL)
    return 0;

  g_string_append_c (out, '<');
  zp_pdf_append_code (out, zp_pdf_font_get_code (self, glyph));
  g_string_append (out, "><");
  zp_pdf_append_utf16 (out, text, -1);
  g_string_append (out, ">\n");
  return 1;
}

static void
append_block (GString *out, guint n_lines, GString *lines)
{
  if (n_lines > 0)
    g_string_append_printf (out, "%u beginbfchar\n%sendbfchar\n", n_lines, lines->str);
  g_string_truncate (lines, 0);
}

static void
append_mapped (const ZpPdfFont *self, GString *out)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_lines = 0;

  while (hb_set_next (self->glyphs, &glyph))
    {
      n_lines += append_mapping (self, lines, glyph);
      if (n_lines < MAX_MAPPED)
        continue;
      append_block (out, n_lines, lines);
      n_lines = 0;
    }
  append_block (out, n_lines, lines);
}

static guint
write_text_map (const ZpPdfFont *self, ZpPdfFile *file)
{
  GString *map = g_string_new ("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                               "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  guint object = 0;

  append_mapped (self, map);
  g_string_append (map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  object = zp_pdf_file_add_stream (file, "", map->str, map->len);
  g_string_free (map, TRUE);
  return object;
}

/**
 * zp_pdf_font_write:
 *
 * Writes the font with all that belongs to it; to be called when every text is set.
 */
void
zp_pdf_font_write (ZpPdfFont *self, ZpPdfFile *file)
{
  g_autofree char *name = make_name (self);
  guint descendant = write_descendant (self, file, name);
  guint map = write_text_map (self, file);
  g_autofree char *body = g_strdup_printf (
    "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%u 0 R]"
    "/ToUnicode %u 0 R>>",
    name, descendant, map);

  zp_pdf_file_set (file, self->object, body);
}
