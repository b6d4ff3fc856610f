/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the writers of a spreadsheet share. */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

#include "document/zp-book.h"

G_BEGIN_DECLS

typedef struct _ZpXlsxFormats ZpXlsxFormats;

ZpXlsxFormats *zp_xlsx_formats_new (lxw_workbook *workbook);
void zp_xlsx_formats_free (ZpXlsxFormats *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpXlsxFormats, zp_xlsx_formats_free)
lxw_format *zp_xlsx_formats_get (ZpXlsxFormats *self, const ZpBookCell *cell);

gboolean zp_xlsx_write_sheet (lxw_workbook *workbook,
                              lxw_worksheet *worksheet,
                              const ZpBookSheet *sheet,
                              ZpXlsxFormats *formats,
                              const ZpBook *book,
                              GError **error);
gboolean zp_xlsx_write_cells (lxw_worksheet *worksheet,
                              const ZpBookSheet *sheet,
                              ZpXlsxFormats *formats,
                              const char *author,
                              GError **error);
lxw_error zp_xlsx_write_rules (lxw_worksheet *worksheet, const ZpBookSheet *sheet);
lxw_error
zp_xlsx_write_charts (lxw_workbook *workbook, lxw_worksheet *worksheet, const ZpBookSheet *sheet);
gboolean zp_xlsx_check_sheet (const ZpBookSheet *sheet, GError **error);
gboolean zp_xlsx_prove (GBytes *bytes, GError **error);

G_END_DECLS
