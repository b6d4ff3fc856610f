/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds the folder of a pack by id and version. */
#include "template/zp-pack-search-private.h"

#include <string.h>

/**
 * zp_pack_search_list: (transfer full): what stands in a folder of packs, sorted.
 */
char **
zp_pack_search_list (GResource *resource, const char *folder)
{
  g_autoptr (ZpPackFolder) root = zp_pack_folder_new (resource, folder);

  return zp_pack_folder_list (root, NULL);
}

/**
 * zp_pack_search_id: (transfer full): the id in the name of a folder.
 *
 * "demo-2021" and "demo-2021@2" both hold "demo-2021"; built-in folders end in a slash.
 */
char *
zp_pack_search_id (const char *name)
{
  return g_strndup (name, strcspn (name, "@/"));
}

/* Keeps the folder if it holds @id in @version, or a newer one than @best holds when that is 0. */
static void
consider (ZpPackFolder *folder, const char *id, int version, ZpPackFolder **best, int *best_version)
{
  g_autoptr (ZpPackFolder) candidate = folder;
  g_autofree char *found_id = NULL;
  int found_version = 0;

  if (!zp_pack_folder_read_identity (candidate, &found_id, &found_version) ||
      strcmp (found_id, id) != 0)
    return;
  if (version != 0 ? found_version != version || *best != NULL : found_version <= *best_version)
    return;

  zp_pack_folder_free (*best);
  *best = g_steal_pointer (&candidate);
  *best_version = found_version;
}

static void
search_folder (GResource *resource,
               const char *root,
               const char *id,
               int version,
               ZpPackFolder **best,
               int *best_version)
{
  g_auto (GStrv) names = zp_pack_search_list (resource, root);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *found = zp_pack_search_id (names[i]);
      g_autofree char *path = NULL;

      if (strcmp (found, id) != 0)
        continue;
      names[i][strcspn (names[i], "/")] = '\0';
      path = g_build_filename (root, names[i], NULL);
      consider (zp_pack_folder_new (resource, path), id, version, best, best_version);
    }
}

/**
 * zp_pack_search_find:
 * @version: the version wanted, or 0 for the newest
 * @user_data: a #ZpPackSearch
 *
 * A user's pack comes before a built-in one of the same version, and beside a pack that is checked
 * where it stands its neighbours come first.
 *
 * Returns: (transfer full) (nullable): folder of the pack
 */
ZpPackFolder *
zp_pack_search_find (const char *id, int version, gpointer user_data)
{
  const ZpPackSearch *self = user_data;
  ZpPackFolder *best = NULL;
  int best_version = 0;

  if (self->siblings != NULL)
    search_folder (NULL, self->siblings, id, version, &best, &best_version);
  if (self->user_folder != NULL)
    search_folder (NULL, self->user_folder, id, version, &best, &best_version);
  search_folder (self->resource, ZP_PACK_RESOURCE_FOLDER, id, version, &best, &best_version);

  return best;
}
