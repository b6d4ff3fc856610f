/* SPDX-License-Identifier: GPL-3.0-or-later
 * The first pack with its examples: sections, annexes, every figure, every profile, an empty
 * report. */
#include "doc-fixture.h"

#include <string.h>

#include "document/zp-doc-number.h"

static const char sections[] =
  "H1 一、部门概况\nH1 二、一般公共预算支出情况\nH1 三、部门项目实施情况\n"
  "H1 四、资产管理情况\nH1 五、落实过紧日子政策措施\n"
  "H1 六、部门整体支出绩效情况\nH1 七、存在的问题及原因分析\n"
  "H1 八、下一步改进措施\nH1 九、绩效自评结果拟应用和公开情况\n"
  "H1 十、对二级机构绩效自评复评情况\n!H1 十一、";

static void
test_ten_sections (gconstpointer data)
{
  const char *example = data;
  g_autoptr (ZpReport) report = doc_fixture_example (example);
  g_autofree char *text = doc_fixture_print (report, ZP_PROFILE_SUBMIT);

  doc_fixture_assert_lines (text, sections);
}

static void
test_full (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autofree char *text = doc_fixture_print (report, ZP_PROFILE_SUBMIT);

  doc_fixture_assert_lines (
    text,
    "LIST | 附件：1.部门整体支出绩效评价基础数据表 | 2.2021年度部门整体支出绩效自评表 | "
    "3.项目支出绩效自评表（2021年度） | 4.2021年度二级机构绩效自评复评情况表\n"
    "SIGN | {unit.name:某市某局} | {report.date:2022年4月20日}\n"
    "BREAK 附件1\nTABLE base_table\nBREAK turned 附件2\nTABLE overall_form\n"
    "BREAK turned 附件3\nTABLE project_form\nBREAK turned 附件3\nTABLE project_form\n"
    "BREAK turned 附件3\nTABLE project_form\nBREAK turned 附件4\nTABLE review_form\n!<〔未填");
}

static void
collect_runs (const GPtrArray *runs, GHashTable *ids)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);

      if (run->id != NULL)
        g_hash_table_add (ids, g_strdup (run->id));
    }
}

static void
collect_beside (const GPtrArray *lines, GHashTable *ids)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        collect_runs (g_ptr_array_index (line, k), ids);
    }
}

static void
collect_table (const ZpDocTable *table, GHashTable *ids)
{
  for (guint i = 0; i < table->cells->len; i++)
    collect_runs (((ZpDocCell *) g_ptr_array_index (table->cells, i))->runs, ids);
  collect_beside (table->above, ids);
  collect_beside (table->below, ids);
}

static GHashTable *
collect_ids (const ZpDoc *doc)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);

      collect_runs (node->runs, ids);
      if (node->kind == ZP_DOC_COVER)
        collect_beside (node->lines, ids);
      if (node->table != NULL)
        collect_table (node->table, ids);
    }
  return ids;
}

/* Figures that the official form has no place for. */
static gboolean
is_unprinted (const char *id)
{
  static const char *const patterns[] = {
    "achievements[*].target",
    "achievements[*].theme",
    "basic.total.actual",
    "budget.*.balance",
    "income.total.final",
    "*indicators[*].level",
    "*indicators[*].level1",
    "*indicators[*].level2",
    "*indicators[*].operator",
    "*indicators[*].rate",
    "measures[*].problem",
    "problems[*].topic",
    "project_funds[*].project",
    "project_funds[*].source",
    "project_indicators[*].project",
    "projects[*].adjust",
    "projects[*].balance",
    "projects[*].indicator_score",
    "projects[*].kind",
    "rules.*",
    "staff.*.rate",
    "staff.total.*",
    "three_public.*.prior_budget",
    "three_public.total.change",
    "unit.leader",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_pattern_match_simple (patterns[i], id))
      return TRUE;

  return FALSE;
}

static void
test_every_figure (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDoc) doc = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autoptr (GHashTable) ids = collect_ids (doc);
  const ZpPack *pack = zp_report_get_pack (report);
  guint n_found = 0;

  for (guint i = 0; i < pack->blocks->len; i++)
    for (int row = 0; row < zp_report_count_rows (report, (int) i); row++)
      for (guint k = 0; k < zp_block_count_columns (zp_pack_get_block (pack, (int) i)); k++)
        {
          ZpCell cell = zp_cell ((int) i, row, (int) k);
          const ZpCellValue *value = zp_report_get_value (report, cell);
          g_autofree char *id = value != NULL ? zp_pack_format_id (pack, cell) : NULL;

          if (id == NULL || zp_cell_value_in_force (value)->state == ZP_CONTENT_EMPTY)
            continue;
          n_found += g_hash_table_contains (ids, id) ? 1 : 0;
          if (!g_hash_table_contains (ids, id) && !is_unprinted (id))
            g_test_message ("not printed: %s", id);
          g_assert_true (g_hash_table_contains (ids, id) || is_unprinted (id));
        }
  g_assert_cmpuint (n_found, >, 200);
}

static void
test_public (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDoc) submitted = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autoptr (ZpDoc) published = zp_doc_build (report, ZP_PROFILE_PUBLIC);
  g_autofree char *submitted_text = zp_doc_dump (submitted);
  g_autofree char *published_text = zp_doc_dump (published);

  g_assert_nonnull (strstr (submitted_text, "0000-0000000"));
  g_assert_nonnull (strstr (submitted_text, "李某"));
  g_assert_null (strstr (published_text, "0000-0000000"));
  g_assert_null (strstr (published_text, "李某"));
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (ZpReport) report = doc_fixture_example (NULL);
  g_autofree char *text = doc_fixture_print (report, (ZpProfile) GPOINTER_TO_INT (data));

  doc_fixture_assert_lines (text, sections);
  doc_fixture_assert_lines (text, "P 无。\nP 无。\nBREAK 附件1\nTABLE base_table\n"
                                  "BREAK turned 附件2\nTABLE overall_form\n!附件3");
}

/* GB/T 9704-2012: the letter with its list of annexes and its signature, then the report as the
 * first annex, the tables, the imprint at the very end. */
static void
test_official (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example (NULL);
  g_autoptr (ZpReport) full = doc_fixture_example ("full");
  g_autofree char *text = doc_fixture_print (report, ZP_PROFILE_OFFICIAL);
  g_autoptr (ZpDoc) doc = zp_doc_build (full, ZP_PROFILE_OFFICIAL);
  g_autofree char *dump = zp_doc_dump (doc);
  const char *sign = strstr (dump, "signature");
  const char *body = strstr (dump, "break 附件1");

  doc_fixture_assert_lines (text, "BREAK 附件1");
  doc_fixture_assert_lines (text, sections);
  doc_fixture_assert_lines (text, "BREAK 附件2\nTABLE base_table\n"
                                  "BREAK turned 附件3\nTABLE overall_form\n!附件4");
  g_assert_nonnull (strstr (dump, "附件：1.2021年度某市某局部门整体支出绩效自评报告"));
  g_assert_nonnull (sign);
  g_assert_nonnull (body);
  g_assert_true (sign < body);
  g_assert_null (strstr (body, "signature"));
  g_assert_nonnull (strstr (body, "imprint"));
}

static void
test_rewritten (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  doc_fixture_fill (
    report, "{\"text.scale\": \"全年预算{budget.total.final}，支出{budget.total.actual}。\"}");
  before = doc_fixture_print (report, ZP_PROFILE_SUBMIT);
  doc_fixture_fill (report, "{\"budget.basic.actual\": \"2000.00\"}");
  after = doc_fixture_print (report, ZP_PROFILE_SUBMIT);

  doc_fixture_assert_lines (before, "P text.scale 全年预算{budget.total.final:2,981.25万元}，"
                                    "支出{budget.total.actual:2,901.02万元}。");
  doc_fixture_assert_lines (after, "P text.scale 全年预算{budget.total.final:2,981.25万元}，"
                                   "支出{budget.total.actual:2,889.64万元}。");
}

static void
append_projects (GString *data, guint n_projects)
{
  g_string_append (data, "{\"projects\": [");
  for (guint i = 0; i < n_projects; i++)
    g_string_append_printf (data,
                            "%s{\"name\": \"项目%u\", \"initial\": \"%u\", \"actual\": \"1\"}",
                            i > 0 ? "," : "", i, i + 1);
  g_string_append (data, "], \"project_indicators\": [");
  for (guint i = 0; i < n_projects * 4; i++)
    g_string_append_printf (
      data,
      "%s{\"project\": \"项目%u\", \"level1\": \"产出指标\", \"name\": \"指标%u\", "
      "\"operator\": \"≥\", \"target\": \"2\", \"actual\": \"%u\", \"weight\": \"10\"}",
      i > 0 ? "," : "", i / 4, i, i % 3);
  g_string_append (data, "]}");
}

static void
test_300_projects (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (ZpDoc) doc = NULL;
  gint64 start = 0;
  gint64 milliseconds = 0;

  append_projects (data, 300);
  doc_fixture_fill (report, data->str);
  start = g_get_monotonic_time ();
  doc = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  milliseconds = (g_get_monotonic_time () - start) / 1000;

  g_test_message ("%u nodes in %" G_GINT64_FORMAT " ms", doc->nodes->len, milliseconds);
  g_assert_cmpuint (doc->nodes->len, >, 600);
  g_assert_cmpint (milliseconds, <, 20000);
}

typedef struct
{
  const char *name;
  int levels[8]; /* a level with number, its negative without; 0 ends */
  const char *numbers;
} NumberRow;

static const NumberRow number_rows[] = {
  { "flat", { 1, 1, 1 }, "一、 二、 三、 " },
  { "restart", { 1, 2, 2, 1, 2, 3, 4 }, "一、 （一） （二） 二、 （一） 1. （1） " },
  { "unnumbered-restarts", { 1, 2, -1, 2, 1 }, "一、 （一）  （一） 二、 " },
};

static void
test_numbers (gconstpointer data)
{
  const NumberRow *row = data;
  char *forms[] = { "一、", "（一）", "1.", "（1）", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  ZpDocNumbers numbers = { 0 };

  for (guint i = 0; row->levels[i] != 0; i++)
    {
      g_autofree char *number = NULL;

      if (row->levels[i] < 0)
        zp_doc_numbers_skip (&numbers, -row->levels[i]);
      else
        number = zp_doc_numbers_next (&numbers, row->levels[i], forms);
      g_string_append_printf (text, "%s ", number != NULL ? number : "");
    }
  g_assert_cmpstr (text->str, ==, row->numbers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/annex/ten-sections/full", "full", test_ten_sections);
  g_test_add_data_func ("/annex/ten-sections/corrected", "reference-corrected", test_ten_sections);
  g_test_add_data_func ("/annex/ten-sections/printed", "reference-printed", test_ten_sections);
  g_test_add_func ("/annex/full", test_full);
  g_test_add_func ("/annex/every-figure", test_every_figure);
  g_test_add_func ("/annex/public", test_public);
  g_test_add_data_func ("/annex/empty/submit", GINT_TO_POINTER (ZP_PROFILE_SUBMIT), test_empty);
  g_test_add_data_func ("/annex/empty/public", GINT_TO_POINTER (ZP_PROFILE_PUBLIC), test_empty);
  g_test_add_func ("/annex/official", test_official);
  g_test_add_func ("/annex/rewritten", test_rewritten);
  g_test_add_func ("/annex/300-projects", test_300_projects);
  for (gsize i = 0; i < G_N_ELEMENTS (number_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/annex/numbers/", number_rows[i].name, NULL);

      g_test_add_data_func (path, &number_rows[i], test_numbers);
    }
  return g_test_run ();
}
