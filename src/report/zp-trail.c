/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit trail of a report: entries as they stand in the file, each with a digest over itself
 * and all before it. */
#include "report/zp-trail.h"

#include <string.h>

#include "report/zp-trail-private.h"

#define MAX_DEPTH 64
#define CHAIN "chain"

/* @body: the entry without its chain, as compact JSON */
typedef struct
{
  char *body;
  char *chain;
} Entry;

/* @n_taken: batches of the journal that have their entry, or need none */
struct _ZpTrail
{
  GPtrArray *entries;
  guint n_taken;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->body);
  g_free (self->chain);
  g_free (self);
}

/**
 * zp_trail_new:
 *
 * Returns: (transfer full): without an entry; free with zp_trail_free()
 */
ZpTrail *
zp_trail_new (void)
{
  ZpTrail *self = g_new0 (ZpTrail, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/** zp_trail_free: frees the trail. */
void
zp_trail_free (ZpTrail *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/** zp_trail_digest: (transfer full): "sha256:" and the digest of @text. */
char *
zp_trail_digest (const char *text)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strconcat ("sha256:", hex, NULL);
}

static char *
chain_on (const char *before, const char *body)
{
  g_autofree char *both = g_strconcat (before, "\n", body, NULL);

  return zp_trail_digest (both);
}

/** zp_trail_count: how many entries there are. */
guint
zp_trail_count (const ZpTrail *self)
{
  return self->entries->len;
}

/** zp_trail_get_chain: the digest over the first @n_entries entries. */
const char *
zp_trail_get_chain (const ZpTrail *self, guint n_entries)
{
  const Entry *entry;

  g_return_val_if_fail (n_entries <= self->entries->len, NULL);

  if (n_entries == 0)
    return ZP_TRAIL_START;
  entry = g_ptr_array_index (self->entries, n_entries - 1);
  return entry->chain;
}

/** zp_trail_get_body: an entry as JSON: time, by, how, changes. */
const char *
zp_trail_get_body (const ZpTrail *self, guint index)
{
  const Entry *entry;

  g_return_val_if_fail (index < self->entries->len, NULL);

  entry = g_ptr_array_index (self->entries, index);
  return entry->body;
}

/** zp_trail_is_whole: whether every entry has the digest that it got when it was written. */
gboolean
zp_trail_is_whole (const ZpTrail *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *chain = chain_on (zp_trail_get_chain (self, i), entry->body);

      if (strcmp (chain, entry->chain) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Takes @body and @chain. */
static void
append (ZpTrail *self, char *body, char *chain)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->body = body;
  entry->chain = chain;
  g_ptr_array_add (self->entries, entry);
}

/**
 * zp_trail_read_entry:
 * @object: an entry of the file
 *
 * Takes an entry as it stands; whether it was altered says zp_trail_is_whole().
 *
 * Returns: FALSE when it has no chain
 */
gboolean
zp_trail_read_entry (ZpTrail *self, const ZpJson *object)
{
  g_autoptr (ZpJsonWriter) writer = NULL;
  const char *chain = object->kind == ZP_JSON_OBJECT ? zp_json_get_string (object, CHAIN) : NULL;

  if (chain == NULL)
    return FALSE;
  writer = zp_json_writer_new_compact ();
  zp_json_writer_begin_object (writer, NULL);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    if (strcmp (member->key, CHAIN) != 0)
      zp_json_writer_value (writer, member->key, member);
  zp_json_writer_end_object (writer);
  append (self, g_strchomp (zp_json_writer_finish (writer, NULL)), g_strdup (chain));
  return TRUE;
}

/** zp_trail_write_entry: the entry as an object of an array, with its chain as the last member. */
void
zp_trail_write_entry (const ZpTrail *self, guint index, ZpJsonWriter *writer)
{
  const Entry *entry = g_ptr_array_index (self->entries, index);
  gsize length = strlen (entry->body);
  ZpJsonLimits limits = { .max_bytes = length, .max_depth = MAX_DEPTH };
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (entry->body, length, limits, NULL);

  g_return_if_fail (doc != NULL);

  zp_json_writer_begin_object (writer, NULL);
  for (const ZpJson *member = zp_json_doc_get_root (doc)->first; member != NULL;
       member = member->next)
    zp_json_writer_value (writer, member->key, member);
  zp_json_writer_string (writer, CHAIN, entry->chain);
  zp_json_writer_end_object (writer);
}

static gboolean
is_by_nobody (const ZpBatch *batch)
{
  return batch->author == NULL || *batch->author == '\0';
}

/**
 * zp_trail_take:
 *
 * Appends an entry for each batch of @journal that has none. The trail begins with the first
 * change of somebody who gave a name, or with handing in; what a script filled in before is the
 * ground it starts from.
 */
void
zp_trail_take (ZpTrail *self, const ZpJournal *journal)
{
  for (; self->n_taken < zp_journal_get_n_batches (journal); self->n_taken++)
    {
      const ZpBatch *batch = zp_journal_get_batch (journal, self->n_taken);
      char *body;

      if (self->entries->len == 0 && is_by_nobody (batch))
        continue;
      body = zp_trail_describe_batch (batch);
      if (body != NULL)
        append (self, body, chain_on (zp_trail_get_chain (self, self->entries->len), body));
    }
}
