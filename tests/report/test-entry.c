/* SPDX-License-Identifier: GPL-3.0-or-later
 * What clerks type, and what the report keeps of it: every kind of cell, good and bad. */
#include "report/zp-entry.h"

#include <string.h>

#include "report-fixture.h"

static Desk *desk;

typedef struct
{
  const char *name;
  const char *id;
  const char *typed;
  const char *canonical;
} GoodRow;

static const GoodRow good_rows[] = {
  { "nothing", "budget.basic.initial", NULL, NULL },
  { "empty", "budget.basic.initial", "", NULL },
  { "blanks", "budget.basic.initial", " \t ", NULL },
  { "ideographic-space", "unit.name", "　", NULL },
  { "money", "budget.basic.initial", "2570.00", "2570" },
  { "separators", "budget.basic.initial", "2,570.00", "2570" },
  { "hundred-million", "budget.basic.initial", "3.65亿元", "36500" },
  { "ten-thousand", "budget.basic.initial", "36500万元", "36500" },
  { "yuan", "budget.basic.initial", "36500元", "3.65" },
  { "full-width", "budget.basic.initial", "２５７０．５", "2570.5" },
  { "negative", "budget.basic.adjust", "-12.3", "-12.3" },
  { "brackets", "budget.basic.adjust", "（12.3）", "-12.3" },
  { "zero", "budget.basic.initial", "0", "0" },
  { "dash", "budget.basic.initial", "—", "—" },
  { "slash", "budget.basic.initial", "/", "—" },
  { "none", "budget.basic.initial", "无", "—" },
  { "percent", "budget.basic.rate", "98.32%", "98.32" },
  { "percent-bare", "budget.basic.rate", "98.32", "98.32" },
  { "count", "staff.admin.posts", "12人", "12" },
  { "count-separators", "staff.admin.posts", "12,345", "12345" },
  { "score", "indicators[0].weight", "7.5分", "7.5" },
  { "year", "report.year", "2021", "2021" },
  { "year-word", "report.year", "２０２１年", "2021" },
  { "date", "report.date", "2022年4月8日", "2022-04-08" },
  { "date-iso", "report.date", "2022-04-08", "2022-04-08" },
  { "month", "report.month", "2022年4月", "2022-04-01" },
  { "choice", "report.level", "市级", "市级" },
  { "choice-trimmed", "report.level", " 市级\n", "市级" },
  { "choice-open", "report.sort", "参公", "参公" },
  { "choice-many", "report.mode", "单位自评、中介评价", "单位自评、中介评价" },
  { "text", "unit.name", " 某局 ", "某局" },
  { "text-none", "unit.name", "无", "无" },
  { "text-dash", "unit.name", "—", "—" },
  { "text-control", "unit.name", "某\x01局\r\n处", "某局\n处" },
  { "mixed-figure", "indicators[0].target", "1,200", "1,200" },
  { "mixed-measure", "indicators[0].target", "120 人次", "120" },
  { "mixed-other-measure", "indicators[0].target", "120公里", "120公里" },
  { "mixed-words", "indicators[0].target", "明显改善", "明显改善" },
  { "mixed-measure-alone", "indicators[0].target", "人次", "人次" },
  { "reference", "funds[0].project", "道路", "道路" },
  { "reference-to-nothing", "funds[0].project", "没有这一项", "没有这一项" },
  { "row-number", "measures[0].problem", "2", "2" },
  { "row-number-full-width", "measures[0].problem", "２", "2" },
  { "row-number-that-is-none", "measures[0].problem", "第二条", "第二条" },
  { "default-overtyped", "projects[0].issued", "5", "5" },
  { "declared", "budget.total.final", "3653.00", "3653" },
};

static void
test_good (gconstpointer data)
{
  const GoodRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;

  zp_report_parse_value (desk->report, desk_cell (desk, row->id), row->typed, &canonical, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, row->canonical);
}

typedef struct
{
  const char *name;
  const char *id;
  const char *typed;
  const char *words;
} BadRow;

static const BadRow bad_rows[] = {
  { "separators", "budget.basic.initial", "7,00.0,77", "7,00.0,77" },
  { "two-points", "budget.basic.initial", "12.3.4", "12.3.4" },
  { "exponent", "budget.basic.initial", "1e999", "1e999" },
  { "words", "budget.basic.initial", "约三千", "约三千" },
  { "too-large", "budget.basic.initial", "99999999999999999999", "too large" },
  { "seven-places", "budget.basic.initial", "0.1234567", "six decimal places" },
  { "unit-of-another-kind", "budget.basic.initial", "12人", "人" },
  { "two-figures", "budget.basic.initial", "12 13", "12 13" },
  { "count-with-fraction", "staff.admin.posts", "12.5", "not a whole number" },
  { "count-in-money", "staff.admin.posts", "12万元", "万元" },
  { "year-short", "report.year", "21", "not a year" },
  { "year-fraction", "report.year", "2021.5", "not a year" },
  { "year-far", "report.year", "12021", "not a year" },
  { "no-such-day", "report.date", "2022-02-30", "2022-02-30" },
  { "month-for-a-day", "report.date", "2022年4月", "2022年4月" },
  { "no-such-month", "report.month", "2022-13", "2022-13" },
  { "no-choice", "report.level", "省级", "市级、区级" },
  { "no-choice-of-many", "report.mode", "单位自评、财政评价", "财政评价" },
  { "choice-of-many-empty", "report.mode", "单位自评、", "“”" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;

  g_assert_false (zp_report_parse_value (desk->report, desk_cell (desk, row->id), row->typed,
                                         &canonical, &error));
  g_assert_null (canonical);
  assert_says (error, row->words);
}

#define add_rows(prefix, rows, test)                                                               \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                                                  \
    {                                                                                              \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                            \
      g_test_add_data_func (path, &rows[i], test);                                                 \
    }

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  desk = desk_new ();
  desk_fill (desk, "{ \"projects\": [{}], \"funds\": [{}], \"measures\": [{}],"
                   "  \"indicators\": [{ \"unit\": \"人次\" }] }");

  add_rows ("/entry/good/", good_rows, test_good);
  add_rows ("/entry/bad/", bad_rows, test_bad);
  status = g_test_run ();
  desk_free (desk);
  return status;
}
