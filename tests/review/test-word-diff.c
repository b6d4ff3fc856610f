/* SPDX-License-Identifier: GPL-3.0-or-later
 * Texts word by word. */
#include "review/zp-word-diff.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *marked;
} Row;

static const Row rows[] = {
  { "same", "预算执行", "预算执行", "预算执行" },
  { "empty", "", "", "" },
  { "from-nothing", "", "新", "+新+" },
  { "to-nothing", "旧", "", "-旧-" },
  { "figure-is-one-word", "执行率87.98%。", "执行率98.32%。", "执行率-87.98%-+98.32%+。" },
  { "digits-are-not-torn", "12,345.00元", "12,340.00元", "-12,345.00-+12,340.00+元" },
  { "character", "本单位人员", "本单位职员", "本单位-人-+职+员" },
  { "put-in", "完成指标", "完成全部指标", "完成+全部+指标" },
  { "taken-out", "完成全部指标", "完成指标", "完成-全部-指标" },
  { "two-places", "一是甲；二是乙", "一是丙；二是丁", "一是-甲-+丙+；二是-乙-+丁+" },
  { "paragraph", "第一段\n第二段", "第一段\n新段\n第二段", "第一段\n+新段\n+第二段" },
  { "rare-character", "𠮷林", "吉林", "-𠮷-+吉+林" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) runs = zp_word_diff (row->before, row->after);
  g_autoptr (GString) marked = g_string_new (NULL);
  static const char *const marks[] = { "", "-", "+" };

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpWords *run = g_ptr_array_index (runs, i);

      g_string_append_printf (marked, "%s%s%s", marks[run->kind], run->text, marks[run->kind]);
    }
  g_assert_cmpstr (marked->str, ==, row->marked);
}

static char *
rebuild (const GPtrArray *runs, ZpWordsKind without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpWords *run = g_ptr_array_index (runs, i);

      if (run->kind != without)
        g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}

static char *
random_text (guint length)
{
  static const char *const words[] = { "甲", "乙", "丙", "12.5", "\n", "a" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
test_rebuilds (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *before = random_text (i % 40);
      g_autofree char *after = random_text ((i * 7) % 40);
      g_autoptr (GPtrArray) runs = zp_word_diff (before, after);
      g_autofree char *first = rebuild (runs, ZP_WORDS_ADDED);
      g_autofree char *second = rebuild (runs, ZP_WORDS_REMOVED);

      g_assert_cmpstr (first, ==, before);
      g_assert_cmpstr (second, ==, after);
    }
}

static void
test_long (void)
{
  g_autofree char *before = random_text (5000);
  g_autofree char *after = random_text (5000);
  g_autoptr (GPtrArray) runs = zp_word_diff (before, after);
  g_autofree char *second = rebuild (runs, ZP_WORDS_REMOVED);

  g_assert_cmpstr (second, ==, after);
  g_assert_cmpuint (runs->len, <=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/word-diff/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/word-diff/rebuilds-both", test_rebuilds);
  g_test_add_func ("/word-diff/too-long-to-compare", test_long);
  return g_test_run ();
}
