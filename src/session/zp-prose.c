/* SPDX-License-Identifier: GPL-3.0-or-later
 * Passages as pieces of text and live figures, and back to what the report keeps. */
#include "session/zp-prose.h"

#include <string.h>

#include "base/zp-text.h"
#include "document/zp-doc-passage.h"
#include "document/zp-doc-render.h"

/**
 * Reader:
 * @pieces: what was read; @line_is_blank: nothing stands on the last line yet
 * @ends_line: a line ended, so that what comes next begins another one
 */
typedef struct
{
  ZpSession *session;
  ZpDocScope *scope;
  ZpEval *eval;
  gboolean is_repeated;
  GPtrArray *pieces;
  gboolean ends_line;
  gboolean line_is_blank;
} Reader;

static void
append_text (GPtrArray *pieces, const char *text)
{
  ZpProsePiece *last = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;
  g_autofree char *joined = NULL;

  if (last == NULL || last->kind != ZP_PROSE_TEXT)
    {
      g_ptr_array_add (pieces, zp_prose_make_text (text));
      return;
    }
  joined = g_strconcat (last->text, text, NULL);
  g_ptr_array_remove_index (pieces, pieces->len - 1);
  g_ptr_array_add (pieces, zp_prose_make_text (joined));
}

/* Comes before anything that shows: a line that ended gets its newline only now, so that blank
 * lines leave no trace. */
static void
begin (Reader *self)
{
  if (self->ends_line && self->pieces->len > 0)
    append_text (self->pieces, "\n");
  self->ends_line = FALSE;
  self->line_is_blank = FALSE;
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static char *
cut_end (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/* The indent and what hangs over at the end are made by the layout. */
static void
trim_line (Reader *self)
{
  ZpProsePiece *last =
    self->pieces->len > 0 ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : NULL;
  g_autofree char *cut = NULL;

  if (self->line_is_blank || last == NULL || last->kind != ZP_PROSE_TEXT)
    return;
  cut = cut_end (last->text);
  g_ptr_array_remove_index (self->pieces, self->pieces->len - 1);
  if (*cut != '\0')
    g_ptr_array_add (self->pieces, zp_prose_make_text (cut));
}

static void
end_line (Reader *self)
{
  trim_line (self);
  self->ends_line |= !self->line_is_blank;
  self->line_is_blank = TRUE;
}

static void
read_words (Reader *self, const char *words)
{
  const char *shown = self->line_is_blank ? skip_spaces (words) : words;

  if (*shown == '\0')
    return;
  begin (self);
  append_text (self->pieces, shown);
}

static void
read_text (Reader *self, const char *text)
{
  g_autofree char *clean = zp_text_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        end_line (self);
      read_words (self, lines[i]);
    }
}

static gboolean
is_words (const ZpCellDef *def)
{
  return def == NULL || def->kind == ZP_KIND_YEAR || def->kind == ZP_KIND_DATE ||
         def->kind == ZP_KIND_TEXT || def->kind == ZP_KIND_CHOICE || def->kind == ZP_KIND_REF;
}

static void
read_live (Reader *self, const ZpPhraseRun *run)
{
  ZpProsePiece *piece = g_new0 (ZpProsePiece, 1);
  g_autofree char *clean = zp_text_clean (run->text);

  piece->kind = run->has_cell ? ZP_PROSE_FIGURE : ZP_PROSE_CODE;
  piece->text = g_strdelimit (g_steal_pointer (&clean), "\n", ' ');
  piece->source = g_strdup (run->source);
  piece->is_open = run->open;
  piece->is_words = !run->has_cell;
  if (run->has_cell)
    {
      piece->id = zp_pack_format_id (self->scope->pack, run->cell);
      piece->state = zp_finding_index_get_state (zp_session_get_index (self->session), run->cell);
      piece->is_words =
        run->cell.column < 0 || is_words (zp_pack_get_cell (self->scope->pack, run->cell));
    }
  begin (self);
  g_ptr_array_add (self->pieces, piece);
}

/* In a passage that is repeated for rows the names of the row mean nothing outside of it. */
static gboolean
stays_live (const Reader *self, const ZpPhraseRun *run)
{
  if (run->source == NULL || *run->text == '\0')
    return FALSE;
  return !self->is_repeated || strchr (run->source, '@') == NULL;
}

static void
read_phrase (const ZpPhrase *phrase, gpointer user_data)
{
  Reader *self = user_data;
  ZpPhraseStyle style = zp_doc_prose_style (self->scope);
  g_autoptr (GPtrArray) runs = NULL;

  style.live = TRUE;
  runs = zp_phrase_render (phrase, self->eval, &style);
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPhraseRun *run = g_ptr_array_index (runs, i);

      if (stays_live (self, run))
        read_live (self, run);
      else
        read_text (self, run->text);
    }
  end_line (self);
}

static GPtrArray *
read_passage (ZpSession *session, const ZpPassage *passage, const char *typed)
{
  g_autoptr (ZpDocScope) scope =
    zp_doc_scope_new (zp_session_get_report (session), ZP_PROFILE_SUBMIT);
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);
  Reader reader = { .session = session,
                    .scope = scope,
                    .eval = &eval,
                    .is_repeated = passage->each_block >= 0 && typed == NULL,
                    .line_is_blank = TRUE };

  reader.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_piece_free);
  g_hash_table_add (scope->rendering, g_strdup (passage->key));
  zp_doc_passage_foreach_phrase (scope, &eval, passage, typed, read_phrase, &reader);
  return reader.pieces;
}

static const char *
get_typed (ZpSession *session, const ZpPassage *passage)
{
  const char *typed = zp_report_get_passage (zp_session_get_report (session), passage->id);

  return typed != NULL && *typed != '\0' ? typed : NULL;
}

/**
 * zp_prose_parse:
 *
 * A passage as it reads now, without the rows that its section may be repeated for. Of a condition
 * the branch that holds is read as its text and figures; a loop stays one live piece.
 *
 * Returns: (transfer full): of #ZpProsePiece; empty when nothing is there
 */
GPtrArray *
zp_prose_parse (ZpSession *session, const ZpPassage *passage)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL, NULL);

  return read_passage (session, passage, get_typed (session, passage));
}

/** zp_prose_parse_source: (transfer full): as zp_prose_parse(), of words that are not kept yet. */
GPtrArray *
zp_prose_parse_source (ZpSession *session, const ZpPassage *passage, const char *source)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL && source != NULL, NULL);

  if (*source == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_piece_free);
  return read_passage (session, passage, source);
}

/** zp_prose_get_origin: who wrote what stands there now. */
ZpProseOrigin
zp_prose_get_origin (ZpSession *session, const ZpPassage *passage)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL, ZP_PROSE_BY_CLERK);

  if (passage->templates == NULL)
    return ZP_PROSE_BY_CLERK;
  return get_typed (session, passage) != NULL ? ZP_PROSE_REWRITTEN : ZP_PROSE_BY_PROGRAM;
}

static char *
get_source (ZpSession *session, const ZpPassage *passage, const char *typed)
{
  g_autoptr (GPtrArray) pieces = read_passage (session, passage, typed);

  return zp_prose_to_source (pieces);
}

/**
 * zp_prose_save:
 *
 * Keeps an edited passage, as one step. Nothing happens when it reads as before; when it is empty,
 * or in the words of the pack again, it is given back to the program.
 */
gboolean
zp_prose_save (ZpSession *session,
               const ZpPassage *passage,
               const GPtrArray *pieces,
               GError **error)
{
  g_autofree char *typed = zp_prose_to_source (pieces);
  g_autofree char *source = NULL;
  g_autofree char *now = NULL;
  g_autofree char *automatic = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL, FALSE);

  source = *typed == '\0' ? g_strdup ("") : get_source (session, passage, typed);
  now = get_source (session, passage, get_typed (session, passage));
  if (strcmp (source, now) == 0)
    return TRUE;
  automatic = get_source (session, passage, NULL);
  if (*source == '\0' || strcmp (source, automatic) == 0)
    return zp_prose_reset (session, passage, error);
  return zp_session_set_passage (session, passage->id, source, error);
}

/** zp_prose_reset: gives a passage back to the program; nothing happens where it has it. */
gboolean
zp_prose_reset (ZpSession *session, const ZpPassage *passage, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL, FALSE);

  if (get_typed (session, passage) == NULL)
    return TRUE;
  return zp_session_set_passage (session, passage->id, NULL, error);
}
