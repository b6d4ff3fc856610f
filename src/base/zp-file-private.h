/* SPDX-License-Identifier: GPL-3.0-or-later
 * What reading and saving a file share: messages with advice, descriptors, stamps. */
#pragma once

#include <sys/stat.h>

#include "base/zp-file.h"

G_BEGIN_DECLS

/** A file descriptor that closes itself; -1 is none. */
typedef int ZpDescriptor;

void zp_file_close_descriptor (int *fd);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpDescriptor, zp_file_close_descriptor)

gboolean zp_file_fail (const char *path, ZpFileError code, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
const char *zp_file_find_advice (int number);
ZpFileStamp zp_file_stamp_from_stat (const struct stat *status);
gboolean zp_file_stamp_equal (ZpFileStamp a, ZpFileStamp b);
gboolean zp_file_check_regular (const char *path, mode_t mode, ZpFileError code, GError **error);

/* zp-file-target.c */
char *zp_file_resolve_target (const char *path);
char *zp_file_name_temporary (const char *target);
gboolean zp_file_rename_without_replacing (const char *from, const char *to);

G_END_DECLS
