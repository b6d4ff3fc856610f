/* SPDX-License-Identifier: GPL-3.0-or-later
 * How one pack is laid over another, and one object over a copy of another. */
#pragma once

#include "template/zp-pack-tree-private.h"

G_BEGIN_DECLS

/**
 * ZpMerge:
 * @problems: where faults are noted
 * @dropped: of char*: id taken out ("public.meeting") → where ("demo/data.json:12")
 */
typedef struct
{
  GPtrArray *problems;
  GHashTable *dropped;
} ZpMerge;

gboolean zp_merge_is_id_list (const ZpNode *list);
ZpNode *zp_merge_find (const ZpNode *list, const char *id);
void zp_merge_lay_over (const ZpMerge *self, ZpNode *base, const ZpNode *over);
void zp_merge_add_parent (const ZpMerge *self,
                          ZpNode *base,
                          const ZpNode *parent,
                          const ZpNode *child,
                          const ZpNode *extends);
void zp_merge_resolve_likes (const ZpMerge *self, ZpNode *content);
void zp_merge_fail_missing (const ZpMerge *self,
                            const ZpNode *at,
                            const char *id,
                            const char *nearest,
                            const char *format,
                            ...) G_GNUC_PRINTF (5, 6);
ZpNode *zp_merge_cell (const ZpMerge *self, const ZpNode *column, const ZpNode *part);

G_END_DECLS
