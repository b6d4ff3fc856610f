/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes of a report that are done and undone together, without knowing what a field means. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ZP_CHANGE_SET,    /* a value at a path: before → after */
  ZP_CHANGE_INSERT, /* an empty row in a table, at @to */
  ZP_CHANGE_REMOVE, /* an empty row of a table, at @from */
  ZP_CHANGE_MOVE,   /* a row of a table, @from → @to */
} ZpChangeKind;

/**
 * ZpChange:
 * @kind: what happens
 * @path: where: the id of a cell, a table, a passage, a note
 * @before @after: values as text, %NULL for empty; for %ZP_CHANGE_SET
 * @from @to: rows from 0
 * @uid: lasting number of the row, 0 where there is none. For %ZP_CHANGE_INSERT 0 lets the report
 * choose one; the report fills in the others
 */
typedef struct
{
  ZpChangeKind kind;
  char *path;
  char *before;
  char *after;
  int from;
  int to;
  guint uid;
} ZpChange;

/**
 * ZpBatch:
 * @label: words for the menu ("Paste 24 cells") or %NULL
 * @author: who, or %NULL
 * @how: how it came about, a word of the audit trail ("typed", "pasted"), or %NULL
 * @time: microseconds since 1970 (UTC)
 * @changes: of #ZpChange, in the order they are done
 */
typedef struct
{
  char *label;
  char *author;
  char *how;
  gint64 time;
  GPtrArray *changes;
} ZpBatch;

ZpBatch *zp_batch_new (const char *label, const char *author, gint64 time);
void zp_batch_free (ZpBatch *self);
void zp_batch_set_how (ZpBatch *self, const char *how);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpBatch, zp_batch_free)

ZpChange *zp_batch_set (ZpBatch *self, const char *path, const char *before, const char *after);
ZpChange *zp_batch_insert (ZpBatch *self, const char *path, int at, guint uid);
ZpChange *zp_batch_remove (ZpBatch *self, const char *path, int at, guint uid);
ZpChange *zp_batch_move (ZpBatch *self, const char *path, int from, int to);
ZpBatch *zp_batch_invert (const ZpBatch *self);

G_END_DECLS
