/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values from DATA.json, made into one batch of changes. */
#pragma once

#include "base/zp-json.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

ZpBatch *zp_data_to_batch (ZpReport *report, const ZpJson *data, GError **error);

G_END_DECLS
