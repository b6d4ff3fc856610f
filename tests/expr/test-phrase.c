/* SPDX-License-Identifier: GPL-3.0-or-later
 * Phrases: grammar, renderings, conditions, loops, joints, and what a clerk types. */
#include "expr-fixture-private.h"

#include "expr/zp-phrase.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *template;
  const char *text; /* NULL: an error, with @message in it */
  const char *message;
} Row;

typedef struct
{
  const char *name;
  const char *template;
  const char *formula; /* NULL: the phrase is not one placeholder alone */
  gboolean has_rendering;
  const char *unit; /* NULL: no figure on a sheet */
  int places;
} OnlyRow;

/* clang-format off */
static const Row prose_rows[] = {
  { "literal", "没有数字。", "没有数字。" },
  { "empty", "", "" },
  { "braces", "{{{report.year}}} {{x}}", "{2021} {x}" },
  { "money", "{budget.basic.initial}", "2,570.00万元" },
  { "number-label", "{@people}", "120人" },
  { "percent", "{budget.total.rate}", "99.44%" },
  { "score", "得分{rules.execution}", "得分10" },
  { "year", "{report.year}年", "2021年" },
  { "date", "{report.date}", "2022年4月8日" },
  { "text", "{report.name}", "某单位" },
  { "mixed-number", "{@target}", "95.5" },
  { "number", "{budget.total.actual|number}", "3,214.04" },
  { "number-percent", "{budget.total.rate|number}", "99.44" },
  { "yuan", "{budget.total.actual|元}", "32,140,400.00元" },
  { "hundred-million", "{budget.total.actual|亿元|.4}", "0.3214亿元" },
  { "places-first", "{budget.total.actual | .1 | 万元}", "3,214.0万元" },
  { "hanzi", "{count(projects)|hanzi}项", "三项" },
  { "hanzi-label", "{@people|hanzi}", "一百二十" },
  { "month", "{report.date|年月}", "2022年4月" },
  { "date-year", "{report.date|年}", "2022年" },
  { "boxes", "{report.mode|boxes}", "☑单位自评 □中介机构评价" },
  { "boxes-in-row", "{@kind|boxes}", "☑基建 □运转" },
  { "sum", "{budget.basic.actual + budget.project.actual}", "3,214.04万元" },
  { "sum-literal", "{report.year - 1}年", "2020年" },
  { "abs", "{abs(budget.project.adjust)}", "10.25万元" },
  { "aggregate", "{sum(projects.actual)}", "288.34万元" },
  { "ratio", "{ratio(budget.basic.actual, budget.total.actual)}", "91.03%" },
  { "ratio-places", "{ratio(budget.basic.actual, budget.total.actual)|.1}", "91.0%" },
  { "ratio-difference", "{ratio(budget.total.initial, budget.total.final) - 1}", "-10.69%" },
  { "product-places", "{budget.total.actual * 2|.2}", "6,428.08万元" },
  { "product-as-hanzi", "{report.year * 2|hanzi}", "四千零四十二" },
  { "bar-in-text", "{if(report.name = '|}', '是', '否')}", "否" },
  { "band", "{band(rules.execution * 10, grade)}", "优" },
  { "missing", "{@rate}，{projects.total.people}", NULL, "people" },
  { "missing-said", "完成{budget.basic.score}", NULL, "budget.basic.score" },
  { "passage", "{text.opening}见{annex.form}。", "按照通知要求。见附件2。" },
  { "row-number", "{@#}.{@name}", "1.甲项目" },
  { "if", "{if budget.total.adjust < 0}追减{elif budget.total.adjust > 0}追加{else}不变{end}", "追加" },
  { "if-else", "{if report.year = 2020}甲{else}乙{end}", "乙" },
  { "if-unknown", "{if budget.total.score / 0 > 1}甲{else}乙{end}", "乙" },
  { "if-nested", "{if report.year = 2021}{if report.name = 'x'}甲{else}乙{end}{end}", "乙" },
  { "if-function", "{if(report.year = 2021, '甲', '乙')}", "甲" },
  { "for", "{for projects}{@name}{end}", "甲项目乙项目丙项目" },
  { "for-sep", "{for projects sep '、'}{@name}{end}", "甲项目、乙项目、丙项目" },
  { "for-last", "{for projects sep '、' last '和'}{@name}{end}", "甲项目、乙项目和丙项目" },
  { "for-last-of-two", "{for projects where projects.kind = '运转' sep '、' last '和'}{@name}{end}", "乙项目和丙项目" },
  { "for-where", "{for projects where projects.initial > 50万元}{@#}{@name}{end}", "1甲项目2乙项目" },
  { "for-number", "{for projects where projects.kind = '运转'}{@#}.{@name}{end}", "1.乙项目2.丙项目" },
  { "for-grid", "{for budget sep '；'}{@label}{@actual}{end}",
    "基本支出2,925.70万元；项目支出288.34万元；合计3,214.04万元" },
  { "for-else", "{for projects where projects.initial > 500万元}{@name}{else}无{end}", "无" },
  { "for-silent-items", "{for projects sep '、'}{if not empty(@people)}{@name}{end}{end}", "甲项目、丙项目" },
  { "for-in-for", "{for projects sep '；'}{@name}：{for funds where funds.project = @name sep '、'}{@source}{else}无{end}{end}",
    "甲项目：财政拨款、其他资金；乙项目：无；丙项目：财政拨款" },
  { "for-outer-row", "{for projects where projects.people = 69}{for funds where funds.project = @name}{@projects.name}{@actual}{end}{end}",
    "丙项目982,400.00元" },
  { "for-keyword-in-text", "{for projects where projects.name = ' sep ' sep '、'}{@name}{else}无{end}", "无" },
  { "joint-full-stop", "甲，{if report.year = 1}乙{end}。", "甲。" },
  { "joint-comma", "甲，{if report.year = 1}乙{end}，丙", "甲，丙" },
  { "joint-semicolon", "甲；{for projects where projects.name = 'x'}{@name}{end}。", "甲。" },
  { "joint-list", "甲、{if report.year = 1}乙{end}；丙", "甲；丙" },
  { "joint-two", "甲，{if report.year = 1}乙{end}{if report.year = 1}丙{end}。", "甲。" },
  { "joint-inside", "甲，{if report.year = 2021}{if report.year = 1}乙{end}{end}。", "甲。" },
  { "joint-in-loop", "{for projects sep '、'}{if @people = 1}x{end}，{@name}{end}", "，甲项目，乙项目，丙项目" },
  { "joint-not-without-branch", "甲，。{if report.year = 1}乙{end}", "甲，。" },
  { "joint-other-marks", "甲。{if report.year = 1}乙{end}，丙", "甲。，丙" },
  { "joint-with-text", "甲，{if report.year = 2021}乙{end}。", "甲，乙。" },

  { "error-open", "实际{budget.total.actual", NULL, "character 3: " },
  { "error-close", "实际}", NULL, "character 3: " },
  { "error-nested-braces", "{a{b}}", NULL, "character 1: " },
  { "error-formula", "年初{1 +}", NULL, "character 3, {1 +}: " },
  { "error-name", "年初{budget.totl.actual}", NULL, "character 3, {budget.totl.actual}: " },
  { "error-rendering", "{report.year|万}", NULL, "万" },
  { "error-two-renderings", "{budget.total.actual|万元|元}", NULL, "元" },
  { "error-two-places", "{budget.total.actual|.1|.2}", NULL, "twice" },
  { "error-places", "{budget.total.actual|.7}", NULL, ".7" },
  { "error-product", "{budget.total.actual * 2}", NULL, "{budget.total.actual * 2}: " },
  { "error-money-of-text", "{report.name|万元}", NULL, "money" },
  { "error-boxes-of-text", "{report.name|boxes}", NULL, "a choice" },
  { "error-date-of-number", "{report.year|年}", NULL, "a date" },
  { "error-hanzi-of-text", "{report.name|hanzi}", NULL, "a figure" },
  { "error-places-of-text", "{report.name|.2}", NULL, "a figure" },
  { "error-condition-printed", "{report.year = 2021}", NULL, "condition" },
  { "error-no-condition", "甲{if report.year}乙{end}", NULL, "character 2, {report.year}: " },
  { "error-no-end", "甲{if report.year = 1}乙", NULL, "character 2: " },
  { "error-end-alone", "甲{end}", NULL, "character 2: " },
  { "error-else-twice", "{if report.year = 1}{else}{else}{end}", NULL, "last" },
  { "error-elif-in-for", "{for projects}{elif report.year = 1}{end}", NULL, "{for}" },
  { "error-rowset", "{for projekts}{@name}{end}", NULL, "projects" },
  { "error-rowset-fields", "{for report}{@name}{end}", NULL, "report" },
  { "error-for-rest", "{for projects with x}{@name}{end}", NULL, "with x" },
  { "error-sep", "{for projects sep 、}{@name}{end}", NULL, "quotes" },
  { "error-after-sep", "{for projects sep '、' first '和'}{@name}{end}", NULL, "first" },
  { "error-where", "{for projects where projects.nme = 'x'}{@name}{end}", NULL, "nme" },
  { "error-visited-in-body", "{for projects}{projects.name}{end}", NULL, "projects.name" },
  { "error-four-loops", "{for projects}{for projects}{for projects}{for projects}{end}{end}{end}{end}", NULL, "three deep" },
};

static const Row layout_rows[] = {
  { "money", "{budget.total.actual}", "3214.04" },
  { "percent", "{budget.total.rate}", "99.44%" },
  { "number-label", "{@people}", "120" },
  { "date", "{report.date}", "2022年4月8日" },
  { "missing", "{funds.total.x}", NULL, "funds" },
  { "empty", "{one(projects.people where projects.# = 2)}", "空" },
  { "money-label", "（{money}）", "（元）" },
  { "converted", "{sum(projects.actual)}", "2883400.00" },
  { "rendering-wins", "{budget.total.actual|亿元|.2}", "0.32" },
  { "boxes", "{report.mode|boxes}", "☑单位自评 □中介机构评价" },
};

static const Row lenient_rows[] = {
  { "figure", "实际{budget.total.actual}。", "实际3,214.04万元。" },
  { "unknown-name", "见{附件}和{budget.nothing.actual}。", "见{附件}和{budget.nothing.actual}。" },
  { "loose-braces", "集合{1, 2} 与 } 与 {", "集合{1, 2} 与 } 与 {" },
  { "product-without-places", "{report.year * 2}", "{report.year * 2}" },
  { "condition", "{if report.year = 2021}甲{end}", "甲" },
  { "condition-unknown", "{if nothing.at = 1}甲{report.year}{else}乙{end}", "{if nothing.at = 1}甲2021{else}乙{end}" },
  { "elif-unknown", "{if report.year = 1}甲{elif nonsense}乙{end}", "{if report.year = 1}甲{elif nonsense}乙{end}" },
  { "inside-unknown", "{if report.year = 2021}甲{nonsense}{end}", "甲{nonsense}" },
  { "no-end", "{if report.year = 2021}甲{report.year}", "{if report.year = 2021}甲2021" },
  { "end-alone", "甲{end}{else}", "甲{end}{else}" },
  { "loop", "{for projects sep '、'}{@name}{end}", "甲项目、乙项目、丙项目" },
  { "loop-unknown", "{for nothing}{@name}{end}", "{for nothing}甲项目{end}" },
  { "row-name-outside", "{for projects where projects.people = 69}{@name}{end}{@source}", "丙项目{@source}" },
  { "four-loops", "{for projects}{for projects}{for projects}{for projects}x{end}{end}{end}{end}",
    "{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}"
    "{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}"
    "{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}"
    "{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}"
    "{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}{for projects}x{end}"
    "{for projects}x{end}{for projects}x{end}" },
};

static const OnlyRow only_rows[] = {
  { "cell", "{budget.total.actual}", "budget.total.actual", FALSE, "元", 2 },
  { "rendering", "{budget.total.actual|亿元|.4}", "budget.total.actual", TRUE, "亿元", 4 },
  { "percent", "{budget.total.rate}", "budget.total.rate", FALSE, "%", 2 },
  { "as-typed", "{@target}", "@target", FALSE, "", -1 },
  { "text", "{report.name}", "report.name", FALSE, NULL, 0 },
  { "date", "{report.date|年月}", "report.date", TRUE, NULL, 0 },
  { "hanzi", "{report.year|hanzi}", "report.year", TRUE, NULL, 0 },
  { "with-literal", "{report.year}年", NULL, FALSE, NULL, 0 },
  { "literal", "年", NULL, FALSE, NULL, 0 },
  { "condition", "{if report.year = 1}年{end}", NULL, FALSE, NULL, 0 },
};
/* clang-format on */

static ZpBindContext
make_context (const ExprFixture *fixture)
{
  ZpBindContext context = ZP_BIND_CONTEXT_INIT (expr_fixture_get_names (fixture));

  context.blocks[0] = FIXTURE_PROJECTS;
  context.n_blocks = 1;

  return context;
}

static ZpEval
make_eval (const ExprFixture *fixture)
{
  ZpEval eval = ZP_EVAL_INIT (expr_fixture_get_scope (fixture));

  zp_eval_push_row (&eval, FIXTURE_PROJECTS, 0, 1);

  return eval;
}

static ZpPhraseStyle
prose_style (void)
{
  return (ZpPhraseStyle){ .prose = TRUE, .grouping = TRUE, .na = "——", .empty = "空" };
}

static ZpPhrase *
read_phrase (const ExprFixture *fixture, const char *template, GError **error)
{
  ZpBindContext context = make_context (fixture);
  g_autoptr (ZpPhrase) phrase = zp_phrase_parse (template, error);

  if (phrase == NULL || !zp_phrase_bind (phrase, &context, error))
    return NULL;

  return g_steal_pointer (&phrase);
}

static void
check_phrase (const Row *row, const ZpPhraseStyle *style)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = read_phrase (fixture, row->template, &error);
  ZpEval eval = make_eval (fixture);
  g_autofree char *text = NULL;

  if (row->text == NULL)
    {
      g_assert_null (phrase);
      g_assert_true (error->domain == ZP_EXPR_ERROR);
      g_assert_nonnull (strstr (error->message, row->message));
      return;
    }

  g_assert_no_error (error);
  text = zp_phrase_render_text (phrase, &eval, style);
  g_assert_cmpstr (text, ==, row->text);
  g_assert_cmpstr (zp_phrase_get_source (phrase), ==, row->template);
  g_assert_cmpuint (eval.n_rows, ==, 1);
}

static void
test_prose (gconstpointer data)
{
  ZpPhraseStyle style = prose_style ();

  check_phrase (data, &style);
}

static void
test_layout (gconstpointer data)
{
  ZpUnit yuan;
  ZpPhraseStyle style = { .money = &yuan, .na = "——", .empty = "空" };
  const Row *row = data;

  g_assert_true (zp_unit_money ("元", &yuan));
  if (strcmp (row->name, "money") == 0)
    style.money = NULL;

  check_phrase (row, &style);
}

static void
test_lenient (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = make_context (fixture);
  ZpEval eval = make_eval (fixture);
  ZpPhraseStyle style = prose_style ();
  g_autoptr (ZpPhrase) phrase = zp_phrase_parse_lenient (row->template, &context);
  g_autofree char *text = zp_phrase_render_text (phrase, &eval, &style);

  g_assert_cmpstr (text, ==, row->text);
}

/* A text that opens tags without end again and again is read in one pass. */
static void
test_lenient_hostile (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  ZpBindContext context = make_context (fixture);
  ZpEval eval = make_eval (fixture);
  ZpPhraseStyle style = prose_style ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ZpPhrase) phrase = NULL;
  g_autofree char *rendered = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "{if report.year = 2021}{for projects}{'{x");
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "{end}");
  phrase = zp_phrase_parse_lenient (text->str, &context);
  rendered = zp_phrase_render_text (phrase, &eval, &style);

  g_assert_true (g_utf8_validate (rendered, -1, NULL));
}

static void
test_only (gconstpointer data)
{
  const OnlyRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = read_phrase (fixture, row->template, &error);
  ZpUnit yuan;
  ZpUnit unit;
  ZpPhraseStyle style = { .money = &yuan };
  const ZpExpr *formula;
  int places;

  g_assert_no_error (error);
  g_assert_true (zp_unit_money ("元", &yuan));
  formula = zp_phrase_get_only_formula (phrase);

  g_assert_cmpstr (formula != NULL ? formula->text : NULL, ==, row->formula);
  g_assert_true (zp_phrase_has_rendering (phrase) == row->has_rendering);
  g_assert_true (zp_phrase_get_only_figure (phrase, &style, &unit, &places) == (row->unit != NULL));
  if (row->unit == NULL)
    return;

  g_assert_cmpstr (unit.label, ==, row->unit);
  g_assert_cmpint (places, ==, row->places);
}

static const ZpPhraseRun *
get_run (GPtrArray *runs, guint i)
{
  g_assert_cmpuint (i, <, runs->len);

  return g_ptr_array_index (runs, i);
}

/* A figure carries its cell, a formula its first operand; plain text is one run. */
static void
test_runs (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase =
    read_phrase (fixture,
                 "甲{if report.year = 2021}乙{end}{budget.total.actual}丙{budget.basic.actual + "
                 "@actual}{@people - @rate}",
                 &error);
  ZpEval eval = make_eval (fixture);
  ZpPhraseStyle style = prose_style ();
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *id = NULL;
  g_autofree char *operand = NULL;

  g_assert_no_error (error);
  runs = zp_phrase_render (phrase, &eval, &style);

  g_assert_cmpuint (runs->len, ==, 5);
  g_assert_cmpstr (get_run (runs, 0)->text, ==, "甲乙");
  g_assert_false (get_run (runs, 0)->has_cell);
  id = expr_fixture_cell_id (fixture, get_run (runs, 1)->cell);
  g_assert_cmpstr (id, ==, "budget.total.actual");
  g_assert_cmpstr (get_run (runs, 2)->text, ==, "丙");
  operand = expr_fixture_cell_id (fixture, get_run (runs, 3)->cell);
  g_assert_cmpstr (operand, ==, "budget.basic.actual");
  g_assert_true (get_run (runs, 4)->has_cell);
}

typedef struct
{
  const char *name;
  const char *template;
  const char *text;
} NamelessRow;

/* clang-format off */
static const NamelessRow nameless_rows[] = {
  { "empty-table", "{sum(projects.people)}", "〔未填：项目受益人数〕" },
  { "empty-table-by-column", "{max(projects.done)}", "〔未填：项目完成日期〕" },
  { "no-cell-at-all", "{1 / 0|.2}", "〔未填：1 / 0〕" },
};
/* clang-format on */

/* Where no cell is looked at, the column is named, in the words of the pack alone. */
static void
test_nameless (gconstpointer data)
{
  const NamelessRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = read_phrase (fixture, row->template, &error);
  ZpEval eval = ZP_EVAL_INIT (&fixture->scope.vtable);
  ZpPhraseStyle style = prose_style ();
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = zp_phrase_render_text (phrase, &eval, &style);
  g_assert_cmpstr (text, ==, row->text);
}

/* What is missing is said with the name of the cell that has to be filled in, and is open. */
static void
test_open (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = read_phrase (
    fixture, "{budget.total.score}{ratio(budget.basic.actual, budget.project.final)}", &error);
  ZpEval eval = make_eval (fixture);
  ZpPhraseStyle style = prose_style ();
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_no_error (error);
  expr_fixture_set (fixture, "budget.total.score", NULL);
  expr_fixture_set (fixture, "budget.project.final", NULL);
  runs = zp_phrase_render (phrase, &eval, &style);

  g_assert_cmpstr (get_run (runs, 0)->text, ==, "〔未填：合计得分〕");
  g_assert_true (get_run (runs, 0)->open);
  g_assert_cmpstr (get_run (runs, 1)->text, ==, "〔未填：项目支出全年预算〕");
  g_assert_true (get_run (runs, 1)->open);

  style.prose = FALSE;
  g_ptr_array_unref (runs);
  runs = zp_phrase_render (phrase, &eval, &style);
  g_assert_cmpstr (get_run (runs, 0)->text, ==, "空");
  g_assert_false (get_run (runs, 0)->open);
}

static char *
show_not_applicable (const ZpScope *self, ZpCell cell)
{
  return g_strdup ("—");
}

static char *
show_words (const ZpScope *self, ZpCell cell)
{
  return g_strdup ("按期完成");
}

typedef struct
{
  const char *name;
  char *(*show) (const ZpScope *self, ZpCell cell);
  const char *expected;
} NoFigureRow;

/* clang-format off */
static const NoFigureRow no_figure_rows[] = {
  { "not-applicable", show_not_applicable, "——" },
  { "words", show_words, "按期完成" },
};
/* clang-format on */

/* Not applicable, and words in a cell that takes both, are neither missing nor open and have no
 * unit. */
static void
test_no_figure (gconstpointer data)
{
  const NoFigureRow *row = data;
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = read_phrase (fixture, "{budget.total.score}", &error);
  FixtureScope scope = fixture->scope;
  ZpEval eval = ZP_EVAL_INIT (&scope.vtable);
  ZpPhraseStyle style = prose_style ();
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_no_error (error);
  scope.vtable.show = row->show;
  expr_fixture_set (fixture, "budget.total.score", NULL);
  runs = zp_phrase_render (phrase, &eval, &style);

  g_assert_cmpstr (get_run (runs, 0)->text, ==, row->expected);
  g_assert_false (get_run (runs, 0)->open);
  g_assert_true (get_run (runs, 0)->has_cell);
}

static void
count_formula (const ZpExpr *formula, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
append_literal (const char *text, gpointer user_data)
{
  g_string_append_printf (user_data, "[%s]", text);
}

static void
test_walk (void)
{
  g_autoptr (ExprFixture) fixture = expr_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase =
    read_phrase (fixture,
                 "甲{if report.year = 1}乙{report.year}{else}丙{end}{for projects where "
                 "projects.people > 1 sep '、' last '和'}丁{@name}{else}戊{end}",
                 &error);
  g_autoptr (ZpPhrase) plain = zp_phrase_parse ("2020年{{", NULL);
  g_autoptr (GString) literals = g_string_new (NULL);
  guint n_formulas = 0;

  g_assert_no_error (error);
  zp_phrase_foreach_formula (phrase, count_formula, &n_formulas);
  zp_phrase_foreach_literal (phrase, append_literal, literals);

  g_assert_cmpuint (n_formulas, ==, 4);
  g_assert_cmpstr (literals->str, ==, "[甲][乙][丙][、][和][丁][戊]");
  g_assert_false (zp_phrase_is_literal (phrase));
  g_assert_true (zp_phrase_is_literal (plain));
}

static void
add_rows (const char *folder, const Row *rows, gsize n_rows, GTestDataFunc test)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/phrase/", folder, "/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_rows ("prose", prose_rows, G_N_ELEMENTS (prose_rows), test_prose);
  add_rows ("layout", layout_rows, G_N_ELEMENTS (layout_rows), test_layout);
  add_rows ("lenient", lenient_rows, G_N_ELEMENTS (lenient_rows), test_lenient);
  for (gsize i = 0; i < G_N_ELEMENTS (only_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/phrase/only/", only_rows[i].name, NULL);
      g_test_add_data_func (path, &only_rows[i], test_only);
    }
  g_test_add_func ("/phrase/lenient/hostile", test_lenient_hostile);
  g_test_add_func ("/phrase/runs", test_runs);
  g_test_add_func ("/phrase/open", test_open);
  for (gsize i = 0; i < G_N_ELEMENTS (nameless_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/phrase/nameless/", nameless_rows[i].name, NULL);
      g_test_add_data_func (path, &nameless_rows[i], test_nameless);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no_figure_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/phrase/no-figure/", no_figure_rows[i].name, NULL);
      g_test_add_data_func (path, &no_figure_rows[i], test_no_figure);
    }
  g_test_add_func ("/phrase/walk", test_walk);

  return g_test_run ();
}
