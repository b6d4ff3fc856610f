/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plain text, line by line. */
#include <string.h>

#include "export/zp-export-formats.h"
#include "flow-fixture.h"

typedef struct
{
  const char *name;
  void (*build) (ZpDoc *doc);
  const char *expected;
} TextRow;

static ZpDocNode *
add (ZpDoc *doc, ZpDocKind kind, int level, const char *text)
{
  ZpDocNode *node = zp_doc_append (doc, kind);

  node->level = level;
  if (text != NULL)
    zp_doc_run_append (node->runs, text, NULL, ZP_RUN_PLAIN);
  return node;
}

static GPtrArray *
runs_of (const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  return runs;
}

static GPtrArray *
line_of (const char *first, const char *second)
{
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (line, runs_of (first));
  g_ptr_array_add (line, runs_of (second));
  return line;
}

static void
build_nothing (ZpDoc *doc)
{
}

static void
build_body (ZpDoc *doc)
{
  ZpDocNode *node = NULL;

  add (doc, ZP_DOC_TITLE, 0, "标题\n第二行");
  add (doc, ZP_DOC_HEADING, 1, "一、甲");
  node = add (doc, ZP_DOC_PARAGRAPH, 2, NULL);
  zp_doc_run_append (node->runs, "（一）乙。", NULL, ZP_RUN_HEAD);
  zp_doc_run_append (node->runs, "3,653.00万元", "a.b", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "〔未填：丙〕", "a.c", ZP_RUN_OPEN);
}

static void
build_cover (ZpDoc *doc)
{
  ZpDocNode *cover = add (doc, ZP_DOC_COVER, 0, "封面");

  g_ptr_array_add (cover->lines, line_of ("单位名称", "某局"));
  g_ptr_array_add (cover->lines, line_of ("报告日期：", "2022年"));
  zp_doc_run_append (cover->foot, "某财政局（制）", NULL, ZP_RUN_PLAIN);
  add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
}

static ZpDocCell *
add_cell (ZpDocTable *table, int row, int column, int rows, int columns, const char *text)
{
  ZpDocCell *cell = zp_doc_table_add_cell (table, row, column, rows, columns);

  zp_doc_run_append (cell->runs, text, NULL, ZP_RUN_PLAIN);
  return cell;
}

static void
build_table (ZpDoc *doc)
{
  const int widths[] = { 2, 1, 1 };
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_BREAK);
  ZpDocTable *table = zp_doc_table_new ();

  node->annex = g_strdup ("附件1");
  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  g_array_append_vals (table->widths, widths, G_N_ELEMENTS (widths));
  table->n_head = 1;
  g_ptr_array_add (table->title, runs_of ("基础数据表"));
  g_ptr_array_add (table->above, line_of ("", "单位：万元"));
  g_ptr_array_add (table->below, line_of ("填表人：甲", "负责人："));
  g_ptr_array_add (table->notes, runs_of ("注：说明。"));
  add_cell (table, 0, 0, 1, 1, "项目");
  add_cell (table, 0, 1, 1, 2, "金额")->align = ZP_ALIGN_CENTER;
  add_cell (table, 1, 0, 2, 1, "支出\n合计");
  add_cell (table, 1, 1, 1, 1, "3,653.00")->align = ZP_ALIGN_RIGHT;
  add_cell (table, 1, 2, 1, 1, "1.00")->align = ZP_ALIGN_RIGHT;
  add_cell (table, 2, 1, 1, 1, "0.00")->align = ZP_ALIGN_RIGHT;
  add_cell (table, 2, 2, 1, 1, "");
}

static void
build_empty_table (ZpDoc *doc)
{
  const int widths[] = { 1 };
  ZpDocTable *table = zp_doc_table_new ();

  add (doc, ZP_DOC_PARAGRAPH, 0, "甲");
  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  g_array_append_vals (table->widths, widths, 1);
}

static void
build_end (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_ANNEX_LIST, 0, NULL);

  g_ptr_array_add (node->lines, runs_of ("附件：1.甲"));
  g_ptr_array_add (node->lines, runs_of ("2.乙"));
  node = add (doc, ZP_DOC_SIGNATURE, 0, NULL);
  g_ptr_array_add (node->lines, runs_of ("长沙市工业和信息化局"));
  g_ptr_array_add (node->lines, runs_of ("2022年4月8日"));
}

static void
build_short_unit (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_SIGNATURE, 0, NULL);

  g_ptr_array_add (node->lines, runs_of ("某局"));
  g_ptr_array_add (node->lines, runs_of ("2022年4月8日"));
}

static void
build_hostile (ZpDoc *doc)
{
  add (doc, ZP_DOC_PARAGRAPH, 0, "a\x01<&>\t𠮷  ");
}

#define I "　"
#define I8 I I I I I I I I

/* clang-format off */
static const TextRow rows[] = {
  { "nothing", build_nothing, "\n" },
  { "body", build_body,
    "标题\n第二行\n\n" I I "一、甲\n" I I "（一）乙。3,653.00万元〔未填：丙〕\n" },
  { "cover", build_cover,
    "封面\n\n单位名称：某局\n报告日期：2022年\n\n某财政局（制）\n\n" I I "正文\n" },
  { "table", build_table,
    "附件1\n\n基础数据表\n单位：万元\n"
    "-------------------------\n"
    "项目            金额\n"
    "-------------------------\n"
    "支出 合计  3,653.00  1.00\n"
    "               0.00\n"
    "-------------------------\n"
    "填表人：甲" I I "负责人：\n注：说明。\n" },
  { "table-without-rows", build_empty_table, I I "甲\n" },
  { "end", build_end,
    I I "附件：1.甲\n" I I I I I "2.乙\n\n" I8 I8 "长沙市工业和信息化局\n" I8 I8 I I
    "2022年4月8日\n" },
  { "short-unit", build_short_unit, I8 I8 I I "某局\n" I8 I8 I I I I "2022年4月8日\n" },
  { "hostile", build_hostile, I I "a<&> 𠮷\n" },
};
/* clang-format on */

static char *
export_doc (const ZpDoc *doc)
{
  ZpExportContent content = { .doc = doc };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = zp_export_text_write (&content, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autofree char *text = NULL;

  row->build (doc);
  text = export_doc (doc);
  g_assert_cmpstr (text, ==, row->expected);
}

/* Nothing is left out, whatever it is. */
static void
test_hostile_report (void)
{
  g_autoptr (ZpDoc) doc = flow_fixture_hostile ();
  g_autofree char *text = export_doc (doc);
  guint n = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "\n") && !g_str_has_suffix (text, "\n\n"));
  for (const char *at = strstr (text, "长"); at != NULL; at = strstr (at + 1, "长"))
    n++;
  g_assert_cmpuint (n, ==, 50000);
}

static void
test_broken_tree (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (GError) error = NULL;
  ZpExportContent content = { .doc = doc };

  add (doc, ZP_DOC_HEADING, 5, "甲");
  g_assert_null (zp_export_text_write (&content, &error));
  g_assert_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/text/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_text);
    }
  g_test_add_func ("/text/hostile-report", test_hostile_report);
  g_test_add_func ("/text/broken-tree", test_broken_tree);

  return g_test_run ();
}
