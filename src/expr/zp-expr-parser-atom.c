/* SPDX-License-Identifier: GPL-3.0-or-later
 * The smallest parts of a formula: figures, texts, names, calls, parentheses. */
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-parser-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One level of parentheses deeper; left again by the caller, unless it gives up. */
static gboolean
enter (ZpParser *self, GError **error)
{
  if (self->depth < ZP_EXPR_MAX_DEPTH)
    {
      self->depth++;
      return zp_parser_advance (self, error);
    }

  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_LIMIT,
               _ ("character %u: more than %d levels of parentheses; split the formula"),
               self->token.column, ZP_EXPR_MAX_DEPTH);

  return FALSE;
}

/* The closing parenthesis of that level. */
static gboolean
leave (ZpParser *self, const char *expected, GError **error)
{
  self->depth--;

  return zp_parser_expect (self, ZP_TOKEN_CLOSE, expected, error);
}

static ZpUnit
suffix_unit (const char *suffix)
{
  ZpUnit unit = zp_unit_number ("");

  if (strcmp (suffix, "%") == 0)
    return zp_unit_percent ();
  if (*suffix != '\0' && !zp_unit_money (suffix, &unit))
    g_assert_not_reached ();

  return unit;
}

static ZpType
number_type (ZpUnit unit, ZpDecimal figure, gboolean has_suffix, int places)
{
  return (ZpType){
    .sort = unit.kind == ZP_UNIT_MONEY ? ZP_SORT_MONEY : ZP_SORT_NUMBER,
    .any = figure.millionths == 0 && !has_suffix,
    .unit = unit,
    .places = places,
    .exact = TRUE,
  };
}

static ZpExpr *
parse_number (ZpParser *self, GError **error)
{
  g_autoptr (ZpExpr) node = zp_expr_new (ZP_EXPR_NUMBER, self->token.column);
  g_autofree char *text = g_strndup (self->token.start, self->token.length);
  const char *suffix = text + strspn (text, "0123456789.");
  g_autofree char *digits = g_strndup (text, (gsize) (suffix - text));
  const char *point = strchr (digits, '.');
  g_autoptr (GError) reason = NULL;
  ZpDecimal figure;
  ZpUnit unit = suffix_unit (suffix);

  if (!zp_decimal_parse (digits, &figure, &reason))
    return zp_parser_fail (self, ZP_EXPR_ERROR_SYNTAX, error, reason->message);

  node->number = zp_unit_to_base (unit, figure);
  node->type =
    number_type (unit, figure, *suffix != '\0', point == NULL ? 0 : (int) strlen (point + 1));

  return zp_parser_advance (self, error) ? g_steal_pointer (&node) : NULL;
}

static ZpExpr *
parse_text (ZpParser *self, GError **error)
{
  g_autoptr (ZpExpr) node = zp_expr_new (ZP_EXPR_TEXT, self->token.column);

  node->text = g_strndup (self->token.start, self->token.length);

  return zp_parser_advance (self, error) ? g_steal_pointer (&node) : NULL;
}

static ZpExpr *
parse_parentheses (ZpParser *self, GError **error)
{
  g_autoptr (ZpExpr) node = NULL;

  if (!enter (self, error))
    return NULL;

  node = zp_parser_read_or (self, error);
  if (node == NULL || !leave (self, "“)”", error))
    return NULL;

  return g_steal_pointer (&node);
}

static gboolean
parse_list (ZpParser *self, ZpExpr *call, GError **error)
{
  if (self->token.kind == ZP_TOKEN_CLOSE)
    return TRUE;

  for (;;)
    {
      ZpExpr *arg = zp_parser_read_or (self, error);

      if (arg == NULL)
        return FALSE;

      zp_expr_take_arg (call, arg);
      if (self->token.kind != ZP_TOKEN_COMMA)
        return TRUE;
      if (!zp_parser_advance (self, error))
        return FALSE;
    }
}

static gboolean
parse_where (ZpParser *self, ZpExpr *call, const ZpFunctionInfo *info, GError **error)
{
  ZpExpr *where;

  if (!info->is_aggregate || call->n_args != 1)
    {
      zp_parser_fail (self, ZP_EXPR_ERROR_SYNTAX, error,
                      _ ("“where” stands behind the one value of sum, min, max, one or count"));
      return FALSE;
    }
  if (!zp_parser_advance (self, error))
    return FALSE;

  where = zp_parser_read_or (self, error);
  if (where != NULL)
    zp_expr_take_arg (call, where);

  return where != NULL;
}

static ZpExpr *
fail_arity (const ZpExpr *call, const ZpFunctionInfo *info, GError **error)
{
  g_autofree char *count = NULL;

  if (info->max_args < 0)
    count = g_strdup_printf (_ ("at least %d"), info->min_args);
  else if (info->min_args == info->max_args)
    count = g_strdup_printf ("%d", info->min_args);
  else
    count = g_strdup_printf (_ ("%d to %d"), info->min_args, info->max_args);

  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX,
               _ ("character %u: wrong number of values for %s(): %u, expected %s"), call->column,
               info->name, call->n_args, count);

  return NULL;
}

/* min(x) runs over rows, min(x, y) does not: settled here, when the arguments are known. */
static void
settle_aggregate (ZpExpr *call, const ZpFunctionInfo *info, guint n_values)
{
  if (!info->is_aggregate || n_values != 1)
    return;

  call->kind = ZP_EXPR_AGGREGATE;
  if (call->n_args == 1)
    zp_expr_take_arg (call, NULL);
}

static ZpExpr *
parse_call (ZpParser *self, ZpExpr *node, ZpFunction function, GError **error)
{
  g_autoptr (ZpExpr) call = node;
  const ZpFunctionInfo *info = zp_function_get_info (function);
  guint n_values;

  call->kind = ZP_EXPR_CALL;
  call->function = function;
  if (!parse_list (self, call, error))
    return NULL;

  n_values = call->n_args;
  if ((int) n_values < info->min_args || (info->max_args >= 0 && (int) n_values > info->max_args))
    return fail_arity (call, info, error);
  if (self->token.kind == ZP_TOKEN_WHERE && !parse_where (self, call, info, error))
    return NULL;
  if (!leave (self, _ ("“,” or “)”"), error))
    return NULL;

  settle_aggregate (call, info, n_values);

  return g_steal_pointer (&call);
}

static ZpExpr *
parse_band (ZpParser *self, ZpExpr *node, GError **error)
{
  g_autoptr (ZpExpr) band = node;
  ZpExpr *figure = zp_parser_read_or (self, error);

  if (figure == NULL)
    return NULL;

  band->kind = ZP_EXPR_BAND;
  zp_expr_take_arg (band, figure);
  if (!zp_parser_expect (self, ZP_TOKEN_COMMA, _ ("“,” and the name of a scale"), error))
    return NULL;
  if (self->token.kind != ZP_TOKEN_NAME || memchr (self->token.start, '.', self->token.length) ||
      *self->token.start == '@')
    {
      zp_parser_fail_expected (self, _ ("the name of a scale"), error);
      return NULL;
    }

  band->text = g_strndup (self->token.start, self->token.length);
  if (!zp_parser_advance (self, error) || !leave (self, "“)”", error))
    return NULL;

  return g_steal_pointer (&band);
}

static ZpExpr *
fail_function (const ZpExpr *node, const char *name, GError **error)
{
  const char *near = zp_function_nearest (name);

  if (near != NULL)
    g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_NAME,
                 _ ("character %u: no function “%s”; did you mean “%s”?"), node->column, name,
                 near);
  else
    g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_NAME, _ ("character %u: no function “%s”"),
                 node->column, name);

  return NULL;
}

static ZpExpr *
parse_function (ZpParser *self, ZpExpr *node, const char *name, GError **error)
{
  g_autoptr (ZpExpr) call = node;
  ZpFunction function;

  if (!enter (self, error))
    return NULL;
  if (strcmp (name, "band") == 0)
    return parse_band (self, g_steal_pointer (&call), error);
  if (!zp_function_find (name, &function))
    return fail_function (call, name, error);

  return parse_call (self, g_steal_pointer (&call), function, error);
}

static guint
count_links (const char *name)
{
  guint n = 1;

  for (const char *at = name; *at != '\0'; at++)
    n += *at == '.' ? 1 : 0;

  return n;
}

static ZpExpr *
parse_name (ZpParser *self, GError **error)
{
  g_autoptr (ZpExpr) node = zp_expr_new (ZP_EXPR_REF, self->token.column);
  g_autofree char *name = g_strndup (self->token.start, self->token.length);
  guint n_links = count_links (name);

  if (*name == '@' && n_links > 2)
    return zp_parser_fail (self, ZP_EXPR_ERROR_SYNTAX, error,
                           _ ("behind @ stands a column, or a block and a column"));
  if (n_links > 3)
    return zp_parser_fail (self, ZP_EXPR_ERROR_SYNTAX, error, _ ("a name has at most three parts"));
  if (!zp_parser_advance (self, error))
    return NULL;
  if (self->token.kind == ZP_TOKEN_OPEN && *name != '@' && n_links == 1)
    return parse_function (self, g_steal_pointer (&node), name, error);

  node->text = g_steal_pointer (&name);

  return g_steal_pointer (&node);
}

/**
 * zp_parser_read_atom: a figure, text, name, call, or anything in parentheses.
 */
ZpExpr *
zp_parser_read_atom (ZpParser *self, GError **error)
{
  switch ((int) self->token.kind)
    {
    case ZP_TOKEN_NUMBER:
      return parse_number (self, error);
    case ZP_TOKEN_TEXT:
      return parse_text (self, error);
    case ZP_TOKEN_NAME:
      return parse_name (self, error);
    case ZP_TOKEN_OPEN:
      return parse_parentheses (self, error);
    default:
      zp_parser_fail_expected (self, _ ("a figure, a text, a name or “(”"), error);
      return NULL;
    }
}
