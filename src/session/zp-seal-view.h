/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the seals of a report hold, in words, and what changed since. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpSealChange: a place that is not as it was signed.
 * @target: (nullable): what "win.go-to" takes
 * @before @after: (nullable): what stood there and stands there now
 */
typedef struct
{
  char *target;
  char *label;
  char *before;
  char *after;
} ZpSealChange;

/**
 * ZpSealLine: one signer.
 * @who: 审核人 李四
 * @code: the check code, for paper
 * @subject: (nullable): of the certificate
 * @signature: what is to be said of the signature
 */
typedef struct
{
  char *who;
  char *time;
  char *opinion;
  char *code;
  char *subject;
  char *signature;
  gboolean is_good;
} ZpSealLine;

/**
 * ZpSealView:
 * @is_sound: all seals hold and nothing changed
 * @headline: 签后未改动, or 签后已改 3 处
 * @lines: of #ZpSealLine
 * @changes: of #ZpSealChange
 */
typedef struct
{
  gboolean is_sound;
  char *headline;
  GPtrArray *lines;
  GPtrArray *changes;
} ZpSealView;

gboolean zp_session_is_sealed (ZpSession *session);
ZpSealView *zp_seal_view_new (ZpSession *session);
void zp_seal_view_free (ZpSealView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSealView, zp_seal_view_free)

G_END_DECLS
