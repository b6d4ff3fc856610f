/* SPDX-License-Identifier: GPL-3.0-or-later
 * A passage as it is edited: text with live figures inside it. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_PROSE_TEXT,
  ZP_PROSE_FIGURE, /* follows its cell; one step for the caret */
  ZP_PROSE_CODE,   /* another live part of the text: a condition, a loop; shown as it reads now */
} ZpProseKind;

/**
 * ZpProsePiece:
 * @text: as it reads now: 2,886.58万元; a newline parts paragraphs
 * @source: as it is kept: {budget.total.initial}; equal to @text for plain text
 * @id: (nullable): the cell whose figure it is
 * @state: what that cell shows; @is_open: it is not filled in yet
 */
typedef struct
{
  ZpProseKind kind;
  char *text;
  char *source;
  char *id;
  ZpCellState state;
  gboolean is_open;
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

GPtrArray *zp_prose_parse (ZpSession *session, const ZpPassage *passage);
char *zp_prose_to_source (const GPtrArray *pieces);
ZpProseOrigin zp_prose_get_origin (ZpSession *session, const ZpPassage *passage);
GPtrArray *zp_prose_list_matches (ZpSession *session, const ZpPassage *passage);
guint zp_prose_count_characters (const GPtrArray *pieces);
ZpProsePiece *zp_prose_make_figure (ZpSession *session, const ZpPassage *passage, const char *id);
gboolean zp_prose_reset (ZpSession *session, const ZpPassage *passage, GError **error);
gboolean zp_prose_save (ZpSession *session,
                        const ZpPassage *passage,
                        const GPtrArray *pieces,
                        GError **error);
void zp_prose_piece_free (ZpProsePiece *self);
void zp_prose_match_free (ZpProseMatch *self);

G_END_DECLS
