/* SPDX-License-Identifier: GPL-3.0-or-later
 * Styles of a WordprocessingML document: all looks stand here, and the text only names them.
 *
 * GB/T 9704-2012, 5.2, 7.3 and 7.5. Sizes are in half points, lengths in twentieths of a point. */
#include "export/zp-docx-private.h"

#include "export/zp-office-face-private.h"

#define SIZE_0 72
#define SIZE_1 52
#define SIZE_2 44
#define SIZE_3 32
#define SIZE_4 28
#define SIZE_5 21

/* 35 mm, less what a line of exact height adds above its text. */
#define ISSUER_TOP 1870

/* 4 mm below the number, in points. */
#define RED_RULE_SPACE "11"

/* 7.2.7 and 7.4: 0.35 mm and 0.25 mm. */
#define RULE_THICK "8"
#define RULE_THIN "6"

#define IMPRINT_LINE 480

#define COVER_LINE 840
#define TITLE_LINE 720
#define CELL_LINE 300

/* 28 characters of 16 pt are wider than the type area; 15.75 pt apart they fit. −0.2 pt does not
 * do. */
#define SPACING_BODY "-5"
#define SPACING_NONE "0"

typedef enum
{
  LINE_SINGLE,
  LINE_AT_LEAST,
  LINE_EXACT,
} LineRule;

/**
 * Style:
 * @custom: office programs do not know it by its name
 * @outline: level in the outline from 1, 0 for none
 * @indented: the first line two characters in
 * @gridded: lines stand on the grid of the page
 * @behind: blank characters behind every line
 * @red: the text; @rule_above @rule_below: thickness of rules, in eighths of a point
 */
typedef struct
{
  const char *id;
  gboolean custom;
  const char *name;
  const char *next;
  ZpFontRole face;
  int size;
  const char *alignment;
  int outline;
  gboolean indented;
  gboolean keep_next;
  gboolean gridded;
  int behind;
  gboolean red;
  const char *rule_above;
  const char *rule_below;
  gboolean rule_red;
  int before;
  int after;
  int line;
  LineRule rule;
} Style;

/* clang-format off */
static const Style styles[] = {
  { .id = "Normal", .name = "Normal", .face = ZP_FONT_FANGSONG, .size = SIZE_3,
    .alignment = "both", .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_BODY, .name = "Body Text", .face = ZP_FONT_FANGSONG, .size = SIZE_3,
    .alignment = "both", .indented = TRUE, .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_HEADING "1", .name = "heading 1", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_HEITI, .size = SIZE_3, .alignment = "both", .outline = 1, .indented = TRUE,
    .keep_next = TRUE, .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_HEADING "2", .name = "heading 2", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_KAITI, .size = SIZE_3, .alignment = "both", .outline = 2, .indented = TRUE,
    .keep_next = TRUE, .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_HEADING "3", .name = "heading 3", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "both", .outline = 3, .indented = TRUE,
    .keep_next = TRUE, .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_HEADING "4", .name = "heading 4", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "both", .outline = 4, .indented = TRUE,
    .keep_next = TRUE, .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_TITLE, .name = "Title", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_BIAOSONG, .size = SIZE_2, .alignment = "center", .keep_next = TRUE,
    .after = ZP_DOCX_LINE, .line = TITLE_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_COVER_TITLE, .custom = TRUE, .name = "Cover Title",
    .face = ZP_FONT_BIAOSONG,
    .size = SIZE_1, .alignment = "center", .before = 4 * ZP_DOCX_LINE, .after = 4 * ZP_DOCX_LINE,
    .line = COVER_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_COVER_LABEL, .custom = TRUE, .name = "Cover Label",
    .face = ZP_FONT_FANGSONG,
    .size = SIZE_3, .alignment = "distribute", .behind = 1 },
  { .id = ZP_DOCX_STYLE_COVER_VALUE, .custom = TRUE, .name = "Cover Value",
    .face = ZP_FONT_FANGSONG,
    .size = SIZE_3, .alignment = "center" },
  { .id = ZP_DOCX_STYLE_COVER_FOOT, .custom = TRUE, .name = "Cover Foot",
    .face = ZP_FONT_KAITI, .size = SIZE_3,
    .alignment = "center", .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_ANNEX_LIST, .custom = TRUE, .name = "Annex List",
    .next = ZP_DOCX_STYLE_ANNEX_NEXT,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "left", .gridded = TRUE,
    .before = ZP_DOCX_LINE },
  { .id = ZP_DOCX_STYLE_ANNEX_NEXT, .custom = TRUE, .name = "Annex List Continued",
    .face = ZP_FONT_FANGSONG,
    .size = SIZE_3, .alignment = "left", .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_SIGNATURE, .name = "Signature", .next = ZP_DOCX_STYLE_DATE,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "left", .keep_next = TRUE,
    .gridded = TRUE, .before = ZP_DOCX_LINE },
  { .id = ZP_DOCX_STYLE_SEALED, .custom = TRUE, .name = "Sealed Signature",
    .next = ZP_DOCX_STYLE_DATE, .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "left",
    .keep_next = TRUE, .gridded = TRUE, .before = 2 * ZP_DOCX_LINE },
  { .id = ZP_DOCX_STYLE_DATE, .name = "Date", .face = ZP_FONT_FANGSONG, .size = SIZE_3,
    .alignment = "left", .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_ANNEX_MARK, .custom = TRUE, .name = "Annex Mark",
    .next = ZP_DOCX_STYLE_ANNEX_TITLE,
    .face = ZP_FONT_HEITI, .size = SIZE_3, .alignment = "left", .keep_next = TRUE,
    .gridded = TRUE, .after = ZP_DOCX_LINE },
  { .id = ZP_DOCX_STYLE_ANNEX_TITLE, .custom = TRUE, .name = "Annex Title",
    .next = ZP_DOCX_STYLE_TABLE_LINE,
    .face = ZP_FONT_BIAOSONG, .size = SIZE_2, .alignment = "center", .outline = 1,
    .keep_next = TRUE, .after = 240, .line = TITLE_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_TABLE_TITLE, .custom = TRUE, .name = "Table Title",
    .next = ZP_DOCX_STYLE_TABLE_LINE,
    .face = ZP_FONT_HEITI, .size = SIZE_3, .alignment = "center", .keep_next = TRUE,
    .before = 120, .after = 60 },
  { .id = ZP_DOCX_STYLE_TABLE_LINE, .custom = TRUE, .name = "Table Line", .face = ZP_FONT_FANGSONG,
    .size = SIZE_5, .alignment = "left", .before = 40, .after = 40, .line = CELL_LINE,
    .rule = LINE_AT_LEAST },
  { .id = ZP_DOCX_STYLE_TABLE_NOTE, .custom = TRUE, .name = "Table Note", .face = ZP_FONT_FANGSONG,
    .size = SIZE_5, .alignment = "both", .before = 40, .line = CELL_LINE, .rule = LINE_AT_LEAST },
  { .id = ZP_DOCX_STYLE_TABLE_TEXT, .custom = TRUE, .name = "Table Text", .face = ZP_FONT_FANGSONG,
    .size = SIZE_5, .alignment = "left", .line = CELL_LINE, .rule = LINE_AT_LEAST },
  { .id = ZP_DOCX_STYLE_TABLE_HEAD, .custom = TRUE, .name = "Table Head",
    .face = ZP_FONT_HEITI, .size = SIZE_5,
    .alignment = "center", .line = CELL_LINE, .rule = LINE_AT_LEAST },
  { .id = ZP_DOCX_STYLE_ISSUER, .custom = TRUE, .name = "Issuer", .next = ZP_DOCX_STYLE_NUMBER,
    .face = ZP_FONT_BIAOSONG, .size = SIZE_0, .alignment = "center", .keep_next = TRUE, .red = TRUE,
    .before = ISSUER_TOP, .line = 900, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_ISSUER_LONG, .custom = TRUE, .name = "Issuer Long",
    .next = ZP_DOCX_STYLE_NUMBER,
    .face = ZP_FONT_BIAOSONG, .size = SIZE_2, .alignment = "center", .keep_next = TRUE, .red = TRUE,
    .before = ISSUER_TOP, .line = 550, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_NUMBER, .custom = TRUE, .name = "Document Number",
    .next = ZP_DOCX_STYLE_TITLE,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "center", .keep_next = TRUE,
    .gridded = TRUE, .rule_below = RULE_THICK, .rule_red = TRUE, .before = 2 * ZP_DOCX_LINE, .after = 2 * ZP_DOCX_LINE },
  { .id = ZP_DOCX_STYLE_ADDRESSEE, .name = "Salutation", .next = ZP_DOCX_STYLE_BODY,
    .face = ZP_FONT_FANGSONG, .size = SIZE_3, .alignment = "left", .keep_next = TRUE,
    .gridded = TRUE },
  { .id = ZP_DOCX_STYLE_COPIES, .custom = TRUE, .name = "Imprint Copies",
    .next = ZP_DOCX_STYLE_IMPRINT_BELOW, .face = ZP_FONT_FANGSONG, .size = SIZE_4,
    .alignment = "left", .rule_above = RULE_THICK, .line = IMPRINT_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_IMPRINT, .custom = TRUE, .name = "Imprint", .face = ZP_FONT_FANGSONG,
    .size = SIZE_4, .alignment = "left", .rule_above = RULE_THICK, .rule_below = RULE_THICK,
    .line = IMPRINT_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_IMPRINT_BELOW, .custom = TRUE, .name = "Imprint Below",
    .face = ZP_FONT_FANGSONG, .size = SIZE_4, .alignment = "left", .rule_above = RULE_THIN,
    .rule_below = RULE_THICK, .line = IMPRINT_LINE, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_GAP, .custom = TRUE, .name = "Gap", .face = ZP_FONT_FANGSONG, .size = 2,
    .alignment = "left", .line = 20, .rule = LINE_EXACT },
  { .id = ZP_DOCX_STYLE_FOOTER, .name = "footer", .face = ZP_FONT_SONGTI, .size = SIZE_4,
    .alignment = "left" },
};

/* Faces of run-in headings, by level. */
static const ZpFontRole run_in_faces[] = {
  ZP_FONT_HEITI, ZP_FONT_KAITI, ZP_FONT_FANGSONG, ZP_FONT_FANGSONG
};
/* clang-format on */

static void
write_off (ZpXmlWriter *xml, const char *element)
{
  zp_docx_write_value (xml, element, "0");
}

/* The Chinese face for figures, letters and quotation marks too. */
static void
write_faces (ZpXmlWriter *xml, ZpFontRole role)
{
  const char *name = zp_office_face_get (role)->name;

  zp_xml_writer_empty (xml, "w:rFonts", "w:hint", "eastAsia", "w:ascii", name, "w:hAnsi", name,
                       "w:eastAsia", name, "w:cs", name, NULL);
}

static void
write_character_properties (ZpXmlWriter *xml, const Style *style)
{
  zp_xml_writer_start (xml, "w:rPr", NULL);
  write_faces (xml, style->face);
  if (style->red)
    zp_docx_write_value (xml, "w:color", "FF0000");
  zp_docx_write_value (xml, "w:spacing", style->size == SIZE_3 ? SPACING_BODY : SPACING_NONE);
  zp_docx_write_number (xml, "w:sz", style->size);
  zp_docx_write_number (xml, "w:szCs", style->size);
  zp_xml_writer_end (xml);
}

static void
write_spacing (ZpXmlWriter *xml, const Style *style)
{
  static const char *const rules[] = {
    [LINE_SINGLE] = "auto", [LINE_AT_LEAST] = "atLeast", [LINE_EXACT] = "exact"
  };
  g_autofree char *before = g_strdup_printf ("%d", style->before);
  g_autofree char *after = g_strdup_printf ("%d", style->after);
  g_autofree char *line = g_strdup_printf ("%d", style->rule == LINE_SINGLE ? 240 : style->line);

  zp_xml_writer_empty (xml, "w:spacing", "w:before", before, "w:after", after, "w:line", line,
                       "w:lineRule", rules[style->rule], NULL);
}

static void
write_behind (ZpXmlWriter *xml, int characters)
{
  g_autofree char *hundredths = g_strdup_printf ("%d", characters * 100);
  g_autofree char *length = g_strdup_printf ("%d", characters * ZP_DOCX_CHARACTER);

  zp_xml_writer_empty (xml, "w:ind", "w:rightChars", hundredths, "w:right", length, NULL);
}

static void
write_rule (ZpXmlWriter *xml, const char *edge, const char *thickness, gboolean red)
{
  if (thickness != NULL)
    zp_xml_writer_empty (xml, edge, "w:val", "single", "w:sz", thickness, "w:space",
                         red ? RED_RULE_SPACE : "0", "w:color", red ? "FF0000" : "000000", NULL);
}

static void
write_rules (ZpXmlWriter *xml, const Style *style)
{
  if (style->rule_above == NULL && style->rule_below == NULL)
    return;

  zp_xml_writer_start (xml, "w:pBdr", NULL);
  write_rule (xml, "w:top", style->rule_above, style->rule_red);
  write_rule (xml, "w:bottom", style->rule_below, style->rule_red);
  zp_xml_writer_end (xml);
}

/* No widow control: it would break the 22 lines of a page. */
static void
write_paragraph_properties (ZpXmlWriter *xml, const Style *style)
{
  zp_xml_writer_start (xml, "w:pPr", NULL);
  if (style->keep_next)
    zp_xml_writer_empty (xml, "w:keepNext", NULL);
  write_off (xml, "w:widowControl");
  write_rules (xml, style);
  write_off (xml, "w:autoSpaceDE");
  write_off (xml, "w:autoSpaceDN");
  write_off (xml, "w:adjustRightInd");
  if (!style->gridded)
    write_off (xml, "w:snapToGrid");
  write_spacing (xml, style);
  if (style->indented)
    zp_xml_writer_empty (xml, "w:ind", "w:firstLineChars", "200", "w:firstLine", "632", NULL);
  if (style->behind > 0)
    write_behind (xml, style->behind);
  zp_docx_write_value (xml, "w:jc", style->alignment);
  if (style->outline > 0)
    zp_docx_write_number (xml, "w:outlineLvl", style->outline - 1);
  zp_xml_writer_end (xml);
}

static void
write_style (ZpXmlWriter *xml, const Style *style)
{
  gboolean is_default = style == styles;

  zp_xml_writer_start (xml, "w:style", "w:type", "paragraph", "w:default", is_default ? "1" : NULL,
                       "w:customStyle", style->custom ? "1" : NULL, "w:styleId", style->id, NULL);
  zp_docx_write_value (xml, "w:name", style->name);
  if (!is_default)
    zp_docx_write_value (xml, "w:basedOn", styles[0].id);
  if (style->next != NULL)
    zp_docx_write_value (xml, "w:next", style->next);
  zp_xml_writer_empty (xml, "w:qFormat", NULL);
  write_paragraph_properties (xml, style);
  write_character_properties (xml, style);
  zp_xml_writer_end (xml);
}

static void
write_run_in (ZpXmlWriter *xml, guint level)
{
  g_autofree char *id = g_strdup_printf (ZP_DOCX_STYLE_RUN_IN "%u", level);
  g_autofree char *name = g_strdup_printf ("Run-in Heading %u", level);

  zp_xml_writer_start (xml, "w:style", "w:type", "character", "w:customStyle", "1", "w:styleId", id,
                       NULL);
  zp_docx_write_value (xml, "w:name", name);
  zp_xml_writer_empty (xml, "w:qFormat", NULL);
  zp_xml_writer_start (xml, "w:rPr", NULL);
  write_faces (xml, run_in_faces[level - 1]);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

/* What is not filled in yet must be seen before the report leaves the house. */
static void
write_open (ZpXmlWriter *xml)
{
  zp_xml_writer_start (xml, "w:style", "w:type", "character", "w:customStyle", "1", "w:styleId",
                       ZP_DOCX_STYLE_OPEN, NULL);
  zp_docx_write_value (xml, "w:name", "Open");
  zp_xml_writer_empty (xml, "w:qFormat", NULL);
  zp_xml_writer_start (xml, "w:rPr", NULL);
  zp_xml_writer_empty (xml, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "FFE699", NULL);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

static void
write_borders (ZpXmlWriter *xml)
{
  static const char *const edges[] = { "w:top",   "w:left",    "w:bottom",
                                       "w:right", "w:insideH", "w:insideV" };

  zp_xml_writer_start (xml, "w:tblBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    zp_xml_writer_empty (xml, edges[i], "w:val", "single", "w:sz", "4", "w:space", "0", "w:color",
                         "000000", NULL);
  zp_xml_writer_end (xml);
}

static void
write_table_style (ZpXmlWriter *xml, const char *id, const char *name, gboolean bordered)
{
  zp_xml_writer_start (xml, "w:style", "w:type", "table", "w:customStyle", bordered ? NULL : "1",
                       "w:styleId", id, NULL);
  zp_docx_write_value (xml, "w:name", name);
  zp_xml_writer_start (xml, "w:tblPr", NULL);
  if (bordered)
    write_borders (xml);
  zp_xml_writer_start (xml, "w:tblCellMar", NULL);
  zp_docx_write_length (xml, "w:top", bordered ? 30 : 0);
  zp_docx_write_length (xml, "w:left", bordered ? 80 : 0);
  zp_docx_write_length (xml, "w:bottom", bordered ? 30 : 0);
  zp_docx_write_length (xml, "w:right", bordered ? 80 : 0);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
}

static void
write_defaults (ZpXmlWriter *xml)
{
  zp_xml_writer_start (xml, "w:docDefaults", NULL);
  zp_xml_writer_start (xml, "w:rPrDefault", NULL);
  zp_xml_writer_start (xml, "w:rPr", NULL);
  write_faces (xml, ZP_FONT_FANGSONG);
  zp_docx_write_value (xml, "w:kern", "2");
  zp_docx_write_number (xml, "w:sz", SIZE_3);
  zp_docx_write_number (xml, "w:szCs", SIZE_3);
  zp_xml_writer_empty (xml, "w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN", "w:bidi", "ar-SA",
                       NULL);
  zp_xml_writer_end (xml);
  zp_xml_writer_end (xml);
  zp_xml_writer_empty (xml, "w:pPrDefault", NULL);
  zp_xml_writer_end (xml);
}

/**
 * zp_docx_make_styles:
 *
 * Returns: (transfer full): the part word/styles.xml
 */
GBytes *
zp_docx_make_styles (void)
{
  g_autoptr (ZpXmlWriter) xml = zp_docx_part_new ("w:styles");

  write_defaults (xml);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (xml, &styles[i]);
  for (guint i = 1; i <= G_N_ELEMENTS (run_in_faces); i++)
    write_run_in (xml, i);
  write_open (xml);
  write_table_style (xml, ZP_DOCX_STYLE_TABLE, "Table Grid", TRUE);
  write_table_style (xml, ZP_DOCX_STYLE_COVER_TABLE, "Cover Table", FALSE);

  return zp_xml_writer_finish (xml);
}
