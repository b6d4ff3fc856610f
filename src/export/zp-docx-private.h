/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the writers of the parts of a WordprocessingML document share. */
#pragma once

#include "base/zp-xml-writer.h"
#include "base/zp-zip-writer.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

/* Twentieths of a point, the unit of all lengths here. */
#define ZP_DOCX_LINE 579      /* 22 lines of the type area; see zp-geometry.h */
#define ZP_DOCX_CHARACTER 316 /* a character of the body, 15.79 pt */
#define ZP_DOCX_TEXT_WIDTH 8844
#define ZP_DOCX_TEXT_WIDTH_LANDSCAPE 12756

/* Ids of styles, as in styles.xml. */
#define ZP_DOCX_STYLE_BODY "BodyText"
#define ZP_DOCX_STYLE_TITLE "Title"
#define ZP_DOCX_STYLE_HEADING "Heading" /* and the level */
#define ZP_DOCX_STYLE_RUN_IN "RunIn"    /* and the level */
#define ZP_DOCX_STYLE_OPEN "Open"
#define ZP_DOCX_STYLE_COVER_TITLE "CoverTitle"
#define ZP_DOCX_STYLE_COVER_LABEL "CoverLabel"
#define ZP_DOCX_STYLE_COVER_VALUE "CoverValue"
#define ZP_DOCX_STYLE_COVER_FOOT "CoverFoot"
#define ZP_DOCX_STYLE_COVER_TABLE "CoverTable"
#define ZP_DOCX_STYLE_ANNEX_LIST "AnnexList"
#define ZP_DOCX_STYLE_ANNEX_NEXT "AnnexNext"
#define ZP_DOCX_STYLE_ANNEX_MARK "AnnexMark"
#define ZP_DOCX_STYLE_ANNEX_TITLE "AnnexTitle"
#define ZP_DOCX_STYLE_SIGNATURE "Signature"
#define ZP_DOCX_STYLE_SEALED "SealedSignature"
#define ZP_DOCX_STYLE_DATE "Date"
#define ZP_DOCX_STYLE_TABLE "TableGrid"
#define ZP_DOCX_STYLE_TABLE_TITLE "TableTitle"
#define ZP_DOCX_STYLE_TABLE_LINE "TableLine"
#define ZP_DOCX_STYLE_TABLE_NOTE "TableNote"
#define ZP_DOCX_STYLE_TABLE_TEXT "TableText"
#define ZP_DOCX_STYLE_TABLE_HEAD "TableHead"
#define ZP_DOCX_STYLE_ISSUER "Issuer"
#define ZP_DOCX_STYLE_ISSUER_LONG "IssuerLong"
#define ZP_DOCX_STYLE_NUMBER "DocumentNumber"
#define ZP_DOCX_STYLE_ADDRESSEE "Salutation"
#define ZP_DOCX_STYLE_COPIES "ImprintCopies"
#define ZP_DOCX_STYLE_IMPRINT "Imprint"
#define ZP_DOCX_STYLE_IMPRINT_BELOW "ImprintBelow"
#define ZP_DOCX_STYLE_GAP "Gap"
#define ZP_DOCX_STYLE_FOOTER "Footer"

/* Ids of relationships of the main part. */
#define ZP_DOCX_FOOTER_ODD "rId4"
#define ZP_DOCX_FOOTER_EVEN "rId5"
#define ZP_DOCX_FOOTER_ODD_TURNED "rId6"
#define ZP_DOCX_FOOTER_EVEN_TURNED "rId7"

/**
 * ZpDocxSection:
 * @landscape: pages are turned
 * @cover: one page without number
 * @restart: pages are counted from 1
 */
typedef struct
{
  gboolean landscape;
  gboolean cover;
  gboolean restart;
} ZpDocxSection;

/**
 * ZpDocxParagraph:
 * @style: id of its style
 * @texts: of GPtrArray of #ZpDocRun
 * @separator: element between two texts, "w:br" or "w:tab"
 * @level: face of its run-in heading
 * @align: %ZP_ALIGN_AUTO leaves it to the style
 * @left @hanging: indents in hundredths of a character where they are not those of the style
 * @tabs: tab stops, 0 for none; the last one aligns right
 * @keep_next: on one page with what follows
 * @framed: stands at the lower edge of the type area, whatever is above
 *
 * One paragraph, with what differs from its style.
 */
typedef struct
{
  const char *style;
  GPtrArray *texts;
  const char *separator;
  int level;
  ZpAlign align;
  int left;
  int hanging;
  int tabs[2];
  gboolean keep_next;
  gboolean framed;
} ZpDocxParagraph;

/**
 * ZpDocxBody:
 * @bookmarks: name → how many bookmarks asked for it
 * @pending: the last paragraph, not yet written: a section that ends is noted in it
 * @pending_breaks: it begins a page
 * @pending_breaks: it begins a page
 * @section: the section being written
 * @after_table: nothing was written since a table, which must not end a section or meet another
 * @empty: nothing was written since the section began
 * @page_break: the next paragraph begins a page
 */
typedef struct
{
  ZpXmlWriter *xml;
  GHashTable *bookmarks;
  guint n_bookmarks;
  ZpDocxParagraph pending;
  gboolean pending_breaks;
  ZpDocxSection section;
  gboolean after_table;
  gboolean empty;
  gboolean page_break;
} ZpDocxBody;

void zp_docx_body_init (ZpDocxBody *self, ZpXmlWriter *xml);
void zp_docx_body_clear (ZpDocxBody *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpDocxBody, zp_docx_body_clear)
int zp_docx_body_get_width (const ZpDocxBody *self);
void zp_docx_body_add (ZpDocxBody *self, const ZpDocxParagraph *paragraph);
void zp_docx_body_add_gap (ZpDocxBody *self);
ZpXmlWriter *zp_docx_body_begin_table (ZpDocxBody *self);
void zp_docx_body_end_table (ZpDocxBody *self);
void zp_docx_body_keep_last (ZpDocxBody *self);
void zp_docx_body_end_section (ZpDocxBody *self, const ZpDocxSection *next);
void zp_docx_body_finish (ZpDocxBody *self);
void zp_docx_write_cell_paragraph (ZpDocxBody *self, const ZpDocxParagraph *paragraph);

void zp_docx_write_section (ZpXmlWriter *xml, const ZpDocxSection *section);
void zp_docx_write_texts (ZpDocxBody *self, const ZpDocxParagraph *paragraph);
GPtrArray *zp_docx_texts_new (const GPtrArray *runs);
GPtrArray *zp_docx_lines_of (const GPtrArray *runs);

void zp_docx_write_value (ZpXmlWriter *xml, const char *element, const char *value);
void zp_docx_write_number (ZpXmlWriter *xml, const char *element, int value);
void zp_docx_write_length (ZpXmlWriter *xml, const char *element, int twips);

void zp_docx_write_table (ZpDocxBody *self, const ZpDocTable *table, gboolean on_own_page);
void zp_docx_write_cover (ZpDocxBody *self, const ZpDocNode *node);
void zp_docx_write_annex_list (ZpDocxBody *self, const ZpDocNode *node);
void zp_docx_write_letterhead (ZpDocxBody *self, const ZpDocNode *node);
void zp_docx_write_imprint (ZpDocxBody *self, const ZpDocNode *node);
void zp_docx_write_signature (ZpDocxBody *self, const ZpDocNode *node);

ZpXmlWriter *zp_docx_part_new (const char *root);
GBytes *zp_docx_make_styles (void);
GBytes *zp_docx_make_footer (gboolean even, gboolean turned);
void zp_docx_add_parts (ZpZipWriter *zip, const ZpDoc *doc, GBytes *body);

G_END_DECLS
