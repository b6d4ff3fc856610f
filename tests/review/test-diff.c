/* SPDX-License-Identifier: GPL-3.0-or-later
 * Contents held against each other. */
#include "review/zp-diff.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *told; /* "kind id before>after", parted by "; " */
} Row;

#define ROWS(rows) "{\"tables\":{\"t\":[" rows "]}}"

static const Row rows[] = {
  { "same", "{\"values\":{\"a.b\":\"1\"}}", "{\"values\":{\"a.b\":\"1\"}}", "" },
  { "nothing", "{}", "{}", "" },
  { "figure", "{\"values\":{\"a.b\":\"1\"}}", "{\"values\":{\"a.b\":\"2\"}}", "figure a.b 1>2" },
  { "figure-added", "{}", "{\"values\":{\"a.b\":\"2\"}}", "figure a.b >2" },
  { "figure-removed", "{\"values\":{\"a.b\":\"1\"}}", "{\"values\":{}}", "figure a.b 1>" },
  { "text", "{\"texts\":{\"text.a\":\"x\"}}", "{\"texts\":{\"text.a\":\"y\"}}", "text text.a x>y" },
  { "note", "{\"notes\":[{\"finding\":\"f\",\"text\":\"x\"}]}",
    "{\"notes\":[{\"finding\":\"f\",\"text\":\"y\"}]}", "note note:f x>y" },
  { "note-of-other-figures",
    "{\"notes\":[{\"finding\":\"f\",\"text\":\"x\",\"figures\":{\"a\":\"1\"}}]}",
    "{\"notes\":[{\"finding\":\"f\",\"text\":\"x\",\"figures\":{\"a\":\"2\"}}]}",
    "note note:f x>x" },
  { "cell", ROWS ("{\"#\":1,\"n\":\"x\"},{\"#\":2,\"n\":\"y\"}"),
    ROWS ("{\"#\":1,\"n\":\"x\"},{\"#\":2,\"n\":\"z\"}"), "figure t[1].n y>z" },
  { "row-added", ROWS ("{\"#\":1,\"n\":\"x\"}"),
    ROWS ("{\"#\":2,\"n\":\"y\"},{\"#\":1,\"n\":\"x\"}"), "row t[0] >n=y" },
  { "row-removed", ROWS ("{\"#\":1,\"n\":\"x\"},{\"#\":2,\"n\":\"y\"}"),
    ROWS ("{\"#\":1,\"n\":\"x\"}"), "row t[1] n=y>" },
  { "row-moved", ROWS ("{\"#\":1,\"n\":\"x\"},{\"#\":2,\"n\":\"y\"}"),
    ROWS ("{\"#\":2,\"n\":\"y\"},{\"#\":1,\"n\":\"x\"}"), "order t #1 #2>#2 #1" },
  { "row-moved-and-changed", ROWS ("{\"#\":1,\"n\":\"x\"},{\"#\":2,\"n\":\"y\"}"),
    ROWS ("{\"#\":2,\"n\":\"z\"},{\"#\":1,\"n\":\"x\"}"),
    "figure t[0].n y>z; order t #1 #2>#2 #1" },
  { "template", "{\"template_version\":1}", "{\"template_version\":2}",
    "other template_version 1>2" },
  { "unknown-member", "{}", "{\"later\":{\"x\":[1]}}", "other later >{\"x\":[1]}" },
  { "unknown-number", "{\"values\":{\"a\":1}}", "{\"values\":{\"a\":1.0}}", "figure a 1>1.0" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) differences = zp_diff_contents (row->before, row->after);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const ZpDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (told, "%s%s %s %s>%s", i > 0 ? "; " : "",
                              zp_difference_get_kind_id (difference->kind), difference->id,
                              difference->before != NULL ? difference->before : "",
                              difference->after != NULL ? difference->after : "");
    }
  g_assert_cmpstr (told->str, ==, row->told);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/diff/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
