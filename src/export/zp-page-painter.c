/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opens the faces of a set of pages for cairo and draws text and rules. */
#include "export/zp-page-painter.h"

#include <cairo-ft.h>
#include <glib/gi18n-lib.h>

#include "export/zp-exporter.h"
#include "export/zp-font-subset-private.h"

/* A face as cairo draws it; @subset is %NULL where the whole face is used. */
typedef struct
{
  cairo_font_face_t *cairo;
  ZpFontSubset *subset;
} Face;

/* What a cairo face needs for as long as any of cairo's caches holds it. */
typedef struct
{
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} Owner;

struct _ZpPagePainter
{
  ZpPages *pages;
  GArray *faces; /* of Face, by number of the face; unused ones are empty */
  gboolean tagged;
};

static const cairo_user_data_key_t owner_key;

static const char *const tag_names[] = {
  [ZP_PAGE_TAG_ARTIFACT] = NULL,  [ZP_PAGE_TAG_TITLE] = "H1",     [ZP_PAGE_TAG_HEADING_1] = "H1",
  [ZP_PAGE_TAG_HEADING_2] = "H2", [ZP_PAGE_TAG_HEADING_3] = "H3", [ZP_PAGE_TAG_HEADING_4] = "H4",
  [ZP_PAGE_TAG_PARAGRAPH] = "P",  [ZP_PAGE_TAG_TABLE_HEAD] = "P", [ZP_PAGE_TAG_TABLE_CELL] = "P",
};

static void
owner_free (void *data)
{
  Owner *owner = data;

  if (owner->face != NULL)
    FT_Done_Face (owner->face);
  if (owner->library != NULL)
    FT_Done_FreeType (owner->library);
  hb_blob_destroy (owner->blob);
  g_free (owner);
}

static void
clear_face (gpointer data)
{
  Face *face = data;

  if (face->cairo != NULL)
    cairo_font_face_destroy (face->cairo);
  zp_font_subset_free (face->subset);
}

/* The face lives as long as cairo needs it, so its library and its bytes go with it. */
static cairo_font_face_t *
make_cairo_face (hb_blob_t *blob, guint index)
{
  Owner *owner = g_new0 (Owner, 1);
  unsigned int length = 0;
  const char *bytes = hb_blob_get_data (blob, &length);
  cairo_font_face_t *face = NULL;

  owner->blob = hb_blob_reference (blob);
  if (FT_Init_FreeType (&owner->library) != 0 ||
      FT_New_Memory_Face (owner->library, (const FT_Byte *) bytes, (FT_Long) length,
                          (FT_Long) index, &owner->face) != 0)
    {
      owner_free (owner);
      return NULL;
    }

  face = cairo_ft_font_face_create_for_ft_face (owner->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (face, &owner_key, owner, owner_free) != CAIRO_STATUS_SUCCESS)
    {
      cairo_font_face_destroy (face);
      owner_free (owner);
      return NULL;
    }
  return face;
}

static hb_set_t *
collect_glyphs (const ZpPages *pages, guint face)
{
  hb_set_t *glyphs = hb_set_create ();

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *runs = ((const ZpPrintedPage *) g_ptr_array_index (pages->pages, i))->runs;

      for (guint k = 0; k < runs->len; k++)
        {
          const ZpPageRun *run = &g_array_index (runs, ZpPageRun, k);

          for (guint n = 0; run->face == face && n < run->n_glyphs; n++)
            hb_set_add (glyphs, run->glyphs[n].glyph);
        }
    }

  return glyphs;
}

static gboolean
open_subset (ZpPagePainter *self, Face *face, const ZpFontFace *from, guint number, GError **error)
{
  hb_set_t *glyphs = collect_glyphs (self->pages, number);

  face->subset = zp_font_subset_new (from, glyphs, error);
  hb_set_destroy (glyphs);
  if (face->subset == NULL)
    return FALSE;

  face->cairo = make_cairo_face (face->subset->blob, 0);
  return TRUE;
}

static gboolean
open_face (ZpPagePainter *self, ZpFontSet *fonts, guint number, GError **error)
{
  const ZpFontFace *from = zp_font_set_get_face (fonts, number);
  Face *face = &g_array_index (self->faces, Face, number);

  if (self->tagged && !open_subset (self, face, from, number, error))
    return FALSE;
  if (!self->tagged)
    face->cairo = make_cairo_face (from->blob, from->index);
  if (face->cairo != NULL)
    return TRUE;

  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
               _ ("%s: cannot be drawn; install the font again"), from->file);
  return FALSE;
}

/**
 * zp_page_painter_new:
 * @fonts: the set the pages were made with; not needed afterwards
 *
 * Opens every face the pages use. A painter belongs to one thread.
 *
 * Returns: (transfer full): the painter, or %NULL with %ZP_EXPORT_ERROR_FONT
 */
ZpPagePainter *
zp_page_painter_new (ZpPages *pages, ZpFontSet *fonts, ZpPagePainterFlags flags, GError **error)
{
  g_autoptr (ZpPagePainter) self = NULL;
  guint n_faces = 0;

  g_return_val_if_fail (pages != NULL && fonts != NULL, NULL);

  self = g_new0 (ZpPagePainter, 1);
  self->pages = zp_pages_ref (pages);
  self->tagged = (flags & ZP_PAGE_PAINTER_EMBED) != 0;
  self->faces = g_array_new (FALSE, TRUE, sizeof (Face));
  g_array_set_clear_func (self->faces, clear_face);
  n_faces = pages->faces->len;
  if (n_faces > 0)
    g_array_set_size (self->faces, g_array_index (pages->faces, guint, n_faces - 1) + 1);
  for (guint i = 0; i < n_faces; i++)
    if (!open_face (self, fonts, g_array_index (pages->faces, guint, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * zp_page_painter_free:
 *
 * What cairo still caches of the faces stays alive on its own.
 */
void
zp_page_painter_free (ZpPagePainter *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->faces);
  zp_pages_unref (self->pages);
  g_free (self);
}

static guint
count_clusters (const ZpPageRun *run)
{
  guint n_clusters = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    n_clusters += run->glyphs[i].bytes > 0 ? 1 : 0;

  return n_clusters;
}

static cairo_text_cluster_t *
make_clusters (const ZpPageRun *run, guint n_clusters)
{
  cairo_text_cluster_t *clusters = g_new0 (cairo_text_cluster_t, n_clusters);
  int at = -1;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      if (run->glyphs[i].bytes > 0)
        clusters[++at].num_bytes = (int) run->glyphs[i].bytes;
      if (at >= 0)
        clusters[at].num_glyphs++;
    }

  return clusters;
}

static cairo_glyph_t *
make_glyphs (const Face *face, const ZpPageRun *run, double x, double y)
{
  cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs);

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      guint glyph = run->glyphs[i].glyph;

      glyphs[i].index = face->subset != NULL ? hb_map_get (face->subset->glyphs, glyph) : glyph;
      glyphs[i].x = x + run->glyphs[i].x;
      glyphs[i].y = y + run->glyphs[i].y;
    }

  return glyphs;
}

static void
draw_run (const ZpPagePainter *self, cairo_t *cr, const ZpPageRun *run)
{
  const Face *face = &g_array_index (self->faces, Face, run->face);
  guint n_clusters = count_clusters (run);
  g_autofree cairo_text_cluster_t *clusters = make_clusters (run, n_clusters);
  g_autofree cairo_glyph_t *glyphs =
    make_glyphs (face, run, run->turned ? 0 : run->x, run->turned ? 0 : run->y);

  cairo_set_font_face (cr, face->cairo);
  cairo_set_font_size (cr, run->size);
  if (run->turned)
    {
      cairo_save (cr);
      cairo_translate (cr, run->x, run->y);
      cairo_rotate (cr, G_PI_2);
    }
  cairo_show_text_glyphs (cr, run->text, -1, glyphs, (int) run->n_glyphs, clusters,
                          (int) n_clusters, 0);
  if (run->turned)
    cairo_restore (cr);
}

static void
draw_runs (const ZpPagePainter *self, cairo_t *cr, const GArray *runs)
{
  const char *open_tag = NULL;
  guint block = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);
      const char *tag = self->tagged ? tag_names[run->tag] : NULL;

      if (open_tag != NULL && (run->block != block || tag == NULL))
        {
          cairo_tag_end (cr, open_tag);
          open_tag = NULL;
        }
      if (open_tag == NULL && tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      open_tag = tag;
      block = run->block;
      draw_run (self, cr, run);
    }
  if (open_tag != NULL)
    cairo_tag_end (cr, open_tag);
}

static void
draw_rules (cairo_t *cr, const GArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const ZpPageRule *rule = &g_array_index (rules, ZpPageRule, i);

      cairo_set_line_width (cr, rule->width);
      cairo_move_to (cr, rule->x1, rule->y1);
      cairo_line_to (cr, rule->x2, rule->y2);
      cairo_stroke (cr);
    }
}

static void
set_up (cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
}

/**
 * zp_page_painter_draw:
 * @cr: in points, origin at the upper left corner of the page
 * @page: number of the page, from 0
 *
 * Draws text and rules in black; the paper is the caller's.
 */
void
zp_page_painter_draw (ZpPagePainter *self, cairo_t *cr, guint page)
{
  const ZpPrintedPage *drawn = NULL;

  g_return_if_fail (self != NULL && cr != NULL && page < self->pages->pages->len);

  drawn = g_ptr_array_index (self->pages->pages, page);
  cairo_save (cr);
  set_up (cr);
  if (self->tagged)
    cairo_tag_begin (cr, "Sect", NULL);
  draw_runs (self, cr, drawn->runs);
  draw_rules (cr, drawn->rules);
  if (self->tagged)
    cairo_tag_end (cr, "Sect");
  cairo_restore (cr);
}
