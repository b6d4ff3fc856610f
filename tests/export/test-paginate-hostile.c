/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of reports nobody would write: they end, and lose no text. */
#include "export/zp-paginate.h"

#include <math.h>
#include <string.h>

#include "document/zp-geometry.h"
#include "page-fixture.h"

/* Skips the test when there are no fonts: returns before anything is laid out. */
static void
test_empty_report (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);

  g_assert_cmpuint (pages->pages->len, ==, 1);
}

static void
assert_same_characters (const ZpDoc *doc, const ZpPages *pages)
{
  g_autofree char *wanted = page_fixture_doc_text (doc);
  g_autofree char *got = page_fixture_pages_text (pages);
  g_autofree char *wanted_sorted = page_fixture_sort (wanted);
  g_autofree char *got_sorted = page_fixture_sort (got);

  g_assert_cmpstr (wanted_sorted, ==, got_sorted);
}

static void
test_long_paragraph (void)
{
  FONTS_OR_RETURN (fonts);
  static const char *const pieces[] = { "绩", "，", "1", "a", "）", "—", " ", "\t" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      g_autofree char *text = page_fixture_repeat (pieces[i], 5000);
      g_autoptr (ZpPages) pages = NULL;

      page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
      page_fixture_add (doc, ZP_DOC_HEADING, 1, text);
      page_fixture_add (doc, ZP_DOC_TITLE, 0, text);
      pages = page_fixture_paginate (doc, fonts);
      assert_same_characters (doc, pages);
    }
}

static void
test_narrow_cells (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocTable *table = page_fixture_table (doc, 200, 1);
  g_autoptr (ZpPages) pages = NULL;

  for (int row = 0; row < 4; row++)
    for (int column = 0; column < 200; column++)
      page_fixture_cell (table, row, column, 1, 1, "1,234.56万元，");
  pages = page_fixture_paginate (doc, fonts);
  assert_same_characters (doc, pages);
}

/* Rows higher than a page, alone, merged, and with a head as high as a page. */
static void
test_high_rows (void)
{
  FONTS_OR_RETURN (fonts);
  g_autofree char *text = page_fixture_repeat ("部门整体支出绩效自评。", 900);

  for (int n_head = 0; n_head < 2; n_head++)
    for (int rows = 1; rows < 4; rows++)
      {
        g_autoptr (ZpDoc) doc = zp_doc_new ();
        ZpDocTable *table = NULL;
        g_autoptr (ZpPages) pages = NULL;

        page_fixture_break (doc, n_head == 1, "附件1");
        table = page_fixture_table (doc, 3, n_head);
        if (n_head == 1)
          page_fixture_cell (table, 0, 0, 1, 3, rows == 1 ? text : "表头");
        page_fixture_cell (table, n_head, 0, rows, 1, text);
        for (int i = 0; i < rows; i++)
          {
            page_fixture_cell (table, n_head + i, 1, 1, 1, i == 1 ? text : "乙")->lines = 10000;
            page_fixture_cell (table, n_head + i, 2, 1, 1, "1,234.56");
          }
        page_fixture_cell (table, n_head + rows, 0, 1, 3, "合计");
        pages = page_fixture_paginate (doc, fonts);
        assert_same_characters (doc, pages);
        g_assert_cmpuint (pages->pages->len, >, 3);
        g_assert_cmpuint (pages->pages->len, <, 200);
      }
}

static void
test_hostile_text (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpPages) pages = NULL;

  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "a\001\033\177b]]>&<>\"'");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "𠮷㛃䶮喆㎡²⑪☑−é‰……\xe2\x80\xa8下一行");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0,
                    "e\xcc\x81\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 "
                    "\xef\xbb\xbf\xc2\xa0\xe3\x80\x80完");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "\xff\xfe坏的");
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpuint (pages->pages->len, ==, 1);
}

static void
test_broken_tree_is_refused (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (GError) error = NULL;

  page_fixture_cell (page_fixture_table (doc, 2, 0), 0, 0, 1, 1, "甲");
  g_assert_null (zp_paginate (doc, fonts, &error));
  g_assert_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE);
}

static void
test_random_reports (void)
{
  FONTS_OR_RETURN (fonts);
  GRand *random = g_rand_new_with_seed (2021);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (ZpDoc) doc = page_fixture_random (random, 1 + i);
      g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);

      assert_same_characters (doc, pages);
    }
  g_rand_free (random);
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

/* Lines above a table, notes and a title that need more than their share of the page. */
static void
test_long_sides (void)
{
  FONTS_OR_RETURN (fonts);
  g_autofree char *text = page_fixture_repeat ("填报单位", 500);
  g_autoptr (ZpDoc) doc = make_long_table (30);
  ZpDocTable *table = ((ZpDocNode *) g_ptr_array_index (doc->nodes, 1))->table;
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (ZpPages) pages = NULL;

  g_ptr_array_add (line, page_fixture_runs (text));
  g_ptr_array_add (line, page_fixture_runs (text));
  g_ptr_array_add (table->above, line);
  g_ptr_array_add (table->notes, page_fixture_runs (text));
  g_ptr_array_add (table->title, page_fixture_runs (text));
  pages = page_fixture_paginate (doc, fonts);
  assert_same_characters (doc, pages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginate/empty-report", test_empty_report);
  g_test_add_func ("/paginate/long-paragraph", test_long_paragraph);
  g_test_add_func ("/paginate/narrow-cells", test_narrow_cells);
  g_test_add_func ("/paginate/high-rows", test_high_rows);
  g_test_add_func ("/paginate/hostile-text", test_hostile_text);
  g_test_add_func ("/paginate/broken-tree-is-refused", test_broken_tree_is_refused);
  g_test_add_func ("/paginate/random-reports", test_random_reports);
  g_test_add_func ("/paginate/long-sides", test_long_sides);
  return g_test_run ();
}
