/* SPDX-License-Identifier: GPL-3.0-or-later
 * What names mean in the formulas of a pack. */
#pragma once

#include "template/zp-pack.h"

G_BEGIN_DECLS

void zp_pack_init_names (ZpPack *self);
const char *zp_block_find_nearest (const ZpBlock *self, const char *key);
const char *zp_pack_find_nearest_block (const ZpPack *self, const char *key);
const char *zp_pack_find_nearest_check (const ZpPack *self, const char *id);

G_END_DECLS
