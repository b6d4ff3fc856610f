/* SPDX-License-Identifier: GPL-3.0-or-later
 * What differs between another version of the report and this one, and who changed what. */
#include "session/zp-compare.h"

#include <string.h>

#include "base/zp-time.h"
#include "review/zp-history.h"
#include "review/zp-word-diff.h"
#include "session/zp-place-name.h"

static void
row_free (gpointer data)
{
  ZpCompareRow *self = data;

  g_free (self->label);
  g_free (self->target);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

static gboolean
has_words (const ZpDifference *difference)
{
  return (difference->kind == ZP_DIFFERENCE_TEXT || difference->kind == ZP_DIFFERENCE_NOTE) &&
         difference->before != NULL && difference->after != NULL;
}

static char *
name_difference (ZpSession *session, const ZpDifference *difference)
{
  if (difference->kind == ZP_DIFFERENCE_REMARK)
    return zp_difference_get_label (difference, zp_session_get_report (session));
  if (difference->kind == ZP_DIFFERENCE_STATE || difference->kind == ZP_DIFFERENCE_OTHER)
    return g_strdup (zp_difference_get_kind_label (difference->kind));
  return zp_place_name (session, difference->key);
}

static ZpCompareRow *
make_row (ZpSession *session, const ZpDifference *difference)
{
  ZpCompareRow *row = g_new0 (ZpCompareRow, 1);

  row->kind = difference->kind;
  row->label = name_difference (session, difference);
  row->target = zp_place_target (session, difference->key);
  row->before = zp_place_say_value (session, difference->key, difference->before);
  row->after = zp_place_say_value (session, difference->key, difference->after);
  if (has_words (difference))
    row->words = zp_word_diff (difference->before, difference->after);
  return row;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const ZpCompareRow *first = *(const ZpCompareRow *const *) a;
  const ZpCompareRow *second = *(const ZpCompareRow *const *) b;

  return (int) first->kind - (int) second->kind;
}

/**
 * zp_session_compare:
 * @other: another version of the report
 *
 * Returns: (transfer full): of #ZpCompareRow, by kind: from @other to this one
 */
GPtrArray *
zp_session_compare (ZpSession *session, const ZpReportFile *other)
{
  g_autoptr (GPtrArray) differences = zp_diff_files (other, zp_session_get_file (session));
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (rows, make_row (session, g_ptr_array_index (differences, i)));
  g_ptr_array_sort (rows, compare_kinds);
  return rows;
}

static void
trail_row_free (gpointer data)
{
  ZpTrailRow *self = data;

  g_free (self->time);
  g_free (self->who);
  g_free (self->how);
  g_free (self->key);
  g_free (self->label);
  g_free (self->target);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Of a record the history keeps the digest, which nobody reads. */
static gboolean
is_record (const ZpHistoryLine *line)
{
  return g_str_has_prefix (line->key, ZP_RECORD_PREFIX);
}

static ZpTrailRow *
make_trail_row (ZpSession *session, const ZpHistoryLine *line)
{
  ZpTrailRow *row = g_new0 (ZpTrailRow, 1);

  row->time = zp_time_say (line->time);
  row->who = g_strdup (line->by != NULL ? line->by : "");
  row->how = g_strdup (line->how != NULL ? zp_history_get_how_label (line->how) : "");
  row->key = g_strdup (line->key);
  row->label = zp_place_name (session, line->key);
  row->target = zp_place_target (session, line->key);
  row->before = is_record (line) ? NULL : zp_place_say_value (session, line->key, line->before);
  row->after = is_record (line) ? NULL : zp_place_say_value (session, line->key, line->after);
  return row;
}

/**
 * zp_session_list_trail:
 * @place: (nullable): only what changed there
 * @who: (nullable): only by that person
 *
 * Returns: (transfer full) (nullable): of #ZpTrailRow, the last first; %NULL with an error when
 *   there is no such place
 */
GPtrArray *
zp_session_list_trail (ZpSession *session, const char *place, const char *who, GError **error)
{
  g_autoptr (GPtrArray) lines = zp_history_list (zp_session_get_report (session), place, error);
  GPtrArray *rows;

  if (lines == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (trail_row_free);
  for (guint i = lines->len; i > 0; i--)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i - 1);

      if (who == NULL || g_strcmp0 (line->by, who) == 0)
        g_ptr_array_add (rows, make_trail_row (session, line));
    }
  return rows;
}

/** zp_session_list_people: (transfer full): who is named in the history, each once. */
char **
zp_session_list_people (ZpSession *session)
{
  g_autoptr (GPtrArray) lines = zp_history_list (zp_session_get_report (session), NULL, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i);

      if (line->by != NULL && g_hash_table_add (known, line->by))
        g_strv_builder_add (names, line->by);
    }
  return g_strv_builder_end (names);
}
