/* SPDX-License-Identifier: GPL-3.0-or-later
 * Merging remarks, steps and seals of two copies, and telling conflicts as remarks. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-anchor.h"
#include "review/zp-merge-private.h"
#include "review/zp-remark.h"
#include "review/zp-review-private.h"

static gboolean
is_same_reply (const ZpReply *a, const ZpReply *b)
{
  return a->kind == b->kind && strcmp (a->by, b->by) == 0 && strcmp (a->time, b->time) == 0 &&
         strcmp (a->text, b->text) == 0;
}

static gboolean
has_reply (const ZpRemark *remark, const ZpReply *reply)
{
  for (guint i = 0; i < remark->thread->len; i++)
    if (is_same_reply (g_ptr_array_index (remark->thread, i), reply))
      return TRUE;
  return FALSE;
}

static int
compare_replies (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ZpReply *const *) a)->time, (*(const ZpReply *const *) b)->time);
}

static void
copy_reply (ZpRemark *remark, const ZpReply *reply)
{
  ZpReply *copy = g_new0 (ZpReply, 1);

  copy->kind = reply->kind;
  copy->by = g_strdup (reply->by);
  copy->time = g_strdup (reply->time);
  copy->text = g_strdup (reply->text);
  g_ptr_array_add (remark->thread, copy);
}

/* A row of theirs may have got another number here. */
static void
move_anchor (const ZpMerge *self, ZpRemark *remark)
{
  const char *dot = strchr (remark->anchor, '.');
  g_autofree char *row = dot != NULL ? g_strndup (remark->anchor, (gsize) (dot - remark->anchor))
                                     : g_strdup (remark->anchor);
  const char *here = g_hash_table_lookup (self->rows, row);
  char *anchor;

  if (here == NULL)
    return;
  anchor = g_strconcat (here, dot, NULL);
  g_free (remark->anchor);
  remark->anchor = anchor;
}

/* (transfer full): theirs, with what mine says besides. */
static char *
join_remarks (const ZpMerge *self, const char *path, const char *mine, const char *theirs)
{
  const char *id = path + strlen (ZP_REMARK_PATH);
  g_autoptr (ZpRemark) joined = zp_remark_from_text (id, mine != NULL ? mine : theirs);
  g_autoptr (ZpRemark) other = zp_remark_from_text (id, theirs);

  if (joined == NULL || other == NULL)
    return g_strdup (mine != NULL ? mine : theirs);
  if (mine == NULL)
    move_anchor (self, joined);
  for (guint i = 0; i < other->thread->len; i++)
    if (!has_reply (joined, g_ptr_array_index (other->thread, i)))
      copy_reply (joined, g_ptr_array_index (other->thread, i));
  g_ptr_array_sort (joined->thread, compare_replies);
  return zp_remark_to_text (joined);
}

static void
merge_record (ZpMerge *self, const char *path, const char *theirs)
{
  const char *mine = zp_report_get_record (self->report, path);
  g_autofree char *joined = NULL;

  if (g_strcmp0 (mine, theirs) == 0)
    return;
  if (g_str_has_prefix (path, ZP_REMARK_PATH))
    joined = join_remarks (self, path, mine, theirs);
  else if (mine == NULL)
    joined = g_strdup (theirs);
  if (joined != NULL && g_strcmp0 (joined, mine) != 0)
    zp_batch_set (self->batch, path, NULL, joined);
}

/**
 * zp_merger_records:
 *
 * Takes over remarks, threads, steps and whatever later versions keep. Of a record that both have
 * and that is no remark, the own one stays. Seals are not taken over: the copy with more of them is
 * the one that is changed.
 */
void
zp_merger_records (ZpMerge *self, ZpReport *theirs)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (theirs, ZP_RECORD_PREFIX);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (!g_str_has_prefix (path, ZP_SEAL_PATH))
        merge_record (self, path, zp_report_get_record (theirs, path));
    }
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : _ ("(nothing)");
}

static char *
anchor_of (ZpReport *report, const ZpConflict *conflict)
{
  char *anchor = zp_anchor_from_id (report, conflict->id, NULL);

  return anchor != NULL ? anchor : g_strdup (ZP_ANCHOR_REPORT);
}

/** zp_merge_keep_mine: adds to @batch an open remark that says what the other copy has, so that
 * nothing gets lost. */
void
zp_merge_keep_mine (
  ZpReport *report, ZpBatch *batch, const ZpConflict *conflict, const char *by, gint64 time)
{
  g_autoptr (ZpRemark) remark = g_new0 (ZpRemark, 1);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  remark->anchor = anchor_of (report, conflict);
  remark->by = g_strdup (by);
  remark->time = zp_review_time_to_text (time);
  remark->text =
    g_strdup_printf (_ ("Both copies changed this (%1$s). Kept: %2$s. The other copy says: %3$s"),
                     conflict->id, or_nothing (conflict->mine), or_nothing (conflict->theirs));
  remark->shown = g_strdup (conflict->mine != NULL ? conflict->mine : "");
  remark->thread = g_ptr_array_new ();
  remark->id = zp_remark_make_id (remark);
  path = g_strconcat (ZP_REMARK_PATH, remark->id, NULL);
  text = zp_remark_to_text (remark);
  zp_batch_set (batch, path, NULL, text);
}
