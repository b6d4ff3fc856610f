/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the figures of a formula come from when it is evaluated. */
#pragma once

#include "expr/zp-cell.h"
#include "expr/zp-names.h"
#include "expr/zp-value.h"

G_BEGIN_DECLS

/**
 * ZpScope:
 *
 * Implemented by the report; by tests with a few lines.
 *
 * @get: figure or text in force of a cell, in base units; a label or key for those columns; a row
 * out of range is missing
 * @prior: the same cell in the report of the year before; missing when there is none
 * @count_rows: rows of a block
 * @rows_where: rows of @block whose text in @column is @key, by an index: sets @n_rows and returns
 * the row numbers (borrowed, until the report changes), or returns %NULL with @n_rows -1 when there
 * is no index for that column and the caller has to look at every row
 * @half_place: half a unit of the last shown place of a cell's figure, base unit; 0 when the figure
 * was never rounded (counts)
 * @name: the cell in words, 基本支出实际支出 (transfer full). For row %ZP_ROW_EVERY the label of
 * the column alone, 实际支出; with column %ZP_COLUMN_LABEL the label of the block, 项目
 * @show: the figure or text in force as the report prints it, without unit: 2,925.70; "—" or ""
 * when there is none (transfer full)
 * @passage: text of a free passage, or %NULL
 * @annex: 附件2 for an annex key (transfer full), or %NULL
 */
typedef struct _ZpScope ZpScope;
struct _ZpScope
{
  void (*get) (const ZpScope *self, ZpCell cell, ZpValue *out);
  void (*prior) (const ZpScope *self, ZpCell cell, ZpValue *out);
  int (*count_rows) (const ZpScope *self, int block);
  const int *(*rows_where) (
    const ZpScope *self, int block, int column, const char *key, int *n_rows);
  ZpRational (*half_place) (const ZpScope *self, ZpCell cell);
  char *(*name) (const ZpScope *self, ZpCell cell);
  char *(*show) (const ZpScope *self, ZpCell cell);
  const char *(*passage) (const ZpScope *self, const char *key);
  char *(*annex) (const ZpScope *self, const char *key);
};

/**
 * ZpRowAt:
 * @block: a block with a current row
 * @row: that row
 * @number: what @# gives there: the running number from 1
 */
typedef struct
{
  int block;
  int row;
  int number;
} ZpRowAt;

/**
 * ZpEval:
 * @scope: where figures come from
 * @rows: current rows, outermost first
 * @n_rows: how many
 * @visit_row: row an aggregate visits, set by the evaluator; or the row that the where clause of a
 *   repetition is asked about (#ZpBindContext.visit_block), set by the caller
 * @overflow: set when an intermediate result did not fit; the value is then missing
 */
typedef struct
{
  const ZpScope *scope;
  ZpRowAt rows[ZP_MAX_ROWS];
  guint n_rows;
  int visit_row;
  gboolean overflow;
} ZpEval;

#define ZP_EVAL_INIT(scope_)                                                                       \
  {                                                                                                \
    .scope = (scope_), .visit_row = -2                                                             \
  }

void zp_eval_push_row (ZpEval *self, int block, int row, int number);
void zp_eval_pop_row (ZpEval *self);
int zp_eval_current_row (const ZpEval *self, int block, int *number);

G_END_DECLS
