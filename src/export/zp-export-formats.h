/* SPDX-License-Identifier: GPL-3.0-or-later
 * The writers behind the table of formats, one file each. */
#pragma once

#include "export/zp-exporter.h"

G_BEGIN_DECLS

GBytes *zp_export_docx_write (const ZpExportContent *content, GError **error);
GBytes *zp_export_ofd_write (const ZpExportContent *content, GError **error);
GBytes *zp_export_pdf_write (const ZpExportContent *content, GError **error);
GBytes *zp_export_xlsx_write (const ZpExportContent *content, GError **error);
GBytes *zp_export_text_write (const ZpExportContent *content, GError **error);

G_END_DECLS
