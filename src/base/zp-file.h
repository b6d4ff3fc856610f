/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files read with a limit and written whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZpFileStamp: what a file looked like when it was read, to notice that somebody else changed it.
 */
typedef struct
{
  gint64 mtime_ns;
  gint64 size;
  guint64 inode;
} ZpFileStamp;

/**
 * ZpFileFlags:
 * @ZP_FILE_REPLACE: an existing file is replaced
 * @ZP_FILE_CREATE_ONLY: an existing file is an error
 */
typedef enum
{
  ZP_FILE_REPLACE = 0,
  ZP_FILE_CREATE_ONLY = 1 << 0,
} ZpFileFlags;

#define ZP_FILE_ERROR (zp_file_error_quark ())
GQuark zp_file_error_quark (void);

/**
 * ZpFileError:
 * @ZP_FILE_ERROR_READ: cannot be read; also "does not exist"
 * @ZP_FILE_ERROR_SIZE: larger than the caller allows
 * @ZP_FILE_ERROR_EXISTS: the target exists already and may not be replaced
 * @ZP_FILE_ERROR_CHANGED: the target changed since it was read
 * @ZP_FILE_ERROR_WRITE: cannot be written; the old content stands
 * @ZP_FILE_ERROR_SYNC: saved, but perhaps not on the disk yet
 */
typedef enum
{
  ZP_FILE_ERROR_READ,
  ZP_FILE_ERROR_SIZE,
  ZP_FILE_ERROR_EXISTS,
  ZP_FILE_ERROR_CHANGED,
  ZP_FILE_ERROR_WRITE,
  ZP_FILE_ERROR_SYNC,
} ZpFileError;

GBytes *zp_file_read (const char *path, gsize max_bytes, ZpFileStamp *stamp, GError **error);
GBytes *zp_file_read_descriptor (int fd, const char *name, gsize max_bytes, GError **error);
gboolean zp_file_write (const char *path,
                        GBytes *content,
                        ZpFileFlags flags,
                        const ZpFileStamp *expected,
                        ZpFileStamp *stamp,
                        GError **error);

G_END_DECLS
