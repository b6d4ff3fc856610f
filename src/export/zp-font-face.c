/* SPDX-License-Identifier: GPL-3.0-or-later
 * One face read straight from its file, without asking the system's list of fonts. */
#include "export/zp-font-set-private.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>

#include "export/zp-exporter.h"

/* OpenType, table OS/2: fsType at byte 8; value 2 in the low four bits is "restricted". Files get
 * the characters used only, as outlines: what forbids either forbids embedding. */
#define FSTYPE_OFFSET 8
#define FSTYPE_USAGE_MASK 0x000f
#define FSTYPE_RESTRICTED 0x0002
#define FSTYPE_NO_SUBSETTING 0x0100
#define FSTYPE_BITMAPS_ONLY 0x0200

static gboolean
read_embeddable (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('O', 'S', '/', '2'));
  unsigned int length = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (table, &length);
  guint usage = 0;

  if (length >= FSTYPE_OFFSET + 2)
    usage = (guint) bytes[FSTYPE_OFFSET] << 8 | bytes[FSTYPE_OFFSET + 1];
  hb_blob_destroy (table);
  return (usage & FSTYPE_USAGE_MASK) != FSTYPE_RESTRICTED &&
         (usage & (FSTYPE_NO_SUBSETTING | FSTYPE_BITMAPS_ONLY)) == 0;
}

static char *
read_family (hb_face_t *face, const char *file)
{
  char family[128] = "";
  unsigned int size = sizeof family;

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_FONT_FAMILY, HB_LANGUAGE_INVALID, &size, family);
  if (family[0] == '\0')
    return g_path_get_basename (file);

  return g_strdup (family);
}

/**
 * zp_font_face_open:
 * @role: the role it shall play
 * @file: path of an OpenType or TrueType file or collection
 * @index: number of the face in a collection, else 0
 *
 * Maps the file into memory; nothing is read before it is needed.
 *
 * Returns: (transfer full): the face, or %NULL with %ZP_EXPORT_ERROR_FONT
 */
ZpFontFace *
zp_font_face_open (ZpFontRole role, const char *file, guint index, GError **error)
{
  ZpFontFace *self = NULL;
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (file);

  if (blob == NULL || index >= hb_face_count (blob))
    {
      hb_blob_destroy (blob);
      g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
                   _ ("%s: cannot be read as a font; install it again"), file);
      return NULL;
    }

  self = g_new0 (ZpFontFace, 1);
  self->role = role;
  self->file = g_strdup (file);
  self->index = index;
  self->blob = blob;
  self->face = hb_face_create (blob, index);
  self->font = hb_font_create (self->face);
  hb_font_set_scale (self->font, ZP_FONT_UNITS, ZP_FONT_UNITS);
  self->family = read_family (self->face, file);
  self->embeddable = read_embeddable (self->face);
  return self;
}

/**
 * zp_font_face_free:
 *
 * Closes the face and its file.
 */
void
zp_font_face_free (ZpFontFace *self)
{
  if (self == NULL)
    return;

  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  hb_blob_destroy (self->blob);
  g_free (self->family);
  g_free (self->file);
  g_free (self);
}

/**
 * zp_font_face_has:
 *
 * Returns: whether the face has a glyph of its own for the character
 */
gboolean
zp_font_face_has (const ZpFontFace *self, gunichar character)
{
  hb_codepoint_t glyph = 0;

  return hb_font_get_nominal_glyph (self->font, character, &glyph) && glyph != 0;
}
