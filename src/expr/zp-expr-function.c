/* SPDX-License-Identifier: GPL-3.0-or-later
 * The functions of the formula language, one row each, and their values. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

#include "base/zp-date.h"
#include "base/zp-id.h"

#include <string.h>

static void
eval_if (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  const ZpExpr *branch = zp_expr_arg (self, zp_expr_compute_truth (self->args[0], eval) ? 1 : 2);

  if (branch != NULL)
    zp_expr_compute (branch, eval, out);
  else
    zp_value_set_missing (out);
}

static gboolean
take_least (ZpRational *total, ZpRational figure)
{
  int order;

  if (!zp_rational_compare (figure, *total, &order))
    return FALSE;
  if (order < 0)
    *total = figure;

  return TRUE;
}

static gboolean
take_greatest (ZpRational *total, ZpRational figure)
{
  int order;

  if (!zp_rational_compare (figure, *total, &order))
    return FALSE;
  if (order > 0)
    *total = figure;

  return TRUE;
}

static gboolean
take_sum (ZpRational *total, ZpRational figure)
{
  return zp_rational_add (*total, figure, total);
}

static void
eval_extreme (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  const ZpFunctionInfo *info = zp_function_get_info (self->function);
  ZpRational figure;

  zp_value_set_missing (out);
  for (guint i = 0; i < self->n_args; i++)
    {
      if (!zp_expr_compute_number (self->args[i], eval, &figure))
        continue;
      if (out->kind == ZP_VALUE_MISSING)
        zp_value_set_number (out, figure);
      else if (!info->fold (&out->number, figure))
        eval->overflow = TRUE;
    }
}

static void
eval_abs (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational figure;

  zp_value_set_missing (out);
  if (zp_expr_compute_number (self->args[0], eval, &figure))
    zp_value_set_number (out, zp_rational_sign (figure) < 0 ? zp_rational_negate (figure) : figure);
}

/* Brings a figure from its base unit to the unit of @type, or with the sides exchanged back again.
 */
static gboolean
convert (ZpRational figure, gint64 num, gint64 den, ZpRational *out)
{
  if (num == den)
    {
      *out = figure;
      return TRUE;
    }

  return zp_rational_multiply (figure, (ZpRational){ .num = num, .den = den }, out);
}

/**
 * zp_function_round_figure: a figure rounded half-up, places counted in the unit of @self's type.
 * FALSE on overflow.
 */
gboolean
zp_function_round_figure (const ZpExpr *self, int places, ZpRational figure, ZpRational *out)
{
  const ZpUnit *unit = &self->type.unit;

  return convert (figure, unit->den, unit->num, &figure) &&
         zp_rational_round (figure, places, &figure) && convert (figure, unit->num, unit->den, out);
}

/**
 * zp_function_floor_figure: the whole units of @self's type in a figure. FALSE on overflow.
 */
gboolean
zp_function_floor_figure (const ZpExpr *self, ZpRational figure, ZpRational *out)
{
  const ZpUnit *unit = &self->type.unit;

  return convert (figure, unit->den, unit->num, &figure) && zp_rational_floor (figure, &figure) &&
         convert (figure, unit->num, unit->den, out);
}

static gboolean
read_int (const ZpExpr *arg, ZpEval *eval, int *out)
{
  ZpRational figure;
  ZpRational whole;
  int order;

  if (!zp_expr_compute_number (arg, eval, &figure) || !zp_rational_floor (figure, &whole) ||
      !zp_rational_compare (figure, whole, &order) || order != 0)
    return FALSE;
  if (whole.num / whole.den < -G_MAXINT16 || whole.num / whole.den > G_MAXINT16)
    return FALSE;

  *out = (int) (whole.num / whole.den);

  return TRUE;
}

/**
 * zp_function_read_places: the second argument of round(). FALSE when it is missing or not 0 to 6.
 */
gboolean
zp_function_read_places (const ZpExpr *self, ZpEval *eval, int *places)
{
  return read_int (self->args[1], eval, places) && *places >= 0 && *places <= ZP_DECIMAL_PLACES;
}

static void
eval_round (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational figure;
  int places;

  zp_value_set_missing (out);
  if (!zp_expr_compute_number (self->args[0], eval, &figure) ||
      !zp_function_read_places (self, eval, &places))
    return;

  if (zp_function_round_figure (self, places, figure, &figure))
    zp_value_set_number (out, figure);
  else
    eval->overflow = TRUE;
}

static void
eval_floor (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational figure;

  zp_value_set_missing (out);
  if (!zp_expr_compute_number (self->args[0], eval, &figure))
    return;

  if (zp_function_floor_figure (self, figure, &figure))
    zp_value_set_number (out, figure);
  else
    eval->overflow = TRUE;
}

static void
eval_coalesce (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  zp_value_set_missing (out);
  for (guint i = 0; i < self->n_args && out->kind == ZP_VALUE_MISSING; i++)
    zp_expr_compute (self->args[i], eval, out);
}

static void
eval_empty (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  zp_expr_compute (self->args[0], eval, out);
  zp_value_set_truth (out, out->kind == ZP_VALUE_MISSING);
}

static void
eval_prior (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpCell cell;

  if (zp_ref_resolve (self->args[0], eval, &cell))
    eval->scope->prior (eval->scope, cell, out);
  else
    zp_value_set_missing (out);
}

static void
eval_year (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  ZpRational day;
  int year;
  int month;
  int day_of_month;

  zp_value_set_missing (out);
  if (!zp_expr_compute_number (self->args[0], eval, &day))
    return;

  zp_date_split ((ZpDay) (day.num / day.den), &year, &month, &day_of_month);
  zp_value_set_number (out, zp_rational_from_int (year));
}

static void
eval_date (const ZpExpr *self, ZpEval *eval, ZpValue *out)
{
  int part[3];
  ZpDay day;

  zp_value_set_missing (out);
  for (guint i = 0; i < G_N_ELEMENTS (part); i++)
    if (!read_int (self->args[i], eval, &part[i]))
      return;

  if (zp_date_make (part[0], part[1], part[2], &day))
    zp_value_set_number (out, zp_rational_from_int (day));
}

/* clang-format off */
static const ZpFunctionInfo functions[] = {
  [ZP_FUNCTION_IF] = { "if", 2, 3, FALSE, zp_function_type_if, eval_if, zp_function_bounds_if, NULL },
  [ZP_FUNCTION_MIN] = { "min", 1, -1, TRUE, zp_function_type_extreme, eval_extreme, zp_function_bounds_extreme, take_least },
  [ZP_FUNCTION_MAX] = { "max", 1, -1, TRUE, zp_function_type_extreme, eval_extreme, zp_function_bounds_extreme, take_greatest },
  [ZP_FUNCTION_ABS] = { "abs", 1, 1, FALSE, zp_function_type_figure, eval_abs, zp_function_bounds_abs, NULL },
  [ZP_FUNCTION_ROUND] = { "round", 2, 2, FALSE, zp_function_type_round, eval_round, zp_function_bounds_round, NULL },
  [ZP_FUNCTION_FLOOR] = { "floor", 1, 1, FALSE, zp_function_type_floor, eval_floor, zp_function_bounds_floor, NULL },
  [ZP_FUNCTION_RATIO] = { "ratio", 2, 2, FALSE, zp_function_type_ratio, zp_expr_compute_ratio, zp_expr_compute_binary_bounds, NULL },
  [ZP_FUNCTION_COALESCE] = { "coalesce", 1, -1, FALSE, zp_function_type_coalesce, eval_coalesce, zp_function_bounds_coalesce, NULL },
  [ZP_FUNCTION_EMPTY] = { "empty", 1, 1, FALSE, zp_function_type_empty, eval_empty, NULL, NULL },
  [ZP_FUNCTION_PRIOR] = { "prior", 1, 1, FALSE, zp_function_type_prior, eval_prior, zp_function_bounds_prior, NULL },
  [ZP_FUNCTION_YEAR] = { "year", 1, 1, FALSE, zp_function_type_year, eval_year, NULL, NULL },
  [ZP_FUNCTION_DATE] = { "date", 3, 3, FALSE, zp_function_type_date, eval_date, NULL, NULL },
  [ZP_FUNCTION_SUM] = { "sum", 1, 1, TRUE, zp_function_type_figure, NULL, NULL, take_sum },
  [ZP_FUNCTION_ONE] = { "one", 1, 1, TRUE, zp_function_type_one, NULL, NULL, NULL },
  [ZP_FUNCTION_COUNT] = { "count", 1, 1, TRUE, zp_function_type_count, NULL, NULL, NULL },
};
/* clang-format on */

/**
 * zp_function_get_info: the row of a function.
 */
const ZpFunctionInfo *
zp_function_get_info (ZpFunction function)
{
  return &functions[function];
}

/**
 * zp_function_find: the function of that name. FALSE when there is none; band is none, it has a
 * rule of the grammar to itself.
 */
gboolean
zp_function_find (const char *name, ZpFunction *function)
{
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      {
        *function = (ZpFunction) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * zp_function_nearest: the function that a mistyped name may stand for, or %NULL.
 */
const char *
zp_function_nearest (const char *name)
{
  const char *known[G_N_ELEMENTS (functions) + 2] = { "band" };

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    known[i + 1] = functions[i].name;

  return zp_id_nearest (name, known);
}
