/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of a file of unsaved work: a JSON object with its own checksum. */
#pragma once

#include <gio/gio.h>

#include "journal/zp-change.h"

G_BEGIN_DECLS

/**
 * ZpRecords: what a file of unsaved work holds.
 * @document: the document it belongs to
 * @batches: of #ZpBatch, in the order they were done
 * @length: bytes of the whole records; what stands behind them was cut off while it was written
 */
typedef struct
{
  char *document;
  GPtrArray *batches;
  gsize length;
} ZpRecords;

char *zp_recovery_header_to_line (const char *document);
char *zp_recovery_batch_to_line (const ZpBatch *batch, guint number);

gboolean zp_records_read (ZpRecords *self, const char *text, gsize length, GError **error);
void zp_records_clear (ZpRecords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpRecords, zp_records_clear)

G_END_DECLS
