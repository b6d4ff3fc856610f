/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a proof-reader would mark in a document before it leaves the house. */
#pragma once

#include "document/zp-doc.h"

G_BEGIN_DECLS

/**
 * ZpProofKind:
 * @ZP_PROOF_GLYPH: a traditional character
 * @ZP_PROOF_YEAR: a year that is not that of the report
 * @ZP_PROOF_STOP: a paragraph without its full stop
 * @ZP_PROOF_DOUBLED: two marks where one belongs
 * @ZP_PROOF_WORD: 截止 where 截至 is meant
 * @ZP_PROOF_BRACKET: a bracket closed by one of another kind
 * @ZP_PROOF_SPACE: a space between Chinese characters and figures
 * @ZP_PROOF_NARROW: a half-width mark after Chinese characters
 */
typedef enum
{
  ZP_PROOF_GLYPH,
  ZP_PROOF_YEAR,
  ZP_PROOF_STOP,
  ZP_PROOF_DOUBLED,
  ZP_PROOF_WORD,
  ZP_PROOF_BRACKET,
  ZP_PROOF_SPACE,
  ZP_PROOF_NARROW,
} ZpProofKind;

/**
 * ZpProofMark:
 * @node: number of the node in the tree
 * @row @column: of a cell of its table, or -1
 * @passage: (nullable): id of the passage a paragraph comes from
 * @start @length: bytes of @found in the text of the paragraph or cell
 * @excerpt: @found with some characters around it
 * @found: what is marked
 * @wanted: (nullable): what is meant, where that is known
 */
typedef struct
{
  ZpProofKind kind;
  guint node;
  int row;
  int column;
  char *passage;
  gsize start;
  gsize length;
  char *excerpt;
  char *found;
  char *wanted;
} ZpProofMark;

GPtrArray *zp_doc_proof (const ZpDoc *doc);
char *zp_proof_mark_tell (const ZpProofMark *self);
char *zp_proof_mark_locate (const ZpProofMark *self, const ZpDoc *doc);
const char *zp_proof_mark_find_id (const ZpProofMark *self, const ZpDoc *doc);

G_END_DECLS
