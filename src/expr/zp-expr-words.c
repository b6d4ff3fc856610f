/* SPDX-License-Identifier: GPL-3.0-or-later
 * A formula in words: with the figures of one report, or with names alone. */
#include "expr/zp-expr-words.h"

#include "base/zp-date.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How tightly a part holds together; a looser part inside a tighter one stands in brackets. */
typedef enum
{
  STRENGTH_PHRASE, /* the smallest of a, b */
  STRENGTH_OR,
  STRENGTH_AND,
  STRENGTH_NOT,
  STRENGTH_COMPARE,
  STRENGTH_SUM,
  STRENGTH_PRODUCT,
  STRENGTH_NEGATE,
  STRENGTH_ATOM,
} Strength;

typedef struct
{
  ZpEval *eval;
  gboolean with_figures;
} Teller;

typedef struct
{
  const char *sign;
  Strength strength;
  gboolean regroups; /* a + (b + c) is a + b + c */
} Operator;

/* clang-format off */
static const Operator operators[] = {
  [ZP_EXPR_EQUAL] = { "=", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_NOT_EQUAL] = { "≠", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_LESS] = { "<", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_AT_MOST] = { "≤", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_GREATER] = { ">", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_AT_LEAST] = { "≥", STRENGTH_COMPARE, FALSE },
  [ZP_EXPR_ADD] = { "+", STRENGTH_SUM, TRUE },
  [ZP_EXPR_SUBTRACT] = { "−", STRENGTH_SUM, FALSE },
  [ZP_EXPR_MULTIPLY] = { "×", STRENGTH_PRODUCT, TRUE },
  [ZP_EXPR_DIVIDE] = { "÷", STRENGTH_PRODUCT, FALSE },
};
/* clang-format on */

static const Operator ratio_operator = { "÷", STRENGTH_PRODUCT, FALSE };

static char *tell (const Teller *self, const ZpExpr *expr, Strength around);

static char *
show_number (const ZpValue *value, const ZpType *type, int places)
{
  int most = places < 0 ? ZP_DECIMAL_PLACES : places;
  ZpDecimal figure;

  if (!zp_unit_from_base (type->unit, value->number, most, &figure))
    return g_strdup ("");

  return zp_decimal_format (figure, MAX (places, 0), most, type->sort == ZP_SORT_MONEY);
}

/**
 * zp_value_show:
 * @value: a value in base units
 * @type: what it is
 * @places: decimal places, or -1 for as many as it needs, up to six
 *
 * Returns: (transfer full): the value in the unit of @type without its label, money with thousands
 *   separators, dates as 2022年4月8日; "" for missing and for what does not fit
 */
char *
zp_value_show (const ZpValue *value, const ZpType *type, int places)
{
  g_return_val_if_fail (value != NULL && type != NULL, NULL);

  switch (value->kind)
    {
    case ZP_VALUE_NUMBER:
      if (type->sort == ZP_SORT_DATE)
        return zp_date_to_chinese ((ZpDay) (value->number.num / value->number.den), FALSE);
      return show_number (value, type, MIN (places, ZP_DECIMAL_PLACES));
    case ZP_VALUE_TEXT:
      return g_strdup (value->text);
    case ZP_VALUE_TRUTH:
      return g_strdup (value->truth ? _ ("yes") : _ ("no"));
    case ZP_VALUE_MISSING:
    default:
      return g_strdup ("");
    }
}

/* A figure behind a name: the sign of a percentage stays, an empty one is said to be empty. */
static char *
dress_figure (char *shown, const ZpType *type, gboolean is_text)
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
name_column (const Teller *self, int block, int column)
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
tell_value (const Teller *self, const ZpExpr *expr)
{
  ZpValue value;
  g_autofree char *shown = NULL;

  zp_expr_eval (expr, self->eval, &value);
  shown = zp_value_show (&value, &expr->type, -1);

  return dress_figure (g_steal_pointer (&shown), &expr->type, value.kind == ZP_VALUE_TEXT);
}

static char *
tell_ref (const Teller *self, const ZpExpr *expr)
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
  figure = dress_figure (scope->show (scope, cell), &expr->type, value.kind == ZP_VALUE_TEXT);

  return g_strdup_printf ("%s %s", name, figure);
}

static char *
tell_prior (const Teller *self, const ZpExpr *expr)
{
  const ZpExpr *ref = expr->args[0];
  const Teller names = { .eval = self->eval };
  g_autofree char *inner = tell_ref (&names, ref);
  g_autofree char *name = g_strdup_printf (_ ("last year’s %s"), inner);
  g_autofree char *figure = NULL;
  ZpValue value;

  if (!self->with_figures)
    return g_steal_pointer (&name);

  zp_expr_eval (expr, self->eval, &value);
  figure = dress_figure (zp_value_show (&value, &expr->type, expr->type.places), &expr->type,
                         value.kind == ZP_VALUE_TEXT);

  return g_strdup_printf ("%s %s", name, figure);
}

static char *
tell_operator (const Teller *self, const ZpExpr *expr, const Operator *operator)
{
  Strength right_side = operator->strength + (operator->regroups ? 0 : 1);
  g_autofree char *left = tell (self, expr->args[0], operator->strength);
  g_autofree char *right = tell (self, expr->args[1], right_side);

  return g_strdup_printf ("%s %s %s", left, operator->sign, right);
}

static char *
tell_list (const Teller *self, const ZpExpr *expr)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < expr->n_args; i++)
    {
      g_autofree char *arg = tell (self, expr->args[i], STRENGTH_OR);

      g_string_append_printf (list, "%s%s", i > 0 ? _ (", ") : "", arg);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
tell_if (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *condition = tell (self, expr->args[0], STRENGTH_OR);
  g_autofree char *then = tell (self, expr->args[1], STRENGTH_OR);
  g_autofree char *otherwise = NULL;

  if (expr->n_args < 3)
    return g_strdup_printf (_ ("%1$s where %2$s"), then, condition);

  otherwise = tell (self, expr->args[2], STRENGTH_PHRASE);

  return g_strdup_printf (_ ("%1$s where %2$s, otherwise %3$s"), then, condition, otherwise);
}

/* Functions of one operand, which stands in brackets unless it is a single name. */
static char *
tell_single (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *arg = tell (self, expr->args[0], STRENGTH_ATOM);

  switch ((int) expr->function)
    {
    case ZP_FUNCTION_ABS:
      return g_strdup_printf (_ ("the absolute value of %s"), arg);
    case ZP_FUNCTION_FLOOR:
      return g_strdup_printf (_ ("the whole part of %s"), arg);
    case ZP_FUNCTION_EMPTY:
      return g_strdup_printf (_ ("%s is empty"), arg);
    default:
      return g_strdup_printf (_ ("the year of %s"), arg);
    }
}

static char *
tell_call (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *list = tell_list (self, expr);

  switch ((int) expr->function)
    {
    case ZP_FUNCTION_MIN:
      return g_strdup_printf (_ ("the smallest of %s"), list);
    case ZP_FUNCTION_MAX:
      return g_strdup_printf (_ ("the greatest of %s"), list);
    case ZP_FUNCTION_COALESCE:
      return g_strdup_printf (_ ("the first that is there of %s"), list);
    case ZP_FUNCTION_ROUND:
      return g_strdup_printf (_ ("rounded to places: %s"), list);
    case ZP_FUNCTION_DATE:
      return g_strdup_printf (_ ("the date of year, month, day: %s"), list);
    case ZP_FUNCTION_IF:
      return tell_if (self, expr);
    case ZP_FUNCTION_RATIO:
      return tell_operator (self, expr, &ratio_operator);
    case ZP_FUNCTION_PRIOR:
      return tell_prior (self, expr);
    default:
      return tell_single (self, expr);
    }
}

static char *
tell_all_rows (ZpFunction function, const char *inside, const char *block)
{
  switch ((int) function)
    {
    case ZP_FUNCTION_MIN:
      return g_strdup_printf (_ ("the smallest %1$s in all rows of %2$s"), inside, block);
    case ZP_FUNCTION_MAX:
      return g_strdup_printf (_ ("the greatest %1$s in all rows of %2$s"), inside, block);
    case ZP_FUNCTION_ONE:
      return g_strdup_printf (_ ("%1$s in the only row of %2$s"), inside, block);
    case ZP_FUNCTION_COUNT:
      return g_strdup_printf (_ ("the number of rows of %2$s with a %1$s"), inside, block);
    default:
      return g_strdup_printf (_ ("the sum of %1$s in all rows of %2$s"), inside, block);
    }
}

static char *
tell_some_rows (ZpFunction function, const char *inside, const char *block, const char *where)
{
  switch ((int) function)
    {
    case ZP_FUNCTION_MIN:
      return g_strdup_printf (_ ("the smallest %1$s in the rows of %2$s where %3$s"), inside, block,
                              where);
    case ZP_FUNCTION_MAX:
      return g_strdup_printf (_ ("the greatest %1$s in the rows of %2$s where %3$s"), inside, block,
                              where);
    case ZP_FUNCTION_ONE:
      return g_strdup_printf (_ ("%1$s in the row of %2$s where %3$s"), inside, block, where);
    case ZP_FUNCTION_COUNT:
      return g_strdup_printf (_ ("the number of rows of %2$s with a %1$s where %3$s"), inside,
                              block, where);
    default:
      return g_strdup_printf (_ ("the sum of %1$s in the rows of %2$s where %3$s"), inside, block,
                              where);
    }
}

static char *
tell_count (const char *block, const char *where)
{
  if (where == NULL)
    return g_strdup_printf (_ ("the number of rows of %s"), block);

  return g_strdup_printf (_ ("the number of rows of %1$s where %2$s"), block, where);
}

static char *
name_aggregate (const Teller *self, const ZpExpr *expr)
{
  const ZpScope *scope = self->eval->scope;
  const ZpExpr *condition = zp_expr_arg (expr, 1);
  g_autofree char *block =
    scope->name (scope, zp_cell (expr->block, ZP_ROW_EVERY, ZP_COLUMN_LABEL));
  g_autofree char *where = condition != NULL ? tell (self, condition, STRENGTH_OR) : NULL;
  g_autofree char *inside = NULL;

  if (expr->args[0] == NULL)
    return tell_count (block, where);

  inside = tell (self, expr->args[0], STRENGTH_SUM);
  if (where == NULL)
    return tell_all_rows (expr->function, inside, block);

  return tell_some_rows (expr->function, inside, block, where);
}

static guint
count_visited (const ZpExpr *expr, ZpEval *eval)
{
  ZpVisit visit;
  guint n = 0;

  zp_visit_begin (&visit, expr, eval);
  while (zp_visit_next (&visit, eval))
    n++;
  zp_visit_end (&visit, eval);

  return n;
}

static char *
tell_aggregate (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *name = name_aggregate (self, expr);
  g_autofree char *figure = NULL;
  guint n_rows;
  ZpValue value;

  if (!self->with_figures)
    return g_steal_pointer (&name);

  zp_expr_eval (expr, self->eval, &value);
  figure = dress_figure (zp_value_show (&value, &expr->type, expr->type.places), &expr->type,
                         value.kind == ZP_VALUE_TEXT);
  if (expr->function == ZP_FUNCTION_COUNT || expr->function == ZP_FUNCTION_ONE)
    return g_strdup_printf ("%s %s", name, figure);

  n_rows = count_visited (expr, self->eval);

  return g_strdup_printf (ngettext ("%1$s %2$s (%3$u row)", "%1$s %2$s (%3$u rows)", n_rows), name,
                          figure, n_rows);
}

static char *
tell_logic (const Teller *self, const ZpExpr *expr, Strength strength)
{
  g_autofree char *left = tell (self, expr->args[0], strength);
  g_autofree char *right = tell (self, expr->args[1], strength);

  if (expr->kind == ZP_EXPR_OR)
    return g_strdup_printf (_ ("%1$s or %2$s"), left, right);

  return g_strdup_printf (_ ("%1$s and %2$s"), left, right);
}

static char *
tell_not (const Teller *self, const ZpExpr *expr)
{
  const ZpExpr *inside = expr->args[0];
  gboolean is_empty = inside->kind == ZP_EXPR_CALL && inside->function == ZP_FUNCTION_EMPTY;
  g_autofree char *text =
    tell (self, is_empty ? inside->args[0] : inside, is_empty ? STRENGTH_ATOM : STRENGTH_COMPARE);

  return is_empty ? g_strdup_printf (_ ("%s is filled in"), text)
                  : g_strdup_printf (_ ("not %s"), text);
}

static char *
tell_negate (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *inside = tell (self, expr->args[0], STRENGTH_NEGATE + 1);

  return g_strconcat ("−", inside, NULL);
}

static char *
tell_band (const Teller *self, const ZpExpr *expr)
{
  g_autofree char *figure = tell (self, expr->args[0], STRENGTH_ATOM);

  return g_strdup_printf (_ ("the %2$s for %1$s"), figure, expr->scale->label);
}

static Strength
find_strength (const ZpExpr *expr)
{
  switch (expr->kind)
    {
    case ZP_EXPR_NUMBER:
    case ZP_EXPR_TEXT:
    case ZP_EXPR_REF:
    case ZP_EXPR_AGGREGATE:
      return STRENGTH_ATOM;
    case ZP_EXPR_NOT:
      return STRENGTH_NOT;
    case ZP_EXPR_NEGATE:
      return STRENGTH_NEGATE;
    case ZP_EXPR_OR:
      return STRENGTH_OR;
    case ZP_EXPR_AND:
      return STRENGTH_AND;
    case ZP_EXPR_CALL:
      if (expr->function == ZP_FUNCTION_RATIO)
        return STRENGTH_PRODUCT;
      if (expr->function == ZP_FUNCTION_PRIOR)
        return STRENGTH_ATOM;
      return expr->function == ZP_FUNCTION_EMPTY ? STRENGTH_COMPARE : STRENGTH_PHRASE;
    case ZP_EXPR_BAND:
      return STRENGTH_PHRASE;
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
tell_bare (const Teller *self, const ZpExpr *expr)
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
      return tell_aggregate (self, expr);
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
      return tell_call (self, expr);
    default:
      return tell_operator (self, expr, &operators[expr->kind]);
    }
}

static char *
tell (const Teller *self, const ZpExpr *expr, Strength around)
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
  const Teller teller = { .eval = eval, .with_figures = TRUE };

  g_return_val_if_fail (self != NULL && eval != NULL, NULL);

  return tell (&teller, self, STRENGTH_PHRASE);
}

/**
 * zp_expr_words: as zp_expr_explain(), with the names alone: to name a side of a check.
 */
char *
zp_expr_words (const ZpExpr *self, ZpEval *eval)
{
  const Teller teller = { .eval = eval };

  g_return_val_if_fail (self != NULL && eval != NULL, NULL);

  return tell (&teller, self, STRENGTH_PHRASE);
}
