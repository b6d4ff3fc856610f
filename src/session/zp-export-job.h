/* SPDX-License-Identifier: GPL-3.0-or-later
 * An export: the report as it was when it began, written file by file. */
#pragma once

#include "document/zp-doc-builder.h"
#include "session/zp-export-plan.h"

G_BEGIN_DECLS

/** ZpExportJob: made where the report lives; what it writes knows the report no more, so that
 * another thread may do that while the report changes. */
typedef struct _ZpExportJob ZpExportJob;

/** Told before each file, in the thread that writes; @done of @total are finished. */
typedef void (*ZpExportProgressFunc) (guint done, guint total, gpointer data);

ZpExportJob *zp_export_job_new (ZpSession *session, GPtrArray *files, ZpProfile profile);
void zp_export_job_free (ZpExportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpExportJob, zp_export_job_free)

gboolean zp_export_job_run (ZpExportJob *self,
                            GCancellable *cancellable,
                            ZpExportProgressFunc progress,
                            gpointer data,
                            GError **error);
const GPtrArray *zp_export_job_get_files (const ZpExportJob *self);
const GPtrArray *zp_export_job_get_fonts (const ZpExportJob *self);

G_END_DECLS
