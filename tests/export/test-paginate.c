/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages: the grid of GB/T 9704-2012, and what stands where. */
#include "export/zp-paginate.h"

#include <math.h>
#include <string.h>

#include "document/zp-geometry.h"
#include "page-fixture.h"

#define HALF_MM ZP_MM (0.5)

/* Skips the test when there are no fonts: returns before anything is laid out. */
static const PageLine *
get_line (const GPtrArray *lines, guint i)
{
  g_assert_cmpuint (i, <, lines->len);
  return g_ptr_array_index (lines, i);
}

static void
test_grid (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autofree char *text = page_fixture_repeat ("绩效自评报告反映部门整体支出的情况和成效", 150);
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpuint (pages->pages->len, >, 3);
  lines = page_fixture_lines (page_fixture_page (pages, 1));

  g_assert_cmpuint (lines->len, ==, ZP_LINES_PER_PAGE);
  for (guint i = 0; i < lines->len; i++)
    {
      const PageLine *line = get_line (lines, i);

      g_assert_cmpuint (line->n_characters, ==, ZP_CHARACTERS_PER_LINE);
      g_assert_cmpfloat_with_epsilon (line->x, ZP_MARGIN_LEFT, 0.01);
      g_assert_cmpfloat_with_epsilon (line->right, ZP_MARGIN_LEFT + 28 * 15.79, 0.01);
      g_assert_cmpfloat (line->right, >, ZP_PAGE_WIDTH - ZP_MARGIN_RIGHT - HALF_MM);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (line->y - get_line (lines, i - 1)->y, 28.95, 0.01);
    }
  g_assert_cmpfloat (get_line (lines, 0)->y - ZP_SIZE_3, >, ZP_MARGIN_TOP - HALF_MM);
  g_assert_cmpfloat (get_line (lines, 21)->y, <, ZP_PAGE_HEIGHT - ZP_MARGIN_BOTTOM);
}

static void
test_indent (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autofree char *text = page_fixture_repeat ("绩效", 30);
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
  pages = page_fixture_paginate (doc, fonts);
  lines = page_fixture_lines (page_fixture_page (pages, 0));
  g_assert_cmpfloat_with_epsilon (get_line (lines, 0)->x, ZP_MARGIN_LEFT + 2 * ZP_CHARACTER_PITCH,
                                  0.01);
  g_assert_cmpuint (get_line (lines, 0)->n_characters, ==, 26);
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->x, ZP_MARGIN_LEFT, 0.01);
}

/* A heading on the last row goes with what it is about. */
static void
test_heading_keeps_with_next (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < 20; i++)
    page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "绩效");
  page_fixture_add (doc, ZP_DOC_HEADING, 1, "一、概况");
  page_fixture_add (doc, ZP_DOC_HEADING, 2, "（一）职能");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpuint (pages->pages->len, ==, 2);
  lines = page_fixture_lines (page_fixture_page (pages, 1));
  g_assert_cmpstr (get_line (lines, 0)->text, ==, "一、概况");
  g_assert_cmpuint (pages->marks->len, ==, 2);
  g_assert_cmpuint (g_array_index (pages->marks, ZpPageMark, 1).page, ==, 1);
  g_assert_cmpuint (g_array_index (pages->marks, ZpPageMark, 1).level, ==, 2);
}

/* A heading of two lines below another: both go on together, however full the page is. */
static void
test_long_heading_keeps_with_next (void)
{
  FONTS_OR_RETURN (fonts);
  g_autofree char *title = page_fixture_repeat ("绩效目标", 8);

  for (guint n_lines = 15; n_lines <= 22; n_lines++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      g_autoptr (ZpPages) pages = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      for (guint i = 0; i < n_lines; i++)
        page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "绩效");
      page_fixture_add (doc, ZP_DOC_HEADING, 1, "一、概况");
      page_fixture_add (doc, ZP_DOC_HEADING, 2, title);
      page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
      pages = page_fixture_paginate (doc, fonts);
      lines = page_fixture_lines (page_fixture_page (pages, pages->pages->len - 1));
      if (n_lines <= 18)
        g_assert_cmpuint (pages->pages->len, ==, 1);
      else
        g_assert_cmpstr (get_line (lines, 0)->text, ==, "一、概况");
    }
}

static guint
face_of (const ZpPages *pages, guint page, const char *text)
{
  const GArray *runs = page_fixture_page (pages, page)->runs;

  for (guint i = 0; i < runs->len; i++)
    if (strstr (g_array_index (runs, ZpPageRun, i).text, text) != NULL)
      return g_array_index (runs, ZpPageRun, i).face;

  return G_MAXUINT;
}

static void
test_faces (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);

  g_assert_cmpuint (face_of (pages, 1, "部门整体支出绩效自评报告"), ==, ZP_FONT_BIAOSONG);
  g_assert_cmpuint (face_of (pages, 1, "一、部门概况"), ==, ZP_FONT_HEITI);
  g_assert_cmpuint (face_of (pages, 1, "（一）部门"), ==, ZP_FONT_KAITI);
  g_assert_cmpuint (face_of (pages, 1, "（二）经费"), ==, ZP_FONT_KAITI);
  g_assert_cmpuint (face_of (pages, 1, "先有预算"), ==, ZP_FONT_FANGSONG);
  g_assert_cmpuint (face_of (pages, 1, "— 1 —"), ==, ZP_FONT_SONGTI);
  g_assert_cmpuint (face_of (pages, 2, "一级"), ==, ZP_FONT_HEITI);
  g_assert_cmpuint (face_of (pages, 2, "附件1"), ==, ZP_FONT_HEITI);
}

static guint
count_numbers (const ZpPrintedPage *page)
{
  guint count = 0;

  for (guint i = 0; i < page->runs->len; i++)
    count += g_str_has_prefix (g_array_index (page->runs, ZpPageRun, i).text, "— ") ? 1 : 0;

  return count;
}

/* The page number is set after everything else. */
static const ZpPageRun *
find_number (const ZpPrintedPage *page)
{
  g_assert_cmpuint (count_numbers (page), ==, 1);
  return &g_array_index (page->runs, ZpPageRun, page->runs->len - 1);
}

static void
test_page_numbers (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpPages) pages = NULL;
  const ZpPageRun *number = NULL;

  page_fixture_break (doc, FALSE, "附件2");
  page_fixture_break (doc, TRUE, "附件3");
  page_fixture_break (doc, FALSE, "附件4");
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpuint (pages->pages->len, ==, 6);

  g_assert_cmpuint (count_numbers (page_fixture_page (pages, 0)), ==, 0);
  number = find_number (page_fixture_page (pages, 1));
  g_assert_cmpstr (number->text, ==, "— 1 —");
  g_assert_cmpfloat_with_epsilon (number->x + number->width,
                                  ZP_MARGIN_LEFT + ZP_TEXT_WIDTH - ZP_SIZE_4, 0.1);
  g_assert_cmpfloat (number->y - 5, >=, ZP_PAGE_HEIGHT - ZP_MARGIN_BOTTOM + ZP_MM (6.9));

  /* Landscape: on the left edge, turned; even near the upper, odd near the lower end. */
  number = find_number (page_fixture_page (pages, 2));
  g_assert_true (number->turned);
  g_assert_cmpfloat (number->x, <, ZP_MM (30));
  g_assert_cmpfloat_with_epsilon (number->y, ZP_MARGIN_LEFT + ZP_SIZE_4, 0.1);
  number = find_number (page_fixture_page (pages, 3));
  g_assert_false (number->turned);
  g_assert_cmpstr (number->text, ==, "— 3 —");
  number = find_number (page_fixture_page (pages, 4));
  g_assert_cmpstr (number->text, ==, "— 4 —");
  g_assert_true (number->turned);
  number = find_number (page_fixture_page (pages, 5));
  g_assert_cmpfloat (number->x, >, ZP_PAGE_WIDTH / 2);
}

static void
test_even_number_stands_left (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpPages) pages = NULL;

  page_fixture_break (doc, FALSE, "附件1");
  page_fixture_break (doc, FALSE, "附件2");
  page_fixture_break (doc, TRUE, "附件3");
  pages = page_fixture_paginate (doc, fonts);
  g_assert_cmpfloat_with_epsilon (find_number (page_fixture_page (pages, 1))->x,
                                  ZP_MARGIN_LEFT + ZP_SIZE_4, 0.1);
  g_assert_cmpfloat_with_epsilon (find_number (page_fixture_page (pages, 2))->y +
                                    find_number (page_fixture_page (pages, 2))->width,
                                  ZP_PAGE_WIDTH - ZP_MARGIN_RIGHT - ZP_SIZE_4, 0.1);
}

static void
test_annex (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const ZpPrintedPage *page = page_fixture_page (pages, 2);
  g_autoptr (GPtrArray) lines = page_fixture_lines (page);
  const PageLine *mark = get_line (lines, 0);
  const PageLine *title = get_line (lines, 1);

  g_assert_cmpfloat_with_epsilon (page->width, ZP_PAGE_HEIGHT, 0.01);
  g_assert_cmpfloat_with_epsilon (page->height, ZP_PAGE_WIDTH, 0.01);
  g_assert_cmpstr (mark->text, ==, "附件1");
  g_assert_cmpfloat_with_epsilon (mark->x, ZP_MARGIN_BOTTOM, 0.01);
  g_assert_cmpfloat (mark->y, <, ZP_MARGIN_LEFT + ZP_LINE_PITCH);
  /* The title stands on line 3, centred. */
  g_assert_cmpfloat (title->y, >, ZP_MARGIN_LEFT + 2 * ZP_LINE_PITCH);
  g_assert_cmpfloat (title->y, <, ZP_MARGIN_LEFT + 3.2 * ZP_LINE_PITCH);
  g_assert_cmpfloat_with_epsilon ((title->x + title->right) / 2, ZP_PAGE_HEIGHT / 2, 2.9);
}

static void
test_signature (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "特此报告。");
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  double right = ZP_MARGIN_LEFT + ZP_TEXT_WIDTH - 2 * ZP_CHARACTER_PITCH;

  node = zp_doc_append (doc, ZP_DOC_SIGNATURE);
  g_ptr_array_add (node->lines, page_fixture_runs ("长沙市工业和信息化局"));
  g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日"));
  pages = page_fixture_paginate (doc, fonts);
  lines = page_fixture_lines (page_fixture_page (pages, 0));
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->right, right, 0.1);
  g_assert_cmpfloat_with_epsilon (get_line (lines, 2)->x - get_line (lines, 1)->x,
                                  2 * ZP_CHARACTER_PITCH, 0.1);
  /* Without a seal one row is left blank. */
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->y - get_line (lines, 0)->y,
                                  2 * ZP_LINE_PITCH, 0.1);
}

/* GB/T 9704-2012, 7.3.5.1: the date ends four characters from the right, the unit stands in the
 * middle above it; a long one stays two characters from the right, and the date under its middle.
 */
static void
test_sealed_signature (void)
{
  FONTS_OR_RETURN (fonts);
  static const char *const units[] = { "某局", "长沙市工业和信息化局",
                                       "长沙市工业和信息化局中小企业服务中心筹备处" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      ZpDocNode *node = page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "特此报告。");
      double right = ZP_MARGIN_LEFT + ZP_TEXT_WIDTH;
      const PageLine *unit = NULL;
      const PageLine *date = NULL;
      g_autoptr (ZpPages) pages = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      node = zp_doc_append (doc, ZP_DOC_SIGNATURE);
      node->seal = TRUE;
      g_ptr_array_add (node->lines, page_fixture_runs (units[i]));
      g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日"));
      pages = page_fixture_paginate (doc, fonts);
      lines = page_fixture_lines (page_fixture_page (pages, 0));
      unit = get_line (lines, 1);
      date = get_line (lines, 2);
      g_assert_cmpfloat_with_epsilon (unit->x + unit->right, date->x + date->right, 0.2);
      if (i < 2)
        g_assert_cmpfloat_with_epsilon (date->right, right - 4 * ZP_CHARACTER_PITCH, 0.1);
      else
        g_assert_cmpfloat_with_epsilon (unit->right, right - 2 * ZP_CHARACTER_PITCH, 0.1);
      g_assert_cmpfloat_with_epsilon (unit->y - get_line (lines, 0)->y, 3 * ZP_LINE_PITCH, 0.1);
    }
}

static void
test_short_name_in_signature (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_SIGNATURE);
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_ptr_array_add (node->lines, page_fixture_runs ("某局"));
  g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日"));
  pages = page_fixture_paginate (doc, fonts);
  lines = page_fixture_lines (page_fixture_page (pages, 0));
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->right,
                                  ZP_MARGIN_LEFT + ZP_TEXT_WIDTH - 2 * ZP_CHARACTER_PITCH, 0.1);
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->x - get_line (lines, 0)->x,
                                  2 * ZP_CHARACTER_PITCH, 0.1);
}

/* However full the page before is, a line of text comes with the signature. */
static void
test_signature_is_never_alone (void)
{
  FONTS_OR_RETURN (fonts);

  for (guint n_lines = 15; n_lines <= 22; n_lines++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      g_autofree char *text = page_fixture_repeat ("绩效自评", 7 * n_lines - 1);
      ZpDocNode *node = page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
      g_autoptr (ZpPages) pages = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      node = zp_doc_append (doc, ZP_DOC_SIGNATURE);
      g_ptr_array_add (node->lines, page_fixture_runs ("长沙市工业和信息化局"));
      g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日"));
      pages = page_fixture_paginate (doc, fonts);
      lines = page_fixture_lines (page_fixture_page (pages, pages->pages->len - 1));
      g_assert_cmpuint (lines->len, >=, 3);
      g_assert_nonnull (strstr (get_line (lines, lines->len - 3)->text, "绩效"));
    }
}

static void
test_annex_list (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "特此报告。");
  g_autofree char *name = page_fixture_repeat ("部门整体支出绩效自评表", 3);
  g_autofree char *second = g_strconcat ("2.", name, NULL);
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  double x = ZP_MARGIN_LEFT + 5 * ZP_CHARACTER_PITCH;

  node = zp_doc_append (doc, ZP_DOC_ANNEX_LIST);
  g_ptr_array_add (node->lines, page_fixture_runs ("附件：1.基础数据表"));
  g_ptr_array_add (node->lines, page_fixture_runs (second));
  pages = page_fixture_paginate (doc, fonts);
  lines = page_fixture_lines (page_fixture_page (pages, 0));
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->y - get_line (lines, 0)->y,
                                  2 * ZP_LINE_PITCH, 0.01);
  g_assert_cmpfloat_with_epsilon (get_line (lines, 2)->x, x, 0.1);
  /* Turned over: under the first character of the name. */
  g_assert_cmpfloat (get_line (lines, 3)->x, >, x + ZP_CHARACTER_PITCH / 2);
  g_assert_cmpfloat (get_line (lines, 3)->x, <, x + 2 * ZP_CHARACTER_PITCH);
}

/* The title breaks where the name of the office ends. */
static void
test_title_is_balanced (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = page_fixture_add (doc, ZP_DOC_TITLE, 0, "2021年度");
  g_autoptr (ZpPages) pages = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  zp_doc_run_append (node->runs, "长沙市工业和信息化委员会", "unit.name", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "部门整体支出绩效自评报告", NULL, ZP_RUN_PLAIN);
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
  pages = page_fixture_paginate (doc, fonts);
  lines = page_fixture_lines (page_fixture_page (pages, 0));
  g_assert_cmpstr (get_line (lines, 0)->text, ==, "2021年度长沙市工业和信息化委员会");
  g_assert_cmpstr (get_line (lines, 1)->text, ==, "部门整体支出绩效自评报告");
  g_assert_cmpfloat_with_epsilon (get_line (lines, 1)->y - get_line (lines, 0)->y, ZP_TITLE_PITCH,
                                  0.01);
  /* Two lines and the space take four rows. */
  g_assert_cmpfloat_with_epsilon (get_line (lines, 2)->y,
                                  ZP_MARGIN_TOP + 4 * ZP_LINE_PITCH + 6.475 + 0.86 * 16, 0.1);
}

static void
test_click_finds_the_figure (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const GArray *runs = page_fixture_page (pages, 1)->runs;
  gboolean found = FALSE;
  gboolean open = FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);
      const ZpPageRun *hit = zp_pages_find_run (pages, 1, run->x + run->width / 2, run->y - 4);

      open |= run->open;
      if (g_strcmp0 (run->id, "budget.total.final") != 0)
        continue;
      found = TRUE;
      g_assert_true (hit == run);
      g_assert_cmpint (((const ZpDocNode *) g_ptr_array_index (doc->nodes, run->node))->kind, ==,
                       ZP_DOC_PARAGRAPH);
    }
  g_assert_true (found);
  g_assert_true (open);
  g_assert_null (zp_pages_find_run (pages, 1, 1, 1));
}

static void
test_text_is_complete_and_in_order (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = page_fixture_report ();
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  g_autofree char *wanted = page_fixture_doc_text (doc);
  g_autofree char *got = page_fixture_pages_text (pages);

  g_assert_cmpstr (wanted, ==, got);
}

/* No forbidden mark at the start of a line, no number apart from its digits or unit. */
static void
test_lines_of_a_long_report (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (ZpPages) pages = NULL;
  g_autofree char *pattern =
    g_strdup ("(^[，。、；：？！）》”’%％.,])|([“（《]$)|(\\d[.,]?$\n^\\d)|(\\d$\n^[%％万亿元])");
  g_autoptr (GRegex) forbidden = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *filler = page_fixture_repeat ("预算执行", i % 7);
      g_autofree char *text = g_strdup_printf (
        "2021年%s全年预算数3,653.00万元，实际支出%u,214.04万元，执行率87.98%%"
        "。“三公”经费（含出国费）"
        "%u.66万元，比上年下降12.35%%；严格落实《办法》的要求，全年未发生超预算支出。",
        filler, i, i * 7);

      page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text);
    }
  pages = page_fixture_paginate (doc, fonts);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autoptr (GPtrArray) lines = page_fixture_lines (page_fixture_page (pages, i));
      g_autoptr (GMatchInfo) match = NULL;
      GString *text = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        g_string_append_printf (text, "%s\n", get_line (lines, k)->text);
      if (g_regex_match (forbidden, text->str, 0, &match))
        {
          g_autofree char *word = g_match_info_fetch (match, 0);

          g_test_message ("page %u: “%s” in\n%s", i + 1, word, text->str);
          g_test_fail ();
        }
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginate/grid", test_grid);
  g_test_add_func ("/paginate/indent", test_indent);
  g_test_add_func ("/paginate/heading-keeps-with-next", test_heading_keeps_with_next);
  g_test_add_func ("/paginate/long-heading-keeps-with-next", test_long_heading_keeps_with_next);
  g_test_add_func ("/paginate/faces", test_faces);
  g_test_add_func ("/paginate/page-numbers", test_page_numbers);
  g_test_add_func ("/paginate/even-number-stands-left", test_even_number_stands_left);
  g_test_add_func ("/paginate/annex", test_annex);
  g_test_add_func ("/paginate/annex-list", test_annex_list);
  g_test_add_func ("/paginate/signature", test_signature);
  g_test_add_func ("/paginate/sealed-signature", test_sealed_signature);
  g_test_add_func ("/paginate/short-name-in-signature", test_short_name_in_signature);
  g_test_add_func ("/paginate/signature-is-never-alone", test_signature_is_never_alone);
  g_test_add_func ("/paginate/title-is-balanced", test_title_is_balanced);
  g_test_add_func ("/paginate/click-finds-the-figure", test_click_finds_the_figure);
  g_test_add_func ("/paginate/text-is-complete", test_text_is_complete_and_in_order);
  g_test_add_func ("/paginate/lines-of-a-long-report", test_lines_of_a_long_report);
  return g_test_run ();
}
