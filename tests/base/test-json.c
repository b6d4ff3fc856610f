/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the JSON reader accepts, what it refuses and what it says then. */
#include "base/zp-json.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  /* What zp_json_writer_value() makes of it, without the final new line; NULL: @text again. */
  const char *written;
} GoodRow;

typedef struct
{
  const char *name;
  const char *text;
  ZpJsonError code;
  guint line;
  /* Must stand in the message. */
  const char *said;
} BadRow;

#define ENC ZP_JSON_ERROR_ENCODING
#define SYN ZP_JSON_ERROR_SYNTAX
#define DEP ZP_JSON_ERROR_DEPTH
#define DUP ZP_JSON_ERROR_DUPLICATE
#define DEEP_8 "[[[[[[[[]]]]]]]]"

/* clang-format off */
static const GoodRow good_rows[] = {
  { "null", "null", NULL },
  { "true", "true", NULL },
  { "false", "false", NULL },
  { "zero", "0", NULL },
  { "minus-zero", "-0", NULL },
  { "trailing-zeros", "2.50", NULL },
  { "huge-integer", "12345678901234567890123", NULL },
  { "exponent", "-1.5E+10", NULL },
  { "small-exponent", "1e-400", NULL },
  { "zero-point", "0.0e0", NULL },
  { "space-around", " \t\r\n1\n ", "1" },
  { "empty-text", "\"\"", NULL },
  { "chinese", "\"绩效自评\"", NULL },
  { "beyond-bmp", "\"𠮷\"", NULL },
  { "short-escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "unicode-escape", "\"\\u7ee9\\u6548\"", "\"绩效\"" },
  { "surrogate-pair", "\"\\ud842\\udfb7\"", "\"𠮷\"" },
  { "last-character", "\"\\uDBFF\\uDFFF\"", "\"\xf4\x8f\xbf\xbf\"" },
  { "control-escape", "\"\\u001f\"", "\"\\u001F\"" },
  { "delete-is-plain", "\"\x7f\"", NULL },
  { "bom-inside", "\"\xef\xbb\xbf\"", NULL },
  { "empty-array", "[ ]", "[]" },
  { "empty-object", "{\n}", "{}" },
  { "array", "[1,2 , 3]", "[\n  1,\n  2,\n  3\n]" },
  { "object", "{\"b\":1,\"a\":[]}", "{\n  \"b\": 1,\n  \"a\": []\n}" },
  { "empty-key", "{\"\":{}}", "{\n  \"\": {}\n}" },
  { "same-key-elsewhere", "{\"a\":{\"a\":1},\"b\":{\"a\":2}}",
    "{\n  \"a\": {\n    \"a\": 1\n  },\n  \"b\": {\n    \"a\": 2\n  }\n}" },
  { "key-escape", "{\"\\u0041\\n\":0}", "{\n  \"A\\n\": 0\n}" },
  { "mixed", "[[],{},[{}],null,\"\",-1]",
    "[\n  [],\n  {},\n  [\n    {}\n  ],\n  null,\n  \"\",\n  -1\n]" },
  { "deepest-allowed", DEEP_8, "[\n  [\n    [\n      [\n        [\n          [\n            [\n"
    "              []\n            ]\n          ]\n        ]\n      ]\n    ]\n  ]\n]" },
  { "number-then-bracket", "[1]", "[\n  1\n]" },
};

static const BadRow bad_rows[] = {
  { "nothing", "", SYN, 1, "the end of the text" },
  { "only-space", " \n\n ", SYN, 3, "the end of the text" },
  { "byte-order-mark", "\xef\xbb\xbf{}", ENC, 1, "byte order mark" },
  { "utf-16", "\xff\xfe{", ENC, 1, "0xFF" },
  { "gb18030", "{\n\"\xbc\xa8\xd0\xa7\": 1}", ENC, 2, "0xBC" },
  { "overlong", "\"\xc0\x80\"", ENC, 1, "0xC0" },
  { "encoded-surrogate", "\"\xed\xa0\x80\"", ENC, 1, "0xED" },
  { "cut-character", "\n\n\"\xe7\xbb", ENC, 3, "0xE7" },
  { "two-values", "1 2", SYN, 1, "nothing after the value, found “2”" },
  { "two-objects", "{}\n{}", SYN, 2, "nothing after the value, found “{”" },
  { "closing-after", "{}]", SYN, 1, "“]”" },
  { "array-open", "[1,\n2", SYN, 2, "“,” or “]”, found the end of the text" },
  { "object-open", "{\"a\":1", SYN, 1, "“,” or “}”, found the end of the text" },
  { "only-bracket", "[", SYN, 1, "a value, found the end" },
  { "only-brace", "{", SYN, 1, "a key in double quotes, found the end" },
  { "wrong-closing", "[1}", SYN, 1, "“,” or “]”, found “}”" },
  { "wrong-closing-object", "{\"a\":1]", SYN, 1, "“,” or “}”, found “]”" },
  { "trailing-comma-array", "[1,\n]", SYN, 2, "a value, found “]”" },
  { "trailing-comma-object", "{\"a\":1,\n\n}", SYN, 3, "a key in double quotes, found “}”" },
  { "leading-comma", "[,1]", SYN, 1, "a value, found “,”" },
  { "double-comma", "[1,,2]", SYN, 1, "a value, found “,”" },
  { "missing-comma", "[1\n2]", SYN, 2, "“,” or “]”, found “2”" },
  { "missing-comma-object", "{\"a\":1\n\"b\":2}", SYN, 2, "“,” or “}”" },
  { "missing-colon", "{\"a\" 1}", SYN, 1, "“:” after the key, found “1”" },
  { "missing-value", "{\"a\":}", SYN, 1, "a value, found “}”" },
  { "key-only", "{\"a\"}", SYN, 1, "“:” after the key" },
  { "bare-key", "{a:1}", SYN, 1, "a key in double quotes, found “a”" },
  { "number-key", "{1:1}", SYN, 1, "a key in double quotes, found “1”" },
  { "single-quotes", "['x']", SYN, 1, "a value, found “'”" },
  { "curly-quotes", "[“x”]", SYN, 1, "found ““”" },
  { "full-width-comma", "[1，2]", SYN, 1, "found “，”" },
  { "line-comment", "[\n// x\n1]", SYN, 2, "found “/”" },
  { "block-comment", "/* x */1", SYN, 1, "found “/”" },
  { "hash-comment", "# x\n1", SYN, 1, "found “#”" },
  { "nan", "[NaN]", SYN, 1, "found “NaN”" },
  { "infinity", "Infinity", SYN, 1, "found “Infinity”" },
  { "minus-infinity", "-Infinity", SYN, 1, "“-Infinity” is not a number" },
  { "python-true", "True", SYN, 1, "found “True”" },
  { "upper-null", "NULL", SYN, 1, "found “NULL”" },
  { "cut-literal", "nul", SYN, 1, "found “nul”" },
  { "long-literal", "truely", SYN, 1, "found “truely”" },
  { "undefined", "undefined", SYN, 1, "found “undefined”" },
  { "hexadecimal", "0x1F", SYN, 1, "“0x1F” is not a number" },
  { "leading-zero", "[\n\n007]", SYN, 3, "“007” is not a number" },
  { "minus-leading-zero", "-01", SYN, 1, "“-01”" },
  { "point-at-end", "1.", SYN, 1, "“1.”" },
  { "point-at-start", ".5", SYN, 1, "“.5”" },
  { "plus", "+1", SYN, 1, "“+1”" },
  { "only-minus", "-", SYN, 1, "“-”" },
  { "two-minus", "--1", SYN, 1, "“--1”" },
  { "exponent-empty", "1e", SYN, 1, "“1e”" },
  { "exponent-sign", "1e+", SYN, 1, "“1e+”" },
  { "exponent-point", "1e1.5", SYN, 1, "“1e1.5”" },
  { "point-exponent", "1.e5", SYN, 1, "“1.e5”" },
  { "underscores", "1_000", SYN, 1, "“1_000”" },
  { "grouping-two-points", "1.2.3", SYN, 1, "“1.2.3”" },
  { "difference", "1-2", SYN, 1, "“1-2”" },
  { "full-width-digit", "１", SYN, 1, "found “１”" },
  { "unended-text", "[\n\"abc", SYN, 2, "closing \" is missing" },
  { "unended-key", "{\"abc", SYN, 1, "closing \" is missing" },
  { "backslash-at-end", "\"\\", SYN, 1, "the end of the text" },
  { "new-line-in-text", "\"a\nb\"", SYN, 1, "U+000A" },
  { "tab-in-text", "\"a\tb\"", SYN, 1, "U+0009" },
  { "escape-in-text", "{\n\"k\":\"\x1b\"}", SYN, 2, "U+001B" },
  { "unknown-escape", "\"\\x41\"", SYN, 1, "“x41”" },
  { "quote-escape", "\"\\'\"", SYN, 1, "“'”" },
  { "short-unicode", "\"\\u12\"", SYN, 1, "four hexadecimal digits" },
  { "bad-unicode", "\"\\uZZZZ\"", SYN, 1, "four hexadecimal digits" },
  { "escaped-nul", "\"\\u0000\"", SYN, 1, "\\u0000" },
  { "escaped-nul-key", "{\"\\u0000\":1}", SYN, 1, "\\u0000" },
  { "lone-high", "\"\\ud800\"", SYN, 1, "half of a character" },
  { "high-then-text", "\"\\ud800x\"", SYN, 1, "half of a character" },
  { "high-then-high", "\"\\ud800\\ud800\"", SYN, 1, "half of a character" },
  { "lone-low", "\"\\udc00\\ud800\"", SYN, 1, "without the first" },
  { "vertical-tab", "[\v1]", SYN, 1, "U+000B" },
  { "no-break-space", "[\xc2\xa0" "1]", SYN, 1, "a value" },
  { "too-deep", "[\n" DEEP_8 "\n]", DEP, 2, "8 levels" },
  { "too-deep-object", "{\"a\":" DEEP_8 "}", DEP, 1, "8 levels" },
  { "duplicate", "{\"a\":1,\n\"b\":2,\n\"a\":3}", DUP, 3, "“a” stands twice in one object, first in line 1" },
  { "duplicate-escaped", "{\"a\":1,\"\\u0061\":2}", DUP, 1, "“a”" },
  { "duplicate-empty", "{\"\":1,\"\":2}", DUP, 1, "“”" },
  { "duplicate-below", "[{},\n{\"x\":{\"k\":1,\n\"k\":1}}]", DUP, 3, "“k”" },
  { "duplicate-three", "{\"z\":1,\n\"z\":2,\n\"z\":3,\n\"a\":1,\n\"a\":2}", DUP, 2, "“z”" },
};
/* clang-format on */

static const ZpJsonLimits limits = { .max_bytes = 1 << 24, .max_depth = 8 };

static char *
write_again (const ZpJson *value)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();
  char *text = NULL;

  zp_json_writer_value (writer, NULL, value);
  text = zp_json_writer_finish (writer, NULL);

  return g_strchomp (text);
}

static void
test_good (gconstpointer data)
{
  const GoodRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (row->text, strlen (row->text), limits, &error);
  g_autoptr (ZpJsonDoc) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *written_again = NULL;

  g_assert_no_error (error);
  written = write_again (zp_json_doc_get_root (doc));
  g_assert_cmpstr (written, ==, row->written != NULL ? row->written : row->text);

  again = zp_json_doc_parse (written, strlen (written), limits, &error);
  g_assert_no_error (error);
  written_again = write_again (zp_json_doc_get_root (again));
  g_assert_cmpstr (written_again, ==, written);
}

/* The text is copied to exactly its size, so that a sanitizer sees any byte read behind it. */
static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  gsize length = strlen (row->text);
  g_autofree char *exact = g_memdup2 (row->text, length);
  g_autofree char *line = g_strdup_printf ("line %u: ", row->line);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (exact, length, limits, &error);

  g_assert_null (doc);
  g_assert_error (error, ZP_JSON_ERROR, (int) row->code);
  g_assert_true (g_str_has_prefix (error->message, line));
  if (strstr (error->message, row->said) == NULL)
    g_test_message ("“%s” does not say “%s”", error->message, row->said);
  g_assert_nonnull (strstr (error->message, row->said));
}

static void
test_every_cut (void)
{
  static const char text[] = "{\"a\": [1.5e3, \"\\ud842\\udfb7\\n\", true], \"绩\": {\"b\": null}}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *exact = g_memdup2 (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (exact, length, limits, &error);

      g_assert_null (doc);
      g_assert_nonnull (error);
    }
}

static void
test_nul (void)
{
  static const char text[] = "{\n\n\"a\": \"x\0y\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (text, sizeof text - 1, limits, &error);

  g_assert_null (doc);
  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_ENCODING);
  g_assert_true (g_str_has_prefix (error->message, "line 3: "));
}

static void
test_size (void)
{
  ZpJsonLimits small = { .max_bytes = 4, .max_depth = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) fits = zp_json_doc_parse ("[12]", 4, small, &error);
  g_autoptr (ZpJsonDoc) doc = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (fits);
  doc = zp_json_doc_parse ("[123]", 5, small, &error);
  g_assert_null (doc);
  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_SIZE);
}

static void
test_no_depth (void)
{
  ZpJsonLimits flat = { .max_bytes = 100, .max_depth = 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) plain = zp_json_doc_parse ("1", 1, flat, &error);
  g_autoptr (ZpJsonDoc) nested = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (plain);
  nested = zp_json_doc_parse ("[]", 2, flat, &error);
  g_assert_null (nested);
  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_DEPTH);
}

static void
test_lookup (void)
{
  static const char text[] =
    "{\n  \"name\": \"甲\",\n  \"n\": 2.50,\n  \"list\": [\n    1,\n    2\n  ]\n}";
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (text, strlen (text), limits, NULL);
  const ZpJson *root = zp_json_doc_get_root (doc);
  const ZpJson *list = zp_json_get (root, "list");

  g_assert_cmpint (root->kind, ==, ZP_JSON_OBJECT);
  g_assert_cmpuint (root->n_children, ==, 3);
  g_assert_cmpstr (zp_json_get_string (root, "name"), ==, "甲");
  g_assert_cmpuint (zp_json_get (root, "name")->length, ==, strlen ("甲"));
  g_assert_cmpstr (zp_json_get (root, "n")->text, ==, "2.50");
  g_assert_null (zp_json_get_string (root, "n"));
  g_assert_null (zp_json_get (root, "nam"));
  g_assert_null (zp_json_get (list, "name"));
  g_assert_null (zp_json_get (NULL, "name"));
  g_assert_cmpstr (list->key, ==, "list");
  g_assert_cmpuint (list->line, ==, 4);
  g_assert_cmpuint (list->first->next->line, ==, 6);
  g_assert_null (list->first->key);
  g_assert_null (list->first->next->next);
}

/* A million brackets must neither exhaust the stack nor be accepted. */
static void
test_depth_bomb (void)
{
  gsize n = 1000000;
  g_autofree char *brackets = g_strnfill (n, '[');
  ZpJsonLimits wide = { .max_bytes = G_MAXSIZE, .max_depth = G_MAXUINT };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (brackets, n, limits, &error);
  g_autoptr (GString) whole = g_string_new (brackets);

  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_DEPTH);
  g_clear_error (&error);

  for (gsize i = 0; i < n; i++)
    g_string_append_c (whole, ']');
  doc = zp_json_doc_parse (whole->str, whole->len, wide, &error);
  g_assert_no_error (error);
  g_assert_nonnull (doc);
}

static GString *
many_keys (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n\"key-%u\": %u", i > 0 ? "," : "", i * 7919 % n, i);

  return text;
}

/* Comparing each key with each would take minutes. */
static void
test_many_keys (void)
{
  g_autoptr (GString) text = many_keys (200000);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpJsonDoc) doc = NULL;
  g_autoptr (ZpJsonDoc) bad = NULL;
  double seconds = 0;

  g_string_append (text, "}");
  g_test_timer_start ();
  doc = zp_json_doc_parse (text->str, text->len, limits, &error);
  seconds = g_test_timer_elapsed ();
  g_assert_no_error (error);
  g_assert_cmpuint (zp_json_doc_get_root (doc)->n_children, ==, 200000);
  g_assert_cmpfloat (seconds, <, 5);

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\n\"key-0\": 0}");
  bad = zp_json_doc_parse (text->str, text->len, limits, &error);
  g_assert_null (bad);
  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_DUPLICATE);
  g_assert_true (g_str_has_prefix (error->message, "line 200002: "));
}

static void
add_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json/good/", good_rows[i].name, NULL);

      g_test_add_data_func (path, &good_rows[i], test_good);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json/bad/", bad_rows[i].name, NULL);

      g_test_add_data_func (path, &bad_rows[i], test_bad);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  add_rows ();
  g_test_add_func ("/json/every-cut", test_every_cut);
  g_test_add_func ("/json/nul", test_nul);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/no-depth", test_no_depth);
  g_test_add_func ("/json/lookup", test_lookup);
  g_test_add_func ("/json/depth-bomb", test_depth_bomb);
  g_test_add_func ("/json/many-keys", test_many_keys);

  return g_test_run ();
}
