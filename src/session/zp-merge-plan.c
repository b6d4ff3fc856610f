/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging another copy of the report into this one: shown first, done as one step. */
#include "session/zp-merge-plan.h"

#include <glib/gi18n-lib.h>

#include "review/zp-review.h"
#include "session/zp-place-name.h"

/**
 * ZpMergePlan:
 * @batch: (nullable): without what is decided about conflicts; %NULL once it is done
 * @conflicts: of #ZpConflict; @choices: of #ZpMergeChoice, the same in words; @taken: of gboolean
 * @n_values: figures, texts, notes and rows that are taken over; @n_records: remarks and steps
 */
struct _ZpMergePlan
{
  ZpSession *session;
  ZpReportFile *theirs;
  ZpBatch *batch;
  GPtrArray *conflicts;
  GPtrArray *choices;
  GArray *taken;
  guint n_values;
  guint n_records;
};

static void
choice_free (gpointer data)
{
  ZpMergeChoice *self = data;

  g_free (self->label);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

static void
conflict_free (gpointer data)
{
  zp_conflict_free (data);
}

/** zp_merge_plan_free: frees @self. */
void
zp_merge_plan_free (ZpMergePlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->batch, zp_batch_free);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->choices);
  g_array_unref (self->taken);
  zp_report_file_free (self->theirs);
  g_object_unref (self->session);
  g_free (self);
}

static void
count_changes (ZpMergePlan *self)
{
  for (guint i = 0; i < self->batch->changes->len; i++)
    {
      const ZpChange *change = g_ptr_array_index (self->batch->changes, i);

      if (g_str_has_prefix (change->path, ZP_RECORD_PREFIX))
        self->n_records++;
      else
        self->n_values++;
    }
}

static void
add_choice (ZpMergePlan *self, const ZpConflict *conflict)
{
  ZpMergeChoice *choice = g_new0 (ZpMergeChoice, 1);
  gboolean is_taken = FALSE;

  choice->label = zp_place_name (self->session, conflict->id);
  choice->mine = zp_place_say_value (self->session, conflict->id, conflict->mine);
  choice->theirs = zp_place_say_value (self->session, conflict->id, conflict->theirs);
  choice->may_take = conflict->may_take;
  g_ptr_array_add (self->choices, choice);
  g_array_append_val (self->taken, is_taken);
}

static gboolean
plan (ZpMergePlan *self, GError **error)
{
  const char *author = zp_session_get_author (self->session);
  ZpReportFile *mine = zp_session_get_file (self->session);
  ZpMergeRequest request = { mine, self->theirs, author != NULL ? author : "", g_get_real_time () };
  ZpReportFile *ground;

  self->batch = zp_merge_plan (&request, &ground, self->conflicts, error);
  if (self->batch == NULL)
    return FALSE;
  if (ground == mine)
    return TRUE;
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_MERGE,
               _ ("The other copy has more signatures. Open it, and merge this one into it"));
  return FALSE;
}

/**
 * zp_merge_plan_new:
 * @theirs: (transfer full): the other copy
 *
 * Returns: (transfer full) (nullable): nothing is changed yet; %NULL with the reason why the copies
 *   cannot be merged here
 */
ZpMergePlan *
zp_merge_plan_new (ZpSession *session, ZpReportFile *theirs, GError **error)
{
  g_autoptr (ZpMergePlan) self = g_new0 (ZpMergePlan, 1);

  self->session = g_object_ref (session);
  self->theirs = theirs;
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->taken = g_array_new (FALSE, TRUE, sizeof (gboolean));
  if (!plan (self, error))
    return NULL;
  count_changes (self);
  for (guint i = 0; i < self->conflicts->len; i++)
    add_choice (self, g_ptr_array_index (self->conflicts, i));
  return g_steal_pointer (&self);
}

/** zp_merge_plan_say: (transfer full): what is taken over without a question. */
char *
zp_merge_plan_say (const ZpMergePlan *self)
{
  g_autofree char *values =
    g_strdup_printf (ngettext ("%u change", "%u changes", self->n_values), self->n_values);
  g_autofree char *records = g_strdup_printf (
    ngettext ("%u remark or step", "%u remarks and steps", self->n_records), self->n_records);

  return g_strdup_printf (_ ("Taken over from the other copy: %1$s, %2$s"), values, records);
}

/** zp_merge_plan_is_empty: whether the other copy has nothing that this one has not. */
gboolean
zp_merge_plan_is_empty (const ZpMergePlan *self)
{
  return self->n_values + self->n_records + self->conflicts->len == 0;
}

/** zp_merge_plan_count: number of places that both changed. */
guint
zp_merge_plan_count (const ZpMergePlan *self)
{
  return self->choices->len;
}

/** zp_merge_plan_get: (transfer none): a place that both changed. */
const ZpMergeChoice *
zp_merge_plan_get (const ZpMergePlan *self, guint index)
{
  g_return_val_if_fail (index < self->choices->len, NULL);

  return g_ptr_array_index (self->choices, index);
}

/** zp_merge_plan_set_taken: whether the place becomes what the other copy has. */
void
zp_merge_plan_set_taken (ZpMergePlan *self, guint index, gboolean is_taken)
{
  g_return_if_fail (index < self->choices->len);

  g_array_index (self->taken, gboolean, index) =
    is_taken && zp_merge_plan_get (self, index)->may_take;
}

/**
 * zp_merge_plan_do:
 *
 * Merges as one step. Where mine stays, an open remark says what the other copy has. Once only.
 */
gboolean
zp_merge_plan_do (ZpMergePlan *self, GError **error)
{
  ZpReport *report = zp_session_get_report (self->session);
  const char *author = zp_session_get_author (self->session);
  ZpBatch *batch = g_steal_pointer (&self->batch);

  g_return_val_if_fail (batch != NULL, FALSE);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const ZpConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (g_array_index (self->taken, gboolean, i))
        zp_merge_take_theirs (batch, conflict);
      else
        zp_merge_keep_mine (report, batch, conflict, author != NULL ? author : "", batch->time);
    }
  return zp_session_apply (self->session, batch, error);
}
