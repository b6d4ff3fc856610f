/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole numbers in Chinese numerals. */
#include "base/zp-hanzi.h"

typedef struct
{
  gint64 number;
  const char *expected;
} Row;

/* clang-format off */
static const Row rows[] = {
  { 0,                 "零" },
  { 1,                 "一" },
  { 10,                "十" },
  { 12,                "十二" },
  { 20,                "二十" },
  { 99,                "九十九" },
  { 100,               "一百" },
  { 105,               "一百零五" },
  { 110,               "一百一十" },
  { 112,               "一百一十二" },
  { 1000,              "一千" },
  { 1001,              "一千零一" },
  { 1010,              "一千零一十" },
  { 1100,              "一千一百" },
  { 2023,              "二千零二十三" },
  { 10000,             "一万" },
  { 10003,             "一万零三" },
  { 10010,             "一万零一十" },
  { 10300,             "一万零三百" },
  { 13000,             "一万三千" },
  { 100000,            "十万" },
  { 100003,            "十万零三" },
  { 120000,            "十二万" },
  { 203000,            "二十万三千" },
  { 1050000,           "一百零五万" },
  { 10000000,          "一千万" },
  { 100000000,         "一亿" },
  { 100000001,         "一亿零一" },
  { 100001000,         "一亿零一千" },
  { 100010000,         "一亿零一万" },
  { 110000000,         "一亿一千万" },
  { 1200000000,        "十二亿" },
  { 1000000000000,     "一万亿" },
  { 1000000000001,     "一万亿零一" },
  { 1000100000000,     "一万零一亿" },
  { 1234567890123,     "一万二千三百四十五亿六千七百八十九万零一百二十三" },
  { 9999999999999999,  "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九" },
  { -15,               "负十五" },
  { -9999999999999999, "负九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九" },
};
/* clang-format on */

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *got = zp_hanzi_from_int (row->number);

  g_assert_cmpstr (got, ==, row->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hanzi/%" G_GINT64_FORMAT, rows[i].number);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
