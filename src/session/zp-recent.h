/* SPDX-License-Identifier: GPL-3.0-or-later
 * The reports opened last, and unsaved work left behind. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpRecentReport: a report opened lately.
 * @place: (nullable): where the person was: what the action "win.go-to" takes
 * @errors @warnings @missing: as it was left
 * @is_there: the file is still where it was
 */
typedef struct
{
  char *path;
  char *title;
  char *place;
  gint64 time;
  guint errors;
  guint warnings;
  guint missing;
  gboolean is_there;
} ZpRecentReport;

void zp_recent_report_free (ZpRecentReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpRecentReport, zp_recent_report_free)

GPtrArray *zp_recent_list (const char *folder);
gboolean zp_recent_add (const char *folder, const ZpRecentReport *report, GError **error);
ZpRecentReport *zp_recent_find (const char *folder, const char *path);
gboolean zp_recent_remove (const char *folder, const char *path, GError **error);

/**
 * ZpLeftWork: unsaved work of a program that ended early.
 * @document: path of the report, or %NULL for one that never had a file; what it was read from
 * where that was damaged
 * @title: the unit, or the name of the file; (nullable): neither is known
 * @n_steps: what was done; @time: when the last of it was
 * @is_damaged: the work cannot be read; restoring says why
 * @is_salvaged: @document is damaged; what could be read of it belongs to the work
 */
typedef struct
{
  char *recovery;
  char *document;
  char *title;
  guint n_steps;
  gint64 time;
  gboolean is_damaged;
  gboolean is_salvaged;
} ZpLeftWork;

void zp_left_work_free (ZpLeftWork *self);
gboolean zp_left_work_is_empty (const ZpLeftWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpLeftWork, zp_left_work_free)

GPtrArray *zp_left_work_list (const char *recovery_folder);
ZpSession *zp_left_work_restore (const ZpLeftWork *self, ZpPackStore *store, GError **error);
ZpLeftWork *zp_left_work_find (const char *recovery_folder, const char *document);
gboolean zp_left_work_discard (const ZpLeftWork *self, GError **error);

G_END_DECLS
