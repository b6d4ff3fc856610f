/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sections of a WordprocessingML document: page, margins, grid and numbering.
 *
 * The order of the elements is that of the schema: office programs refuse another one. */
#include "export/zp-docx-private.h"

static void
write_page_size (ZpXmlWriter *xml, gboolean landscape)
{
  if (landscape)
    zp_xml_writer_empty (xml, "w:pgSz", "w:w", "16838", "w:h", "11906", "w:orient", "landscape",
                         NULL);
  else
    zp_xml_writer_empty (xml, "w:pgSz", "w:w", "11906", "w:h", "16838", NULL);
}

/* The footer stands so that the dash of the page number is 7 mm below the type area (7.5). */
static void
write_margins (ZpXmlWriter *xml, gboolean landscape)
{
  zp_xml_writer_empty (xml, "w:pgMar", "w:top", landscape ? "1588" : "2098", "w:right",
                       landscape ? "2098" : "1474", "w:bottom", landscape ? "1474" : "1984",
                       "w:left", landscape ? "1984" : "1588", "w:header", "851", "w:footer",
                       landscape ? "851" : "1417", "w:gutter", "0", NULL);
}

static void
write_footer (ZpXmlWriter *xml, const char *type, const char *id)
{
  zp_xml_writer_empty (xml, "w:footerReference", "w:type", type, "r:id", id, NULL);
}

/**
 * zp_docx_write_section:
 * @xml: inside the properties of the last paragraph, or at the end of the body
 *
 * GB/T 9704-2012, 5.2.1 and 8: a landscape page is the upright sheet turned against the clock. A
 * cover has a footer of its own for its first page (w:titlePg), and it is not there. A grid of
 * characters (linesAndChars) is not used: some programs give every Chinese character two places of
 * a narrowed one.
 */
void
zp_docx_write_section (ZpXmlWriter *xml, const ZpDocxSection *section)
{
  g_autofree char *pitch = g_strdup_printf ("%d", ZP_DOCX_LINE);

  zp_xml_writer_start (xml, "w:sectPr", NULL);
  write_footer (xml, "default",
                section->landscape ? ZP_DOCX_FOOTER_ODD_TURNED : ZP_DOCX_FOOTER_ODD);
  write_footer (xml, "even", section->landscape ? ZP_DOCX_FOOTER_EVEN_TURNED : ZP_DOCX_FOOTER_EVEN);
  zp_docx_write_value (xml, "w:type", "nextPage");
  write_page_size (xml, section->landscape);
  write_margins (xml, section->landscape);
  if (section->restart)
    zp_xml_writer_empty (xml, "w:pgNumType", "w:start", "1", NULL);
  if (section->cover)
    zp_xml_writer_empty (xml, "w:titlePg", NULL);
  zp_xml_writer_empty (xml, "w:docGrid", "w:type", "lines", "w:linePitch", pitch, NULL);
  zp_xml_writer_end (xml);
}
