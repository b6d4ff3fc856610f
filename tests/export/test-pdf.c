/* SPDX-License-Identifier: GPL-3.0-or-later
 * PDF as other programs read it: text, fonts, properties, sizes; and the same bytes twice. */
#include <string.h>

#include "export/zp-export-formats.h"
#include "page-fixture.h"
#include "zp-test.h"

typedef struct
{
  char *folder;
  char *path;
  ZpDoc *doc;
  ZpFontSet *fonts;
  GBytes *bytes;
} Fixture;

static GBytes *
write_pdf (const ZpDoc *doc, ZpFontSet *fonts)
{
  ZpExportContent content = { .doc = doc, .fonts = fonts };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = zp_export_pdf_write (&content, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  gsize length = 0;
  const char *start = NULL;

  self->fonts = page_fixture_fonts ();
  if (self->fonts == NULL)
    return;

  self->folder = zp_test_make_folder ();
  self->path = g_build_filename (self->folder, "report.pdf", NULL);
  self->doc = page_fixture_report ();
  self->bytes = write_pdf (self->doc, self->fonts);
  start = g_bytes_get_data (self->bytes, &length);
  g_assert_true (g_file_set_contents (self->path, start, (gssize) length, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->fonts == NULL)
    return;

  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  zp_doc_free (self->doc);
  zp_font_set_free (self->fonts);
  g_bytes_unref (self->bytes);
}

/* Output of a command on the file, or NULL when the tool is missing and the test is skipped. */
static char *
run_tool (const Fixture *self, const char *const *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *program = NULL;
  g_autoptr (ZpTestRun) run = NULL;

  if (self->fonts == NULL)
    return NULL;

  program = g_find_program_in_path (arguments[0]);
  if (program == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command,
                     (char *) (g_str_equal (arguments[i], "FILE") ? self->path : arguments[i]));
  g_ptr_array_add (command, NULL);
  run = zp_test_run ((const char *const *) command->pdata, "");
  g_assert_cmpstr (run->err != NULL ? run->err : "", ==, "");
  g_assert_cmpint (run->status, ==, 0);
  return run->out != NULL ? g_steal_pointer (&run->out) : g_strdup ("");
}

static char *
squash (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static void
test_begins_as_pdf (Fixture *self, gconstpointer data)
{
  gsize length = 0;

  if (self->fonts == NULL)
    return;

  g_assert_true (memcmp (g_bytes_get_data (self->bytes, &length), "%PDF-1.5", 8) == 0);
  g_assert_cmpuint (length, >, 10000);
}

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autofree char *out =
    run_tool (self, (const char *[]){ "pdftotext", "-raw", "FILE", "-", NULL });
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GRegex) numbers = g_regex_new ("—\\d—", 0, 0, NULL);
  g_autofree char *without_numbers = NULL;

  if (out == NULL)
    return;

  got = squash (out);
  without_numbers = g_regex_replace_literal (numbers, got, -1, 0, "", 0, NULL);
  wanted = page_fixture_doc_text (self->doc);
  g_assert_cmpstr (without_numbers, ==, wanted);
}

static void
test_fonts (Fixture *self, gconstpointer data)
{
  g_autofree char *out = run_tool (self, (const char *[]){ "pdffonts", "FILE", NULL });
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    return;

  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2 + ZP_FONT_N_ROLES);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "+Fandol"));
      g_assert_nonnull (strstr (lines[i], "CID Type 0C"));
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
    }
}

static void
test_properties (Fixture *self, gconstpointer data)
{
  g_autofree char *out =
    run_tool (self, (const char *[]){ "pdfinfo", "-isodates", "-l", "3", "FILE", NULL });
  static const char *const wanted[] = {
    "2021年度部门整体支出绩效自评报告",
    "某市某局",
    "CreationDate:    2022-04-08T",
    "ModDate:         2022-04-08T",
    "Pages:           3",
    "Tagged:          yes",
    "Page    1 size:  595.27",
    "Page    3 size:  841.89",
    "PDF version:     1.5",
  };

  if (out == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (out, wanted[i]) == NULL)
      {
        g_test_message ("“%s” is not in\n%s", wanted[i], out);
        g_test_fail ();
      }
}

/* The text stands inside the type area, as a reader of PDF measures it; only the blank half of a
 * mark may reach over the edge. */
static void
test_boxes (Fixture *self, gconstpointer data)
{
  g_autofree char *out = run_tool (
    self, (const char *[]){ "pdftotext", "-bbox", "-f", "2", "-l", "2", "FILE", "-", NULL });
  g_autoptr (GRegex) word =
    g_regex_new ("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint count = 0;

  if (out == NULL)
    return;

  g_regex_match (word, out, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), count++)
    {
      g_autofree char *left = g_match_info_fetch (match, 1);
      g_autofree char *right = g_match_info_fetch (match, 3);

      g_assert_cmpfloat (g_ascii_strtod (left, NULL), >, 79.37 - 1.5);
      g_assert_cmpfloat (g_ascii_strtod (right, NULL), <, 595.28 - 73.7 + 8);
    }
  g_assert_cmpuint (count, >, 8);
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  g_autofree char *out =
    run_tool (self, (const char *[]){ "pdfinfo", "-struct-text", "FILE", NULL });

  if (out == NULL)
    return;

  g_assert_true (g_str_has_prefix (out, "Document\n"));
  g_assert_nonnull (strstr (out, "H1 (block)\n    \"一、部门概况\""));
  g_assert_nonnull (strstr (out, "H2 (block)\n    \"（一）部门职能职责\""));
  g_assert_null (strstr (out, "— 1 —"));
}

static void
write_file (const Fixture *self, const ZpDoc *doc)
{
  g_autoptr (GBytes) bytes = write_pdf (doc, self->fonts);
  gsize length = 0;
  const char *start = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (self->path, start, (gssize) length, NULL));
}

/* Rows of head and data, with what they span. The label over two rows is a data cell like others.
 */
static void
test_table_structure (Fixture *self, gconstpointer data)
{
  g_autofree char *out =
    run_tool (self, (const char *[]){ "pdfinfo", "-struct-text", "FILE", NULL });
  const char *table = NULL;
  const char *wanted = NULL;
  g_autofree char *dense = NULL;

  if (out == NULL)
    return;

  table = strstr (out, "Table (block)");
  g_assert_nonnull (table);
  dense = squash (table);
  wanted =
    "Table(block)"
    "TRTH:/Scope/Column\"一级指标\"TH:/Scope/Column/ColSpan2\"年度指标值\"TH:/Scope/Column\"得分\""
    "TRTD:/RowSpan2\"产出指标\"TD\"培训次数\"TD\"≥12次\"TD\"1,234.56\""
    "TRTD\"培训次数\"TD\"≥12次\"TD\"1,234.56\""
    "P(block)";
  if (!g_str_has_prefix (dense, wanted))
    g_assert_cmpstr (dense, ==, wanted);
}

/* A cell over pages is one cell, a cell without text is a cell, and a head repeated is none. */
static void
test_table_over_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  ZpDocTable *table = page_fixture_table (doc, 2, 1);
  GString *text = g_string_new (NULL);
  g_autofree char *out = NULL;
  g_autofree char *dense = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "绩效");
  page_fixture_cell (table, 0, 0, 1, 1, "项目");
  page_fixture_cell (table, 0, 1, 1, 1, "说明");
  page_fixture_cell (table, 1, 0, 1, 1, "");
  page_fixture_cell (table, 1, 1, 1, 1, text->str);
  page_fixture_cell (table, 2, 0, 1, 1, "甲")->head = TRUE;
  page_fixture_cell (table, 2, 1, 1, 1, "乙");
  g_string_free (text, TRUE);
  if (self->fonts == NULL)
    return;

  write_file (self, doc);
  out = run_tool (self, (const char *[]){ "pdfinfo", "-struct", "FILE", NULL });
  if (out == NULL)
    return;

  dense = squash (out);
  g_assert_cmpstr (dense, ==,
                   "DocumentTable(block)TRTH:/Scope/ColumnTH:/Scope/ColumnTRTDTDTRTH:/Scope/RowTD");
}

/* Every text stands in the structure, and once only, however tables are merged and broken. */
static void
test_random_structure (Fixture *self, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (711);

  for (guint i = 0; self->fonts != NULL && i < 6; i++)
    {
      g_autoptr (ZpDoc) doc = page_fixture_random (random, 20);
      g_autofree char *out = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *got = NULL;
      g_autofree char *wanted = page_fixture_doc_text (doc);
      g_autofree char *wanted_sorted = page_fixture_sort (wanted);
      g_autofree char *got_sorted = NULL;
      g_autoptr (GRegex) rest = g_regex_new (
        "^ *(Document|Table \\(block\\)|TR|T[HD]:?|P \\(block\\)|H\\d \\(block\\)|/.*)$|"
        "^ *\"|\"$",
        G_REGEX_MULTILINE, 0, NULL);

      write_file (self, doc);
      out = run_tool (self, (const char *[]){ "pdfinfo", "-struct-text", "FILE", NULL });
      if (out == NULL)
        break;
      plain = g_regex_replace_literal (rest, out, -1, 0, "", 0, NULL);
      got = squash (plain);
      got_sorted = page_fixture_sort (got);
      g_assert_cmpstr (got_sorted, ==, wanted_sorted);
    }
  g_rand_free (random);
}

static void
test_outline (Fixture *self, gconstpointer data)
{
  g_autofree char *out =
    run_tool (self, (const char *[]){ "pdftohtml", "-xml", "-i", "-stdout", "FILE", NULL });
  static const char *const wanted[] = {
    "<item page=\"2\">一、部门概况</item>\n<outline>\n<item page=\"2\">（一）部门职能职责</item>",
    "<item page=\"3\">附件1 部门整体支出绩效自评表</item>",
  };

  if (out == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (out, wanted[i]));
}

/* 22 lines of 28 characters where a reader of PDF finds them. */
static void
test_grid (Fixture *self, gconstpointer data)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *out = NULL;
  g_auto (GStrv) words = NULL;
  double last_y = 0;

  for (guint i = 0; i < 28 * 44; i++)
    g_string_append (text, i % 2 == 0 ? "绩" : "效");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text->str);
  g_string_free (text, TRUE);
  if (self->fonts == NULL)
    return;

  write_file (self, doc);
  out = run_tool (
    self, (const char *[]){ "pdftotext", "-bbox", "-f", "2", "-l", "2", "FILE", "-", NULL });
  if (out == NULL)
    return;

  words = g_strsplit (out, "<word ", -1);
  for (guint i = 1; i <= 22; i++)
    {
      double x1 = g_ascii_strtod (strstr (words[i], "xMin=") + 6, NULL);
      double x2 = g_ascii_strtod (strstr (words[i], "xMax=") + 6, NULL);
      double y = g_ascii_strtod (strstr (words[i], "yMin=") + 6, NULL);

      g_assert_cmpfloat_with_epsilon (x1, 79.37, 0.01);
      g_assert_cmpfloat_with_epsilon (x2, 79.37 + 27 * 15.79 + 16, 0.05);
      if (i > 1)
        g_assert_cmpfloat_with_epsilon (y - last_y, 28.95, 0.01);
      last_y = y;
    }
}

/* Characters of substitutes, of no font at all, of several glyphs, and two that share a glyph. */
static void
test_rare_characters (Fixture *self, gconstpointer data)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  g_autofree char *out = NULL;
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;

  if (self->fonts == NULL)
    return;

  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0,
                    "李堃王喆𠮷㛃䶮㎡²⑪☑−é‰…… “引号”——\xe2\x80\x95\xcb\x89¯");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, "e\xcc\x81 \xf4\x8f\xbf\xbd <&> (a\\b)");
  write_file (self, doc);
  out = run_tool (self, (const char *[]){ "pdftotext", "-raw", "FILE", "-", NULL });
  if (out == NULL)
    return;

  got = squash (out);
  wanted = page_fixture_doc_text (doc);
  g_assert_true (g_str_has_prefix (got, wanted));
}

/* A paragraph over two pages is one paragraph for those who listen to it. */
static void
test_paragraph_over_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (ZpDoc) doc = zp_doc_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *out = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "绩效");
  page_fixture_add (doc, ZP_DOC_PARAGRAPH, 0, text->str);
  g_string_free (text, TRUE);
  if (self->fonts == NULL)
    return;

  write_file (self, doc);
  out = run_tool (self, (const char *[]){ "pdfinfo", "-struct", "FILE", NULL });
  g_assert_cmpstr (out, ==, "Document\n  P (block)\n");
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (ZpFontSet) fonts = NULL;
  g_autoptr (GBytes) again = NULL;

  if (self->fonts == NULL)
    return;

  fonts = page_fixture_fonts ();
  again = write_pdf (self->doc, fonts);
  g_assert_true (g_bytes_equal (self->bytes, again));
}

/* Reports of any shape can be written and read. */
static void
test_random (Fixture *self, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (1205);

  for (guint i = 0; self->fonts != NULL && i < 6; i++)
    {
      g_autoptr (ZpDoc) doc = page_fixture_random (random, 20);
      g_autofree char *out = NULL;

      write_file (self, doc);
      out = run_tool (self, (const char *[]){ "pdftotext", "-raw", "FILE", "-", NULL });
    }
  g_rand_free (random);
}

/* A second reader finds nothing wrong with the file. */
static void
test_syntax (Fixture *self, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("qpdf");
  g_autofree char *out = NULL;

  if (program == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }

  out = run_tool (self, (const char *[]){ "qpdf", "--check", "FILE", NULL });
  if (out != NULL)
    g_assert_nonnull (strstr (out, "No syntax or stream encoding errors"));
}

static void
test_find_format (void)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; zp_export_format_list ()[i] != NULL; i++)
    {
      const ZpExportFormat *format = zp_export_format_list ()[i];

      g_assert_true (zp_export_format_find (format->id, NULL) == format);
      g_assert_nonnull (format->write);
    }
  g_assert_null (zp_export_format_find ("doc", &error));
  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "docx, pdf, xlsx"));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

/* The report comes out of the PDF as it was put in. */
static void
test_attachment (Fixture *self, gconstpointer data)
{
  static const char report[] = "PK\x03\x04 (not a real one) \\ 报告";
  g_autofree char *printed = NULL;
  g_autoptr (GBytes) attached = g_bytes_new_static (report, sizeof report - 1);
  ZpExportContent content = { .report = attached, .report_name = "某局(1).ziping" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *out = NULL;
  g_autofree char *got = NULL;
  gsize length = 0;

  if (self->fonts == NULL)
    return;

  content.doc = self->doc;
  content.fonts = self->fonts;
  bytes = zp_export_pdf_write (&content, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  out = g_build_filename (self->folder, "out.ziping", NULL);
  printed = run_tool (self, (const char *[]){ "pdfdetach", "-save", "1", "-o", out, "FILE", NULL });
  if (printed == NULL)
    return;
  g_assert_true (g_file_get_contents (out, &got, &length, NULL));
  g_assert_cmpmem (got, length, report, sizeof report - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/pdf/begins-as-pdf", test_begins_as_pdf);
  ADD ("/pdf/text", test_text);
  ADD ("/pdf/fonts", test_fonts);
  ADD ("/pdf/properties", test_properties);
  ADD ("/pdf/boxes", test_boxes);
  ADD ("/pdf/structure", test_structure);
  ADD ("/pdf/table-structure", test_table_structure);
  ADD ("/pdf/table-over-pages", test_table_over_pages);
  ADD ("/pdf/random-structure", test_random_structure);
  ADD ("/pdf/outline", test_outline);
  ADD ("/pdf/grid", test_grid);
  ADD ("/pdf/rare-characters", test_rare_characters);
  ADD ("/pdf/paragraph-over-pages", test_paragraph_over_pages);
  ADD ("/pdf/syntax", test_syntax);
  ADD ("/pdf/attachment", test_attachment);
  ADD ("/pdf/same-bytes", test_same_bytes);
  ADD ("/pdf/random", test_random);
  g_test_add_func ("/exporter/find-format", test_find_format);
  return g_test_run ();
}
