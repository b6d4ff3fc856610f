/* SPDX-License-Identifier: GPL-3.0-or-later
 * Formats a report leaves the program in: one row of a table each. */
#pragma once

#include <gio/gio.h>

#include "document/zp-book.h"
#include "document/zp-doc.h"
#include "export/zp-font-set.h"

G_BEGIN_DECLS

#define ZP_EXPORT_ERROR (zp_export_error_quark ())
GQuark zp_export_error_quark (void);

/**
 * ZpExportError:
 * @ZP_EXPORT_ERROR_FORMAT: no such format
 * @ZP_EXPORT_ERROR_RENDER: the format's library refused; the message says what
 * @ZP_EXPORT_ERROR_FONT: a face cannot be found or may not be embedded
 * @ZP_EXPORT_ERROR_DATE: SOURCE_DATE_EPOCH is no date
 */
typedef enum
{
  ZP_EXPORT_ERROR_FORMAT,
  ZP_EXPORT_ERROR_RENDER,
  ZP_EXPORT_ERROR_FONT,
  ZP_EXPORT_ERROR_DATE,
} ZpExportError;

/**
 * ZpExportContent:
 * @doc: the report, for every format but the spreadsheet
 * @book: the spreadsheet attachment; may be %NULL when no spreadsheet is asked for
 * @fonts: faces for formats with pages; may be %NULL when only flow formats are asked for
 * @report: (nullable): the file of the report, attached where a format can carry it
 * @report_name: (nullable): its name, without folder
 *
 * What is to be written. Read only; nothing in it knows the report it was made from.
 */
typedef struct
{
  const ZpDoc *doc;
  const ZpBook *book;
  ZpFontSet *fonts;
  GBytes *report;
  const char *report_name;
} ZpExportContent;

/**
 * ZpExportFormat:
 * @id: as in `--format`
 * @extension: of the file, without dot
 * @mime_type: of the file
 * @needs_fonts @needs_book: what @write reads besides the document
 * @own_thread: may be made while others are: no library below it asks for the local time, as libzip
 *   and libxlsxwriter do, which is not safe in two threads
 * @write: makes the bytes of the file; the same content gives the same bytes (transfer full)
 */
typedef struct
{
  const char *id;
  const char *extension;
  const char *mime_type;
  gboolean needs_fonts;
  gboolean needs_book;
  gboolean own_thread;
  GBytes *(*write) (const ZpExportContent *content, GError **error);
} ZpExportFormat;

const ZpExportFormat *zp_export_format_find (const char *id, GError **error);
const ZpExportFormat *const *zp_export_format_list (void);
GPtrArray *
zp_export_write_all (const ZpExportContent *content, const GPtrArray *formats, GError **error);

G_END_DECLS
