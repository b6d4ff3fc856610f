/* SPDX-License-Identifier: GPL-3.0-or-later
 * What frames a WordprocessingML document sent under a letterhead: 版头 and 版记. */
#include "base/zp-text.h"
#include "export/zp-docx-private.h"

/* Columns of 36 pt that fit into the type area. */
#define ISSUER_COLUMNS 22

/* One character at either side of the imprint. */
#define IMPRINT_MARGIN 280

/**
 * zp_docx_write_letterhead:
 * @node: a letterhead
 *
 * GB/T 9704-2012, 7.2.4 to 7.2.7: the issuer in red, the number, and a red rule below it.
 */
void
zp_docx_write_letterhead (ZpDocxBody *self, const ZpDocNode *node)
{
  g_autofree char *text = zp_doc_runs_to_text (node->runs);
  gboolean is_long = zp_text_column_width (text) > ISSUER_COLUMNS;
  g_autoptr (GPtrArray) issuer = zp_docx_texts_new (node->runs);
  g_autoptr (GPtrArray) number = zp_docx_texts_new (g_ptr_array_index (node->lines, 0));

  zp_docx_body_add (
    self, &(ZpDocxParagraph){ .style = is_long ? ZP_DOCX_STYLE_ISSUER_LONG : ZP_DOCX_STYLE_ISSUER,
                              .texts = issuer });
  zp_docx_body_add (self, &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_NUMBER, .texts = number });
}

static void
add_line (ZpDocxBody *self, const char *style, GPtrArray *texts)
{
  zp_docx_body_add (
    self, &(ZpDocxParagraph){ .style = style,
                              .texts = texts,
                              .separator = "w:tab",
                              .tabs = { IMPRINT_MARGIN, ZP_DOCX_TEXT_WIDTH - IMPRINT_MARGIN },
                              .framed = TRUE });
}

/* The first text is an empty one, so that a tab stands before the second. */
static GPtrArray *
make_texts (const ZpDocNode *node, guint first, guint end)
{
  g_autoptr (GPtrArray) nothing = zp_doc_runs_new ();
  GPtrArray *texts = zp_docx_texts_new (nothing);

  for (guint i = first; i < end; i++)
    g_ptr_array_add (texts, g_ptr_array_ref (g_ptr_array_index (node->lines, i)));
  return texts;
}

/**
 * zp_docx_write_imprint:
 * @node: an imprint
 *
 * GB/T 9704-2012, 7.4: between rules, in a frame at the lower edge of the type area. Neither a page
 * nor the document can begin or end with a frame.
 */
void
zp_docx_write_imprint (ZpDocxBody *self, const ZpDocNode *node)
{
  gboolean has_copies = ((const GPtrArray *) g_ptr_array_index (node->lines, 0))->len > 0;
  g_autoptr (GPtrArray) copies = make_texts (node, 0, 1);
  g_autoptr (GPtrArray) office = make_texts (node, 1, 3);

  if (self->page_break)
    zp_docx_body_add_gap (self);
  if (has_copies)
    add_line (self, ZP_DOCX_STYLE_COPIES, copies);
  add_line (self, has_copies ? ZP_DOCX_STYLE_IMPRINT_BELOW : ZP_DOCX_STYLE_IMPRINT, office);
  zp_docx_body_add_gap (self);
}
