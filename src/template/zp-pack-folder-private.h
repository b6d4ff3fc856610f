/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files of one pack, wherever they are kept. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZpPackFolder:
 * @resource: where @path is looked up, or %NULL for the file system
 * @path: folder of the pack
 * @name: last part of @path, for messages
 */
typedef struct _ZpPackFolder ZpPackFolder;
struct _ZpPackFolder
{
  GResource *resource;
  char *path;
  char *name;
};

ZpPackFolder *zp_pack_folder_new (GResource *resource, const char *path);
ZpPackFolder *zp_pack_folder_copy (const ZpPackFolder *self);
void zp_pack_folder_free (ZpPackFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPackFolder, zp_pack_folder_free)

char **zp_pack_folder_list (const ZpPackFolder *self, const char *below);
GBytes *zp_pack_folder_read (const ZpPackFolder *self, const char *file, GError **error);
gboolean zp_pack_folder_read_identity (const ZpPackFolder *self, char **id, int *version);

/** How many bytes a file of a pack may have, and how deep it may be nested. */
#define ZP_PACK_MAX_BYTES (1024 * 1024)
#define ZP_PACK_MAX_DEPTH 32

G_END_DECLS
