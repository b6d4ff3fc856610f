/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures typed by hand into a text that equal the figure of a cell. */
#include <string.h>

#include "session/zp-prose-candidate-private.h"
#include "session/zp-sheet-figure.h"

#define NUMBER "(?<![0-9A-Za-z.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?(?![0-9])"

/** zp_prose_match_free: frees a match. %NULL is let through. */
void
zp_prose_match_free (ZpProseMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->label);
  g_free (self->source);
  g_free (self);
}

static gsize
find_sentence (const char *text, gsize at)
{
  static const char *const marks[] = { "。", "；", "\n" };
  gsize start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = g_strrstr_len (text, (gssize) at, marks[i]);

      if (mark != NULL)
        start = MAX (start, (gsize) (mark - text) + strlen (marks[i]));
    }
  return start;
}

static gboolean
read_number (ZpProseTyped *typed)
{
  g_autofree char *written = g_strndup (typed->text + typed->at, typed->end - typed->at);
  g_auto (GStrv) parts = g_strsplit (written, ",", -1);
  const char *point;

  typed->digits = g_strjoinv ("", parts);
  point = strchr (typed->digits, '.');
  typed->places = point != NULL ? (int) strlen (point + 1) : 0;
  typed->sentence = find_sentence (typed->text, typed->at);
  return zp_decimal_parse (typed->digits, &typed->number, NULL);
}

static gboolean
is_year (const ZpProseTyped *typed)
{
  return typed->places == 0 && strlen (typed->digits) == 4 &&
         (g_str_has_prefix (typed->digits, "19") || g_str_has_prefix (typed->digits, "20")) &&
         (g_str_has_prefix (typed->text + typed->end, "年") ||
          g_str_has_prefix (typed->text + typed->end, "〕"));
}

/* Of a table the total: its rows have no names that a text could keep. */
static void
look_at_block (ZpProseCandidate *best,
               const ZpProseTyped *typed,
               ZpReport *report,
               const ZpBlock *block)
{
  gboolean is_table = block->kind == ZP_BLOCK_TABLE;
  int first = is_table ? ZP_ROW_TOTAL : 0;
  int end = is_table ? 0 : zp_report_count_rows (report, block->index);

  for (int row = first; row < end; row++)
    for (guint column = 0; column < zp_block_count_columns (block); column++)
      zp_prose_candidate_look_at (best, typed, report, block,
                                  zp_cell (block->index, row, (int) column));
}

static ZpProseMatch *
make_match (ZpSession *session, const ZpProseTyped *typed, const ZpProseCandidate *best)
{
  ZpProseMatch *match = g_new0 (ZpProseMatch, 1);
  g_autofree char *placeholder = NULL;

  match->id = zp_pack_format_id (zp_session_get_pack (session), best->cell);
  match->label = zp_sheet_get_cell_name (zp_session_get_report (session), best->cell);
  match->start = (guint) g_utf8_pointer_to_offset (typed->text, typed->text + typed->at);
  match->end = (guint) g_utf8_pointer_to_offset (typed->text, typed->text + best->end);
  placeholder = g_strdup_printf ("{%s}", match->id);
  match->source = zp_phrase_change_rendering (placeholder, best->rendering);
  return match;
}

static char *
strip_separators (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != ',' && *at != ' ')
      g_string_append_c (stripped, *at);
  return g_string_free (stripped, FALSE);
}

/* Whatever was found, binding it must not change what is read. */
static gboolean
reads_the_same (ZpSession *session,
                const ZpPassage *passage,
                const ZpProseTyped *typed,
                const ZpProseCandidate *best,
                const ZpProseMatch *match)
{
  g_autoptr (ZpProsePiece) piece = zp_prose_make_live (session, passage, match->source);
  g_autofree char *written = g_strndup (typed->text + typed->at, best->end - typed->at);
  g_autofree char *before = strip_separators (written);
  g_autofree char *after = piece != NULL ? strip_separators (piece->text) : NULL;

  return g_strcmp0 (before, after) == 0;
}

static void
match_number (GPtrArray *matches, ZpSession *session, const ZpPassage *passage, ZpProseTyped *typed)
{
  const ZpPack *pack = zp_session_get_pack (session);
  ZpReport *report = zp_session_get_report (session);
  ZpProseCandidate best = { 0 };
  ZpProseMatch *match;

  for (guint i = 0; i < pack->blocks->len; i++)
    look_at_block (&best, typed, report, g_ptr_array_index (pack->blocks, i));
  if (best.score == 0)
    return;
  match = make_match (session, typed, &best);
  if (reads_the_same (session, passage, typed, &best, match))
    g_ptr_array_add (matches, match);
  else
    zp_prose_match_free (match);
  g_free (best.rendering);
}

static gboolean
is_typed_by_hand (const GPtrArray *pieces, gsize at)
{
  gsize start = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpProsePiece *piece = g_ptr_array_index (pieces, i);

      if (at < start + strlen (piece->text))
        return piece->kind == ZP_PROSE_TEXT;
      start += strlen (piece->text);
    }
  return FALSE;
}

/**
 * zp_prose_find_matches:
 * @pieces: of #ZpProsePiece: the passage, perhaps as it is being edited
 *
 * The numbers typed by hand that are the figure of a cell: with a point or four digits those of any
 * cell, shorter ones where the sentence names the row or the column. Of several cells the one that
 * is named nearest before the number is taken. No years, no numbers of documents.
 *
 * Returns: (transfer full): of #ZpProseMatch, in order
 */
GPtrArray *
zp_prose_find_matches (ZpSession *session, const ZpPassage *passage, const GPtrArray *pieces)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_match_free);
  g_autoptr (GRegex) regex = g_regex_new (NUMBER, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (session) && pieces != NULL, matches);

  text = zp_prose_to_text (pieces);
  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      ZpProseTyped typed = { .text = text };
      int start;
      int end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      typed.at = (gsize) start;
      typed.end = (gsize) end;
      if (is_typed_by_hand (pieces, typed.at) && read_number (&typed) && !is_year (&typed))
        match_number (matches, session, passage, &typed);
      g_free (typed.digits);
    }
  return matches;
}

/** zp_prose_list_matches: (transfer full): those of a passage of the clerk's own words, as it is
 * kept. */
GPtrArray *
zp_prose_list_matches (ZpSession *session, const ZpPassage *passage)
{
  g_autoptr (GPtrArray) pieces = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL, NULL);

  if (zp_prose_get_origin (session, passage) == ZP_PROSE_BY_PROGRAM)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_match_free);
  pieces = zp_prose_parse (session, passage);
  return zp_prose_find_matches (session, passage, pieces);
}
