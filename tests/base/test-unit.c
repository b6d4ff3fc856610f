/* SPDX-License-Identifier: GPL-3.0-or-later
 * Units of money and others, and conversion between them. */
#include "base/zp-unit.h"

typedef struct
{
  const char *name;
  const char *text;
  gint64 yuan; /* 0: not a unit of money */
} MoneyRow;

typedef struct
{
  const char *name;
  const char *from;
  const char *figure;
  const char *to;
  int places;
  const char *expected;
} ConvertRow;

/* clang-format off */
static const MoneyRow money_rows[] = {
  { "yuan",                  "元",          1 },
  { "thousand",              "千元",        1000 },
  { "ten-thousand",          "万元",        10000 },
  { "million",               "百万元",      1000000 },
  { "hundred-million",       "亿元",        100000000 },
  { "price",                 "元/人·年",    1 },
  { "price-ten-thousand",    "万元/个",     10000 },
  { "price-full-width",      "元／㎡",      1 },
  { "no-purpose",            "元/",         0 },
  { "tail-without-stroke",   "元人",        0 },
  { "no-yuan",               "万",          0 },
  { "other-currency",        "美元",        0 },
  { "empty",                 "",            0 },
  { "space",                 "万元 ",       0 },
};

static const ConvertRow convert_rows[] = {
  /* name             from     figure       to       places expected */
  { "up",             "万元",  "36500",     "亿元",  2,     "3.65" },
  { "down",           "亿元",  "3.65",      "万元",  2,     "36500" },
  { "rounds-once",    "元",    "44445",     "亿元",  4,     "0.0004" },
  { "tie",            "元",    "50",        "万元",  2,     "0.01" },
  { "tie-negative",   "元",    "-50",       "万元",  2,     "-0.01" },
  { "same",           "万元",  "0.000001",  "万元",  6,     "0.000001" },
  { "million",        "百万元", "1.5",      "千元",  0,     "1500" },
  { "too-large",      "亿元",  "9000000000000", "元", 2,    NULL },
};
/* clang-format on */

static ZpDecimal
dec (const char *text)
{
  ZpDecimal value = ZP_DECIMAL_ZERO;

  g_assert_true (zp_decimal_parse (text, &value, NULL));
  return value;
}

static ZpUnit
money (const char *text)
{
  ZpUnit unit = zp_unit_number (NULL);

  g_assert_true (zp_unit_money (text, &unit));
  return unit;
}

static void
test_money (gconstpointer data)
{
  const MoneyRow *row = data;
  ZpUnit unit = zp_unit_number ("untouched");

  g_assert_cmpint (zp_unit_money (row->text, &unit), ==, row->yuan != 0);
  if (row->yuan == 0)
    {
      g_assert_cmpstr (unit.label, ==, "untouched");
      return;
    }

  g_assert_cmpint (unit.kind, ==, ZP_UNIT_MONEY);
  g_assert_cmpint (unit.num, ==, row->yuan);
  g_assert_cmpint (unit.den, ==, 1);
  g_assert_cmpstr (unit.label, ==, row->text);
}

static void
test_convert (gconstpointer data)
{
  const ConvertRow *row = data;
  ZpRational base = zp_unit_to_base (money (row->from), dec (row->figure));
  ZpDecimal got = { 42 };

  g_assert_cmpint (zp_unit_from_base (money (row->to), base, row->places, &got), ==,
                   row->expected != NULL);
  g_assert_cmpint (got.millionths, ==, row->expected ? dec (row->expected).millionths : 42);
}

static void
test_percent (void)
{
  ZpRational base = zp_unit_to_base (zp_unit_percent (), dec ("87.98"));
  ZpDecimal got;
  int order;

  zp_rational_compare (base, (ZpRational){ 8798, 10000 }, &order);
  g_assert_cmpint (order, ==, 0);
  g_assert_true (zp_unit_from_base (zp_unit_percent (), (ZpRational){ 19663, 20000 }, 2, &got));
  g_assert_cmpint (got.millionths, ==, dec ("98.32").millionths);
  g_assert_cmpstr (zp_unit_percent ().label, ==, "%");
}

static void
test_labels (void)
{
  g_assert_cmpstr (zp_unit_number (NULL).label, ==, "");
  g_assert_cmpstr (zp_unit_number ("人").label, ==, "人");
  g_assert_cmpstr (zp_unit_score ().label, ==, "分");
  g_assert_cmpint (zp_unit_score ().kind, ==, ZP_UNIT_SCORE);
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/unit/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (money_rows); i++)
    add_test ("money", money_rows[i].name, &money_rows[i], test_money);
  for (gsize i = 0; i < G_N_ELEMENTS (convert_rows); i++)
    add_test ("convert", convert_rows[i].name, &convert_rows[i], test_convert);
  g_test_add_func ("/unit/percent", test_percent);
  g_test_add_func ("/unit/labels", test_labels);

  return g_test_run ();
}
