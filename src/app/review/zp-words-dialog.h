/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks for words: a reason, a remark, an answer. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ZpWordsRequest:
 * @heading: what it is about
 * @lead: (nullable): what has to be known before
 * @quote: (nullable): what is answered
 * @label: what the words are
 * @verb: what the dialog does
 * @may_be_empty: it can be done without words
 */
typedef struct
{
  const char *title;
  const char *heading;
  const char *lead;
  const char *quote;
  const char *label;
  const char *verb;
  gboolean may_be_empty;
} ZpWordsRequest;

/** ZpWordsFunc: does it; FALSE with the reason, which is then shown in the dialog. */
typedef gboolean (*ZpWordsFunc) (const char *text, gpointer data, GError **error);

void zp_words_dialog_present (GtkWidget *from,
                              const ZpWordsRequest *request,
                              ZpWordsFunc func,
                              gpointer data,
                              GDestroyNotify destroy);

G_END_DECLS
