/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the objects of a pack are known by, and what messages call them. */
#include "template/zp-pack-keys-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint kind;
  const char *id_key;
  const char *name;
} ObjectWord;

/* clang-format off */
static const ObjectWord object_words[] = {
  { ZP_OBJECT_FIELDS,      "fields",  N_ ("group") },
  { ZP_OBJECT_GRID,        "grid",    N_ ("grid") },
  { ZP_OBJECT_TABLE,       "table",   N_ ("table") },
  { ZP_OBJECT_SCALE,       "scale",   N_ ("scale") },
  { ZP_OBJECT_PAGE,        "page",    N_ ("page") },
  { ZP_OBJECT_CHECK,       "check",   N_ ("check") },
  { ZP_OBJECT_LAYOUT,      "layout",  N_ ("layout") },
  { ZP_OBJECT_PART,        "part",    N_ ("part") },
  { ZP_OBJECT_SECTION,     "section", N_ ("section") },
  { ZP_OBJECT_TEXT,        "text",    N_ ("passage") },
  { ZP_OBJECT_SHOW,        "show",    N_ ("table shown") },
  { ZP_OBJECT_NOTES,       "notes",   N_ ("notes") },
  { ZP_OBJECT_SAMPLE,      "sample",  N_ ("sample") },
  { ZP_OBJECT_ITEM,        "key",     N_ ("field") },
  { ZP_OBJECT_COLUMN,      "key",     N_ ("column") },
  { ZP_OBJECT_GRID_COLUMN, "key",     N_ ("column") },
  { ZP_OBJECT_ROW,         "key",     N_ ("row") },
};
/* clang-format on */

/**
 * zp_word_index: place of @word among @words; @fallback when it is %NULL or not among them.
 */
int
zp_word_index (const char *word, const char *const *words, int fallback)
{
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;

  return fallback;
}

static const ObjectWord *
find_word (const ZpNode *object, guint kinds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (object_words); i++)
    if ((object_words[i].kind & kinds) != 0 &&
        zp_node_get_text (object, object_words[i].id_key) != NULL)
      return &object_words[i];

  return NULL;
}

/**
 * zp_node_get_id_key: (nullable): name of the member that an object of a pack is known by.
 */
const char *
zp_node_get_id_key (const ZpNode *object)
{
  const ObjectWord *word = find_word (object, G_MAXUINT);

  return word != NULL ? word->id_key : NULL;
}

/**
 * zp_node_get_id: (nullable): what an object of a pack is known by.
 */
const char *
zp_node_get_id (const ZpNode *object)
{
  const char *key = zp_node_get_id_key (object);

  return key != NULL ? zp_node_get_text (object, key) : NULL;
}

/**
 * zp_object_get_name:
 * @kinds: what it may be
 *
 * Returns: what an object is called; valid as long as the document it was read from, and without an
 * id when it has none
 */
ZpObjectName
zp_object_get_name (const ZpNode *object, guint kinds)
{
  const ObjectWord *word = find_word (object, kinds);

  if (word == NULL)
    return (ZpObjectName){ NULL };

  return (ZpObjectName){
    .id = zp_node_get_text (object, word->id_key),
    .word = word->name,
    .is_part = strcmp (word->id_key, "key") == 0,
  };
}

/**
 * zp_object_name_describe:
 * @parent_id: (nullable): key of the block a column or row belongs to
 *
 * Returns: (transfer full): what messages call an object that has an id: column “projects.rate”
 */
char *
zp_object_name_describe (const ZpObjectName *self, const char *parent_id)
{
  if (self->is_part && parent_id != NULL)
    return g_strdup_printf ("%s “%s.%s”", _ (self->word), parent_id, self->id);

  return g_strdup_printf ("%s “%s”", _ (self->word), self->id);
}

/**
 * zp_object_describe:
 * @kinds: what it may be
 * @parent_id: (nullable): key of the block a column or row belongs to
 *
 * Returns: (transfer full) (nullable): zp_object_name_describe(); %NULL when it has no id
 */
char *
zp_object_describe (const ZpNode *object, guint kinds, const char *parent_id)
{
  const ZpObjectName name = zp_object_get_name (object, kinds);

  return name.id != NULL ? zp_object_name_describe (&name, parent_id) : NULL;
}

/**
 * zp_object_pick_kind:
 * @kinds: what may stand here
 * @other: (out): id key of a second kind that it says to be too, if any
 *
 * Returns: which of the kinds it is, the first when it says two; 0 when nothing says
 */
guint
zp_object_pick_kind (const ZpNode *object, guint kinds, const char **other)
{
  guint found = 0;

  if ((kinds & (kinds - 1)) == 0 || kinds == ZP_OBJECT_CONTENT)
    return kinds;

  for (gsize i = 0; i < G_N_ELEMENTS (object_words); i++)
    {
      const ObjectWord *word = &object_words[i];

      if ((word->kind & kinds) == 0 || zp_node_get (object, word->id_key) == NULL)
        continue;
      if (found != 0)
        *other = word->id_key;
      else
        found = word->kind;
    }

  return found;
}

static char *
list_id_keys (guint kinds)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (object_words); i++)
    if ((object_words[i].kind & kinds) != 0)
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", object_words[i].id_key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static gboolean
need_id (guint kinds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (object_words); i++)
    if ((object_words[i].kind & kinds) != 0)
      return TRUE;

  return FALSE;
}

/**
 * zp_object_has_id: whether it has the id that objects of its kind need.
 */
gboolean
zp_object_has_id (const ZpNode *object, guint kinds)
{
  return !need_id (kinds) || find_word (object, kinds) != NULL;
}

/**
 * zp_object_report_no_id: notes that an object has no id.
 */
void
zp_object_report_no_id (const ZpNode *object, guint kinds, const char *where, GPtrArray *problems)
{
  g_autofree char *keys = list_id_keys (kinds);

  zp_problems_add (problems, object, FALSE,
                   strchr (keys, ' ') != NULL
                     ? _ ("%s: an object needs an id, one of these keys: %s")
                     : _ ("%s: an object needs an id, the key “%s”"),
                   where, keys);
}
