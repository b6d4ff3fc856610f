/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the pages as OFD, the national format of finished documents (GB/T 33190-2016). */
#include <math.h>
#include <string.h>

#include "base/zp-date.h"
#include "export/zp-export-formats.h"
#include "export/zp-ofd-private.h"
#include "export/zp-paginate.h"

#define NAMESPACE "http://www.ofdspec.org/2016"

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH 25.4

/**
 * zp_ofd_measure:
 * @points: a length
 *
 * Returns: the length in micrometres, which is as exact as the file is
 */
int
zp_ofd_measure (double points)
{
  return (int) lround (points * MM_PER_INCH / POINTS_PER_INCH * 1000);
}

/**
 * zp_ofd_append_length:
 *
 * Appends a length in millimetres, the unit of OFD.
 */
void
zp_ofd_append_length (GString *out, int micrometres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (number, sizeof number, "%.7g", micrometres / 1000.0));
}

/**
 * zp_ofd_format_box:
 *
 * Returns: (transfer full): "x y width height" in millimetres, from a box in points
 */
char *
zp_ofd_format_box (double x, double y, double width, double height)
{
  const double sides[] = { x, y, width, height };
  GString *box = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      if (i > 0)
        g_string_append_c (box, ' ');
      zp_ofd_append_length (box, zp_ofd_measure (sides[i]));
    }
  return g_string_free (box, FALSE);
}

/**
 * zp_ofd_part_new:
 * @root: element of the part, with its prefix
 *
 * Returns: (transfer full): a writer inside the root element, which declares the namespace
 */
ZpXmlWriter *
zp_ofd_part_new (const char *root)
{
  ZpXmlWriter *xml = zp_xml_writer_new ();

  zp_xml_writer_start (xml, root, "xmlns:ofd", NAMESPACE, NULL);
  return xml;
}

static void
write_value (ZpXmlWriter *xml, const char *element, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;

  zp_xml_writer_start (xml, element, NULL);
  zp_xml_writer_text (xml, value);
  zp_xml_writer_end (xml);
}

/* Thirty-two digits that no other document has, and this one has each time it is made. */
static char *
make_id (const ZpOfdBook *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);

  g_checksum_update (sum, (const guchar *) (self->doc->title != NULL ? self->doc->title : ""), -1);
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      const GArray *runs =
        ((const ZpPrintedPage *) g_ptr_array_index (self->pages->pages, i))->runs;

      for (guint k = 0; k < runs->len; k++)
        g_checksum_update (sum, (const guchar *) g_array_index (runs, ZpPageRun, k).text, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* The dates are the document's own, never the clock. */
static void
add_entry (const ZpOfdBook *self)
{
  g_autoptr (ZpXmlWriter) xml = zp_xml_writer_new ();
  g_autofree char *id = make_id (self);
  g_autofree char *date = zp_date_to_iso (self->doc->date);
  g_autoptr (GBytes) part = NULL;

  zp_xml_writer_start (xml, "ofd:OFD", "xmlns:ofd", NAMESPACE, "Version", "1.0", "DocType", "OFD",
                       NULL);
  zp_xml_writer_start (xml, "ofd:DocBody", NULL);
  zp_xml_writer_start (xml, "ofd:DocInfo", NULL);
  write_value (xml, "ofd:DocID", id);
  write_value (xml, "ofd:Title", self->doc->title);
  write_value (xml, "ofd:Author", self->doc->author);
  write_value (xml, "ofd:Subject", self->doc->subject);
  write_value (xml, "ofd:CreationDate", date);
  write_value (xml, "ofd:ModDate", date);
  write_value (xml, "ofd:Creator", "ziping");
  write_value (xml, "ofd:CreatorVersion", ZP_VERSION);
  zp_xml_writer_end (xml);
  write_value (xml, "ofd:DocRoot", "Doc_0/Document.xml");
  part = zp_xml_writer_finish (xml);
  zp_zip_writer_add (self->zip, "OFD.xml", part);
}

static void
write_common (const ZpOfdBook *self, ZpXmlWriter *xml)
{
  const ZpPrintedPage *first = g_ptr_array_index (self->pages->pages, 0);
  g_autofree char *last_id = g_strdup_printf ("%u", self->last_id);
  g_autofree char *box = zp_ofd_format_box (0, 0, first->width, first->height);

  zp_xml_writer_start (xml, "ofd:CommonData", NULL);
  write_value (xml, "ofd:MaxUnitID", last_id);
  zp_xml_writer_start (xml, "ofd:PageArea", NULL);
  write_value (xml, "ofd:PhysicalBox", box);
  zp_xml_writer_end (xml);
  write_value (xml, "ofd:PublicRes", "PublicRes.xml");
  zp_xml_writer_end (xml);
}

static void
add_document (const ZpOfdBook *self)
{
  g_autoptr (ZpXmlWriter) xml = zp_ofd_part_new ("ofd:Document");
  g_autoptr (GBytes) part = NULL;

  write_common (self, xml);
  zp_xml_writer_start (xml, "ofd:Pages", NULL);
  for (guint i = 0; i < self->page_ids->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", g_array_index (self->page_ids, guint, i));
      g_autofree char *place = g_strdup_printf ("Pages/Page_%u/Content.xml", i);

      zp_xml_writer_empty (xml, "ofd:Page", "ID", id, "BaseLoc", place, NULL);
    }
  zp_xml_writer_end (xml);
  zp_ofd_outline_write (self, xml);
  part = zp_xml_writer_finish (xml);
  zp_zip_writer_add (self->zip, "Doc_0/Document.xml", part);
}

static void
book_clear (ZpOfdBook *self)
{
  zp_zip_writer_free (self->zip);
  g_array_unref (self->font_ids);
  g_array_unref (self->page_ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpOfdBook, book_clear)

/**
 * zp_export_ofd_write:
 * @content: needs the document and fonts
 *
 * Writes the same pages as PDF does. Every character stands at its own place, so a reader that
 * takes a face of its own still shows the same layout.
 *
 * Returns: (transfer full): the file, the same bytes for the same document and fonts; or %NULL with
 *   %ZP_DOC_ERROR, %ZP_EXPORT_ERROR or %ZP_ZIP_ERROR
 */
GBytes *
zp_export_ofd_write (const ZpExportContent *content, GError **error)
{
  g_autoptr (ZpPages) pages = NULL;

  g_return_val_if_fail (content->doc != NULL && content->fonts != NULL, NULL);

  pages = zp_paginate (content->doc, content->fonts, error);
  if (pages == NULL)
    return NULL;

  g_auto (ZpOfdBook) book = {
    .doc = content->doc,
    .pages = pages,
    .fonts = content->fonts,
    .zip = zp_zip_writer_new (),
    .font_ids = g_array_new (FALSE, TRUE, sizeof (guint)),
    .page_ids = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  add_entry (&book);
  if (!zp_ofd_fonts_add (&book, error))
    return NULL;
  for (guint i = 0; i < pages->pages->len; i++)
    zp_ofd_page_add (&book, i);
  add_document (&book);
  return zp_zip_writer_finish (book.zip, error);
}
