/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files of one pack: built into the program, or in a folder of the file system. */
#include "template/zp-pack-folder-private.h"

#include <string.h>

#include "base/zp-file.h"
#include "base/zp-json.h"

/**
 * zp_pack_folder_new:
 * @resource: (nullable): where @path is looked up; %NULL for the file system
 * @path: folder of the pack
 */
ZpPackFolder *
zp_pack_folder_new (GResource *resource, const char *path)
{
  ZpPackFolder *self = g_new0 (ZpPackFolder, 1);

  self->resource = resource != NULL ? g_resource_ref (resource) : NULL;
  self->path = resource != NULL ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  self->name = g_path_get_basename (self->path);

  return self;
}

/**
 * zp_pack_folder_copy: (transfer full): the same folder once more.
 */
ZpPackFolder *
zp_pack_folder_copy (const ZpPackFolder *self)
{
  return zp_pack_folder_new (self->resource, self->path);
}

/**
 * zp_pack_folder_free: frees it; %NULL is let through.
 */
void
zp_pack_folder_free (ZpPackFolder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->resource, g_resource_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static char **
list_resource (GResource *resource, const char *path)
{
  g_auto (GStrv) names =
    g_resource_enumerate_children (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return names != NULL ? g_steal_pointer (&names) : g_new0 (char *, 1);
}

static char **
list_files (const char *path)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_strv_builder_add (names, name);

  return g_strv_builder_end (names);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * zp_pack_folder_list:
 * @below: (nullable): a folder in it
 *
 * Returns: (transfer full): names of what stands there, sorted, without hidden files; empty when
 * there is no such folder
 */
char **
zp_pack_folder_list (const ZpPackFolder *self, const char *below)
{
  g_autofree char *path = g_build_filename (self->path, below, NULL);
  char **names = self->resource != NULL ? list_resource (self->resource, path) : list_files (path);

  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  return names;
}

/**
 * zp_pack_folder_read:
 * @file: its name in the folder
 * @error: return location for a #ZpFileError or a #GResourceError
 *
 * Returns: (transfer full): the content, at most #ZP_PACK_MAX_BYTES
 */
GBytes *
zp_pack_folder_read (const ZpPackFolder *self, const char *file, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, file, NULL);

  if (self->resource != NULL)
    return g_resource_lookup_data (self->resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return zp_file_read (path, ZP_PACK_MAX_BYTES, NULL, error);
}

/**
 * zp_pack_folder_read_identity:
 * @id: (out): what pack.json says it is
 * @version: (out): its version
 *
 * Returns: FALSE when there is no pack.json or it does not say
 */
gboolean
zp_pack_folder_read_identity (const ZpPackFolder *self, char **id, int *version)
{
  const ZpJsonLimits limits = { ZP_PACK_MAX_BYTES, ZP_PACK_MAX_DEPTH };
  g_autoptr (GBytes) bytes = zp_pack_folder_read (self, "pack.json", NULL);
  g_autoptr (ZpJsonDoc) doc = NULL;
  const ZpJson *number;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  doc = zp_json_doc_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), limits, NULL);
  if (doc == NULL)
    return FALSE;

  text = zp_json_get_string (zp_json_doc_get_root (doc), "id");
  number = zp_json_get (zp_json_doc_get_root (doc), "version");
  if (text == NULL || number == NULL || number->kind != ZP_JSON_NUMBER)
    return FALSE;

  *id = g_strdup (text);
  *version = (int) CLAMP (g_ascii_strtoll (number->text, NULL, 10), 0, G_MAXINT);

  return TRUE;
}
