/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where packs are found: built in, and in the user's folder. */
#include "template/zp-pack-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-load-private.h"
#include "template/zp-pack-search-private.h"
#include "zp-resources.h"

/* @packs: of #ZpPack by "id@version"; @user_folder: may not be there. */
struct _ZpPackStore
{
  GResource *resource;
  char *user_folder;
  GHashTable *packs;
};

/**
 * zp_pack_store_new:
 * @user_folder: (nullable): folder with packs beside those built in; need not exist
 *
 * A store keeps the packs it has loaded. It belongs to one thread; the packs may go to others.
 *
 * Returns: (transfer full): a store
 */
ZpPackStore *
zp_pack_store_new (const char *user_folder)
{
  ZpPackStore *self = g_new0 (ZpPackStore, 1);

  self->resource = g_resource_ref (zp_resources_get_resource ());
  self->user_folder = g_strdup (user_folder);
  self->packs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zp_pack_unref);

  return self;
}

/**
 * zp_pack_store_new_default:
 *
 * Returns: (transfer full): a store with the packs in $XDG_DATA_HOME/ziping/templates
 */
ZpPackStore *
zp_pack_store_new_default (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ziping", "templates", NULL);

  return zp_pack_store_new (folder);
}

/**
 * zp_pack_store_free: frees the store; %NULL is let through. Packs it gave out stay.
 */
void
zp_pack_store_free (ZpPackStore *self)
{
  if (self == NULL)
    return;

  g_resource_unref (self->resource);
  g_free (self->user_folder);
  g_hash_table_unref (self->packs);
  g_free (self);
}

/**
 * zp_pack_store_get_user_folder: (nullable): where the user's packs belong; need not exist.
 */
const char *
zp_pack_store_get_user_folder (const ZpPackStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->user_folder;
}

static void
add_ids (GHashTable *ids, char **names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    g_hash_table_add (ids, zp_pack_search_id (names[i]));
}

/* Only folders that say they are a pack, in whatever state it is. */
static void
add_user_ids (const ZpPackStore *self, GHashTable *ids)
{
  g_auto (GStrv) names = NULL;

  if (self->user_folder == NULL)
    return;

  names = zp_pack_search_list (NULL, self->user_folder);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (self->user_folder, names[i], "pack.json", NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        g_hash_table_add (ids, zp_pack_search_id (names[i]));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * zp_pack_store_list:
 *
 * Lists what there is, whether it loads or not: a broken pack of the user must not hide the others.
 * Packs that are only a basis for others are among them; see #ZpPack.listed.
 *
 * Returns: (transfer full): ids, each once, sorted
 */
char **
zp_pack_store_list (ZpPackStore *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) built_in = NULL;
  g_autofree char **keys = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  built_in = zp_pack_search_list (self->resource, ZP_PACK_RESOURCE_FOLDER);
  add_ids (ids, built_in);
  add_user_ids (self, ids);
  keys = (char **) g_hash_table_get_keys_as_array (ids, NULL);
  qsort (keys, g_hash_table_size (ids), sizeof (char *), compare_ids);

  return g_strdupv (keys);
}

static char *
cache_key (const char *id, int version)
{
  return g_strdup_printf ("%s@%d", id, version);
}

static ZpPack *
load_found (ZpPackStore *self, const ZpPackFolder *folder, GError **error)
{
  g_autoptr (GPtrArray) problems = zp_problems_new ();
  ZpPackSearch search = { self->resource, self->user_folder, NULL };
  ZpPack *pack = zp_pack_load (folder, zp_pack_search_find, &search, ZP_LOAD_FOR_USE, problems);

  if (pack == NULL)
    {
      zp_problems_set_error (problems, error);
      return NULL;
    }

  g_hash_table_insert (self->packs, cache_key (pack->id, pack->version), zp_pack_ref (pack));

  return pack;
}

static ZpPack *
fail_not_found (ZpPackStore *self, const char *id, int version, GError **error)
{
  g_auto (GStrv) ids = zp_pack_store_list (self);
  g_autofree char *known = g_strjoinv (_ (", "), ids);

  if (version == 0 || !g_strv_contains ((const char *const *) ids, id))
    g_set_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND,
                 _ ("there is no template pack “%s”; known are: %s"), id, known);
  else
    g_set_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND,
                 _ ("there is no version %d of the template pack “%s”; install it"), version, id);

  return NULL;
}

/* A pack that cannot even be asked for its version is told with its faults, not as missing. */
static ZpPackFolder *
find_unreadable (const ZpPackStore *self, const char *id)
{
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;

  if (self->user_folder == NULL || strpbrk (id, "/\\") != NULL || *id == '.')
    return NULL;

  path = g_build_filename (self->user_folder, id, NULL);
  file = g_build_filename (path, "pack.json", NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS) ? zp_pack_folder_new (NULL, path) : NULL;
}

/**
 * zp_pack_store_load:
 * @id: of a pack
 * @version: the version wanted, or 0 for the newest
 * @error: return location for a #ZpPackError
 *
 * Returns: (transfer full): the pack; the same one every time it is asked for
 */
ZpPack *
zp_pack_store_load (ZpPackStore *self, const char *id, int version, GError **error)
{
  g_autoptr (ZpPackFolder) folder = NULL;
  g_autofree char *key = NULL;
  g_autofree char *found_id = NULL;
  ZpPackSearch search = { self->resource, self->user_folder, NULL };
  ZpPack *known;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  key = cache_key (id, version);
  known = g_hash_table_lookup (self->packs, key);
  if (known != NULL)
    return zp_pack_ref (known);

  folder = zp_pack_search_find (id, version, &search);
  if (folder == NULL && version == 0)
    folder = find_unreadable (self, id);
  if (folder == NULL)
    return fail_not_found (self, id, version, error);

  /* The newest version may be known under its number already. */
  if (version == 0 && zp_pack_folder_read_identity (folder, &found_id, &version))
    return zp_pack_store_load (self, id, version, error);

  return load_found (self, folder, error);
}

/**
 * zp_pack_store_load_folder:
 * @folder: a folder with a pack, in the store or not; what it extends may stand beside it
 * @problems: (nullable) (element-type ZpProblem): where everything wrong with it is added, warnings
 *   included, in the order of files and lines
 * @error: return location for %ZP_PACK_ERROR_READ or %ZP_PACK_ERROR_INVALID
 *
 * Loads a pack for its author: besides what keeps it from being used, it is told what could be
 * better, and a listed pack must have its samples.
 *
 * Returns: (transfer full): the pack
 */
ZpPack *
zp_pack_store_load_folder (ZpPackStore *self,
                           const char *folder,
                           GPtrArray *problems,
                           GError **error)
{
  g_autoptr (ZpPackFolder) found = NULL;
  g_autoptr (GPtrArray) own = zp_problems_new ();
  g_autofree char *siblings = NULL;
  ZpPack *pack;
  ZpPackSearch search = { self->resource, self->user_folder, NULL };

  g_return_val_if_fail (self != NULL && folder != NULL, NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_READ,
                   _ ("“%s” is no folder; name the folder of a pack, which has a pack.json"),
                   folder);
      return NULL;
    }

  found = zp_pack_folder_new (NULL, folder);
  siblings = g_path_get_dirname (found->path);
  search.siblings = siblings;
  pack = zp_pack_load (found, zp_pack_search_find, &search, ZP_LOAD_FOR_AUTHOR, own);
  if (pack == NULL)
    zp_problems_set_error (own, error);
  while (problems != NULL && own->len > 0)
    g_ptr_array_add (problems, g_ptr_array_steal_index (own, 0));

  return pack;
}
