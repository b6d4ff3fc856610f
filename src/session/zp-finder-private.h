/* SPDX-License-Identifier: GPL-3.0-or-later
 * What can be found, as it is kept for searching. */
#pragma once

#include "session/zp-finder.h"

G_BEGIN_DECLS

/**
 * ZpFindEntry: one thing that can be found.
 * @folded_label @folded_where: for comparing
 * @is_cell: @cell holds
 */
typedef struct
{
  ZpFoundKind kind;
  char *target;
  char *label;
  char *where;
  char *folded_label;
  char *folded_where;
  gboolean is_cell;
  ZpCell cell;
} ZpFindEntry;

char *zp_find_fold (const char *text);
ZpFindEntry *zp_find_entry_new (ZpFoundKind kind, char *target, char *label, char *where);
void zp_find_entry_free (gpointer data);
GPtrArray *zp_find_entries_read (ZpSession *session, ZpOutline *outline);

G_END_DECLS
