/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an entry of the audit trail says of a batch. */
#pragma once

#include "journal/zp-change.h"

G_BEGIN_DECLS

gboolean zp_trail_is_of_review (const ZpBatch *batch);
char *zp_trail_describe_batch (const ZpBatch *batch);

G_END_DECLS
