/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of a report's file, for its reader and its writer. */
#pragma once

#include "report/zp-report-file.h"
#include "report/zp-unknown-private.h"

G_BEGIN_DECLS

/** Member of a table row that holds its lasting number. */
#define ZP_ROW_MEMBER "#"

/** Member that stands last: the checksum of everything before it. */
#define ZP_DIGEST_MEMBER "digest"

/** Where members that this version does not know are kept when they stand in the outermost object.
 */
#define ZP_TOP_PLACE ""

/** Members of the file that this version knows, but the digest, in the order in which they are
 * written; %NULL-terminated. */
extern const char *const zp_report_members[];

/** Members of an unplaced figure, in their order; %NULL-terminated. */
extern const char *const zp_report_unplaced_members[];

/** What a file may be at most. */
extern const ZpJsonLimits zp_report_limits;

char *zp_report_digest (const char *bytes, gsize length);
gboolean zp_report_digest_holds (GBytes *bytes, const ZpJson *root);
char *zp_report_units_id (const ZpPack *pack, ZpCell cell);
const char *zp_report_block_money (const ZpBlock *block);

gboolean zp_report_check_format (const ZpJson *root, int *pack_version, GError **error);
ZpPack *zp_report_load_pack (ZpPackStore *store, const ZpJson *root, int version, GError **error);
char *zp_report_why_read_only (const ZpPack *pack, const ZpJson *root, int version);

char *zp_report_row_place (const ZpBlock *block, guint uid);
char *zp_report_unplaced_place (const ZpUnplaced *figure);

ZpReportFile *
zp_report_read (ZpPackStore *store, ZpPack *pack, ZpJsonDoc *doc, GPtrArray *lost, GError **error);

G_END_DECLS
