/* SPDX-License-Identifier: GPL-3.0-or-later
 * Aggregates: the rows they look at, and what comes of them. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

static void
ask_index (ZpVisit *self, ZpEval *eval)
{
  const ZpExpr *aggregate = self->aggregate;
  ZpValue key;

  zp_expr_compute (aggregate->index_key, eval, &key);
  self->n_rows = 0;
  self->is_indexed = TRUE;
  if (key.kind != ZP_VALUE_TEXT)
    return;

  self->rows = eval->scope->rows_where (eval->scope, aggregate->block, aggregate->index_column,
                                        key.text, &self->n_rows);
  self->is_indexed = self->n_rows >= 0;
}

/**
 * zp_visit_begin: before the first row. What the where clause is compared with is read here once
 * where the scope has an index for it; a missing key matches nothing.
 */
void
zp_visit_begin (ZpVisit *self, const ZpExpr *aggregate, ZpEval *eval)
{
  *self = (ZpVisit){ .aggregate = aggregate, .outer_row = eval->visit_row };

  if (aggregate->index_column >= 0)
    ask_index (self, eval);
  if (!self->is_indexed)
    self->n_rows = eval->scope->count_rows (eval->scope, aggregate->block);
}

/**
 * zp_visit_next: goes to the next row that matches: #ZpEval.visit_row. FALSE when there is none.
 */
gboolean
zp_visit_next (ZpVisit *self, ZpEval *eval)
{
  const ZpExpr *where = zp_expr_arg (self->aggregate, 1);

  while (self->next < self->n_rows)
    {
      eval->visit_row = self->is_indexed ? self->rows[self->next] : self->next;
      self->next++;
      if (self->is_indexed || where == NULL || zp_expr_compute_truth (where, eval))
        return TRUE;
    }

  return FALSE;
}

/**
 * zp_visit_end: puts back the row that was visited before.
 */
void
zp_visit_end (ZpVisit *self, ZpEval *eval)
{
  eval->visit_row = self->outer_row;
}

/* @n_rows: rows that match; @n_there: those of them in which the inside is there. */
typedef struct
{
  int n_rows;
  int n_there;
  ZpRational total;
  ZpValue last;
} Fold;

static void
fold_row (Fold *fold, const ZpFunctionInfo *info, ZpEval *eval)
{
  ZpValue *value = &fold->last;

  if (value->kind == ZP_VALUE_MISSING || (info->fold != NULL && value->kind != ZP_VALUE_NUMBER))
    return;
  if (info->fold != NULL && fold->n_there == 0)
    fold->total = value->number;
  else if (info->fold != NULL && !info->fold (&fold->total, value->number))
    eval->overflow = TRUE;

  fold->n_there++;
}

static void
finish_fold (const Fold *fold, const ZpExpr *self, const ZpFunctionInfo *info, ZpValue *out)
{
  int count = self->args[0] == NULL ? fold->n_rows : fold->n_there;

  zp_value_set_missing (out);
  if (self->function == ZP_FUNCTION_COUNT)
    zp_value_set_number (out, zp_rational_from_int (count));
  else if (self->function == ZP_FUNCTION_ONE && fold->n_rows == 1)
    *out = fold->last;
  else if (info->fold != NULL && fold->n_there > 0)
    zp_value_set_number (out, fold->total);
}

/**
 * zp_expr_compute_aggregate: value of an aggregate over the rows that match.
 */
void
zp_expr_compute_aggregate (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  const ZpFunctionInfo *info = zp_function_get_info (self->function);
  Fold fold = { 0 };
  ZpVisit visit;

  zp_visit_begin (&visit, self, eval);
  while (zp_visit_next (&visit, eval))
    {
      fold.n_rows++;
      if (self->args[0] == NULL)
        continue;
      zp_expr_compute (self->args[0], eval, &fold.last);
      fold_row (&fold, info, eval);
    }
  zp_visit_end (&visit, eval);

  finish_fold (&fold, self, info, out);
}
