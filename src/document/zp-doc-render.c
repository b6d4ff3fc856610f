/* SPDX-License-Identifier: GPL-3.0-or-later
 * Phrases of a pack as runs of the document. */
#include "document/zp-doc-render.h"

#include <string.h>

#include "base/zp-text.h"

/**
 * zp_doc_prose_style:
 *
 * How figures print in sentences, titles and lines beside a table.
 */
ZpPhraseStyle
zp_doc_prose_style (const ZpDocScope *scope)
{
  return (ZpPhraseStyle){
    .prose = TRUE,
    .grouping = scope->pack->grouping,
    .na = scope->pack->na,
    .empty = scope->pack->empty,
  };
}

static void
append_run (const ZpDocScope *scope, const ZpPhraseRun *run, GPtrArray *runs)
{
  g_autofree char *text = zp_text_clean (run->text);
  g_autofree char *id = run->has_cell ? zp_pack_format_id (scope->pack, run->cell) : NULL;

  if (*text != '\0')
    zp_doc_run_append (runs, text, id, run->open ? ZP_RUN_OPEN : ZP_RUN_PLAIN);
}

/**
 * zp_doc_render:
 * @runs: what the phrase prints is added to it, figures with the id of their cell; nothing for a
 *   phrase that prints nothing
 */
void
zp_doc_render (const ZpDocScope *scope,
               ZpEval *eval,
               const ZpPhrase *phrase,
               const ZpPhraseStyle *style,
               GPtrArray *runs)
{
  g_autoptr (GPtrArray) printed = zp_phrase_render (phrase, eval, style);

  for (guint i = 0; i < printed->len; i++)
    append_run (scope, g_ptr_array_index (printed, i), runs);
}

/** zp_doc_render_prose: (transfer full): a phrase in prose; no runs for %NULL. */
GPtrArray *
zp_doc_render_prose (const ZpDocScope *scope, ZpEval *eval, const ZpPhrase *phrase)
{
  ZpPhraseStyle style = zp_doc_prose_style (scope);
  GPtrArray *runs = zp_doc_runs_new ();

  if (phrase != NULL)
    zp_doc_render (scope, eval, phrase, &style, runs);
  return runs;
}

/** zp_doc_render_text: (transfer full): as zp_doc_render_prose(), as one text on one line. */
char *
zp_doc_render_text (const ZpDocScope *scope, ZpEval *eval, const ZpPhrase *phrase)
{
  g_autoptr (GPtrArray) runs = zp_doc_render_prose (scope, eval, phrase);

  zp_doc_runs_join_lines (runs);
  return zp_doc_runs_to_text (runs);
}

static void
split_run (const ZpDocRun *run, GPtrArray *lines)
{
  g_auto (GStrv) texts = g_strsplit (run->text, "\n", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_ptr_array_add (lines, zp_doc_runs_new ());
      if (*texts[i] != '\0')
        zp_doc_run_append (g_ptr_array_index (lines, lines->len - 1), texts[i], run->id,
                           run->style);
    }
}

/**
 * zp_doc_runs_split:
 *
 * Returns: (transfer full): of GPtrArray of #ZpDocRun: @runs parted at newlines; at least one line
 */
GPtrArray *
zp_doc_runs_split (const GPtrArray *runs)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (lines, zp_doc_runs_new ());
  for (guint i = 0; i < runs->len; i++)
    split_run (g_ptr_array_index (runs, i), lines);
  return lines;
}

/** zp_doc_runs_join_lines: takes the newlines out, for what has to stand on one line. */
void
zp_doc_runs_join_lines (GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      ZpDocRun *run = g_ptr_array_index (runs, i);
      g_auto (GStrv) parts = NULL;

      if (strchr (run->text, '\n') == NULL)
        continue;
      parts = g_strsplit (run->text, "\n", -1);
      g_free (run->text);
      run->text = g_strjoinv ("", parts);
    }
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static void
cut_end (char *text)
{
  char *end = text + strlen (text);

  while (end > text)
    {
      char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  *end = '\0';
}

/** zp_doc_runs_trim: takes off spaces at both ends, 　 too: the indent is made by the layout. */
void
zp_doc_runs_trim (GPtrArray *runs)
{
  while (runs->len > 0)
    {
      ZpDocRun *first = g_ptr_array_index (runs, 0);
      char *rest = g_strdup (skip_spaces (first->text));

      g_free (first->text);
      first->text = rest;
      if (*rest != '\0')
        break;
      g_ptr_array_remove_index (runs, 0);
    }
  while (runs->len > 0)
    {
      ZpDocRun *last = g_ptr_array_index (runs, runs->len - 1);

      cut_end (last->text);
      if (*last->text != '\0')
        break;
      g_ptr_array_remove_index (runs, runs->len - 1);
    }
}

/** zp_doc_runs_append: adds copies of the runs of another list. */
void
zp_doc_runs_append (GPtrArray *runs, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (more, i);

      zp_doc_run_append (runs, run->text, run->id, run->style);
    }
}

/** zp_doc_runs_are_blank: whether they print nothing but spaces. */
gboolean
zp_doc_runs_are_blank (const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (*skip_spaces (((const ZpDocRun *) g_ptr_array_index (runs, i))->text) != '\0')
      return FALSE;

  return TRUE;
}

/**
 * zp_doc_runs_add_paragraphs:
 * @paragraphs: of GPtrArray of #ZpDocRun: the lines of @runs are added to it, trimmed, blank ones
 *   left out
 */
void
zp_doc_runs_add_paragraphs (const GPtrArray *runs, GPtrArray *paragraphs)
{
  g_autoptr (GPtrArray) lines = zp_doc_runs_split (runs);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);

      zp_doc_runs_trim (line);
      if (line->len > 0)
        g_ptr_array_add (paragraphs, g_ptr_array_ref (line));
    }
}
