/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the pages as PDF: embedded faces, text that can be copied, outline, tags, properties. */
#include <glib/gi18n-lib.h>

#include "base/zp-date.h"
#include "export/zp-export-formats.h"
#include "export/zp-paginate.h"
#include "export/zp-pdf-page-private.h"

static void
clear_part (gpointer data)
{
  ZpPdfPart *part = data;

  g_array_unref (part->pieces);
}

static void
free_font (gpointer data)
{
  if (data != NULL)
    zp_pdf_font_free (data);
}

static void
book_free (ZpPdfBook *self)
{
  zp_pdf_file_free (self->file);
  g_ptr_array_unref (self->fonts);
  g_array_unref (self->page_objects);
  g_array_unref (self->parts);
  g_array_unref (self->part_numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPdfBook, book_free)

static ZpPdfBook *
book_new (const ZpDoc *doc, const ZpPages *pages)
{
  ZpPdfBook *self = g_new0 (ZpPdfBook, 1);

  self->file = zp_pdf_file_new ();
  self->doc = doc;
  self->pages = pages;
  self->fonts = g_ptr_array_new_with_free_func (free_font);
  self->page_objects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_new (FALSE, FALSE, sizeof (ZpPdfPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->part_numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < pages->pages->len; i++)
    {
      guint object = zp_pdf_file_reserve (self->file);

      g_array_append_val (self->page_objects, object);
    }

  return self;
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
open_fonts (ZpPdfBook *self, ZpFontSet *fonts, GError **error)
{
  const GArray *faces = self->pages->faces;

  for (guint i = 0; i < faces->len; i++)
    {
      guint face = g_array_index (faces, guint, i);
      hb_set_t *glyphs = collect_glyphs (self->pages, face);
      ZpPdfFont *font =
        zp_pdf_font_new (self->file, zp_font_set_get_face (fonts, face), glyphs, error);

      hb_set_destroy (glyphs);
      if (font == NULL)
        return FALSE;
      g_ptr_array_set_size (self->fonts, (int) face + 1);
      self->fonts->pdata[face] = font;
    }

  return TRUE;
}

static void
write_page (ZpPdfBook *self, guint i, guint tree, guint resources)
{
  const ZpPrintedPage *page = g_ptr_array_index (self->pages->pages, i);
  GString *content = zp_pdf_page_draw (self, i);
  guint stream = zp_pdf_file_add_stream (self->file, "", content->str, content->len);
  GString *body = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_string_append_printf (body, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", tree);
  zp_pdf_append_number (body, page->width);
  g_string_append_c (body, ' ');
  zp_pdf_append_number (body, page->height);
  g_string_append_printf (body, "]/Resources %u 0 R/Contents %u 0 R/StructParents %u/Tabs/S>>",
                          resources, stream, i);
  text = g_string_free (body, FALSE);
  zp_pdf_file_set (self->file, g_array_index (self->page_objects, guint, i), text);
  g_string_free (content, TRUE);
}

static guint
write_resources (ZpPdfBook *self)
{
  GString *body = g_string_new ("<</Font<<");
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->fonts->len; i++)
    {
      const ZpPdfFont *font = g_ptr_array_index (self->fonts, i);

      if (font != NULL)
        g_string_append_printf (body, "/F%u %u 0 R", i, zp_pdf_font_get_object (font));
    }
  g_string_append (body, ">>>>");
  text = g_string_free (body, FALSE);
  return zp_pdf_file_add (self->file, text);
}

/* Pages first, fonts behind them: only then it is known what every glyph says. */
static guint
write_pages (ZpPdfBook *self)
{
  guint tree = zp_pdf_file_reserve (self->file);
  guint resources = write_resources (self);
  GString *kids = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (guint i = 0; i < self->page_objects->len; i++)
    {
      write_page (self, i, tree, resources);
      g_string_append_printf (kids, "%u 0 R ", g_array_index (self->page_objects, guint, i));
    }
  for (guint i = 0; i < self->fonts->len; i++)
    if (g_ptr_array_index (self->fonts, i) != NULL)
      zp_pdf_font_write (g_ptr_array_index (self->fonts, i), self->file);

  body = g_strdup_printf ("<</Type/Pages/Count %u/Kids[%s]>>", self->page_objects->len, kids->str);
  zp_pdf_file_set (self->file, tree, body);
  g_string_free (kids, TRUE);
  return tree;
}

/* The report itself as an attachment (ISO 32000-1, 7.11.4), so that whoever has the paper can work
 * on; nothing without one. */
static char *
write_attachment (ZpPdfBook *self, const ZpExportContent *content)
{
  GString *file = NULL;
  g_autofree char *body = NULL;
  g_autofree char *entry = NULL;
  gsize length = 0;
  gconstpointer data = NULL;
  guint stream = 0;

  if (content->report == NULL || content->report_name == NULL)
    return g_strdup ("");

  data = g_bytes_get_data (content->report, &length);
  entry = g_strdup_printf ("/Type/EmbeddedFile/Params<</Size %" G_GSIZE_FORMAT ">>", length);
  stream = zp_pdf_file_add_stream (self->file, entry, data, length);
  file = g_string_new ("<</Type/Filespec/AFRelationship/Source/F");
  zp_pdf_append_text (file, content->report_name);
  g_string_append (file, "/UF");
  zp_pdf_append_text (file, content->report_name);
  g_string_append_printf (file, "/EF<</F %u 0 R>>>>", stream);
  body = g_string_free (file, FALSE);
  stream = zp_pdf_file_add (self->file, body);

  file = g_string_new ("/Names<</EmbeddedFiles<</Names[");
  zp_pdf_append_text (file, content->report_name);
  g_string_append_printf (file, " %u 0 R]>>>>/AF[%u 0 R]", stream, stream);
  return g_string_free (file, FALSE);
}

static guint
write_catalog (ZpPdfBook *self, const ZpExportContent *content)
{
  guint tree = write_pages (self);
  guint structure = zp_pdf_structure_write (self);
  guint outline = zp_pdf_outline_write (self);
  g_autofree char *outline_entry =
    outline > 0 ? g_strdup_printf ("/Outlines %u 0 R", outline) : g_strdup ("");
  g_autofree char *attachment = write_attachment (self, content);
  g_autofree char *body = g_strdup_printf (
    "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R%s%s/MarkInfo<</Marked true>>/Lang(zh-CN)"
    "/ViewerPreferences<</DisplayDocTitle true>>>>",
    tree, structure, outline_entry, attachment);

  return zp_pdf_file_add (self->file, body);
}

static void
append_property (GString *body, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;

  g_string_append_printf (body, "/%s", name);
  zp_pdf_append_text (body, value);
}

/* The dates are the document's own, never the clock: the same report makes the same file. */
static guint
write_information (ZpPdfBook *self, const ZpDoc *doc)
{
  GString *body = g_string_new ("<<");
  g_autofree char *text = NULL;
  int year = 0;
  int month = 0;
  int day = 0;

  zp_date_split (doc->date, &year, &month, &day);
  append_property (body, "Title", doc->title);
  append_property (body, "Author", doc->author);
  append_property (body, "Subject", doc->subject);
  append_property (body, "Creator", "ziping");
  append_property (body, "Producer", "ziping " ZP_VERSION);
  g_string_append_printf (body, "/CreationDate(D:%04d%02d%02d000000Z)", year, month, day);
  g_string_append_printf (body, "/ModDate(D:%04d%02d%02d000000Z)>>", year, month, day);
  text = g_string_free (body, FALSE);
  return zp_pdf_file_add (self->file, text);
}

/**
 * zp_export_pdf_write:
 * @content: needs the document and fonts; the report is attached if it is there
 *
 * Writes PDF 1.5. Not by cairo, which reads each outline several times to embed it and thereby
 * takes longer than everything else together, and cannot tag a paragraph that goes over two pages.
 *
 * Returns: (transfer full): the file, the same bytes for the same document and fonts; or %NULL with
 *   %ZP_DOC_ERROR or %ZP_EXPORT_ERROR
 */
GBytes *
zp_export_pdf_write (const ZpExportContent *content, GError **error)
{
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (ZpPdfBook) book = NULL;
  guint catalog = 0;

  g_return_val_if_fail (content->doc != NULL && content->fonts != NULL, NULL);

  pages = zp_paginate (content->doc, content->fonts, error);
  if (pages == NULL)
    return NULL;
  book = book_new (content->doc, pages);
  if (!open_fonts (book, content->fonts, error))
    return NULL;

  catalog = write_catalog (book, content);
  return zp_pdf_file_finish (book->file, catalog, write_information (book, content->doc), error);
}
