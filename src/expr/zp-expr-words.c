/* SPDX-License-Identifier: GPL-3.0-or-later
 * A formula in words: with the figures of one report, or with names alone. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *sign;
  ZpStrength strength;
  gboolean regroups; /* a + (b + c) is a + b + c */
} Operator;

/* clang-format off */
static const Operator operators[] = {
  [ZP_EXPR_EQUAL] = { "=", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_NOT_EQUAL] = { "≠", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_LESS] = { "<", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_AT_MOST] = { "≤", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_GREATER] = { ">", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_AT_LEAST] = { "≥", ZP_STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_ADD] = { "+", ZP_STRENGTH_SUM, TRUE },
  [ZP_EXPR_SUBTRACT] = { "−", ZP_STRENGTH_SUM, FALSE },
  [ZP_EXPR_MULTIPLY] = { "×", ZP_STRENGTH_PRODUCT, TRUE },
  [ZP_EXPR_DIVIDE] = { "÷", ZP_STRENGTH_PRODUCT, FALSE },
};
/* clang-format on */

static const Operator ratio_operator = { "÷", ZP_STRENGTH_PRODUCT, FALSE };

/**
 * zp_teller_dress: a figure as it stands behind a name: the sign of a percentage stays, texts are
 * quoted, an empty one is said to be empty.
 * @shown: (transfer full): the figure as the report prints it
 */
char *
zp_teller_dress (char *shown, const ZpType *type, gboolean is_text)
{
  g_autofree char *text = shown;

  if (*text == '\0')
    return g_strdup (_ ("(empty)"));
  if (is_text)
    return g_strdup_printf (_ ("“%s”"), text);
  if (type->unit.kind == ZP_UNIT_PERCENT && g_ascii_isdigit (text[strlen (text) - 1]))
    return g_strconcat (text, "%", NULL);

  return g_steal_pointer (&text);
}

static char *
tell_literal (const ZpExpr *expr)
{
  ZpValue value = { .kind = ZP_VALUE_NUMBER, .number = expr->number };
  g_autofree char *digits = zp_value_show (&value, &expr->type, -1);

  return g_strconcat (digits, expr->type.unit.label, NULL);
}

static char *
name_column (const ZpTeller *self, int block, int column)
{
  const ZpScope *scope = self->eval->scope;

  if (column == ZP_COLUMN_NUMBER)
    return g_strdup (_ ("row number"));
  if (column < 0)
    return g_strdup (_ ("row label"));

  return scope->name (scope, zp_cell (block, ZP_ROW_EVERY, column));
}

/* Names that are no cells: the number, label or key of the current row, passages. */
static char *
tell_value (const ZpTeller *self, const ZpExpr *expr)
{
  ZpValue value;
  g_autofree char *shown = NULL;

  zp_expr_eval (expr, self->eval, &value);
  shown = zp_value_show (&value, &expr->type, -1);

  return zp_teller_dress (g_steal_pointer (&shown), &expr->type, value.kind == ZP_VALUE_TEXT);
}

static char *
tell_ref (const ZpTeller *self, const ZpExpr *expr)
{
  const ZpScope *scope = self->eval->scope;
  ZpCell cell;
  ZpValue value;
  g_autofree char *name = NULL;
  g_autofree char *figure = NULL;

  if (expr->ref == ZP_REF_VISIT)
    return name_column (self, expr->cell.block, expr->cell.column);
  if (!zp_ref_resolve (expr, self->eval, &cell))
    return g_strdup (expr->text);
  if (cell.column < 0)
    return tell_value (self, expr);

  name = scope->name (scope, cell);
  if (!self->with_figures)
    return g_steal_pointer (&name);

  scope->get (scope, cell, &value);
  figure = zp_teller_dress (scope->show (scope, cell), &expr->type, value.kind == ZP_VALUE_TEXT);

  return g_strdup_printf ("%s %s", name, figure);
}

static char *
tell_prior (const ZpTeller *self, const ZpExpr *expr)
{
  const ZpExpr *ref = expr->args[0];
  const ZpTeller names = { .eval = self->eval };
  g_autofree char *inner = tell_ref (&names, ref);
  g_autofree char *name = g_strdup_printf (_ ("last year’s %s"), inner);
  g_autofree char *figure = NULL;
  ZpValue value;

  if (!self->with_figures)
    return g_steal_pointer (&name);

  zp_expr_eval (expr, self->eval, &value);
  figure = zp_teller_dress (zp_value_show (&value, &expr->type, expr->type.places), &expr->type,
                            value.kind == ZP_VALUE_TEXT);

  return g_strdup_printf ("%s %s", name, figure);
}

static char *
tell_operator (const ZpTeller *self, const ZpExpr *expr, const Operator *operator)
{
  ZpStrength right_side = operator->strength + (operator->regroups ? 0 : 1);
  g_autofree char *left = zp_teller_tell (self, expr->args[0], operator->strength);
  g_autofree char *right = zp_teller_tell (self, expr->args[1], right_side);

  return g_strdup_printf ("%s %s %s", left, operator->sign, right);
}

static char *
tell_logic (const ZpTeller *self, const ZpExpr *expr, ZpStrength strength)
{
  g_autofree char *left = zp_teller_tell (self, expr->args[0], strength);
  g_autofree char *right = zp_teller_tell (self, expr->args[1], strength);

  if (expr->kind == ZP_EXPR_OR)
    return g_strdup_printf (_ ("%1$s or %2$s"), left, right);

  return g_strdup_printf (_ ("%1$s and %2$s"), left, right);
}

static char *
tell_not (const ZpTeller *self, const ZpExpr *expr)
{
  const ZpExpr *inside = expr->args[0];
  gboolean is_empty = inside->kind == ZP_EXPR_CALL && inside->function == ZP_FUNCTION_EMPTY;
  g_autofree char *text = zp_teller_tell (self, is_empty ? inside->args[0] : inside,
                                          is_empty ? ZP_STRENGTH_ATOM : ZP_STRENGTH_COMPARE);

  return is_empty ? g_strdup_printf (_ ("%s is filled in"), text)
                  : g_strdup_printf (_ ("not %s"), text);
}

static char *
tell_negate (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *inside = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_NEGATE + 1);

  return g_strconcat ("−", inside, NULL);
}

static char *
tell_band (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *figure = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_ATOM);

  return g_strdup_printf (_ ("the %2$s for %1$s"), figure, expr->scale->label);
}

static char *
tell_named_call (const ZpTeller *self, const ZpExpr *expr)
{
  if (expr->function == ZP_FUNCTION_RATIO)
    return tell_operator (self, expr, &ratio_operator);
  if (expr->function == ZP_FUNCTION_PRIOR)
    return tell_prior (self, expr);

  return zp_teller_tell_call (self, expr);
}

static ZpStrength
find_strength (const ZpExpr *expr)
{
  switch (expr->kind)
    {
    case ZP_EXPR_NUMBER:
    case ZP_EXPR_TEXT:
    case ZP_EXPR_REF:
    case ZP_EXPR_AGGREGATE:
      return ZP_STRENGTH_ATOM;
    case ZP_EXPR_NOT:
      return ZP_STRENGTH_NOT;
    case ZP_EXPR_NEGATE:
      return ZP_STRENGTH_NEGATE;
    case ZP_EXPR_OR:
      return ZP_STRENGTH_OR;
    case ZP_EXPR_AND:
      return ZP_STRENGTH_AND;
    case ZP_EXPR_CALL:
      if (expr->function == ZP_FUNCTION_RATIO)
        return ZP_STRENGTH_PRODUCT;
      if (expr->function == ZP_FUNCTION_PRIOR)
        return ZP_STRENGTH_ATOM;
      return expr->function == ZP_FUNCTION_EMPTY ? ZP_STRENGTH_COMPARE : ZP_STRENGTH_PHRASE;
    case ZP_EXPR_BAND:
      return ZP_STRENGTH_PHRASE;
    case ZP_EXPR_EQUAL:
    case ZP_EXPR_NOT_EQUAL:
    case ZP_EXPR_LESS:
    case ZP_EXPR_AT_MOST:
    case ZP_EXPR_GREATER:
    case ZP_EXPR_AT_LEAST:
    case ZP_EXPR_ADD:
    case ZP_EXPR_SUBTRACT:
    case ZP_EXPR_MULTIPLY:
    case ZP_EXPR_DIVIDE:
    default:
      return operators[expr->kind].strength;
    }
}

static char *
tell_bare (const ZpTeller *self, const ZpExpr *expr)
{
  switch ((int) expr->kind)
    {
    case ZP_EXPR_NUMBER:
      return tell_literal (expr);
    case ZP_EXPR_TEXT:
      return g_strdup_printf (_ ("“%s”"), expr->text);
    case ZP_EXPR_REF:
      return tell_ref (self, expr);
    case ZP_EXPR_AGGREGATE:
      return zp_teller_tell_aggregate (self, expr);
    case ZP_EXPR_NOT:
      return tell_not (self, expr);
    case ZP_EXPR_NEGATE:
      return tell_negate (self, expr);
    case ZP_EXPR_OR:
    case ZP_EXPR_AND:
      return tell_logic (self, expr, find_strength (expr));
    case ZP_EXPR_BAND:
      return tell_band (self, expr);
    case ZP_EXPR_CALL:
      return tell_named_call (self, expr);
    default:
      return tell_operator (self, expr, &operators[expr->kind]);
    }
}

/**
 * zp_teller_tell: a part in words.
 * @around: how tightly what is around it holds; looser parts come in brackets
 */
char *
zp_teller_tell (const ZpTeller *self, const ZpExpr *expr, ZpStrength around)
{
  g_autofree char *bare = tell_bare (self, expr);

  if (find_strength (expr) >= around)
    return g_steal_pointer (&bare);

  return g_strdup_printf (_ ("(%s)"), bare);
}

/**
 * zp_expr_explain:
 * @self: a bound formula
 * @eval: the report and the current rows
 *
 * Returns: (transfer full): the formula in words with the name and figure of every operand:
 *   基本支出实际支出 2,925.70 + 项目支出实际支出 288.34. An aggregate stands with its own figure
 * and the number of rows it took
 */
char *
zp_expr_explain (const ZpExpr *self, ZpEval *eval)
{
  const ZpTeller teller = { .eval = eval, .with_figures = TRUE };

  g_return_val_if_fail (self != NULL && eval != NULL, NULL);

  return zp_teller_tell (&teller, self, ZP_STRENGTH_PHRASE);
}

/**
 * zp_expr_words: as zp_expr_explain(), with the names alone: to name a side of a check.
 */
char *
zp_expr_words (const ZpExpr *self, ZpEval *eval)
{
  const ZpTeller teller = { .eval = eval };

  g_return_val_if_fail (self != NULL && eval != NULL, NULL);

  return zp_teller_tell (&teller, self, ZP_STRENGTH_PHRASE);
}
