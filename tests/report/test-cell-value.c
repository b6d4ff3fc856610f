/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in a cell, as files keep it, as formulas read it and as the report prints it. */
#include "report/zp-cell-value.h"

#include <string.h>

#include "report-fixture.h"

static Desk *desk;

/* @value: number in base units as num/den, a text in quotes, or "-" for missing. */
typedef struct
{
  const char *name;
  const char *id;
  const char *text;
  const char *again;
  const char *shown;
  const char *value;
} ContentRow;

static const ContentRow content_rows[] = {
  { "empty", "budget.basic.initial", NULL, NULL, "", "-" },
  { "not-applicable", "budget.basic.initial", "—", "—", "——", "-" },
  { "money", "budget.basic.initial", "2570.5", "2570.5", "2,570.50", "25705000" },
  { "money-negative", "budget.basic.adjust", "-1234567", "-1234567", "-1,234,567.00",
    "-12345670000" },
  { "money-six-places", "budget.basic.initial", "0.000001", "0.000001", "0.00", "1/100" },
  { "money-trailing-zeros", "budget.basic.initial", "7.500000", "7.5", "7.50", "75000" },
  { "money-as-typed", "funds[0].actual", "1.25", "1.25", "1.25", "12500" },
  { "money-as-typed-whole", "funds[0].actual", "3.00", "3", "3", "30000" },
  { "money-as-typed-too-long", "funds[0].actual", "1.123456", "1.123456", "1.1235", "280864/25" },
  { "percent", "budget.basic.rate", "98.32", "98.32", "98.32", "1229/1250" },
  { "count", "staff.admin.posts", "12345", "12345", "12345", "12345" },
  { "score", "indicators[0].weight", "7.5", "7.5", "7.50", "15/2" },
  { "year", "report.year", "2021", "2021", "2021", "2021" },
  { "date", "report.date", "2022-04-08", "2022-04-08", "2022年4月8日", "19090" },
  { "month", "report.month", "2022-04-01", "2022-04-01", "2022年4月", "19083" },
  { "mixed-figure", "indicators[0].target", "1,200", "1,200", "1,200", "1200" },
  { "mixed-per-cent", "indicators[0].target", "90%", "90%", "90%", "9/10" },
  { "mixed-full-width", "indicators[0].target", "９０％", "９０％", "９０％", "9/10" },
  { "mixed-words", "indicators[0].target", "显著提升", "显著提升", "显著提升", "“显著提升”" },
  { "text", "unit.name", "某局\n某处", "某局\n某处", "某局\n某处", "“某局\n某处”" },
  { "text-not-applicable", "unit.name", "—", "—", "——", "-" },
  { "choice", "report.level", "市级", "市级", "市级", "“市级”" },
  { "reference", "funds[0].project", "道路", "道路", "道路", "“道路”" },
  { "row-number", "measures[0].problem", "2", "2", "2", "2" },
  { "row-number-that-is-none", "measures[0].problem", "第二", "第二", "第二", "“第二”" },
};

static gint64
common_divisor (gint64 a, gint64 b)
{
  return b == 0 ? a : common_divisor (b, a % b);
}

static char *
describe (const ZpValue *value)
{
  gint64 num;
  gint64 den;
  gint64 divisor;

  if (value->kind == ZP_VALUE_TEXT)
    return g_strdup_printf ("“%s”", value->text);
  if (value->kind != ZP_VALUE_NUMBER)
    return g_strdup ("-");
  num = (gint64) value->number.num;
  den = (gint64) value->number.den;
  divisor = common_divisor (ABS (num), den);
  if (den == divisor)
    return g_strdup_printf ("%" G_GINT64_FORMAT, num / divisor);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, num / divisor, den / divisor);
}

static void
test_content (gconstpointer data)
{
  const ContentRow *row = data;
  const ZpCellDef *def = zp_pack_get_cell (desk->pack, desk_cell (desk, row->id));
  g_auto (ZpCellContent) content = { 0 };
  g_auto (ZpCellContent) copy = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *value = NULL;
  ZpValue read = { 0 };

  zp_cell_content_from_text (&content, def, row->text, &error);
  g_assert_no_error (error);
  again = zp_cell_content_to_text (&content, def);
  shown = zp_cell_content_show (&content, def, "——", TRUE);
  zp_cell_content_to_value (&content, def, &read);
  value = describe (&read);
  zp_cell_content_copy (&copy, &content);

  g_assert_cmpstr (again, ==, row->again);
  g_assert_cmpstr (shown, ==, row->shown);
  g_assert_cmpstr (value, ==, row->value);
  g_assert_true (zp_cell_content_equal (&copy, &content));
}

typedef struct
{
  const char *name;
  const char *id;
  const char *text;
} BadRow;

static const BadRow bad_rows[] = {
  { "words", "budget.basic.initial", "很多" },
  { "nothing", "budget.basic.initial", "" },
  { "separators", "budget.basic.initial", "1,234" },
  { "exponent", "budget.basic.initial", "1e9" },
  { "seven-places", "budget.basic.initial", "0.0000001" },
  { "too-large", "budget.basic.initial", "10000000000000" },
  { "hundred-digits", "budget.basic.initial",
    "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
    "111111" },
  { "no-such-day", "report.date", "2022-02-30" },
  { "date-words", "report.date", "四月" },
  { "year-words", "report.year", "今年" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  const ZpCellDef *def = zp_pack_get_cell (desk->pack, desk_cell (desk, row->id));
  g_auto (ZpCellContent) content = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (zp_cell_content_from_text (&content, def, row->text, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (content.state, ==, ZP_CONTENT_EMPTY);
  g_assert_null (content.text);
}

typedef struct
{
  const char *name;
  const char *id;
  const char *a;
  const char *b;
  gboolean equal;
} EqualRow;

static const EqualRow equal_rows[] = {
  { "both-empty", "budget.basic.initial", NULL, NULL, TRUE },
  { "empty-and-zero", "budget.basic.initial", NULL, "0", FALSE },
  { "empty-and-not-applicable", "budget.basic.initial", NULL, "—", FALSE },
  { "places", "budget.basic.initial", "7.5", "7.50", TRUE },
  { "figures", "budget.basic.initial", "7.5", "7.51", FALSE },
  { "mixed-written-otherwise", "indicators[0].target", "1200", "1,200", FALSE },
  { "words", "unit.name", "甲", "乙", FALSE },
  { "same-words", "unit.name", "甲", "甲", TRUE },
};

static void
test_equal (gconstpointer data)
{
  const EqualRow *row = data;
  const ZpCellDef *def = zp_pack_get_cell (desk->pack, desk_cell (desk, row->id));
  g_auto (ZpCellContent) a = { 0 };
  g_auto (ZpCellContent) b = { 0 };

  g_assert_true (zp_cell_content_from_text (&a, def, row->a, NULL));
  g_assert_true (zp_cell_content_from_text (&b, def, row->b, NULL));
  g_assert_cmpint (zp_cell_content_equal (&a, &b), ==, row->equal);
  g_assert_cmpint (zp_cell_content_equal (&b, &a), ==, row->equal);
}

/* A formula's value is rounded half-up once, to the places of the cell. */
typedef struct
{
  const char *name;
  const char *id;
  gint64 num;
  gint64 den;
  const char *text;
} ComputedRow;

static const ComputedRow computed_rows[] = {
  { "half-up", "budget.basic.final", 100050, 1, "10.01" },
  { "half-down", "budget.basic.final", 100049, 1, "10" },
  { "negative-half", "budget.basic.final", -100050, 1, "-10.01" },
  { "rate", "budget.basic.rate", 19663, 20000, "98.32" },
  { "third", "budget.basic.rate", 1, 3, "33.33" },
  { "count", "projects[0].sources", 5, 2, "3" },
};

static void
test_computed (gconstpointer data)
{
  const ComputedRow *row = data;
  const ZpCellDef *def = zp_pack_get_cell (desk->pack, desk_cell (desk, row->id));
  ZpValue value = { .kind = ZP_VALUE_NUMBER, .number = zp_rational_from_int (row->num) };
  g_auto (ZpCellContent) content = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (zp_rational_divide (value.number, zp_rational_from_int (row->den), &value.number));
  g_assert_true (zp_cell_content_from_value (&content, def, &value));
  text = zp_cell_content_to_text (&content, def);
  g_assert_cmpstr (text, ==, row->text);
}

static void
test_computed_too_large (void)
{
  const ZpCellDef *def = zp_pack_get_cell (desk->pack, desk_cell (desk, "budget.basic.final"));
  ZpValue value = { .kind = ZP_VALUE_NUMBER, .number = zp_rational_from_int (G_MAXINT64) };
  g_auto (ZpCellContent) content = { 0 };

  g_assert_true (zp_rational_multiply (value.number, zp_rational_from_int (1000), &value.number));
  g_assert_false (zp_cell_content_from_value (&content, def, &value));
  g_assert_cmpint (content.state, ==, ZP_CONTENT_EMPTY);
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
  desk_fill (desk,
             "{ \"projects\": [{}], \"funds\": [{}], \"measures\": [{}], \"indicators\": [{}] }");

  add_rows ("/cell-value/content/", content_rows, test_content);
  add_rows ("/cell-value/bad/", bad_rows, test_bad);
  add_rows ("/cell-value/equal/", equal_rows, test_equal);
  add_rows ("/cell-value/computed/", computed_rows, test_computed);
  g_test_add_func ("/cell-value/computed/too-large", test_computed_too_large);
  status = g_test_run ();
  desk_free (desk);
  return status;
}
