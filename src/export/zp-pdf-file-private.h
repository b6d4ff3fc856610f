/* SPDX-License-Identifier: GPL-3.0-or-later
 * Objects of a PDF file, without knowing what they mean. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ZpPdfFile ZpPdfFile;

ZpPdfFile *zp_pdf_file_new (void);
void zp_pdf_file_free (ZpPdfFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPdfFile, zp_pdf_file_free)

guint zp_pdf_file_reserve (ZpPdfFile *self);
void zp_pdf_file_set (ZpPdfFile *self, guint object, const char *body);
guint zp_pdf_file_add (ZpPdfFile *self, const char *body);
guint
zp_pdf_file_add_stream (ZpPdfFile *self, const char *dictionary, gconstpointer data, gsize length);
GBytes *zp_pdf_file_finish (ZpPdfFile *self, guint root, guint info, GError **error);

void zp_pdf_append_number (GString *out, double value);
void zp_pdf_append_text (GString *out, const char *text);
void zp_pdf_append_code (GString *out, guint code);
void zp_pdf_append_utf16 (GString *out, const char *text, gssize length);

G_END_DECLS
