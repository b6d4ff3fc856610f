/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two versions of a text, word by word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ZP_WORDS_SAME,
  ZP_WORDS_REMOVED,
  ZP_WORDS_ADDED,
} ZpWordsKind;

/**
 * ZpWords: a run of words that is in both texts or in one of them.
 */
typedef struct
{
  ZpWordsKind kind;
  char *text;
} ZpWords;

void zp_words_free (ZpWords *self);
GPtrArray *zp_word_diff (const char *before, const char *after);

G_END_DECLS
