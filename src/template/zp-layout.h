/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tables as they are printed, on paper and on a sheet. */
#pragma once

#include "expr/zp-phrase.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_ENTRY_CELL,  /* a template */
  ZP_ENTRY_ABOVE, /* "^": the cell above goes on */
  ZP_ENTRY_LEFT,  /* "<": the cell to the left goes on */
} ZpEntryKind;

typedef enum
{
  ZP_ALIGN_AUTO,
  ZP_ALIGN_LEFT,
  ZP_ALIGN_CENTER,
  ZP_ALIGN_RIGHT,
} ZpAlign;

typedef struct
{
  ZpEntryKind kind;
  ZpPhrase *phrase; /* for ZP_ENTRY_CELL */
  gboolean join;
  ZpAlign align;
  gboolean bold;
  int lines; /* least height in lines of text, 0 = as needed */
} ZpLayoutEntry;

/**
 * ZpLayoutRow:
 * @each_block: one copy for every row of that block, or -1
 * @where: or %NULL; asked of each row, named block.column (#ZpEval.visit_row)
 * @when: or %NULL; asked once, before anything is repeated
 * @min: empty copies are printed when there are less
 * @lines: of GPtrArray of #ZpLayoutEntry: the lines of one copy
 */
typedef struct
{
  int each_block;
  ZpExpr *where;
  ZpExpr *when;
  int min;
  GPtrArray *lines;
} ZpLayoutRow;

/**
 * ZpLayout:
 * @each_block: one copy of the table for every row of that block, or -1
 * @widths: of int: relative widths of the columns
 * @head: leading lines repeated on every page
 * @above @below: of GPtrArray of #ZpPhrase: one to three a line: left, (middle,) right
 * @notes: of #ZpPhrase
 * @has_money: @money is the unit of every money figure without its own rendering
 */
typedef struct
{
  char *key;
  ZpPhrase *title;
  GArray *widths;
  gboolean landscape;
  int head;
  int each_block;
  ZpExpr *where;
  GPtrArray *above;
  GPtrArray *below;
  GPtrArray *notes;
  gboolean has_money;
  ZpUnit money;
  GPtrArray *rows;
  guint line;
} ZpLayout;

G_END_DECLS
