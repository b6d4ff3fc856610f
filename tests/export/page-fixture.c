/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small reports made by hand, and what their pages say. */
#include "page-fixture.h"

#include <math.h>
#include <string.h>

#include "export/zp-paginate.h"

/* The faces the pages are tested with; elsewhere lines would break differently. */
ZpFontSet *
page_fixture_fonts (void)
{
  const char *folder = g_getenv ("ZP_TEST_FONTDIR");
  const char *folders[] = { folder, NULL };
  g_autoptr (ZpFontSet) fonts =
    zp_font_set_new (folder != NULL ? folders : NULL, ZP_FONT_SET_BUNDLED, NULL);

  if (fonts == NULL || !g_str_has_prefix (zp_font_set_get_family (fonts, 0), "Fandol"))
    {
      g_test_skip ("the Fandol fonts are not installed");
      return NULL;
    }

  return g_steal_pointer (&fonts);
}

/* The pages of a document that nothing is wrong with. */
ZpPages *
page_fixture_paginate (const ZpDoc *doc, ZpFontSet *fonts)
{
  g_autoptr (GError) error = NULL;
  ZpPages *pages = zp_paginate (doc, fonts, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
  g_assert_cmpuint (pages->pages->len, >=, 1);
  return pages;
}

char *
page_fixture_repeat (const char *text, guint times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

GPtrArray *
page_fixture_runs (const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  return runs;
}

ZpDocNode *
page_fixture_add (ZpDoc *doc, ZpDocKind kind, int level, const char *text)
{
  ZpDocNode *node = zp_doc_append (doc, kind);

  node->level = level;
  if (text != NULL)
    zp_doc_run_append (node->runs, text, NULL, ZP_RUN_PLAIN);
  return node;
}

void
page_fixture_break (ZpDoc *doc, gboolean landscape, const char *annex)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_BREAK);

  node->landscape = landscape;
  node->annex = g_strdup (annex);
}

ZpDocTable *
page_fixture_table (ZpDoc *doc, int n_columns, int n_head)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_TABLE);
  int width = 10;

  node->table = zp_doc_table_new ();
  node->table->n_head = n_head;
  for (int i = 0; i < n_columns; i++)
    g_array_append_val (node->table->widths, width);
  return node->table;
}

ZpDocCell *
page_fixture_cell (ZpDocTable *table, int row, int column, int rows, int columns, const char *text)
{
  ZpDocCell *cell = zp_doc_table_add_cell (table, row, column, rows, columns);

  zp_doc_run_append (cell->runs, text, NULL, ZP_RUN_PLAIN);
  cell->head = row < table->n_head;
  return cell;
}

static void
add_lines (GPtrArray *lines, const char *const *texts)
{
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (line, page_fixture_runs (texts[i]));
  g_ptr_array_add (lines, line);
}

static void
add_annex (ZpDoc *doc)
{
  ZpDocTable *table = NULL;

  page_fixture_break (doc, TRUE, "附件1");
  table = page_fixture_table (doc, 4, 1);
  g_ptr_array_add (table->title, page_fixture_runs ("部门整体支出绩效自评表"));
  add_lines (table->above, (const char *[]){ "填报单位：某市某局", "单位：万元", NULL });
  add_lines (table->below,
             (const char *[]){ "填表人：张三", "电话：12345678", "日期：2022年4月8日", NULL });
  g_ptr_array_add (table->notes, page_fixture_runs ("注：执行率按全年预算数计算。"));
  page_fixture_cell (table, 0, 0, 1, 1, "一级指标");
  page_fixture_cell (table, 0, 1, 1, 2, "年度指标值");
  page_fixture_cell (table, 0, 3, 1, 1, "得分");
  page_fixture_cell (table, 1, 0, 2, 1, "产出指标");
  for (int row = 1; row < 3; row++)
    {
      page_fixture_cell (table, row, 1, 1, 1, "培训次数");
      page_fixture_cell (table, row, 2, 1, 1, "≥12次")->align = ZP_ALIGN_CENTER;
      page_fixture_cell (table, row, 3, 1, 1, "1,234.56")->align = ZP_ALIGN_RIGHT;
    }
}

/* One of everything. */
ZpDoc *
page_fixture_report (void)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocNode *node = NULL;

  doc->title = g_strdup ("2021年度部门整体支出绩效自评报告");
  doc->author = g_strdup ("某市某局");
  doc->date = 19090; /* 2022-04-08 */
  node = page_fixture_add (doc, ZP_DOC_COVER, 0, "2021年度某市某局\n部门整体支出绩效自评报告");
  add_lines (node->lines, (const char *[]){ "单位名称", "某市某局", NULL });
  add_lines (node->lines, (const char *[]){ "报告日期", "2022年4月8日", NULL });
  zp_doc_run_append (node->foot, "某市财政局制", NULL, ZP_RUN_PLAIN);

  page_fixture_break (doc, FALSE, NULL);
  page_fixture_add (doc, ZP_DOC_TITLE, 0, "2021年度某市某局\n部门整体支出绩效自评报告");
  page_fixture_add (doc, ZP_DOC_HEADING, 1, "一、部门概况");
  page_fixture_add (doc, ZP_DOC_HEADING, 2, "（一）部门职能职责");
  node = page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "2021年，全年预算数");
  zp_doc_run_append (node->runs, "3,653.00万元", "budget.total.final", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "，执行率87.98%，", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "〔未填：采购率〕", NULL, ZP_RUN_OPEN);
  node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  node->level = 2;
  zp_doc_run_append (node->runs, "（二）经费管理方面。", NULL, ZP_RUN_HEAD);
  zp_doc_run_append (node->runs, "先有预算、后有支出。", NULL, ZP_RUN_PLAIN);
  node = zp_doc_append (doc, ZP_DOC_ANNEX_LIST);
  g_ptr_array_add (node->lines, page_fixture_runs ("附件：1.部门整体支出绩效自评表"));
  g_ptr_array_add (node->lines, page_fixture_runs ("2.项目支出绩效自评表"));
  node = zp_doc_append (doc, ZP_DOC_SIGNATURE);
  g_ptr_array_add (node->lines, page_fixture_runs ("某市某局"));
  g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日"));
  add_annex (doc);
  return doc;
}

static char *
random_text (GRand *random, guint max)
{
  static const char *const pieces[] = { "预算",         "执行",  "，",     "。",      "“三公”",
                                        "1,234.56万元", "87.9%", "（一）", "ABC def", "……",
                                        "——",           "、",    "绩效",   "》",      "\n",
                                        "2021年",       " ",     "－5.3" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, (gint32) max + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* A head of its own for some rows, whatever reaches over it. */
static void
add_random_group (ZpDocTable *table, GRand *random)
{
  ZpDocGroup group = { 0 };

  if (table->n_rows < 3)
    return;

  group.head = g_rand_int_range (random, 0, table->n_rows - 1);
  group.end = g_rand_int_range (random, group.head + 2, table->n_rows + 1);
  g_array_append_val (table->groups, group);
}

static void
add_random_table (ZpDoc *doc, GRand *random)
{
  int n_columns = g_rand_int_range (random, 1, 12);
  int n_rows = g_rand_int_range (random, 0, 40);
  ZpDocTable *table = page_fixture_table (doc, n_columns, 0);
  int row = 0;

  while (row < n_rows)
    {
      int rows = g_rand_int_range (random, 1, 5);

      for (int column = 0; column < n_columns; column++)
        {
          gboolean merged = g_rand_boolean (random);

          for (int i = 0; i < (merged ? 1 : rows); i++)
            {
              g_autofree char *text =
                random_text (random, g_rand_int_range (random, 1, 60) == 1 ? 900 : 12);

              page_fixture_cell (table, row + i, column, merged ? rows : 1, 1, text)->align =
                ZP_ALIGN_LEFT + (guint) g_rand_int_range (random, 0, 3);
            }
        }
      row += rows;
    }
  table->n_head = 0;
  add_random_group (table, random);
}

static void
add_random_frame (ZpDoc *doc, GRand *random, ZpDocKind kind)
{
  g_autofree char *text = random_text (random, 6);
  ZpDocNode *node = page_fixture_add (doc, kind, 0, kind == ZP_DOC_LETTERHEAD ? text : "");

  for (guint i = 0; i < (kind == ZP_DOC_LETTERHEAD ? 1 : 3); i++)
    {
      g_autofree char *line = random_text (random, i == 0 ? 40 : 3);
      g_autofree char *flat = g_strdelimit (g_steal_pointer (&line), "\n", ' ');

      g_ptr_array_add (node->lines, page_fixture_runs (kind == ZP_DOC_LETTERHEAD ? "3号" : flat));
    }
}

/* A report of any shape; its text is the only thing that is sure. */
ZpDoc *
page_fixture_random (GRand *random, guint n_nodes)
{
  ZpDoc *doc = zp_doc_new ();

  for (guint i = 0; i < n_nodes; i++)
    {
      int kind = g_rand_int_range (random, 0, 14);
      g_autofree char *text = random_text (random, kind == 0 ? 2000 : 150);

      if (kind < 6)
        page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
      else if (kind < 8)
        page_fixture_add (doc, ZP_DOC_HEADING, g_rand_int_range (random, 1, 5), text);
      else if (kind < 9)
        page_fixture_add (doc, ZP_DOC_TITLE, 0, text);
      else if (kind < 10)
        page_fixture_break (doc, g_rand_boolean (random), NULL);
      else if (kind < 12)
        add_random_table (doc, random);
      else
        add_random_frame (doc, random, kind == 12 ? ZP_DOC_LETTERHEAD : ZP_DOC_IMPRINT);
    }

  return doc;
}

const ZpPrintedPage *
page_fixture_page (const ZpPages *pages, guint page)
{
  g_assert_cmpuint (page, <, pages->pages->len);
  return g_ptr_array_index (pages->pages, page);
}

static void
line_free (gpointer data)
{
  PageLine *line = data;

  g_free (line->text);
  g_free (line);
}

static PageLine *
find_line (GPtrArray *lines, const ZpPageRun *run)
{
  PageLine *line = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      if (fabs (line->y - run->y) < 0.01)
        return line;
    }

  line = g_new0 (PageLine, 1);
  line->x = run->x;
  line->y = run->y;
  line->size = run->size;
  line->text = g_strdup ("");
  g_ptr_array_add (lines, line);
  return line;
}

/* Text only: no page numbers. In the order of the runs, which is the order of reading. */
GPtrArray *
page_fixture_lines (const ZpPrintedPage *page)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < page->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, i);
      PageLine *line = run->tag != ZP_PAGE_TAG_ARTIFACT ? find_line (lines, run) : NULL;
      g_autofree char *before = NULL;

      if (line == NULL)
        continue;
      before = line->text;
      line->text = g_strconcat (before, run->text, NULL);
      line->right = MAX (line->right, run->x + run->width);
      line->n_characters += (guint) g_utf8_strlen (run->text, -1);
    }

  return lines;
}

static void
append_dense (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

/* Without spaces and without what is repeated. */
char *
page_fixture_pages_text (const ZpPages *pages)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ZpPrintedPage *page = g_ptr_array_index (pages->pages, i);

      for (guint k = 0; k < page->runs->len; k++)
        {
          const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, k);

          if (run->tag != ZP_PAGE_TAG_ARTIFACT)
            append_dense (out, run->text);
        }
    }

  return g_string_free (out, FALSE);
}

static void
append_runs (GString *out, const GPtrArray *runs)
{
  g_autofree char *text = zp_doc_runs_to_text (runs);

  append_dense (out, text);
}

static void
append_list (GString *out, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    append_runs (out, g_ptr_array_index (list, i));
}

static void
append_lists (GString *out, const GPtrArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    append_list (out, g_ptr_array_index (lists, i));
}

static void
append_table (GString *out, const ZpDocTable *table)
{
  append_list (out, table->title);
  append_lists (out, table->above);
  for (guint i = 0; i < table->cells->len; i++)
    append_runs (out, ((const ZpDocCell *) g_ptr_array_index (table->cells, i))->runs);
  append_lists (out, table->below);
  append_list (out, table->notes);
}

/* What the pages must say, without spaces. */
char *
page_fixture_doc_text (const ZpDoc *doc)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);

      append_runs (out, node->runs);
      if (node->kind == ZP_DOC_COVER)
        append_lists (out, node->lines);
      else
        append_list (out, node->lines);
      append_runs (out, node->foot);
      if (node->annex != NULL)
        append_dense (out, node->annex);
      if (node->table != NULL)
        append_table (out, node->table);
    }

  return g_string_free (out, FALSE);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  gunichar first = *(const gunichar *) a;
  gunichar second = *(const gunichar *) b;

  return first < second ? -1 : first > second;
}

/* The same characters in one order, for text that a table tears apart. */
char *
page_fixture_sort (const char *text)
{
  glong n = 0;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);

  qsort (characters, (gsize) n, sizeof *characters, compare_characters);
  return g_ucs4_to_utf8 (characters, n, NULL, NULL, NULL);
}
