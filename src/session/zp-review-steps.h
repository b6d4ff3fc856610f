/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps of the review as a window takes them: what can be done, what is left to do before. */
#pragma once

#include "review/zp-review.h"
#include "review/zp-seal.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpToDo: a thing that keeps the report from being handed in.
 * @finding: its id
 * @target: (nullable): what "win.go-to" takes
 * @needs_note: a note is enough
 */
typedef struct
{
  char *finding;
  char *target;
  char *title;
  char *message;
  ZpSeverity severity;
  gboolean needs_note;
} ZpToDo;

void zp_to_do_free (ZpToDo *self);
GPtrArray *zp_session_list_to_do (ZpSession *session);

gboolean zp_session_may_step (ZpSession *session, ZpStepKind kind, GError **error);
gboolean
zp_session_take_step (ZpSession *session, ZpStepKind kind, const char *text, GError **error);
gboolean zp_session_sign (ZpSession *session, const ZpSealRequest *request, GError **error);

ZpReviewState zp_session_get_review_state (ZpSession *session);
char *zp_session_say_review_state (ZpSession *session);

G_END_DECLS
