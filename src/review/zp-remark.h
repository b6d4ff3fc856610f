/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks on places of a report, with their threads. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpReplyKind:
 * @ZP_REPLY_ANSWER: says something
 * @ZP_REPLY_DONE: says that it is dealt with
 * @ZP_REPLY_REOPEN: says that it is not
 */
typedef enum
{
  ZP_REPLY_ANSWER,
  ZP_REPLY_DONE,
  ZP_REPLY_REOPEN,
} ZpReplyKind;

/**
 * ZpReply: one entry of a thread.
 */
typedef struct
{
  ZpReplyKind kind;
  char *by;
  char *time;
  char *text;
} ZpReply;

/**
 * ZpRemark:
 * @id: "r-1a2b3c4d", the same in every copy of the report
 * @anchor: see zp_anchor_from_id()
 * @shown: what stood there when it was written
 * @thread: of #ZpReply
 * @open: not done, or reopened
 */
typedef struct
{
  char *id;
  char *anchor;
  char *by;
  char *time;
  char *text;
  char *shown;
  GPtrArray *thread;
  gboolean open;
} ZpRemark;

void zp_remark_free (ZpRemark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpRemark, zp_remark_free)
void zp_reply_free (ZpReply *self);
const char *zp_reply_get_id (ZpReplyKind kind);

gboolean zp_remark_is_id (const char *id);
GPtrArray *zp_remark_list (ZpReport *report);
ZpRemark *zp_remark_find (ZpReport *report, const char *id);
ZpRemark *zp_remark_from_text (const char *id, const char *text);
char *zp_remark_to_text (const ZpRemark *self);
char *zp_remark_make_id (const ZpRemark *self);

ZpBatch *zp_remark_make (ZpReport *report,
                         const char *place,
                         const char *text,
                         const char *by,
                         gint64 time,
                         GError **error);
ZpBatch *zp_remark_make_reply (ZpReport *report,
                               const char *id,
                               ZpReplyKind kind,
                               const char *text,
                               const char *by,
                               gint64 time,
                               GError **error);

G_END_DECLS
