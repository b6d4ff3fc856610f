/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which band of a scale a figure falls into. */
#include "expr/zp-scale.h"

#include <string.h>

typedef struct
{
  const char *name;
  ZpBound bound;
  const char *figure;
  const char *expected; /* NULL: nothing holds */
} Row;

/* Bands of the scale under test: bound 10 "a", bound 5 "b". */
/* clang-format off */
static const Row rows[] = {
  { "at-least/above", ZP_BOUND_AT_LEAST, "10.000001", "a" },
  { "at-least/on-the-bound", ZP_BOUND_AT_LEAST, "10", "a" },
  { "at-least/just-below", ZP_BOUND_AT_LEAST, "9.999999", "b" },
  { "at-least/below-all", ZP_BOUND_AT_LEAST, "4.999999", NULL },
  { "greater/above", ZP_BOUND_GREATER, "10.000001", "a" },
  { "greater/on-the-bound", ZP_BOUND_GREATER, "10", "b" },
  { "greater/on-the-last", ZP_BOUND_GREATER, "5", NULL },
  { "less/on-the-bound", ZP_BOUND_LESS, "10", NULL },
  { "less/first-wins", ZP_BOUND_LESS, "1", "a" },
  { "at-most/on-the-bound", ZP_BOUND_AT_MOST, "10", "a" },
  { "at-most/above", ZP_BOUND_AT_MOST, "10.000001", NULL },
  { "negative", ZP_BOUND_AT_LEAST, "-3", NULL },
};
/* clang-format on */

static ZpRational
rational (const char *text)
{
  ZpDecimal decimal;

  g_assert_true (zp_decimal_parse (text, &decimal, NULL));

  return zp_rational_from_decimal (decimal);
}

static ZpScale *
make_scale (ZpBound bound)
{
  ZpScale *scale = zp_scale_new ("grade", "等级");

  zp_scale_add_band (scale, bound, rational ("10"), "a", rational ("0"));
  zp_scale_add_band (scale, bound, rational ("5"), "b", rational ("0"));

  return scale;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpScale) scale = make_scale (row->bound);
  ZpValue value;

  zp_scale_look_up (scale, rational (row->figure), &value);
  if (row->expected == NULL)
    {
      g_assert_cmpint (value.kind, ==, ZP_VALUE_MISSING);
      return;
    }

  g_assert_cmpint (value.kind, ==, ZP_VALUE_TEXT);
  g_assert_cmpstr (value.text, ==, row->expected);
}

static void
test_else (void)
{
  g_autoptr (ZpScale) scale = make_scale (ZP_BOUND_AT_LEAST);
  ZpValue value;

  zp_scale_add_band (scale, ZP_BOUND_ELSE, rational ("0"), "c", rational ("0"));
  zp_scale_look_up (scale, rational ("-1000"), &value);
  g_assert_cmpstr (value.text, ==, "c");
}

static void
test_number_result (void)
{
  g_autoptr (ZpScale) scale = zp_scale_new ("ladder", "比例");
  ZpValue value;
  int order;

  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST, rational ("0.95"), NULL, rational ("0.5"));
  zp_scale_look_up (scale, rational ("0.95"), &value);
  g_assert_cmpint (value.kind, ==, ZP_VALUE_NUMBER);
  g_assert_true (zp_rational_compare (value.number, rational ("0.5"), &order));
  g_assert_cmpint (order, ==, 0);
  g_assert_null (scale->result.options);
}

/* A text that two bands share is one option. */
static void
test_options (void)
{
  g_autoptr (ZpScale) scale = make_scale (ZP_BOUND_AT_LEAST);
  g_autofree char *options = NULL;

  zp_scale_add_band (scale, ZP_BOUND_ELSE, rational ("0"), "a", rational ("0"));
  options = g_strjoinv (" ", (char **) scale->result.options);
  g_assert_cmpstr (options, ==, "a b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/scale/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/scale/else", test_else);
  g_test_add_func ("/scale/number-result", test_number_result);
  g_test_add_func ("/scale/options", test_options);

  return g_test_run ();
}
