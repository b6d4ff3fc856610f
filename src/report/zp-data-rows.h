/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows of a table stay when it is filled anew. */
#pragma once

#include "base/zp-json.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

void
zp_data_place_rows (ZpReport *report, const ZpBlock *block, const ZpJson *array, ZpBatch *batch);

G_END_DECLS
