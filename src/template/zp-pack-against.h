/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether reports of an older version of a pack lose nothing in the new one. */
#pragma once

#include "template/zp-pack.h"

G_BEGIN_DECLS

void zp_pack_check_against (const ZpPack *self, const ZpPack *old, GPtrArray *problems);
char *
zp_pack_migrate_id (const ZpPack *self, int from_version, const char *id, const char **reason);

G_END_DECLS
