/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person types for a figure: what is understood, and what is refused with a reason. */
#include "base/zp-figure.h"

#include <string.h>

#define IDEOGRAPHIC_SPACE "\343\200\200"
#define NO_BREAK_SPACE "\302\240"

typedef struct
{
  const char *name;
  const char *text;
  const char *unit;
  const char *expected;
} AcceptRow;

typedef struct
{
  const char *name;
  const char *text;
  const char *unit;
  int code;
} RefuseRow;

typedef struct
{
  const char *name;
  const char *text;
  gboolean expected;
} NotApplicableRow;

/* clang-format off */
static const AcceptRow accept_rows[] = {
  /* name                  text               unit      expected */
  { "plain",               "3653.00",         "万元",   "3653" },
  { "grouped",             "2,570.00",        "万元",   "2570" },
  { "grouped-twice",       "1,234,567.891",   "元",     "1234567.891" },
  { "grouped-full-width",  "２，５７０．００", "万元",  "2570" },
  { "spaces",              "  12.5 \n",       "万元",   "12.5" },
  { "chinese-space",       IDEOGRAPHIC_SPACE "12" IDEOGRAPHIC_SPACE, "人", "12" },
  { "no-break-space",      NO_BREAK_SPACE "12" NO_BREAK_SPACE "万元", "万元", "12" },
  { "no-whole-part",       ".5",              "%",      "0.5" },
  { "leading-zero",        "0.50",            "%",      "0.5" },
  { "zero",                "0",               "万元",   "0" },
  { "minus-zero",          "-0.00",           "万元",   "0" },
  { "minus",               "-12",             "万元",   "-12" },
  { "minus-full-width",    "－１２",          "万元",   "-12" },
  { "minus-sign",          "\342\210\22212",  "万元",   "-12" },
  { "bracketed",           "(30)",            "万元",   "-30" },
  { "bracketed-full-width", "（30）",         "万元",   "-30" },
  { "bracketed-with-unit", "（0.5亿元）",     "万元",   "-5000" },
  { "bracketed-then-unit", "( 30 ) 万元",     "万元",   "-30" },
  { "bracketed-yuan-sign", "¥(1,030.00)",     "元",     "-1030" },
  { "yuan-sign",           "¥ 30",            "万元",   "30" },
  { "yuan-sign-full-width", "￥30",           "元",     "30" },
  { "minus-yuan-sign",     "-¥30",            "元",     "-30" },
  { "yuan-sign-minus",     "¥-30",            "元",     "-30" },
  { "money-same-unit",     "36500万元",       "万元",   "36500" },
  { "money-larger-unit",   "3.65亿元",        "万元",   "36500" },
  { "money-short",         "3.65亿",          "万元",   "36500" },
  { "money-short-ten-thousand", "2万",        "元",     "20000" },
  { "money-smaller-unit",  "123456.78元",     "万元",   "12.345678" },
  { "money-thousand",      "5 千元",          "万元",   "0.5" },
  { "money-million",       "1.5百万元",       "万元",   "150" },
  { "money-many-places",   "0.00000001亿元",  "元",     "1" },
  { "money-many-digits",   "36500000000000元", "万元",  "3650000000" },
  { "price-own-label",     "3元/人·年",       "元/人·年", "3" },
  { "price-without-purpose", "0.3万元",       "元/人·年", "3000" },
  { "price-same-purpose",  "0.3万元/人·年",   "元/人·年", "3000" },
  { "price-full-width",    "3元／个",         "万元/个", "0.0003" },
  { "percent-bare",        "87.98",           "%",      "87.98" },
  { "percent",             "87.98%",          "%",      "87.98" },
  { "percent-full-width",  "８７．９８ ％",   "%",      "87.98" },
  { "number-own-label",    "69人",            "人",     "69" },
  { "number-space-label",  "69 人",           "人",     "69" },
  { "number-multiplied",   "1.2万",           "人",     "12000" },
  { "number-multiplied-label", "1.2万人",     "人",     "12000" },
  { "number-hundred-million", "2亿",          "",       "200000000" },
  { "label-with-multiplier", "3万人",         "万人",   "3" },
  { "label-percent-sign",  "3％",             "％",     "3" },
  { "score",               "95.5分",          "分",     "95.5" },
  { "six-places",          "0.123456",        "万元",   "0.123456" },
  { "idle-zeros",          "1.5000000000000000000", "万元", "1.5" },
  { "largest",             "999,999,999,999.999999", "元", "999999999999.999999" },
  { "least",               "-999999999999.999999", "元", "-999999999999.999999" },
};

static const RefuseRow refuse_rows[] = {
  /* name                  text               unit      code */
  { "empty",               "",                "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "only-space",          " " IDEOGRAPHIC_SPACE, "万元", ZP_DECIMAL_ERROR_SYNTAX },
  { "two-points",          "12.3.4",          "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "misplaced-commas",    "7,00.0,77",       "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "short-group",         "1,23",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "long-group",          "1,2345",          "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "long-first-group",    "1234,567",        "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "zero-group",          "0,123",           "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "leading-comma",       ",123",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "trailing-comma",      "123,",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "double-comma",        "1,,234",          "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "comma-in-fraction",   "1.234,567",       "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "trailing-point",      "12.",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "point-alone",         ".",               "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "exponent",            "1e999",           "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "hexadecimal",         "0x1F",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "two-signs",           "--5",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "sign-behind",         "5-",              "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "bracket-and-minus",   "(-5)",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "minus-and-bracket",   "-(5)",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "open-bracket",        "(5",              "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "closed-bracket",      "5)",              "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "empty-bracket",       "()",              "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "two-numbers",         "1 2",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "range-of-numbers",    "5-6",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "sum",                 "1+2",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "words",               "abc",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "chinese-words",       "约三十",          "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "unit-alone",          "万元",            "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "other-digits",        "\331\241\331\242", "万元",  ZP_DECIMAL_ERROR_SYNTAX },
  { "bad-bytes",           "12\377",          "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "not-a-number",        "nan",             "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "dash",                "—",               "万元",   ZP_DECIMAL_ERROR_SYNTAX },
  { "money-in-count",      "30万元",          "人",     ZP_DECIMAL_ERROR_UNIT },
  { "money-in-percent",    "30元",            "%",      ZP_DECIMAL_ERROR_UNIT },
  { "money-in-plain",      "30元",            "",       ZP_DECIMAL_ERROR_UNIT },
  { "percent-in-money",    "30%",             "万元",   ZP_DECIMAL_ERROR_UNIT },
  { "percent-in-count",    "30%",             "人",     ZP_DECIMAL_ERROR_UNIT },
  { "multiplied-percent",  "3万",             "%",      ZP_DECIMAL_ERROR_UNIT },
  { "yuan-sign-in-count",  "¥30",             "人",     ZP_DECIMAL_ERROR_UNIT },
  { "score-in-money",      "30分",            "万元",   ZP_DECIMAL_ERROR_UNIT },
  { "multiplied-twice",    "3万",             "万人",   ZP_DECIMAL_ERROR_UNIT },
  { "other-label",         "3个",             "人",     ZP_DECIMAL_ERROR_SYNTAX },
  { "label-in-plain",      "3个",             "",       ZP_DECIMAL_ERROR_SYNTAX },
  { "other-purpose",       "3元/个",          "元/人",  ZP_DECIMAL_ERROR_SYNTAX },
  { "purpose-in-money",    "3元/个",          "元",     ZP_DECIMAL_ERROR_SYNTAX },
  { "unit-twice",          "3万元万元",       "万元",   ZP_DECIMAL_ERROR_UNIT },
  { "percent-twice",       "3%%",             "%",      ZP_DECIMAL_ERROR_SYNTAX },
  { "seven-places",        "0.1234567",       "万元",   ZP_DECIMAL_ERROR_PLACES },
  { "twenty-places",       "0.12345678901234567891", "万元", ZP_DECIMAL_ERROR_PLACES },
  { "seven-places-converted", "1234.567元",   "万元",   ZP_DECIMAL_ERROR_PLACES },
  { "a-fen-in-hundred-millions", "0.01元",    "亿元",   ZP_DECIMAL_ERROR_PLACES },
  { "at-the-limit",        "1000000000000",   "元",     ZP_DECIMAL_ERROR_RANGE },
  { "below-the-limit",     "-1000000000000",  "元",     ZP_DECIMAL_ERROR_RANGE },
  { "limit-converted",     "1万亿",           "元",     ZP_DECIMAL_ERROR_UNIT },
  { "over-when-converted", "10000亿元",       "元",     ZP_DECIMAL_ERROR_RANGE },
  { "wide-when-converted", "999999999999999999999.12345678901234亿元", "元", ZP_DECIMAL_ERROR_RANGE },
  { "over-64-bits",        "18446744073710",  "元",     ZP_DECIMAL_ERROR_RANGE },
  { "hundred-digits",
    "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
    "元", ZP_DECIMAL_ERROR_RANGE },
};

static const NotApplicableRow not_applicable_rows[] = {
  { "em-dash",        "—",        TRUE },
  { "two-em-dashes",  "——",       TRUE },
  { "en-dash",        "–",        TRUE },
  { "hyphen",         "-",        TRUE },
  { "stroke",         "/",        TRUE },
  { "stroke-wide",    "／",       TRUE },
  { "none",           "无",       TRUE },
  { "not-applicable", "不适用",   TRUE },
  { "spaces",         IDEOGRAPHIC_SPACE "—" NO_BREAK_SPACE, TRUE },
  { "empty",          "",         FALSE },
  { "only-space",     " ",        FALSE },
  { "zero",           "0",        FALSE },
  { "negative",       "-5",       FALSE },
  { "two-hyphens",    "--",       FALSE },
  { "longer-word",    "无变化",   FALSE },
};
/* clang-format on */

static ZpUnit
unit_of (const char *text)
{
  ZpUnit unit = zp_unit_number (text);

  if (g_str_equal (text, "%"))
    return zp_unit_percent ();
  if (g_str_equal (text, "分"))
    return zp_unit_score ();

  zp_unit_money (text, &unit);
  return unit;
}

static void
test_accept (gconstpointer data)
{
  const AcceptRow *row = data;
  g_autoptr (GError) error = NULL;
  ZpDecimal got = ZP_DECIMAL_ZERO;

  zp_figure_parse (row->text, unit_of (row->unit), &got, &error);
  g_assert_no_error (error);

  g_autofree char *text = zp_decimal_to_string (got, -1);
  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_refuse (gconstpointer data)
{
  const RefuseRow *row = data;
  g_autoptr (GError) error = NULL;
  ZpDecimal got = { 42 };

  g_assert_false (zp_figure_parse (row->text, unit_of (row->unit), &got, &error));
  g_assert_error (error, ZP_DECIMAL_ERROR, row->code);
  g_assert_cmpint (got.millionths, ==, 42);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static void
test_not_applicable (gconstpointer data)
{
  const NotApplicableRow *row = data;

  g_assert_cmpint (zp_figure_is_not_applicable (row->text), ==, row->expected);
}

/* The message says what was typed, cut between two characters, and why it is refused. */
static void
test_message (void)
{
  g_autoptr (GError) unit_error = NULL;
  g_autoptr (GError) long_error = NULL;
  g_autofree char *typed = g_strnfill (3000, 'x');
  ZpDecimal got;

  zp_figure_parse ("30万元", zp_unit_number ("人"), &got, &unit_error);
  g_assert_cmpstr (unit_error->message, ==,
                   "“30万元” cannot be taken: “万元” does not belong to a figure in 人");

  zp_figure_parse (typed, zp_unit_number ("人"), &got, &long_error);
  g_assert_cmpuint (strlen (long_error->message), <, 120);
  g_assert_true (g_str_has_prefix (long_error->message, "“xxxx"));
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/figure/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (accept_rows); i++)
    add_test ("accept", accept_rows[i].name, &accept_rows[i], test_accept);
  for (gsize i = 0; i < G_N_ELEMENTS (refuse_rows); i++)
    add_test ("refuse", refuse_rows[i].name, &refuse_rows[i], test_refuse);
  for (gsize i = 0; i < G_N_ELEMENTS (not_applicable_rows); i++)
    add_test ("not-applicable", not_applicable_rows[i].name, &not_applicable_rows[i],
              test_not_applicable);
  g_test_add_func ("/figure/message", test_message);

  return g_test_run ();
}
