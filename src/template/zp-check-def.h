/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is checked: written in the pack, or following by itself from a definition. */
#pragma once

#include "template/zp-block.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_CHECK_COMPARE, /* left op right */
  ZP_CHECK_REQUIRE, /* a condition */
  ZP_CHECK_SCAN_YEARS,
  ZP_CHECK_SCAN_WORDS,
  ZP_CHECK_DECLARED, /* .calc: declared figure against the formula of its cell */
  ZP_CHECK_SUM,      /* .sum: figure in force against its row formula or the rows of its table */
  ZP_CHECK_REQUIRED, /* .required: filled */
  ZP_CHECK_RANGE,    /* .range: between min and max */
  ZP_CHECK_LENGTH,   /* .length: not longer than allowed (cells and passages) */
  ZP_CHECK_UNIQUE,   /* .unique: the key column of a table */
  ZP_CHECK_REF,      /* .ref: the row referred to is there */
  ZP_CHECK_ROWS,     /* .rows: number of rows of a table between min and max */
} ZpCheckKind;

typedef enum
{
  ZP_MISSING_SKIP_ANY,
  ZP_MISSING_SKIP_BOTH,
  ZP_MISSING_FAIL,
} ZpMissingRule;

typedef enum
{
  ZP_NOTE_NONE,
  ZP_NOTE_ALLOWED,
  ZP_NOTE_REQUIRED,
} ZpNoteRule;

/**
 * ZpCheckDef:
 * @id: fixed for ever; the finding of a row of a table adds [n], of a grid .row, of a column
 * .column
 * @kind: how it is evaluated
 * @automatic: follows from a definition by itself
 * @each_block: block whose rows it holds for, or -1
 * @each_suffix: for a check made from .columns the column's key, else %NULL: already part of @id
 * @op: for %ZP_CHECK_COMPARE one of the six comparison kinds
 * @left @right: the two sides (for %ZP_CHECK_DECLARED and %ZP_CHECK_SUM: left is the cell, right
 * the formula); @require: a condition; @when and @where: or %NULL; both are
 * asked with the row at hand as the current one, which @where may name block.column
 * @def: definition that an automatic check belongs to, or %NULL
 * @passage: key of the passage an automatic check belongs to, or %NULL
 * @words: for %ZP_CHECK_SCAN_WORDS wrong word → right word, in order: pairs of char*
 * @readers are found through the refs of its formulas
 */
typedef struct
{
  char *id;
  ZpCheckKind kind;
  gboolean automatic;
  ZpPhrase *title;
  ZpPhrase *instruction;
  ZpSeverity severity;
  int each_block;
  char *each_suffix;
  ZpExpr *where;
  ZpExpr *when;
  ZpExpr *left;
  ZpExprKind op;
  ZpExpr *right;
  ZpPhrase *left_label;
  ZpPhrase *right_label;
  ZpExpr *require;
  ZpMissingRule missing;
  ZpNoteRule note;
  char *basis;
  const ZpCellDef *def;
  const char *passage;
  int passage_length;
  GPtrArray *words;
  guint line;
} ZpCheckDef;

G_END_DECLS
