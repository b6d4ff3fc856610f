/* SPDX-License-Identifier: GPL-3.0-or-later
 * One formula as a tree: value, operands, words and spreadsheet formula are read from it. */
#pragma once

#include "expr/zp-names.h"
#include "expr/zp-scope.h"

G_BEGIN_DECLS

#define ZP_EXPR_MAX_LENGTH 1000 /* characters */
#define ZP_EXPR_MAX_DEPTH 32

#define ZP_EXPR_ERROR (zp_expr_error_quark ())
GQuark zp_expr_error_quark (void);

/**
 * ZpExprError:
 * @ZP_EXPR_ERROR_SYNTAX: does not follow the grammar
 * @ZP_EXPR_ERROR_LIMIT: too long or too deep
 * @ZP_EXPR_ERROR_NAME: a name that means nothing here
 * @ZP_EXPR_ERROR_TYPE: sorts or units that do not go together
 */
typedef enum
{
  ZP_EXPR_ERROR_SYNTAX,
  ZP_EXPR_ERROR_LIMIT,
  ZP_EXPR_ERROR_NAME,
  ZP_EXPR_ERROR_TYPE,
} ZpExprError;

typedef enum
{
  ZP_EXPR_NUMBER,
  ZP_EXPR_TEXT,
  ZP_EXPR_REF,
  ZP_EXPR_NOT,
  ZP_EXPR_NEGATE,
  ZP_EXPR_OR,
  ZP_EXPR_AND,
  ZP_EXPR_EQUAL,
  ZP_EXPR_NOT_EQUAL,
  ZP_EXPR_LESS,
  ZP_EXPR_AT_MOST,
  ZP_EXPR_GREATER,
  ZP_EXPR_AT_LEAST,
  ZP_EXPR_ADD,
  ZP_EXPR_SUBTRACT,
  ZP_EXPR_MULTIPLY,
  ZP_EXPR_DIVIDE,
  ZP_EXPR_CALL,      /* if min max abs round floor ratio coalesce empty prior year date */
  ZP_EXPR_BAND,      /* band(x, scale) */
  ZP_EXPR_AGGREGATE, /* sum min max one count over the rows of one block */
} ZpExprKind;

typedef enum
{
  ZP_FUNCTION_IF,
  ZP_FUNCTION_MIN,
  ZP_FUNCTION_MAX,
  ZP_FUNCTION_ABS,
  ZP_FUNCTION_ROUND,
  ZP_FUNCTION_FLOOR,
  ZP_FUNCTION_RATIO,
  ZP_FUNCTION_COALESCE,
  ZP_FUNCTION_EMPTY,
  ZP_FUNCTION_PRIOR,
  ZP_FUNCTION_YEAR,
  ZP_FUNCTION_DATE,
  ZP_FUNCTION_SUM,
  ZP_FUNCTION_ONE,
  ZP_FUNCTION_COUNT,
} ZpFunction;

typedef enum
{
  ZP_REF_CELL,    /* one cell, known when the pack loads */
  ZP_REF_ROW,     /* a column of the current row of cell.block */
  ZP_REF_VISIT,   /* a column of the row an aggregate visits */
  ZP_REF_PASSAGE, /* text.KEY */
  ZP_REF_ANNEX,   /* annex.KEY */
  ZP_REF_MONEY,   /* the unit of money a layout prints */
} ZpRefKind;

/**
 * ZpExpr:
 * @kind: what this node is
 * @column: character of the formula it begins at, from 1
 * @type: set by zp_expr_bind()
 * @args: operands; for an aggregate args[0] is the inside (%NULL for count(block)) and args[1] the
 *   where clause or %NULL
 * @number: value of a number, base unit
 * @text: a text; for %ZP_EXPR_REF the name as written ("@actual", "budget.total.actual"); the
 * scale's key for %ZP_EXPR_BAND; the block's key for count(block)
 * @function: for %ZP_EXPR_CALL and %ZP_EXPR_AGGREGATE
 * @ref: for %ZP_EXPR_REF what it was bound to
 * @cell: for %ZP_REF_CELL the cell; for %ZP_REF_ROW and %ZP_REF_VISIT block and column count
 * @block: for an aggregate the block visited, else -1
 * @index_column: for an aggregate whose where clause is `block.column = …` alone: that column, and
 *   @index_key the other side; else -1 and %NULL. Lets the scope look the rows up
 * @scale: for %ZP_EXPR_BAND
 *
 * Bound once when the pack loads, read only afterwards; shared between threads.
 */
typedef struct _ZpExpr ZpExpr;
struct _ZpExpr
{
  gatomicrefcount refs;
  ZpExprKind kind;
  guint column;
  ZpType type;
  ZpExpr **args;
  guint n_args;
  ZpRational number;
  char *text;
  ZpFunction function;
  ZpRefKind ref;
  ZpCell cell;
  int block;
  int index_column;
  const ZpExpr *index_key;
  const ZpScale *scale;
};

ZpExpr *zp_expr_parse (const char *text, GError **error);
ZpExpr *zp_expr_ref (ZpExpr *self);
void zp_expr_unref (ZpExpr *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpExpr, zp_expr_unref)

gboolean zp_expr_bind (ZpExpr *self, const ZpBindContext *context, GError **error);
gboolean zp_type_fits (const ZpType *result, const ZpType *cell);
gboolean zp_type_comparable (const ZpType *a, const ZpType *b);
const char *zp_type_describe (const ZpType *type);

void zp_expr_eval (const ZpExpr *self, ZpEval *eval, ZpValue *out);
gboolean zp_expr_is_true (const ZpExpr *self, ZpEval *eval);
gboolean zp_comparison_holds (ZpExprKind kind, int order);

/**
 * ZpInterval: all the figures a rounded one can stand for.
 */
typedef struct
{
  ZpRational low;
  ZpRational high;
} ZpInterval;

gboolean zp_expr_bounds (const ZpExpr *self, ZpEval *eval, ZpInterval *out);

typedef void (*ZpRefFunc) (const ZpExpr *ref, gpointer user_data);
void zp_expr_foreach_ref (const ZpExpr *self, ZpRefFunc func, gpointer user_data);
typedef void (*ZpBlockFunc) (int block, gpointer user_data);
void zp_expr_foreach_block (const ZpExpr *self, ZpBlockFunc func, gpointer user_data);
typedef void (*ZpCellFunc) (ZpCell cell, gpointer user_data);
void zp_expr_foreach_cell (const ZpExpr *self, ZpEval *eval, ZpCellFunc func, gpointer user_data);

G_END_DECLS
