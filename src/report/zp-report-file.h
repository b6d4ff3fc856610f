/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report and the file it lives in. */
#pragma once

#include "base/zp-file.h"
#include "report/zp-report.h"
#include "template/zp-pack-store.h"

G_BEGIN_DECLS

/** Version of the file format that this program writes. */
#define ZP_REPORT_FORMAT_VERSION 1

/** A larger file is no report. */
#define ZP_REPORT_MAX_BYTES (64 * 1024 * 1024)

/**
 * ZpReportFile:
 * @report: what it holds
 * @path: where it was read from or saved to
 * @stamp: what the file looked like then
 * @digest: (nullable): of the bytes of the file then
 * @source: (nullable): the file as read, which @unknown points into
 * @unknown: members of it that this version does not know
 * @intact: its digest is that of its content (or it has none)
 * @damaged: (nullable): the damaged file it was read from: it has no @path then and is unsaved from
 * the start
 * @read_only: (nullable): why it must not be saved, in words: the pack is not the one it was made
 * with
 * @migrated: of char*: what happened when it moved to a newer version of its pack; empty if it did
 * not
 */
typedef struct
{
  ZpReport *report;
  char *path;
  ZpFileStamp stamp;
  char *digest;
  ZpJsonDoc *source;
  struct _ZpUnknown *unknown;
  gboolean intact;
  char *damaged;
  char *read_only;
  GPtrArray *migrated;
} ZpReportFile;

ZpReportFile *zp_report_file_create (ZpPack *pack);
ZpReportFile *zp_report_file_open (ZpPackStore *store, const char *path, GError **error);
ZpReportFile *
zp_report_file_open_bytes (ZpPackStore *store, ZpPack *pack, GBytes *bytes, GError **error);
ZpReportFile *
zp_report_file_salvage (ZpPackStore *store, const char *path, GPtrArray **lost, GError **error);
gboolean zp_report_file_is_on_disk (ZpReportFile *self);
void zp_report_file_free (ZpReportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpReportFile, zp_report_file_free)

GBytes *zp_report_file_to_bytes (const ZpReportFile *self);
gboolean
zp_report_file_save (ZpReportFile *self, const char *path, ZpFileFlags flags, GError **error);

G_END_DECLS
