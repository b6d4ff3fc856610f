/* SPDX-License-Identifier: GPL-3.0-or-later
 * The samples of a pack: filled, computed, checked, written, and held against what they expect. */
#pragma once

#include "report/zp-report.h"
#include "template/zp-pack-store.h"

G_BEGIN_DECLS

void zp_samples_run (ZpPack *pack, GPtrArray *problems);
void zp_samples_migrate (ZpPack *old, ZpPack *pack, GPtrArray *problems);

G_END_DECLS
