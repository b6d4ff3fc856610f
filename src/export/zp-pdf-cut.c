/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes of a face what is embedded: the outlines of the glyphs that are used, and codes for them.
 */
#include "export/zp-pdf-font-private.h"

/**
 * zp_pdf_get_table:
 *
 * Returns: (transfer full): a table of the face, where it lies in memory; empty when there is none
 */
GBytes *
zp_pdf_get_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  unsigned int length = 0;
  const char *data = hb_blob_get_data (blob, &length);

  return g_bytes_new_with_free_func (data, length, (GDestroyNotify) hb_blob_destroy, blob);
}

/* Glyph 0 is first in every small font, and then they stand in order. */
static gboolean
cut_plain (ZpPdfCut *self, const ZpFontFace *face, const hb_set_t *glyphs)
{
  g_autoptr (GBytes) whole = zp_pdf_get_table (face->face, HB_TAG ('C', 'F', 'F', ' '));
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (whole, &length);
  hb_codepoint_t glyph = 0;
  guint code = 0;

  if (!face->embeddable)
    return FALSE;
  self->program = zp_cff_subset (data, length, glyphs);
  if (self->program == NULL)
    return FALSE;

  self->is_cff = TRUE;
  while (hb_set_next (glyphs, &glyph))
    hb_map_set (self->codes, glyph, ++code);
  return TRUE;
}

static void
set_codes (ZpPdfCut *self, const hb_set_t *glyphs, const ZpFontSubset *subset, const GArray *cids)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (glyphs, &glyph))
    {
      guint small = hb_map_get (subset->glyphs, glyph);

      if (cids != NULL)
        small = small < cids->len ? g_array_index (cids, guint32, small) : 0;
      hb_map_set (self->codes, glyph, small);
    }
}

static gboolean
cut_any (ZpPdfCut *self, const ZpFontFace *face, const hb_set_t *glyphs, GError **error)
{
  g_autoptr (ZpFontSubset) subset = zp_font_subset_new (face, glyphs, NULL, error);
  g_autoptr (GArray) cids = NULL;
  hb_face_t *small = NULL;
  gsize length = 0;
  const guint8 *data = NULL;

  if (subset == NULL)
    return FALSE;

  small = hb_face_create (subset->blob, 0);
  self->program = zp_pdf_get_table (small, HB_TAG ('C', 'F', 'F', ' '));
  data = g_bytes_get_data (self->program, &length);
  self->is_cff = length > 0;
  if (self->is_cff)
    cids = zp_cff_read_cids (data, length, hb_face_get_glyph_count (small));
  set_codes (self, glyphs, subset, cids);
  hb_face_destroy (small);
  if (self->is_cff)
    return TRUE;

  g_bytes_unref (self->program);
  data = (const guint8 *) hb_blob_get_data (subset->blob, NULL);
  self->program =
    g_bytes_new_with_free_func (data, hb_blob_get_length (subset->blob),
                                (GDestroyNotify) hb_blob_destroy, hb_blob_reference (subset->blob));
  return TRUE;
}

/**
 * zp_pdf_cut_make:
 * @glyphs: all that will be used, by their numbers in the whole face
 *
 * Cuts a face down. One of the bundled faces' sort is cut by our own hand, in a small part of the
 * time that HarfBuzz takes for any face.
 *
 * Returns: whether it could be cut; else %ZP_EXPORT_ERROR_FONT is set
 */
gboolean
zp_pdf_cut_make (ZpPdfCut *self, const ZpFontFace *face, const hb_set_t *glyphs, GError **error)
{
  self->codes = hb_map_create ();
  return cut_plain (self, face, glyphs) || cut_any (self, face, glyphs, error);
}

/**
 * zp_pdf_cut_clear:
 *
 * Frees what belongs to the cut.
 */
void
zp_pdf_cut_clear (ZpPdfCut *self)
{
  g_clear_pointer (&self->program, g_bytes_unref);
  hb_map_destroy (self->codes);
}
