/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files about phrases share: the pieces of a phrase and the tags it is read from. */
#pragma once

#include "expr/zp-phrase.h"

G_BEGIN_DECLS

#define ZP_PHRASE_MAX_LOOPS 3

/* What ZpPiece.places says besides a number of decimal places. */
#define ZP_PLACES_AS_TYPED (-1)
#define ZP_PLACES_UNSAID (-2)

typedef enum
{
  ZP_TAG_LITERAL,
  ZP_TAG_FIGURE,
  ZP_TAG_IF,
  ZP_TAG_ELIF,
  ZP_TAG_ELSE,
  ZP_TAG_FOR,
  ZP_TAG_END,
} ZpTagKind;

/**
 * ZpTag:
 * @kind: what it is
 * @text: a literal decoded; of a tag what stands between the braces, without its keyword
 * @start: byte of the source it begins at
 * @length: bytes of the source
 * @column: character of the source it begins at, from 1
 * @next: of {if}, {elif}, {else} and {for} the tag that ends it, an index; else 0
 */
typedef struct
{
  ZpTagKind kind;
  char *text;
  gsize start;
  gsize length;
  guint column;
  guint next;
} ZpTag;

GArray *zp_tags_read (const char *source, gboolean lenient, GError **error);
gboolean zp_tags_match (GArray *tags, const char *source, gboolean lenient, GError **error);
void zp_tags_demote (GArray *tags, guint opener, const char *source);
const char *zp_tag_find (const char *text, char wanted);
const char *zp_tag_find_word (const char *text, const char *word);

typedef enum
{
  ZP_PIECE_LITERAL,
  ZP_PIECE_FIGURE,
  ZP_PIECE_CONDITION,
  ZP_PIECE_LOOP,
} ZpPieceKind;

typedef enum
{
  ZP_RENDERING_NONE,
  ZP_RENDERING_NUMBER,
  ZP_RENDERING_MONEY,
  ZP_RENDERING_HANZI,
  ZP_RENDERING_BOXES,
  ZP_RENDERING_YEAR_MONTH,
  ZP_RENDERING_YEAR,
} ZpRendering;

/**
 * ZpBranch:
 * @formula: condition of a branch, where clause of a loop; %NULL when there is none ({else})
 * @text: the formula as written, for messages
 * @column: character of the phrase its tag begins at
 * @pieces: of #ZpPiece, what is printed
 */
typedef struct
{
  ZpExpr *formula;
  char *text;
  guint column;
  GPtrArray *pieces;
} ZpBranch;

/**
 * ZpPiece:
 * @kind: what it is
 * @column: character of the phrase it begins at, from 1
 * @start @length: bytes of the source of a figure or of a loop to its {end}
 * @text: a literal; the formula of a figure as written; key of the block of a loop
 * @formula: of a figure
 * @rendering: of a figure, how it was asked for
 * @unit: of a figure, the unit it is printed in; set by binding unless @rendering is money
 * @places: decimal places as asked for; binding fills in those of the formula
 * @asked_places: whether .n was written
 * @branches: of #ZpBranch: of a condition all in order; of a loop its body and perhaps its {else}
 * @block: of a loop, set by binding
 * @sep: stands between the items of a loop, or %NULL
 * @last: stands between the last two, or %NULL
 */
typedef struct
{
  ZpPieceKind kind;
  guint column;
  gsize start;
  gsize length;
  char *text;
  ZpExpr *formula;
  ZpRendering rendering;
  ZpUnit unit;
  int places;
  gboolean asked_places;
  GPtrArray *branches;
  int block;
  char *sep;
  char *last;
} ZpPiece;

struct _ZpPhrase
{
  gatomicrefcount refs;
  char *source;
  GPtrArray *pieces;
};

ZpPiece *zp_piece_new (ZpPieceKind kind, guint column);
void zp_piece_free (ZpPiece *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPiece, zp_piece_free)
ZpBranch *zp_piece_add_branch (ZpPiece *self, guint column);
gboolean zp_piece_read_figure (ZpPiece *self, const char *text, GError **error);
gboolean zp_piece_read_clause (ZpPiece *self, const ZpTag *tag, GError **error);
gboolean zp_piece_bind (ZpPiece *self, const ZpBindContext *context, GError **error);
ZpBindContext zp_piece_context (const ZpPiece *self, const ZpBindContext *outer);
gboolean zp_pieces_bind (GPtrArray *pieces, const ZpBindContext *context, GError **error);
void zp_phrase_shape (const ZpExpr *formula, ZpUnit *unit, int *places);

/**
 * ZpOperands: the cells that a figure of a phrase is made of.
 * @first: the first of them; @has_first: there is one
 * @missing: the first that is missing; @has_missing: there is one
 */
typedef struct
{
  ZpCell first;
  ZpCell missing;
  gboolean has_first;
  gboolean has_missing;
} ZpOperands;

void zp_operands_find (ZpOperands *self, const ZpExpr *formula, ZpEval *eval);
char *zp_operands_name_missing (const ZpOperands *self, const ZpPiece *piece, ZpEval *eval);

ZpPhraseRun *zp_piece_show (const ZpPiece *self, ZpEval *eval, const ZpPhraseStyle *style);
ZpUnit zp_piece_get_unit (const ZpPiece *self, const ZpPhraseStyle *style);

G_END_DECLS
