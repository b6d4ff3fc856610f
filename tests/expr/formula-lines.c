/* SPDX-License-Identifier: GPL-3.0-or-later
 * Evaluates formulas line by line, for formula_oracle.py to compare with its own reckoning.
 *
 * Lines in, parted by tabs: "new"; "set", id, figure; "prior", id, figure; "eval", row of the grid
 * budget, row of the table projects, formula. Each eval gives one line: the value, its bounds, and
 * the cells it rests on. */
#include "expr-fixture.h"

#include <stdio.h>
#include <string.h>

static char *
wide_to_string (ZpWide number)
{
  GString *digits = g_string_new (NULL);
  gboolean is_negative = number < 0;

  do
    {
      int digit = (int) (number % 10);

      g_string_prepend_c (digits, (char) ('0' + ABS (digit)));
      number /= 10;
    }
  while (number != 0);

  if (is_negative)
    g_string_prepend_c (digits, '-');

  return g_string_free (digits, FALSE);
}

static char *
rational_to_string (ZpRational number)
{
  g_autofree char *num = wide_to_string (number.num);
  g_autofree char *den = wide_to_string (number.den);

  return g_strconcat (num, "/", den, NULL);
}

static char *
number_to_string (ZpRational number)
{
  g_autofree char *exact = rational_to_string (number);
  g_autofree char *rounded = NULL;
  ZpDecimal decimal;

  if (zp_rational_to_decimal (number, ZP_DECIMAL_PLACES, &decimal))
    rounded = zp_decimal_to_string (decimal, ZP_DECIMAL_PLACES);

  return g_strdup_printf ("number %s %s", exact, rounded != NULL ? rounded : "range");
}

static char *
value_to_string (const ZpValue *value, const ZpEval *eval)
{
  switch (value->kind)
    {
    case ZP_VALUE_NUMBER:
      return number_to_string (value->number);
    case ZP_VALUE_TEXT:
      return g_strconcat ("text ", value->text, NULL);
    case ZP_VALUE_TRUTH:
      return g_strdup (value->truth ? "true" : "false");
    case ZP_VALUE_MISSING:
    default:
      return g_strdup (eval->overflow ? "overflow" : "missing");
    }
}

static char *
bounds_to_string (const ZpExpr *expr, ZpEval *eval)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  ZpInterval bounds;

  if (!zp_expr_bounds (expr, eval, &bounds))
    return g_strdup ("none");

  low = rational_to_string (bounds.low);
  high = rational_to_string (bounds.high);

  return g_strconcat (low, " ", high, NULL);
}

typedef struct
{
  const ExprFixture *fixture;
  GString *cells;
} CellList;

static void
list_cell_cb (ZpCell cell, gpointer user_data)
{
  CellList *list = user_data;
  g_autofree char *id = expr_fixture_cell_id (list->fixture, cell);

  g_string_append (list->cells, id);
  g_string_append_c (list->cells, ' ');
}

static void
print_formula (ExprFixture *fixture, const ZpExpr *expr, int grid_row, int table_row)
{
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));
  ZpEval indexed;
  CellList list = { .fixture = fixture, .cells = g_string_new (NULL) };
  g_autofree char *value_text = NULL;
  g_autofree char *indexed_text = NULL;
  g_autofree char *bounds_text = NULL;
  ZpValue value;

  zp_eval_push_row (&eval, FIXTURE_BUDGET, grid_row, grid_row + 1);
  zp_eval_push_row (&eval, FIXTURE_PROJECTS, table_row, table_row + 1);
  indexed = eval;

  expr_fixture_use_index (fixture, FALSE);
  zp_expr_eval (expr, &eval, &value);
  value_text = value_to_string (&value, &eval);
  bounds_text = bounds_to_string (expr, &eval);
  zp_expr_foreach_cell (expr, &eval, list_cell_cb, &list);

  expr_fixture_use_index (fixture, TRUE);
  zp_expr_eval (expr, &indexed, &value);
  indexed_text = value_to_string (&value, &indexed);
  g_assert_cmpstr (indexed_text, ==, value_text);

  printf ("%s\t%s\t%s\n", value_text, bounds_text, list.cells->str);
  g_string_free (list.cells, TRUE);
}

static void
run_formula (ExprFixture *fixture, const char *grid_row, const char *table_row, const char *formula)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpExpr) expr = NULL;

  context.blocks[context.n_blocks++] = FIXTURE_BUDGET;
  context.blocks[context.n_blocks++] = FIXTURE_PROJECTS;
  context.allow_prior = TRUE;
  expr = expr_fixture_bind (fixture, formula, &context, &error);
  if (expr == NULL)
    printf ("error %d\t%s\t\n", error->code, error->message);
  else
    print_formula (fixture, expr, atoi (grid_row), atoi (table_row));
}

int
main (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  char line[8192];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (g_strchomp (line), "\t", 4);

      if (strcmp (parts[0], "new") == 0)
        {
          expr_fixture_free (fixture);
          fixture = expr_fixture_new ();
        }
      else if (strcmp (parts[0], "set") == 0)
        expr_fixture_set (fixture, parts[1], parts[2]);
      else if (strcmp (parts[0], "prior") == 0)
        expr_fixture_set_prior (fixture, parts[1], parts[2]);
      else
        run_formula (fixture, parts[1], parts[2], parts[3]);
    }

  return 0;
}
