/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report with every kind of node, one of hostile texts, and one of almost nothing. */
#include "base/zp-date.h"
#include "flow-fixture.h"

#define BODY                                                                                                                                      \
  "根据财政部门关于开展预算绩效自评工作的通知精神我局认真组织开展了部门整体支出绩效自评工作并对全" \
  "年预算执行情况重点项目完成情况资产管理情况以及政府采购情况进行了全面梳理现将有关情况报告如下。"

static void
add_text (ZpDoc *doc, ZpDocKind kind, int level, const char *text)
{
  ZpDocNode *node = zp_doc_append (doc, kind);

  node->level = level;
  zp_doc_run_append (node->runs, text, NULL, ZP_RUN_PLAIN);
}

static GPtrArray *
runs_of (const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  return runs;
}

static GPtrArray *
line_of (const char *const *texts)
{
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (line, runs_of (texts[i]));
  return line;
}

static ZpDocCell *
add_cell (ZpDocTable *table, int row, int column, int rows, int columns, const char *text)
{
  ZpDocCell *cell = zp_doc_table_add_cell (table, row, column, rows, columns);

  cell->align = ZP_ALIGN_CENTER;
  cell->head = row < table->n_head;
  zp_doc_run_append (cell->runs, text, NULL, ZP_RUN_PLAIN);
  return cell;
}

static void
add_figure (ZpDocTable *table, int row, int column, const char *text, const char *id)
{
  ZpDocCell *cell = zp_doc_table_add_cell (table, row, column, 1, 1);

  cell->align = ZP_ALIGN_RIGHT;
  zp_doc_run_append (cell->runs, text, id, ZP_RUN_PLAIN);
}

static void
set_widths (ZpDocTable *table, const int *widths, guint n)
{
  g_array_append_vals (table->widths, widths, n);
}

static void
add_cover (ZpDoc *doc)
{
  ZpDocNode *cover = zp_doc_append (doc, ZP_DOC_COVER);

  zp_doc_run_append (cover->runs, "2021年度长沙市某某局\n部门整体支出绩效自评报告", NULL,
                     ZP_RUN_PLAIN);
  g_ptr_array_add (cover->lines,
                   line_of ((const char *[]){ "部门（单位）名称", "长沙市某某局", NULL }));
  g_ptr_array_add (cover->lines, line_of ((const char *[]){ "预算编码", "", NULL }));
  g_ptr_array_add (cover->lines,
                   line_of ((const char *[]){ "评价方式", "部门（单位）绩效自评", NULL }));
  g_ptr_array_add (cover->lines, line_of ((const char *[]){ "报告日期", "2022年4月8日", NULL }));
  zp_doc_run_append (cover->foot, "长沙市财政局（制）", NULL, ZP_RUN_PLAIN);
}

static void
add_title (ZpDoc *doc)
{
  ZpDocNode *title = zp_doc_append (doc, ZP_DOC_TITLE);

  zp_doc_run_append (title->runs, "2021", "report.year", ZP_RUN_PLAIN);
  zp_doc_run_append (title->runs, "年度", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (title->runs, "长沙市工业和信息化局", "unit.name", ZP_RUN_PLAIN);
  zp_doc_run_append (title->runs, "部门整体支出绩效自评报告", NULL, ZP_RUN_PLAIN);
}

static void
add_figures (ZpDoc *doc)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);

  node->level = 2;
  zp_doc_run_append (node->runs, "（二）预算执行方面。", NULL, ZP_RUN_HEAD);
  zp_doc_run_append (node->runs, "全年预算", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "3,653.00万元", "budget.total.final", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "，实际支出", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "3,214.04万元", "budget.total.actual", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "，执行率", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "87.98%", "budget.total.rate", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "，“三公”经费下降", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "〔未填：三公经费变动率〕", "three_public.total.change",
                     ZP_RUN_OPEN);
  zp_doc_run_append (node->runs, "；两处同为", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "3,214.04万元", "budget.total.actual", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "。", NULL, ZP_RUN_PLAIN);
}

/* Its full stop stands in the margin: 26 characters in the first line and 28 in the second. */
static void
add_prose (ZpDoc *doc)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);

  zp_doc_run_append (node->runs,
                     "年中追加占年初预算的比重仍然偏高且个别项目在执行中调减原因是在编制预算的时候"
                     "对工作任务和开支标准的测算不够细致。",
                     "problems[0].text", ZP_RUN_PLAIN);
}

static void
add_inline_table (ZpDoc *doc)
{
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  table->layout = g_strdup ("groups");
  table->n_head = 1;
  set_widths (table, (const int[]){ 3, 1, 2 }, 3);
  g_ptr_array_add (table->title, runs_of ("年末资产情况"));
  g_ptr_array_add (table->above, line_of ((const char *[]){ "", "单位：万元", NULL }));
  add_cell (table, 0, 0, 1, 1, "类别");
  add_cell (table, 0, 1, 1, 1, "数量");
  add_cell (table, 0, 2, 1, 1, "金额");
  add_cell (table, 1, 0, 1, 1, "通用设备")->align = ZP_ALIGN_LEFT;
  add_figure (table, 1, 1, "12", "asset_groups[0].quantity");
  add_figure (table, 1, 2, "395.56", "asset_groups[0].amount");
}

static void
add_base_head (ZpDocTable *table)
{
  table->layout = g_strdup ("base_table");
  table->n_head = 2;
  set_widths (table, (const int[]){ 34, 11, 11, 11, 11 }, 5);
  g_ptr_array_add (table->title, runs_of ("部门整体支出绩效评价基础数据表"));
  g_ptr_array_add (table->above, line_of ((const char *[]){ "填报单位（盖章）：长沙市某某局",
                                                            "单位：万元", NULL }));
  g_ptr_array_add (table->below,
                   line_of ((const char *[]){ "填表人（签名）：李堃", "填报日期：2022年4月8日",
                                              "单位负责人（签名）：", NULL }));
  g_ptr_array_add (table->notes, runs_of ("说明：“项目支出”需要填报基本支出以外的所有项目支出情况，"
                                          "“公用经费”填报基本支出中的一般商品和服务支出。"));
  add_cell (table, 0, 0, 2, 1, "项目");
  add_cell (table, 0, 1, 1, 2, "预算");
  add_cell (table, 0, 3, 1, 2, "决算");
  add_cell (table, 1, 1, 1, 1, "上年");
  add_cell (table, 1, 2, 1, 1, "本年");
  add_cell (table, 1, 3, 1, 1, "上年");
  add_cell (table, 1, 4, 1, 1, "本年");
}

/* Long enough for a second page, with a cell over three rows. */
static void
add_base_table (ZpDoc *doc)
{
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  add_base_head (table);
  for (int row = 2; row < 40; row++)
    {
      g_autofree char *name = g_strdup_printf ("　%d、业务工作专项", row - 1);

      add_cell (table, row, 0, 1, 1, name)->align = ZP_ALIGN_LEFT;
      for (int column = 1; column < 5; column++)
        {
          g_autofree char *id = g_strdup_printf ("projects[%d].f%d", row - 2, column);

          add_figure (table, row, column, "1,234.50", id);
        }
    }
  add_cell (table, 40, 0, 3, 1, "厉行节约保障措施")->bold = TRUE;
  add_cell (table, 40, 1, 2, 4, "一是从严控制。\n二是公开透明。")->align = ZP_ALIGN_LEFT;
  add_cell (table, 42, 1, 1, 4, "")->lines = 4;
}

static void
add_wide_table (ZpDoc *doc)
{
  static const char *const heads[] = { "一级指标",   "二级指标",
                                       "三级指标",   "年度指标值",
                                       "实际完成值", "分值",
                                       "得分",       "偏差原因分析及改进措施" };
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  table->layout = g_strdup ("overall_form");
  table->n_head = 1;
  set_widths (table, (const int[]){ 12, 12, 24, 12, 12, 8, 8, 30 }, 8);
  g_ptr_array_add (table->title, runs_of ("2021年度部门整体支出绩效自评表"));
  g_ptr_array_add (table->title, runs_of ("（2021年度）"));
  g_ptr_array_add (table->below,
                   line_of ((const char *[]){ "填表人：王喆", "填报日期：2022年4月8日",
                                              "单位负责人签字：", NULL }));
  for (int c = 0; c < 8; c++)
    add_cell (table, 0, c, 1, 1, heads[c]);
  for (int row = 1; row < 13; row++)
    {
      if (row % 6 == 1)
        add_cell (table, row, 0, 6, 1, row == 1 ? "产出指标（50分）" : "效益指标（30分）");
      if (row % 3 == 1)
        add_cell (table, row, 1, 3, 1, "数量指标");
      add_cell (table, row, 2, 1, 1, "培训企业管理人员人次")->align = ZP_ALIGN_LEFT;
      add_cell (table, row, 3, 1, 1, "≥200人次");
      add_figure (table, row, 4, "215", "indicators[0].actual");
      add_figure (table, row, 5, "5.00", "indicators[0].weight");
      add_figure (table, row, 6, "5.00", "indicators[0].score");
      add_cell (table, row, 7, 1, 1, row % 4 == 0 ? "年中追加任务，完成值高于年初指标值。" : "")
        ->align = ZP_ALIGN_LEFT;
    }
}

static void
add_break (ZpDoc *doc, gboolean landscape, const char *annex)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_BREAK);

  node->landscape = landscape;
  node->annex = g_strdup (annex);
}

static void
add_end (ZpDoc *doc)
{
  ZpDocNode *list = zp_doc_append (doc, ZP_DOC_ANNEX_LIST);
  ZpDocNode *signature = NULL;

  g_ptr_array_add (list->lines, runs_of ("附件：1.部门整体支出绩效评价基础数据表"));
  g_ptr_array_add (list->lines, runs_of ("2.2021年度部门整体支出绩效自评表及其填报说明和指标完成"
                                         "情况的佐证资料目录"));
  signature = zp_doc_append (doc, ZP_DOC_SIGNATURE);
  g_ptr_array_add (signature->lines, runs_of ("长沙市工业和信息化局"));
  g_ptr_array_add (signature->lines, runs_of ("2022年4月8日"));
}

/* Returns: (transfer full): a report with every kind of node */
ZpDoc *
flow_fixture_report (void)
{
  ZpDoc *doc = zp_doc_new ();

  doc->title = g_strdup ("2021年度部门整体支出绩效自评报告");
  doc->author = g_strdup ("长沙市工业和信息化局");
  doc->subject = g_strdup ("部门整体支出绩效自评");
  g_assert_true (zp_date_make (2022, 4, 8, &doc->date));

  add_cover (doc);
  add_break (doc, FALSE, NULL);
  add_title (doc);
  add_text (doc, ZP_DOC_PARAGRAPH, 0, BODY);
  add_text (doc, ZP_DOC_HEADING, 1, "一、部门概况");
  add_text (doc, ZP_DOC_HEADING, 2, "（一）部门基本情况");
  add_text (doc, ZP_DOC_PARAGRAPH, 0, BODY BODY BODY);
  add_figures (doc);
  add_text (doc, ZP_DOC_HEADING, 3, "1.资产情况");
  add_text (doc, ZP_DOC_HEADING, 4, "（1）资产分类");
  add_text (doc, ZP_DOC_PARAGRAPH, 0, BODY BODY);
  add_prose (doc);
  add_inline_table (doc);
  add_text (doc, ZP_DOC_PARAGRAPH, 0, BODY BODY BODY BODY);
  add_end (doc);
  add_break (doc, FALSE, "附件1");
  add_base_table (doc);
  add_break (doc, TRUE, "附件2");
  add_wide_table (doc);

  return doc;
}

static void
add_hostile_table (ZpDoc *doc, const char *text)
{
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  set_widths (table, (const int[]){ 1, 1000 }, 2);
  g_ptr_array_add (table->above, line_of ((const char *[]){ text, text, text, NULL }));
  add_cell (table, 0, 0, 1, 1, "");
  add_cell (table, 0, 1, 1, 1, text)->lines = 200;
}

/* A table of columns without any row. */
static void
add_empty_table (ZpDoc *doc)
{
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  set_widths (table, (const int[]){ 1, 2 }, 2);
}

/* Returns: (transfer full): control characters, marks of XML, rare characters, much too long texts,
 * tables without rows and side by side, ids that look alike as bookmarks */
ZpDoc *
flow_fixture_hostile (void)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocNode *node = NULL;
  GString *text = g_string_new (NULL);
  g_autofree char *long_text = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "长");
  long_text = g_string_free (text, FALSE);
  doc->title = g_strdup ("<&>\"'\x01");

  add_empty_table (doc);
  add_text (doc, ZP_DOC_TITLE, 0, "一行\n二行\n<三行>");
  add_text (doc, ZP_DOC_PARAGRAPH, 0,
            "a\x01"
            "b\x0b"
            "c\x1f"
            "d\xef\xbf\xbe"
            "e]]>&<>\"'\t𠮷㛃😀\nf  g");
  node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  zp_doc_run_append (node->runs, "1", "a.b", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "2", "a_b", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "3", "a.b", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "4", "a.b_2", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "5", "9[0].<x>", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "6",
                     "a_very_long_identifier_of_a_cell.that_nobody.would_ever_write", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "7",
                     "a_very_long_identifier_of_a_cell.that_nobody.would_ever_read", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "", "a.empty", ZP_RUN_PLAIN);
  zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  add_text (doc, ZP_DOC_PARAGRAPH, 0, long_text);
  add_break (doc, TRUE, NULL);
  add_break (doc, FALSE, NULL);
  add_hostile_table (doc, "]]>&<>\"𠮷");
  add_hostile_table (doc, long_text);
  add_break (doc, FALSE, "附件1");
  add_empty_table (doc);
  add_break (doc, TRUE, NULL);

  return doc;
}

/* Returns: (transfer full): a report without nodes */
ZpDoc *
flow_fixture_bare (void)
{
  return zp_doc_new ();
}
