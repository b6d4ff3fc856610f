/* SPDX-License-Identifier: GPL-3.0-or-later
 * What differs between another version of the report and this one. */
#pragma once

#include "review/zp-diff.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpCompareRow:
 * @target: (nullable): what "win.go-to" takes
 * @before @after: (nullable): what the other and this one has
 * @words: (nullable): of #ZpWords, for texts that both have
 */
typedef struct
{
  ZpDifferenceKind kind;
  char *label;
  char *target;
  char *before;
  char *after;
  GPtrArray *words;
} ZpCompareRow;

GPtrArray *zp_session_compare (ZpSession *session, const ZpReportFile *other);

/**
 * ZpTrailRow: one change of the history, the last first.
 * @how: in words; "" when it is not known
 * @key: with rows by their lasting number
 * @before @after: (nullable)
 */
typedef struct
{
  char *time;
  char *who;
  char *how;
  char *key;
  char *label;
  char *target;
  char *before;
  char *after;
} ZpTrailRow;

GPtrArray *
zp_session_list_trail (ZpSession *session, const char *place, const char *who, GError **error);
char **zp_session_list_people (ZpSession *session);

G_END_DECLS
