/* SPDX-License-Identifier: GPL-3.0-or-later
 * The exact text the JSON writer makes, and that it comes back the same. */
#include "base/zp-json.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *value;
  const char *written;
} StringRow;

/* clang-format off */
static const StringRow string_rows[] = {
  { "empty", "", "\"\"\n" },
  { "null", NULL, "null\n" },
  { "chinese", "整体支出 “绩效”", "\"整体支出 “绩效”\"\n" },
  { "beyond-bmp", "𠮷", "\"𠮷\"\n" },
  { "quote", "a\"b", "\"a\\\"b\"\n" },
  { "backslash", "a\\b", "\"a\\\\b\"\n" },
  { "slash", "a/b", "\"a/b\"\n" },
  { "line-ends", "a\nb\rc", "\"a\\nb\\rc\"\n" },
  { "tab", "\t", "\"\\t\"\n" },
  { "backspace", "\b\f", "\"\\b\\f\"\n" },
  { "control", "\x01\x1f", "\"\\u0001\\u001F\"\n" },
  { "delete", "\x7f", "\"\x7f\"\n" },
  { "line-separator", "\xe2\x80\xa8", "\"\xe2\x80\xa8\"\n" },
};
/* clang-format on */

static void
test_string (gconstpointer data)
{
  const StringRow *row = data;
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  g_autoptr (ZpJsonDoc) doc = NULL;
  g_autofree char *text = NULL;
  ZpJsonLimits limits = { 1000, 1 };
  gsize length = 0;

  zp_json_writer_string (writer, NULL, row->value);
  text = zp_json_writer_finish (writer, &length);
  g_assert_cmpstr (text, ==, row->written);
  g_assert_cmpuint (length, ==, strlen (text));

  doc = zp_json_doc_parse (text, length, limits, NULL);
  g_assert_nonnull (doc);
  g_assert_cmpstr (zp_json_doc_get_root (doc)->text, ==, row->value);
}

static void
write_report (ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "format", "ziping");
  zp_json_writer_int (writer, "version", 1);
  zp_json_writer_begin_object (writer, "values");
  zp_json_writer_raw_number (writer, "a", "2.50");
  zp_json_writer_null (writer, "b");
  zp_json_writer_boolean (writer, "c\n", TRUE);
  zp_json_writer_end_object (writer);
  zp_json_writer_begin_array (writer, "rows");
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_end_object (writer);
  zp_json_writer_begin_array (writer, NULL);
  zp_json_writer_end_array (writer);
  zp_json_writer_int (writer, NULL, G_MININT64);
  zp_json_writer_boolean (writer, NULL, FALSE);
  zp_json_writer_end_array (writer);
  zp_json_writer_begin_array (writer, "none");
  zp_json_writer_end_array (writer);
  zp_json_writer_end_object (writer);
}

static const char report[] = "{\n"
                             "  \"format\": \"ziping\",\n"
                             "  \"version\": 1,\n"
                             "  \"values\": {\n"
                             "    \"a\": 2.50,\n"
                             "    \"b\": null,\n"
                             "    \"c\\n\": true\n"
                             "  },\n"
                             "  \"rows\": [\n"
                             "    {},\n"
                             "    [],\n"
                             "    -9223372036854775808,\n"
                             "    false\n"
                             "  ],\n"
                             "  \"none\": []\n"
                             "}\n";

static void
test_layout (void)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  g_autofree char *text = NULL;

  write_report (writer);
  text = zp_json_writer_finish (writer, NULL);

  g_assert_cmpstr (text, ==, report);
}

static void
test_twice (void)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  write_report (writer);
  first = zp_json_writer_finish (writer, NULL);
  write_report (writer);
  second = zp_json_writer_finish (writer, NULL);

  g_assert_cmpstr (first, ==, second);
}

static void
test_copy (void)
{
  ZpJsonLimits limits = { 10000, 4 };
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (report, strlen (report), limits, NULL);
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  g_autofree char *text = NULL;

  zp_json_writer_value (writer, NULL, zp_json_doc_get_root (doc));
  text = zp_json_writer_finish (writer, NULL);

  g_assert_cmpstr (text, ==, report);
}

static void
test_copy_member (void)
{
  ZpJsonLimits limits = { 10000, 4 };
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (report, strlen (report), limits, NULL);
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  g_autofree char *text = NULL;

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_value (writer, "kept", zp_json_get (zp_json_doc_get_root (doc), "values"));
  zp_json_writer_end_object (writer);
  text = zp_json_writer_finish (writer, NULL);

  g_assert_cmpstr (text, ==,
                   "{\n  \"kept\": {\n    \"a\": 2.50,\n    \"b\": null,\n    \"c\\n\": true\n"
                   "  }\n}\n");
}

static void
expect_critical (void (*misuse) (ZpJsonWriter *))
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  misuse (writer);
  g_test_assert_expected_messages ();
}

static void
forget_key (ZpJsonWriter *writer)
{
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_int (writer, NULL, 1);
}

static void
key_in_array (ZpJsonWriter *writer)
{
  zp_json_writer_begin_array (writer, NULL);
  zp_json_writer_string (writer, "a", "b");
}

static void
end_other (ZpJsonWriter *writer)
{
  zp_json_writer_begin_array (writer, NULL);
  zp_json_writer_end_object (writer);
}

static void
second_value (ZpJsonWriter *writer)
{
  zp_json_writer_null (writer, NULL);
  zp_json_writer_null (writer, NULL);
}

static void
finish_early (ZpJsonWriter *writer)
{
  zp_json_writer_begin_array (writer, NULL);
  g_assert_null (zp_json_writer_finish (writer, NULL));
}

static void
not_utf8 (ZpJsonWriter *writer)
{
  zp_json_writer_string (writer, NULL, "\xff");
}

static void
test_misuse (void)
{
  static void (*const misuses[]) (ZpJsonWriter *) = {
    forget_key, key_in_array, end_other, second_value, finish_early, not_utf8,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (misuses); i++)
    expect_critical (misuses[i]);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (string_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json-writer/string/", string_rows[i].name, NULL);

      g_test_add_data_func (path, &string_rows[i], test_string);
    }
  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/twice", test_twice);
  g_test_add_func ("/json-writer/copy", test_copy);
  g_test_add_func ("/json-writer/copy-member", test_copy_member);
  g_test_add_func ("/json-writer/misuse", test_misuse);

  return g_test_run ();
}
