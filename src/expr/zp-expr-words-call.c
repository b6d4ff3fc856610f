/* SPDX-License-Identifier: GPL-3.0-or-later
 * Functions and aggregates in words. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-words-private.h"

#include <glib/gi18n-lib.h>

static char *
tell_list (const ZpTeller *self, const ZpExpr *expr)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < expr->n_args; i++)
    {
      g_autofree char *arg = zp_teller_tell (self, expr->args[i], ZP_STRENGTH_OR);

      g_string_append_printf (list, "%s%s", i > 0 ? _ (", ") : "", arg);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
tell_if (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *condition = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_OR);
  g_autofree char *then = zp_teller_tell (self, expr->args[1], ZP_STRENGTH_OR);
  g_autofree char *otherwise = NULL;

  if (expr->n_args < 3)
    return g_strdup_printf (_ ("%1$s where %2$s"), then, condition);

  otherwise = zp_teller_tell (self, expr->args[2], ZP_STRENGTH_PHRASE);

  return g_strdup_printf (_ ("%1$s where %2$s, otherwise %3$s"), then, condition, otherwise);
}

static char *
tell_round (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *figure = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_SUM);
  g_autofree char *places = zp_teller_tell (self, expr->args[1], ZP_STRENGTH_SUM);

  return g_strdup_printf (_ ("%1$s, rounded (decimal places: %2$s)"), figure, places);
}

/* Functions of one operand, which stands in brackets unless it is a single name. */
static char *
tell_single (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *arg = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_ATOM);

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

/* Functions whose operands stand in a row behind them. */
static char *
tell_listing (ZpFunction function, const char *list)
{
  switch ((int) function)
    {
    case ZP_FUNCTION_MIN:
      return g_strdup_printf (_ ("the smallest of %s"), list);
    case ZP_FUNCTION_MAX:
      return g_strdup_printf (_ ("the greatest of %s"), list);
    case ZP_FUNCTION_COALESCE:
      return g_strdup_printf (_ ("the first that is there of %s"), list);
    default:
      return g_strdup_printf (_ ("the date of year, month, day: %s"), list);
    }
}

static gboolean
takes_list (ZpFunction function)
{
  return function == ZP_FUNCTION_MIN || function == ZP_FUNCTION_MAX ||
         function == ZP_FUNCTION_COALESCE || function == ZP_FUNCTION_DATE;
}

/**
 * zp_teller_tell_call: a call in words, but for ratio and prior, which read like an operator and a
 * name.
 */
char *
zp_teller_tell_call (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *list = NULL;

  if (expr->function == ZP_FUNCTION_IF)
    return tell_if (self, expr);
  if (expr->function == ZP_FUNCTION_ROUND)
    return tell_round (self, expr);
  if (!takes_list (expr->function))
    return tell_single (self, expr);

  list = tell_list (self, expr);

  return tell_listing (expr->function, list);
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
name_aggregate (const ZpTeller *self, const ZpExpr *expr)
{
  const ZpScope *scope = self->eval->scope;
  const ZpExpr *condition = zp_expr_arg (expr, 1);
  g_autofree char *block =
    scope->name (scope, zp_cell (expr->block, ZP_ROW_EVERY, ZP_COLUMN_LABEL));
  g_autofree char *where =
    condition != NULL ? zp_teller_tell (self, condition, ZP_STRENGTH_OR) : NULL;
  g_autofree char *inside = NULL;

  if (expr->args[0] == NULL)
    return tell_count (block, where);

  inside = zp_teller_tell (self, expr->args[0], ZP_STRENGTH_SUM);
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

/**
 * zp_teller_tell_aggregate: an aggregate in words; with figures its own value and the number of
 * rows it took.
 */
char *
zp_teller_tell_aggregate (const ZpTeller *self, const ZpExpr *expr)
{
  g_autofree char *name = name_aggregate (self, expr);
  g_autofree char *figure = NULL;
  guint n_rows;
  ZpValue value;

  if (!self->with_figures)
    return g_steal_pointer (&name);

  zp_expr_eval (expr, self->eval, &value);
  figure = zp_teller_dress (zp_value_show (&value, &expr->type, expr->type.places), &expr->type,
                            value.kind == ZP_VALUE_TEXT);
  if (expr->function == ZP_FUNCTION_COUNT || expr->function == ZP_FUNCTION_ONE)
    return g_strdup_printf ("%s %s", name, figure);

  n_rows = count_visited (expr, self->eval);

  return g_strdup_printf (ngettext ("%1$s %2$s (%3$u row)", "%1$s %2$s (%3$u rows)", n_rows), name,
                          figure, n_rows);
}
