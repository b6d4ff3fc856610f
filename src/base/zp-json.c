/* SPDX-License-Identifier: GPL-3.0-or-later
 * A JSON document: the ways to look into it. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kind_names[] = {
  [ZP_JSON_NULL] = N_ ("null"),        [ZP_JSON_TRUE] = N_ ("true"),
  [ZP_JSON_FALSE] = N_ ("false"),      [ZP_JSON_NUMBER] = N_ ("a number"),
  [ZP_JSON_STRING] = N_ ("a text"),    [ZP_JSON_ARRAY] = N_ ("a list"),
  [ZP_JSON_OBJECT] = N_ ("an object"),
};

/**
 * zp_json_doc_free:
 * @self: (nullable) (transfer full): a document
 *
 * Frees the document with all its values; no #ZpJson of it may be used any more.
 */
void
zp_json_doc_free (ZpJsonDoc *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_free (self->texts);
  g_free (self);
}

/**
 * zp_json_doc_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the outermost value, never %NULL
 */
const ZpJson *
zp_json_doc_get_root (ZpJsonDoc *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * zp_json_get:
 * @object: (nullable): a value; anything but an object has no members
 * @key: name of the member
 *
 * The members are searched in their order, so this suits objects of tens of members.
 *
 * Returns: (transfer none) (nullable): the member, or %NULL when there is none
 */
const ZpJson *
zp_json_get (const ZpJson *object, const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  if (object == NULL || object->kind != ZP_JSON_OBJECT)
    return NULL;

  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    if (strcmp (member->key, key) == 0)
      return member;

  return NULL;
}

/**
 * zp_json_get_string:
 * @object: (nullable): a value; anything but an object has no members
 * @key: name of the member
 *
 * Returns: (transfer none) (nullable): the text of the member, or %NULL when there is no such
 * member or it is not a string
 */
const char *
zp_json_get_string (const ZpJson *object, const char *key)
{
  const ZpJson *member = zp_json_get (object, key);

  if (member == NULL || member->kind != ZP_JSON_STRING)
    return NULL;

  return member->text;
}

/**
 * zp_json_kind_name:
 * @kind: a kind of value
 *
 * Returns: (transfer none): what a message calls it, translated, such as “a list”
 */
const char *
zp_json_kind_name (ZpJsonKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return _ (kind_names[kind]);
}
