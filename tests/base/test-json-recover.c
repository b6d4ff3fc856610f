/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is read of a damaged JSON text: whole values only, and a word on the rest. */
#include "base/zp-json.h"

#include <locale.h>
#include <string.h>

static const ZpJsonLimits limits = { .max_bytes = 4096, .max_depth = 4 };

/* @read: what comes out, NULL for an error; @lost: what must be said, all NULL for nothing */
typedef struct
{
  const char *name;
  const char *text;
  const char *read;
  const char *lost[3];
} RecoverRow;

/* clang-format off */
static const RecoverRow rows[] = {
  { "whole", "{\"a\": [1, 2.50, \"x\"], \"b\": null}", "{\"a\":[1,2.50,\"x\"],\"b\":null}", { NULL } },
  { "cut-in-text", "{\"a\": \"1\", \"b\": \"2", "{\"a\":\"1\"}", { "line 1", "missing" } },
  { "cut-in-key", "{\"a\": \"1\", \"b", "{\"a\":\"1\"}", { "missing" } },
  { "cut-behind-key", "{\"a\": \"1\", \"b\"", "{\"a\":\"1\"}", { "missing" } },
  { "cut-behind-colon", "{\"a\": \"1\", \"b\":", "{\"a\":\"1\"}", { "missing" } },
  { "cut-in-escape", "{\"a\": \"1\", \"b\": \"\\u4e", "{\"a\":\"1\"}", { "missing" } },
  { "cut-in-number", "{\"a\": 12, \"b\": 3", "{\"a\":12}", { "end of a number" } },
  { "number-and-garbage", "{\"a\": 12, \"b\": 3\x01}", "{\"a\":12}", { "end of a number" } },
  { "number-complete", "{\"a\": 12, \"b\": 3\n", "{\"a\":12,\"b\":3}", { "line 2", "missing" } },
  { "cut-in-literal", "[true, fal", "[true]", { "missing" } },
  { "cut-behind-comma", "[1,", "[1]", { "missing" } },
  { "cut-deep", "{\"a\": {\"b\": [\"1\", [", "{\"a\":{\"b\":[\"1\",[]]}}", { "missing" } },
  { "cut-in-character", "[\"1\", \"\xe4\xb8", "[\"1\"]", { "UTF-8", "missing" } },
  { "tail", "[1] x", "[1]", { "behind the end" } },
  { "tail-bracket", "[1]]", "[1]", { "behind the end" } },
  { "zeros-behind", "[\"1\"\x01\x01", "[\"1\"]", { "missing" } },
  { "comma-missing", "[\"1\"\n\"2\"]", "[\"1\"]", { "line 2", "missing" } },
  { "quote-missing", "{\"a\": \"1\",\n\"b\": \"2,\n\"c\": \"3\"}", "{\"a\":\"1\"}", { "line 2", "missing" } },
  { "too-deep", "[[[[1]], \"x\"], [[[[5]]]]]", "[[[[1]],\"x\"],[[[]]]]", { "nested deeper" } },
  { "not-utf-8", "[\"a\xff\", \"b\"]", "[\"a\xef\xbf\xbd\",\"b\"]", { "0xFF is not UTF-8" } },
  { "byte-order-mark", "\xef\xbb\xbf[1]", "[1]", { NULL } },
  { "key-twice", "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", "{\"b\":2}", { "line 1", "line 3", "“a” stands twice" } },
  { "key-twice-below", "[{\"a\": 1, \"a\": 1, \"a\": 2}]", "[{}]", { "stands twice" } },
  { "keys-twice", "{\"b\": 1, \"a\": 2, \"b\": 3, \"c\": 4, \"a\": 5}", "{\"c\":4}", { "“a”", "“b”" } },
  { "keys-twice-around", "{\"x\": 0, \"a\": 1, \"y\": 2, \"a\": 3, \"a\": 4, \"z\": 5}", "{\"x\":0,\"y\":2,\"z\":5}",
    { "stands twice" } },
  { "nothing", "", NULL, { "line 1" } },
  { "spaces", " \n", NULL, { "line 2" } },
  { "no-json", "PK\x03\x04", NULL, { "line 1" } },
  { "cut-in-the-only-text", "\"abc", NULL, { "line 1" } },
};
/* clang-format on */

static char *
write_compact (ZpJsonDoc *doc)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();

  zp_json_writer_value (writer, NULL, zp_json_doc_get_root (doc));
  return g_strchomp (zp_json_writer_finish (writer, NULL));
}

static void
assert_said (const char *said, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n && words[i] != NULL; i++)
    {
      if (strstr (said, words[i]) == NULL)
        g_test_message ("“%s” is not in “%s”", words[i], said);
      g_assert_nonnull (strstr (said, words[i]));
    }
}

static void
test_recover (gconstpointer data)
{
  const RecoverRow *row = data;
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gsize length = strlen (row->text);
  /* Copied to exactly its size, so that a sanitizer sees any byte read behind it. */
  g_autofree char *text = g_memdup2 (row->text, length);
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_recover (text, length, limits, lost, &error);
  g_autofree char *read = NULL;
  g_autofree char *said = NULL;

  if (row->read == NULL)
    {
      g_assert_null (doc);
      g_assert_true (error != NULL && error->domain == ZP_JSON_ERROR);
      assert_said (error->message, row->lost, G_N_ELEMENTS (row->lost));
      return;
    }
  g_assert_no_error (error);
  read = write_compact (doc);
  g_assert_cmpstr (read, ==, row->read);
  g_assert_true ((lost->len == 0) == (row->lost[0] == NULL));
  g_ptr_array_add (lost, NULL);
  said = g_strjoinv ("\n", (char **) lost->pdata);
  assert_said (said, row->lost, G_N_ELEMENTS (row->lost));
}

/* Whether all of @part stands in @whole, in the same order; only the last of each may be less. */
static gboolean
is_prefix (const ZpJson *part, const ZpJson *whole)
{
  const ZpJson *child = part->first;
  const ZpJson *other = whole->first;

  if (part->kind != whole->kind || g_strcmp0 (part->key, whole->key) != 0 ||
      g_strcmp0 (part->text, whole->text) != 0 || part->line != whole->line)
    return FALSE;
  for (; child != NULL && other != NULL; child = child->next, other = other->next)
    if (!is_prefix (child, other))
      return FALSE;
  return child == NULL && (other == NULL || part->cut);
}

static void
test_every_cut (void)
{
  const char *text = "{\n  \"a\": \"绩效\\n\\u7ee9\",\n  \"b\": [ 1.50, -2e3, true ],\n  \"c\": {\n"
                     "    \"d\": { \"e\": null },\n    \"f\": \"\"\n  }\n}";
  gsize length = strlen (text);
  g_autoptr (ZpJsonDoc) whole = zp_json_doc_parse (text, length, limits, NULL);

  for (gsize i = 1; i <= length; i++)
    {
      g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *part = g_memdup2 (text, i);
      g_autoptr (ZpJsonDoc) doc = zp_json_doc_recover (part, i, limits, lost, NULL);

      g_assert_nonnull (doc);
      g_assert_true (is_prefix (zp_json_doc_get_root (doc), zp_json_doc_get_root (whole)));
      g_assert_true ((lost->len == 0) == (i == length));
    }
}

static void
test_nul (void)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_recover ("[1, \"a\0b\", 2\0\0", 14, limits, lost, NULL);
  g_autofree char *read = write_compact (doc);

  g_assert_cmpstr (read, ==,
                   "[1,\"a\xef\xbf\xbd"
                   "b\"]");
  g_assert_cmpuint (lost->len, ==, 2);
}

static void
test_size (void)
{
  g_autofree char *text = g_strnfill (limits.max_bytes + 1, ' ');
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (zp_json_doc_recover (text, limits.max_bytes + 1, limits, lost, &error));
  g_assert_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_SIZE);
  g_assert_cmpuint (zp_json_error_get_line (error), ==, 0);
  g_assert_cmpstr (zp_json_error_get_reason (error), ==, error->message);
}

/* A caller that has the line apart says it its own way. */
static void
test_error_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = g_error_new (G_FILE_ERROR, G_FILE_ERROR_IO, "line 3: x");
  g_autoptr (GError) copy = NULL;

  g_assert_null (zp_json_doc_parse ("[\n,]", 4, limits, &error));
  g_prefix_error (&error, "a.json: ");
  copy = g_error_copy (error);
  g_assert_cmpuint (zp_json_error_get_line (copy), ==, 2);
  g_assert_cmpstr (zp_json_error_get_reason (copy), ==, "expected a value, found “,”");
  g_assert_cmpuint (zp_json_error_get_line (other), ==, 0);
  g_assert_cmpstr (zp_json_error_get_reason (other), ==, "line 3: x");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json-recover/text/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_recover);
    }
  g_test_add_func ("/json-recover/every-cut", test_every_cut);
  g_test_add_func ("/json-recover/nul", test_nul);
  g_test_add_func ("/json-recover/size", test_size);
  g_test_add_func ("/json-recover/error-line", test_error_line);
  return g_test_run ();
}
