/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sections of the outline → headings, paragraphs and tables. */
#include "document/zp-doc-builder-private.h"
#include "document/zp-doc-notes.h"
#include "document/zp-doc-passage.h"
#include "document/zp-doc-render.h"
#include "document/zp-doc-rows.h"

/* A run-in heading that found no paragraph stands alone. */
static void
flush_head (ZpDocBuilder *self)
{
  g_autoptr (GPtrArray) head = g_steal_pointer (&self->head);
  ZpDocNode *node = NULL;

  if (head == NULL)
    return;

  node = zp_doc_builder_add (self, ZP_DOC_HEADING);
  node->level = self->head_level;
  zp_doc_runs_append (node->runs, head);
}

static gboolean
ends_with_mark (const char *text)
{
  static const char *const marks[] = { "。", "：", "？", "！", "；" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (text, marks[i]))
      return TRUE;

  return FALSE;
}

static void
add_run_in (ZpDocBuilder *self, ZpDocNode *node)
{
  g_autoptr (GPtrArray) head = g_steal_pointer (&self->head);
  g_autofree char *text = zp_doc_runs_to_text (head);
  g_autofree char *closed = g_strconcat (text, ends_with_mark (text) ? "" : "。", NULL);

  node->level = self->head_level;
  zp_doc_run_append (node->runs, closed, NULL, ZP_RUN_HEAD);
}

static void
add_paragraph (ZpDocBuilder *self, const GPtrArray *runs, const char *passage)
{
  ZpDocNode *node = NULL;

  if (zp_doc_runs_are_blank (runs))
    return;

  node = zp_doc_builder_add (self, ZP_DOC_PARAGRAPH);
  node->passage = g_strdup (passage);
  if (self->head != NULL)
    add_run_in (self, node);
  zp_doc_runs_append (node->runs, runs);
  self->words++;
}

static void
add_passage (ZpDocBuilder *self, const ZpPassage *passage)
{
  g_autoptr (GPtrArray) paragraphs = zp_doc_passage_render (self->scope, &self->eval, passage);

  for (guint i = 0; i < paragraphs->len; i++)
    add_paragraph (self, g_ptr_array_index (paragraphs, i), passage->id);
}

static void
add_notes (ZpDocBuilder *self, const ZpContent *content)
{
  g_autoptr (GPtrArray) paragraphs = zp_doc_notes_render (self->scope, &self->eval, content);

  for (guint i = 0; i < paragraphs->len; i++)
    add_paragraph (self, g_ptr_array_index (paragraphs, i), NULL);
}

static void
add_copy (ZpDocTable *table, GArray *figures, int row, gpointer user_data)
{
  ZpDocBuilder *self = user_data;

  self->words += figures->len;
  zp_doc_builder_add_table (self, table);
}

static void
add_show (ZpDocBuilder *self, ZpDocShow show)
{
  flush_head (self);
  zp_doc_builder_turn_page (self, zp_doc_show_is_landscape (show, self->scope));
  zp_doc_show_foreach (show, self->scope, &self->eval, add_copy, self);
}

static void
add_content (ZpDocBuilder *self, const ZpContent *content)
{
  ZpDocShow show = { .layout = content->layout, .block = content->block };

  if (content->when != NULL && !zp_expr_is_true (content->when, &self->eval))
    return;

  switch (content->kind)
    {
    case ZP_CONTENT_PASSAGE:
      add_passage (self, content->passage);
      break;
    case ZP_CONTENT_LAYOUT:
    case ZP_CONTENT_BLOCK:
      add_show (self, show);
      break;
    case ZP_CONTENT_NOTES:
      add_notes (self, content);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The heading with its number; no runs for a section without one. */
static GPtrArray *
make_heading (ZpDocBuilder *self, const ZpSection *section, int level)
{
  GPtrArray *heading = zp_doc_runs_new ();
  g_autoptr (GPtrArray) words = zp_doc_render_prose (self->scope, &self->eval, section->heading);
  g_autofree char *number = NULL;

  zp_doc_runs_join_lines (words);
  zp_doc_runs_trim (words);
  if (words->len == 0)
    return heading;

  if (section->numbered)
    number = zp_doc_numbers_next (&self->numbers, level, self->scope->pack->headings);
  else
    zp_doc_numbers_skip (&self->numbers, level);
  if (number != NULL && *number != '\0')
    zp_doc_run_append (heading, number, NULL, ZP_RUN_PLAIN);
  zp_doc_runs_append (heading, words);
  return heading;
}

static void
set_head (ZpDocBuilder *self, GPtrArray *heading, int level)
{
  g_clear_pointer (&self->head, g_ptr_array_unref);
  self->head = g_ptr_array_ref (heading);
  self->head_level = level;
}

static void
add_inside (ZpDocBuilder *self, const ZpSection *section, int level)
{
  for (guint i = 0; i < section->contents->len; i++)
    add_content (self, g_ptr_array_index (section->contents, i));
  zp_doc_builder_add_sections (self, section->sections, level);
}

static void
add_none (ZpDocBuilder *self, const ZpSection *section)
{
  g_autoptr (GPtrArray) runs = zp_doc_render_prose (self->scope, &self->eval, section->none);

  add_paragraph (self, runs, NULL);
}

/* What was added inside a section is taken back where it says nothing and the section has a word
 * for that: headings without text, tables without figures. */
static void
add_body (ZpDocBuilder *self, const ZpSection *section, GPtrArray *heading, int level, int inner)
{
  guint n_nodes = self->doc->nodes->len;
  guint n_words = self->words;
  ZpDocNumbers numbers = self->numbers;
  ZpDocPage page = self->page;

  if (section->run_in && heading->len > 0)
    set_head (self, heading, level);
  add_inside (self, section, inner);
  if (section->none != NULL && self->words == n_words)
    {
      g_ptr_array_set_size (self->doc->nodes, (int) n_nodes);
      self->numbers = numbers;
      self->page = page;
      if (section->run_in && heading->len > 0)
        set_head (self, heading, level);
      add_none (self, section);
      self->words = n_words;
    }
  flush_head (self);
}

static void
add_section (ZpDocBuilder *self, const ZpSection *section, int level)
{
  g_autoptr (GPtrArray) heading = make_heading (self, section, level);
  int inner = MIN (level + (heading->len > 0 ? 1 : 0), ZP_DOC_LEVELS);
  ZpDocNode *node = NULL;

  flush_head (self);
  if (heading->len > 0 && !section->run_in)
    {
      node = zp_doc_builder_add (self, ZP_DOC_HEADING);
      node->level = level;
      zp_doc_runs_append (node->runs, heading);
      self->words += section->each_block >= 0 ? 1 : 0;
    }
  add_body (self, section, heading, level, inner);
}

static void
add_copies (ZpDocBuilder *self, const ZpSection *section, int level)
{
  g_autoptr (GArray) rows = zp_doc_rows_find (&self->eval, section->each_block, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      zp_eval_push_row (&self->eval, section->each_block, g_array_index (rows, int, i),
                        (int) i + 1);
      add_section (self, section, level);
      zp_eval_pop_row (&self->eval);
    }
}

/**
 * zp_doc_builder_add_sections:
 * @sections: of #ZpSection
 * @level: of their headings, 1 to 4
 *
 * Adds sections with everything in them. A section without heading does not count as a level.
 */
void
zp_doc_builder_add_sections (ZpDocBuilder *self, const GPtrArray *sections, int level)
{
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const ZpSection *section = g_ptr_array_index (sections, i);

      if (section->when != NULL && !zp_expr_is_true (section->when, &self->eval))
        continue;
      if (section->each_block >= 0)
        add_copies (self, section, level);
      else
        add_section (self, section, level);
    }
}
