/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the text of a formula to its tree: one function per rule of the grammar. */
#include "expr/zp-expr-parser-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>

typedef ZpExpr *(*ParseFunc) (ZpParser *self, GError **error);

typedef struct
{
  ZpTokenKind token;
  ZpExprKind kind;
} Operator;

/* clang-format off */
static const Operator comparisons[] = {
  { ZP_TOKEN_EQUAL, ZP_EXPR_EQUAL }, { ZP_TOKEN_NOT_EQUAL, ZP_EXPR_NOT_EQUAL },
  { ZP_TOKEN_LESS, ZP_EXPR_LESS }, { ZP_TOKEN_AT_MOST, ZP_EXPR_AT_MOST },
  { ZP_TOKEN_GREATER, ZP_EXPR_GREATER }, { ZP_TOKEN_AT_LEAST, ZP_EXPR_AT_LEAST },
  { ZP_TOKEN_END, 0 },
};
static const Operator sums[] = {
  { ZP_TOKEN_PLUS, ZP_EXPR_ADD }, { ZP_TOKEN_MINUS, ZP_EXPR_SUBTRACT }, { ZP_TOKEN_END, 0 },
};
static const Operator products[] = {
  { ZP_TOKEN_TIMES, ZP_EXPR_MULTIPLY }, { ZP_TOKEN_OVER, ZP_EXPR_DIVIDE }, { ZP_TOKEN_END, 0 },
};
static const Operator conjunctions[] = { { ZP_TOKEN_AND, ZP_EXPR_AND }, { ZP_TOKEN_END, 0 } };
static const Operator disjunctions[] = { { ZP_TOKEN_OR, ZP_EXPR_OR }, { ZP_TOKEN_END, 0 } };
/* clang-format on */

/**
 * zp_parser_advance: uses up the token and looks at the next one.
 */
gboolean
zp_parser_advance (ZpParser *self, GError **error)
{
  return zp_lexer_next (&self->lexer, &self->token, error);
}

/**
 * zp_parser_fail: sets an error about the token not yet used up. Returns %NULL.
 */
ZpExpr *
zp_parser_fail (const ZpParser *self, ZpExprError code, GError **error, const char *message)
{
  g_set_error (error, ZP_EXPR_ERROR, code, _ ("character %u: %s"), self->token.column, message);

  return NULL;
}

/**
 * zp_parser_fail_expected: says what should stand there, and what does.
 */
void
zp_parser_fail_expected (const ZpParser *self, const char *expected, GError **error)
{
  g_autofree char *found = zp_token_describe (&self->token);

  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX,
               _ ("character %u: %s is expected, found %s"), self->token.column, expected, found);
}

/**
 * zp_parser_expect: uses up a token of one kind; anything else is an error that says @expected.
 */
gboolean
zp_parser_expect (ZpParser *self, ZpTokenKind kind, const char *expected, GError **error)
{
  if (self->token.kind == kind)
    return zp_parser_advance (self, error);

  zp_parser_fail_expected (self, expected, error);

  return FALSE;
}

static const Operator *
find_operator (const Operator *operators, ZpTokenKind token)
{
  for (const Operator *at = operators; at->token != ZP_TOKEN_END; at++)
    if (at->token == token)
      return at;

  return NULL;
}

/* a op b op c, from the left. */
static ZpExpr *
parse_chain (ZpParser *self, const Operator *operators, ParseFunc parse, GError **error)
{
  g_autoptr (ZpExpr) left = parse (self, error);
  const Operator *at;

  while (left != NULL && (at = find_operator (operators, self->token.kind)) != NULL)
    {
      g_autoptr (ZpExpr) node = zp_expr_new (at->kind, self->token.column);
      ZpExpr *right = zp_parser_advance (self, error) ? parse (self, error) : NULL;

      if (right == NULL)
        return NULL;

      zp_expr_take_arg (node, g_steal_pointer (&left));
      zp_expr_take_arg (node, right);
      left = g_steal_pointer (&node);
    }

  return g_steal_pointer (&left);
}

static ZpExpr *
parse_prefix (ZpParser *self, ZpExprKind kind, ParseFunc parse, GError **error)
{
  g_autoptr (ZpExpr) node = zp_expr_new (kind, self->token.column);
  ZpExpr *arg = zp_parser_advance (self, error) ? parse (self, error) : NULL;

  if (arg == NULL)
    return NULL;

  zp_expr_take_arg (node, arg);

  return g_steal_pointer (&node);
}

static ZpExpr *
parse_unary (ZpParser *self, GError **error)
{
  if (self->token.kind == ZP_TOKEN_MINUS)
    return parse_prefix (self, ZP_EXPR_NEGATE, zp_parser_read_atom, error);

  return zp_parser_read_atom (self, error);
}

static ZpExpr *
parse_product (ZpParser *self, GError **error)
{
  return parse_chain (self, products, parse_unary, error);
}

static ZpExpr *
parse_sum (ZpParser *self, GError **error)
{
  return parse_chain (self, sums, parse_product, error);
}

static ZpExpr *
parse_compare (ZpParser *self, GError **error)
{
  g_autoptr (ZpExpr) left = parse_sum (self, error);
  const Operator *at = find_operator (comparisons, self->token.kind);
  g_autoptr (ZpExpr) node = NULL;
  ZpExpr *right;

  if (left == NULL || at == NULL)
    return g_steal_pointer (&left);

  node = zp_expr_new (at->kind, self->token.column);
  right = zp_parser_advance (self, error) ? parse_sum (self, error) : NULL;
  if (right == NULL)
    return NULL;

  zp_expr_take_arg (node, g_steal_pointer (&left));
  zp_expr_take_arg (node, right);
  if (find_operator (comparisons, self->token.kind) != NULL)
    return zp_parser_fail (
      self, ZP_EXPR_ERROR_SYNTAX, error,
      _ ("only two values are compared at a time; join comparisons with “and”"));

  return g_steal_pointer (&node);
}

static ZpExpr *
parse_not (ZpParser *self, GError **error)
{
  if (self->token.kind == ZP_TOKEN_NOT)
    return parse_prefix (self, ZP_EXPR_NOT, parse_compare, error);

  return parse_compare (self, error);
}

static ZpExpr *
parse_and (ZpParser *self, GError **error)
{
  return parse_chain (self, conjunctions, parse_not, error);
}

/**
 * zp_parser_read_or: the topmost rule of the grammar.
 */
ZpExpr *
zp_parser_read_or (ZpParser *self, GError **error)
{
  return parse_chain (self, disjunctions, parse_and, error);
}

static gboolean
check_length (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX,
                           _ ("the formula is not UTF-8 text"));
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > ZP_EXPR_MAX_LENGTH)
    {
      g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_LIMIT,
                   _ ("the formula has more than %d characters; split it"), ZP_EXPR_MAX_LENGTH);
      return FALSE;
    }

  return TRUE;
}

/**
 * zp_expr_parse:
 * @text: a formula
 *
 * Reads a formula of at most %ZP_EXPR_MAX_LENGTH characters, with parentheses and calls at most
 * %ZP_EXPR_MAX_DEPTH deep. A chain of operators makes a tree that leans to the left, so no walk
 * over a tree goes deeper than there are operators in that many characters.
 *
 * Returns: (transfer full): the tree, not yet bound; %NULL with %ZP_EXPR_ERROR_SYNTAX,
 *   %ZP_EXPR_ERROR_LIMIT or, for a function that does not exist, %ZP_EXPR_ERROR_NAME
 */
ZpExpr *
zp_expr_parse (const char *text, GError **error)
{
  ZpParser self = { .lexer = { .at = text, .column = 1 } };
  g_autoptr (ZpExpr) expr = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_length (text, error) || !zp_parser_advance (&self, error))
    return NULL;

  expr = zp_parser_read_or (&self, error);
  if (expr == NULL || !zp_parser_expect (&self, ZP_TOKEN_END, _ ("an operator"), error))
    return NULL;

  return g_steal_pointer (&expr);
}
