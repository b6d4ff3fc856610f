/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the functions take and give. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>

#define fail(error, ...)                                                                           \
  (g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_TYPE, __VA_ARGS__), FALSE)

static const char *
name_of (const ZpExpr *self)
{
  return zp_function_get_info (self->function)->name;
}

static gboolean
fail_argument (const ZpExpr *self, const ZpExpr *arg, const char *wanted, GError **error)
{
  return fail (error, _ ("%s() takes %s, but this is %s"), name_of (self), wanted,
               zp_type_describe (&arg->type));
}

static gboolean
demand_figure (const ZpExpr *self, const ZpExpr *arg, GError **error)
{
  return zp_type_is_figure (&arg->type) || fail_argument (self, arg, _ ("a figure"), error);
}

static gboolean
demand_number (const ZpExpr *self, const ZpExpr *arg, GError **error)
{
  return arg->type.sort == ZP_SORT_NUMBER || fail_argument (self, arg, _ ("a number"), error);
}

/* The type that all arguments from @first on share; the where clause of an aggregate is none of
 * them. */
static gboolean
combine_args (ZpExpr *self, guint first, GError **error)
{
  guint end = self->kind == ZP_EXPR_AGGREGATE ? 1 : self->n_args;
  ZpType common = self->args[first]->type;

  for (guint i = first + 1; i < end; i++)
    {
      g_autofree char *left = zp_type_describe_with_label (&common);
      g_autofree char *right = zp_type_describe_with_label (&self->args[i]->type);

      if (!zp_type_combine (&common, &self->args[i]->type, &common))
        return fail (error, _ ("%s(): one value is %s, another %s; they do not go together"),
                     name_of (self), left, right);
    }

  self->type = common;

  return TRUE;
}

gboolean
zp_function_type_if (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  return zp_expr_demand_truth (self->args[0], "if", error) && combine_args (self, 1, error);
}

gboolean
zp_function_type_extreme (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  if (!combine_args (self, 0, error))
    return FALSE;

  return self->type.sort == ZP_SORT_DATE || demand_figure (self, self, error);
}

gboolean
zp_function_type_figure (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  self->type = self->args[0]->type;

  return demand_figure (self, self->args[0], error);
}

gboolean
zp_function_type_round (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  const ZpExpr *places = self->args[1];
  ZpRational limit = zp_rational_from_int (ZP_DECIMAL_PLACES);
  ZpRational whole;
  int order;

  if (!demand_figure (self, self->args[0], error) || !demand_number (self, places, error))
    return FALSE;

  self->type = self->args[0]->type;
  self->type.places = -1;
  self->type.exact = FALSE;
  if (places->kind != ZP_EXPR_NUMBER)
    return TRUE;
  if (!zp_rational_floor (places->number, &whole) ||
      !zp_rational_compare (places->number, whole, &order) || order != 0 ||
      !zp_rational_compare (places->number, limit, &order) || order > 0)
    return fail (error, _ ("round() takes 0 to %d places"), ZP_DECIMAL_PLACES);

  self->type.places = (int) (whole.num / whole.den);

  return TRUE;
}

gboolean
zp_function_type_floor (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  if (!zp_function_type_figure (self, context, error))
    return FALSE;

  self->type.places = 0;

  return TRUE;
}

gboolean
zp_function_type_ratio (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  gboolean exact = self->args[0]->type.exact && self->args[1]->type.exact;

  if (!combine_args (self, 0, error) || !demand_figure (self, self, error))
    return FALSE;

  self->type = zp_type_plain (ZP_SORT_NUMBER, -1);
  self->type.exact = exact;

  return TRUE;
}

gboolean
zp_function_type_coalesce (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  return combine_args (self, 0, error);
}

gboolean
zp_function_type_empty (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  self->type = zp_type_plain (ZP_SORT_TRUTH, -1);

  return TRUE;
}

gboolean
zp_function_type_prior (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  const ZpExpr *arg = self->args[0];

  if (!context->allow_prior)
    return fail (error, _ ("prior() stands only in defaults and in checks"));
  if (arg->kind != ZP_EXPR_REF || arg->cell.block < 0 || arg->cell.column < 0)
    return fail (error, _ ("prior() takes the name of a cell, nothing else"));

  self->type = arg->type;

  return TRUE;
}

gboolean
zp_function_type_year (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  if (self->args[0]->type.sort != ZP_SORT_DATE || self->args[0]->type.any)
    return fail_argument (self, self->args[0], _ ("a date"), error);

  self->type = zp_type_plain (ZP_SORT_NUMBER, 0);
  self->type.exact = self->args[0]->type.exact;

  return TRUE;
}

gboolean
zp_function_type_date (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  gboolean exact = TRUE;

  for (guint i = 0; i < self->n_args; i++)
    {
      if (!demand_number (self, self->args[i], error))
        return FALSE;
      exact = exact && self->args[i]->type.exact;
    }

  self->type = zp_type_plain (ZP_SORT_DATE, 0);
  self->type.exact = exact;

  return TRUE;
}

gboolean
zp_function_type_one (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  return combine_args (self, 0, error);
}

/* Counting a condition would count the rows where it is known, which nobody means. */
gboolean
zp_function_type_count (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  if (self->args[0] != NULL && self->args[0]->type.sort == ZP_SORT_TRUTH)
    return fail (error, _ ("count() of a condition: write count(block where condition)"));

  self->type = zp_type_plain (ZP_SORT_NUMBER, 0);
  self->type.exact = TRUE;

  return TRUE;
}
