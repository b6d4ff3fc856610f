/* SPDX-License-Identifier: GPL-3.0-or-later
 * The parts of a WordprocessingML document besides its body and styles. */
#include "export/zp-docx-private.h"

#include <string.h>

#include "base/zp-date.h"
#include "export/zp-office-face-private.h"

#define NS_MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE_WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

typedef struct
{
  const char *name;
  const char *content_type;
  const char *relation; /* from the main part, or %NULL */
  const char *id;
} Part;

/* clang-format off */
static const Part parts[] = {
  { "word/document.xml", TYPE_WORD "document.main+xml", NULL, NULL },
  { "word/styles.xml", TYPE_WORD "styles+xml", NS_RELATIONS "/styles", "rId1" },
  { "word/settings.xml", TYPE_WORD "settings+xml", NS_RELATIONS "/settings", "rId2" },
  { "word/fontTable.xml", TYPE_WORD "fontTable+xml", NS_RELATIONS "/fontTable", "rId3" },
  { "word/footer1.xml", TYPE_WORD "footer+xml", NS_RELATIONS "/footer", ZP_DOCX_FOOTER_ODD },
  { "word/footer2.xml", TYPE_WORD "footer+xml", NS_RELATIONS "/footer", ZP_DOCX_FOOTER_EVEN },
  { "word/footer3.xml", TYPE_WORD "footer+xml", NS_RELATIONS "/footer", ZP_DOCX_FOOTER_ODD_TURNED },
  { "word/footer4.xml", TYPE_WORD "footer+xml", NS_RELATIONS "/footer", ZP_DOCX_FOOTER_EVEN_TURNED },
  { "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", NULL, NULL },
};
/* clang-format on */

/**
 * zp_docx_part_new:
 * @root: element of the part, with its prefix
 *
 * Returns: (transfer full): a writer inside the root element, which declares the namespaces
 */
ZpXmlWriter *
zp_docx_part_new (const char *root)
{
  ZpXmlWriter *xml = zp_xml_writer_new ();

  zp_xml_writer_start (xml, root, "xmlns:w", NS_MAIN, "xmlns:r", NS_RELATIONS, NULL);
  return xml;
}

static GBytes *
make_content_types (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_xml_writer_new ();

  zp_xml_writer_start (xml, "Types", "xmlns", NS_PACKAGE "content-types", NULL);
  zp_xml_writer_empty (xml, "Default", "Extension", "rels", "ContentType",
                       "application/vnd.openxmlformats-package.relationships+xml", NULL);
  zp_xml_writer_empty (xml, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat ("/", parts[i].name, NULL);

      zp_xml_writer_empty (xml, "Override", "PartName", name, "ContentType", parts[i].content_type,
                           NULL);
    }

  return zp_xml_writer_finish (xml);
}

static GBytes *
make_package_relations (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_xml_writer_new ();

  zp_xml_writer_start (xml, "Relationships", "xmlns", NS_PACKAGE "relationships", NULL);
  zp_xml_writer_empty (xml, "Relationship", "Id", "rId1", "Type", NS_RELATIONS "/officeDocument",
                       "Target", "word/document.xml", NULL);
  zp_xml_writer_empty (xml, "Relationship", "Id", "rId2", "Type",
                       NS_PACKAGE "relationships/metadata/core-properties", "Target",
                       "docProps/core.xml", NULL);

  return zp_xml_writer_finish (xml);
}

static GBytes *
make_relations (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_xml_writer_new ();

  zp_xml_writer_start (xml, "Relationships", "xmlns", NS_PACKAGE "relationships", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].relation != NULL)
      zp_xml_writer_empty (xml, "Relationship", "Id", parts[i].id, "Type", parts[i].relation,
                           "Target", parts[i].name + strlen ("word/"), NULL);

  return zp_xml_writer_finish (xml);
}

static void
write_compatibility (ZpXmlWriter *xml)
{
  static const char *const wanted[] = {
    "w:spaceForUL",   "w:balanceSingleByteDoubleByteWidth", "w:doNotLeaveBackslashAlone",
    "w:ulTrailSpace", "w:doNotExpandShiftReturn",           "w:adjustLineHeightInTable",
    "w:useFELayout",
  };

  zp_xml_writer_start (xml, "w:compat", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    zp_xml_writer_empty (xml, wanted[i], NULL);
  zp_xml_writer_empty (xml, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
                       "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  zp_xml_writer_end (xml);
}

static GBytes *
make_settings (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_docx_part_new ("w:settings");

  zp_xml_writer_empty (xml, "w:zoom", "w:percent", "100", NULL);
  zp_docx_write_value (xml, "w:bordersDoNotSurroundHeader", "1");
  zp_docx_write_value (xml, "w:bordersDoNotSurroundFooter", "1");
  zp_docx_write_value (xml, "w:defaultTabStop", "420");
  zp_xml_writer_empty (xml, "w:evenAndOddHeaders", NULL);
  zp_docx_write_number (xml, "w:drawingGridVerticalSpacing", ZP_DOCX_LINE);
  zp_docx_write_value (xml, "w:characterSpacingControl", "compressPunctuation");
  write_compatibility (xml);
  zp_xml_writer_empty (xml, "w:themeFontLang", "w:val", "en-US", "w:eastAsia", "zh-CN", NULL);

  return zp_xml_writer_finish (xml);
}

static GBytes *
make_font_table (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_docx_part_new ("w:fonts");

  for (int role = 0; role < ZP_FONT_N_ROLES; role++)
    {
      const ZpOfficeFace *face = zp_office_face_get ((ZpFontRole) role);

      zp_xml_writer_start (xml, "w:font", "w:name", face->name, NULL);
      zp_docx_write_value (xml, "w:altName", face->other);
      zp_docx_write_value (xml, "w:charset", "86");
      zp_docx_write_value (xml, "w:family", "auto");
      zp_docx_write_value (xml, "w:pitch", "default");
      zp_xml_writer_end (xml);
    }

  return zp_xml_writer_finish (xml);
}

static void
write_property (ZpXmlWriter *xml, const char *element, const char *type, const char *value)
{
  if (value == NULL)
    return;

  zp_xml_writer_start (xml, element, "xsi:type", type, NULL);
  zp_xml_writer_text (xml, value);
  zp_xml_writer_end (xml);
}

static GBytes *
make_properties (const ZpDoc *doc)
{
  g_autoptr (ZpXmlWriter) xml = zp_xml_writer_new ();
  g_autofree char *day = zp_date_to_iso (doc->date);
  g_autofree char *time = g_strconcat (day, "T00:00:00Z", NULL);

  zp_xml_writer_start (xml, "cp:coreProperties", "xmlns:cp", NS_PACKAGE "metadata/core-properties",
                       "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms",
                       "http://purl.org/dc/terms/", "xmlns:xsi",
                       "http://www.w3.org/2001/XMLSchema-instance", NULL);
  write_property (xml, "dc:title", NULL, doc->title);
  write_property (xml, "dc:subject", NULL, doc->subject);
  write_property (xml, "dc:creator", NULL, doc->author);
  write_property (xml, "cp:lastModifiedBy", NULL, doc->author);
  write_property (xml, "dcterms:created", "dcterms:W3CDTF", time);
  write_property (xml, "dcterms:modified", "dcterms:W3CDTF", time);

  return zp_xml_writer_finish (xml);
}

static void
add_part (ZpZipWriter *zip, const char *name, GBytes *content)
{
  zp_zip_writer_add (zip, name, content);
  g_bytes_unref (content);
}

/**
 * zp_docx_add_parts:
 * @doc: its properties are written
 * @body: the part word/document.xml
 *
 * Puts all parts into the archive, the list of their types first.
 */
void
zp_docx_add_parts (ZpZipWriter *zip, const ZpDoc *doc, GBytes *body)
{
  add_part (zip, "[Content_Types].xml", make_content_types ());
  add_part (zip, "_rels/.rels", make_package_relations ());
  zp_zip_writer_add (zip, "word/document.xml", body);
  add_part (zip, "word/_rels/document.xml.rels", make_relations ());
  add_part (zip, "word/styles.xml", zp_docx_make_styles ());
  add_part (zip, "word/settings.xml", make_settings ());
  add_part (zip, "word/fontTable.xml", make_font_table ());
  add_part (zip, "word/footer1.xml", zp_docx_make_footer (FALSE, FALSE));
  add_part (zip, "word/footer2.xml", zp_docx_make_footer (TRUE, FALSE));
  add_part (zip, "word/footer3.xml", zp_docx_make_footer (FALSE, TRUE));
  add_part (zip, "word/footer4.xml", zp_docx_make_footer (TRUE, TRUE));
  add_part (zip, "docProps/core.xml", make_properties (doc));
}
