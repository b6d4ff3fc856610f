/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be written, for whom, and where. */
#pragma once

#include <adwaita.h>

#include "session/zp-export-job.h"

G_BEGIN_DECLS

/** ZpExportForm: signal "changed": the files changed. */
#define ZP_TYPE_EXPORT_FORM (zp_export_form_get_type ())
G_DECLARE_FINAL_TYPE (ZpExportForm, zp_export_form, ZP, EXPORT_FORM, GtkWidget)

GtkWidget *zp_export_form_new (ZpSession *session);
guint zp_export_form_count_files (ZpExportForm *self);
GPtrArray *zp_export_form_list_files (ZpExportForm *self);
char **zp_export_form_list_formats (ZpExportForm *self);
ZpProfile zp_export_form_get_profile (ZpExportForm *self);
const char *zp_export_form_get_folder (ZpExportForm *self);
void zp_export_form_set_folder (ZpExportForm *self, const char *folder);
gboolean zp_export_form_has_errors (ZpExportForm *self);

G_END_DECLS
