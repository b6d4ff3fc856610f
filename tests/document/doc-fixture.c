/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports for the tests of documents, and their trees as short lines of text. */
#include "doc-fixture.h"

#include <string.h>

#include "check/zp-checker.h"
#include "document/zp-book-builder.h"
#include "report/zp-data.h"
#include "zp-test.h"

static const char *const kind_names[] = {
  [ZP_DOC_COVER] = "COVER",     [ZP_DOC_TITLE] = "TITLE", [ZP_DOC_HEADING] = "H",
  [ZP_DOC_PARAGRAPH] = "P",     [ZP_DOC_TABLE] = "TABLE", [ZP_DOC_ANNEX_LIST] = "LIST",
  [ZP_DOC_SIGNATURE] = "SIGN",  [ZP_DOC_BREAK] = "BREAK", [ZP_DOC_LETTERHEAD] = "LETTERHEAD",
  [ZP_DOC_IMPRINT] = "IMPRINT",
};

static const char align_letters[] = {
  [ZP_ALIGN_AUTO] = '?',
  [ZP_ALIGN_LEFT] = 'l',
  [ZP_ALIGN_CENTER] = 'c',
  [ZP_ALIGN_RIGHT] = 'r',
};

/* Sets what a DATA.json object says. */
void
doc_fixture_fill (ZpReport *report, const char *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc =
    zp_json_doc_parse (data, strlen (data), (ZpJsonLimits){ 1 << 22, 32 }, &error);
  ZpBatch *batch = NULL;

  g_assert_no_error (error);
  batch = zp_data_to_batch (report, zp_json_doc_get_root (doc), &error);
  g_assert_no_error (error);
  zp_report_apply (report, batch, &error);
  g_assert_no_error (error);
}

static ZpReport *
open_report (const char *folder)
{
  g_autofree char *path = zp_test_source (folder);
  g_autoptr (ZpPack) pack = zp_test_load_pack (path);

  return zp_report_new (pack);
}

/* (transfer full): a report of the pack beside the tests. */
ZpReport *
doc_fixture_small (const char *data)
{
  ZpReport *report = open_report ("tests/document/packs/small");

  if (data != NULL)
    doc_fixture_fill (report, data);
  return report;
}

/* (transfer full): a report of changsha-2021 filled with one of data/examples; empty for %NULL. */
ZpReport *
doc_fixture_example (const char *name)
{
  ZpReport *report = open_report ("data/templates/changsha-2021");
  g_autofree char *file = g_strdup_printf ("data/examples/%s.json", name);
  g_autofree char *path = zp_test_source (file);
  g_autofree char *data = NULL;

  if (name == NULL)
    return report;
  data = zp_test_read (path);
  doc_fixture_fill (report, data);
  return report;
}

static void
print_runs (GString *out, const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);
      g_auto (GStrv) lines = g_strsplit (run->text, "\n", -1);
      g_autofree char *text = g_strjoinv ("\\n", lines);

      if (run->style == ZP_RUN_OPEN)
        g_string_append_printf (out, "<%s>", text);
      else if (run->style == ZP_RUN_HEAD)
        g_string_append_printf (out, "[%s]", text);
      else if (run->id != NULL)
        g_string_append_printf (out, "{%s:%s}", run->id, text);
      else
        g_string_append (out, text);
    }
}

static void
print_line (GString *out, const GPtrArray *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      g_string_append (out, i > 0 ? "=" : " | ");
      print_runs (out, g_ptr_array_index (line, i));
    }
}

static void
print_node (GString *out, const ZpDocNode *node)
{
  g_string_append (out, kind_names[node->kind]);
  if (node->level > 0)
    g_string_append_printf (out, "%d", node->level);
  if (node->landscape)
    g_string_append (out, " turned");
  if (node->annex != NULL)
    g_string_append_printf (out, " %s", node->annex);
  if (node->table != NULL)
    g_string_append_printf (out, " %s", node->table->layout);
  if (node->passage != NULL)
    g_string_append_printf (out, " %s", node->passage);
  if (node->runs->len > 0)
    g_string_append_c (out, ' ');
  print_runs (out, node->runs);
  for (guint i = 0; i < node->lines->len; i++)
    if (node->kind == ZP_DOC_COVER)
      print_line (out, g_ptr_array_index (node->lines, i));
    else
      {
        g_string_append (out, " | ");
        print_runs (out, g_ptr_array_index (node->lines, i));
      }
  if (node->foot->len > 0)
    g_string_append (out, " | ");
  print_runs (out, node->foot);
  g_string_append_c (out, '\n');
}

static ZpDoc *
build (ZpReport *report, ZpProfile profile)
{
  g_autoptr (GError) error = NULL;
  ZpDoc *doc = zp_doc_build (report, profile);

  zp_doc_check (doc, &error);
  g_assert_no_error (error);
  return doc;
}

/* (transfer full): a line for each node; {id:figure}, <open figure>, [run-in heading]. */
char *
doc_fixture_print (ZpReport *report, ZpProfile profile)
{
  g_autoptr (ZpDoc) doc = build (report, profile);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    print_node (out, g_ptr_array_index (doc->nodes, i));
  return g_string_free (out, FALSE);
}

static void
print_cell (GString *out, const ZpDocCell *cell)
{
  g_string_append_printf (out, "%d,%d", cell->row, cell->column);
  if (cell->rows > 1 || cell->columns > 1)
    g_string_append_printf (out, " %dx%d", cell->rows, cell->columns);
  g_string_append_printf (out, " %c%s%s%s ", align_letters[cell->align], cell->bold ? "b" : "",
                          cell->head ? "h" : "", cell->has_figure ? "#" : "");
  print_runs (out, cell->runs);
  g_string_append_c (out, '\n');
}

static char *
print_table (const ZpDocTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < table->title->len; i++)
    {
      g_string_append (out, "TITLE ");
      print_runs (out, g_ptr_array_index (table->title, i));
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < table->above->len; i++)
    {
      g_string_append (out, "ABOVE");
      print_line (out, g_ptr_array_index (table->above, i));
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "ROWS %d HEAD %d\n", table->n_rows, table->n_head);
  for (guint i = 0; i < table->cells->len; i++)
    print_cell (out, g_ptr_array_index (table->cells, i));
  for (guint i = 0; i < table->below->len; i++)
    {
      g_string_append (out, "BELOW");
      print_line (out, g_ptr_array_index (table->below, i));
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < table->notes->len; i++)
    {
      g_string_append (out, "NOTE ");
      print_runs (out, g_ptr_array_index (table->notes, i));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* (transfer full): a table of the document, the copy-th of its layout: a line for each cell. */
char *
doc_fixture_print_table (ZpReport *report, ZpProfile profile, const char *layout, guint copy)
{
  g_autoptr (ZpDoc) doc = build (report, profile);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);

      if (node->table != NULL && strcmp (node->table->layout, layout) == 0 && copy-- == 0)
        return print_table (node->table);
    }
  return g_strdup ("no such table\n");
}

/* Every line of @wanted stands in @text, in that order; one that begins with “!” nowhere in it. */
void
doc_fixture_assert_lines (const char *text, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) wishes = g_strsplit (wanted, "\n", -1);
  guint at = 0;

  for (guint i = 0; wishes[i] != NULL; i++)
    {
      const char *wish = wishes[i];
      gboolean is_unwanted = *wish == '!';

      if (is_unwanted && strstr (text, wish + 1) != NULL)
        g_test_message ("unwanted: %s\nin:\n%s", wish + 1, text);
      g_assert_false (is_unwanted && strstr (text, wish + 1) != NULL);
      if (is_unwanted)
        continue;
      while (lines[at] != NULL && strcmp (lines[at], wish) != 0)
        at++;
      if (lines[at] == NULL)
        g_test_message ("missing: %s\nin:\n%s", wish, text);
      g_assert_nonnull (lines[at]);
      at++;
    }
}

/* (transfer full): the spreadsheet attachment. */
ZpBook *
doc_fixture_book (ZpReport *report, ZpProfile profile)
{
  g_autoptr (ZpChecker) checker = zp_checker_new (report);

  return zp_book_build (report, checker, profile);
}
