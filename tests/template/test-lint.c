/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of a pack may not be: bytes, keys, ids, parents, limits, what is written by hand.
 */
#include "lint-row.h"

/* clang-format off */
static const LintRow rows[] = {
  /* 1: bytes */
  { "bytes/not-utf8", "checks.json",
    "核对付款",
    "\xff\xfe",
    "plain/checks.json:4:", "not UTF-8" },
  { "bytes/duplicate-key", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"year\": 2021,",
    "plain/pack.json:7: the key", "“year” stands twice" },
  { "bytes/number-grammar", "pack.json",
    "\"year\": 2020",
    "\"year\": 02020",
    "plain/pack.json:7:", "“02020” is not a number" },
  { "bytes/comment", "layouts.json",
    "\"layouts\": [",
    "\"layouts\": [ // all",
    "plain/layouts.json:2:", "expected a value" },
  { "bytes/not-an-object", "checks.json",
    NULL,
    "[]",
    "plain/checks.json:", "a file of a pack is one object" },
  { "bytes/unknown-file", "datas.json",
    NULL,
    "{}",
    "plain/datas.json:", "unknown file" },

  /* 2: keys, types, one thing an object */
  { "keys/unknown", "data.json",
    "\"formula\": \"@budget - @actual\"",
    "\"formla\": \"@budget - @actual\"",
    "plain/data.json:16:", "column “costs.rest”: unknown key “formla”; did you mean “formula”?" },
  { "keys/unknown-at-top", "data.json",
    "\"scales\": [",
    "\"scale\": [], \"scales\": [",
    "plain/data.json:52:", "top level: unknown key “scale”; did you mean “scales”?" },
  { "keys/null-at-top", "pack.json",
    "\"region\": \"某镇\"",
    "\"colour\": null",
    "plain/pack.json:6:", "unknown key “colour”" },
  { "keys/wrong-type", "data.json",
    "\"required\": true",
    "\"required\": \"yes\"",
    "plain/data.json:4:", "field “unit.name”: “required”: a text stands where true or false is expected" },
  { "keys/wrong-element", "data.json",
    "[\"自评\", \"复评\"]",
    "[\"自评\", 2]",
    "plain/data.json:8:", "“options”: a number stands where a text is expected" },
  { "keys/fraction", "pack.json",
    "\"version\": 2,\n  \"title\"",
    "\"version\": 2.5,\n  \"title\"",
    "plain/pack.json:4:", "“version”: a number stands where a whole number is expected" },
  { "keys/not-a-word", "checks.json",
    "\"severity\": \"info\"",
    "\"severity\": \"rounding\"",
    "plain/checks.json:9:", "“severity”: “rounding” is not one of: error warning info" },
  { "keys/missing", "data.json",
    "\"key\": \"budget\", \"label\": \"预算数\"",
    "\"key\": \"budget\"",
    "plain/data.json:14:", "column “costs.budget”: “label” is missing" },
  { "keys/no-id", "data.json",
    "{ \"key\": \"budget\", \"label\"",
    "{ \"label\"",
    "plain/data.json:14:", "an object needs an id, the key “key”" },
  { "keys/no-variant", "data.json",
    "{ \"fields\": \"rules\", ",
    "{ ",
    "plain/data.json:9:", "an object needs an id, one of these keys: fields grid table" },
  { "keys/two-variants", "data.json",
    "{ \"fields\": \"rules\", ",
    "{ \"fields\": \"rules\", \"table\": \"rules2\", ",
    "plain/data.json:9:", "group “rules”: an object is one thing; “table” cannot stand here too" },
  { "keys/check-two-bodies", "checks.json",
    "\"scan\": \"years\",",
    "\"scan\": \"years\", \"require\": \"1 = 2\",",
    "plain/checks.json:9:", "check “years”: a check is one of" },
  { "keys/part-without-body", "document.json",
    ", \"sign\": { \"unit\": \"{unit.name}\", \"date\": \"{report.date}\" }",
    "",
    "plain/document.json:15:", "part “sign”: a part has exactly one of" },
  { "letterhead/two-texts", "document.json",
    "\"sign\": { \"unit\": \"{unit.name}\", \"date\": \"{report.date}\" }",
    "\"letterhead\": [\"{unit.name}\", \"\"]",
    "plain/document.json:15:", "part “sign”: “letterhead” has three templates" },
  { "words/unknown", "document.json",
    "\"parts\": [",
    "\"words\": { \"totals\": \"合计\" }, \"parts\": [",
    "plain/document.json:2:", "“words”: unknown name “totals”; did you mean “total”?" },
  { "words/incomplete", "document.json",
    "\"parts\": [",
    "\"words\": { \"item\": \"项目\", \"number\": \"序号\" }, \"parts\": [",
    "plain/document.json:2:", "a pack that has words has them all; missing: figure total in_table" },
  { "words/slot-missing", "document.json",
    "\"parts\": [",
    "\"words\": { \"in_row\": \"第 {2} 行\" }, \"parts\": [",
    "plain/document.json:2:", "“words”: “in_row”: it must hold the same numbers in braces as “{1}, row {2}: {3}”" },
  { "words/slot-too-many", "document.json",
    "\"parts\": [",
    "\"words\": { \"total\": \"合计{1}\" }, \"parts\": [",
    "plain/document.json:2:", "“words”: “total”: it must hold" },
  { "words/other-braces", "document.json",
    "\"parts\": [",
    "\"words\": { \"total\": \"{unit.name}合计\" }, \"parts\": [",
    "plain/document.json:2:", "“words”: “total”: it must hold" },
  { "words/wrong-type", "document.json",
    "\"parts\": [",
    "\"words\": { \"total\": 5 }, \"parts\": [",
    "plain/document.json:2:", "“words”: a number stands where a text is expected" },
  { "notes/unknown-check", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"notes\": \"说明：\", \"checks\": [\"datd\"] }",
    "plain/document.json:14:", "notes “说明：”: “checks”: no check “datd”; did you mean “dated”?" },
  { "notes/dropped-check", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"notes\": \"说明：\", \"checks\": [\"costs.wages.rate.calc\"] }",
    "plain/document.json:14:", "notes “说明：”: “checks”: no check “costs.wages.rate.calc”" },
  { "notes/check-without-notes", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"notes\": \"说明：\", \"checks\": [\"words\"] }",
    "plain/document.json:14:", "notes “说明：”: “checks”: “words” takes no notes; give it “note”" },
  { "notes/lead", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"notes\": \"{unit.nam}：\" }",
    "plain/document.json:14:", "did you mean “name”?" },
  { "notes/unknown-key", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"notes\": \"说明：\", \"private\": true }",
    "plain/document.json:14:", "notes “说明：”: unknown key “private”" },
  { "notes/two-things", "document.json",
    "{ \"show\": \"refunds\" }",
    "{ \"show\": \"refunds\", \"notes\": \"说明：\" }",
    "plain/document.json:14:", "an object is one thing; “notes” cannot stand here too" },
  { "keys/kind-key", "data.json",
    "\"key\": \"people\", \"label\": \"工人\", \"kind\": \"number\"",
    "\"key\": \"people\", \"label\": \"工人\", \"kind\": \"date\"",
    "plain/data.json:34:", "“unit” is for cells of kind money number, but this one is date" },
  { "keys/format", "pack.json",
    "\"format\": 1",
    "\"format\": 2",
    "plain/pack.json:2:", "“format” is 2; this program reads format 1" },

  /* 3: ids */
  { "ids/malformed", "data.json",
    "\"key\": \"budget\"",
    "\"key\": \"Budget\"",
    "plain/data.json:14:", "a key is a small letter" },
  { "ids/reserved-word", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"where\"",
    "plain/data.json:16:", "this word is reserved" },
  { "ids/reserved-block", "data.json",
    "\"fields\": \"rules\"",
    "\"fields\": \"text\"",
    "plain/data.json:9:", "this word is reserved" },
  { "ids/reserved-column", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"label\"",
    "plain/data.json:16:", "this word is reserved" },
  { "ids/passage", "document.json",
    "\"text\": \"text.plans\"",
    "\"text\": \"plans\"",
    "plain/document.json:13:", "the id of a passage is “text.”" },
  { "ids/twice-in-list", "data.json",
    "\"key\": \"rest\"",
    "\"key\": \"budget\"",
    "plain/data.json:16:", "“budget” stands twice in “columns”, first in line 14" },
  { "ids/block-and-layout", "layouts.json",
    "\"layout\": \"sheet\"",
    "\"layout\": \"costs\"",
    "plain/layouts.json:3:", "“costs” is the id of a “layout” and of a “grid”" },
  { "ids/block-and-scale", "data.json",
    "\"scale\": \"ladder\"",
    "\"scale\": \"works\"",
    "plain/data.json:53:", "“works” is the id of a “scale” and of a “table”" },
  { "ids/passage-twice", "document.json",
    "\"text\": \"text.pay\"",
    "\"text\": \"text.plans\"",
    "plain/document.json:13:", "passage “text.plans” stands twice" },
  { "ids/folder", "pack.json",
    "\"id\": \"plain\"",
    "\"id\": \"other\"",
    "plain/pack.json:3:", "the pack is “other”, but its folder is “plain”" },

  /* 4: parents */
  { "parents/missing", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"gone-2019@1\"],",
    "plain/pack.json:7:", "there is no pack “gone-2019” of version 1" },
  { "parents/no-version", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"gone-2019\"],",
    "plain/pack.json:7:", "“gone-2019” names no pack; write it as “id@version”" },
  { "parents/itself", "pack.json",
    "\"year\": 2020,",
    "\"year\": 2020, \"extends\": [\"plain@2\"],",
    "plain/pack.json:7:", "packs extend each other in a ring: plain@2 → plain@2" },

  /* 11: pages */
  { "page/none", "data.json",
    "[\"works\", \"payments\", \"refunds\"]",
    "[\"works\", \"payments\"]",
    "plain/data.json:45:", "“refunds” has cells to be typed, but stands on no page" },
  { "page/unused", "data.json",
    "\"key\": \"amount\", \"label\": \"金额\"",
    "\"key\": \"amount2\", \"label\": \"金额\" }, { \"key\": \"amount\", \"label\": \"金额\"",
    "plain/data.json:41:", "warning: “payments.amount2” is neither printed nor used" },

  /* 12: by hand */
  { "hand/year-label", "data.json",
    "\"label\": \"预算数\" }",
    "\"label\": \"2020年预算数\" }",
    "plain/data.json:14:", "column “costs.budget”: “2020” is written by hand" },
  { "hand/year-template", "document.json",
    "见{annex.table}",
    "2019年见{annex.table}",
    "plain/document.json:6:", "passage “text.money”: “2019” is written by hand" },
  { "hand/year-check", "checks.json",
    "\"instruction\": \"核对年份\"",
    "\"instruction\": \"核对2020年\"",
    "plain/checks.json:9:", "check “years”: “2020” is written by hand" },
  { "hand/unit", "layouts.json",
    "\"单位：{money}\"",
    "\"单位：万元\"",
    "plain/layouts.json:3:", "warning: layout “sheet”: “万元” is written by hand" },

  /* 14: samples */
  { "sample/none-clean", "samples/clean.json",
    "\"findings\": {}",
    "\"findings\": { \"paid\": \"error\" }",
    "plain/pack.json:1:", "a listed pack has a sample without errors" },
  { "sample/none-wrong", "samples/wrong.json",
    "\"findings\": { \"costs.total.actual.sum\": \"error\" }",
    "\"findings\": {}",
    "plain/pack.json:1:", "a listed pack has a sample with findings" },
  { "sample/syntax", "samples/wrong.json",
    "{",
    "{,",
    "plain/samples/wrong.json:1:", "expected a key" },
  { "sample/severity", "samples/wrong.json",
    "\"error\"",
    "\"fatal\"",
    "plain/samples/wrong.json:1:", "“fatal” is not one of: error warning rounding info" },

  /* what every listed pack has */
  { "standard/missing", "data.json",
    "{ \"key\": \"date\", \"label\": \"日期\", \"kind\": \"date\" },",
    "",
    "plain/pack.json:1:", "“report.date” is missing" },

  /* pack.json */
  { "pack/version", "pack.json",
    "\"version\": 2,\n  \"title\"",
    "\"version\": 0,\n  \"title\"",
    "plain/pack.json:4:", "“version” starts from 1" },
  { "pack/money", "pack.json",
    "\"unit\": \"万元\"",
    "\"unit\": \"块\"",
    "plain/pack.json:9:", "“money”: “块” is no unit of money" },
  { "pack/change-version", "pack.json",
    "\"version\": 2, \"renamed\"",
    "\"version\": 3, \"renamed\"",
    "plain/pack.json:13:", "version 3; changes lead to a version from 1 to that of the pack, 2" },
  { "pack/one-target-twice", "pack.json",
    "{ \"costs.power\": \"costs.water\" }",
    "{ \"costs.power\": \"costs.water\", \"costs.heat\": \"costs.water\" }",
    "plain/pack.json:13:", "“costs.water” is the target of two ids" },
  { "pack/renamed-and-dropped", "pack.json",
    "{ \"costs.gas\": \"不再单列\" }",
    "{ \"costs.power\": \"不再单列\" }",
    "plain/pack.json:13:", "“costs.power” is renamed and dropped" },
};
/* clang-format on */

static void
test_clean (void)
{
  g_autofree char *pack = pack_fixture_source ("plain");
  g_autoptr (GPtrArray) problems = pack_fixture_problems (pack);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, ' ');
  const LintRow row = { "", "checks.json", NULL, text, "plain/checks.json:", "is larger than the" };

  lint_row_check (&row);
}

static void
test_too_deep (void)
{
  g_autofree char *text = g_strnfill (33, '[');
  const LintRow row = { "", "checks.json", NULL, text, "plain/checks.json:", "nested deeper" };

  lint_row_check (&row);
}

static char *
repeat (const char *head, guint n, const char *format, const char *tail)
{
  g_autoptr (GString) text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *object = g_strjoinv (number, parts);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", object);
    }
  g_string_append (text, tail);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_many_blocks (void)
{
  g_autofree char *text =
    repeat ("{\"blocks\": [", 399, "{\"fields\": \"b#\", \"label\": \"组\", \"items\": []}", "]}");
  const LintRow row = {
    "",   "data.json",          NULL,
    text, "plain/data.json:1:", "401 blocks and layouts are more than the 400 allowed"
  };

  lint_row_check (&row);
}

static void
test_many_cells (void)
{
  g_autofree char *columns =
    repeat ("\"columns\": [", 150, "{\"key\": \"c#\", \"label\": \"列\"}", "],");
  g_autofree char *rows_text =
    repeat ("\"rows\": [", 150, "{\"key\": \"r#\", \"label\": \"行\"}", "]}]}");
  g_autofree char *text =
    g_strconcat ("{\"blocks\": [{\"grid\": \"big\", \"label\": \"表\",", columns, rows_text, NULL);
  const LintRow row = { "",   "data.json",          NULL,
                        text, "plain/data.json:1:", "more than the 20000 cells allowed" };

  lint_row_check (&row);
}

static void
test_many_checks (void)
{
  g_autofree char *text = repeat ("{\"checks\": [", 2001, "{\"check\": \"c#\"}", "]}");
  const LintRow row = {
    "",   "checks.json",          NULL,
    text, "plain/checks.json:1:", "2001 checks are more than the 2000 allowed"
  };

  lint_row_check (&row);
}

/* Faults of several files come together, sorted, no more than fifty, errors before warnings. */
static void
test_all_told (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *pack = g_build_filename (folder, "plain", NULL);
  g_autofree char *text = repeat ("{\"checks\": [", 60, "{\"check\": \"c#\", \"colour\": 1}", "]}");
  g_autoptr (GPtrArray) problems = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_replace (pack, "document.json", "{annex.table}", "{annex.tables}");
  pack_fixture_replace (pack, "data.json", "\"@budget - @actual\"", "\"@budget - @actuel\"");
  problems = pack_fixture_problems (pack);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "plain/data.json:16:"));
  g_assert_true (g_str_has_prefix (problems->pdata[1], "plain/document.json:6:"));

  g_clear_pointer (&problems, g_ptr_array_unref);
  pack_fixture_replace (pack, "checks.json", NULL, text);
  problems = pack_fixture_problems (pack);
  g_assert_cmpuint (problems->len, ==, 50);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lint_rows_add_tests (rows, G_N_ELEMENTS (rows));
  g_test_add_func ("/lint/clean", test_clean);
  g_test_add_func ("/lint/bytes/too-large", test_too_large);
  g_test_add_func ("/lint/bytes/too-deep", test_too_deep);
  g_test_add_func ("/lint/limit/blocks", test_many_blocks);
  g_test_add_func ("/lint/limit/cells", test_many_cells);
  g_test_add_func ("/lint/limit/checks", test_many_checks);
  g_test_add_func ("/lint/all-told", test_all_told);

  return g_test_run ();
}
