/* SPDX-License-Identifier: GPL-3.0-or-later
 * Formulas read into trees, and what is refused with which words. */
#include "expr/zp-expr.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *formula;
  const char *tree; /* NULL: refused */
  int code;
  const char *message; /* part of it */
} Row;

/* clang-format off */
static const Row rows[] = {
  { "number", "12.5", "12.5", 0, NULL },
  { "percent", "87.98%", "0.8798", 0, NULL },
  { "yuan", "5元", "5", 0, NULL },
  { "ten-thousands", "1.2万元", "12000", 0, NULL },
  { "hundred-millions", "3.65亿元", "365000000", 0, NULL },
  { "text", "'优'", "'优'", 0, NULL },
  { "empty-text", "''", "''", 0, NULL },
  { "text-keeps-signs", "'≥ (a)'", "'≥ (a)'", 0, NULL },
  { "at-column", "@actual", "@actual", 0, NULL },
  { "at-block-column", "@projects.actual", "@projects.actual", 0, NULL },
  { "at-number", "@#", "@#", 0, NULL },
  { "block-number", "problems.#", "problems.#", 0, NULL },
  { "three-links", "budget.total.actual", "budget.total.actual", 0, NULL },
  { "bare-key", "basic", "basic", 0, NULL },
  { "keyword-as-link", "a.or", "a.or", 0, NULL },
  { "product-binds", "1 + 2 * 3", "(+ 1 (* 2 3))", 0, NULL },
  { "from-the-left", "1 - 2 - 3", "(- (- 1 2) 3)", 0, NULL },
  { "quotient-from-the-left", "8 / 4 / 2", "(/ (/ 8 4) 2)", 0, NULL },
  { "parentheses", "(1 + 2) * 3", "(* (+ 1 2) 3)", 0, NULL },
  { "unary-minus", "2 * -3", "(* 2 (neg 3))", 0, NULL },
  { "minus-of-call", "-abs(1)", "(neg (abs 1))", 0, NULL },
  { "logic", "a.b or c.d and not e.f = 1", "(or a.b (and c.d (not (= e.f 1))))", 0, NULL },
  { "comparison-of-sums", "1 + 2 <= 3", "(<= (+ 1 2) 3)", 0, NULL },
  { "no-spaces", "a.b!=c.d", "(!= a.b c.d)", 0, NULL },
  { "call", "if(@a > 1, @b, 2)", "(if (> @a 1) @b 2)", 0, NULL },
  { "band", "band(@rate, ladder)", "(band @rate ladder)", 0, NULL },
  { "min-of-one-is-aggregate", "min(p.a)", "[min p.a]", 0, NULL },
  { "min-of-two-is-call", "min(p.a, 2)", "(min p.a 2)", 0, NULL },
  { "where", "sum(p.a where p.b = @c)", "[sum p.a | (= p.b @c)]", 0, NULL },
  { "where-with-or", "count(p where p.a = 1 or p.b = 2)", "[count p | (or (= p.a 1) (= p.b 2))]", 0, NULL },
  { "aggregate-in-call", "max(0, sum(p.a))", "(max 0 [sum p.a])", 0, NULL },
  { "spaces-everywhere", "  ( 1\t+ 2 )\n", "(+ 1 2)", 0, NULL },

  { "nothing", "", NULL, ZP_EXPR_ERROR_SYNTAX, "found the end of the formula" },
  { "only-spaces", "   ", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: " },
  { "operator-missing", "1 2", NULL, ZP_EXPR_ERROR_SYNTAX, "character 3: an operator is expected, found “2”" },
  { "operand-missing", "1 +", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: a figure, a text, a name or “(” is expected" },
  { "two-minus", "- -1", NULL, ZP_EXPR_ERROR_SYNTAX, "character 3: " },
  { "two-not", "not not a.b", NULL, ZP_EXPR_ERROR_SYNTAX, "character 5: " },
  { "chained-comparison", "1 < 2 < 3", NULL, ZP_EXPR_ERROR_SYNTAX, "character 7: only two values" },
  { "open", "(1 + 2", NULL, ZP_EXPR_ERROR_SYNTAX, "character 7: “)” is expected" },
  { "close", "1)", NULL, ZP_EXPR_ERROR_SYNTAX, "character 2: " },
  { "open-text", "'优", NULL, ZP_EXPR_ERROR_SYNTAX, "character 1: the text that begins here has no closing '" },
  { "columns-count-characters", "'优良' + ?", NULL, ZP_EXPR_ERROR_SYNTAX, "character 8: “?”" },
  { "point-without-digits", "1.", NULL, ZP_EXPR_ERROR_SYNTAX, "character 3: digits are expected" },
  { "two-points", "1.2.3", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: a number may carry" },
  { "other-unit", "5千元", NULL, ZP_EXPR_ERROR_SYNTAX, "character 2: a number may carry" },
  { "seven-places", "0.1234567", NULL, ZP_EXPR_ERROR_SYNTAX, "character 1: " },
  { "too-large", "99999999999999", NULL, ZP_EXPR_ERROR_SYNTAX, "character 1: " },
  { "wrong-at-most", "1 ≤ 2", NULL, ZP_EXPR_ERROR_SYNTAX, "character 3: write <= instead of ≤" },
  { "wrong-unequal", "1 ≠ 2", NULL, ZP_EXPR_ERROR_SYNTAX, "write != instead of ≠" },
  { "wrong-times", "1 × 2", NULL, ZP_EXPR_ERROR_SYNTAX, "write * instead of ×" },
  { "wrong-over", "1 ÷ 2", NULL, ZP_EXPR_ERROR_SYNTAX, "write / instead of ÷" },
  { "wrong-basic", "1 <> 2", NULL, ZP_EXPR_ERROR_SYNTAX, "write != instead of <>" },
  { "wrong-c", "1 == 2", NULL, ZP_EXPR_ERROR_SYNTAX, "write = instead of ==" },
  { "wide-parenthesis", "sum（p.a)", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: write ( instead of （" },
  { "capital", "Sum(p.a)", NULL, ZP_EXPR_ERROR_SYNTAX, "lower-case" },
  { "capital-inside", "p.aB", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: " },
  { "open-name", "budget.", NULL, ZP_EXPR_ERROR_SYNTAX, "character 8: a name goes on" },
  { "digit-link", "budget.1", NULL, ZP_EXPR_ERROR_SYNTAX, "character 8: a name goes on" },
  { "at-alone", "@", NULL, ZP_EXPR_ERROR_SYNTAX, "character 2: a name goes on" },
  { "at-three-links", "@a.b.c", NULL, ZP_EXPR_ERROR_SYNTAX, "behind @" },
  { "four-links", "a.b.c.d", NULL, ZP_EXPR_ERROR_SYNTAX, "at most three parts" },
  { "number-not-last", "a.#.b", NULL, ZP_EXPR_ERROR_SYNTAX, "character 4: " },
  { "unknown-function", "summ(p.a)", NULL, ZP_EXPR_ERROR_NAME, "no function “summ”; did you mean “sum”?" },
  { "far-function", "lookup(p.a)", NULL, ZP_EXPR_ERROR_NAME, "character 1: no function “lookup”" },
  { "few-arguments", "ratio(1)", NULL, ZP_EXPR_ERROR_SYNTAX, "wrong number of values for ratio(): 1, expected 2" },
  { "many-arguments", "sum(1, 2)", NULL, ZP_EXPR_ERROR_SYNTAX, "wrong number of values for sum(): 2, expected 1" },
  { "no-arguments", "min()", NULL, ZP_EXPR_ERROR_SYNTAX, "wrong number of values for min(): 0, expected at least 1" },
  { "if-of-four", "if(1, 2, 3, 4)", NULL, ZP_EXPR_ERROR_SYNTAX, "4, expected 2 to 3" },
  { "where-behind-two", "min(1, 2 where 3)", NULL, ZP_EXPR_ERROR_SYNTAX, "“where” stands behind" },
  { "where-in-plain", "abs(1 where 2)", NULL, ZP_EXPR_ERROR_SYNTAX, "“where” stands behind" },
  { "where-alone", "1 where 2", NULL, ZP_EXPR_ERROR_SYNTAX, "character 3: an operator is expected" },
  { "band-needs-name", "band(1, 2)", NULL, ZP_EXPR_ERROR_SYNTAX, "character 9: the name of a scale is expected" },
  { "band-needs-two", "band(1)", NULL, ZP_EXPR_ERROR_SYNTAX, "character 7: " },
  { "trailing-comma", "min(1, )", NULL, ZP_EXPR_ERROR_SYNTAX, "character 8: " },
  { "semicolon", "1; 2", NULL, ZP_EXPR_ERROR_SYNTAX, "character 2: “;” has no meaning" },
};
/* clang-format on */

static const char *const signs[] = {
  [ZP_EXPR_NOT] = "not",  [ZP_EXPR_NEGATE] = "neg",  [ZP_EXPR_OR] = "or",
  [ZP_EXPR_AND] = "and",  [ZP_EXPR_EQUAL] = "=",     [ZP_EXPR_NOT_EQUAL] = "!=",
  [ZP_EXPR_LESS] = "<",   [ZP_EXPR_AT_MOST] = "<=",  [ZP_EXPR_GREATER] = ">",
  [ZP_EXPR_ADD] = "+",    [ZP_EXPR_AT_LEAST] = ">=", [ZP_EXPR_SUBTRACT] = "-",
  [ZP_EXPR_DIVIDE] = "/", [ZP_EXPR_MULTIPLY] = "*",
};

static const char *const functions[] = {
  "if",    "min",   "max",  "abs",  "round", "floor", "ratio", "coalesce",
  "empty", "prior", "year", "date", "sum",   "one",   "count",
};

static void print_node (const ZpExpr *node, GString *out);

static void
print_args (const ZpExpr *node, const char *separator, GString *out)
{
  for (guint i = 0; i < node->n_args; i++)
    if (node->args[i] != NULL)
      {
        g_string_append (out, i == 0 ? " " : separator);
        print_node (node->args[i], out);
      }
}

static void
print_number (const ZpExpr *node, GString *out)
{
  ZpDecimal decimal;
  g_autofree char *text = NULL;

  g_assert_true (zp_rational_to_decimal (node->number, ZP_DECIMAL_PLACES, &decimal));
  text = zp_decimal_to_string (decimal, zp_decimal_get_places (decimal));
  g_string_append (out, text);
}

static void
print_node (const ZpExpr *node, GString *out)
{
  if (node->kind == ZP_EXPR_NUMBER)
    print_number (node, out);
  else if (node->kind == ZP_EXPR_TEXT)
    g_string_append_printf (out, "'%s'", node->text);
  else if (node->kind == ZP_EXPR_REF)
    g_string_append (out, node->text);
  else if (node->kind == ZP_EXPR_AGGREGATE)
    {
      g_string_append_printf (out, "[%s", functions[node->function]);
      print_args (node, " | ", out);
      g_string_append_c (out, ']');
    }
  else
    {
      g_string_append_printf (out, "(%s",
                              node->kind == ZP_EXPR_BAND   ? "band"
                              : node->kind == ZP_EXPR_CALL ? functions[node->function]
                                                           : signs[node->kind]);
      print_args (node, " ", out);
      if (node->kind == ZP_EXPR_BAND)
        g_string_append_printf (out, " %s", node->text);
      g_string_append_c (out, ')');
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = zp_expr_parse (row->formula, &error);
  g_autoptr (GString) tree = g_string_new (NULL);

  if (row->tree == NULL)
    {
      g_assert_error (error, ZP_EXPR_ERROR, row->code);
      g_assert_null (expr);
      if (strstr (error->message, row->message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, row->message);
      return;
    }

  g_assert_no_error (error);
  print_node (expr, tree);
  g_assert_cmpstr (tree->str, ==, row->tree);
}

static char *
nest (int depth, const char *opening)
{
  GString *formula = g_string_new (NULL);

  for (int i = 0; i < depth; i++)
    g_string_append (formula, opening);
  g_string_append_c (formula, '1');
  for (int i = 0; i < depth; i++)
    g_string_append_c (formula, ')');

  return g_string_free (formula, FALSE);
}

static void
test_depth (gconstpointer data)
{
  const char *opening = data;
  g_autofree char *deepest = nest (ZP_EXPR_MAX_DEPTH, opening);
  g_autofree char *deeper = nest (ZP_EXPR_MAX_DEPTH + 1, opening);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = zp_expr_parse (deepest, &error);

  g_assert_no_error (error);
  g_assert_nonnull (expr);
  g_assert_null (zp_expr_parse (deeper, &error));
  g_assert_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_LIMIT);
}

/* 333 characters of “优” in a text are as many characters as 333 of “x”. */
static void
test_length (void)
{
  g_autoptr (GString) formula = g_string_new ("'");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;

  while (g_utf8_strlen (formula->str, -1) < ZP_EXPR_MAX_LENGTH - 1)
    g_string_append (formula, "优");
  g_string_append_c (formula, '\'');
  expr = zp_expr_parse (formula->str, &error);
  g_assert_no_error (error);

  g_string_append_c (formula, ' ');
  g_assert_null (zp_expr_parse (formula->str, &error));
  g_assert_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_LIMIT);
}

/* As many operators as fit: the tree leans to the left, and is still read, walked and freed. */
static void
test_long_chain (void)
{
  g_autoptr (GString) formula = g_string_new ("1");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;
  ZpEval eval = ZP_EVAL_INIT (NULL);
  ZpValue value;

  while (formula->len + 2 <= ZP_EXPR_MAX_LENGTH)
    g_string_append (formula, "-1");
  expr = zp_expr_parse (formula->str, &error);
  g_assert_no_error (error);

  zp_expr_eval (expr, &eval, &value);
  g_assert_cmpint ((int) (value.number.num / value.number.den), ==,
                   1 - (int) (formula->len - 1) / 2);
}

static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (zp_expr_parse ("'\xff'", &error));
  g_assert_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/expr/parse/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_data_func ("/expr/parse/depth/parentheses", "(", test_depth);
  g_test_add_data_func ("/expr/parse/depth/calls", "abs(", test_depth);
  g_test_add_data_func ("/expr/parse/depth/minus", "-(", test_depth);
  g_test_add_func ("/expr/parse/length", test_length);
  g_test_add_func ("/expr/parse/long-chain", test_long_chain);
  g_test_add_func ("/expr/parse/not-utf8", test_not_utf8);

  return g_test_run ();
}
