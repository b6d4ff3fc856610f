/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cleaning, shortening and measuring text. */
#include "base/zp-text.h"

typedef char *(*Convert) (const char *text);

typedef struct
{
  const char *name;
  Convert convert;
  const char *text;
  const char *expected;
} ConvertRow;

typedef struct
{
  const char *name;
  const char *text;
  gsize max_characters;
  const char *expected;
} ShortenRow;

typedef struct
{
  const char *name;
  const char *text;
  gsize characters;
  int columns;
} MeasureRow;

/* clang-format off */
static const ConvertRow convert_rows[] = {
  { "clean/unchanged",       zp_text_clean, "绩效 a\tb\nc",   "绩效 a\tb\nc" },
  { "clean/dos-lines",       zp_text_clean, "a\r\nb\r\n",     "a\nb\n" },
  { "clean/old-mac-lines",   zp_text_clean, "a\rb\r",         "a\nb\n" },
  { "clean/controls",        zp_text_clean, "a\001\010\013\014\033\037\177b", "ab" },
  { "clean/not-characters",  zp_text_clean, "a\357\277\276\357\277\277b", "ab" },
  { "clean/bad-bytes",       zp_text_clean, "a\377b",         "a\357\277\275b" },
  { "clean/cut-character",   zp_text_clean, "\347\273",       "\357\277\275\357\277\275" },
  { "clean/surrogate",       zp_text_clean, "\355\240\200",   "\357\277\275\357\277\275\357\277\275" },
  { "clean/beyond-bmp",      zp_text_clean, "\360\240\256\267", "\360\240\256\267" },
  { "clean/empty",           zp_text_clean, "",               "" },
  { "plain/full-width",      zp_text_to_plain, "（１，２３４．５％）", "(1,234.5%)" },
  { "plain/signs",           zp_text_to_plain, "￥－\342\210\222¥", "¥--¥" },
  { "plain/spaces",          zp_text_to_plain, "\343\200\200 1\302\240元\t\n", "1 元" },
  { "plain/chinese",         zp_text_to_plain, "万元，—",     "万元,—" },
};

static const ShortenRow shorten_rows[] = {
  { "short-enough",     "绩效自评",       4, "绩效自评" },
  { "cut",              "绩效自评报告",   4, "绩效自评…" },
  { "one-line",         "a\nb\tc",        9, "a b c" },
  { "bad-bytes",        "\377\377\377",   2, "\357\277\275\357\277\275…" },
  { "nothing",          "",               0, "" },
};

static const MeasureRow measure_rows[] = {
  { "empty",            "",                     0, 0 },
  { "latin",            "abc",                  3, 3 },
  { "chinese",          "绩效自评",             4, 8 },
  { "mixed",            "2022年度",             6, 8 },
  { "full-width-marks", "，。（）",             4, 8 },
  { "spaces",           "a b\343\200\200c",     3, 6 },
  { "lines",            "绩\n效",               2, 5 },
  { "combining",        "e\314\201",            2, 1 },
  { "beyond-bmp",       "\360\240\256\267",     1, 2 },
};
/* clang-format on */

static void
test_convert (gconstpointer data)
{
  const ConvertRow *row = data;
  g_autofree char *got = row->convert (row->text);

  g_assert_cmpstr (got, ==, row->expected);
}

static void
test_shorten (gconstpointer data)
{
  const ShortenRow *row = data;
  g_autofree char *got = zp_text_shorten (row->text, row->max_characters);

  g_assert_cmpstr (got, ==, row->expected);
}

static void
test_measure (gconstpointer data)
{
  const MeasureRow *row = data;

  g_assert_cmpuint (zp_text_count_characters (row->text), ==, row->characters);
  g_assert_cmpint (zp_text_column_width (row->text), ==, row->columns);
}

static void
test_blank (void)
{
  static const char *const blank[] = {
    "", " ", "\t\n", "\343\200\200", "\342\200\213", "\302\240"
  };
  static const char *const words[] = { "x", " x ", "。", "\343\200\2001" };

  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_true (zp_text_is_blank (blank[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (zp_text_is_blank (words[i]));
}

static void
add_test (const char *group, const char *name, gconstpointer row, GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/text/%s/%s", group, name);

  g_test_add_data_func (path, row, run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (convert_rows); i++)
    add_test ("convert", convert_rows[i].name, &convert_rows[i], test_convert);
  for (gsize i = 0; i < G_N_ELEMENTS (shorten_rows); i++)
    add_test ("shorten", shorten_rows[i].name, &shorten_rows[i], test_shorten);
  for (gsize i = 0; i < G_N_ELEMENTS (measure_rows); i++)
    add_test ("measure", measure_rows[i].name, &measure_rows[i], test_measure);
  g_test_add_func ("/text/blank", test_blank);

  return g_test_run ();
}
