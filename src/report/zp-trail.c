/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit trail of a report: entries as they stand in the file, each with a digest over itself
 * and all before it. */
#include "report/zp-trail.h"

#include <string.h>

#include "base/zp-digest.h"
#include "report/zp-trail-private.h"

#define MAX_DEPTH 64
#define CHAIN "chain"

/* @body: the entry without its chain, as compact JSON */
typedef struct
{
  char *body;
  char *chain;
} Entry;

/* @n_kept: entries that are saved; @n_batches: batches of the journal that they tell */
struct _ZpTrail
{
  GPtrArray *entries;
  guint n_kept;
  guint n_batches;
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
  g_autofree char *hex = zp_digest_of_text (text);

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
  self->n_kept++;
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

static gboolean
came_about (const ZpBatch *batch, const char *how)
{
  return g_strcmp0 (batch->how, how) == 0;
}

static const ZpBatch *
top_of (const GPtrArray *batches)
{
  return batches->len > 0 ? g_ptr_array_index (batches, batches->len - 1) : NULL;
}

static void
pop (GPtrArray *batches)
{
  g_ptr_array_set_size (batches, (int) batches->len - 1);
}

static void
push (GPtrArray *batches, const ZpBatch *batch)
{
  g_ptr_array_add (batches, (gpointer) batch);
}

/**
 * Effect: what is left of the batches since the last save when what was taken back is left out.
 * @done: of const #ZpBatch, in order
 * @undone: those that can come back
 */
typedef struct
{
  GPtrArray *done;
  GPtrArray *undone;
} Effect;

/* What was saved and is then undone is told; what was not saved was never there. */
static void
effect_undo (Effect *self, const ZpBatch *batch)
{
  const ZpBatch *last = top_of (self->done);

  if (last == NULL || came_about (last, ZP_HOW_UNDONE))
    {
      push (self->done, batch);
      return;
    }
  pop (self->done);
  push (self->undone, last);
}

static void
effect_redo (Effect *self, const ZpBatch *batch)
{
  const ZpBatch *last = top_of (self->done);
  const ZpBatch *again = top_of (self->undone);

  if (last != NULL && came_about (last, ZP_HOW_UNDONE))
    {
      pop (self->done);
      return;
    }
  push (self->done, again != NULL ? again : batch);
  if (again != NULL)
    pop (self->undone);
}

static void
effect_add (Effect *self, const ZpBatch *batch)
{
  if (came_about (batch, ZP_HOW_UNDONE))
    effect_undo (self, batch);
  else if (came_about (batch, ZP_HOW_REDONE))
    effect_redo (self, batch);
  else
    push (self->done, batch);
}

static void
append_batch (ZpTrail *self, const ZpBatch *batch)
{
  char *body;

  if (self->entries->len == 0 && is_by_nobody (batch) && !zp_trail_is_of_review (batch))
    return;
  body = zp_trail_describe_batch (batch);
  if (body != NULL)
    append (self, body, chain_on (zp_trail_get_chain (self, self->entries->len), body));
}

/**
 * zp_trail_take:
 *
 * Makes the entries behind the kept ones those of the batches of @journal since: what was done and
 * not taken back. The trail begins with the first change of somebody who gave a name, or with
 * handing in; what a script filled in before is the ground it starts from.
 */
void
zp_trail_take (ZpTrail *self, const ZpJournal *journal)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();
  g_autoptr (GPtrArray) undone = g_ptr_array_new ();
  Effect effect = { done, undone };

  for (guint i = self->n_batches; i < zp_journal_get_n_batches (journal); i++)
    effect_add (&effect, zp_journal_get_batch (journal, i));
  g_ptr_array_set_size (self->entries, (int) self->n_kept);
  for (guint i = 0; i < done->len; i++)
    append_batch (self, g_ptr_array_index (done, i));
}

/**
 * zp_trail_keep:
 *
 * The report was saved: what there is now stays for ever, and taking it back is one more entry.
 */
void
zp_trail_keep (ZpTrail *self, const ZpJournal *journal)
{
  zp_trail_take (self, journal);
  self->n_kept = self->entries->len;
  self->n_batches = zp_journal_get_n_batches (journal);
}
