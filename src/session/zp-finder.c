/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds cells, texts, findings, places and commands by some of their words. */
#include "session/zp-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/zp-finder-private.h"
#include "session/zp-sheet-figure.h"

/* So many of one kind, unless nothing else is found. */
#define MAX_OF_KIND 12

/* What a word is worth by where it stands. */
#define IS_LABEL 8
#define BEGINS_LABEL 4
#define IN_LABEL 2
#define ELSEWHERE 1

/**
 * ZpFinder:
 * @entries: of ZpFindEntry: what the report has; made at the first search
 * @commands: of ZpFindEntry
 */
struct _ZpFinder
{
  ZpSession *session;
  ZpOutline *outline;
  GPtrArray *entries;
  GPtrArray *commands;
};

/** zp_found_free: frees a result. */
void
zp_found_free (ZpFound *self)
{
  if (self == NULL)
    return;
  g_free (self->target);
  g_free (self->label);
  g_free (self->where);
  g_free (self->figure);
  g_free (self);
}

/**
 * zp_finder_new:
 * @outline: has to live as long as the finder
 *
 * Returns: (transfer full): finds what the report has when it is first asked
 */
ZpFinder *
zp_finder_new (ZpSession *session, ZpOutline *outline)
{
  ZpFinder *self;

  g_return_val_if_fail (ZP_IS_SESSION (session) && outline != NULL, NULL);

  self = g_new0 (ZpFinder, 1);
  self->session = g_object_ref (session);
  self->outline = outline;
  self->commands = g_ptr_array_new_with_free_func (zp_find_entry_free);
  return self;
}

/** zp_finder_free: frees a finder. */
void
zp_finder_free (ZpFinder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_ptr_array_unref (self->commands);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * zp_finder_add_command:
 * @action: detailed name: "win.undo"
 * @shortcut: (nullable): as shown
 */
void
zp_finder_add_command (ZpFinder *self, const char *action, const char *label, const char *shortcut)
{
  g_return_if_fail (self != NULL && action != NULL && label != NULL);

  g_ptr_array_add (self->commands, zp_find_entry_new (ZP_FOUND_COMMAND, g_strdup (action),
                                                      g_strdup (label), g_strdup (shortcut)));
}

static char *
show_figure (ZpFinder *self, const ZpFindEntry *entry)
{
  ZpReport *report = zp_session_get_report (self->session);
  const ZpCellValue *value = zp_report_get_value (report, entry->cell);

  return zp_sheet_figure_say (report, entry->cell, zp_cell_value_in_force (value));
}

/* 2925 and 2,925.7 find 2,925.70. */
static gboolean
has_figure (ZpFinder *self, const ZpFindEntry *entry, const char *word)
{
  g_autofree char *figure = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *wanted = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) wanted_parts = NULL;

  if (!entry->is_cell || strpbrk (word, "0123456789") == NULL)
    return FALSE;
  figure = show_figure (self, entry);
  parts = g_strsplit (figure, ",", -1);
  wanted_parts = g_strsplit (word, ",", -1);
  plain = g_strjoinv ("", parts);
  wanted = g_strjoinv ("", wanted_parts);
  return strstr (plain, wanted) != NULL;
}

static int
rate_word (ZpFinder *self, const ZpFindEntry *entry, const char *word)
{
  if (g_str_equal (entry->folded_label, word))
    return IS_LABEL;
  if (g_str_has_prefix (entry->folded_label, word))
    return BEGINS_LABEL;
  if (strstr (entry->folded_label, word) != NULL)
    return IN_LABEL;
  if (strstr (entry->folded_where, word) != NULL || has_figure (self, entry, word))
    return ELSEWHERE;
  return 0;
}

/* 0 when a word is nowhere. */
static int
rate (ZpFinder *self, const ZpFindEntry *entry, char **words)
{
  int sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int worth = rate_word (self, entry, words[i]);

      if (worth == 0)
        return 0;
      sum += worth;
    }
  return sum;
}

typedef struct
{
  const ZpFindEntry *entry;
  int worth;
  int best_of_kind;
  guint place;
} Hit;

static void
collect (ZpFinder *self, const GPtrArray *entries, char **words, GArray *hits)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ZpFindEntry *entry = g_ptr_array_index (entries, i);
      Hit hit = { entry, rate (self, entry, words), 0, hits->len };

      if (hit.worth > 0)
        g_array_append_val (hits, hit);
    }
}

static void
set_best (GArray *hits)
{
  int best[ZP_FOUND_FINDING + 1] = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      best[hit->entry->kind] = MAX (best[hit->entry->kind], hit->worth);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);

      hit->best_of_kind = best[hit->entry->kind];
    }
}

/* Kinds stay together, the one with the best hit first; in a kind the best first, then as in the
 * report. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *left = a;
  const Hit *right = b;

  if (left->best_of_kind != right->best_of_kind)
    return right->best_of_kind - left->best_of_kind;
  if (left->entry->kind != right->entry->kind)
    return (int) left->entry->kind - (int) right->entry->kind;
  if (left->worth != right->worth)
    return right->worth - left->worth;
  return left->place < right->place ? -1 : 1;
}

static ZpFound *
found_new (ZpFinder *self, const ZpFindEntry *entry)
{
  ZpFound *found = g_new0 (ZpFound, 1);

  found->kind = entry->kind;
  found->target = g_strdup (entry->target);
  found->label = g_strdup (entry->label);
  found->where = g_strdup (entry->where);
  if (entry->is_cell)
    found->figure = show_figure (self, entry);
  return found;
}

static guint
count_kinds (const GArray *hits)
{
  guint seen = 0;
  guint count = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint bit = 1u << g_array_index (hits, Hit, i).entry->kind;

      count += (seen & bit) == 0;
      seen |= bit;
    }
  return count;
}

static void
take_best (ZpFinder *self, const GArray *hits, guint max, GPtrArray *results)
{
  guint taken[ZP_FOUND_FINDING + 1] = { 0 };
  guint max_of_kind = count_kinds (hits) > 1 ? MAX_OF_KIND : max;

  for (guint i = 0; i < hits->len && results->len < max; i++)
    {
      const ZpFindEntry *entry = g_array_index (hits, Hit, i).entry;

      if (taken[entry->kind]++ < max_of_kind)
        g_ptr_array_add (results, found_new (self, entry));
    }
}

/* What is shown before anything is typed: where to go, what to do. */
static void
list_start (ZpFinder *self, GPtrArray *results)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const ZpFindEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->kind == ZP_FOUND_PLACE)
        g_ptr_array_add (results, found_new (self, entry));
    }
  for (guint i = 0; i < self->commands->len; i++)
    g_ptr_array_add (results, found_new (self, g_ptr_array_index (self->commands, i)));
}

static char **
split (const char *words)
{
  g_autofree char *folded = zp_find_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (list, g_strdup (parts[i]));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

/**
 * zp_finder_search:
 * @words: each of them has to be somewhere in what is found: in its name, in that of its place, or
 *   in its figure
 * @max: so many results at most
 *
 * Returns: (transfer full): of #ZpFound, kind by kind, the best first; places and commands when
 *   there are no words
 */
GPtrArray *
zp_finder_search (ZpFinder *self, const char *words, guint max)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_found_free);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (GStrv) wanted = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, results);

  if (self->entries == NULL)
    self->entries = zp_find_entries_read (self->session, self->outline);
  wanted = split (words);
  if (wanted[0] == NULL)
    {
      list_start (self, results);
      return results;
    }
  collect (self, self->entries, wanted, hits);
  collect (self, self->commands, wanted, hits);
  set_best (hits);
  g_array_sort (hits, compare_hits);
  take_best (self, hits, max, results);
  return results;
}
