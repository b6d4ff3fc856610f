/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the names in a formula mean: asked once, when the pack loads. */
#pragma once

#include "expr/zp-cell.h"
#include "expr/zp-scale.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_BLOCK_FIELDS, /* one row of named cells */
  ZP_BLOCK_GRID,   /* fixed rows, fixed columns */
  ZP_BLOCK_TABLE,  /* open rows, fixed columns, perhaps a total row */
} ZpBlockKind;

/**
 * ZpNames:
 *
 * Implemented by whoever knows the definitions (the template room; tests with a few lines).
 *
 * @find_block: number and kind of a block, or FALSE
 * @find_column: number of a column of a block, or -1
 * @find_row: number of a row of a grid (or %ZP_ROW_TOTAL for the total row of a table, key
 * "total"); -2 when there is none
 * @cell_type: type of a cell (row 0 stands for every row of a table); FALSE when that cell does not
 * exist
 * @find_scale: a scale, or %NULL
 * @has_passage: whether text.KEY is a passage of the document
 * @has_annex: whether annex.KEY is an annex
 * @suggest: the known name nearest to a wrong one: a block when @block is -1, else a column or row;
 *   %NULL when nothing is near
 * @block_key: key and kind of a block by its number, for messages about an @column; may be %NULL,
 * then messages do not name the block and label and key are taken to exist for every row
 */
typedef struct _ZpNames ZpNames;
struct _ZpNames
{
  gboolean (*find_block) (const ZpNames *self, const char *key, int *block, ZpBlockKind *kind);
  int (*find_column) (const ZpNames *self, int block, const char *key);
  int (*find_row) (const ZpNames *self, int block, const char *key);
  gboolean (*cell_type) (const ZpNames *self, ZpCell cell, ZpType *type);
  const ZpScale *(*find_scale) (const ZpNames *self, const char *key);
  gboolean (*has_passage) (const ZpNames *self, const char *key);
  gboolean (*has_annex) (const ZpNames *self, const char *key);
  const char *(*suggest) (const ZpNames *self, int block, const char *key);
  const char *(*block_key) (const ZpNames *self, int block, ZpBlockKind *kind);
};

/** How deep current rows may be stacked: loops, repeated sections and layouts. */
#define ZP_MAX_ROWS 8

/**
 * ZpBindContext:
 * @names: what the names mean
 * @blocks: blocks that have a current row where the formula stands, outermost first; the last one
 * is what a bare @column means
 * @n_blocks: how many of @blocks are set
 * @row: row of the last of @blocks when it is known already (a cell of a grid or of fields), else
 * -2; then @column is bound to that very cell
 * @visit_block: for the where clause of a repetition ({for projects where projects.actual > 0},
 * "each" with "where"): the block it runs over, else -1. A name block.column of that block is then
 * bound to %ZP_REF_VISIT; whoever evaluates the clause sets #ZpEval.visit_row to the row it asks
 * about
 * @bare_block: block whose bare row keys are allowed (row formulas, .columns checks), or -1
 * @bare_column: column that bare row keys stand in
 * @in_template: text.ID, annex.ID and money are allowed
 * @allow_prior: prior() is allowed (defaults, checks)
 */
typedef struct
{
  const ZpNames *names;
  int blocks[ZP_MAX_ROWS];
  guint n_blocks;
  int row;
  int visit_block;
  int bare_block;
  int bare_column;
  gboolean in_template;
  gboolean allow_prior;
} ZpBindContext;

#define ZP_BIND_CONTEXT_INIT(names_)                                                               \
  {                                                                                                \
    .names = (names_), .row = -2, .visit_block = -1, .bare_block = -1, .bare_column = -1           \
  }

G_END_DECLS
