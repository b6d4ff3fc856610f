/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging two copies of a report that went apart: three-way, from what was sent for review. */
#include "review/zp-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-digest.h"
#include "review/zp-content.h"
#include "review/zp-merge-private.h"
#include "review/zp-review-private.h"

/** zp_conflict_free: frees a conflict. */
void
zp_conflict_free (ZpConflict *self)
{
  g_free (self->id);
  g_free (self->base);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->value);
  g_free (self);
}

static const char *
value_of (const ZpFlatItem *item)
{
  return item != NULL ? item->value : NULL;
}

static char *
shown_of (const ZpFlatItem *item)
{
  return item != NULL ? g_strdup (item->shown) : NULL;
}

/** zp_merger_judge: what only one side changed is as that side has it. */
ZpMergeVerdict
zp_merger_judge (const ZpMergeSides *sides)
{
  const char *base = value_of (sides->base);
  const char *mine = value_of (sides->mine);
  const char *theirs = value_of (sides->theirs);

  if (g_strcmp0 (mine, theirs) == 0 || g_strcmp0 (theirs, base) == 0)
    return ZP_MERGE_KEEP;
  return g_strcmp0 (mine, base) == 0 ? ZP_MERGE_TAKE : ZP_MERGE_CONFLICT;
}

/** zp_merger_find: a value in the three versions. */
ZpMergeSides
zp_merger_find (const ZpMerge *self, const char *key)
{
  return (ZpMergeSides){ zp_flat_find (self->base, key), zp_flat_find (self->mine, key),
                         zp_flat_find (self->theirs, key) };
}

/** zp_merger_add_conflict: what is there is kept, and a person decides. */
void
zp_merger_add_conflict (ZpMerge *self, const char *id, const ZpMergeSides *sides)
{
  const ZpFlatItem *item = sides->mine != NULL ? sides->mine : sides->theirs;
  ZpConflict *conflict = g_new0 (ZpConflict, 1);

  conflict->kind = item != NULL ? item->kind : ZP_DIFFERENCE_OTHER;
  conflict->id = g_strdup (id);
  conflict->base = shown_of (sides->base);
  conflict->mine = shown_of (sides->mine);
  conflict->theirs = shown_of (sides->theirs);
  conflict->value = g_strdup (value_of (sides->theirs));
  conflict->may_take = conflict->kind != ZP_DIFFERENCE_ROW && conflict->kind != ZP_DIFFERENCE_OTHER;
  g_ptr_array_add (self->conflicts, conflict);
}

static void
merge_single (ZpMerge *self, const ZpFlatItem *item)
{
  ZpMergeSides sides = zp_merger_find (self, item->key);
  ZpMergeVerdict verdict = zp_merger_judge (&sides);

  if (verdict == ZP_MERGE_KEEP)
    return;
  if (verdict == ZP_MERGE_TAKE && item->kind != ZP_DIFFERENCE_OTHER)
    zp_batch_set (self->batch, item->key, NULL, value_of (sides.theirs));
  else
    zp_merger_add_conflict (self, item->key, &sides);
}

/* What stands outside of tables, each name once. */
static void
merge_singles (ZpMerge *self)
{
  const GPtrArray *lists[] = { self->mine->items, self->theirs->items };

  for (guint side = 0; side < G_N_ELEMENTS (lists); side++)
    for (guint i = 0; i < lists[side]->len; i++)
      {
        const ZpFlatItem *item = g_ptr_array_index (lists[side], i);

        if (item->table == NULL && (side == 0 || zp_flat_find (self->mine, item->key) == NULL))
          merge_single (self, item);
      }
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error_literal (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_MERGE, reason);
  return FALSE;
}

static gboolean
have_same_pack (const ZpMergeRequest *request, GError **error)
{
  const ZpPack *mine = zp_report_get_pack (request->mine->report);
  const ZpPack *theirs = zp_report_get_pack (request->theirs->report);

  return (request->mine->read_only == NULL && request->theirs->read_only == NULL &&
          strcmp (mine->id, theirs->id) == 0 && mine->version == theirs->version &&
          strcmp (mine->digest, theirs->digest) == 0) ||
         fail (error, _ ("the two reports were made with different templates"));
}

/* Seals of one copy have to go on from those of the other. */
static gboolean
have_same_seals (const GPtrArray *paths, ZpReport *mine, ZpReport *theirs, GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (g_strcmp0 (zp_report_get_record (mine, path), zp_report_get_record (theirs, path)) != 0)
        return fail (error, _ ("both copies were signed, each by itself; return one of them"));
    }
  return TRUE;
}

/* The copy that is changed: the one with more seals, which cover its history. */
static gboolean
choose_ground (const ZpMergeRequest *request, ZpReportFile **ground, GError **error)
{
  g_autoptr (GPtrArray) mine = zp_report_list_records (request->mine->report, ZP_SEAL_PATH);
  g_autoptr (GPtrArray) theirs = zp_report_list_records (request->theirs->report, ZP_SEAL_PATH);
  gboolean takes_theirs = theirs->len > mine->len;

  *ground = takes_theirs ? request->theirs : request->mine;
  return have_same_seals (takes_theirs ? mine : theirs, request->mine->report,
                          request->theirs->report, error);
}

static gboolean
was_sent (ZpReport *report, const char *content)
{
  g_autoptr (GPtrArray) steps = zp_review_get_steps (report);
  g_autofree char *digest = zp_digest_of_text (content);

  for (guint i = 0; i < steps->len; i++)
    {
      const ZpStep *step = g_ptr_array_index (steps, i);

      if (step->kind == ZP_STEP_SUBMIT && strcmp (step->content, digest) == 0)
        return TRUE;
    }
  return FALSE;
}

/* (nullable): what both copies come from: what one of them was last sent with, if the other one
 * was once sent with it as well. */
static const char *
find_base (ZpReport *mine, ZpReport *theirs)
{
  const char *of_theirs = zp_report_get_record (theirs, ZP_CONTENT_PATH);
  const char *of_mine = zp_report_get_record (mine, ZP_CONTENT_PATH);

  if (of_theirs != NULL && was_sent (mine, of_theirs))
    return of_theirs;
  return of_mine != NULL && was_sent (theirs, of_mine) ? of_mine : NULL;
}

static ZpFlat *
flatten (const char *content)
{
  g_autoptr (ZpJsonDoc) doc = content != NULL ? zp_review_parse (content) : NULL;

  return doc != NULL ? zp_flat_new (zp_json_doc_get_root (doc)) : zp_flat_new_empty ();
}

static void
merge_init (ZpMerge *self,
            const ZpMergeRequest *request,
            const ZpReportFile *ground,
            const ZpReportFile *other)
{
  const char *base = find_base (ground->report, other->report);
  g_autofree char *mine = zp_content_new (ground);
  g_autofree char *theirs = zp_content_new (other);

  self->report = ground->report;
  self->has_base = base != NULL;
  self->base = flatten (base);
  self->mine = flatten (mine);
  self->theirs = flatten (theirs);
  self->batch = zp_batch_new (_ ("Merge"), request->by, request->time);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  zp_batch_set_how (self->batch, ZP_HOW_MERGED);
}

static void
merge_clear (ZpMerge *self)
{
  g_clear_pointer (&self->base, zp_flat_free);
  g_clear_pointer (&self->mine, zp_flat_free);
  g_clear_pointer (&self->theirs, zp_flat_free);
  g_clear_pointer (&self->batch, zp_batch_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpMerge, merge_clear)

static gboolean
may_change (const ZpMerge *self, GError **error)
{
  if (zp_review_allows (self->report, self->batch, error))
    return TRUE;
  g_prefix_error (error, "%s: ", _ ("the copies say different things, and one is locked"));
  return FALSE;
}

/**
 * zp_merge_plan:
 * @ground: (out) (transfer none): the one of the two that is to be changed
 * @conflicts: of #ZpConflict: is filled with what a person has to decide
 *
 * What has to be done to one of the two reports so that it holds what both say: what only one side
 * changed since it was sent for review, all remarks with their threads, and all steps. A copy with
 * more seals is the one that is changed, and what it holds then stays. For each conflict
 * zp_merge_keep_mine() or zp_merge_take_theirs() has to be called.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply() on @ground; %NULL with
 * %ZP_REVIEW_ERROR_MERGE or %ZP_REVIEW_ERROR_LOCKED
 */
ZpBatch *
zp_merge_plan (const ZpMergeRequest *request,
               ZpReportFile **ground,
               GPtrArray *conflicts,
               GError **error)
{
  g_auto (ZpMerge) merge = { 0 };
  ZpReportFile *other;

  if (!have_same_pack (request, error) || !choose_ground (request, ground, error))
    return NULL;
  other = *ground == request->mine ? request->theirs : request->mine;
  merge_init (&merge, request, *ground, other);
  merge.conflicts = conflicts;
  merge_singles (&merge);
  zp_merger_tables (&merge);
  if (!may_change (&merge, error))
    return NULL;
  zp_merger_records (&merge, other->report);
  return g_steal_pointer (&merge.batch);
}

/**
 * zp_merge_take_theirs:
 * @conflict: one that may be taken
 *
 * Adds to @batch that the place becomes what theirs has.
 */
void
zp_merge_take_theirs (ZpBatch *batch, const ZpConflict *conflict)
{
  g_return_if_fail (conflict->may_take);

  /* It is named as it stood before rows came and went. */
  zp_batch_set (batch, conflict->id, NULL, conflict->value);
  g_ptr_array_insert (batch->changes, 0,
                      g_ptr_array_steal_index (batch->changes, batch->changes->len - 1));
}

/**
 * zp_merge:
 * @conflicts: of #ZpConflict: is filled with what a person has to decide
 *
 * Does what zp_merge_plan() says. Where both changed a place, mine stays, and an open remark says
 * what theirs was.
 *
 * Returns: (transfer none) (nullable): the changed one, not yet saved; %NULL with
 * %ZP_REVIEW_ERROR_MERGE or %ZP_REVIEW_ERROR_LOCKED
 */
ZpReportFile *
zp_merge (const ZpMergeRequest *request, GPtrArray *conflicts, GError **error)
{
  ZpReportFile *ground;
  g_autoptr (ZpBatch) batch = zp_merge_plan (request, &ground, conflicts, error);

  if (batch == NULL)
    return NULL;
  for (guint i = 0; i < conflicts->len; i++)
    zp_merge_keep_mine (ground->report, batch, g_ptr_array_index (conflicts, i), request->by,
                        request->time);
  if (batch->changes->len > 0 && !zp_report_apply (ground->report, g_steal_pointer (&batch), error))
    return NULL;
  return ground;
}
