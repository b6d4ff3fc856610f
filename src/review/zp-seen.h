/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a reviewer looked at and accepted, as long as it stays what it was. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/* Where the records stand, each with its point behind. */
#define ZP_SEEN_PATH ZP_RECORD_PREFIX "seen/"

/**
 * ZpSeen:
 * @print: what it showed when it was accepted
 */
typedef struct
{
  char *by;
  char *time;
  char *print;
} ZpSeen;

ZpSeen *zp_seen_find (ZpReport *report, const char *point);
void zp_seen_free (ZpSeen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSeen, zp_seen_free)

ZpBatch *
zp_seen_make (ZpReport *report, const char *point, const char *print, const char *by, gint64 time);
ZpBatch *zp_seen_make_undone (ZpReport *report, const char *point, const char *by, gint64 time);

G_END_DECLS
