/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document under a letterhead, in every format: 版头, 主送机关, 版记 (GB/T 9704-2012, 7.2
 * to 7.4). */
#include <string.h>

#include "document/zp-geometry.h"
#include "export/zp-export-formats.h"
#include "export/zp-paginate.h"
#include "page-fixture.h"

/* Skips the test when there are no fonts: returns before anything is laid out. */
static ZpDoc *
make_doc (const char *issuer, const char *copies)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocNode *node = page_fixture_add (doc, ZP_DOC_LETTERHEAD, 0, issuer);

  g_ptr_array_add (node->lines, page_fixture_runs ("某发〔2022〕3号"));
  page_fixture_add (doc, ZP_DOC_TITLE, 0, "部门整体支出绩效自评报告");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "长沙市财政局：")->flush = TRUE;
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "现将有关情况报告如下。");
  node = zp_doc_append (doc, ZP_DOC_IMPRINT);
  g_ptr_array_add (node->lines, page_fixture_runs (copies));
  g_ptr_array_add (node->lines, page_fixture_runs ("某局办公室"));
  g_ptr_array_add (node->lines, page_fixture_runs ("2022年4月8日印发"));
  return doc;
}

static const ZpPageRun *
find_run_or_null (const ZpPrintedPage *page, const char *text)
{
  for (guint i = 0; i < page->runs->len; i++)
    if (strstr (g_array_index (page->runs, ZpPageRun, i).text, text) != NULL)
      return &g_array_index (page->runs, ZpPageRun, i);

  return NULL;
}

static const ZpPageRun *
find_run (const ZpPrintedPage *page, const char *text)
{
  const ZpPageRun *run = find_run_or_null (page, text);

  if (run == NULL)
    g_error ("“%s” is not on the page", text);
  return run;
}

/* Issuer and rule are red and nothing else; the issuer begins 35 mm below the edge of the type
 * area, the rule lies 4 mm below the number, and two rows are blank before number and title. */
static void
test_head (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_doc ("长沙市某某局", "");
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const ZpPrintedPage *page = page_fixture_page (pages, 0);
  const ZpPageRun *issuer = find_run (page, "长沙市某某局");
  const ZpPageRun *number = find_run (page, "某发");
  const ZpPageRun *title = find_run (page, "绩效自评");
  const ZpPageRun *to = find_run (page, "财政局");
  const ZpPageRule *rule = &g_array_index (page->rules, ZpPageRule, 0);

  g_assert_cmpuint (pages->pages->len, ==, 1);
  for (guint i = 0; i < page->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, i);

      g_assert_cmpint (run->red, ==, run == issuer);
    }
  g_assert_cmpfloat_with_epsilon (issuer->y - 0.86 * issuer->size, ZP_MARGIN_TOP + ZP_MM (35), 1.5);
  g_assert_cmpfloat_with_epsilon (issuer->x + issuer->width / 2, ZP_MARGIN_LEFT + ZP_TEXT_WIDTH / 2,
                                  1);
  g_assert_cmpfloat (number->y - issuer->y, >, 2.5 * ZP_LINE_PITCH);
  g_assert_true (rule->red);
  g_assert_cmpfloat_with_epsilon (rule->y1 - (number->y + 0.14 * number->size), ZP_MM (4), 0.2);
  g_assert_cmpfloat_with_epsilon (rule->x2 - rule->x1, ZP_TEXT_WIDTH, 0.1);
  g_assert_cmpfloat_with_epsilon (rule->width, ZP_MM (0.35), 0.01);
  g_assert_cmpfloat (title->y - rule->y1, >, 2 * ZP_LINE_PITCH);
  g_assert_cmpfloat_with_epsilon (to->x, ZP_MARGIN_LEFT, 0.1);
}

/* However long its name is, the issuer stays inside the type area. */
static void
test_long_issuer (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc =
    make_doc ("长沙市某某区经济和信息化发展促进局中小企业服务中心筹备工作办公室", "");
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const ZpPrintedPage *page = page_fixture_page (pages, 0);
  guint n_red = 0;

  for (guint i = 0; i < page->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, i);

      g_assert_cmpfloat (run->x, >=, ZP_MARGIN_LEFT - 0.1);
      g_assert_cmpfloat (run->x + run->width, <=, ZP_MARGIN_LEFT + ZP_TEXT_WIDTH + 0.1);
      n_red += run->red ? 1 : 0;
    }
  g_assert_cmpuint (n_red, >=, 2);
}

/* The last rule lies on the lower edge of the type area; the outer rules are thick, one between is
 * thin; texts stand one character in. */
static void
test_imprint (gconstpointer data)
{
  const char *copies = data;
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_doc ("某局", copies);
  g_autoptr (ZpPages) pages = page_fixture_paginate (doc, fonts);
  const ZpPrintedPage *page = page_fixture_page (pages, 0);
  guint n_rules = page->rules->len;
  const ZpPageRule *last = &g_array_index (page->rules, ZpPageRule, n_rules - 1);
  const ZpPageRun *office = find_run (page, "办公室");
  const ZpPageRun *day = find_run (page, "印发");

  g_assert_cmpuint (n_rules, ==, *copies != '\0' ? 4 : 3);
  g_assert_cmpfloat_with_epsilon (last->y1, ZP_MARGIN_TOP + ZP_TEXT_HEIGHT, 0.1);
  for (guint i = 1; i < n_rules; i++)
    {
      const ZpPageRule *rule = &g_array_index (page->rules, ZpPageRule, i);

      g_assert_false (rule->red);
      g_assert_cmpfloat_with_epsilon (rule->width, ZP_MM (n_rules == 4 && i == 2 ? 0.25 : 0.35),
                                      0.01);
    }
  g_assert_cmpfloat_with_epsilon (office->x, ZP_MARGIN_LEFT + ZP_SIZE_4, 0.1);
  g_assert_cmpfloat_with_epsilon (day->x + day->width, ZP_MARGIN_LEFT + ZP_TEXT_WIDTH - ZP_SIZE_4,
                                  0.1);
}

/* An imprint that finds no room goes to a page of its own, whatever is above. */
static void
test_imprint_finds_room (void)
{
  FONTS_OR_RETURN (fonts);

  for (guint n_lines = 18; n_lines <= 22; n_lines++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      ZpDocNode *node = NULL;
      g_autoptr (ZpPages) pages = NULL;

      for (guint i = 0; i < n_lines; i++)
        page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "绩效");
      node = zp_doc_append (doc, ZP_DOC_IMPRINT);
      for (guint i = 0; i < 3; i++)
        g_ptr_array_add (node->lines, page_fixture_runs ("抄送：某局。"));
      pages = page_fixture_paginate (doc, fonts);
      g_assert_cmpuint (pages->pages->len, ==, n_lines <= 20 ? 1 : 2);
    }
}

typedef GBytes *(*Write) (const ZpExportContent *content, GError **error);

static const Write writers[] = { zp_export_pdf_write, zp_export_ofd_write, zp_export_docx_write,
                                 zp_export_text_write };

/* Every format takes it, and makes the same file twice. */
static void
test_formats (void)
{
  FONTS_OR_RETURN (fonts);
  g_autoptr (ZpDoc) doc = make_doc ("长沙市某某局", "抄送：某市审计局，某市人大财经委。");
  ZpExportContent content = { .doc = doc, .fonts = fonts };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one = writers[i](&content, &error);
      g_autoptr (GBytes) two = writers[i](&content, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (one, two));
    }
}

static void
test_text (void)
{
  g_autoptr (ZpDoc) doc = make_doc ("某局", "抄送：某市审计局。");
  ZpExportContent content = { .doc = doc };
  g_autoptr (GBytes) bytes = zp_export_text_write (&content, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "\n长沙市财政局：\n　　现将有关情况报告如下。\n"));
  g_assert_true (g_str_has_suffix (text, "抄送：某市审计局。\n某局办公室　　2022年4月8日印发\n"));
}

static guint
count_pages_with (const ZpPages *pages, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    count += find_run_or_null (page_fixture_page (pages, i), text) != NULL;
  return count;
}

/* A short list of annexes stands on one page, wherever the text ends. */
static void
test_list_is_whole (void)
{
  FONTS_OR_RETURN (fonts);

  for (guint n_lines = 10; n_lines <= 22; n_lines++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      ZpDocNode *node = NULL;
      g_autoptr (ZpPages) pages = NULL;

      for (guint i = 0; i < n_lines; i++)
        page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "绩效");
      node = zp_doc_append (doc, ZP_DOC_ANNEX_LIST);
      g_ptr_array_add (node->lines, page_fixture_runs ("附件：1.甲表"));
      for (guint i = 2; i <= 5; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u.甲表", i);

          g_ptr_array_add (node->lines, page_fixture_runs (name));
        }
      pages = page_fixture_paginate (doc, fonts);
      g_assert_cmpuint (count_pages_with (pages, "甲表"), ==, 1);
      g_assert_cmpuint (pages->pages->len, ==, n_lines + 6 <= 22 ? 1 : 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letterhead/list-is-whole", test_list_is_whole);
  g_test_add_func ("/letterhead/head", test_head);
  g_test_add_func ("/letterhead/long-issuer", test_long_issuer);
  g_test_add_data_func ("/letterhead/imprint", "", test_imprint);
  g_test_add_data_func ("/letterhead/imprint-with-copies", "抄送：某市审计局。", test_imprint);
  g_test_add_func ("/letterhead/imprint-finds-room", test_imprint_finds_room);
  g_test_add_func ("/letterhead/formats", test_formats);
  g_test_add_func ("/letterhead/text", test_text);
  return g_test_run ();
}
