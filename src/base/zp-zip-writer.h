/* SPDX-License-Identifier: GPL-3.0-or-later
 * A ZIP archive in memory with fixed order and times: the same parts give the same bytes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ZpZipWriter ZpZipWriter;

#define ZP_ZIP_ERROR (zp_zip_error_quark ())
GQuark zp_zip_error_quark (void);

typedef enum
{
  ZP_ZIP_ERROR_WRITE,
} ZpZipError;

ZpZipWriter *zp_zip_writer_new (void);
void zp_zip_writer_free (ZpZipWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpZipWriter, zp_zip_writer_free)
void zp_zip_writer_add (ZpZipWriter *self, const char *name, GBytes *content);
GBytes *zp_zip_writer_finish (ZpZipWriter *self, GError **error);

G_END_DECLS
