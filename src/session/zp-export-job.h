/* SPDX-License-Identifier: GPL-3.0-or-later
 * An export: the report as it was when it began, written file by file. */
#pragma once

#include "document/zp-doc-builder.h"
#include "session/zp-export-plan.h"

G_BEGIN_DECLS

/** ZpExportJob: made where the report lives; what it writes knows the report no more, so that
 * another thread may do that while the report changes. */
typedef struct _ZpExportJob ZpExportJob;

/**
 * ZpExportSlip: what a proof-reader would ask about the document.
 * @place: where it stands; @excerpt: the words around it; @what: is asked
 * @id: (nullable): where it can be mended, for win.go-to
 */
typedef struct
{
  char *place;
  char *excerpt;
  char *what;
  char *id;
} ZpExportSlip;

/** Told before each file, in the thread that writes; @done of @total are finished. */
typedef void (*ZpExportProgressFunc) (guint done, guint total, gpointer data);

ZpExportJob *zp_export_job_new (ZpSession *session, GPtrArray *files, ZpProfile profile);
ZpExportJob *zp_export_job_new_sign_off (ZpSession *session, GPtrArray *files);
void zp_export_job_free (ZpExportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpExportJob, zp_export_job_free)

gboolean zp_export_job_run (ZpExportJob *self,
                            GCancellable *cancellable,
                            ZpExportProgressFunc progress,
                            gpointer data,
                            GError **error);
const GPtrArray *zp_export_job_get_files (const ZpExportJob *self);
const GPtrArray *zp_export_job_get_fonts (const ZpExportJob *self);
gint32 zp_export_job_get_date (const ZpExportJob *self);
const GPtrArray *zp_export_job_get_slips (const ZpExportJob *self, guint *n_slips);

G_END_DECLS
