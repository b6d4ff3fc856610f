/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opens the faces of a set of pages for cairo and draws text and rules. */
#include "export/zp-page-painter.h"

#include <cairo-ft.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/zp-exporter.h"
#include "export/zp-font-set-private.h"

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
  GPtrArray *faces; /* of cairo_font_face_t by number of the face; NULL where it is not used */
};

static const cairo_user_data_key_t owner_key;

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
free_face (gpointer face)
{
  if (face != NULL)
    cairo_font_face_destroy (face);
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

static gboolean
open_face (ZpPagePainter *self, ZpFontSet *fonts, guint number, GError **error)
{
  const ZpFontFace *from = zp_font_set_get_face (fonts, number);
  cairo_font_face_t *face = make_cairo_face (from->blob, from->index);

  if (face == NULL)
    {
      g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FONT,
                   _ ("%s: cannot be drawn; install the font again"), from->file);
      return FALSE;
    }

  g_ptr_array_set_size (self->faces, (int) number + 1);
  self->faces->pdata[number] = face;
  return TRUE;
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
zp_page_painter_new (ZpPages *pages, ZpFontSet *fonts, GError **error)
{
  g_autoptr (ZpPagePainter) self = NULL;

  g_return_val_if_fail (pages != NULL && fonts != NULL, NULL);

  self = g_new0 (ZpPagePainter, 1);
  self->pages = zp_pages_ref (pages);
  self->faces = g_ptr_array_new_with_free_func (free_face);
  for (guint i = 0; i < pages->faces->len; i++)
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

  g_ptr_array_unref (self->faces);
  zp_pages_unref (self->pages);
  g_free (self);
}

static cairo_glyph_t *
make_glyphs (const ZpPageRun *run)
{
  cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs);

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].index = run->glyphs[i].glyph;
      glyphs[i].x = run->glyphs[i].x;
      glyphs[i].y = run->glyphs[i].y;
    }

  return glyphs;
}

static void
set_color (cairo_t *cr, gboolean red)
{
  cairo_set_source_rgb (cr, red ? 1 : 0, 0, 0);
}

/* A glyph and those after it that go on with its text. */
static GArray *
make_clusters (const ZpPageRun *run)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      cairo_text_cluster_t cluster = { .num_bytes = (int) run->glyphs[i].bytes, .num_glyphs = 1 };

      if (cluster.num_bytes == 0 && clusters->len > 0)
        g_array_index (clusters, cairo_text_cluster_t, clusters->len - 1).num_glyphs++;
      else
        g_array_append_val (clusters, cluster);
    }

  return clusters;
}

static gsize
count_bytes (const ZpPageRun *run)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    n_bytes += run->glyphs[i].bytes;
  return n_bytes;
}

/* With the text: what is printed to a file is searched there, and many characters share a glyph. */
static void
show_glyphs (cairo_t *cr, const ZpPageRun *run, const cairo_glyph_t *glyphs)
{
  g_autoptr (GArray) clusters = make_clusters (run);

  if (count_bytes (run) != strlen (run->text))
    {
      cairo_show_glyphs (cr, glyphs, (int) run->n_glyphs);
      return;
    }
  cairo_show_text_glyphs (cr, run->text, -1, glyphs, (int) run->n_glyphs,
                          (const cairo_text_cluster_t *) (gpointer) clusters->data,
                          (int) clusters->len, 0);
}

static void
draw_run (const ZpPagePainter *self, cairo_t *cr, const ZpPageRun *run)
{
  g_autofree cairo_glyph_t *glyphs = make_glyphs (run);

  cairo_save (cr);
  cairo_translate (cr, run->x, run->y);
  if (run->turned)
    cairo_rotate (cr, G_PI_2);
  cairo_set_font_face (cr, g_ptr_array_index (self->faces, run->face));
  cairo_set_font_size (cr, run->size);
  set_color (cr, run->red);
  show_glyphs (cr, run, glyphs);
  cairo_restore (cr);
}

static void
draw_rules (cairo_t *cr, const GArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const ZpPageRule *rule = &g_array_index (rules, ZpPageRule, i);

      set_color (cr, rule->red);
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
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
}

/**
 * zp_page_painter_draw:
 * @cr: in points, origin at the upper left corner of the page
 * @page: number of the page, from 0
 *
 * Draws text and rules; the paper is the caller's.
 */
void
zp_page_painter_draw (ZpPagePainter *self, cairo_t *cr, guint page)
{
  const ZpPrintedPage *drawn = NULL;

  g_return_if_fail (self != NULL && cr != NULL && page < self->pages->pages->len);

  drawn = g_ptr_array_index (self->pages->pages, page);
  cairo_save (cr);
  set_up (cr);
  for (guint i = 0; i < drawn->runs->len; i++)
    draw_run (self, cr, &g_array_index (drawn->runs, ZpPageRun, i));
  draw_rules (cr, drawn->rules);
  cairo_restore (cr);
}
