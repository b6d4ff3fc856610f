/* SPDX-License-Identifier: GPL-3.0-or-later
 * Paragraphs and sections of the body of a WordprocessingML document, one after the other.
 *
 * A section is described in its last paragraph. So every paragraph waits for the next one. The
 * order of the elements is that of the schema: office programs refuse another one. */
#include "export/zp-docx-private.h"

/**
 * zp_docx_body_init:
 * @xml: inside the body; outlives it
 *
 * Begins an upright section without cover.
 */
void
zp_docx_body_init (ZpDocxBody *self, ZpXmlWriter *xml)
{
  *self = (ZpDocxBody){ .xml = xml, .empty = TRUE };
  self->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
zp_docx_body_clear (ZpDocxBody *self)
{
  g_clear_pointer (&self->bookmarks, g_hash_table_unref);
  g_clear_pointer (&self->pending.texts, g_ptr_array_unref);
}

/**
 * zp_docx_body_get_width:
 *
 * Returns: the width of the type area of the present section
 */
int
zp_docx_body_get_width (const ZpDocxBody *self)
{
  return self->section.landscape ? ZP_DOCX_TEXT_WIDTH_LANDSCAPE : ZP_DOCX_TEXT_WIDTH;
}

/**
 * zp_docx_write_value:
 *
 * Writes an element whose attribute w:val says it all.
 */
void
zp_docx_write_value (ZpXmlWriter *xml, const char *element, const char *value)
{
  zp_xml_writer_empty (xml, element, "w:val", value, NULL);
}

/**
 * zp_docx_write_number:
 *
 * The same with a number.
 */
void
zp_docx_write_number (ZpXmlWriter *xml, const char *element, int value)
{
  g_autofree char *number = g_strdup_printf ("%d", value);

  zp_docx_write_value (xml, element, number);
}

/**
 * zp_docx_write_length:
 *
 * Writes an element that is a length, as tables have them.
 */
void
zp_docx_write_length (ZpXmlWriter *xml, const char *element, int twips)
{
  g_autofree char *number = g_strdup_printf ("%d", twips);

  zp_xml_writer_empty (xml, element, "w:w", number, "w:type", "dxa", NULL);
}

static void
add_number (ZpXmlWriter *xml, const char *attribute, int value)
{
  g_autofree char *number = g_strdup_printf ("%d", value);

  zp_xml_writer_attribute (xml, attribute, number);
}

static void
write_frame (ZpXmlWriter *xml)
{
  g_autofree char *width = g_strdup_printf ("%d", ZP_DOCX_TEXT_WIDTH);

  zp_xml_writer_empty (xml, "w:framePr", "w:w", width, "w:wrap", "around", "w:vAnchor", "margin",
                       "w:hAnchor", "margin", "w:xAlign", "center", "w:yAlign", "bottom", NULL);
}

static void
write_tabs (ZpXmlWriter *xml, const int *tabs)
{
  if (tabs[0] == 0)
    return;

  zp_xml_writer_start (xml, "w:tabs", NULL);
  for (guint i = 0; i < 2 && tabs[i] != 0; i++)
    {
      gboolean last = i == 1 || tabs[1] == 0;

      zp_xml_writer_start (xml, "w:tab", "w:val", last ? "right" : "left", NULL);
      add_number (xml, "w:pos", tabs[i]);
      zp_xml_writer_end (xml);
    }
  zp_xml_writer_end (xml);
}

/* Every indent both in characters, which Word takes, and as a length, for all others. */
static void
write_indent (ZpXmlWriter *xml, const ZpDocxParagraph *paragraph)
{
  if (paragraph->left == 0)
    return;

  zp_xml_writer_start (xml, "w:ind", NULL);
  add_number (xml, "w:leftChars", paragraph->left);
  add_number (xml, "w:left", paragraph->left * ZP_DOCX_CHARACTER / 100);
  if (paragraph->hanging != 0)
    {
      add_number (xml, "w:hangingChars", paragraph->hanging);
      add_number (xml, "w:hanging", paragraph->hanging * ZP_DOCX_CHARACTER / 100);
    }
  zp_xml_writer_end (xml);
}

static void
write_alignment (ZpXmlWriter *xml, ZpAlign align)
{
  static const char *const names[] = {
    [ZP_ALIGN_LEFT] = "left", [ZP_ALIGN_CENTER] = "center", [ZP_ALIGN_RIGHT] = "right"
  };

  if (align != ZP_ALIGN_AUTO)
    zp_docx_write_value (xml, "w:jc", names[align]);
}

static void
write_paragraph (ZpDocxBody *self,
                 const ZpDocxParagraph *paragraph,
                 gboolean page_break,
                 const ZpDocxSection *section)
{
  ZpXmlWriter *xml = self->xml;

  zp_xml_writer_start (xml, "w:p", NULL);
  zp_xml_writer_start (xml, "w:pPr", NULL);
  zp_docx_write_value (xml, "w:pStyle", paragraph->style);
  if (paragraph->keep_next)
    zp_xml_writer_empty (xml, "w:keepNext", NULL);
  if (page_break)
    zp_xml_writer_empty (xml, "w:pageBreakBefore", NULL);
  if (paragraph->framed)
    write_frame (xml);
  write_tabs (xml, paragraph->tabs);
  write_indent (xml, paragraph);
  write_alignment (xml, paragraph->align);
  if (section != NULL)
    zp_docx_write_section (xml, section);
  zp_xml_writer_end (xml);

  zp_docx_write_texts (self, paragraph);
  zp_xml_writer_end (xml);
}

static void
flush (ZpDocxBody *self, const ZpDocxSection *section)
{
  if (self->pending.style == NULL)
    return;

  write_paragraph (self, &self->pending, self->pending_breaks, section);
  g_clear_pointer (&self->pending.texts, g_ptr_array_unref);
  self->pending = (ZpDocxParagraph){ 0 };
}

/**
 * zp_docx_body_add:
 * @paragraph: copied; its texts are kept, not copied
 *
 * Adds a paragraph, at the top of a page where a page break is due.
 */
void
zp_docx_body_add (ZpDocxBody *self, const ZpDocxParagraph *paragraph)
{
  flush (self, NULL);

  self->pending = *paragraph;
  if (paragraph->texts != NULL)
    g_ptr_array_ref (paragraph->texts);
  self->pending_breaks = self->page_break;
  self->page_break = FALSE;
  self->after_table = FALSE;
  self->empty = FALSE;
}

/**
 * zp_docx_body_add_gap:
 *
 * Adds a paragraph without height to speak of, where the format demands one.
 */
void
zp_docx_body_add_gap (ZpDocxBody *self)
{
  zp_docx_body_add (self, &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_GAP });
}

/**
 * zp_docx_body_begin_table:
 *
 * Makes way for a table, which cannot begin a page by itself and would run into a table above it.
 *
 * Returns: (transfer none): the writer to write it with
 */
ZpXmlWriter *
zp_docx_body_begin_table (ZpDocxBody *self)
{
  if (self->after_table || self->page_break)
    zp_docx_body_add_gap (self);
  flush (self, NULL);
  self->empty = FALSE;

  return self->xml;
}

/**
 * zp_docx_body_end_table:
 *
 * Says that the table is written.
 */
void
zp_docx_body_end_table (ZpDocxBody *self)
{
  self->after_table = TRUE;
}

/**
 * zp_docx_body_keep_last:
 *
 * Keeps the last paragraph on one page with what follows.
 */
void
zp_docx_body_keep_last (ZpDocxBody *self)
{
  self->pending.keep_next = TRUE;
}

/**
 * zp_docx_body_end_section:
 * @next: the section that begins
 *
 * Ends the present section, and with it the page.
 */
void
zp_docx_body_end_section (ZpDocxBody *self, const ZpDocxSection *next)
{
  self->page_break = FALSE;
  if (self->pending.style == NULL)
    zp_docx_body_add_gap (self);
  flush (self, &self->section);

  self->section = *next;
  self->empty = TRUE;
}

/**
 * zp_docx_body_finish:
 *
 * Writes what is left, and the last section. A body does not end with a table.
 */
void
zp_docx_body_finish (ZpDocxBody *self)
{
  if (self->pending.style == NULL)
    zp_docx_body_add_gap (self);
  flush (self, NULL);
  zp_docx_write_section (self->xml, &self->section);
}

/**
 * zp_docx_write_cell_paragraph:
 *
 * Writes a paragraph inside the cell of a table at once.
 */
void
zp_docx_write_cell_paragraph (ZpDocxBody *self, const ZpDocxParagraph *paragraph)
{
  write_paragraph (self, paragraph, FALSE, NULL);
}
