/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates: what is read, what is refused, and how they are printed. */
#include "base/zp-date.h"

typedef struct
{
  const char *name;
  const char *text;
  gboolean month_only;
  const char *expected;
  int code;
} ParseRow;

typedef struct
{
  const char *name;
  int year;
  int month;
  int day;
  gboolean exists;
  ZpDay expected;
} MakeRow;

/* clang-format off */
static const ParseRow parse_rows[] = {
  { "iso",               "2022-04-08",     FALSE, "2022-04-08", 0 },
  { "strokes",           "2022/4/8",       FALSE, "2022-04-08", 0 },
  { "points",            "2022.4.8",       FALSE, "2022-04-08", 0 },
  { "chinese",           "2022年4月8日",   FALSE, "2022-04-08", 0 },
  { "chinese-padded",    "2022年04月08日", FALSE, "2022-04-08", 0 },
  { "chinese-spaced",    "2022 年 4 月 8 日", FALSE, "2022-04-08", 0 },
  { "full-width",        "２０２２－０４－０８", FALSE, "2022-04-08", 0 },
  { "full-width-chinese", "２０２２年４月８日", FALSE, "2022-04-08", 0 },
  { "spaces-around",     " 2022-04-08\n",  FALSE, "2022-04-08", 0 },
  { "leap-day",          "2020-02-29",     FALSE, "2020-02-29", 0 },
  { "leap-day-2000",     "2000-02-29",     FALSE, "2000-02-29", 0 },
  { "first",             "1900-01-01",     FALSE, "1900-01-01", 0 },
  { "last",              "9999-12-31",     FALSE, "9999-12-31", 0 },
  { "month",             "2022-04",        TRUE,  "2022-04-01", 0 },
  { "month-stroke",      "2022/4",         TRUE,  "2022-04-01", 0 },
  { "month-chinese",     "2022年4月",      TRUE,  "2022-04-01", 0 },
  { "month-with-day",    "2022年4月8日",   TRUE,  "2022-04-01", 0 },
  { "no-such-day",       "2021-02-30",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "no-leap-day",       "2021-02-29",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "no-leap-day-1900",  "1900-02-29",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "no-day-for-month",  "2021-02-30",     TRUE,  NULL, ZP_DATE_ERROR_RANGE },
  { "month-13",          "2022-13-01",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "month-0",           "2022-00",        TRUE,  NULL, ZP_DATE_ERROR_RANGE },
  { "day-0",             "2022-01-00",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "before-1900",       "1899-12-31",     FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "short-year",        "22-04-08",       FALSE, NULL, ZP_DATE_ERROR_RANGE },
  { "month-for-day",     "2022-04",        FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "year-alone",        "2022",           TRUE,  NULL, ZP_DATE_ERROR_SYNTAX },
  { "mixed-marks",       "2022-4/8",       FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "no-final-mark",     "2022年4月8",     FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "no-marks",          "20220408",       FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "five-digit-year",   "12022-04-08",    FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "three-digit-month", "2022-004-08",    FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "text-behind",       "2022-04-08x",    FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "negative",          "-2022-04-08",    FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "split-number",      "2022-04-0 8",    FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "empty",             "",               FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "words",             "四月八日",       FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
  { "bad-bytes",         "2022-04-08\377", FALSE, NULL, ZP_DATE_ERROR_SYNTAX },
};

static const MakeRow make_rows[] = {
  { "epoch",       1970, 1,  1,  TRUE,  0 },
  { "day-before",  1969, 12, 31, TRUE,  -1 },
  { "year-2000",   2000, 3,  1,  TRUE,  11017 },
  { "first",       1900, 1,  1,  TRUE,  -25567 },
  { "last",        9999, 12, 31, TRUE,  2932896 },
  { "year-large",  10000, 1, 1,  FALSE, 0 },
  { "year-wraps",  65536 + 2022, 1, 1, FALSE, 0 },
  { "day-wraps",   2022, 1,  257, FALSE, 0 },
  { "negative",    2022, -1, 1,  FALSE, 0 },
  { "day-31",      2022, 4,  31, FALSE, 0 },
};
/* clang-format on */

static void
test_parse (gconstpointer data)
{
  const ParseRow *row = data;
  g_autoptr (GError) error = NULL;
  ZpDay got = 42;

  if (!zp_date_parse (row->text, row->month_only, &got, &error))
    {
      g_assert_null (row->expected);
      g_assert_error (error, ZP_DATE_ERROR, row->code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (got, ==, 42);
      return;
    }

  g_autofree char *iso = zp_date_to_iso (got);
  g_assert_cmpstr (iso, ==, row->expected);
}

static void
test_make (gconstpointer data)
{
  const MakeRow *row = data;
  ZpDay got = 42;

  g_assert_cmpint (zp_date_make (row->year, row->month, row->day, &got), ==, row->exists);
  g_assert_cmpint (got, ==, row->exists ? row->expected : 42);
}

static void
test_split (void)
{
  int year;
  int month;
  int day;

  zp_date_split (-1, &year, &month, &day);
  g_assert_cmpint (year, ==, 1969);
  g_assert_cmpint (month, ==, 12);
  g_assert_cmpint (day, ==, 31);
  zp_date_split (0, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 1970);
}

static void
test_chinese (void)
{
  ZpDay day;

  g_assert_true (zp_date_make (2022, 4, 8, &day));

  g_autofree char *whole = zp_date_to_chinese (day, FALSE);
  g_autofree char *month = zp_date_to_chinese (day, TRUE);
  g_assert_cmpstr (whole, ==, "2022年4月8日");
  g_assert_cmpstr (month, ==, "2022年4月");
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/date/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_rows); i++)
    add_test ("parse", parse_rows[i].name, &parse_rows[i], test_parse);
  for (gsize i = 0; i < G_N_ELEMENTS (make_rows); i++)
    add_test ("make", make_rows[i].name, &make_rows[i], test_make);
  g_test_add_func ("/date/split", test_split);
  g_test_add_func ("/date/chinese", test_chinese);

  return g_test_run ();
}
