/* SPDX-License-Identifier: GPL-3.0-or-later
 * One passage of the outline as paragraphs: in the clerk's words, or in those of the pack. */
#include "document/zp-doc-passage.h"

#include "document/zp-doc-render.h"
#include "document/zp-doc-rows.h"

typedef struct
{
  ZpDocScope *scope;
  ZpEval *eval;
  ZpDocPhraseFunc func;
  gpointer user_data;
} Writer;

static void
write_phrase (const Writer *self, const ZpPhrase *phrase)
{
  self->func (phrase, self->user_data);
}

/* Figures stay live in the clerk's words; what means nothing there is printed as it was typed. */
static void
write_typed (const Writer *self, const ZpPassage *passage, const char *text)
{
  g_autoptr (ZpPhrase) phrase = zp_pack_read_passage (self->scope->pack, passage, text);

  write_phrase (self, phrase);
}

static void
write_templates (const Writer *self, const ZpPassage *passage)
{
  for (guint i = 0; i < passage->templates->len; i++)
    write_phrase (self, g_ptr_array_index (passage->templates, i));
}

static void
write_rows (const Writer *self, const ZpPassage *passage)
{
  g_autoptr (GArray) rows = zp_doc_rows_find (self->eval, passage->each_block, passage->where);

  for (guint i = 0; i < rows->len; i++)
    {
      zp_eval_push_row (self->eval, passage->each_block, g_array_index (rows, int, i), (int) i + 1);
      write_templates (self, passage);
      zp_eval_pop_row (self->eval);
    }
}

static void
write_automatic (const Writer *self, const ZpPassage *passage)
{
  if (passage->templates == NULL)
    return;
  if (passage->when != NULL && !zp_expr_is_true (passage->when, self->eval))
    return;
  if (passage->each_block >= 0)
    write_rows (self, passage);
  else
    write_templates (self, passage);
}

/**
 * zp_doc_passage_foreach_phrase:
 * @typed: (nullable): the clerk's words, which stand for those of the pack
 * @func: called with every phrase that the passage is made of, while @eval is at its row
 *
 * A condition of the passage counts only where the pack has the word.
 */
void
zp_doc_passage_foreach_phrase (ZpDocScope *scope,
                               ZpEval *eval,
                               const ZpPassage *passage,
                               const char *typed,
                               ZpDocPhraseFunc func,
                               gpointer user_data)
{
  Writer writer = { .scope = scope, .eval = eval, .func = func, .user_data = user_data };

  if (typed != NULL && *typed != '\0')
    write_typed (&writer, passage, typed);
  else
    write_automatic (&writer, passage);
}

typedef struct
{
  ZpDocScope *scope;
  ZpEval *eval;
  GPtrArray *paragraphs;
} Renderer;

static void
render_phrase (const ZpPhrase *phrase, gpointer user_data)
{
  Renderer *self = user_data;
  g_autoptr (GPtrArray) runs = zp_doc_render_prose (self->scope, self->eval, phrase);

  zp_doc_runs_add_paragraphs (runs, self->paragraphs);
}

/**
 * zp_doc_passage_render:
 * @eval: the report and the current rows; as it was when this returns
 *
 * The paragraphs of a passage. What the clerk wrote replaces the templates of the pack and stands
 * whatever the condition of the passage says: nothing that was typed goes missing. Paragraphs are
 * parted at newlines, blank ones dropped. A private passage gives none in the public profile, and
 * one that quotes itself none in the quotation.
 *
 * Returns: (transfer full): of GPtrArray of #ZpDocRun
 */
GPtrArray *
zp_doc_passage_render (ZpDocScope *scope, ZpEval *eval, const ZpPassage *passage)
{
  Renderer renderer = { .scope = scope, .eval = eval };
  gboolean is_hidden = passage->is_private && scope->profile == ZP_PROFILE_PUBLIC;

  renderer.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!g_hash_table_add (scope->rendering, g_strdup (passage->key)))
    return renderer.paragraphs;

  if (!is_hidden)
    zp_doc_passage_foreach_phrase (scope, eval, passage,
                                   zp_report_get_passage (scope->report, passage->id),
                                   render_phrase, &renderer);
  g_hash_table_remove (scope->rendering, passage->key);
  return renderer.paragraphs;
}

/** zp_doc_passage_to_text: (transfer full): its paragraphs, parted by newlines; "" when blank. */
char *
zp_doc_passage_to_text (ZpDocScope *scope, const ZpPassage *passage)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);
  g_autoptr (GPtrArray) paragraphs = zp_doc_passage_render (scope, &eval, passage);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *paragraph = zp_doc_runs_to_text (g_ptr_array_index (paragraphs, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", paragraph);
    }
  return g_string_free (text, FALSE);
}
