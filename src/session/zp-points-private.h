/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the finders of points share. */
#pragma once

#include "session/zp-points.h"

G_BEGIN_DECLS

/**
 * ZpPointList: points while they are looked for.
 */
typedef struct
{
  ZpSession *session;
  ZpReport *report;
  const ZpPack *pack;
  GPtrArray *points;
} ZpPointList;

ZpPoint *zp_point_list_add (
  ZpPointList *self, ZpPointKind kind, const char *place, char *title, char *detail, char *print);

/* zp-points-figures.c */
void zp_point_list_add_figures (ZpPointList *self);

/* zp-points-targets.c */
void zp_point_list_add_targets (ZpPointList *self);

G_END_DECLS
