/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands around the text of a WordprocessingML document: cover, list of annexes, signature. */
#include "export/zp-docx-private.h"

#include <string.h>

#include "base/zp-text.h"
#include "document/zp-geometry.h"

/* Hundredths of a character, the unit of indents. */
#define CHARACTERS(n) ((n) *100)

#define COVER_VALUE (17 * ZP_DOCX_CHARACTER)
#define COVER_MAX_LABEL 10 /* characters */
#define COVER_ROW (ZP_DOCX_LINE * 3 / 2)

/* Columns of 22 pt that surely fit into the type area; some programs set figures apart from the
 * text. */
#define TITLE_COLUMNS 38

#define FULL_COLON "："

static int
runs_columns (const GPtrArray *runs, guint start, guint end)
{
  int columns = 0;

  for (guint i = start; i < end; i++)
    columns += zp_text_column_width (((const ZpDocRun *) g_ptr_array_index (runs, i))->text);

  return columns;
}

static GPtrArray *
part_of (const GPtrArray *runs, guint start, guint end)
{
  GPtrArray *part = zp_doc_runs_new ();

  for (guint i = start; i < end; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);

      zp_doc_run_append (part, run->text, run->id, run->style);
    }

  return part;
}

/* Where two lines are most alike, or 0. Names and figures are runs of their own, so that no word is
 * parted (GB/T 9704-2012, 7.3.1). */
static guint
best_break (const GPtrArray *runs)
{
  int total = runs_columns (runs, 0, runs->len);
  int best = TITLE_COLUMNS + 1;
  guint at = 0;

  for (guint i = 1; i < runs->len; i++)
    {
      int first = runs_columns (runs, 0, i);
      int longer = MAX (first, total - first);

      if (longer < best)
        {
          best = longer;
          at = i;
        }
    }

  return at;
}

/**
 * zp_docx_lines_of:
 * @runs: a title, or one of its lines
 *
 * Returns: (transfer full): of GPtrArray of #ZpDocRun: the title in one line, or in two where it is
 *   too long and has a good place to be parted
 */
GPtrArray *
zp_docx_lines_of (const GPtrArray *runs)
{
  g_autofree char *text = zp_doc_runs_to_text (runs);
  guint at = 0;
  GPtrArray *lines = NULL;

  if (strchr (text, '\n') == NULL && zp_text_column_width (text) > TITLE_COLUMNS)
    at = best_break (runs);
  if (at == 0)
    return zp_docx_texts_new (runs);

  lines = zp_docx_texts_new (NULL);
  g_ptr_array_add (lines, part_of (runs, 0, at));
  g_ptr_array_add (lines, part_of (runs, at, runs->len));
  return lines;
}

static void
add_lines (ZpDocxBody *self, const char *style, const GPtrArray *runs)
{
  g_autoptr (GPtrArray) texts = zp_docx_lines_of (runs);

  zp_docx_body_add (self,
                    &(ZpDocxParagraph){ .style = style, .texts = texts, .separator = "w:br" });
}

static void
write_cover_cell (
  ZpDocxBody *self, GPtrArray *runs, int width, const char *style, gboolean underlined)
{
  ZpXmlWriter *xml = self->xml;
  g_autoptr (GPtrArray) texts = zp_docx_texts_new (runs);

  zp_xml_writer_start (xml, "w:tc", NULL);
  zp_xml_writer_start (xml, "w:tcPr", NULL);
  zp_docx_write_length (xml, "w:tcW", width);
  if (underlined)
    {
      zp_xml_writer_start (xml, "w:tcBorders", NULL);
      zp_xml_writer_empty (xml, "w:bottom", "w:val", "single", "w:sz", "4", "w:space", "0",
                           "w:color", "000000", NULL);
      zp_xml_writer_end (xml);
    }
  zp_docx_write_value (xml, "w:vAlign", "bottom");
  zp_xml_writer_end (xml);
  zp_docx_write_cell_paragraph (self, &(ZpDocxParagraph){ .style = style, .texts = texts });
  zp_xml_writer_end (xml);
}

static void
write_cover_row (ZpDocxBody *self, const GPtrArray *line, const int *widths)
{
  ZpXmlWriter *xml = self->xml;
  g_autofree char *height = g_strdup_printf ("%d", COVER_ROW);

  zp_xml_writer_start (xml, "w:tr", NULL);
  zp_xml_writer_start (xml, "w:trPr", NULL);
  zp_xml_writer_empty (xml, "w:cantSplit", NULL);
  zp_xml_writer_empty (xml, "w:trHeight", "w:val", height, "w:hRule", "atLeast", NULL);
  zp_xml_writer_end (xml);
  write_cover_cell (self, g_ptr_array_index (line, 0), widths[0], ZP_DOCX_STYLE_COVER_LABEL, FALSE);
  write_cover_cell (self, g_ptr_array_index (line, 1), widths[1], ZP_DOCX_STYLE_COVER_VALUE, TRUE);
  zp_xml_writer_end (xml);
}

/* As wide as the longest label, and a character between label and value. */
static int
label_width (const GPtrArray *lines)
{
  int columns = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);
      const GPtrArray *label = g_ptr_array_index (line, 0);

      columns = MAX (columns, runs_columns (label, 0, label->len));
    }

  return MIN (columns / 2 + 1, COVER_MAX_LABEL) * ZP_DOCX_CHARACTER;
}

static void
write_cover_lines (ZpDocxBody *self, const GPtrArray *lines)
{
  ZpXmlWriter *xml = NULL;
  int widths[2] = { label_width (lines), COVER_VALUE };

  if (lines->len == 0)
    return;

  xml = zp_docx_body_begin_table (self);
  zp_xml_writer_start (xml, "w:tbl", NULL);
  zp_xml_writer_start (xml, "w:tblPr", NULL);
  zp_docx_write_value (xml, "w:tblStyle", ZP_DOCX_STYLE_COVER_TABLE);
  zp_docx_write_length (xml, "w:tblW", widths[0] + widths[1]);
  zp_docx_write_value (xml, "w:jc", "center");
  zp_xml_writer_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  zp_xml_writer_end (xml);
  zp_xml_writer_start (xml, "w:tblGrid", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *width = g_strdup_printf ("%d", widths[i]);

      zp_xml_writer_empty (xml, "w:gridCol", "w:w", width, NULL);
    }
  zp_xml_writer_end (xml);
  for (guint i = 0; i < lines->len; i++)
    write_cover_row (self, g_ptr_array_index (lines, i), widths);
  zp_xml_writer_end (xml);
  zp_docx_body_end_table (self);
}

/* A paragraph in a frame must not be the one that ends the section. */
static void
write_cover_foot (ZpDocxBody *self, const GPtrArray *foot)
{
  g_autoptr (GPtrArray) texts = zp_docx_texts_new (foot);

  zp_docx_body_add (
    self, &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_COVER_FOOT, .texts = texts, .framed = TRUE });
  zp_docx_body_add_gap (self);
}

/**
 * zp_docx_write_cover:
 * @node: a cover
 *
 * Writes title, labels with their values on rules, and the foot at the lower edge of the type area.
 */
void
zp_docx_write_cover (ZpDocxBody *self, const ZpDocNode *node)
{
  add_lines (self, ZP_DOCX_STYLE_COVER_TITLE, node->runs);
  write_cover_lines (self, node->lines);
  if (node->foot->len > 0)
    write_cover_foot (self, node->foot);
}

/* Columns up to the name of the annex: "附件：1." has eight, "2." has two. */
static int
name_columns (const char *text)
{
  const char *at = text;
  const char *colon = strstr (text, FULL_COLON);
  g_autofree char *before = NULL;

  if (colon != NULL)
    at = colon + strlen (FULL_COLON);
  if (g_ascii_isdigit (*at))
    {
      const char *dot = at + strspn (at, "0123456789");

      at = *dot == '.' ? dot + 1 : at;
    }
  before = g_strndup (text, (gsize) (at - text));

  return zp_text_column_width (before);
}

/**
 * zp_docx_write_annex_list:
 * @node: a list of annexes
 *
 * GB/T 9704-2012, 7.3.4: a blank line below the text, two characters in; numbers stand below each
 * other, and so do the lines of a long name.
 */
void
zp_docx_write_annex_list (ZpDocxBody *self, const ZpDocNode *node)
{
  int first = 0;

  for (guint i = 0; i < node->lines->len; i++)
    {
      const GPtrArray *runs = g_ptr_array_index (node->lines, i);
      g_autofree char *text = zp_doc_runs_to_text (runs);
      g_autoptr (GPtrArray) texts = zp_docx_texts_new (runs);
      int hanging = CHARACTERS (name_columns (text)) / 2;

      if (i == 0)
        first = hanging;
      zp_docx_body_add (self, &(ZpDocxParagraph){ .style = i == 0 ? ZP_DOCX_STYLE_ANNEX_LIST
                                                                  : ZP_DOCX_STYLE_ANNEX_NEXT,
                                                  .texts = texts,
                                                  .left = CHARACTERS (2) + first,
                                                  .hanging = hanging });
    }
}

/* Left edges of unit and date, in hundredths of a character. */
typedef struct
{
  int unit;
  int date;
} Edges;

static int
text_width (const GPtrArray *runs)
{
  return CHARACTERS (runs_columns (runs, 0, runs->len)) / 2;
}

static Edges
sealed_edges (int unit, int date)
{
  int middle = CHARACTERS (ZP_CHARACTERS_PER_LINE - 4) - date / 2;
  int right = MIN (middle + unit / 2, CHARACTERS (ZP_CHARACTERS_PER_LINE - 2));

  middle = MIN (middle, right - unit / 2);
  return (Edges){ right - unit, middle - date / 2 };
}

static Edges
unsealed_edges (int unit, int date)
{
  int right = CHARACTERS (ZP_CHARACTERS_PER_LINE - 2);
  int left = date > unit ? right - date - CHARACTERS (2) : right - unit;

  return (Edges){ left, left + CHARACTERS (2) };
}

/**
 * zp_docx_write_signature:
 * @node: a signature
 *
 * GB/T 9704-2012, 7.3.5.1 and 7.3.5.2, as zp_pager_set_signature() has it. Both lines are placed
 * from the left, for programs disagree on the width of figures, and both stay on the page of the
 * last line of the text.
 */
void
zp_docx_write_signature (ZpDocxBody *self, const ZpDocNode *node)
{
  const GPtrArray *unit = g_ptr_array_index (node->lines, 0);
  const GPtrArray *date = g_ptr_array_index (node->lines, 1);
  g_autoptr (GPtrArray) units = zp_docx_texts_new (unit);
  g_autoptr (GPtrArray) dates = zp_docx_texts_new (date);
  Edges edges = node->seal ? sealed_edges (text_width (unit), text_width (date))
                           : unsealed_edges (text_width (unit), text_width (date));

  zp_docx_body_keep_last (self);
  zp_docx_body_add (
    self, &(ZpDocxParagraph){ .style = node->seal ? ZP_DOCX_STYLE_SEALED : ZP_DOCX_STYLE_SIGNATURE,
                              .texts = units,
                              .left = MAX (edges.unit, 0),
                              .keep_next = TRUE });
  zp_docx_body_add (
    self,
    &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_DATE, .texts = dates, .left = MAX (edges.date, 0) });
}
