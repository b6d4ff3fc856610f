/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps every computed figure right while typed ones change, recomputing only what depends on them.
 */
#pragma once

#include "report/zp-cells.h"

G_BEGIN_DECLS

typedef struct _ZpEngine ZpEngine;

ZpEngine *zp_engine_new (const ZpPack *pack, ZpCells *cells, const ZpScope *scope);
void zp_engine_free (ZpEngine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpEngine, zp_engine_free)

void zp_engine_touch (ZpEngine *self, ZpCell cell);
void zp_engine_touch_rows (ZpEngine *self, int block);
void zp_engine_touch_all (ZpEngine *self);
gboolean zp_engine_run (ZpEngine *self, ZpCell *too_large);

const GArray *zp_engine_get_moved (const ZpEngine *self);
void zp_engine_clear_moved (ZpEngine *self);

guint zp_engine_begin_trial (ZpEngine *self);
void zp_engine_end_trial (ZpEngine *self, guint mark);

G_END_DECLS
