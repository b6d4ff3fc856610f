/* SPDX-License-Identifier: GPL-3.0-or-later
 * What makes a report an official paper: letterhead, addressee, letter, imprint (GB/T 9704-2012).
 */
#include "document/zp-doc-builder-private.h"
#include "document/zp-doc-render.h"

/** zp_doc_builder_render: (transfer full): a template of the pack in prose. */
GPtrArray *
zp_doc_builder_render (ZpDocBuilder *self, const ZpPhrase *phrase)
{
  return zp_doc_render_prose (self->scope, &self->eval, phrase);
}

/** zp_doc_builder_append: adds what a template prints to @runs. */
void
zp_doc_builder_append (ZpDocBuilder *self, const ZpPhrase *phrase, GPtrArray *runs)
{
  g_autoptr (GPtrArray) more = zp_doc_builder_render (self, phrase);

  zp_doc_runs_append (runs, more);
}

static void
add_lines (ZpDocBuilder *self, const GPtrArray *phrases, guint first, guint end, GPtrArray *lines)
{
  for (guint i = first; i < end && i < phrases->len; i++)
    g_ptr_array_add (lines, zp_doc_builder_render (self, g_ptr_array_index (phrases, i)));
}

/** zp_doc_builder_add_letterhead: issuer and number; the text begins on the same page. */
void
zp_doc_builder_add_letterhead (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_builder_add (self, ZP_DOC_LETTERHEAD);

  zp_doc_builder_append (self, g_ptr_array_index (part->texts, 0), node->runs);
  add_lines (self, part->texts, 1, 2, node->lines);
  self->addressee = g_ptr_array_index (part->texts, 2);
  self->page.fresh = TRUE;
}

/** zp_doc_builder_add_addressee: GB/T 9704-2012, 7.3.2: 主送机关, below the title, flush left. */
void
zp_doc_builder_add_addressee (ZpDocBuilder *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  const ZpPhrase *addressee = self->addressee;
  ZpDocNode *node = NULL;

  self->addressee = NULL;
  if (addressee == NULL)
    return;

  runs = zp_doc_builder_render (self, addressee);
  if (zp_doc_runs_are_blank (runs))
    return;
  node = zp_doc_builder_add (self, ZP_DOC_PARAGRAPH);
  node->flush = TRUE;
  zp_doc_runs_append (node->runs, runs);
}

/** zp_doc_builder_add_imprint: who gets copies, the office and the day. */
void
zp_doc_builder_add_imprint (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_builder_add (self, ZP_DOC_IMPRINT);

  add_lines (self, part->texts, 0, part->texts->len, node->lines);
}

static void
add_paragraph (ZpDocBuilder *self, const ZpPhrase *phrase)
{
  g_autoptr (GPtrArray) runs = zp_doc_builder_render (self, phrase);

  if (zp_doc_runs_are_blank (runs))
    return;
  zp_doc_runs_append (zp_doc_builder_add (self, ZP_DOC_PARAGRAPH)->runs, runs);
}

/**
 * zp_doc_builder_add_letter:
 *
 * The paper that the report goes with: its title, the addressee, its paragraphs.
 */
void
zp_doc_builder_add_letter (ZpDocBuilder *self, const ZpPart *part)
{
  if (!self->page.fresh)
    self->page.closed = TRUE;
  zp_doc_builder_add_title (self, part);
  zp_doc_builder_add_addressee (self);
  for (guint i = 0; i < part->texts->len; i++)
    add_paragraph (self, g_ptr_array_index (part->texts, i));
}
