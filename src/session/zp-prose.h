/* SPDX-License-Identifier: GPL-3.0-or-later
 * A passage as it is edited: text with live figures inside it. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_PROSE_TEXT,
  ZP_PROSE_FIGURE, /* follows its cell; one step for the caret */
  ZP_PROSE_CODE,   /* another live part: a loop, a count, another passage; shown as it reads now */
} ZpProseKind;

/**
 * ZpProsePiece:
 * @text: as it reads now: 2,886.58万元; a newline parts paragraphs
 * @source: as it is kept: {budget.total.initial}; of plain text @text with its braces doubled
 * @id: (nullable): the cell whose figure it is; of a formula its first operand
 * @state: what that cell shows
 * @is_open: it is not filled in yet
 * @is_words: it is a word, a year or a date, not a figure
 */
typedef struct
{
  ZpProseKind kind;
  char *text;
  char *source;
  char *id;
  ZpCellState state;
  gboolean is_open;
  gboolean is_words;
} ZpProsePiece;

typedef enum
{
  ZP_PROSE_BY_PROGRAM, /* 自动成文 */
  ZP_PROSE_REWRITTEN,  /* 已改写 */
  ZP_PROSE_BY_CLERK,   /* 自行填写: the pack has no words for it */
} ZpProseOrigin;

/**
 * ZpProseMatch: a figure typed by hand that equals the figure of a cell.
 * @start @end: characters in the text of the passage as it reads
 * @id: of the cell; @label: its name
 * @source: what it becomes when it is bound
 */
typedef struct
{
  guint start;
  guint end;
  char *id;
  char *label;
  char *source;
} ZpProseMatch;

/**
 * ZpProseFound: a cell whose figure a text can carry.
 * @label: its name; @place: its sheet; @figure: with unit, in words when there is none
 */
typedef struct
{
  char *id;
  char *label;
  char *place;
  char *figure;
} ZpProseFound;

GPtrArray *zp_prose_parse (ZpSession *session, const ZpPassage *passage);
GPtrArray *zp_prose_parse_source (ZpSession *session, const ZpPassage *passage, const char *source);
char *zp_prose_to_source (const GPtrArray *pieces);
char *zp_prose_to_text (const GPtrArray *pieces);
guint zp_prose_count_characters (const GPtrArray *pieces);
ZpProseOrigin zp_prose_get_origin (ZpSession *session, const ZpPassage *passage);
gboolean zp_prose_save (ZpSession *session,
                        const ZpPassage *passage,
                        const GPtrArray *pieces,
                        GError **error);
gboolean zp_prose_reset (ZpSession *session, const ZpPassage *passage, GError **error);

GPtrArray *zp_prose_list_matches (ZpSession *session, const ZpPassage *passage);
GPtrArray *
zp_prose_find_matches (ZpSession *session, const ZpPassage *passage, const GPtrArray *pieces);

ZpProsePiece *zp_prose_make_text (const char *text);
ZpProsePiece *zp_prose_make_live (ZpSession *session, const ZpPassage *passage, const char *source);
ZpProsePiece *zp_prose_make_figure (ZpSession *session, const ZpPassage *passage, const char *id);
GPtrArray *
zp_prose_list_renderings (ZpSession *session, const ZpPassage *passage, const ZpProsePiece *piece);
GPtrArray *zp_prose_search_figures (ZpSession *session, const char *words, guint max);
char *zp_prose_say (ZpSession *session, const ZpProsePiece *piece);
char *zp_prose_describe_trouble (ZpSession *session, const ZpProsePiece *piece);

ZpProsePiece *zp_prose_piece_copy (const ZpProsePiece *self);
void zp_prose_piece_free (ZpProsePiece *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpProsePiece, zp_prose_piece_free)
void zp_prose_match_free (ZpProseMatch *self);
void zp_prose_found_free (ZpProseFound *self);

G_END_DECLS
