/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the body of a WordprocessingML document, and in which order. */
#include <string.h>

#include "export/zp-export-formats.h"
#include "flow-part.h"

#define PARAGRAPH(style, text)                                                                     \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">" text      \
  "</w:t></w:r></w:p>"

#define MARK(n, name) "<w:bookmarkStart w:id=\"" n "\" w:name=\"" name "\"/>"

/** BodyRow: @wanted must follow each other in the body; @unwanted must not be there. */
typedef struct
{
  const char *name;
  void (*build) (ZpDoc *doc);
  const char *wanted[8];
  const char *unwanted[4];
} BodyRow;

static ZpDocNode *
add (ZpDoc *doc, ZpDocKind kind, int level, const char *text)
{
  ZpDocNode *node = zp_doc_append (doc, kind);

  node->level = level;
  if (text != NULL)
    zp_doc_run_append (node->runs, text, NULL, ZP_RUN_PLAIN);
  return node;
}

static void
add_break (ZpDoc *doc, gboolean landscape, const char *annex)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_BREAK);

  node->landscape = landscape;
  node->annex = g_strdup (annex);
}

static ZpDocTable *
add_table (ZpDoc *doc, int n_rows)
{
  const int widths[] = { 1, 1 };
  ZpDocTable *table = zp_doc_table_new ();

  zp_doc_append (doc, ZP_DOC_TABLE)->table = table;
  g_array_append_vals (table->widths, widths, G_N_ELEMENTS (widths));
  for (int row = 0; row < n_rows; row++)
    for (int column = 0; column < 2; column++)
      zp_doc_run_append (zp_doc_table_add_cell (table, row, column, 1, 1)->runs, "c", NULL,
                         ZP_RUN_PLAIN);
  return table;
}

static void
add_title (ZpDocTable *table, const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  g_ptr_array_add (table->title, runs);
}

static void
build_levels (ZpDoc *doc)
{
  add (doc, ZP_DOC_HEADING, 1, "一、甲");
  add (doc, ZP_DOC_HEADING, 2, "（一）乙");
  add (doc, ZP_DOC_HEADING, 3, "1.丙");
  add (doc, ZP_DOC_HEADING, 4, "（1）丁");
  add (doc, ZP_DOC_PARAGRAPH, 0, "戊");
}

static void
build_run_in (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_PARAGRAPH, 2, NULL);

  zp_doc_run_append (node->runs, "（一）甲。", NULL, ZP_RUN_HEAD);
  zp_doc_run_append (node->runs, "乙", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "〔未填〕", "a.b", ZP_RUN_OPEN);
}

static void
build_breaks_in_text (ZpDoc *doc)
{
  add (doc, ZP_DOC_PARAGRAPH, 0, "a\nb\tc");
}

static void
build_marks (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_PARAGRAPH, 0, NULL);

  zp_doc_run_append (node->runs, "1", "projects[0].rate", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "2", "projects[0].rate", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "3", "projects.0.rate_2", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "4", "projects[0].rate", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "5", "0x", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "", "no.text", ZP_RUN_PLAIN);
}

static void
build_prose_mark (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_PARAGRAPH, 0, NULL);

  zp_doc_run_append (node->runs, "成效明显。", "problems[0].text", ZP_RUN_PLAIN);
}

static void
build_cover (ZpDoc *doc)
{
  add (doc, ZP_DOC_COVER, 0, "封面");
  add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
}

static void
build_cover_break (ZpDoc *doc)
{
  add (doc, ZP_DOC_COVER, 0, "封面");
  add_break (doc, FALSE, NULL);
  add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
}

static void
build_cover_landscape (ZpDoc *doc)
{
  add (doc, ZP_DOC_COVER, 0, "封面");
  add_break (doc, TRUE, NULL);
  add (doc, ZP_DOC_PARAGRAPH, 0, "正文");
  add_break (doc, FALSE, NULL);
  add (doc, ZP_DOC_PARAGRAPH, 0, "后文");
}

static void
build_page_break (ZpDoc *doc)
{
  add (doc, ZP_DOC_PARAGRAPH, 0, "前");
  add_break (doc, FALSE, NULL);
  add_break (doc, FALSE, "附件1");
  add (doc, ZP_DOC_PARAGRAPH, 0, "后");
  add_break (doc, FALSE, NULL);
}

static void
build_table_page (ZpDoc *doc)
{
  add (doc, ZP_DOC_PARAGRAPH, 0, "前");
  add_break (doc, FALSE, NULL);
  add_table (doc, 1);
  add_table (doc, 1);
}

static void
build_table_section (ZpDoc *doc)
{
  add_table (doc, 1);
  add_break (doc, TRUE, NULL);
  add (doc, ZP_DOC_PARAGRAPH, 0, "后");
}

static void
build_titles (ZpDoc *doc)
{
  add_title (add_table (doc, 1), "表题");
  add_break (doc, FALSE, NULL);
  add_title (add_table (doc, 1), "附表题");
  add_break (doc, FALSE, "附件1");
  add_title (add_table (doc, 1), "附件题");
  add_title (add_table (doc, 1), "第二表题");
}

static void
build_merged (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 1);

  table->n_head = 1;
  zp_doc_table_add_cell (table, 1, 0, 2, 1)->bold = TRUE;
  zp_doc_table_add_cell (table, 1, 1, 1, 1)->align = ZP_ALIGN_RIGHT;
  zp_doc_table_add_cell (table, 2, 1, 1, 1);
  zp_doc_table_add_cell (table, 3, 0, 1, 2)->lines = 4;
}

static void
build_empty_table (ZpDoc *doc)
{
  add_table (doc, 0);
}

static void
build_long_row (ZpDoc *doc)
{
  g_autofree char *text = g_strnfill (3000, 'x');
  ZpDocTable *table = add_table (doc, 1);

  zp_doc_run_append (((ZpDocCell *) g_ptr_array_index (table->cells, 0))->runs, text, NULL,
                     ZP_RUN_PLAIN);
}

static void
build_long_title (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_TITLE, 0, "2021年度");

  zp_doc_run_append (node->runs, "长沙市某某和信息化局", "unit.name", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "部门整体支出绩效自评报告", NULL, ZP_RUN_PLAIN);
}

static void
add_line (ZpDocNode *node, const char *text)
{
  GPtrArray *runs = zp_doc_runs_new ();

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  g_ptr_array_add (node->lines, runs);
}

static void
build_signature (ZpDoc *doc)
{
  ZpDocNode *node = NULL;

  add (doc, ZP_DOC_PARAGRAPH, 0, "末段");
  node = add (doc, ZP_DOC_SIGNATURE, 0, NULL);
  add_line (node, "某某局");
  add_line (node, "2022年4月8日");
}

static void
build_annexes (ZpDoc *doc)
{
  ZpDocNode *node = add (doc, ZP_DOC_ANNEX_LIST, 0, NULL);

  add_line (node, "附件：1.甲");
  add_line (node, "2.乙");
}

static void
build_single_annex (ZpDoc *doc)
{
  add_line (add (doc, ZP_DOC_ANNEX_LIST, 0, NULL), "附件：甲");
}

/* clang-format off */
static const BodyRow body_rows[] = {
  { "levels", build_levels,
    { PARAGRAPH ("Heading1", "一、甲"), PARAGRAPH ("Heading2", "（一）乙"),
      PARAGRAPH ("Heading3", "1.丙"), PARAGRAPH ("Heading4", "（1）丁"),
      PARAGRAPH ("BodyText", "戊"), "<w:sectPr>" }, { NULL } },
  { "run-in", build_run_in,
    { "<w:rStyle w:val=\"RunIn2\"/></w:rPr><w:t xml:space=\"preserve\">（一）甲。",
      "<w:r><w:t xml:space=\"preserve\">乙", MARK ("1", "a_b"),
      "<w:rStyle w:val=\"Open\"/></w:rPr><w:t xml:space=\"preserve\">〔未填〕",
      "<w:bookmarkEnd w:id=\"1\"/>" }, { NULL } },
  { "breaks-in-text", build_breaks_in_text,
    { ">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:tab/><w:t xml:space=\"preserve\">c" },
    { NULL } },
  { "bookmarks", build_marks,
    { MARK ("1", "projects_0_rate"), MARK ("2", "projects_0_rate_2"),
      MARK ("3", "projects_0_rate_2_2"), MARK ("4", "projects_0_rate_3"), MARK ("5", "z0x") },
    { "no_text" } },
  { "bookmark-on-prose", build_prose_mark,
    { MARK ("1", "problems_0_text") "<w:bookmarkEnd w:id=\"1\"/><w:r>", "成效明显。</w:t></w:r></w:p>" },
    { NULL } },
  { "cover", build_cover,
    { "<w:titlePg/>", "封面", "</w:p><w:p>", "正文", "<w:pgNumType w:start=\"1\"/>" }, { NULL } },
  { "cover-and-break", build_cover_break,
    { "<w:titlePg/>", "封面", "正文", "<w:pgNumType w:start=\"1\"/>" }, { "pageBreakBefore" } },
  { "cover-and-turned-page", build_cover_landscape,
    { "<w:titlePg/>", "封面", "w:orient=\"landscape\"", "<w:pgNumType w:start=\"1\"/>", "正文",
      "后文", "w:w=\"11906\"" }, { NULL } },
  { "page-break", build_page_break,
    { "前", "AnnexMark\"/><w:pageBreakBefore/>", "附件1", PARAGRAPH ("BodyText", "后"),
      "<w:sectPr>" }, { "titlePg", "pgNumType" } },
  { "table-begins-page", build_table_page,
    { "前", "Gap\"/><w:pageBreakBefore/>", "<w:tbl>", "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"",
      "<w:tbl>", "Gap", "<w:sectPr>" }, { NULL } },
  { "table-ends-section", build_table_section,
    { "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/><w:sectPr>", "w:w=\"11906\"", "后",
      "landscape" }, { NULL } },
  { "titles-of-tables", build_titles,
    { "TableTitle", "表题", "AnnexTitle\"/><w:keepNext/><w:pageBreakBefore/>", "附表题",
      "AnnexTitle\"/><w:keepNext/></w:pPr>", "附件题", "TableTitle", "第二表题" }, { NULL } },
  { "merged-cells", build_merged,
    { "<w:tblHeader/>", "<w:vMerge w:val=\"restart\"/>", "TableHead", "w:jc w:val=\"right\"",
      "<w:vMerge w:val=\"continue\"/>", "<w:trHeight w:val=\"1320\"", "<w:gridSpan w:val=\"2\"/>" },
    { NULL } },
  { "table-without-rows", build_empty_table, { "<w:body><w:p>", "<w:sectPr>" }, { "<w:tbl>" } },
  { "high-row-may-split", build_long_row, { "<w:trPr><w:trHeight" }, { "<w:cantSplit/>" } },
  { "long-title", build_long_title,
    { "2021年度", MARK ("1", "unit_name"), "长沙市某某和信息化局", "<w:br/>",
      "部门整体支出绩效自评报告" }, { NULL } },
  { "signature", build_signature,
    { "BodyText\"/><w:keepNext/>", "Signature\"/><w:keepNext/>", "w:leftChars=\"1800\"", "某某局",
      "w:leftChars=\"2000\"", "2022年4月8日" }, { NULL } },
  { "annexes", build_annexes,
    { "AnnexList", "w:leftChars=\"600\"", "w:hangingChars=\"400\"", "附件：1.甲", "AnnexNext",
      "w:leftChars=\"600\"", "w:hangingChars=\"100\"", "2.乙" }, { NULL } },
  { "single-annex", build_single_annex,
    { "w:leftChars=\"500\"", "w:hangingChars=\"300\"", "附件：甲" }, { NULL } },
};
/* clang-format on */

static GBytes *
export_doc (const ZpDoc *doc)
{
  ZpExportContent content = { .doc = doc };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = zp_export_docx_write (&content, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_body (gconstpointer data)
{
  const BodyRow *row = data;
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *body = NULL;
  const char *at = NULL;

  row->build (doc);
  bytes = export_doc (doc);
  body = flow_part_read (bytes, "word/document.xml");
  at = body;
  for (guint i = 0; i < G_N_ELEMENTS (row->wanted) && row->wanted[i] != NULL; i++)
    {
      const char *found = strstr (at, row->wanted[i]);

      if (found == NULL)
        g_test_message ("missing, or too early: %s\n%s", row->wanted[i], body);
      g_assert_nonnull (found);
      at = found + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (row->unwanted) && row->unwanted[i] != NULL; i++)
    g_assert_null (strstr (body, row->unwanted[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (body_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/docx/body/", body_rows[i].name, NULL);

      g_test_add_data_func (path, &body_rows[i], test_body);
    }

  return g_test_run ();
}
