/* SPDX-License-Identifier: GPL-3.0-or-later
 * Shapes runs with HarfBuzz, a stretch of text in one face at a time. */
#include "export/zp-shape.h"

#include <string.h>

#include "export/zp-font-set-private.h"
#include "export/zp-line-break-private.h"

typedef struct
{
  ZpFontSet *fonts;
  const ZpShapeStyle *style;
  hb_buffer_t *buffer;
  GString *text;
  ZpShape *shape;
} Shaper;

/* A stretch of one run in one face. */
typedef struct
{
  guint start;
  guint end;
  guint run;
  guint face;
} Stretch;

/* Grid widths must not depend on the neighbours of a character. */
static const hb_feature_t features[] = {
  { HB_TAG ('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

/* Marks, spaces and format characters stay in the face of what they stand with. */
static gboolean
takes_any_face (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

static gboolean
is_left_out (gunichar c)
{
  return c != '\n' && g_unichar_iscntrl (c);
}

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_iswide (c) || zp_line_is_one_of (c, L"“”‘’—…·");
}

static void
add_newline (Shaper *self, guint start, guint run)
{
  ZpAtom atom = { .character = '\n', .start = start, .bytes = 1, .run = run };

  g_array_append_val (self->shape->atoms, atom);
}

static void
add_glyph (Shaper *self, const hb_glyph_info_t *info, const hb_glyph_position_t *position)
{
  ZpAtom *atom = &g_array_index (self->shape->atoms, ZpAtom, self->shape->atoms->len - 1);
  double scale = self->style->size / ZP_FONT_UNITS;
  ZpAtomGlyph glyph = { .glyph = info->codepoint,
                        .x = position->x_offset * scale,
                        .y = -position->y_offset * scale,
                        .advance = position->x_advance * scale };

  g_array_append_val (self->shape->glyphs, glyph);
  atom->n_glyphs++;
  atom->width += glyph.advance;
}

static void
add_atom (Shaper *self, const Stretch *stretch, guint start)
{
  ZpAtom atom = { .character = g_utf8_get_char (self->text->str + start),
                  .start = start,
                  .run = stretch->run,
                  .face = stretch->face,
                  .first_glyph = self->shape->glyphs->len };

  g_array_append_val (self->shape->atoms, atom);
}

static void
shape_stretch (Shaper *self, const Stretch *stretch)
{
  const ZpFontFace *face = zp_font_set_get_face (self->fonts, stretch->face);
  hb_glyph_info_t *infos = NULL;
  hb_glyph_position_t *positions = NULL;
  unsigned int n_glyphs = 0;

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_add_utf8 (self->buffer, self->text->str, (int) self->text->len, stretch->start,
                      (int) (stretch->end - stretch->start));
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("zh-cn", -1));
  hb_buffer_guess_segment_properties (self->buffer);
  hb_shape (face->font, self->buffer, features, G_N_ELEMENTS (features));

  infos = hb_buffer_get_glyph_infos (self->buffer, &n_glyphs);
  positions = hb_buffer_get_glyph_positions (self->buffer, &n_glyphs);
  for (guint i = 0; i < n_glyphs; i++)
    {
      if (i == 0 || infos[i].cluster != infos[i - 1].cluster)
        add_atom (self, stretch, infos[i].cluster);
      add_glyph (self, &infos[i], &positions[i]);
    }
}

static guint
choose_face (Shaper *self, ZpFontRole role, gunichar c, const Stretch *stretch)
{
  if (takes_any_face (c))
    return stretch->end > stretch->start ? stretch->face : role;

  return zp_font_set_find_face (self->fonts, role, c);
}

static void
close_stretch (Shaper *self, Stretch *stretch)
{
  if (stretch->end > stretch->start)
    shape_stretch (self, stretch);
  stretch->start = stretch->end;
}

/* The text of the run stands in self->text from start on. */
static void
shape_run (Shaper *self, ZpFontRole role, guint run, guint start)
{
  Stretch stretch = { .start = start, .end = start, .run = run };

  for (guint at = start; at < self->text->len; at = stretch.end)
    {
      const char *here = self->text->str + at;
      gunichar c = g_utf8_get_char (here);
      guint face = c == '\n' ? stretch.face : choose_face (self, role, c, &stretch);

      if (c == '\n' || face != stretch.face)
        close_stretch (self, &stretch);
      if (c == '\n')
        add_newline (self, at, run);

      stretch.face = face;
      stretch.end = at + (guint) (g_utf8_next_char (here) - here);
      if (c == '\n')
        stretch.start = stretch.end;
    }
  close_stretch (self, &stretch);
}

static void
append_clean (GString *text, const char *raw)
{
  g_autofree char *valid = g_utf8_make_valid (raw, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        c = ' ';
      if (c == 0x2028 || c == 0x2029)
        c = '\n';
      if (!is_left_out (c))
        g_string_append_unichar (text, c);
    }
}

/* Marks that belong to Chinese text fill a place of the grid in every face; so do substitutes. */
static gboolean
fills_place (const GArray *atoms, guint i)
{
  const ZpAtom *atom = &g_array_index (atoms, ZpAtom, i);
  gunichar before = i > 0 ? atom[-1].character : 0;
  gunichar after = i + 1 < atoms->len ? atom[1].character : 0;

  if (zp_line_is_one_of (atom->character, L"“”‘’—…·"))
    return is_chinese (before) || is_chinese (after);

  return atom->face >= ZP_FONT_N_ROLES && g_unichar_iswide (atom->character);
}

static double
shift_in_place (gunichar c, double slack)
{
  if (zp_line_is_one_of (c, L"“‘"))
    return slack;
  if (zp_line_is_one_of (c, L"”’"))
    return 0;

  return slack / 2;
}

static void
fit_to_grid (ZpShape *shape, const ZpShapeStyle *style)
{
  double scale = style->pitch / style->size;

  for (guint i = 0; i < shape->atoms->len; i++)
    {
      ZpAtom *atom = &g_array_index (shape->atoms, ZpAtom, i);

      if (fills_place (shape->atoms, i))
        {
          atom->shift = shift_in_place (atom->character, style->size - atom->width);
          atom->width = style->size;
        }
      atom->width *= scale;
    }
}

static void
set_bytes (ZpShape *shape)
{
  guint end = (guint) strlen (shape->text);

  for (guint i = shape->atoms->len; i > 0; i--)
    {
      ZpAtom *atom = &g_array_index (shape->atoms, ZpAtom, i - 1);

      atom->bytes = end - atom->start;
      end = atom->start;
    }
}

/**
 * zp_shape_runs:
 * @runs: of #ZpDocRun
 *
 * Chooses a face for every character and shapes the text, left to right. Control characters are
 * left out, a tab becomes a space, a newline an atom of its own.
 *
 * Returns: (transfer full): glyphs with their natural widths
 */
ZpShape *
zp_shape_runs (ZpFontSet *fonts, const GPtrArray *runs, const ZpShapeStyle *style)
{
  ZpShape *shape = g_new0 (ZpShape, 1);
  Shaper shaper = { .fonts = fonts,
                    .style = style,
                    .buffer = hb_buffer_create (),
                    .text = g_string_new (NULL),
                    .shape = shape };

  shape->atoms = g_array_new (FALSE, FALSE, sizeof (ZpAtom));
  shape->glyphs = g_array_new (FALSE, FALSE, sizeof (ZpAtomGlyph));
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);
      guint start = (guint) shaper.text->len;

      append_clean (shaper.text, run->text);
      shape_run (&shaper, run->style == ZP_RUN_HEAD ? style->head_role : style->role, i, start);
    }

  hb_buffer_destroy (shaper.buffer);
  shape->text = g_string_free (shaper.text, FALSE);
  set_bytes (shape);
  fit_to_grid (shape, style);
  return shape;
}

/**
 * zp_shape_free:
 *
 * Frees text, atoms and glyphs.
 */
void
zp_shape_free (ZpShape *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_array_unref (self->atoms);
  g_array_unref (self->glyphs);
  g_free (self);
}
