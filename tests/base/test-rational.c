/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exact quotients: arithmetic, comparison, rounding, and where they overflow. */
#include "base/zp-rational.h"

/* 2^127 - 1, the largest numerator and denominator. */
#define WIDEST ((ZpWide) ((((unsigned __int128) 1) << 127) - 1))
#define E18 ((ZpWide) G_GINT64_CONSTANT (1000000000000000000))
#define E36 (E18 * E18)

typedef gboolean (*Operation) (ZpRational a, ZpRational b, ZpRational *out);

typedef struct
{
  const char *name;
  Operation run;
  ZpRational a;
  ZpRational b;
  ZpRational expected; /* den 0: overflow */
} OperationRow;

typedef struct
{
  const char *name;
  ZpRational a;
  ZpRational b;
  int order;
} CompareRow;

typedef struct
{
  const char *name;
  ZpRational a;
  int places;
  gint64 millionths;
  gboolean fits;
} DecimalRow;

typedef struct
{
  const char *name;
  ZpRational a;
  ZpWide floor;
} FloorRow;

/* clang-format off */
static const OperationRow operation_rows[] = {
  /* name                run                    a              b              expected */
  { "add-same-den",      zp_rational_add,      { 1, 6 },      { 2, 6 },      { 1, 2 } },
  { "add-nested-den",    zp_rational_add,      { 1, 100 },    { 1, 10 },     { 11, 100 } },
  { "add-unlike-den",    zp_rational_add,      { 1, 3 },      { -1, 7 },     { 4, 21 } },
  { "add-reduces",       zp_rational_add,      { E36, E36 },  { 1, 3 * E18 }, { 3 * E18 + 1, 3 * E18 } },
  { "add-overflows",     zp_rational_add,      { WIDEST, 1 }, { 1, 1 },      { 0, 0 } },
  { "add-large-den",     zp_rational_add,      { 1, WIDEST }, { 1, 2 },      { 0, 0 } },
  { "subtract",          zp_rational_subtract, { 1, 2 },      { 1, 3 },      { 1, 6 } },
  { "subtract-to-limit", zp_rational_subtract, { -WIDEST, 1 }, { 0, 1 },     { -WIDEST, 1 } },
  { "subtract-overflows", zp_rational_subtract, { -WIDEST, 1 }, { 1, 1 },    { 0, 0 } },
  { "multiply",          zp_rational_multiply, { 2, 3 },      { -3, 4 },     { -1, 2 } },
  { "multiply-reduces",  zp_rational_multiply, { E36, 7 },    { 7, E36 },    { 1, 1 } },
  { "multiply-least",    zp_rational_multiply, { -((ZpWide) 1 << 62), 1 }, { (ZpWide) 1 << 65, 1 }, { 0, 0 } },
  { "multiply-overflows", zp_rational_multiply, { WIDEST, 1 }, { 2, 1 },     { 0, 0 } },
  { "divide",            zp_rational_divide,   { 19663, 1 },  { 20000, 1 },  { 19663, 20000 } },
  { "divide-by-negative", zp_rational_divide,  { 1, 2 },      { -3, 4 },     { -2, 3 } },
  { "divide-same-den",   zp_rational_divide,   { 5, WIDEST }, { -2, WIDEST }, { -5, 2 } },
  { "divide-zero",       zp_rational_divide,   { 0, 5 },      { 3, 7 },      { 0, 1 } },
  { "divide-by-zero",    zp_rational_divide,   { 1, 1 },      { 0, 9 },      { 0, 0 } },
};

static const CompareRow compare_rows[] = {
  /* name                   a                    b                    order */
  { "less",                 { 1, 3 },            { 1, 2 },            -1 },
  { "equal-other-terms",    { 2, 6 },            { 1, 3 },            0 },
  { "same-den",             { 3, 7 },            { 2, 7 },            1 },
  { "signs",                { -1, WIDEST },      { 0, 1 },            -1 },
  { "whole-and-fraction",   { 2, 1 },            { 5, 2 },            -1 },
  { "both-negative",        { -1, 2 },           { -1, 3 },           -1 },
  { "products-would-overflow", { WIDEST, WIDEST - 1 }, { WIDEST - 1, WIDEST - 2 }, -1 },
  { "smallest-difference",  { WIDEST - 1, WIDEST }, { WIDEST - 2, WIDEST - 1 }, 1 },
  { "negative-and-wide",    { -WIDEST, WIDEST - 1 }, { -WIDEST + 1, WIDEST - 2 }, 1 },
};

static const DecimalRow decimal_rows[] = {
  /* name              a                       places millionths  fits */
  { "rate",            { 1966300, 20000 },     2,     98320000,   TRUE },
  { "rate-negative",   { -1966300, 20000 },    2,     -98320000,  TRUE },
  { "third",           { 1, 3 },               6,     333333,     TRUE },
  { "two-thirds",      { 2, 3 },               0,     1000000,    TRUE },
  { "tie",             { 1, 8 },               2,     130000,     TRUE },
  { "rounds-once",     { 44445, 100000 },      2,     440000,     TRUE },
  { "tiny",            { 1, WIDEST },          6,     0,          TRUE },
  { "wide-ratio",      { WIDEST, WIDEST - 1 }, 6,     1000000,    TRUE },
  { "wide-half",       { WIDEST / 4, WIDEST - 1 }, 2, 250000,     TRUE },
  { "largest",         { G_MAXINT64, 1000000 }, 6,    G_MAXINT64, TRUE },
  { "too-large",       { (ZpWide) G_MAXINT64 + 1, 1000000 }, 6, 0, FALSE },
  { "rounds-too-large", { G_MAXINT64, 1000000 }, 0,   0,          FALSE },
  { "least",           { -(ZpWide) G_MAXINT64, 1000000 }, 6, -G_MAXINT64, TRUE },
  { "too-small",       { -(ZpWide) G_MAXINT64 - 1, 1000000 }, 6, 0, FALSE },
  { "very-large",      { WIDEST, 1 },          6,     0,          FALSE },
};

static const FloorRow floor_rows[] = {
  { "positive",        { 7, 2 },       3 },
  { "negative",        { -7, 2 },      -4 },
  { "negative-whole",  { -6, 2 },      -3 },
  { "below-zero",      { -1, WIDEST }, -1 },
  { "zero",            { 0, 3 },       0 },
  { "widest",          { WIDEST, 1 },  WIDEST },
  { "least",           { -WIDEST, 1 }, -WIDEST },
};
/* clang-format on */

static int
order_of (ZpRational a, ZpRational b)
{
  int order = 2;

  g_assert_true (zp_rational_compare (a, b, &order));
  return order;
}

static void
test_operation (gconstpointer data)
{
  const OperationRow *row = data;
  ZpRational got = { 42, 1 };
  gboolean ok = row->run (row->a, row->b, &got);

  g_assert_cmpint (ok, ==, row->expected.den != 0);
  g_assert_cmpint (order_of (got, ok ? row->expected : zp_rational_from_int (42)), ==, 0);
  g_assert_true (got.den > 0);
}

static void
test_compare (gconstpointer data)
{
  const CompareRow *row = data;

  g_assert_cmpint (order_of (row->a, row->b), ==, row->order);
  g_assert_cmpint (order_of (row->b, row->a), ==, -row->order);
}

static void
test_to_decimal (gconstpointer data)
{
  const DecimalRow *row = data;
  ZpDecimal got = { 42 };

  g_assert_cmpint (zp_rational_to_decimal (row->a, row->places, &got), ==, row->fits);
  g_assert_cmpint (got.millionths, ==, row->fits ? row->millionths : 42);
}

static void
test_floor (gconstpointer data)
{
  const FloorRow *row = data;
  ZpRational got;

  g_assert_true (zp_rational_floor (row->a, &got));
  g_assert_true (got.num == row->floor && got.den == 1);
}

static void
test_round_keeps_denominator (void)
{
  ZpRational got;

  g_assert_true (zp_rational_round ((ZpRational){ 2, 3 }, 2, &got));
  g_assert_true (got.num == 67 && got.den == 100);
  g_assert_true (zp_rational_round ((ZpRational){ -5, 10 }, 0, &got));
  g_assert_true (got.num == -1 && got.den == 1);
  g_assert_false (zp_rational_round ((ZpRational){ WIDEST, 1 }, 1, &got));
}

static void
test_scale (void)
{
  ZpRational got = zp_rational_scale ((ZpDecimal){ 36530000 }, 10000, 1);

  g_assert_cmpint (order_of (got, zp_rational_from_int (365300)), ==, 0);
  got = zp_rational_scale ((ZpDecimal){ G_MAXINT64 }, G_MAXINT64, G_MAXINT64);
  g_assert_cmpint (order_of (got, zp_rational_from_decimal ((ZpDecimal){ G_MAXINT64 })), ==, 0);
}

/* A sum over a whole sheet must not grow into an overflow. */
static void
test_long_sum (void)
{
  const gint64 dens[] = { 1, 10, 1000000, 100000000, 10000000000 };
  ZpRational sum = zp_rational_from_int (0);

  for (int i = 0; i < 100000; i++)
    g_assert_true (zp_rational_add (sum, (ZpRational){ 1, dens[i % 5] }, &sum));

  g_assert_cmpint (order_of (sum, (ZpRational){ 22000020202, 1000000 }), ==, 0);
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/rational/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (operation_rows); i++)
    add_test ("operation", operation_rows[i].name, &operation_rows[i], test_operation);
  for (gsize i = 0; i < G_N_ELEMENTS (compare_rows); i++)
    add_test ("compare", compare_rows[i].name, &compare_rows[i], test_compare);
  for (gsize i = 0; i < G_N_ELEMENTS (decimal_rows); i++)
    add_test ("to-decimal", decimal_rows[i].name, &decimal_rows[i], test_to_decimal);
  for (gsize i = 0; i < G_N_ELEMENTS (floor_rows); i++)
    add_test ("floor", floor_rows[i].name, &floor_rows[i], test_floor);
  g_test_add_func ("/rational/round-keeps-denominator", test_round_keeps_denominator);
  g_test_add_func ("/rational/scale", test_scale);
  g_test_add_func ("/rational/long-sum", test_long_sum);

  return g_test_run ();
}
