/* SPDX-License-Identifier: GPL-3.0-or-later
 * Seals as records of a report. */
#pragma once

#include "review/zp-seal.h"

G_BEGIN_DECLS

ZpSeal *zp_seal_read (ZpReport *report, const char *path);
char *zp_seal_to_record (const ZpSeal *self);

G_END_DECLS
