/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keys that stand twice in one object: refused, or left out where a damaged text is recovered. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer unused)
{
  const ZpJson *const *left = a;
  const ZpJson *const *right = b;

  return strcmp ((*left)->key, (*right)->key);
}

/* Sorting finds equal keys in n·log n whatever they are; a hash table could be made to collide. */
static void
sort_members (const ZpJson *object, GPtrArray *members)
{
  g_ptr_array_set_size (members, 0);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    g_ptr_array_add (members, (gpointer) member);
  g_qsort_with_data (members->pdata, members->len, sizeof (gpointer), compare_keys, NULL);
}

/* The repeated member that stands first in the text. */
static const ZpJson *
find_repeated (const GPtrArray *members, const ZpJson **first)
{
  const ZpJson *repeated = NULL;

  for (guint i = 1; i < members->len; i++)
    {
      const ZpJson *before = members->pdata[i - 1];
      const ZpJson *member = members->pdata[i];

      if (strcmp (before->key, member->key) != 0)
        continue;
      if (repeated != NULL && repeated->line <= member->line)
        continue;
      repeated = member;
      *first = before;
    }

  return repeated;
}

/**
 * zp_json_check_keys:
 * @object: an object
 * @members: room to work in
 * @error: return location for a %ZP_JSON_ERROR_DUPLICATE
 *
 * Returns: whether each key stands once
 */
gboolean
zp_json_check_keys (const ZpJson *object, GPtrArray *members, GError **error)
{
  g_autofree char *shown = NULL;
  const ZpJson *first = NULL;
  const ZpJson *repeated = NULL;

  sort_members (object, members);
  repeated = find_repeated (members, &first);
  if (repeated == NULL)
    return TRUE;

  shown = zp_json_excerpt (repeated->key, strlen (repeated->key));
  return zp_json_fail (repeated->line, ZP_JSON_ERROR_DUPLICATE, error,
                       _ ("the key “%s” stands twice in one object, first in line %u; remove one"),
                       shown, first->line);
}

static void
tell_repeated (const ZpJson *member, GPtrArray *lost)
{
  g_autofree char *shown = zp_json_excerpt (member->key, strlen (member->key));

  g_ptr_array_add (lost,
                   g_strdup_printf (_ ("line %u: the key “%s” stands twice; which of them holds "
                                       "cannot be known, so both are left out"),
                                    member->line, shown));
}

static gboolean
has_key (const GPtrArray *members, guint i, const char *key)
{
  return i < members->len && strcmp (((const ZpJson *) members->pdata[i])->key, key) == 0;
}

/* (transfer full): the members whose key another one has. */
static GHashTable *
collect_repeated (const GPtrArray *members)
{
  GHashTable *repeated = g_hash_table_new (NULL, NULL);
  guint next = 0;

  for (guint i = 0; i < members->len; i = next)
    {
      for (next = i + 1; has_key (members, next, ((const ZpJson *) members->pdata[i])->key); next++)
        g_hash_table_add (repeated, members->pdata[next]);
      if (next > i + 1)
        g_hash_table_add (repeated, members->pdata[i]);
    }

  return repeated;
}

static void
leave_out_repeated (ZpJson *object, GPtrArray *lost)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GHashTable) repeated = NULL;
  const ZpJson **link = &object->first;

  sort_members (object, members);
  repeated = collect_repeated (members);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    {
      if (!g_hash_table_contains (repeated, member))
        {
          *link = member;
          link = &((ZpJson *) member)->next;
          continue;
        }
      tell_repeated (member, lost);
      object->n_children--;
    }
  *link = NULL;
}

/**
 * zp_json_leave_out_repeated:
 * @value: a value with all below it; changed
 * @lost: of char*: what is left out, in words
 *
 * Takes every member out whose key stands twice in its object.
 */
void
zp_json_leave_out_repeated (ZpJson *value, GPtrArray *lost)
{
  if (value->kind == ZP_JSON_OBJECT)
    leave_out_repeated (value, lost);
  for (const ZpJson *child = value->first; child != NULL; child = child->next)
    zp_json_leave_out_repeated ((ZpJson *) child, lost);
}
