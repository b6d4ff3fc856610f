/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks as a window shows them: by place, open or done, and written by the author. */
#pragma once

#include "review/zp-remark.h"
#include "session/zp-outline.h"

G_BEGIN_DECLS

/**
 * ZpRemarkCard:
 * @place: in words; @target: (nullable): what "win.go-to" takes
 * @who: 李四，2026-03-01 10:20
 * @moved: (nullable): what stood there then and stands there now, where that is not the same
 */
typedef struct
{
  ZpRemark *remark;
  char *place;
  char *target;
  char *who;
  char *moved;
} ZpRemarkCard;

/**
 * ZpRemarkPlace: something that may be remarked on.
 * @id: see zp_anchor_from_id()
 */
typedef struct
{
  char *id;
  char *label;
} ZpRemarkPlace;

GPtrArray *zp_session_list_remarks (ZpSession *session, gboolean only_open);
guint zp_session_count_remarks (ZpSession *session, gboolean only_open);
guint zp_session_count_remarks_at (ZpSession *session, const char *target);
guint zp_session_count_remarks_on (ZpSession *session, ZpCell cell);
guint
zp_session_count_remarks_in (ZpSession *session, const ZpOutline *outline, const ZpPlace *place);
char *zp_remarks_say_open (guint n_remarks);
char *zp_reply_say (const ZpReply *reply);

GPtrArray *zp_session_list_remark_places (ZpSession *session, const char *id);
gboolean
zp_session_write_remark (ZpSession *session, const char *place, const char *text, GError **error);
gboolean zp_session_reply (
  ZpSession *session, const char *id, ZpReplyKind kind, const char *text, GError **error);

G_END_DECLS
