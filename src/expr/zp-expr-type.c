/* SPDX-License-Identifier: GPL-3.0-or-later
 * The type of every part of a formula, from the types of its operands. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>

#define fail(error, ...)                                                                           \
  (g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_TYPE, __VA_ARGS__), FALSE)

static gboolean
fail_pair (const ZpExpr *self, const char *verdict, GError **error)
{
  g_autofree char *left = zp_type_describe_with_label (&self->args[0]->type);
  g_autofree char *right = zp_type_describe_with_label (&self->args[1]->type);

  return fail (error, _ ("left is %s, right is %s; %s"), left, right, verdict);
}

/**
 * zp_expr_demand_truth: whether an operand is a condition; else an error that says where one is
 * needed.
 * @place: “not”, “where”, …
 */
gboolean
zp_expr_demand_truth (const ZpExpr *arg, const char *place, GError **error)
{
  if (arg->type.sort == ZP_SORT_TRUTH)
    return TRUE;

  return fail (error, _ ("“%s” needs a condition, but this is %s"), place,
               zp_type_describe (&arg->type));
}

static gboolean
type_logic (ZpExpr *self, const char *place, GError **error)
{
  for (guint i = 0; i < self->n_args; i++)
    if (!zp_expr_demand_truth (self->args[i], place, error))
      return FALSE;

  self->type = zp_type_plain (ZP_SORT_TRUTH, -1);

  return TRUE;
}

static gboolean
type_negate (ZpExpr *self, GError **error)
{
  const ZpType *type = &self->args[0]->type;

  if (!zp_type_is_figure (type))
    return fail (error, _ ("“-” needs a figure, but this is %s"), zp_type_describe (type));

  self->type = *type;

  return TRUE;
}

/* A date less a date is a number of days; two dates have no sum. */
static gboolean
type_sum (ZpExpr *self, GError **error)
{
  const ZpType *left = &self->args[0]->type;
  const ZpType *right = &self->args[1]->type;
  gboolean is_add = self->kind == ZP_EXPR_ADD;

  if (!zp_type_combine (left, right, &self->type) || self->type.sort == ZP_SORT_TEXT ||
      self->type.sort == ZP_SORT_TRUTH ||
      (self->type.sort == ZP_SORT_DATE && (is_add || left->any || right->any)))
    return fail_pair (self, is_add ? _ ("they cannot be added") : _ ("they cannot be subtracted"),
                      error);

  if (self->type.sort == ZP_SORT_DATE)
    self->type = zp_type_plain (ZP_SORT_NUMBER, 0);

  return TRUE;
}

static gboolean
type_multiply (ZpExpr *self, GError **error)
{
  if (zp_type_multiply (&self->args[0]->type, &self->args[1]->type, &self->type))
    return TRUE;

  return fail_pair (self, _ ("they cannot be multiplied"), error);
}

static gboolean
type_divide (ZpExpr *self, GError **error)
{
  if (zp_type_divide (&self->args[0]->type, &self->args[1]->type, &self->type))
    return TRUE;

  return fail_pair (self, _ ("they cannot be divided"), error);
}

static gboolean
check_option (const ZpExpr *text, const ZpExpr *choice, GError **error)
{
  g_autofree char *options = NULL;

  if (text->kind != ZP_EXPR_TEXT || choice->type.options == NULL || choice->type.open ||
      g_strv_contains (choice->type.options, text->text))
    return TRUE;

  options = g_strjoinv (_ (", "), (char **) choice->type.options);

  return fail (error, _ ("'%s' is not among the options: %s"), text->text, options);
}

static gboolean
type_equal (ZpExpr *self, GError **error)
{
  if (!zp_type_comparable (&self->args[0]->type, &self->args[1]->type))
    return fail_pair (self, _ ("they can never be equal"), error);
  if (!check_option (self->args[0], self->args[1], error) ||
      !check_option (self->args[1], self->args[0], error))
    return FALSE;

  self->type = zp_type_plain (ZP_SORT_TRUTH, -1);

  return TRUE;
}

static gboolean
type_order (ZpExpr *self, GError **error)
{
  ZpType common;

  if (!zp_type_combine (&self->args[0]->type, &self->args[1]->type, &common))
    return fail_pair (self, _ ("they cannot be compared"), error);
  if (common.sort == ZP_SORT_TEXT || common.sort == ZP_SORT_TRUTH)
    return fail_pair (self, _ ("they have no order, only = and != compare them"), error);

  self->type = zp_type_plain (ZP_SORT_TRUTH, -1);

  return TRUE;
}

static gboolean
find_scale (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  self->scale = context->names->find_scale (context->names, self->text);
  if (self->scale != NULL)
    return TRUE;

  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_NAME, _ ("no scale “%s”"), self->text);

  return FALSE;
}

static gboolean
type_band (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  const ZpType *figure = &self->args[0]->type;
  g_autofree char *found = zp_type_describe_with_label (figure);

  if (!find_scale (self, context, error))
    return FALSE;
  if (!zp_type_is_figure (figure) || !zp_type_comparable (figure, &self->scale->of))
    return fail (error, _ ("the scale “%s” is for %s, but this is %s"), self->text,
                 zp_type_describe (&self->scale->of), found);

  self->type = self->scale->result;
  self->type.exact = figure->exact;

  return TRUE;
}

/**
 * zp_expr_set_type:
 * @self: a node whose operands have their types already; a name has its own
 *
 * Returns: FALSE with %ZP_EXPR_ERROR_TYPE where operands do not go together
 */
gboolean
zp_expr_set_type (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  switch (self->kind)
    {
    case ZP_EXPR_NUMBER:
    case ZP_EXPR_REF:
      return TRUE;
    case ZP_EXPR_TEXT:
      self->type = zp_type_plain (ZP_SORT_TEXT, -1);
      return TRUE;
    case ZP_EXPR_NOT:
      return type_logic (self, "not", error);
    case ZP_EXPR_OR:
      return type_logic (self, "or", error);
    case ZP_EXPR_AND:
      return type_logic (self, "and", error);
    case ZP_EXPR_NEGATE:
      return type_negate (self, error);
    case ZP_EXPR_EQUAL:
    case ZP_EXPR_NOT_EQUAL:
      return type_equal (self, error);
    case ZP_EXPR_LESS:
    case ZP_EXPR_AT_MOST:
    case ZP_EXPR_GREATER:
    case ZP_EXPR_AT_LEAST:
      return type_order (self, error);
    case ZP_EXPR_ADD:
    case ZP_EXPR_SUBTRACT:
      return type_sum (self, error);
    case ZP_EXPR_MULTIPLY:
      return type_multiply (self, error);
    case ZP_EXPR_DIVIDE:
      return type_divide (self, error);
    case ZP_EXPR_BAND:
      return type_band (self, context, error);
    case ZP_EXPR_CALL:
    case ZP_EXPR_AGGREGATE:
    default:
      return zp_function_get_info (self->function)->type (self, context, error);
    }
}
