/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finding cells, texts, findings, places and commands by some of their words. */
#include "session-fixture.h"
#include "session/zp-finder.h"

typedef struct
{
  const char *name;
  const char *words;
  ZpFoundKind kind;
  const char *target;
} FindRow;

/* The first result. */
static const FindRow find_rows[] = {
  { "cell", "基本支出 实际支出", ZP_FOUND_CELL, "budget.basic.actual" },
  { "order-of-words", "实际支出 基本支出", ZP_FOUND_CELL, "budget.basic.actual" },
  { "by-sheet", "三公 接待 2021年决算", ZP_FOUND_CELL, "three_public.reception.actual" },
  { "name-of-row", "项目前期工作经费 项目名称", ZP_FOUND_CELL, "projects[0].name" },
  { "figure", "3214.04", ZP_FOUND_CELL, "budget.total.actual" },
  { "figure-with-comma", "3,214.04", ZP_FOUND_CELL, "budget.total.actual" },
  { "full-width", "２，９２５．７０ 基本支出", ZP_FOUND_CELL, "budget.basic.actual" },
  { "place", "三公与公用经费", ZP_FOUND_PLACE, "page:costs" },
  { "finding", "未到90%", ZP_FOUND_FINDING, "budget.rate_mid" },
  { "command", "undo", ZP_FOUND_COMMAND, "win.undo" },
  { "command-case", "UNDO", ZP_FOUND_COMMAND, "win.undo" },
};

static void
test_find (gconstpointer data)
{
  const FindRow *row = data;
  ZpSession *session = session_fixture_open ("reference-corrected");
  ZpOutline *outline = zp_outline_new (session);
  ZpFinder *finder = zp_finder_new (session, outline);
  g_autoptr (GPtrArray) results = NULL;
  const ZpFound *first;

  zp_finder_add_command (finder, "win.undo", "Undo", "Ctrl+Z");
  results = zp_finder_search (finder, row->words, 50);
  g_assert_cmpuint (results->len, >, 0);
  first = g_ptr_array_index (results, 0);
  g_assert_cmpint (first->kind, ==, row->kind);
  g_assert_cmpstr (first->target, ==, row->target);
  zp_finder_free (finder);
  zp_outline_free (outline);
  session_fixture_close (session);
}

static void
test_shown (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  ZpOutline *outline = zp_outline_new (session);
  ZpFinder *finder = zp_finder_new (session, outline);
  g_autoptr (GPtrArray) results = zp_finder_search (finder, "基本支出 实际支出 部门整体", 50);
  const ZpFound *first = g_ptr_array_index (results, 0);

  g_assert_cmpstr (first->label, ==, "基本支出 · 实际支出");
  g_assert_cmpstr (first->figure, ==, "2,925.70 万元");
  g_assert_cmpstr (first->where, ==, "预算执行 · 部门整体支出预算与执行");
  zp_finder_free (finder);
  zp_outline_free (outline);
  session_fixture_close (session);
}

/* Results of one kind stand together, and none drowns the others. */
static void
test_mixed (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  ZpOutline *outline = zp_outline_new (session);
  ZpFinder *finder = zp_finder_new (session, outline);
  g_autoptr (GPtrArray) results = zp_finder_search (finder, "支出", 60);
  guint n_of_kind[ZP_FOUND_FINDING + 1] = { 0 };
  guint n_turns = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const ZpFound *found = g_ptr_array_index (results, i);
      const ZpFound *before = i > 0 ? g_ptr_array_index (results, i - 1) : NULL;

      n_of_kind[found->kind]++;
      n_turns += before == NULL || before->kind != found->kind;
    }
  g_assert_cmpuint (n_of_kind[ZP_FOUND_CELL], ==, 12);
  g_assert_cmpuint (n_of_kind[ZP_FOUND_TEXT] + n_of_kind[ZP_FOUND_PLACE], >, 0);
  g_assert_cmpuint (n_turns, <=, ZP_FOUND_FINDING + 1);
  zp_finder_free (finder);
  zp_outline_free (outline);
  session_fixture_close (session);
}

static void
test_no_words (void)
{
  ZpSession *session = session_fixture_open (NULL);
  ZpOutline *outline = zp_outline_new (session);
  ZpFinder *finder = zp_finder_new (session, outline);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) none = NULL;

  zp_finder_add_command (finder, "win.undo", "Undo", NULL);
  results = zp_finder_search (finder, "  ", 50);
  g_assert_cmpint (((ZpFound *) g_ptr_array_index (results, 0))->kind, ==, ZP_FOUND_PLACE);
  g_assert_cmpint (((ZpFound *) g_ptr_array_index (results, results->len - 1))->kind, ==,
                   ZP_FOUND_COMMAND);
  none = zp_finder_search (finder, "undo 天文台", 50);
  g_assert_cmpuint (none->len, ==, 0);
  zp_finder_free (finder);
  zp_outline_free (outline);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (find_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/finder/find/", find_rows[i].name, NULL);

      g_test_add_data_func (path, &find_rows[i], test_find);
    }
  g_test_add_func ("/finder/shown", test_shown);
  g_test_add_func ("/finder/mixed", test_mixed);
  g_test_add_func ("/finder/no-words", test_no_words);
  return g_test_run ();
}
