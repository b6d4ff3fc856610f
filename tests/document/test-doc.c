/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tree of a report: what is refused, and how it is printed. */
#include "document/zp-doc.h"

#include <string.h>

static ZpDocTable *
add_table (ZpDoc *doc, int n_columns)
{
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_TABLE);
  int width = 1;

  node->table = zp_doc_table_new ();
  for (int i = 0; i < n_columns; i++)
    g_array_append_val (node->table->widths, width);
  return node->table;
}

static GPtrArray *
add_list (GPtrArray *lists, guint n_entries)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (list, zp_doc_runs_new ());
  g_ptr_array_add (lists, list);
  return list;
}

static void
make_empty (ZpDoc *doc)
{
}

static void
make_whole_table (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 2);

  zp_doc_table_add_cell (table, 0, 0, 1, 2);
  zp_doc_table_add_cell (table, 1, 0, 2, 1);
  zp_doc_table_add_cell (table, 1, 1, 1, 1);
  zp_doc_table_add_cell (table, 2, 1, 1, 1);
  table->n_head = 1;
  add_list (table->above, 3);
}

static void
make_table_without_rows (ZpDoc *doc)
{
  add_table (doc, 3);
}

static void
make_hole (ZpDoc *doc)
{
  zp_doc_table_add_cell (add_table (doc, 2), 0, 0, 1, 1);
}

static void
make_overlap (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 2);

  zp_doc_table_add_cell (table, 0, 0, 1, 2);
  zp_doc_table_add_cell (table, 0, 1, 1, 1);
}

static void
make_cell_outside (ZpDoc *doc)
{
  zp_doc_table_add_cell (add_table (doc, 2), 0, 1, 1, 2);
}

static void
make_cell_of_no_size (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 1);

  zp_doc_table_add_cell (table, 0, 0, 1, 1);
  zp_doc_table_add_cell (table, 0, 0, 0, 1);
}

static void
make_huge_span (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 1);
  ZpDocCell *cell = zp_doc_table_add_cell (table, 0, 0, 1, 1);

  cell->rows = G_MAXINT;
}

static void
make_cell_out_of_head (ZpDoc *doc)
{
  ZpDocTable *table = add_table (doc, 1);

  zp_doc_table_add_cell (table, 0, 0, 2, 1);
  table->n_head = 1;
}

static void
make_no_columns (ZpDoc *doc)
{
  add_table (doc, 0);
}

static void
make_no_table (ZpDoc *doc)
{
  zp_doc_append (doc, ZP_DOC_TABLE);
}

static void
make_column_without_width (ZpDoc *doc)
{
  g_array_index (add_table (doc, 1)->widths, int, 0) = 0;
}

static void
make_four_texts (ZpDoc *doc)
{
  add_list (add_table (doc, 1)->below, 4);
}

static void
make_level_five (ZpDoc *doc)
{
  zp_doc_append (doc, ZP_DOC_HEADING)->level = 5;
}

static void
make_level_none (ZpDoc *doc)
{
  zp_doc_append (doc, ZP_DOC_HEADING);
}

static void
make_late_cover (ZpDoc *doc)
{
  zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  zp_doc_append (doc, ZP_DOC_COVER);
}

static void
make_cover_line_alone (ZpDoc *doc)
{
  add_list (zp_doc_append (doc, ZP_DOC_COVER)->lines, 1);
}

static void
make_signature_without_date (ZpDoc *doc)
{
  g_ptr_array_add (zp_doc_append (doc, ZP_DOC_SIGNATURE)->lines, zp_doc_runs_new ());
}

typedef struct
{
  const char *name;
  void (*make) (ZpDoc *doc);
  const char *complaint; /* NULL: it is fine */
} CheckRow;

/* clang-format off */
static const CheckRow check_rows[] = {
  { "empty", make_empty, NULL },
  { "whole-table", make_whole_table, NULL },
  { "table-without-rows", make_table_without_rows, NULL },
  { "hole", make_hole, "covered by no cell" },
  { "overlap", make_overlap, "same place" },
  { "cell-outside", make_cell_outside, "inside the table" },
  { "cell-of-no-size", make_cell_of_no_size, "inside the table" },
  { "huge-span", make_huge_span, "inside the table" },
  { "cell-out-of-head", make_cell_out_of_head, "head rows" },
  { "no-columns", make_no_columns, "no columns" },
  { "no-table", make_no_table, "no columns" },
  { "column-without-width", make_column_without_width, "width" },
  { "four-texts", make_four_texts, "one to three" },
  { "level-five", make_level_five, "level" },
  { "level-none", make_level_none, "level" },
  { "late-cover", make_late_cover, "cover" },
  { "cover-line-alone", make_cover_line_alone, "label and a value" },
  { "signature-without-date", make_signature_without_date, "a date" },
};
/* clang-format on */

static void
test_check (gconstpointer data)
{
  const CheckRow *row = data;
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  row->make (doc);
  ok = zp_doc_check (doc, &error);
  g_assert_true (ok == (row->complaint == NULL));
  if (ok)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE);
  g_assert_nonnull (strstr (error->message, row->complaint));
}

static void
test_runs (void)
{
  g_autoptr (GPtrArray) runs = zp_doc_runs_new ();
  g_autofree char *text = NULL;

  zp_doc_run_append (runs, "执行率", NULL, ZP_RUN_PLAIN);
  zp_doc_run_append (runs, "87.98%", "budget.total.rate", ZP_RUN_PLAIN);
  text = zp_doc_runs_to_text (runs);
  g_assert_cmpstr (text, ==, "执行率87.98%");
}

static void
test_table_grows (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocTable *table = add_table (doc, 1);

  zp_doc_table_add_cell (table, 2, 0, 3, 1);
  g_assert_cmpint (table->n_rows, ==, 5);
  zp_doc_table_add_cell (table, 0, 0, 1, 1);
  g_assert_cmpint (table->n_rows, ==, 5);
}

static void
test_dump (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocNode *node = zp_doc_append (doc, ZP_DOC_HEADING);
  ZpDocTable *table = NULL;
  g_autofree char *got = NULL;

  doc->title = g_strdup ("报告");
  doc->date = 19090;
  node->level = 1;
  zp_doc_run_append (node->runs, "一、概况", NULL, ZP_RUN_PLAIN);
  node = zp_doc_append (doc, ZP_DOC_PARAGRAPH);
  node->passage = g_strdup ("text.scale");
  zp_doc_run_append (node->runs, "（一）", NULL, ZP_RUN_HEAD);
  zp_doc_run_append (node->runs, "3.00", "a.b", ZP_RUN_PLAIN);
  zp_doc_run_append (node->runs, "〔未填\n〕", "a.c", ZP_RUN_OPEN);
  node = zp_doc_append (doc, ZP_DOC_BREAK);
  node->landscape = TRUE;
  node->annex = g_strdup ("附件1");
  table = add_table (doc, 2);
  zp_doc_run_append (zp_doc_table_add_cell (table, 0, 0, 1, 2)->runs, "甲", NULL, ZP_RUN_PLAIN);

  got = zp_doc_dump (doc);
  g_assert_cmpstr (got, ==,
                   "document 2022-04-08: 报告 |  | \n"
                   "heading 1: [|一、概况]\n"
                   "paragraph <text.scale>: [!|（一）] [a.b|3.00] [a.c?|〔未填\\n〕]\n"
                   "break landscape 附件1:\n"
                   "table:\n"
                   "  layout -, rows 1, head 0, widths 1 1\n"
                   "  0,0 1x2 left: [|甲]\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (check_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/doc/check/", check_rows[i].name, NULL);

      g_test_add_data_func (path, &check_rows[i], test_check);
    }
  g_test_add_func ("/doc/runs", test_runs);
  g_test_add_func ("/doc/table-grows", test_table_grows);
  g_test_add_func ("/doc/dump", test_dump);
  return g_test_run ();
}
