/* SPDX-License-Identifier: GPL-3.0-or-later
 * What of a report needs a person to look at it: not forty pages but these points. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpPointKind: in the order they are shown.
 * @ZP_POINT_FINDING: an error, or a warning with or without its note
 * @ZP_POINT_CHANGE: what is not as it was when the report was last returned
 * @ZP_POINT_TARGET: a target that was missed, with its reason
 * @ZP_POINT_FAR: far from last year
 * @ZP_POINT_SAME: typed just as last year
 * @ZP_POINT_ROUND: unusually round
 * @ZP_POINT_TEXT: a passage that reads as last year's
 * @ZP_POINT_SOURCE: typed where the form names no source, or left without a place
 */
typedef enum
{
  ZP_POINT_FINDING,
  ZP_POINT_CHANGE,
  ZP_POINT_TARGET,
  ZP_POINT_FAR,
  ZP_POINT_SAME,
  ZP_POINT_ROUND,
  ZP_POINT_TEXT,
  ZP_POINT_SOURCE,
  ZP_N_POINT_KINDS,
} ZpPointKind;

/**
 * ZpPoint:
 * @id: the same in every copy of the report
 * @place: (nullable): what a remark would be about
 * @target: (nullable): what "win.go-to" takes
 * @detail: (nullable)
 * @print: what was looked at
 * @accepted_by: (nullable): who accepted it as it is now, and when
 * @is_void: it was accepted, and moved since
 */
typedef struct
{
  ZpPointKind kind;
  char *id;
  char *place;
  char *target;
  char *title;
  char *detail;
  char *print;
  char *accepted_by;
  gboolean is_void;
} ZpPoint;

GPtrArray *zp_session_list_points (ZpSession *session);
const char *zp_point_kind_get_label (ZpPointKind kind);
gboolean zp_session_accept_point (ZpSession *session, const char *point, GError **error);
gboolean zp_session_unaccept_point (ZpSession *session, const char *point, GError **error);

G_END_DECLS
