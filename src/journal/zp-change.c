/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes of a report that are done and undone together, without knowing what a field means. */
#include "journal/zp-change.h"

static void
change_free (ZpChange *self)
{
  g_free (self->path);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static ZpChange *
append (ZpBatch *self, ZpChangeKind kind, const char *path)
{
  ZpChange *change = g_new0 (ZpChange, 1);

  change->kind = kind;
  change->path = g_strdup (path);
  g_ptr_array_add (self->changes, change);
  return change;
}

/**
 * zp_batch_new:
 *
 * An empty batch. @time is microseconds since 1970 (UTC).
 *
 * Returns: (transfer full): free with zp_batch_free()
 */
ZpBatch *
zp_batch_new (const char *label, const char *author, gint64 time)
{
  ZpBatch *self = g_new0 (ZpBatch, 1);

  self->label = g_strdup (label);
  self->author = g_strdup (author);
  self->time = time;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return self;
}

/** zp_batch_free: frees a batch with its changes. */
void
zp_batch_free (ZpBatch *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self->author);
  g_free (self->label);
  g_free (self->how);
  g_free (self);
}

/** zp_batch_set_how: @how: (nullable): how the changes came about, for the audit trail. */
void
zp_batch_set_how (ZpBatch *self, const char *how)
{
  g_free (self->how);
  self->how = g_strdup (how);
}

/**
 * zp_batch_set:
 *
 * Adds the change of one value from @before to @after; %NULL is empty.
 *
 * Returns: (transfer none): the change
 */
ZpChange *
zp_batch_set (ZpBatch *self, const char *path, const char *before, const char *after)
{
  ZpChange *change = append (self, ZP_CHANGE_SET, path);

  change->before = g_strdup (before);
  change->after = g_strdup (after);
  return change;
}

/**
 * zp_batch_insert:
 *
 * Adds an empty row at @at. @uid is its lasting number; 0 lets the report choose.
 *
 * Returns: (transfer none): the change
 */
ZpChange *
zp_batch_insert (ZpBatch *self, const char *path, int at, guint uid)
{
  ZpChange *change = append (self, ZP_CHANGE_INSERT, path);

  change->to = at;
  change->uid = uid;
  return change;
}

/**
 * zp_batch_remove:
 *
 * Removes the row at @at, whose cells must have been emptied before.
 *
 * Returns: (transfer none): the change
 */
ZpChange *
zp_batch_remove (ZpBatch *self, const char *path, int at, guint uid)
{
  ZpChange *change = append (self, ZP_CHANGE_REMOVE, path);

  change->from = at;
  change->uid = uid;
  return change;
}

/**
 * zp_batch_move:
 *
 * Moves the row at @from so that it stands at @to.
 *
 * Returns: (transfer none): the change
 */
ZpChange *
zp_batch_move (ZpBatch *self, const char *path, int from, int to)
{
  ZpChange *change = append (self, ZP_CHANGE_MOVE, path);

  change->from = from;
  change->to = to;
  return change;
}

static void
append_inverse (ZpBatch *self, const ZpChange *change)
{
  switch (change->kind)
    {
    case ZP_CHANGE_SET:
      zp_batch_set (self, change->path, change->after, change->before);
      break;
    case ZP_CHANGE_INSERT:
      zp_batch_remove (self, change->path, change->to, change->uid);
      break;
    case ZP_CHANGE_REMOVE:
      zp_batch_insert (self, change->path, change->from, change->uid);
      break;
    case ZP_CHANGE_MOVE:
      zp_batch_move (self, change->path, change->to, change->from);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_batch_invert:
 *
 * The batch that takes @self back: the inverse changes in reverse order, same label, author and
 * time.
 *
 * Returns: (transfer full): free with zp_batch_free()
 */
ZpBatch *
zp_batch_invert (const ZpBatch *self)
{
  ZpBatch *inverse = zp_batch_new (self->label, self->author, self->time);

  for (guint i = self->changes->len; i > 0; i--)
    append_inverse (inverse, g_ptr_array_index (self->changes, i - 1));
  return inverse;
}
