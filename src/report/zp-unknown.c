/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of a report's file that this version does not know: kept, and written back in place. */
#include "report/zp-unknown-private.h"

/* @members: place and the member before → GPtrArray of #ZpJson; @keys: place and key of each */
struct _ZpUnknown
{
  GHashTable *members;
  GHashTable *keys;
  GHashTable *places;
};

/**
 * zp_unknown_new:
 *
 * Returns: (transfer full): nothing kept yet; free with zp_unknown_free()
 */
ZpUnknown *
zp_unknown_new (void)
{
  ZpUnknown *self = g_new0 (ZpUnknown, 1);

  self->members =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/** zp_unknown_free: frees it; what it kept belongs to the document. */
void
zp_unknown_free (ZpUnknown *self)
{
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->places);
  g_free (self);
}

/** zp_unknown_is_empty: whether nothing is kept, as nearly always. */
gboolean
zp_unknown_is_empty (const ZpUnknown *self)
{
  return g_hash_table_size (self->members) == 0;
}

/** zp_unknown_holds: whether something is kept at @place. */
gboolean
zp_unknown_holds (const ZpUnknown *self, const char *place)
{
  return g_hash_table_contains (self->places, place);
}

static char *
join (const char *place, const char *name)
{
  return g_strconcat (place, "\n", name, NULL);
}

/**
 * zp_unknown_keep:
 * @place: names the object it stands in; the caller's choice
 * @after: (nullable): the known member it followed; %NULL for none
 * @member: must live as long as @self
 *
 * Keeps a member. A key that is kept at @place already is not kept twice.
 */
void
zp_unknown_keep (ZpUnknown *self, const char *place, const char *after, const ZpJson *member)
{
  g_autofree char *where = join (place, after != NULL ? after : "");
  GPtrArray *members = g_hash_table_lookup (self->members, where);

  if (!g_hash_table_add (self->keys, join (place, member->key)))
    return;
  g_hash_table_add (self->places, g_strdup (place));
  if (members == NULL)
    {
      members = g_ptr_array_new ();
      g_hash_table_insert (self->members, g_steal_pointer (&where), members);
    }
  g_ptr_array_add (members, (gpointer) member);
}

/**
 * zp_unknown_write:
 *
 * Writes what is kept at @place behind the known member @after, to be called for every member that
 * could have stood there, whether it is written or not.
 */
void
zp_unknown_write (const ZpUnknown *self, const char *place, const char *after, ZpJsonWriter *writer)
{
  g_autofree char *where = NULL;
  const GPtrArray *members;

  if (zp_unknown_is_empty (self))
    return;
  where = join (place, after != NULL ? after : "");
  members = g_hash_table_lookup (self->members, where);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const ZpJson *member = g_ptr_array_index (members, i);

      zp_json_writer_value (writer, member->key, member);
    }
}

static gboolean
looks_like_id (const char *key)
{
  if (!g_ascii_isalnum (*key))
    return FALSE;
  for (; *key != '\0'; key++)
    if (!g_ascii_isalnum (*key) && *key != '_' && *key != '.' && *key != '[' && *key != ']')
      return FALSE;
  return TRUE;
}

/**
 * zp_unknown_is_id:
 *
 * Where members are called by ids of the template, one that the template does not know is damage or
 * a slip and must not be passed over: a figure would be gone. Not meant are members that cannot be
 * contents of a cell: other values than texts, and keys with other characters than an id has, as
 * later versions may add them.
 */
gboolean
zp_unknown_is_id (const ZpJson *member)
{
  return member->kind == ZP_JSON_STRING && looks_like_id (member->key);
}
