/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an entry of the audit trail says of a batch of changes. */
#include <string.h>

#include "report/zp-note.h"
#include "report/zp-report.h"
#include "report/zp-trail-private.h"
#include "report/zp-trail.h"

#define NOTE_PREFIX "note:"

/* (transfer full): "projects[2].actual" of the row with the lasting number 7 → "projects#7.actual"
 */
static char *
lasting_id (const ZpChange *change)
{
  const char *open = strchr (change->path, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;

  if (change->kind != ZP_CHANGE_SET)
    return g_strdup_printf ("%s#%u", change->path, change->uid);
  if (close == NULL || change->uid == 0)
    return g_strdup (change->path);
  return g_strdup_printf ("%.*s#%u%s", (int) (open - change->path), change->path, change->uid,
                          close + 1);
}

/* (transfer full) (nullable): a record stands in the file in full, here only its digest; of a note
 * its words. */
static char *
brief_value (const ZpChange *change, const char *value)
{
  g_autoptr (ZpNote) note = NULL;

  if (value == NULL)
    return NULL;
  if (g_str_has_prefix (change->path, ZP_RECORD_PREFIX))
    return zp_trail_digest (value);
  if (!g_str_has_prefix (change->path, NOTE_PREFIX))
    return g_strdup (value);
  note = zp_note_from_text (change->path + strlen (NOTE_PREFIX), value, NULL);
  return g_strdup (note != NULL ? note->text : value);
}

static void
write_optional (ZpJsonWriter *writer, const char *key, const char *value)
{
  if (value != NULL)
    zp_json_writer_string (writer, key, value);
}

static void
write_set (ZpJsonWriter *writer, const ZpChange *change, const char *at_first)
{
  g_autofree char *before = brief_value (change, at_first);
  g_autofree char *after = brief_value (change, change->after);

  write_optional (writer, "before", before);
  write_optional (writer, "after", after);
}

/* Rows are counted from 0, as in ids. */
static void
write_places (ZpJsonWriter *writer, const ZpChange *change)
{
  if (change->kind != ZP_CHANGE_INSERT)
    zp_json_writer_int (writer, "from", change->from);
  if (change->kind != ZP_CHANGE_REMOVE)
    zp_json_writer_int (writer, "to", change->to);
}

/** zp_trail_is_of_review: whether @batch changes a record, so that it is told whoever did it. */
gboolean
zp_trail_is_of_review (const ZpBatch *batch)
{
  for (guint i = 0; i < batch->changes->len; i++)
    {
      const ZpChange *change = g_ptr_array_index (batch->changes, i);

      if (g_str_has_prefix (change->path, ZP_RECORD_PREFIX))
        return TRUE;
    }
  return FALSE;
}

/**
 * Story: a batch while it is told.
 * @firsts: lasting id → the first change of it that sets a value
 * @lasts: the same, the last one: a value that is emptied and set again changed once
 */
typedef struct
{
  GHashTable *firsts;
  GHashTable *lasts;
} Story;

static void
story_init (Story *self, const ZpBatch *batch)
{
  self->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < batch->changes->len; i++)
    {
      ZpChange *change = g_ptr_array_index (batch->changes, i);
      char *id = lasting_id (change);

      if (!g_hash_table_contains (self->firsts, id))
        g_hash_table_insert (self->firsts, g_strdup (id), change);
      g_hash_table_insert (self->lasts, id, change);
    }
}

static void
story_clear (Story *self)
{
  g_hash_table_unref (self->firsts);
  g_hash_table_unref (self->lasts);
}

/* What stood there before the batch, or nothing to tell. */
static gboolean
find_before (const Story *self, const ZpChange *change, const char *id, const char **before)
{
  const ZpChange *first = g_hash_table_lookup (self->firsts, id);

  *before = first->before;
  return g_hash_table_lookup (self->lasts, id) == change &&
         g_strcmp0 (first->before, change->after) != 0;
}

static gboolean
write_change (const Story *self, ZpJsonWriter *writer, const ZpChange *change)
{
  g_autofree char *id = lasting_id (change);
  const char *before = NULL;

  if (change->kind == ZP_CHANGE_SET && !find_before (self, change, id, &before))
    return FALSE;
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "id", id);
  if (change->kind == ZP_CHANGE_SET)
    write_set (writer, change, before);
  else
    write_places (writer, change);
  zp_json_writer_end_object (writer);
  return TRUE;
}

static guint
write_changes (ZpJsonWriter *writer, const ZpBatch *batch)
{
  Story story;
  guint n_written = 0;

  story_init (&story, batch);
  zp_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < batch->changes->len; i++)
    n_written += write_change (&story, writer, g_ptr_array_index (batch->changes, i)) ? 1 : 0;
  zp_json_writer_end_array (writer);
  story_clear (&story);
  return n_written;
}

/**
 * zp_trail_describe_batch:
 *
 * Returns: (transfer full) (nullable): the entry as compact JSON; %NULL when nothing changed
 */
char *
zp_trail_describe_batch (const ZpBatch *batch)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (batch->time / G_USEC_PER_SEC);
  g_autofree char *time =
    moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
  guint n_changes;

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "time", time);
  write_optional (writer, "by", batch->author);
  write_optional (writer, "how", batch->how);
  n_changes = write_changes (writer, batch);
  zp_json_writer_end_object (writer);
  return n_changes > 0 ? g_strchomp (zp_json_writer_finish (writer, NULL)) : NULL;
}
