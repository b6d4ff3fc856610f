/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an entry of the audit trail says of a batch. */
#pragma once

#include "journal/zp-change.h"

G_BEGIN_DECLS

char *zp_trail_describe_batch (const ZpBatch *batch);

G_END_DECLS
