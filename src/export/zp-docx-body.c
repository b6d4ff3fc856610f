/* SPDX-License-Identifier: GPL-3.0-or-later
 * Paragraphs, bookmarks and sections of the body of a WordprocessingML document.
 *
 * A section is described in its last paragraph. So every paragraph waits for the next one. The
 * order of the elements inside w:pPr, w:rPr and w:sectPr is that of the schema: office programs
 * refuse a file with another one. */
#include <string.h>

#include "export/zp-docx-private.h"

/* A bookmark is named by letters, figures and underlines, by a letter first. */
#define BOOKMARK_CHARACTERS 40
#define BOOKMARK_STEM 32

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

int
zp_docx_body_get_width (const ZpDocxBody *self)
{
  return self->section.landscape ? ZP_DOCX_TEXT_WIDTH_LANDSCAPE : ZP_DOCX_TEXT_WIDTH;
}

GPtrArray *
zp_docx_texts_new (const GPtrArray *runs)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (runs != NULL)
    g_ptr_array_add (texts, g_ptr_array_ref ((GPtrArray *) runs));
  return texts;
}

void
zp_docx_write_value (ZpXmlWriter *xml, const char *element, const char *value)
{
  zp_xml_writer_empty (xml, element, "w:val", value, NULL);
}

void
zp_docx_write_number (ZpXmlWriter *xml, const char *element, int value)
{
  g_autofree char *number = g_strdup_printf ("%d", value);

  zp_docx_write_value (xml, element, number);
}

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

/* The id as far as a name can show it: "projects[0].rate" is projects_0_rate. */
static char *
bookmark_stem (const char *id)
{
  GString *stem = g_string_new (g_ascii_isalpha (*id) ? NULL : "z");

  for (const char *at = id; *at != '\0' && stem->len < BOOKMARK_STEM; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (stem, g_ascii_tolower (*at));
      else if (stem->str[stem->len - 1] != '_' && *at != ']')
        g_string_append_c (stem, '_');
    }

  return g_string_free (stem, FALSE);
}

/* The stem itself, or the stem and the number of its use; a number may also be part of an id. */
static char *
bookmark_name (ZpDocxBody *self, const char *id)
{
  g_autofree char *stem = bookmark_stem (id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->bookmarks, stem));
  g_autofree char *name = g_strdup (stem);

  while (g_hash_table_contains (self->bookmarks, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", stem, ++n);
    }
  g_hash_table_insert (self->bookmarks, g_strdup (stem), GUINT_TO_POINTER (MAX (n, 1)));
  if (!g_str_equal (name, stem))
    g_hash_table_insert (self->bookmarks, g_strdup (name), GUINT_TO_POINTER (1));
  g_assert (strlen (name) <= BOOKMARK_CHARACTERS);

  return g_steal_pointer (&name);
}

static void
write_plain (ZpXmlWriter *xml, const char *text)
{
  if (*text == '\0')
    return;

  zp_xml_writer_start (xml, "w:t", "xml:space", "preserve", NULL);
  zp_xml_writer_text (xml, text);
  zp_xml_writer_end (xml);
}

/* Line breaks and tabs are elements of their own. */
static void
write_text (ZpXmlWriter *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);

      if (i > 0)
        zp_xml_writer_empty (xml, "w:br", NULL);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          if (k > 0)
            zp_xml_writer_empty (xml, "w:tab", NULL);
          write_plain (xml, parts[k]);
        }
    }
}

static void
write_run_style (ZpXmlWriter *xml, ZpRunStyle style, int level)
{
  g_autofree char *head = g_strdup_printf (ZP_DOCX_STYLE_RUN_IN "%d", CLAMP (level, 1, 4));

  if (style == ZP_RUN_PLAIN)
    return;

  zp_xml_writer_start (xml, "w:rPr", NULL);
  zp_docx_write_value (xml, "w:rStyle", style == ZP_RUN_HEAD ? head : ZP_DOCX_STYLE_OPEN);
  zp_xml_writer_end (xml);
}

static void
write_run (ZpDocxBody *self, const ZpDocRun *run, int level)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (*run->text == '\0')
    return;

  if (run->id != NULL && *run->id != '\0')
    {
      name = bookmark_name (self, run->id);
      number = g_strdup_printf ("%u", ++self->n_bookmarks);
      zp_xml_writer_empty (self->xml, "w:bookmarkStart", "w:id", number, "w:name", name, NULL);
    }
  zp_xml_writer_start (self->xml, "w:r", NULL);
  write_run_style (self->xml, run->style, level);
  write_text (self->xml, run->text);
  zp_xml_writer_end (self->xml);
  if (name != NULL)
    zp_xml_writer_empty (self->xml, "w:bookmarkEnd", "w:id", number, NULL);
}

static void
write_texts (ZpDocxBody *self, const ZpDocxParagraph *paragraph)
{
  for (guint i = 0; paragraph->texts != NULL && i < paragraph->texts->len; i++)
    {
      const GPtrArray *runs = g_ptr_array_index (paragraph->texts, i);

      if (i > 0)
        {
          zp_xml_writer_start (self->xml, "w:r", NULL);
          zp_xml_writer_empty (self->xml, paragraph->separator, NULL);
          zp_xml_writer_end (self->xml);
        }
      for (guint k = 0; k < runs->len; k++)
        write_run (self, g_ptr_array_index (runs, k), paragraph->level);
    }
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

/* Every indent both in characters, which Word takes, and in lengths, for all others. */
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
write_page_size (ZpXmlWriter *xml, gboolean landscape)
{
  if (landscape)
    zp_xml_writer_empty (xml, "w:pgSz", "w:w", "16838", "w:h", "11906", "w:orient", "landscape",
                         NULL);
  else
    zp_xml_writer_empty (xml, "w:pgSz", "w:w", "11906", "w:h", "16838", NULL);
}

/* GB/T 9704-2012, 5.2.1; a landscape page is the upright sheet turned against the clock. The footer
 * stands so that the dash of the page number is 7 mm below the type area (7.5). */
static void
write_margins (ZpXmlWriter *xml, gboolean landscape)
{
  zp_xml_writer_empty (xml, "w:pgMar", "w:top", landscape ? "1588" : "2098", "w:right",
                       landscape ? "2098" : "1474", "w:bottom", landscape ? "1474" : "1984",
                       "w:left", landscape ? "1984" : "1588", "w:header", "851", "w:footer",
                       landscape ? "851" : "1417", "w:gutter", "0", NULL);
}

/* A cover has a footer of its own for the first page by w:titlePg, and it is not there. A grid of
 * characters (linesAndChars) is not used: some programs give every Chinese character two places of
 * a narrowed one. */
static void
write_section (ZpXmlWriter *xml, const ZpDocxSection *section)
{
  zp_xml_writer_start (xml, "w:sectPr", NULL);
  zp_xml_writer_empty (xml, "w:footerReference", "w:type", "default", "r:id", ZP_DOCX_FOOTER_ODD,
                       NULL);
  zp_xml_writer_empty (xml, "w:footerReference", "w:type", "even", "r:id", ZP_DOCX_FOOTER_EVEN,
                       NULL);
  zp_docx_write_value (xml, "w:type", "nextPage");
  write_page_size (xml, section->landscape);
  write_margins (xml, section->landscape);
  if (section->restart)
    zp_xml_writer_empty (xml, "w:pgNumType", "w:start", "1", NULL);
  if (section->cover)
    zp_xml_writer_empty (xml, "w:titlePg", NULL);
  zp_xml_writer_start (xml, "w:docGrid", "w:type", "lines", NULL);
  add_number (xml, "w:linePitch", ZP_DOCX_LINE);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
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
    write_section (xml, section);
  zp_xml_writer_end (xml);

  write_texts (self, paragraph);
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

/* Adds a paragraph. Its texts are kept, not copied. */
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

/* A paragraph without height to speak of, where the format demands one. */
void
zp_docx_body_add_gap (ZpDocxBody *self)
{
  zp_docx_body_add (self, &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_GAP });
}

/* A table goes on from the table above it, and cannot begin a page by itself. */
ZpXmlWriter *
zp_docx_body_begin_table (ZpDocxBody *self)
{
  if (self->after_table || self->page_break)
    zp_docx_body_add_gap (self);
  flush (self, NULL);
  self->empty = FALSE;

  return self->xml;
}

void
zp_docx_body_end_table (ZpDocxBody *self)
{
  self->after_table = TRUE;
}

void
zp_docx_body_keep_last (ZpDocxBody *self)
{
  self->pending.keep_next = TRUE;
}

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

/* Writes what is left, and the last section. A body does not end with a table. */
void
zp_docx_body_finish (ZpDocxBody *self)
{
  if (self->pending.style == NULL)
    zp_docx_body_add_gap (self);
  flush (self, NULL);
  write_section (self->xml, &self->section);
}

void
zp_docx_write_cell_paragraph (ZpDocxBody *self, const ZpDocxParagraph *paragraph)
{
  write_paragraph (self, paragraph, FALSE, NULL);
}
