/* SPDX-License-Identifier: GPL-3.0-or-later
 * A WordprocessingML document as a whole: parts, grid, bytes, hostile texts, broken trees. */
#include <string.h>

#include "export/zp-export-formats.h"
#include "flow-fixture.h"
#include "flow-part.h"

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
test_parts (void)
{
  g_autoptr (ZpDoc) doc = flow_fixture_report ();
  g_autoptr (GBytes) bytes = export_doc (doc);
  g_autofree char *list = flow_part_list (bytes);

  g_assert_cmpstr (list, ==,
                   "[Content_Types].xml _rels/.rels word/document.xml "
                   "word/_rels/document.xml.rels word/styles.xml word/settings.xml "
                   "word/fontTable.xml word/footer1.xml word/footer2.xml "
                   "word/footer3.xml word/footer4.xml docProps/core.xml ");
}

/* The recipe for 22 lines of 28 characters. */
static void
test_grid (void)
{
  g_autoptr (ZpDoc) doc = flow_fixture_report ();
  g_autoptr (GBytes) bytes = export_doc (doc);
  g_autofree char *body = flow_part_read (bytes, "word/document.xml");
  g_autofree char *styles = flow_part_read (bytes, "word/styles.xml");

  g_assert_cmpuint (flow_part_count (body, "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"), ==,
                    3);
  g_assert_cmpuint (flow_part_count (body, "charSpace"), ==, 0);
  g_assert_cmpuint (flow_part_count (styles, "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>"), >,
                    5);
  g_assert_cmpuint (flow_part_count (styles, "<w:spacing w:val=\"-5\"/>"), ==,
                    flow_part_count (styles, "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>"));
}

static void
test_same_bytes (void)
{
  g_autoptr (ZpDoc) one = flow_fixture_report ();
  g_autoptr (ZpDoc) two = flow_fixture_report ();
  g_autoptr (GBytes) first = export_doc (one);
  g_autoptr (GBytes) second = export_doc (two);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_hostile (void)
{
  g_autoptr (ZpDoc) doc = flow_fixture_hostile ();
  g_autoptr (GBytes) bytes = export_doc (doc);
  g_autofree char *body = flow_part_read (bytes, "word/document.xml");

  g_assert_nonnull (strstr (body, ">abcde]]&gt;&amp;&lt;&gt;"));
  g_assert_nonnull (strstr (body, "𠮷㛃😀"));
  g_assert_cmpuint (flow_part_count (body, "长"), ==, 50000);
}

static void
test_broken_tree (void)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autoptr (GError) error = NULL;
  ZpExportContent content = { .doc = doc };

  zp_doc_append (doc, ZP_DOC_HEADING)->level = 5;
  g_assert_null (zp_export_docx_write (&content, &error));
  g_assert_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/parts", test_parts);
  g_test_add_func ("/docx/grid", test_grid);
  g_test_add_func ("/docx/same-bytes", test_same_bytes);
  g_test_add_func ("/docx/hostile", test_hostile);
  g_test_add_func ("/docx/broken-tree", test_broken_tree);

  return g_test_run ();
}
