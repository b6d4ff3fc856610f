/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two versions of a text, word by word: the longest common subsequence of their words. */
#include "review/zp-word-diff.h"

#include <string.h>

/* A table of that many places is made at most; texts that differ more are told as a whole. */
#define MAX_PLACES (4 * 1000 * 1000)

/**
 * Word: a figure or a word in Latin letters is one, and so is every other character.
 */
typedef struct
{
  const char *at;
  gsize length;
} Word;

static gboolean
joins (gunichar c)
{
  return c < 0x80 && (g_ascii_isalnum ((gchar) c) || c == '.' || c == ',' || c == '%' || c == '_');
}

static const char *
end_of_word (const char *at)
{
  const char *end = g_utf8_next_char (at);

  if (!joins (g_utf8_get_char (at)))
    return end;
  while (*end != '\0' && joins (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end;
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *at = text; *at != '\0';)
    {
      const char *end = end_of_word (at);
      Word word = { at, (gsize) (end - at) };

      g_array_append_val (words, word);
      at = end;
    }
  return words;
}

static gboolean
is_same (const Word *a, const Word *b)
{
  return a->length == b->length && memcmp (a->at, b->at, a->length) == 0;
}

/** zp_words_free: frees a run. */
void
zp_words_free (ZpWords *self)
{
  g_free (self->text);
  g_free (self);
}

static void
free_words (gpointer data)
{
  zp_words_free (data);
}

static void
add (GPtrArray *runs, ZpWordsKind kind, const Word *words, guint n_words)
{
  ZpWords *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  g_autofree char *text = NULL;
  ZpWords *run;

  if (n_words == 0)
    return;
  text =
    g_strndup (words->at, (gsize) (words[n_words - 1].at + words[n_words - 1].length - words->at));
  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  run = g_new0 (ZpWords, 1);
  run->kind = kind;
  run->text = g_steal_pointer (&text);
  g_ptr_array_add (runs, run);
}

/* lengths[i][j]: of the longest common subsequence of a from i and b from j. */
static guint16 *
measure (const Word *a, guint n_a, const Word *b, guint n_b)
{
  gsize width = (gsize) n_b + 1;
  guint16 *lengths = g_new0 (guint16, ((gsize) n_a + 1) * width);

  for (guint i = n_a; i > 0; i--)
    for (guint j = n_b; j > 0; j--)
      {
        guint16 *here = lengths + (i - 1) * width + (j - 1);

        *here = is_same (&a[i - 1], &b[j - 1]) ? (guint16) (here[width + 1] + 1)
                                               : MAX (here[width], here[1]);
      }
  return lengths;
}

static void
compare_middle (GPtrArray *runs, const Word *a, guint n_a, const Word *b, guint n_b)
{
  g_autofree guint16 *lengths = measure (a, n_a, b, n_b);
  gsize width = (gsize) n_b + 1;
  guint i = 0;
  guint j = 0;

  while (i < n_a && j < n_b)
    {
      const guint16 *here = lengths + i * width + j;

      if (is_same (&a[i], &b[j]))
        {
          add (runs, ZP_WORDS_SAME, &a[i++], 1);
          j++;
        }
      else if (here[width] >= here[1])
        add (runs, ZP_WORDS_REMOVED, &a[i++], 1);
      else
        add (runs, ZP_WORDS_ADDED, &b[j++], 1);
    }
  add (runs, ZP_WORDS_REMOVED, a + i, n_a - i);
  add (runs, ZP_WORDS_ADDED, b + j, n_b - j);
}

static guint
common_start (const GArray *a, const GArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len &&
         is_same (&g_array_index (a, Word, n), &g_array_index (b, Word, n)))
    n++;
  return n;
}

static guint
common_end (const GArray *a, const GArray *b, guint start)
{
  guint n = 0;

  while (
    n + start < a->len && n + start < b->len &&
    is_same (&g_array_index (a, Word, a->len - 1 - n), &g_array_index (b, Word, b->len - 1 - n)))
    n++;
  return n;
}

/**
 * zp_word_diff:
 *
 * Returns: (transfer full): of #ZpWords, in order: the runs that are not added make @before, those
 * that are not removed make @after
 */
GPtrArray *
zp_word_diff (const char *before, const char *after)
{
  g_autoptr (GArray) a = split (before);
  g_autoptr (GArray) b = split (after);
  GPtrArray *runs = g_ptr_array_new_with_free_func (free_words);
  guint start = common_start (a, b);
  guint end = common_end (a, b, start);
  guint n_a = a->len - start - end;
  guint n_b = b->len - start - end;
  const Word *words_a = (const Word *) (gpointer) a->data;
  const Word *words_b = (const Word *) (gpointer) b->data;

  add (runs, ZP_WORDS_SAME, words_a, start);
  if ((gsize) n_a * n_b <= MAX_PLACES && n_a < G_MAXUINT16 && n_b < G_MAXUINT16)
    compare_middle (runs, words_a + start, n_a, words_b + start, n_b);
  else
    {
      add (runs, ZP_WORDS_REMOVED, words_a + start, n_a);
      add (runs, ZP_WORDS_ADDED, words_b + start, n_b);
    }
  add (runs, ZP_WORDS_SAME, words_a + start + n_a, end);
  return runs;
}
