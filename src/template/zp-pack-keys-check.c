/* SPDX-License-Identifier: GPL-3.0-or-later
 * The strict reading of keys: whatever the table does not know is told and taken out. */
#include "template/zp-pack-keys-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-id.h"

/* clang-format off */
static const char *const reserved_words[] = {
  "if", "elif", "else", "end", "for", "where", "sep", "last", "or", "and", "not", NULL
};
static const char *const reserved_blocks[] = { "text", "annex", "money", NULL };
static const char *const reserved_columns[] = { "label", "key", NULL };
/* clang-format on */

/* @merged: the objects are whole, not parts to be laid over others. */
typedef struct
{
  GPtrArray *problems;
  gboolean merged;
} Checking;

/* Where a value stands. Nearly all are right, so it becomes words only for a fault.
 * @name: of the object, as it was called before any member was taken out of it
 * @parent: (nullable): the object around */
typedef struct _Where Where;
struct _Where
{
  ZpObjectName name;
  const Where *parent;
};

static gboolean
check_object (const Checking *self, ZpNode *object, guint kinds, const Where *parent);

/* The nearest object that has an id: the one itself, or one around it. */
static const Where *
find_named (const Where *where)
{
  while (where != NULL && where->name.id == NULL)
    where = where->parent;

  return where;
}

static char *
describe (const Where *where)
{
  const Where *named = find_named (where);
  const Where *owner = named != NULL ? find_named (named->parent) : NULL;

  if (named == NULL)
    return g_strdup (_ ("top level"));

  return zp_object_name_describe (&named->name, owner != NULL ? owner->name.id : NULL);
}

static const ZpKeyRule *
find_rule (guint kinds, const char *key)
{
  for (gsize i = 0; i < zp_n_key_rules; i++)
    if ((zp_key_rules[i].in & kinds) != 0 && strcmp (zp_key_rules[i].key, key) == 0)
      return &zp_key_rules[i];

  return NULL;
}

static const char *
find_nearest_key (guint kinds, const char *key)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (gsize i = 0; i < zp_n_key_rules; i++)
    if ((zp_key_rules[i].in & kinds) != 0)
      g_ptr_array_add (known, (gpointer) zp_key_rules[i].key);
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (key, (const char *const *) known->pdata);
}

static guint
types_of (const ZpNode *value)
{
  static const guint types[] = {
    [ZP_JSON_NULL] = ZP_TYPE_NULL,
    [ZP_JSON_TRUE] = ZP_TYPE_FLAG,
    [ZP_JSON_FALSE] = ZP_TYPE_FLAG,
    [ZP_JSON_NUMBER] = ZP_TYPE_NUMBER,
    [ZP_JSON_STRING] = ZP_TYPE_TEXT,
    [ZP_JSON_ARRAY] = ZP_TYPE_LIST,
    [ZP_JSON_OBJECT] = ZP_TYPE_OBJECT | ZP_TYPE_MAP,
  };
  guint type = types[value->json->kind] | ZP_TYPE_ANY;

  if (value->json->kind == ZP_JSON_NUMBER && strpbrk (value->json->text, ".eE") == NULL)
    type |= ZP_TYPE_INT;

  return type;
}

static const char *
describe_types (guint types)
{
  if ((types & ZP_TYPE_INT) != 0)
    return (types & ZP_TYPE_LIST) != 0 ? _ ("a whole number or a list of two")
                                       : _ ("a whole number");
  if ((types & ZP_TYPE_NUMBER) != 0)
    return (types & ZP_TYPE_TEXT) != 0 ? _ ("a text or a number") : _ ("a number");
  if ((types & ZP_TYPE_FLAG) != 0)
    return _ ("true or false");
  if ((types & ZP_TYPE_TEXT) != 0 && (types & ZP_TYPE_LIST) != 0)
    return _ ("a text or a list");
  if ((types & ZP_TYPE_TEXT) != 0 && (types & ZP_TYPE_OBJECT) != 0)
    return _ ("a text or an object");
  if ((types & ZP_TYPE_TEXT) != 0)
    return _ ("a text");
  if ((types & ZP_TYPE_LIST) != 0)
    return (types & ZP_TYPE_OBJECT) != 0 ? _ ("a list or an object") : _ ("a list");

  return _ ("an object");
}

static gboolean
has_prefix_and_key (const char *text, const char *prefix)
{
  return g_str_has_prefix (text, prefix) && zp_id_is_key (text + strlen (prefix));
}

/* The words of phrases and formulas could not be told from a name. */
static gboolean
is_free_key (const char *text, const char *const *reserved)
{
  return zp_id_is_key (text) && !g_strv_contains (reserved_words, text) &&
         !g_strv_contains (reserved, text);
}

static gboolean
is_pack_id (const char *text)
{
  return g_ascii_isalnum (*text) &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen (text);
}

static gboolean
has_form (const char *text, ZpKeyForm form)
{
  static const char *const none[] = { NULL };

  switch (form)
    {
    case ZP_FORM_KEY:
      return is_free_key (text, none);
    case ZP_FORM_BLOCK:
      return is_free_key (text, reserved_blocks);
    case ZP_FORM_COLUMN:
      return is_free_key (text, reserved_columns);
    case ZP_FORM_DOTTED:
      return zp_id_is_dotted (text);
    case ZP_FORM_PASSAGE:
      return has_prefix_and_key (text, "text.");
    case ZP_FORM_PACK:
      return is_pack_id (text);
    case ZP_FORM_FREE:
    default:
      return TRUE;
    }
}

static gboolean
is_plain_key (ZpKeyForm form)
{
  return form == ZP_FORM_KEY || form == ZP_FORM_BLOCK || form == ZP_FORM_COLUMN;
}

static const char *
describe_form (ZpKeyForm form)
{
  switch (form)
    {
    case ZP_FORM_PASSAGE:
      return _ ("the id of a passage is “text.” and a small letter, then small letters, digits "
                "and “_”");
    case ZP_FORM_PACK:
      return _ ("the id of a pack is small letters, digits and “-”");
    case ZP_FORM_DOTTED:
      return _ ("an id is keys of small letters, digits and “_”, joined by dots");
    case ZP_FORM_KEY:
    case ZP_FORM_BLOCK:
    case ZP_FORM_COLUMN:
    case ZP_FORM_FREE:
    default:
      return _ ("a key is a small letter, then small letters, digits and “_”");
    }
}

static gboolean
check_text (const Checking *self, const ZpNode *value, const ZpKeyRule *rule, const Where *where)
{
  const char *text = zp_node_text (value);
  g_autofree char *start = NULL;
  g_autofree char *known = NULL;

  if (text == NULL)
    return TRUE;
  if (!has_form (text, rule->form))
    {
      gboolean is_reserved = is_plain_key (rule->form) && zp_id_is_key (text);

      start = describe (where);
      zp_problems_add (self->problems, value, FALSE, "%s: “%s”: “%s”: %s", start, rule->key, text,
                       is_reserved ? _ ("this word is reserved; choose another one")
                                   : describe_form (rule->form));
      return FALSE;
    }
  if (rule->words == NULL || g_strv_contains (rule->words, text))
    return TRUE;

  start = describe (where);
  known = g_strjoinv (" ", (char **) rule->words);
  zp_problems_add (self->problems, value, FALSE, _ ("%s: “%s”: “%s” is not one of: %s"), start,
                   rule->key, text, known);
  return FALSE;
}

static gboolean
has_shape (const Checking *self,
           const ZpNode *value,
           const ZpKeyRule *rule,
           const ZpShape *shape,
           const Where *where)
{
  g_autofree char *start = NULL;

  if ((types_of (value) & shape->types) != 0)
    return TRUE;

  start = describe (where);
  zp_problems_add (self->problems, value, FALSE, _ ("%s: “%s”: %s stands where %s is expected"),
                   start, rule->key, zp_json_kind_name (value->json->kind),
                   describe_types (shape->types));
  return FALSE;
}

/* FALSE when the value has to go. */
static gboolean
check_value (
  const Checking *self, ZpNode *value, const ZpKeyRule *rule, guint level, const Where *where)
{
  const ZpShape *shape = &rule->shape[level];

  if (!has_shape (self, value, rule, shape, where) || !check_text (self, value, rule, where))
    return FALSE;
  if (value->json->kind == ZP_JSON_OBJECT && shape->objects != 0)
    return check_object (self, value, shape->objects, where);
  if (level + 1 >= G_N_ELEMENTS (rule->shape) || rule->shape[level + 1].types == 0)
    return TRUE;

  for (guint i = zp_node_count (value); i > 0; i--)
    {
      ZpNode *child = value->children->pdata[i - 1];
      gboolean takes_away = child->key != NULL && zp_node_is (child, ZP_JSON_NULL);

      if ((!takes_away || self->merged) && !check_value (self, child, rule, level + 1, where))
        g_ptr_array_remove_index (value->children, i - 1);
    }

  return TRUE;
}

static gboolean
check_member (const Checking *self, ZpNode *member, guint kinds, const Where *where)
{
  const ZpKeyRule *rule = find_rule (kinds, member->key);
  g_autofree char *start = NULL;

  if (rule != NULL && member->json->kind == ZP_JSON_NULL)
    return !self->merged;
  if (rule != NULL)
    return check_value (self, member, rule, 0, where);

  start = describe (where);
  zp_problems_add_near (self->problems, member, find_nearest_key (kinds, member->key),
                        _ ("%s: unknown key “%s”"), start, member->key);
  return FALSE;
}

static void
check_required (const Checking *self, const ZpNode *object, guint kind, const Where *where)
{
  for (gsize i = 0; i < zp_n_key_rules; i++)
    {
      const ZpKeyRule *rule = &zp_key_rules[i];
      g_autofree char *start = NULL;

      if (!rule->required || (rule->in & kind) == 0 || zp_node_get (object, rule->key) != NULL)
        continue;

      start = describe (where);
      zp_problems_add (self->problems, object, FALSE, _ ("%s: “%s” is missing"), start, rule->key);
    }
}

static guint
pick_kind (const Checking *self, const ZpNode *object, guint kinds, const Where *where)
{
  const char *other = NULL;
  guint kind = zp_object_pick_kind (object, kinds, &other);
  g_autofree char *start = NULL;

  if (other == NULL)
    return kind;

  start = describe (where);
  zp_problems_add (self->problems, object, FALSE,
                   _ ("%s: an object is one thing; “%s” cannot stand here too"), start, other);
  return kind;
}

static void
report_no_id (const Checking *self, const ZpNode *object, guint kinds, const Where *parent)
{
  g_autofree char *start = describe (parent);

  zp_object_report_no_id (object, kinds, start, self->problems);
}

/* FALSE when the object has to go: without an id nobody can say what it is. */
static gboolean
check_object (const Checking *self, ZpNode *object, guint kinds, const Where *parent)
{
  const Where where = { zp_object_get_name (object, kinds), parent };
  guint kind = pick_kind (self, object, kinds, &where);

  for (guint i = zp_node_count (object); i > 0 && kind != 0; i--)
    if (!check_member (self, object->children->pdata[i - 1], kind, &where))
      g_ptr_array_remove_index (object->children, i - 1);

  if (!zp_object_has_id (object, kinds))
    {
      /* An id that was there a moment ago has been told to be wrong. */
      if (where.name.id == NULL)
        report_no_id (self, object, kinds, parent);
      return FALSE;
    }
  if (self->merged && !zp_node_get_flag (object, "drop", FALSE))
    check_required (self, object, kind, &where);

  return TRUE;
}

/**
 * zp_keys_check:
 * @object: the object of a file, or of all files together
 * @kinds: what it is
 * @merged: it is whole: required keys must be there; else it may be laid over another one, and
 * %NULL takes a key away
 * @problems: where faults are noted
 *
 * Takes out every member that is not known, or not of the type, form or words that the table asks
 * for: whoever reads the object afterwards finds nothing there, or what is right.
 */
void
zp_keys_check (ZpNode *object, guint kinds, gboolean merged, GPtrArray *problems)
{
  const Checking checking = { problems, merged };

  check_object (&checking, object, kinds, NULL);
}
