/* SPDX-License-Identifier: GPL-3.0-or-later
 * Embeds the faces of an OFD document: cut down to what is used, found by character.
 */
#include "export/zp-font-subset-private.h"
#include "export/zp-ofd-private.h"
#include "export/zp-office-face-private.h"

typedef struct
{
  hb_set_t *glyphs;
  hb_set_t *characters;
} Used;

static void
used_clear (Used *self)
{
  hb_set_destroy (self->glyphs);
  hb_set_destroy (self->characters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Used, used_clear)

static void
collect_run (Used *self, const ZpPageRun *run)
{
  for (guint i = 0; i < run->n_glyphs; i++)
    hb_set_add (self->glyphs, run->glyphs[i].glyph);
  for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
    hb_set_add (self->characters, g_utf8_get_char (at));
}

static void
collect (Used *self, const ZpPages *pages, guint face)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *runs = ((const ZpPrintedPage *) g_ptr_array_index (pages->pages, i))->runs;

      for (guint k = 0; k < runs->len; k++)
        if (g_array_index (runs, ZpPageRun, k).face == face)
          collect_run (self, &g_array_index (runs, ZpPageRun, k));
    }
}

/* A reader that has the face of the role takes that; a face found for a rare character goes by its
 * own name, so that the embedded one is taken. */
static const char *
name_of (const ZpFontFace *face)
{
  return face->substitute ? face->family : zp_office_face_get (face->role)->name;
}

static gboolean
add_file (ZpOfdBook *self, guint number, const char *name, GError **error)
{
  const ZpFontFace *face = zp_font_set_get_face (self->fonts, number);
  g_auto (Used) used = { hb_set_create (), hb_set_create () };
  g_autoptr (ZpFontSubset) subset = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autofree char *place = g_strconcat ("Doc_0/Res/", name, NULL);
  unsigned int length = 0;
  const char *data = NULL;

  collect (&used, self->pages, number);
  subset = zp_font_subset_new (face, used.glyphs, used.characters, error);
  if (subset == NULL)
    return FALSE;

  data = hb_blob_get_data (subset->blob, &length);
  part = g_bytes_new (data, length);
  zp_zip_writer_add (self->zip, place, part);
  return TRUE;
}

static gboolean
add_font (ZpOfdBook *self, ZpXmlWriter *xml, guint number, GError **error)
{
  const char *face = name_of (zp_font_set_get_face (self->fonts, number));
  g_autofree char *file = g_strdup_printf ("font_%u.otf", number);
  g_autofree char *id = g_strdup_printf ("%u", ++self->last_id);

  if (number >= self->font_ids->len)
    g_array_set_size (self->font_ids, number + 1);
  g_array_index (self->font_ids, guint, number) = self->last_id;

  zp_xml_writer_start (xml, "ofd:Font", "ID", id, "FontName", face, "FamilyName", face, "Charset",
                       "unicode", NULL);
  zp_xml_writer_start (xml, "ofd:FontFile", NULL);
  zp_xml_writer_text (xml, file);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  return add_file (self, number, file, error);
}

/**
 * zp_ofd_fonts_add:
 *
 * Adds every face of the pages, and the list of them, and numbers them in the book.
 *
 * Returns: %FALSE with %ZP_EXPORT_ERROR_FONT when a face is damaged or may not be embedded
 */
gboolean
zp_ofd_fonts_add (ZpOfdBook *self, GError **error)
{
  g_autoptr (ZpXmlWriter) xml = zp_ofd_part_new ("ofd:Res");
  const GArray *faces = self->pages->faces;
  g_autoptr (GBytes) part = NULL;

  zp_xml_writer_attribute (xml, "BaseLoc", "Res");
  if (faces->len > 0)
    zp_xml_writer_start (xml, "ofd:Fonts", NULL);
  for (guint i = 0; i < faces->len; i++)
    if (!add_font (self, xml, g_array_index (faces, guint, i), error))
      return FALSE;

  part = zp_xml_writer_finish (xml);
  zp_zip_writer_add (self->zip, "Doc_0/PublicRes.xml", part);
  return TRUE;
}
