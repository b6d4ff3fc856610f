/* SPDX-License-Identifier: GPL-3.0-or-later
 * The document tree: parts, sections, passages, profiles. */
#include "doc-fixture.h"

#include <string.h>

#define UNIT "\"unit.name\": \"某局\", \"report.year\": \"2021\", \"report.date\": \"2022-04-08\""
#define MONEY                                                                                      \
  "\"budget.basic.initial\": \"100\", \"budget.project.initial\": \"50\", "                        \
  "\"budget.basic.actual\": \"1090.5\", \"budget.project.actual\": \"40\""
#define PROJECTS                                                                                   \
  "\"projects\": [{\"name\": \"甲\", \"initial\": \"60\", \"actual\": \"51\"}, "                  \
  "{\"name\": \"乙\", \"initial\": \"40\", \"actual\": \"30\"}]"

typedef struct
{
  const char *name;
  const char *data;
  ZpProfile profile;
  const char *lines;
} Row;

/* clang-format off */
static const Row rows[] = {
  { "parts", "{" UNIT "," MONEY "," PROJECTS "}", ZP_PROFILE_SUBMIT,
    "COVER {report.year:2021}年度{unit.name:某局}\\n自评报告 | 单位={unit.name:某局} | 日期={report.date:2022年4月8日} | 某局制\n"
    "TITLE {report.year:2021}年度{unit.name:某局}自评报告\n"
    "LIST | 附件：1.2021年度基础数据表 | 2.项目自评表（甲）\n"
    "SIGN | {unit.name:某局} | {report.date:2022年4月8日}\n"
    "BREAK 附件1\nTABLE base\nBREAK turned 附件2\nTABLE form\nBREAK turned 附件2\nTABLE form" },
  { "official-without-cover", "{" UNIT "}", ZP_PROFILE_OFFICIAL, "TITLE {report.year:2021}年度{unit.name:某局}自评报告\n!COVER" },
  { "annex-of-one-profile", "{" UNIT ", \"indicators\": [{\"name\": \"n\"}]}", ZP_PROFILE_SUBMIT,
    "LIST | 附件：1.2021年度基础数据表 | 2.指标\nBREAK 附件1\nTABLE base\nBREAK turned 附件2\nTABLE indicators" },
  { "single-annex-has-no-number", "{" UNIT ", \"indicators\": [{\"name\": \"n\"}]}", ZP_PROFILE_PUBLIC,
    "LIST | 附件：2021年度基础数据表\nBREAK 附件\nTABLE base\n!附件1" },
  { "numbers", "{" UNIT "," MONEY "," PROJECTS "}", ZP_PROFILE_SUBMIT,
    "H1 一、基本情况\nH2 （一）职责\nH2 备注\nH2 （二）{projects[0].name:甲}\nH3 1.明细\n"
    "H2 （三）{projects[1].name:乙}\nH3 1.明细\nH1 二、资金\n"
    "H1 三、项目\nH1 四、问题\nH1 五、结果应用\n!不出现" },
  { "figures-live", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT,
    "P text.scale 年初预算{budget.total.initial:150.00万元}，实际支出{budget.total.actual:1,130.50万元}，执行率{budget.total.rate:753.67%}。" },
  { "condition-of-a-passage", "{" UNIT "," MONEY "}", ZP_PROFILE_SUBMIT, "P text.remark 支出较大。" },
  { "condition-of-a-passage-unmet", "{" UNIT ", \"budget.basic.actual\": \"1\"}", ZP_PROFILE_SUBMIT, "!支出较大" },
  { "typed-stands-whatever-the-condition", "{" UNIT ", \"text.remark\": \"自己写的。\"}", ZP_PROFILE_SUBMIT, "P text.remark 自己写的。" },
  { "rewritten-keeps-figures", "{" UNIT "," MONEY ", \"text.scale\": \"全年{budget.total.actual|亿元|.4}{不是公式}。\\n\\n　　第二段。\"}", ZP_PROFILE_SUBMIT,
    "P text.scale 全年{budget.total.actual:0.1131亿元}{不是公式}。\nP text.scale 第二段。\n!年初预算{budget" },
  { "rewritten-in-its-row", "{" UNIT "," PROJECTS ", \"text.each\": \"{@name}支出{@actual}。\"}", ZP_PROFILE_SUBMIT,
    "P text.each {projects[0].name:甲}支出{projects[0].actual:51.00万元}。\nP text.each {projects[1].name:乙}支出{projects[1].actual:30.00万元}。" },
  { "passage-for-rows", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT,
    "P text.rows 1.{projects[0].name:甲}。\nP text.rows 支出{projects[0].actual:51.00万元}。\n!1.{projects[1].name:乙}" },
  { "passage-for-rows-rewritten", "{" UNIT "," PROJECTS ", \"text.rows\": \"共两个。\"}", ZP_PROFILE_SUBMIT, "P text.rows 共两个。\n!text.rows 1." },
  { "run-in", "{" UNIT ", \"unit.salary\": \"1\", \"text.second\": \"甲。\\n乙。\"}", ZP_PROFILE_SUBMIT,
    "P2 text.first [（一）收入。]全部收入{unit.income:1.00万元}。\nP2 text.second [（二）支出情况：]甲。\nP text.second 乙。\nTABLE budget" },
  { "run-in-without-words", "{" UNIT "}", ZP_PROFILE_SUBMIT, "H2 （二）支出情况：\nTABLE budget" },
  { "turned-table-in-the-text", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT, "BREAK turned\nTABLE wide\nBREAK\nH1 四、问题" },
  { "table-left-out", "{" UNIT "}", ZP_PROFILE_SUBMIT, "!TABLE wide" },
  { "none", "{" UNIT "}", ZP_PROFILE_SUBMIT, "H1 四、问题\nP 无。\nH1 五、结果应用" },
  { "none-not-beside-text", "{" UNIT ", \"text.problems\": \"有。\"}", ZP_PROFILE_SUBMIT, "H1 四、问题\nP text.problems 有。\n!P 无。" },
  { "none-not-beside-rows", "{" UNIT ", \"problems\": [{\"title\": \"慢\", \"text\": \"第一段\\n第二段\"}]}", ZP_PROFILE_SUBMIT,
    "H1 四、问题\nH2 （一）{problems[0].title:慢}\nP text.problem {problems[0].text:第一段}\nP text.problem {problems[0].text:第二段}\n!P 无。" },
  { "open-figure", "{}", ZP_PROFILE_SUBMIT, "TITLE <〔未填：年度〕>年度<〔未填：单位名称〕>自评报告" },
  { "annex-mark-in-text", "{" UNIT "," PROJECTS "}", ZP_PROFILE_SUBMIT, "P text.opening {unit.name:某局}开展了自评，见附件1和附件2。" },
  { "private-printed", "{" UNIT ", \"unit.phone\": \"0731\", \"unit.salary\": \"7\"}", ZP_PROFILE_SUBMIT,
    "P text.opening 电话{unit.phone:0731}。\nP text.secret 内部掌握{unit.salary:7.00万元}。" },
  { "private-withheld", "{" UNIT "," MONEY ", \"unit.phone\": \"0731\", \"unit.salary\": \"7.77\", \"text.duties\": \"问{unit.phone}。\"}", ZP_PROFILE_PUBLIC,
    "P text.duties 问{unit.phone:——}。\n!0731\n!:7.77\n!内部掌握\n!电话{" },
  { "nothing-between-blank-paragraphs", "{" UNIT ", \"text.closing\": \"  \\n　\"}", ZP_PROFILE_SUBMIT, "H1 五、结果应用\nLIST | 附件：2021年度基础数据表\n!text.closing" },
};
/* clang-format on */

static void
test_build (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReport) report = doc_fixture_small (row->data);
  g_autofree char *text = doc_fixture_print (report, row->profile);

  doc_fixture_assert_lines (text, row->lines);
}

static void
test_properties (void)
{
  g_autoptr (ZpReport) report = doc_fixture_small ("{" UNIT "}");
  g_autoptr (ZpDoc) doc = zp_doc_build (report, ZP_PROFILE_SUBMIT);

  g_assert_cmpstr (doc->title, ==, "2021年度某局自评报告");
  g_assert_cmpstr (doc->author, ==, "某局");
  g_assert_cmpstr (doc->subject, ==, "小报告");
  g_assert_cmpint (doc->date, ==, 19090);
}

/* What each profile of the pack has: cover, letterhead, imprint, and a seal on the signature. */
static void
test_profiles (void)
{
  static const struct
  {
    ZpProfile profile;
    guint n_covers;
    guint n_letterheads;
    guint n_imprints;
    guint n_addressees;
    gboolean seal;
  } wanted[] = {
    { ZP_PROFILE_SUBMIT, 1, 0, 0, 0, TRUE },
    { ZP_PROFILE_OFFICIAL, 0, 1, 1, 1, TRUE },
    { ZP_PROFILE_PUBLIC, 0, 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (ZpReport) report = doc_fixture_example ("full");
      g_autoptr (ZpDoc) doc = zp_doc_build (report, wanted[i].profile);
      guint counts[ZP_DOC_IMPRINT + 1] = { 0 };
      guint n_addressees = 0;

      for (guint k = 0; k < doc->nodes->len; k++)
        {
          const ZpDocNode *node = g_ptr_array_index (doc->nodes, k);

          counts[node->kind]++;
          n_addressees += node->flush ? 1 : 0;
          if (node->kind == ZP_DOC_SIGNATURE)
            g_assert_cmpint (node->seal, ==, wanted[i].seal);
        }
      g_assert_true (zp_doc_check (doc, NULL));
      g_assert_cmpuint (counts[ZP_DOC_COVER], ==, wanted[i].n_covers);
      g_assert_cmpuint (counts[ZP_DOC_LETTERHEAD], ==, wanted[i].n_letterheads);
      g_assert_cmpuint (counts[ZP_DOC_IMPRINT], ==, wanted[i].n_imprints);
      g_assert_cmpuint (n_addressees, ==, wanted[i].n_addressees);
      g_assert_cmpuint (counts[ZP_DOC_SIGNATURE], ==, 1);
    }
}

static void
test_same_twice (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDoc) first = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autoptr (ZpDoc) second = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autofree char *first_text = zp_doc_dump (first);
  g_autofree char *second_text = zp_doc_dump (second);

  g_assert_cmpstr (first_text, ==, second_text);
}

static char *
list_passages (const ZpDoc *doc)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);
      g_autofree char *words = NULL;

      if (node->kind != ZP_DOC_PARAGRAPH || node->passage == NULL)
        continue;
      words = zp_doc_runs_to_text (node->runs);
      g_string_append_printf (text, "%s %s\n", node->passage, words);
    }
  return g_string_free (text, FALSE);
}

/* The text is the same, and no annex, which may have thousands of rows, is made for it. */
static void
test_text_alone (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDoc) whole = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autoptr (ZpDoc) text = zp_doc_build_text (report, ZP_PROFILE_SUBMIT);
  g_autofree char *whole_passages = list_passages (whole);
  g_autofree char *passages = list_passages (text);

  g_assert_cmpstr (passages, ==, whole_passages);
  g_assert_cmpuint (strlen (passages), >, 1000);
  for (guint i = 0; i < text->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (text->nodes, i);

      g_assert_cmpint (node->kind, !=, ZP_DOC_COVER);
      g_assert_cmpint (node->kind, !=, ZP_DOC_SIGNATURE);
      g_assert_true (node->kind != ZP_DOC_BREAK || node->annex == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/builder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_build);
    }
  g_test_add_func ("/builder/properties", test_properties);
  g_test_add_func ("/builder/profiles", test_profiles);
  g_test_add_func ("/builder/same-twice", test_same_twice);
  g_test_add_func ("/builder/text-alone", test_text_alone);
  return g_test_run ();
}
