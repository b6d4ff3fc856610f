/* SPDX-License-Identifier: GPL-3.0-or-later
 * One format in the export dialog: whether it is written, and under which name. */
#pragma once

#include <adwaita.h>

#include "session/zp-export-plan.h"

G_BEGIN_DECLS

/** ZpExportRow: signal "changed": whether it is written changed. */
#define ZP_TYPE_EXPORT_ROW (zp_export_row_get_type ())
G_DECLARE_FINAL_TYPE (ZpExportRow, zp_export_row, ZP, EXPORT_ROW, AdwActionRow)

GtkWidget *zp_export_row_new (const ZpExportFormat *format, gboolean chosen);
const ZpExportFormat *zp_export_row_get_format (ZpExportRow *self);
gboolean zp_export_row_is_chosen (ZpExportRow *self);
void zp_export_row_choose (ZpExportRow *self, gboolean chosen);
void zp_export_row_set_place (ZpExportRow *self, const char *folder, const char *name);
void zp_export_row_set_replaces (ZpExportRow *self, gboolean replaces);
ZpExportFile *zp_export_row_make_file (ZpExportRow *self);

G_END_DECLS
