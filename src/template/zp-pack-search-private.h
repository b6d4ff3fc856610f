/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds the folder of a pack by id and version. */
#pragma once

#include "template/zp-pack-folder-private.h"

G_BEGIN_DECLS

#define ZP_PACK_RESOURCE_FOLDER "/io/github/ziping/Ziping/templates"

/**
 * ZpPackSearch:
 * @resource: with the packs built in
 * @user_folder: folder with the packs of the user, or %NULL
 * @siblings: folder around a pack outside both, or %NULL
 */
typedef struct
{
  GResource *resource;
  const char *user_folder;
  const char *siblings;
} ZpPackSearch;

char **zp_pack_search_list (GResource *resource, const char *folder);
char *zp_pack_search_id (const char *name);
ZpPackFolder *zp_pack_search_find (const char *id, int version, gpointer user_data);

G_END_DECLS
