/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cuts faces down with HarfBuzz: the file is mapped, so only the used outlines are ever read. */
#include "export/zp-font-subset-private.h"

#include <glib/gi18n-lib.h>
#include <hb-subset.h>

#include "export/zp-exporter.h"

/* What draws. The subsetter would read all of a cmap, which takes longer than the outlines, so it
 * is given one only where the reader looks characters up. */
static const char kept_tables[][5] = {
  "CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post",
};

static void
add_table (hb_face_t *bare, hb_face_t *whole, const char *name)
{
  hb_tag_t tag = hb_tag_from_string (name, 4);
  hb_blob_t *table = hb_face_reference_table (whole, tag);

  if (hb_blob_get_length (table) > 0)
    hb_face_builder_add_table (bare, tag, table);
  hb_blob_destroy (table);
}

/* A face of these tables, which stay where they are in memory. */
static hb_face_t *
make_bare (hb_face_t *whole, const hb_set_t *characters)
{
  hb_face_t *bare = hb_face_builder_create ();

  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    add_table (bare, whole, kept_tables[i]);
  if (characters != NULL)
    add_table (bare, whole, "cmap");

  return bare;
}

static hb_subset_input_t *
make_input (const hb_set_t *glyphs, const hb_set_t *characters)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();

  if (input == NULL)
    return NULL;

  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  if (characters != NULL)
    hb_set_union (hb_subset_input_unicode_set (input), characters);
  /* Written out, subroutines cost nothing once the file is compressed, and take half the time. */
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  return input;
}

static ZpFontSubset *
run_plan (hb_subset_plan_t *plan)
{
  hb_face_t *face = hb_subset_plan_execute_or_fail (plan);
  ZpFontSubset *self = NULL;

  if (face == NULL)
    return NULL;

  self = g_new0 (ZpFontSubset, 1);
  self->blob = hb_face_reference_blob (face);
  self->glyphs = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
  hb_face_destroy (face);
  return self;
}

static ZpFontSubset *
make_subset (const ZpFontFace *face, const hb_set_t *glyphs, const hb_set_t *characters)
{
  hb_face_t *bare = make_bare (face->face, characters);
  hb_subset_input_t *input = make_input (glyphs, characters);
  hb_subset_plan_t *plan = input != NULL ? hb_subset_plan_create_or_fail (bare, input) : NULL;
  ZpFontSubset *self = plan != NULL ? run_plan (plan) : NULL;

  if (plan != NULL)
    hb_subset_plan_destroy (plan);
  if (input != NULL)
    hb_subset_input_destroy (input);
  hb_face_destroy (bare);
  return self;
}

/**
 * zp_font_subset_new:
 * @glyphs: glyph numbers in the whole face
 * @characters: (nullable): what readers will look up in the small font by character; %NULL when
 *   they are given the numbers of its glyphs
 *
 * Returns: (transfer full): the small font, or %NULL with %ZP_EXPORT_ERROR_FONT when the face is
 * damaged or may not be embedded
 */
ZpFontSubset *
zp_font_subset_new (const ZpFontFace *face,
                    const hb_set_t *glyphs,
                    const hb_set_t *characters,
                    GError **error)
{
  ZpFontSubset *self = NULL;

  if (!face->embeddable)
    {
      g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
                   _ ("%s: the licence of the font forbids embedding; use the bundled fonts"),
                   face->file);
      return NULL;
    }

  self = make_subset (face, glyphs, characters);
  if (self == NULL)
    g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
                 _ ("%s: the font is damaged; install it again"), face->file);
  return self;
}

/**
 * zp_font_subset_free:
 *
 * Frees the small font.
 */
void
zp_font_subset_free (ZpFontSubset *self)
{
  if (self == NULL)
    return;

  hb_blob_destroy (self->blob);
  hb_map_destroy (self->glyphs);
  g_free (self);
}
