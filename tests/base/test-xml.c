/* SPDX-License-Identifier: GPL-3.0-or-later
 * XML written by the writer: its exact text, and that whatever goes in, a parser takes the result.
 */
#include "base/zp-xml-writer.h"

#include <locale.h>
#include <string.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *written;
  /* What a reader gets back; NULL: @text. */
  const char *read;
} TextRow;

/* clang-format off */
static const TextRow text_rows[] = {
  { "plain", "绩效自评", "绩效自评", NULL },
  { "beyond-bmp", "𠮷", "𠮷", NULL },
  { "markup", "a<b>&c", "a&lt;b&gt;&amp;c", NULL },
  { "entity", "&amp;", "&amp;amp;", NULL },
  { "end-of-cdata", "]]>", "]]&gt;", NULL },
  { "line-ends", "a\nb\tc", "a\nb\tc", NULL },
  { "carriage-return", "a\rb", "a&#13;b", NULL },
  { "control", "a\x01\x0b\x1f" "b", "ab", "ab" },
  { "escape", "\x1b[31m", "[31m", "[31m" },
  { "delete", "a\x7f", "a\x7f", NULL },
  { "fffe", "a\xef\xbf\xbe" "b", "ab", "ab" },
  { "ffff", "a\xef\xbf\xbf" "b", "ab", "ab" },
  { "fffd", "a\xef\xbf\xbd" "b", "a\xef\xbf\xbd" "b", NULL },
  { "surrogate", "a\xed\xa0\x80" "b", "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" "b",
    "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" "b" },
  { "not-utf8", "\xbc\xa8", "\xef\xbf\xbd\xef\xbf\xbd", "\xef\xbf\xbd\xef\xbf\xbd" },
  { "only-forbidden", "\x01\x02", "", "" },
};
/* clang-format on */

static char *
finish (ZpXmlWriter *writer)
{
  g_autoptr (GBytes) bytes = zp_xml_writer_finish (writer);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

typedef struct
{
  GString *text;
  char *attribute;
} Read;

static void
read_element (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  Read *self = data;

  if (names[0] != NULL)
    self->attribute = g_strdup (values[0]);
}

static void
read_text (
  GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Read *self = data;

  g_string_append_len (self->text, text, length);
}

/* Reads back the text of a document and the attribute of its element with GLib's own parser. */
static void
read_back (const char *document, Read *read)
{
  static const GMarkupParser parser = { .start_element = read_element, .text = read_text };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;

  *read = (Read){ g_string_new (NULL), NULL };
  context = g_markup_parse_context_new (&parser, 0, read, NULL);
  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
read_clear (Read *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->attribute);
}

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (ZpXmlWriter) writer = zp_xml_writer_new ();
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  Read read = { NULL };

  zp_xml_writer_start (writer, "t", NULL);
  zp_xml_writer_text (writer, row->text);
  zp_xml_writer_end (writer);
  text = finish (writer);
  expected = g_strconcat (DECLARATION "<t>", row->written, "</t>\n", NULL);
  g_assert_cmpstr (text, ==, expected);

  read_back (text, &read);
  g_assert_cmpstr (read.text->str, ==, row->read != NULL ? row->read : row->text);
  read_clear (&read);
}

static void
test_attribute (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (ZpXmlWriter) writer = zp_xml_writer_new ();
  g_autofree char *text = NULL;
  Read read = { NULL };

  zp_xml_writer_empty (writer, "t", "v", row->text, NULL);
  text = finish (writer);

  read_back (text, &read);
  g_assert_cmpstr (read.attribute, ==, row->read != NULL ? row->read : row->text);
  read_clear (&read);
}

static void
test_layout (void)
{
  g_autoptr (ZpXmlWriter) writer = zp_xml_writer_new ();
  g_autofree char *text = NULL;

  zp_xml_writer_start (writer, "w:document", "xmlns:w", "http://example.org/w", NULL);
  zp_xml_writer_start (writer, "w:p", NULL);
  zp_xml_writer_attribute (writer, "w:id", "1");
  zp_xml_writer_attribute (writer, "w:none", NULL);
  zp_xml_writer_empty (writer, "w:jc", "w:val", "center", "w:left-out", NULL, "w:q", "\"<'", NULL);
  zp_xml_writer_start (writer, "w:t", "xml:space", "preserve", NULL);
  zp_xml_writer_text (writer, " a ");
  zp_xml_writer_text (writer, "b");
  zp_xml_writer_end (writer);
  zp_xml_writer_start (writer, "w:r", NULL);
  zp_xml_writer_end (writer);
  text = finish (writer);

  g_assert_cmpstr (text, ==,
                   DECLARATION "<w:document xmlns:w=\"http://example.org/w\">"
                               "<w:p w:id=\"1\">"
                               "<w:jc w:val=\"center\" w:q=\"&quot;&lt;'\"/>"
                               "<w:t xml:space=\"preserve\"> a b</w:t>"
                               "<w:r/>"
                               "</w:p></w:document>\n");
}

static void
add_rows (const char *kind, GTestDataFunc test)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/%s/%s", kind, text_rows[i].name);

      g_test_add_data_func (path, &text_rows[i], test);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  add_rows ("text", test_text);
  add_rows ("attribute", test_attribute);
  g_test_add_func ("/xml/layout", test_layout);

  return g_test_run ();
}
