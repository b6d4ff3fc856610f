/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which files an export would write, and which of them are there already. */
#pragma once

#include "base/zp-file.h"
#include "export/zp-exporter.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpExportFile: one file to be written.
 * @taken_path: (nullable): a file that is there already under the name that the new one should have
 * @taken_time: when that was written, in seconds of the epoch
 * @free_path: under which nothing is lost
 * @replaces: the old file goes
 * @error: (nullable): why it could not be written
 */
typedef struct
{
  const ZpExportFormat *format;
  char *free_path;
  char *taken_path;
  gint64 taken_time;
  gboolean replaces;
  gboolean is_written;
  char *error;
} ZpExportFile;

void zp_export_file_free (ZpExportFile *self);

char *zp_export_make_name (ZpSession *session);
ZpExportFile *
zp_export_file_new (const char *folder, const char *name, const ZpExportFormat *format);
const char *zp_export_file_get_path (const ZpExportFile *self);

G_END_DECLS
