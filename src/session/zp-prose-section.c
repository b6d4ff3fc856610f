/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section of the text as the clerk meets it: headings, passages, what the tables put into it. */
#include "session/zp-prose-section.h"

#include <string.h>

#include "base/zp-text.h"
#include "document/zp-doc-number.h"
#include "document/zp-doc-passage.h"
#include "document/zp-doc-render.h"
#include "document/zp-doc-rows.h"
#include "document/zp-doc-show.h"
#include "session/zp-prose-pair-private.h"

typedef struct
{
  ZpSession *session;
  ZpDocScope *scope;
  ZpEval *eval;
  ZpDocNumbers numbers;
  GPtrArray *parts;
} Walk;

static void walk_sections (Walk *self, const GPtrArray *sections, int level);

/** zp_prose_part_free: frees a part. %NULL is let through. */
void
zp_prose_part_free (ZpProsePart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->target);
  g_free (self->text);
  g_free (self->pair);
  g_free (self);
}

/* Takes @title. */
static ZpProsePart *
add_part (Walk *self, ZpProsePartKind kind, char *title)
{
  ZpProsePart *part = g_new0 (ZpProsePart, 1);

  part->kind = kind;
  part->title = title;
  g_ptr_array_add (self->parts, part);
  return part;
}

static char *
render (const Walk *self, const ZpPhrase *phrase)
{
  return phrase != NULL ? zp_doc_render_text (self->scope, self->eval, phrase) : g_strdup ("");
}

/* The heading with its number; "" for a section without one. */
static char *
make_heading (Walk *self, const ZpSection *section, int level)
{
  g_autofree char *words = render (self, section->heading);
  g_autofree char *number = NULL;

  if (*words == '\0')
    return g_steal_pointer (&words);
  if (!section->numbered)
    {
      zp_doc_numbers_skip (&self->numbers, level);
      return g_steal_pointer (&words);
    }
  number = zp_doc_numbers_next (&self->numbers, level, self->scope->pack->headings);
  return g_strconcat (number, words, NULL);
}

/* What the clerk wrote stands whatever the condition says; free words are always asked for. */
static gboolean
is_shown (const Walk *self, const ZpPassage *passage)
{
  const char *typed = zp_report_get_passage (self->scope->report, passage->id);

  if (passage->templates == NULL || (typed != NULL && *typed != '\0'))
    return TRUE;
  return passage->when == NULL || zp_expr_is_true (passage->when, self->eval);
}

static void
add_passage (Walk *self, const ZpPassage *passage)
{
  if (is_shown (self, passage))
    add_part (self, ZP_PROSE_PART_PASSAGE, render (self, passage->label))->passage = passage;
}

static char *
find_page (const Walk *self, int block)
{
  const GPtrArray *pages = self->scope->pack->pages;

  for (guint i = 0; i < pages->len; i++)
    {
      const ZpPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->blocks->len; j++)
        if (g_array_index (page->blocks, int, j) == block)
          return g_strconcat ("page:", page->key, NULL);
    }
  return NULL;
}

static void
add_show (Walk *self, const ZpContent *content)
{
  ZpDocShow show = { .layout = content->layout, .block = content->block };

  add_part (self, ZP_PROSE_PART_TABLE, zp_doc_show_get_title (show, self->scope));
}

static void
add_content (Walk *self, const ZpContent *content)
{
  if (content->when != NULL && !zp_expr_is_true (content->when, self->eval))
    return;
  switch (content->kind)
    {
    case ZP_CONTENT_PASSAGE:
      add_passage (self, content->passage);
      break;
    case ZP_CONTENT_LAYOUT:
    case ZP_CONTENT_BLOCK:
      add_show (self, content);
      break;
    case ZP_CONTENT_NOTES:
      add_part (self, ZP_PROSE_PART_NOTES, render (self, content->lead));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
print_passage (const Walk *self, const ZpPassage *passage, GString *text)
{
  g_autoptr (GPtrArray) paragraphs = zp_doc_passage_render (self->scope, self->eval, passage);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *words = zp_doc_runs_to_text (g_ptr_array_index (paragraphs, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
}

/* Everything that is written from the row, in the sections inside too. */
static void
print_section (const Walk *self, const ZpSection *section, GString *text)
{
  for (guint i = 0; i < section->contents->len; i++)
    {
      const ZpContent *content = g_ptr_array_index (section->contents, i);

      if (content->kind == ZP_CONTENT_PASSAGE &&
          (content->when == NULL || zp_expr_is_true (content->when, self->eval)))
        print_passage (self, content->passage, text);
    }
  for (guint i = 0; section->sections != NULL && i < section->sections->len; i++)
    print_section (self, g_ptr_array_index (section->sections, i), text);
}

static char *
find_row_target (const Walk *self, int block, int row)
{
  const ZpBlock *def = zp_pack_get_block (self->scope->pack, block);

  for (guint column = 0; column < zp_block_count_columns (def); column++)
    if (zp_block_get_cell (def, row, (int) column) != NULL)
      return zp_pack_format_id (self->scope->pack, zp_cell (block, row, (int) column));
  return NULL;
}

static void
add_row (Walk *self, const ZpSection *section, int row, int level)
{
  GString *text = g_string_new (NULL);
  ZpProsePart *part = add_part (self, ZP_PROSE_PART_ROW, make_heading (self, section, level));

  print_section (self, section, text);
  part->level = level;
  part->target = find_row_target (self, section->each_block, row);
  part->count = (guint) zp_text_count_characters (text->str);
  part->text = g_string_free (text, FALSE);
  zp_prose_part_find_pair (part, self->scope->report, section->each_block, row);
}

static void
add_rows (Walk *self, const ZpSection *section, int level)
{
  g_autoptr (GArray) rows = zp_doc_rows_find (self->eval, section->each_block, NULL);
  const ZpBlock *block = zp_pack_get_block (self->scope->pack, section->each_block);
  ZpProsePart *table = add_part (self, ZP_PROSE_PART_TABLE, render (self, block->label));

  table->target = find_page (self, section->each_block);
  table->count = rows->len;
  for (guint i = 0; i < rows->len; i++)
    {
      int row = g_array_index (rows, int, i);

      zp_eval_push_row (self->eval, section->each_block, row, (int) i + 1);
      add_row (self, section, row, level);
      zp_eval_pop_row (self->eval);
    }
}

static void
walk_inside (Walk *self, const ZpSection *section, int level)
{
  for (guint i = 0; i < section->contents->len; i++)
    add_content (self, g_ptr_array_index (section->contents, i));
  walk_sections (self, section->sections, level);
}

static void
walk_section (Walk *self, const ZpSection *section, int level)
{
  g_autofree char *heading = make_heading (self, section, level);
  gboolean has_heading = *heading != '\0';

  if (has_heading)
    add_part (self, ZP_PROSE_PART_HEADING, g_steal_pointer (&heading))->level = level;
  walk_inside (self, section, MIN (level + (has_heading ? 1 : 0), ZP_DOC_LEVELS));
}

static void
walk_sections (Walk *self, const GPtrArray *sections, int level)
{
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const ZpSection *section = g_ptr_array_index (sections, i);

      if (section->when != NULL && !zp_expr_is_true (section->when, self->eval))
        continue;
      if (section->each_block >= 0)
        add_rows (self, section, level);
      else
        walk_section (self, section, level);
    }
}

/**
 * zp_prose_list_parts:
 * @section: a top section of the body; its own heading is the title of the page and not listed
 *
 * What stands in it now, in order: conditions are asked, headings numbered as in the document.
 *
 * Returns: (transfer full): of #ZpProsePart
 */
GPtrArray *
zp_prose_list_parts (ZpSession *session, const ZpSection *section)
{
  g_autoptr (ZpDocScope) scope = NULL;
  Walk walk = { .session = session };
  ZpEval eval = { 0 };

  g_return_val_if_fail (ZP_IS_SESSION (session) && section != NULL, NULL);

  scope = zp_doc_scope_new (zp_session_get_report (session), ZP_PROFILE_SUBMIT);
  eval = (ZpEval) ZP_EVAL_INIT (&scope->scope);
  walk.scope = scope;
  walk.eval = &eval;
  walk.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_part_free);
  if (section->each_block >= 0)
    add_rows (&walk, section, 1);
  else
    walk_inside (&walk, section, section->heading != NULL ? 2 : 1);
  return walk.parts;
}
