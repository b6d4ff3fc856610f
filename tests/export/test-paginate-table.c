/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tables over pages: where they break, what is repeated, which rules are drawn. */
#include "export/zp-paginate.h"

#include <string.h>

#include "document/zp-geometry.h"
#include "page-fixture.h"

/* Skips the test when there are no fonts: returns before anything is laid out. */
static guint
face_of (const ZpPages *pages, guint page, const char *text)
{
  const GArray *runs = page_fixture_page (pages, page)->runs;

  for (guint i = 0; i < runs->len; i++)
    if (strstr (g_array_index (runs, ZpPageRun, i).text, text) != NULL)
      return g_array_index (runs, ZpPageRun, i).face;

  return G_MAXUINT;
}

static ZpDoc *
make_long_table (int n_rows)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocTable *table = NULL;

  page_fixture_break (doc, FALSE, "附件1");
  table = page_fixture_table (doc, 3, 2);
  g_ptr_array_add (table->title, page_fixture_runs ("基础数据表"));
  page_fixture_cell (table, 0, 0, 2, 1, "项目");
  page_fixture_cell (table, 0, 1, 1, 2, "金额");
  page_fixture_cell (table, 1, 1, 1, 1, "预算数");
  page_fixture_cell (table, 1, 2, 1, 1, "决算数");
  page_fixture_cell (table, 2, 0, n_rows, 1, "产出指标");
  for (int i = 0; i < n_rows; i++)
    {
      page_fixture_cell (table, 2 + i, 1, 1, 1, "1,234.56")->align = ZP_ALIGN_RIGHT;
      page_fixture_cell (table, 2 + i, 2, 1, 1, "87.98%")->align = ZP_ALIGN_RIGHT;
    }

  return doc;
}

static guint
count_artifacts (const ZpPrintedPage *page, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < page->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, i);

      if (run->tag == ZP_PAGE_TAG_ARTIFACT && g_str_equal (run->text, text))
        count++;
    }

  return count;
}

/* The head and the label that reaches over all pages stand on each of them, mark and title once. */
static void
test_table_over_pages (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_long_table (60);
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  g_autofree char *wanted = page_fixture_doc_text (doc);
  g_autofree char *got = page_fixture_pages_text (pages);

  g_assert_cmpuint (pages->pages->len, ==, 3);
  for (guint i = 1; i < pages->pages->len; i++)
    {
      static const char *const repeated[] = { "项目", "金额", "预算数", "决算数", "产出指标" };
      static const char *const once[] = { "附件1", "基础数据表" };

      for (guint k = 0; k < G_N_ELEMENTS (repeated); k++)
        g_assert_cmpuint (count_artifacts (page_fixture_page (pages, i), repeated[k]), ==, 1);
      for (guint k = 0; k < G_N_ELEMENTS (once); k++)
        g_assert_cmpuint (count_artifacts (page_fixture_page (pages, i), once[k]), ==, 0);
    }
  g_assert_cmpstr (wanted, ==, got);
}

/* A form without head: three rows, then a group of @n_rows below labels of its own, beside a label
 * for all of it, and joined in threes. */
static ZpDoc *
make_form (int n_rows)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocTable *table = NULL;
  ZpDocGroup group = { .head = 3, .end = 4 + n_rows };

  page_fixture_break (doc, TRUE, "附件2");
  table = page_fixture_table (doc, 3, 0);
  for (int i = 0; i < 3; i++)
    page_fixture_cell (table, i, 0, 1, 3, "年度总体目标");
  page_fixture_cell (table, 3, 0, n_rows + 1, 1, "绩效指标");
  page_fixture_cell (table, 3, 1, 1, 1, "一级指标");
  page_fixture_cell (table, 3, 2, 1, 1, "得分");
  for (int i = 0; i < n_rows; i++)
    {
      if (i % 3 == 0)
        page_fixture_cell (table, 4 + i, 1, MIN (3, n_rows - i), 1, "产出指标\n（50分）");
      page_fixture_cell (table, 4 + i, 2, 1, 1, "87.98%");
    }
  g_array_append_val (table->groups, group);
  return doc;
}

static guint
count_text (const ZpPrintedPage *page, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < page->runs->len; i++)
    count += g_str_equal (g_array_index (page->runs, ZpPageRun, i).text, text) ? 1 : 0;

  return count;
}

/* Whatever the number of rows: the labels of a group stand over its rows on every page, never
 * without one, and no joined cell is left without its text. */
static void
test_groups_over_pages (void)
{
  FONTS_OR_RETURN (fonts);
  guint n_broken = 0;

  for (int n_rows = 3; n_rows <= 60; n_rows++)
    {
      g_autoptr (ZpDoc) doc = make_form (n_rows);
      g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
      g_autofree char *wanted = page_fixture_doc_text (doc);
      g_autofree char *got = page_fixture_pages_text (pages);

      for (guint i = 0; i < pages->pages->len; i++)
        {
          const ZpPrintedPage *page = page_fixture_page (pages, i);
          guint n_figures = count_text (page, "87.98%");

          g_assert_cmpuint (count_text (page, "得分"), ==, n_figures > 0 ? 1 : 0);
          g_assert_cmpuint (count_text (page, "绩效指标"), ==, n_figures > 0 ? 1 : 0);
          g_assert_cmpuint (count_text (page, "（50分）"), >=, (n_figures + 2) / 3);
        }
      g_assert_cmpstr (wanted, ==, got);
      n_broken += pages->pages->len > 1 ? 1 : 0;
    }
  g_assert_cmpuint (n_broken, >, 20);
}

/* How many rows of the column with figures stand on a page. */
static guint
count_rows (const ZpPrintedPage *page)
{
  guint count = 0;

  for (guint i = 0; i < page->runs->len; i++)
    count += g_str_equal (g_array_index (page->runs, ZpPageRun, i).text, "87.98%") ? 1 : 0;

  return count;
}

/* Whatever the number of rows, the last one never stands alone on its page. */
static void
test_last_row_is_not_alone (void)
{
  FONTS_OR_RETURN (fonts);
  guint n_broken = 0;

  for (int n_rows = 1; n_rows <= 70; n_rows++)
    {
      g_autoptr (ZpDoc) doc = make_long_table (n_rows);
      g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
      guint n_pages = pages->pages->len;
      guint total = 0;

      for (guint i = 0; i < n_pages; i++)
        {
          guint count = count_rows (page_fixture_page (pages, i));

          g_assert_cmpuint (count, >=, n_pages > 1 ? 2 : 1);
          total += count;
        }
      g_assert_cmpuint (total, ==, (guint) n_rows);
      n_broken += n_pages > 1 ? 1 : 0;
    }
  g_assert_cmpuint (n_broken, >, 20);
}

/* A table in the text whose first row, or both of whose rows, are too high for what the page has
 * left: the head goes along, however full the page is. */
static void
test_table_head_is_not_alone (void)
{
  FONTS_OR_RETURN (fonts);
  g_autofree char *text = page_fixture_repeat ("绩效自评", 40);

  for (int n_rows = 1; n_rows <= 3; n_rows++)
    for (guint n_lines = 10; n_lines <= 22; n_lines++)
      {
        g_autoptr (ZpDoc) doc = zp_doc_new ();
        ZpDocTable *table = NULL;
        g_autoptr (ZpPages) pages = NULL;
        const ZpPrintedPage *page = NULL;

        for (guint i = 0; i < n_lines; i++)
          page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
        table = page_fixture_table (doc, 2, 1);
        page_fixture_cell (table, 0, 0, 1, 1, "项目");
        page_fixture_cell (table, 0, 1, 1, 1, "说明");
        for (int i = 0; i < n_rows; i++)
          {
            page_fixture_cell (table, 1 + i, 0, 1, 1, "87.98%");
            page_fixture_cell (table, 1 + i, 1, 1, 1, text);
          }
        pages = page_fixture_paginate (doc, fonts);
        page = page_fixture_page (pages, 0);
        if (face_of (pages, 0, "项目") != G_MAXUINT)
          g_assert_cmpuint (count_rows (page), >=, n_rows == 2 ? 2 : 1);
        else
          g_assert_cmpuint (count_rows (page), ==, 0);
      }
}

/* Cells are told apart by what they are and where they stand, on every page they reach. */
static void
test_cells_are_told_apart (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_long_table (60);
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const GArray *runs = page_fixture_page (pages, 1)->runs;
  guint n_cells = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);
      gboolean figure = g_str_equal (run->text, "87.98%");

      g_assert_cmpint (run->tag, ==,
                       figure || g_str_equal (run->text, "1,234.56") ? ZP_PAGE_TAG_TABLE_CELL
                                                                     : ZP_PAGE_TAG_ARTIFACT);
      if (!figure)
        continue;
      g_assert_cmpint (run->column, ==, 2);
      g_assert_cmpint (run->row, >, 2);
      n_cells++;
    }
  g_assert_cmpuint (n_cells, >, 10);
  runs = page_fixture_page (pages, 0)->runs;
  for (guint i = 0; i < runs->len; i++)
    if (g_str_equal (g_array_index (runs, ZpPageRun, i).text, "决算数"))
      g_assert_cmpint (g_array_index (runs, ZpPageRun, i).tag, ==, ZP_PAGE_TAG_TABLE_HEAD);
}

static void
assert_inside (const ZpPrintedPage *page, double left, double top, double right, double bottom)
{
  for (guint i = 0; i < page->rules->len; i++)
    {
      const ZpPageRule *rule = &g_array_index (page->rules, ZpPageRule, i);

      g_assert_cmpfloat (MIN (rule->x1, rule->x2), >=, left - 0.1);
      g_assert_cmpfloat (MAX (rule->x1, rule->x2), <=, right + 0.1);
      g_assert_cmpfloat (MIN (rule->y1, rule->y2), >=, top - 0.1);
      g_assert_cmpfloat (MAX (rule->y1, rule->y2), <=, bottom + 0.1);
    }
}

static void
test_rules_stay_in_the_type_area (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_long_table (90);
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ZpPrintedPage *page = page_fixture_page (pages, i);

      assert_inside (page, ZP_MARGIN_LEFT, ZP_MARGIN_TOP, ZP_PAGE_WIDTH - ZP_MARGIN_RIGHT,
                     ZP_PAGE_HEIGHT - ZP_MARGIN_BOTTOM);
      g_assert_cmpuint (page->rules->len, >, 4);
    }
}

/* Two by two places with one merged cell: its inner line is not drawn, outer lines are one each. */
static void
test_rules_are_joined (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocTable *table = page_fixture_table (doc, 2, 0);
  g_autoptr (ZpPages) pages = NULL;

  page_fixture_cell (table, 0, 0, 2, 1, "甲");
  page_fixture_cell (table, 0, 1, 1, 1, "乙");
  page_fixture_cell (table, 1, 1, 1, 1, "丙");
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpuint (page_fixture_page (pages, 0)->rules->len, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginate-table/table-over-pages", test_table_over_pages);
  g_test_add_func ("/paginate-table/groups-over-pages", test_groups_over_pages);
  g_test_add_func ("/paginate-table/last-row-is-not-alone", test_last_row_is_not_alone);
  g_test_add_func ("/paginate-table/table-head-is-not-alone", test_table_head_is_not_alone);
  g_test_add_func ("/paginate-table/cells-are-told-apart", test_cells_are_told_apart);
  g_test_add_func ("/paginate-table/rules-stay-in-the-type-area", test_rules_stay_in_the_type_area);
  g_test_add_func ("/paginate-table/rules-are-joined", test_rules_are_joined);
  return g_test_run ();
}
