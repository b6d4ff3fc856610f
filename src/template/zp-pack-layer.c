/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the files of one pack and checks their keys. */
#include "template/zp-pack-layer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-keys-private.h"

typedef struct
{
  const char *name;
  ZpObjectKind kind;
} PackFile;

/* clang-format off */
static const PackFile content_files[] = {
  { "data.json",     ZP_OBJECT_DATA },
  { "checks.json",   ZP_OBJECT_CHECKS },
  { "document.json", ZP_OBJECT_DOCUMENT },
  { "layouts.json",  ZP_OBJECT_LAYOUTS },
};
static const char *const known_files[] = {
  "pack.json", "data.json", "checks.json", "document.json", "layouts.json", NULL
};
static const char *const inherited[] = { "money", "print", "submit", "basis", NULL };
/* clang-format on */

static const ZpJson empty_object = { .kind = ZP_JSON_OBJECT };

/**
 * zp_layer_free: frees it; %NULL is let through.
 */
void
zp_layer_free (ZpLayer *self)
{
  if (self == NULL)
    return;

  zp_node_free (self->pack);
  zp_node_free (self->settings);
  zp_node_free (self->content);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_free (self);
}

static void
add_to_meaning (const ZpLayerReader *self, const char *file, GBytes *bytes)
{
  g_autofree char *head =
    g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", file, g_bytes_get_size (bytes));

  g_byte_array_append (self->meaning, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (self->meaning, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
}

static ZpNode *
parse_file (const ZpLayerReader *self, const char *shown, GBytes *bytes, GError **error)
{
  const ZpJsonLimits limits = { ZP_PACK_MAX_BYTES, ZP_PACK_MAX_DEPTH };
  ZpJsonDoc *doc =
    zp_json_doc_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), limits, error);
  const ZpJson *root;

  if (doc == NULL)
    return NULL;

  g_ptr_array_add (self->documents, doc);
  root = zp_json_doc_get_root (doc);
  if (root->kind == ZP_JSON_OBJECT)
    return zp_node_new (root, shown);

  g_set_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_SYNTAX,
               _ ("a file of a pack is one object, this is %s"), zp_json_kind_name (root->kind));
  return NULL;
}

/* NULL with the fault noted. */
static ZpNode *
read_file (const ZpLayerReader *self, const ZpPackFolder *folder, const char *file, guint kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_strdup_printf ("%s/%s", folder->name, file);
  g_autoptr (GBytes) bytes = zp_pack_folder_read (folder, file, &error);
  ZpNode *node = bytes != NULL ? parse_file (self, shown, bytes, &error) : NULL;

  if (node == NULL)
    {
      zp_problems_add_in_file (self->merge.problems, shown, zp_json_error_get_line (error),
                               zp_json_error_get_reason (error));
      return NULL;
    }

  if (kind != ZP_OBJECT_SAMPLE)
    add_to_meaning (self, file, bytes);
  zp_keys_check (node, kind, FALSE, self->merge.problems);

  return node;
}

static gboolean
has_file (char **names, const char *name)
{
  return g_strv_contains ((const char *const *) names, name);
}

static gboolean
read_content (const ZpLayerReader *self, const ZpPackFolder *folder, char **names, ZpLayer *layer)
{
  gboolean is_whole = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (content_files); i++)
    {
      const PackFile *file = &content_files[i];
      g_autoptr (ZpNode) node = NULL;

      if (!has_file (names, file->name))
        continue;
      node = read_file (self, folder, file->name, file->kind);
      is_whole &= node != NULL;
      while (zp_node_count (node) > 0)
        g_ptr_array_add (layer->content->children, g_ptr_array_steal_index (node->children, 0));
    }

  return is_whole;
}

/**
 * zp_layer_read_samples:
 * @folder: a pack
 *
 * Reads the samples of a pack, which only its author and the worked example need. They have no part
 * in the checksum: a report means the same whatever the samples say.
 *
 * Returns: (transfer full) (nullable): of #ZpNode; %NULL when one cannot be read at all, with that
 * noted
 */
GPtrArray *
zp_layer_read_samples (const ZpLayerReader *self, const ZpPackFolder *folder)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_node_free);
  g_auto (GStrv) names = zp_pack_folder_list (folder, "samples");
  gboolean is_whole = TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename ("samples", names[i], NULL);
      ZpNode *node = NULL;

      if (!g_str_has_suffix (names[i], ".json"))
        continue;
      node = read_file (self, folder, file, ZP_OBJECT_SAMPLE);
      is_whole &= node != NULL;
      if (node == NULL)
        continue;
      zp_keys_check (node, ZP_OBJECT_SAMPLE, TRUE, self->merge.problems);
      g_ptr_array_add (samples, node);
    }

  return is_whole ? g_steal_pointer (&samples) : NULL;
}

/* A file with a mistyped name would otherwise be passed over in silence. */
static void
check_file_names (const ZpLayerReader *self, const ZpPackFolder *folder, char **names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *shown = g_strdup_printf ("%s/%s", folder->name, names[i]);

      if (g_str_has_suffix (names[i], ".json") && !g_strv_contains (known_files, names[i]))
        zp_problems_add_in_file (self->merge.problems, shown, 0,
                                 _ ("unknown file; a pack has pack.json, data.json, checks.json, "
                                    "document.json, layouts.json and samples/NAME.json"));
    }
}

static void
check_identity (const ZpLayerReader *self, const ZpPackFolder *folder, const ZpNode *pack)
{
  const char *id = zp_node_get_text (pack, "id");
  g_autofree char *with_version =
    g_strdup_printf ("%s@%d", id, zp_node_get_int (pack, "version", 0));

  if (zp_node_get (pack, "format") != NULL && zp_node_get_int (pack, "format", 0) != 1)
    zp_problems_add (self->merge.problems, zp_node_get (pack, "format"), FALSE,
                     _ ("“format” is %d; this program reads format 1"),
                     zp_node_get_int (pack, "format", 0));
  if (zp_node_get (pack, "version") != NULL && zp_node_get_int (pack, "version", 0) < 1)
    zp_problems_add (self->merge.problems, zp_node_get (pack, "version"), FALSE,
                     _ ("“version” starts from 1"));
  if (id != NULL && strcmp (folder->name, id) != 0 && strcmp (folder->name, with_version) != 0)
    zp_problems_add (self->merge.problems, zp_node_get (pack, "id"), FALSE,
                     _ ("the pack is “%s”, but its folder is “%s”; name it “%s” or “%s”"), id,
                     folder->name, id, with_version);
}

static void
take_settings (ZpLayer *layer)
{
  for (gsize i = 0; inherited[i] != NULL; i++)
    {
      const ZpNode *member = zp_node_get (layer->pack, inherited[i]);

      if (member != NULL)
        zp_node_take_member (layer->settings, zp_node_copy (member));
    }
}

static ZpLayer *
layer_new (const char *name)
{
  ZpLayer *layer = g_new0 (ZpLayer, 1);

  layer->content = zp_node_new (&empty_object, name);
  layer->settings = zp_node_new (&empty_object, name);

  return layer;
}

/**
 * zp_layer_read:
 * @folder: a pack
 *
 * Reads every file of a pack but its samples, as they stand, without its parents. Unknown keys and
 * values of a wrong type are noted and left out.
 *
 * Returns: (transfer full) (nullable): %NULL when a file cannot be read at all, with that noted
 */
ZpLayer *
zp_layer_read (const ZpLayerReader *self, const ZpPackFolder *folder)
{
  g_autoptr (ZpLayer) layer = layer_new (folder->name);
  g_auto (GStrv) names = zp_pack_folder_list (folder, NULL);
  gboolean is_whole;

  layer->pack = read_file (self, folder, "pack.json", ZP_OBJECT_PACK);
  check_file_names (self, folder, names);
  is_whole = read_content (self, folder, names, layer);
  if (layer->pack == NULL || !is_whole)
    return NULL;

  zp_keys_check (layer->pack, ZP_OBJECT_PACK, TRUE, self->merge.problems);
  check_identity (self, folder, layer->pack);
  take_settings (layer);

  return g_steal_pointer (&layer);
}
