/* SPDX-License-Identifier: GPL-3.0-or-later
 * The proof-reader: what is marked in a text and what is not. */
#include "document/zp-doc-proof.h"

#include <string.h>

/* @found: what is marked, or %NULL for a text with nothing to mark; @wanted: or %NULL */
typedef struct
{
  const char *name;
  ZpDocKind node;
  const char *text;
  ZpProofKind kind;
  const char *found;
  const char *wanted;
} Row;

#define P ZP_DOC_PARAGRAPH

static const Row rows[] = {
  { "glyph", P, "我局人員已到位。", ZP_PROOF_GLYPH, "員", "员" },
  { "glyph-heading", ZP_DOC_HEADING, "一、部門概况", ZP_PROOF_GLYPH, "門", "门" },
  { "glyph-name", P, "联系人为李喆、王堃。", 0, NULL, NULL },
  { "year", P, "2019年，我局执行了预算。", ZP_PROOF_YEAR, "2019年", "2021年" },
  { "year-last", P, "我局2020年预算已执行。", ZP_PROOF_YEAR, "2020年", "2021年" },
  { "year-own", P, "2021年，我局执行了预算。", 0, NULL, NULL },
  { "year-of-paper", P, "2022年4月编报。", 0, NULL, NULL },
  { "year-compared", P, "比2020年减少2.24万元。", 0, NULL, NULL },
  { "year-in-title", P, "根据《2019年管理办法》（财预〔2020〕10号）执行。", 0, NULL, NULL },
  { "year-range", P, "实施2019—2023年规划。", 0, NULL, NULL },
  { "year-digits", P, "共12019年票。", 0, NULL, NULL },
  { "year-heading", ZP_DOC_HEADING, "一、2019年概况", 0, NULL, NULL },
  { "stop", P, "我局执行了预算", ZP_PROOF_STOP, "算", NULL },
  { "stop-comma", P, "我局执行了预算，", ZP_PROOF_STOP, "，", NULL },
  { "stop-bracket", P, "我局执行了预算（见附件）", ZP_PROOF_STOP, "）", NULL },
  { "stop-colon", P, "情况报告如下：", 0, NULL, NULL },
  { "stop-quoted", P, "他说：“预算已执行。”", 0, NULL, NULL },
  { "stop-open", P, "〔未填：说明〕", 0, NULL, NULL },
  { "stop-heading", ZP_DOC_HEADING, "一、概况", 0, NULL, NULL },
  { "doubled", P, "预算，，执行。", ZP_PROOF_DOUBLED, "，，", NULL },
  { "doubled-mixed", P, "预算执行，。", ZP_PROOF_DOUBLED, "，。", NULL },
  { "doubled-ellipsis", P, "办公、差旅……等费用。", 0, NULL, NULL },
  { "until", P, "截止2021年12月31日，实有50人。", ZP_PROOF_WORD, "截止", "截至" },
  { "until-now", P, "截止目前，实有50人。", ZP_PROOF_WORD, "截止", "截至" },
  { "until-right", P, "截至2021年12月31日，实有50人。", 0, NULL, NULL },
  { "deadline", P, "报送截止日期为4月30日。", 0, NULL, NULL },
  { "bracket", P, "实有（含借调)50人。", ZP_PROOF_BRACKET, "（含借调)", "）" },
  { "bracket-narrow", P, "实有(含借调）50人。", ZP_PROOF_BRACKET, "(含借调）", ")" },
  { "bracket-nested", P, "实有（含〔借调〕）50人。", 0, NULL, NULL },
  { "bracket-list", P, "1）预算；2）决算。", 0, NULL, NULL },
  { "space", P, "实有 50人。", ZP_PROOF_SPACE, "有 5", NULL },
  { "space-behind", P, "实有50 人。", ZP_PROOF_SPACE, "0 人", NULL },
  { "space-issuers", P, "落实《中共中央 国务院意见》。", 0, NULL, NULL },
  { "space-foreign", P, "采用ISO 9001标准。", 0, NULL, NULL },
  { "narrow", P, "预算,执行。", ZP_PROOF_NARROW, ",", "，" },
  { "narrow-stop", P, "预算已执行;决算已编报。", ZP_PROOF_NARROW, ";", "；" },
  { "narrow-figure", P, "支出2,886.58万元，比例为1:3。", 0, NULL, NULL },
  { "empty", P, "", 0, NULL, NULL },
};

static ZpDoc *
make_doc (const Row *row)
{
  ZpDoc *doc = zp_doc_new ();
  ZpDocNode *node = zp_doc_append (doc, row->node);

  doc->year = 2021;
  node->level = row->node == ZP_DOC_HEADING ? 1 : 0;
  node->passage = g_strdup (row->node == P ? "text.scale" : NULL);
  zp_doc_run_append (node->runs, row->text, NULL, ZP_RUN_PLAIN);
  return doc;
}

/* One rule marks the text, the others leave it alone. */
static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpDoc) doc = make_doc (row);
  g_autoptr (GPtrArray) marks = zp_doc_proof (doc);
  const ZpProofMark *mark = NULL;
  g_autofree char *told = NULL;
  gboolean marked = FALSE;

  if (row->found == NULL)
    {
      g_assert_cmpuint (marks->len, ==, 0);
      return;
    }

  for (guint i = 0; i < marks->len && !marked; i++)
    {
      mark = g_ptr_array_index (marks, i);
      marked = mark->kind == row->kind;
    }
  g_assert_true (marked);
  g_assert_cmpuint (marks->len, <=, 2);
  g_assert_cmpstr (mark->found, ==, row->found);
  g_assert_cmpstr (mark->wanted, ==, row->wanted);
  g_assert_cmpint (strncmp (row->text + mark->start, row->found, mark->length), ==, 0);
  g_assert_nonnull (strstr (mark->excerpt, row->found));
  told = zp_proof_mark_tell (mark);
  g_assert_cmpuint (strlen (told), >, 0);
}

/* A figure the program puts in is right, however it looks; so is a year it puts together. */
static void
test_computed (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  g_autoptr (GPtrArray) marks = NULL;

  doc->year = 2021;
  zp_doc_run_append (node->runs, "2019", "report.year", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "年，执行预算；", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "2018", "report.year", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "年也是。", NULL, ZP_RUN_PLAIN);
  marks = zp_doc_proof (doc);
  g_assert_cmpuint (marks->len, ==, 0);
}

/* First, last and some of the table of characters. */
static void
test_glyphs (void)
{
  static const char *const pairs[][2] = { { "並", "并" }, { "龜", "龟" }, { "財", "财" },
                                          { "務", "务" }, { "預", "预" }, { "國", "国" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (ZpDoc) doc = zp_doc_new ();
      g_autoptr (GPtrArray) marks = NULL;

      zp_doc_run_append (zp_doc_append (doc, ZP_DOC_TITLE)->runs, pairs[i][0], NULL, ZP_RUN_PLAIN);
      marks = zp_doc_proof (doc);
      g_assert_cmpuint (marks->len, ==, 1);
      g_assert_cmpstr (((ZpProofMark *) g_ptr_array_index (marks, 0))->wanted, ==, pairs[i][1]);
    }
}

/* Each mark names its place: the heading above, the passage, or the cell. */
static void
test_places (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_HEADING);
  ZpDocCell *cell = NULL;
  int width = 1;
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  node->level = 1;
  zp_doc_run_append (node->runs, "一、概况", NULL, ZP_RUN_PLAIN);
  node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  node->passage = g_strdup ("text.scale");
  zp_doc_run_append (node->runs, "预算,执行。", NULL, ZP_RUN_PLAIN);
  node = zp_doc_append (doc, ZP_DOC_BREAK);
  node->annex = g_strdup ("附件1");
  node = zp_doc_append (doc, ZP_DOC_TABLE);
  node->table = zp_doc_table_new ();
  node->table->n_rows = 1;
  g_array_append_val (node->table->widths, width);
  cell = zp_doc_table_add_cell (node->table, 0, 0, 1, 1);
  zp_doc_run_append (cell->runs, "部門", NULL, ZP_RUN_PLAIN);

  marks = zp_doc_proof (doc);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpuint (((ZpProofMark *) g_ptr_array_index (marks, 0))->node, ==, 1);
  g_assert_cmpint (((ZpProofMark *) g_ptr_array_index (marks, 1))->row, ==, 0);
  first = zp_proof_mark_locate (g_ptr_array_index (marks, 0), doc);
  second = zp_proof_mark_locate (g_ptr_array_index (marks, 1), doc);
  g_assert_cmpstr (first, ==, "一、概况 (text.scale)");
  g_assert_true (g_str_has_prefix (second, "附件1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/proof/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/proof/glyphs", test_glyphs);
  g_test_add_func ("/proof/computed", test_computed);
  g_test_add_func ("/proof/places", test_places);
  return g_test_run ();
}
