/* SPDX-License-Identifier: GPL-3.0-or-later
 * Undo, redo and history of a journal, driven by short scripts. */
#include "journal/zp-journal.h"

#include <string.h>

/* A figure that is set, undone and redone: the journal only remembers, so the value stands here. */
typedef struct
{
  ZpJournal *journal;
  char *value;
} Desk;

static void
put (Desk *desk, const ZpBatch *batch)
{
  const ZpChange *change = g_ptr_array_index (batch->changes, 0);

  g_free (desk->value);
  desk->value = g_strdup (change->after);
}

static void
set (Desk *desk, char letter)
{
  g_autofree char *after = g_strndup (&letter, 1);
  ZpBatch *batch = zp_batch_new (NULL, NULL, 0);

  zp_batch_set (batch, "a", desk->value, after);
  put (desk, batch);
  zp_journal_add (desk->journal, batch);
}

static void
undo (Desk *desk)
{
  const ZpBatch *last = zp_journal_peek_undo (desk->journal);
  ZpBatch *inverse;

  if (last == NULL)
    return;
  inverse = zp_batch_invert (last);
  put (desk, inverse);
  zp_journal_add_undo (desk->journal, inverse);
}

static void
redo (Desk *desk)
{
  const ZpBatch *last = zp_journal_peek_redo (desk->journal);
  ZpBatch *again;

  if (last == NULL)
    return;
  again = zp_batch_invert (last);
  put (desk, again);
  zp_journal_add_redo (desk->journal, again);
}

/* @script: letters are set, "<" undoes, ">" redoes. @history: every value there was, in order. */
typedef struct
{
  const char *name;
  const char *script;
  const char *value;
  const char *history;
  gboolean can_undo;
  gboolean can_redo;
} ScriptRow;

static const ScriptRow script_rows[] = {
  { "nothing", "", NULL, "", FALSE, FALSE },
  { "nothing-to-undo", "<<>>", NULL, "", FALSE, FALSE },
  { "set", "ab", "b", "ab", TRUE, FALSE },
  { "undo", "ab<", "a", "aba", TRUE, TRUE },
  { "undo-all", "ab<<", NULL, "aba_", FALSE, TRUE },
  { "undo-too-far", "ab<<<<", NULL, "aba_", FALSE, TRUE },
  { "redo", "ab<>", "b", "abab", TRUE, FALSE },
  { "redo-all", "ab<<>>", "b", "aba_ab", TRUE, FALSE },
  { "redo-too-far", "ab<>>>", "b", "abab", TRUE, FALSE },
  { "undo-after-redo", "ab<><", "a", "ababa", TRUE, TRUE },
  { "new-work-ends-redo", "ab<c>", "c", "abac", TRUE, FALSE },
  { "undo-new-work", "ab<c<<", NULL, "abaca_", FALSE, TRUE },
};

static char *
show_history (ZpJournal *journal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < zp_journal_get_n_batches (journal); i++)
    {
      const ZpBatch *batch = zp_journal_get_batch (journal, i);
      const ZpChange *change = g_ptr_array_index (batch->changes, 0);

      g_string_append (text, change->after != NULL ? change->after : "_");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_script (gconstpointer data)
{
  const ScriptRow *row = data;
  g_autoptr (ZpJournal) journal = zp_journal_new ();
  g_autofree char *history = NULL;
  Desk desk = { .journal = journal };

  for (const char *step = row->script; *step != '\0'; step++)
    if (*step == '<')
      undo (&desk);
    else if (*step == '>')
      redo (&desk);
    else
      set (&desk, *step);

  history = show_history (journal);
  g_assert_cmpstr (desk.value, ==, row->value);
  g_assert_cmpstr (history, ==, row->history);
  g_assert_cmpint (zp_journal_peek_undo (journal) != NULL, ==, row->can_undo);
  g_assert_cmpint (zp_journal_peek_redo (journal) != NULL, ==, row->can_redo);
  g_free (desk.value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (script_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/journal/script/", script_rows[i].name, NULL);

      g_test_add_data_func (path, &script_rows[i], test_script);
    }
  return g_test_run ();
}
