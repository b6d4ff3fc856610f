/* SPDX-License-Identifier: GPL-3.0-or-later
 * Page numbers of a WordprocessingML document, on upright and on turned pages. */
#include "export/zp-docx-private.h"

/* Of a turned page number, in twentieths of a point: its box lies on the left edge of the page,
 * with the line in the middle of it, and ends one character from the edges of the upright type
 * area. */
#define TURNED_WIDTH "400"
#define TURNED_HEIGHT "1400"
#define TURNED_X "1388"
#define TURNED_Y_ODD "8752"
#define TURNED_Y_EVEN "1867"

static void
write_text_run (ZpXmlWriter *xml, const char *text)
{
  zp_xml_writer_start (xml, "w:r", NULL);
  zp_xml_writer_start (xml, "w:t", "xml:space", "preserve", NULL);
  zp_xml_writer_text (xml, text);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

static void
write_field_mark (ZpXmlWriter *xml, const char *type)
{
  zp_xml_writer_start (xml, "w:r", NULL);
  zp_xml_writer_empty (xml, "w:fldChar", "w:fldCharType", type, NULL);
  zp_xml_writer_end (xml);
}

/* A dash at either side of the number. */
static void
write_page_number (ZpXmlWriter *xml)
{
  write_text_run (xml, "— ");
  write_field_mark (xml, "begin");
  zp_xml_writer_start (xml, "w:r", NULL);
  zp_xml_writer_start (xml, "w:instrText", "xml:space", "preserve", NULL);
  zp_xml_writer_text (xml, " PAGE ");
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  write_field_mark (xml, "separate");
  write_text_run (xml, "1");
  write_field_mark (xml, "end");
  write_text_run (xml, " —");
}

static void
write_upright (ZpXmlWriter *xml, gboolean even)
{
  zp_xml_writer_start (xml, "w:p", NULL);
  zp_xml_writer_start (xml, "w:pPr", NULL);
  zp_docx_write_value (xml, "w:pStyle", ZP_DOCX_STYLE_FOOTER);
  if (even)
    zp_xml_writer_empty (xml, "w:ind", "w:leftChars", "100", "w:left", "280", NULL);
  else
    zp_xml_writer_empty (xml, "w:ind", "w:rightChars", "100", "w:right", "280", NULL);
  zp_docx_write_value (xml, "w:jc", even ? "left" : "right");
  zp_xml_writer_end (xml);
  write_page_number (xml);
  zp_xml_writer_end (xml);
}

static void
write_box_properties (ZpXmlWriter *xml, gboolean even)
{
  zp_xml_writer_start (xml, "w:tblPr", NULL);
  zp_docx_write_value (xml, "w:tblStyle", ZP_DOCX_STYLE_COVER_TABLE);
  zp_xml_writer_empty (xml, "w:tblpPr", "w:leftFromText", "0", "w:rightFromText", "0",
                       "w:vertAnchor", "page", "w:horzAnchor", "page", "w:tblpX", TURNED_X,
                       "w:tblpY", even ? TURNED_Y_EVEN : TURNED_Y_ODD, NULL);
  zp_xml_writer_empty (xml, "w:tblW", "w:w", TURNED_WIDTH, "w:type", "dxa", NULL);
  zp_xml_writer_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  zp_xml_writer_end (xml);
  zp_xml_writer_start (xml, "w:tblGrid", NULL);
  zp_xml_writer_empty (xml, "w:gridCol", "w:w", TURNED_WIDTH, NULL);
  zp_xml_writer_end (xml);
}

static void
write_box_paragraph (ZpXmlWriter *xml, gboolean even)
{
  zp_xml_writer_start (xml, "w:p", NULL);
  zp_xml_writer_start (xml, "w:pPr", NULL);
  zp_docx_write_value (xml, "w:pStyle", ZP_DOCX_STYLE_FOOTER);
  zp_docx_write_value (xml, "w:jc", even ? "left" : "right");
  zp_xml_writer_end (xml);
  write_page_number (xml);
  zp_xml_writer_end (xml);
}

/* A box at a place of the page, whose text runs from top to bottom: a footer stands at the edge
 * that is lower when the page is read. */
static void
write_turned (ZpXmlWriter *xml, gboolean even)
{
  zp_xml_writer_start (xml, "w:tbl", NULL);
  write_box_properties (xml, even);
  zp_xml_writer_start (xml, "w:tr", NULL);
  zp_xml_writer_start (xml, "w:trPr", NULL);
  zp_xml_writer_empty (xml, "w:cantSplit", NULL);
  zp_xml_writer_empty (xml, "w:trHeight", "w:val", TURNED_HEIGHT, "w:hRule", "exact", NULL);
  zp_xml_writer_end (xml);
  zp_xml_writer_start (xml, "w:tc", NULL);
  zp_xml_writer_start (xml, "w:tcPr", NULL);
  zp_xml_writer_empty (xml, "w:tcW", "w:w", TURNED_WIDTH, "w:type", "dxa", NULL);
  zp_docx_write_value (xml, "w:textDirection", "tbRl");
  zp_docx_write_value (xml, "w:vAlign", "center");
  zp_xml_writer_end (xml);
  write_box_paragraph (xml, even);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  zp_xml_writer_start (xml, "w:p", NULL);
  zp_xml_writer_start (xml, "w:pPr", NULL);
  zp_docx_write_value (xml, "w:pStyle", ZP_DOCX_STYLE_GAP);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

/**
 * zp_docx_make_footer:
 * @even: of even pages
 * @turned: of landscape pages
 *
 * GB/T 9704-2012, 7.5 and 8: the number stands one character in, at the right on odd pages and at
 * the left on even ones; on a landscape page it is where it would be on the upright sheet: on the
 * left edge, turned clockwise, odd ones near the lower end.
 *
 * Returns: (transfer full): the part
 */
GBytes *
zp_docx_make_footer (gboolean even, gboolean turned)
{
  g_autoptr (ZpXmlWriter) xml = zp_docx_part_new ("w:ftr");

  if (turned)
    write_turned (xml, even);
  else
    write_upright (xml, even);

  return zp_xml_writer_finish (xml);
}
