/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drawing: ink where the pages have text and rules, and nowhere else. */
#include "export/zp-page-painter.h"

#include <math.h>

#include "document/zp-geometry.h"
#include "export/zp-paginate.h"
#include "page-fixture.h"

/* One pixel a point. */
static cairo_surface_t *
draw (ZpPages *pages, ZpFontSet *fonts, guint number)
{
  const ZpPrintedPage *page = page_fixture_page (pages, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPagePainter) painter = zp_page_painter_new (pages, fonts, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (page->width),
                                                         (int) ceil (page->height));
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  zp_page_painter_draw (painter, cr, number);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gulong
count_ink (cairo_surface_t *surface, double left, double top, double right, double bottom)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gulong ink = 0;

  for (int y = MAX (0, (int) top); y < MIN (height, (int) bottom); y++)
    for (int x = MAX (0, (int) left); x < MIN (width, (int) right); x++)
      ink += data[y * stride + x];

  return ink;
}

static void
assert_every_run_has_ink (const ZpPrintedPage *page, cairo_surface_t *surface)
{
  for (guint i = 0; i < page->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, i);
      double right = run->turned ? run->x + run->size : run->x + run->width;
      double bottom = run->turned ? run->y + run->width : run->y + 0.2 * run->size;
      double left = run->turned ? run->x - 0.2 * run->size : run->x;
      double top = run->turned ? run->y : run->y - run->size;

      g_assert_cmpuint (count_ink (surface, left, top, right + 1, bottom + 1), >, 0);
    }
}

static void
test_pages (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autoptr (ZpDoc) doc = NULL;
  g_autoptr (ZpPages) pages = NULL;

  if (fonts == NULL)
    return;

  doc = page_fixture_report ();
  pages = zp_paginate (doc, fonts, NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ZpPrintedPage *page = page_fixture_page (pages, i);
      cairo_surface_t *surface = draw (pages, fonts, i);

      assert_every_run_has_ink (page, surface);
      g_assert_cmpuint (count_ink (surface, 0, 0, page->width, ZP_MARGIN_RIGHT - 2), ==, 0);
      g_assert_cmpuint (
        count_ink (surface, page->width - ZP_MARGIN_RIGHT + 9, 0, page->width, page->height), ==,
        0);
      cairo_surface_destroy (surface);
    }
}

/* Faces that cairo still keeps in its cache outlive the painter and the font set. */
static void
test_faces_outlive_the_set (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autoptr (ZpDoc) doc = NULL;
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (ZpPagePainter) painter = NULL;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  if (fonts == NULL)
    return;

  doc = page_fixture_report ();
  pages = zp_paginate (doc, fonts, NULL);
  painter = zp_page_painter_new (pages, fonts, NULL);
  g_clear_pointer (&fonts, zp_font_set_free);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cr = cairo_create (surface);
  zp_page_painter_draw (painter, cr, 1);
  g_clear_pointer (&painter, zp_page_painter_free);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_cmpuint (count_ink (surface, 0, 0, 600, 850), >, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-painter/pages", test_pages);
  g_test_add_func ("/page-painter/faces-outlive-the-set", test_faces_outlive_the_set);
  return g_test_run ();
}
