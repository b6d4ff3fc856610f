/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of this room share about the tree of a formula. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

ZpExpr *zp_expr_new (ZpExprKind kind, guint column);
void zp_expr_take_arg (ZpExpr *self, ZpExpr *arg);

/** zp_expr_arg: an operand, or %NULL when there is none in that place. */
static inline const ZpExpr *
zp_expr_arg (const ZpExpr *self, guint i)
{
  return i < self->n_args ? self->args[i] : NULL;
}

/* Values: zp_expr_compute() is zp_expr_eval() without the last word on an overflow. */
void zp_expr_compute (const ZpExpr *self, ZpEval *eval, ZpValue *out);
gboolean zp_expr_compute_number (const ZpExpr *self, ZpEval *eval, ZpRational *out);
gboolean zp_expr_compute_truth (const ZpExpr *self, ZpEval *eval);
void zp_value_set_missing (ZpValue *self);
void zp_value_set_number (ZpValue *self, ZpRational number);
void zp_value_set_truth (ZpValue *self, gboolean truth);
void zp_expr_compute_ratio (const ZpExpr *self, ZpEval *eval, ZpValue *out);
void zp_expr_compute_aggregate (const ZpExpr *self, ZpEval *eval, ZpValue *out);
gboolean zp_ref_resolve (const ZpExpr *ref, const ZpEval *eval, ZpCell *cell);

/* Types: what goes with what. */
gboolean zp_type_is_figure (const ZpType *type);
gboolean zp_type_combine (const ZpType *a, const ZpType *b, ZpType *out);
gboolean zp_type_multiply (const ZpType *a, const ZpType *b, ZpType *out);
gboolean zp_type_divide (const ZpType *a, const ZpType *b, ZpType *out);
ZpType zp_type_plain (ZpSort sort, int places);
char *zp_type_describe_with_label (const ZpType *type);
gboolean zp_expr_demand_truth (const ZpExpr *arg, const char *place, GError **error);
gboolean zp_expr_set_type (ZpExpr *self, const ZpBindContext *context, GError **error);

/**
 * ZpVisit:
 * @aggregate: the aggregate whose rows are visited
 * @rows: the rows to look at, by the scope's index, or %NULL: the first @n_rows of the block
 * @n_rows: how many
 * @next: how many are done
 * @outer_row: row visited before
 * @is_indexed: @rows and @n_rows are the rows that match, without asking the where clause
 *
 * The rows of an aggregate for which its where clause holds, one after the other. Nothing is
 * allocated.
 */
typedef struct
{
  const ZpExpr *aggregate;
  const int *rows;
  int n_rows;
  int next;
  int outer_row;
  gboolean is_indexed;
} ZpVisit;

void zp_visit_begin (ZpVisit *self, const ZpExpr *aggregate, ZpEval *eval);
gboolean zp_visit_next (ZpVisit *self, ZpEval *eval);
void zp_visit_end (ZpVisit *self, ZpEval *eval);

G_END_DECLS
