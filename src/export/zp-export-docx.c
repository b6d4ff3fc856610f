/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as a WordprocessingML document (ECMA-376, transitional), from the tree. */
#include "export/zp-export-formats.h"

#include "export/zp-docx-private.h"

/**
 * Flow: the walk through the tree.
 * @breaks: the next node begins a page; @next: the section it stands in
 * @on_own_page: the node begins a page; @after_mark: below the mark of an annex
 */
typedef struct
{
  ZpDocxBody *body;
  gboolean breaks;
  ZpDocxSection next;
  gboolean on_own_page;
  gboolean after_mark;
} Flow;

/* A section ends where the page is turned and behind a cover; else a page break will do. */
static void
begin_node (Flow *self)
{
  const ZpDocxSection *present = &self->body->section;

  self->on_own_page = self->breaks;
  if (!self->breaks)
    return;

  self->breaks = FALSE;
  if (self->body->empty)
    self->body->section = self->next;
  else if (present->cover || present->landscape != self->next.landscape)
    zp_docx_body_end_section (self->body, &self->next);
  else
    self->body->page_break = TRUE;
}

static void
add_simple (Flow *self, const char *style, const ZpDocNode *node)
{
  g_autoptr (GPtrArray) texts = zp_docx_texts_new (node->runs);

  zp_docx_body_add (self->body,
                    &(ZpDocxParagraph){ .style = style, .texts = texts, .level = node->level });
}

static void
add_title (Flow *self, const ZpDocNode *node)
{
  g_autoptr (GPtrArray) texts = zp_docx_lines_of (node->runs);

  zp_docx_body_add (
    self->body,
    &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_TITLE, .texts = texts, .separator = "w:br" });
}

static void
add_heading (Flow *self, const ZpDocNode *node)
{
  static const char *const styles[] = { ZP_DOCX_STYLE_HEADING "1", ZP_DOCX_STYLE_HEADING "2",
                                        ZP_DOCX_STYLE_HEADING "3", ZP_DOCX_STYLE_HEADING "4" };

  add_simple (self, styles[node->level - 1], node);
}

static void
add_cover (Flow *self, const ZpDocNode *node)
{
  self->body->section.cover = TRUE;
  zp_docx_write_cover (self->body, node);
  self->breaks = TRUE;
  self->next = (ZpDocxSection){ .restart = TRUE };
}

/* The mark opens the page; the break itself waits for what follows, so that no page stays empty. */
static void
add_break (Flow *self, const ZpDocNode *node)
{
  const ZpDocxSection *present = &self->body->section;
  g_autoptr (GPtrArray) runs = zp_doc_runs_new ();
  g_autoptr (GPtrArray) texts = zp_docx_texts_new (runs);

  self->next.restart = present->cover || (self->body->empty && present->restart);
  self->next.landscape = node->landscape;
  self->breaks = TRUE;
  if (node->annex == NULL)
    return;

  begin_node (self);
  zp_doc_run_append (runs, node->annex, NULL, ZP_RUN_PLAIN);
  zp_docx_body_add (self->body,
                    &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_ANNEX_MARK, .texts = texts });
  self->after_mark = TRUE;
}

static void
add_node (Flow *self, const ZpDocNode *node)
{
  gboolean after_mark = self->after_mark;

  self->after_mark = FALSE;
  if (node->kind == ZP_DOC_BREAK)
    {
      add_break (self, node);
      return;
    }

  begin_node (self);
  switch (node->kind)
    {
    case ZP_DOC_COVER:
      add_cover (self, node);
      break;
    case ZP_DOC_TITLE:
      add_title (self, node);
      break;
    case ZP_DOC_HEADING:
      add_heading (self, node);
      break;
    case ZP_DOC_PARAGRAPH:
      add_simple (self, node->flush ? ZP_DOCX_STYLE_ADDRESSEE : ZP_DOCX_STYLE_BODY, node);
      break;
    case ZP_DOC_TABLE:
      zp_docx_write_table (self->body, node->table, self->on_own_page || after_mark);
      break;
    case ZP_DOC_ANNEX_LIST:
      zp_docx_write_annex_list (self->body, node);
      break;
    case ZP_DOC_SIGNATURE:
      zp_docx_write_signature (self->body, node);
      break;
    case ZP_DOC_LETTERHEAD:
      zp_docx_write_letterhead (self->body, node);
      break;
    case ZP_DOC_IMPRINT:
      zp_docx_write_imprint (self->body, node);
      break;
    case ZP_DOC_BREAK:
      break;
    }
}

static GBytes *
make_body (const ZpDoc *doc)
{
  g_autoptr (ZpXmlWriter) xml = zp_docx_part_new ("w:document");
  g_auto (ZpDocxBody) body = { 0 };
  Flow flow = { .body = &body };

  zp_docx_body_init (&body, xml);
  body.section.cover = doc->is_unnumbered;
  zp_xml_writer_start (xml, "w:body", NULL);
  for (guint i = 0; i < doc->nodes->len; i++)
    add_node (&flow, g_ptr_array_index (doc->nodes, i));
  zp_docx_body_finish (&body);

  return zp_xml_writer_finish (xml);
}

/**
 * zp_export_docx_write:
 * @content: its tree is read
 * @error: return location for a #ZpDocError or #ZpZipError
 *
 * Writes the report with named styles, so that it can be worked on: page and faces of GB/T
 * 9704-2012, page numbers outside on odd and even pages, tables with repeated heads, a bookmark on
 * every figure named after its cell ("budget.total.actual" is budget_total_actual, its second place
 * budget_total_actual_2). Faces are named, not embedded.
 *
 * Returns: (transfer full): the file, the same bytes for the same tree, or %NULL with @error set
 */
GBytes *
zp_export_docx_write (const ZpExportContent *content, GError **error)
{
  g_autoptr (ZpZipWriter) zip = NULL;
  g_autoptr (GBytes) body = NULL;

  g_return_val_if_fail (content != NULL && content->doc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!zp_doc_check (content->doc, error))
    return NULL;

  zip = zp_zip_writer_new ();
  body = make_body (content->doc);
  zp_docx_add_parts (zip, content->doc, body);

  return zp_zip_writer_finish (zip, error);
}
