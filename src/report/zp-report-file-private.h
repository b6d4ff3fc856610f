/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of a report's file, for its reader and its writer. */
#pragma once

#include "report/zp-report-file.h"

G_BEGIN_DECLS

/** Member of a table row that holds its lasting number. */
#define ZP_ROW_MEMBER "#"

/** Members of the file that this version knows, %NULL-terminated. */
extern const char *const zp_report_members[];

char *zp_report_digest (const char *bytes, gsize length);
gboolean zp_report_digest_holds (GBytes *bytes, const ZpJson *root);
char *zp_report_units_id (const ZpPack *pack, ZpCell cell);
const char *zp_report_block_money (const ZpBlock *block);

gboolean zp_report_check_format (const ZpJson *root, int *pack_version, GError **error);
ZpPack *zp_report_load_pack (ZpPackStore *store, const ZpJson *root, int version, GError **error);
char *zp_report_why_read_only (const ZpPack *pack, const ZpJson *root, int version);

ZpReportFile *zp_report_read (ZpPackStore *store, ZpPack *pack, ZpJsonDoc *doc, GError **error);

G_END_DECLS
