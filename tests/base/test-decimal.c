/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exact decimals: reading, reckoning, rounding, printing. */
#include "base/zp-decimal.h"

#define LARGEST "9223372036854.775807"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
  int code;
} ParseRow;

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *sum;
  const char *difference;
} AddRow;

typedef struct
{
  const char *name;
  const char *text;
  int places;
  const char *rounded;
  const char *printed;
} RoundRow;

typedef struct
{
  const char *name;
  const char *text;
  int min_places;
  int max_places;
  gboolean grouping;
  const char *expected;
} FormatRow;

/* clang-format off */
static const ParseRow parse_rows[] = {
  /* name              text                    expected   code */
  { "whole",           "3653",                 "3653",    0 },
  { "two-places",      "2925.70",              "2925.7",  0 },
  { "negative",        "-12.5",                "-12.5",   0 },
  { "six-places",      "0.000001",             "0.000001", 0 },
  { "idle-zeros",      "1.50000000",           "1.5",     0 },
  { "leading-zeros",   "007.5",                "7.5",     0 },
  { "minus-zero",      "-0.00",                "0",       0 },
  { "largest",         LARGEST,                LARGEST,   0 },
  { "least",           "-" LARGEST,            "-" LARGEST, 0 },
  { "one-too-large",   "9223372036854.775808", NULL,      ZP_DECIMAL_ERROR_RANGE },
  { "one-too-small",   "-9223372036854.775808", NULL,     ZP_DECIMAL_ERROR_RANGE },
  { "wraps-64-bits",   "18446744073710.551616", NULL,     ZP_DECIMAL_ERROR_RANGE },
  { "thirty-digits",   "123456789012345678901234567890", NULL, ZP_DECIMAL_ERROR_RANGE },
  { "seven-places",    "0.1234567",            NULL,      ZP_DECIMAL_ERROR_PLACES },
  { "empty",           "",                     NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "minus-alone",     "-",                    NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "point-alone",     ".",                    NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "no-whole",        ".5",                   NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "no-fraction",     "5.",                   NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "two-points",      "12.3.4",               NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "plus",            "+1",                   NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "two-signs",       "--5",                  NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "exponent",        "1e3",                  NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "hexadecimal",     "0x1F",                 NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "infinity",        "inf",                  NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "grouped",         "2,570.00",             NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "leading-space",   " 1",                   NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "trailing-space",  "1 ",                   NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "full-width",      "１２",                 NULL,      ZP_DECIMAL_ERROR_SYNTAX },
  { "bad-bytes",       "1\377",                NULL,      ZP_DECIMAL_ERROR_SYNTAX },
};

static const AddRow add_rows[] = {
  /* name             a          b          sum              difference */
  { "money",          "2094.65", "614.82",  "2709.47",       "1479.83" },
  { "tenths",         "0.1",     "0.2",     "0.3",           "-0.1" },
  { "negative",       "5",       "-7.25",   "-2.25",         "12.25" },
  { "to-the-limit",   LARGEST,   "0",       LARGEST,         LARGEST },
  { "over-the-top",   LARGEST,   "0.000001", NULL,           "9223372036854.775806" },
  { "under-the-floor", "-" LARGEST, "0.000001", "-9223372036854.775806", NULL },
  { "sum-under-the-floor", "-" LARGEST, "-0.000001", NULL, "-9223372036854.775806" },
};

static const RoundRow round_rows[] = {
  /* name                 text         places rounded    printed */
  { "tie-rounds-up",      "98.315",    2,     "98.32",   "98.32" },
  { "tie-is-symmetric",   "-98.315",   2,     "-98.32",  "-98.32" },
  { "below-a-tie",        "98.314999", 2,     "98.31",   "98.31" },
  { "tie-is-not-even",    "0.125",     2,     "0.13",    "0.13" },
  { "to-whole",           "0.5",       0,     "1",       "1" },
  { "carries",            "9.999",     2,     "10",      "10.00" },
  { "pads",               "3653",      2,     "3653",    "3653.00" },
  { "all-places",         "0.000001",  6,     "0.000001", "0.000001" },
  { "zero-has-no-sign",   "-0.004",    2,     "0",       "0.00" },
  { "as-needed",          "-12.50",    -1,    NULL,      "-12.5" },
  { "as-needed-whole",    "12.00",     -1,    NULL,      "12" },
  { "no-wrap-at-the-end", LARGEST,     0,     LARGEST,   "9223372036855" },
  { "no-wrap-below",      "-" LARGEST, 2,     "-" LARGEST, "-9223372036854.78" },
};

static const FormatRow format_rows[] = {
  /* name           text           min max grouping expected */
  { "money",        "3653",        2,  2,  TRUE,    "3,653.00" },
  { "ungrouped",    "3653",        2,  2,  FALSE,   "3653.00" },
  { "as-typed",     "1234567.125", 2,  6,  TRUE,    "1,234,567.125" },
  { "at-least",     "5",           2,  6,  TRUE,    "5.00" },
  { "at-most",      "0.123456",    2,  4,  TRUE,    "0.1235" },
  { "count",        "1000000",     0,  0,  TRUE,    "1,000,000" },
  { "three-digits", "999",         0,  0,  TRUE,    "999" },
  { "negative",     "-123456.5",   0,  6,  TRUE,    "-123,456.5" },
  { "negative-three-digits", "-123", 0, 0, TRUE,    "-123" },
  { "largest",      LARGEST,       0,  6,  TRUE,    "9,223,372,036,854.775807" },
};
/* clang-format on */

static ZpDecimal
dec (const char *text)
{
  ZpDecimal value = ZP_DECIMAL_ZERO;

  g_assert_true (zp_decimal_parse (text, &value, NULL));
  return value;
}

static void
assert_is (ZpDecimal got, const char *expected)
{
  g_autofree char *text = zp_decimal_to_string (got, -1);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (gconstpointer data)
{
  const ParseRow *row = data;
  g_autoptr (GError) error = NULL;
  ZpDecimal got = { 42 };

  if (zp_decimal_parse (row->text, &got, &error))
    {
      assert_is (got, row->expected);
      return;
    }

  g_assert_null (row->expected);
  g_assert_error (error, ZP_DECIMAL_ERROR, row->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (got.millionths, ==, 42);
}

static void
check_sum (gboolean ok, ZpDecimal got, const char *expected)
{
  g_assert_cmpint (ok, ==, expected != NULL);
  if (ok)
    assert_is (got, expected);
  else
    g_assert_cmpint (got.millionths, ==, 42);
}

static void
test_add (gconstpointer data)
{
  const AddRow *row = data;
  ZpDecimal sum = { 42 };
  ZpDecimal difference = { 42 };

  check_sum (zp_decimal_add (dec (row->a), dec (row->b), &sum), sum, row->sum);
  check_sum (zp_decimal_subtract (dec (row->a), dec (row->b), &difference), difference,
             row->difference);
}

static void
test_round (gconstpointer data)
{
  const RoundRow *row = data;
  g_autofree char *printed = zp_decimal_to_string (dec (row->text), row->places);

  g_assert_cmpstr (printed, ==, row->printed);
  if (row->rounded != NULL)
    assert_is (zp_decimal_round (dec (row->text), row->places), row->rounded);
}

static void
test_format (gconstpointer data)
{
  const FormatRow *row = data;
  g_autofree char *got =
    zp_decimal_format (dec (row->text), row->min_places, row->max_places, row->grouping);

  g_assert_cmpstr (got, ==, row->expected);
}

static void
test_places (void)
{
  g_assert_cmpint (zp_decimal_get_places (dec ("0")), ==, 0);
  g_assert_cmpint (zp_decimal_get_places (dec ("1000")), ==, 0);
  g_assert_cmpint (zp_decimal_get_places (dec ("2.50")), ==, 1);
  g_assert_cmpint (zp_decimal_get_places (dec ("-0.000001")), ==, 6);
}

static void
test_compare (void)
{
  g_assert_cmpint (zp_decimal_compare (dec ("-1"), dec ("0.5")), ==, -1);
  g_assert_cmpint (zp_decimal_compare (dec ("2.50"), dec ("2.5")), ==, 0);
  g_assert_cmpint (zp_decimal_compare (dec (LARGEST), dec ("-" LARGEST)), ==, 1);
}

static void
test_from_int (void)
{
  assert_is (zp_decimal_from_int (-2023), "-2023");
  assert_is (zp_decimal_from_int (9223372036854), "9223372036854");
}

static void
assert_nearest_double (const char *text, const char *expected)
{
  char got[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (got, sizeof got, zp_decimal_to_double (dec (text)));
  g_assert_cmpstr (got, ==, expected);
}

static void
test_to_double (void)
{
  assert_nearest_double ("-98.32", "-98.319999999999993");
  assert_nearest_double ("0.5", "0.5");
  assert_nearest_double (LARGEST, "9223372036854.7754");
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/decimal/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_rows); i++)
    add_test ("parse", parse_rows[i].name, &parse_rows[i], test_parse);
  for (gsize i = 0; i < G_N_ELEMENTS (add_rows); i++)
    add_test ("add", add_rows[i].name, &add_rows[i], test_add);
  for (gsize i = 0; i < G_N_ELEMENTS (round_rows); i++)
    add_test ("round", round_rows[i].name, &round_rows[i], test_round);
  for (gsize i = 0; i < G_N_ELEMENTS (format_rows); i++)
    add_test ("format", format_rows[i].name, &format_rows[i], test_format);
  g_test_add_func ("/decimal/places", test_places);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/from-int", test_from_int);
  g_test_add_func ("/decimal/to-double", test_to_double);

  return g_test_run ();
}
