/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the pages as PDF: embedded faces, text that can be copied, outline, properties. */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/zp-date.h"
#include "document/zp-geometry.h"
#include "export/zp-export-formats.h"
#include "export/zp-page-painter.h"
#include "export/zp-paginate.h"

#define MAX_LEVEL 4

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *value)
{
  if (value != NULL && value[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

/* The dates are the document's own, never the clock: the same report makes the same file. */
static void
set_properties (cairo_surface_t *surface, const ZpDoc *doc)
{
  g_autofree char *day = zp_date_to_iso (doc->date);
  g_autofree char *time = g_strconcat (day, "T00:00:00Z", NULL);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, doc->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, doc->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, doc->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "ziping " ZP_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* A heading hangs below the last one of a lower level. */
static void
add_outline (cairo_surface_t *surface, const ZpPages *pages)
{
  int parents[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->marks->len; i++)
    {
      const ZpPageMark *mark = &g_array_index (pages->marks, ZpPageMark, i);
      guint level = CLAMP (mark->level, 1, MAX_LEVEL);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", mark->page + 1,
                                                (int) ZP_MARGIN_LEFT, (int) mark->y);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], mark->text, place,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (guint k = level; k <= MAX_LEVEL; k++)
        parents[k] = id;
    }
}

static void
draw_pages (cairo_surface_t *surface, const ZpPages *pages, ZpPagePainter *painter)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ZpPrintedPage *page = g_ptr_array_index (pages->pages, i);

      cairo_pdf_surface_set_size (surface, page->width, page->height);
      zp_page_painter_draw (painter, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static GBytes *
write_pages (const ZpDoc *doc, const ZpPages *pages, ZpPagePainter *painter, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes, ZP_PAGE_WIDTH, ZP_PAGE_HEIGHT);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_properties (surface, doc);
  add_outline (surface, pages);
  draw_pages (surface, pages, painter);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER, _ ("the PDF cannot be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * zp_export_pdf_write:
 * @content: needs the document and fonts
 *
 * Returns: (transfer full): the file, PDF 1.5, the same bytes for the same document and fonts with
 * the same version of cairo; or %NULL with %ZP_DOC_ERROR or %ZP_EXPORT_ERROR
 */
GBytes *
zp_export_pdf_write (const ZpExportContent *content, GError **error)
{
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (ZpPagePainter) painter = NULL;

  g_return_val_if_fail (content->doc != NULL && content->fonts != NULL, NULL);

  pages = zp_paginate (content->doc, content->fonts, error);
  if (pages == NULL)
    return NULL;
  painter = zp_page_painter_new (pages, content->fonts, ZP_PAGE_PAINTER_EMBED, error);
  if (painter == NULL)
    return NULL;

  return write_pages (content->doc, pages, painter, error);
}
