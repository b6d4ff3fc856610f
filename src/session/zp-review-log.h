/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done in the review so far, and what can be done now, in words. */
#pragma once

#include "session/zp-review-steps.h"

G_BEGIN_DECLS

/**
 * ZpLogLine: a step that was taken.
 * @what: 退回 · 李四
 * @text: the reason or opinion, "" without
 */
typedef struct
{
  char *what;
  char *time;
  char *text;
} ZpLogLine;

/**
 * ZpReviewCommand: something that can be done where the report stands.
 * @action: of the window, without a parameter
 * @is_next: what is usually done there
 */
typedef struct
{
  const char *action;
  const char *label;
  gboolean is_next;
} ZpReviewCommand;

GPtrArray *zp_session_list_log (ZpSession *session);
char *zp_session_get_return_reason (ZpSession *session);
GArray *zp_session_list_commands (ZpSession *session);

G_END_DECLS
