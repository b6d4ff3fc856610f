/* SPDX-License-Identifier: GPL-3.0-or-later
 * A JSON document: the tree of its values, how it is built, and the ways to look into it. */
#include "base/zp-json.h"

#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NODES_PER_BLOCK 512

G_DEFINE_QUARK (zp_json_error, zp_json_error)

/* All values stand in @blocks; all keys, texts and numbers one after the other in @texts. */
struct _ZpJsonDoc
{
  ZpJson *root;
  GPtrArray *blocks;
  char *texts;
};

/* An array or object whose end has not come yet. */
typedef struct
{
  ZpJson *node;
  ZpJson *last_child;
} Level;

/* @members is room for check_keys, kept from one object to the next. */
typedef struct
{
  ZpJsonCursor cursor;
  guint max_depth;
  ZpJson *free_nodes;
  gsize n_free_nodes;
  GArray *levels;
  GPtrArray *members;
  ZpJsonDoc *doc;
} Parser;

static const char *const kind_names[] = {
  [ZP_JSON_NULL] = N_ ("null"),        [ZP_JSON_TRUE] = N_ ("true"),
  [ZP_JSON_FALSE] = N_ ("false"),      [ZP_JSON_NUMBER] = N_ ("a number"),
  [ZP_JSON_STRING] = N_ ("a text"),    [ZP_JSON_ARRAY] = N_ ("a list"),
  [ZP_JSON_OBJECT] = N_ ("an object"),
};

static void
parser_init (Parser *self, const char *bytes, gsize length, guint max_depth)
{
  *self = (Parser){ .max_depth = max_depth };
  self->doc = g_new0 (ZpJsonDoc, 1);
  self->doc->blocks = g_ptr_array_new_with_free_func (g_free);
  /* No text grows by decoding, and each gives up a quote or a separator for its final NUL. */
  self->doc->texts = g_malloc (length + 1);
  self->cursor = (ZpJsonCursor){ bytes, bytes + length, 1, self->doc->texts };
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->members = g_ptr_array_new ();
}

static void
parser_clear (Parser *self)
{
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->doc, zp_json_doc_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static Level *
top_level (const Parser *self)
{
  if (self->levels->len == 0)
    return NULL;

  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static ZpJson *
new_node (Parser *self)
{
  if (self->n_free_nodes == 0)
    {
      self->free_nodes = g_new (ZpJson, NODES_PER_BLOCK);
      self->n_free_nodes = NODES_PER_BLOCK;
      g_ptr_array_add (self->doc->blocks, self->free_nodes);
    }

  self->n_free_nodes--;
  return self->free_nodes++;
}

static ZpJson *
add_node (Parser *self, ZpJsonKind kind, const char *key)
{
  Level *level = top_level (self);
  ZpJson *node = new_node (self);

  *node = (ZpJson){ .kind = kind, .line = self->cursor.line, .key = key };
  if (level == NULL)
    {
      self->doc->root = node;
      return node;
    }

  if (level->last_child == NULL)
    level->node->first = node;
  else
    level->last_child->next = node;
  level->last_child = node;
  level->node->n_children++;

  return node;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer unused)
{
  const ZpJson *const *left = a;
  const ZpJson *const *right = b;

  return strcmp ((*left)->key, (*right)->key);
}

/* Sorting finds equal keys in n·log n whatever they are; a hash table could be made to collide. */
static const ZpJson *
find_repeated (GPtrArray *members, const ZpJson **first)
{
  const ZpJson *repeated = NULL;

  g_qsort_with_data (members->pdata, members->len, sizeof (gpointer), compare_keys, NULL);
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

static gboolean
check_keys (Parser *self, const ZpJson *object, GError **error)
{
  g_autofree char *shown = NULL;
  const ZpJson *first = NULL;
  const ZpJson *repeated = NULL;

  g_ptr_array_set_size (self->members, 0);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    g_ptr_array_add (self->members, (gpointer) member);
  repeated = find_repeated (self->members, &first);
  if (repeated == NULL)
    return TRUE;

  shown = zp_json_excerpt (repeated->key, strlen (repeated->key));
  return zp_json_fail (repeated->line, ZP_JSON_ERROR_DUPLICATE, error,
                       _ ("the key “%s” stands twice in one object, first in line %u; remove one"),
                       shown, first->line);
}

static gboolean
close_level (Parser *self, GError **error)
{
  const ZpJson *node = g_array_index (self->levels, Level, self->levels->len - 1).node;

  self->cursor.at++;
  g_array_set_size (self->levels, self->levels->len - 1);

  return node->kind != ZP_JSON_OBJECT || node->n_children < 2 || check_keys (self, node, error);
}

static gboolean
at_close (const Parser *self, const Level *level)
{
  return zp_json_cursor_peek (&self->cursor) == (level->node->kind == ZP_JSON_OBJECT ? '}' : ']');
}

/* @opened tells that a first child must follow. */
static gboolean
open_level (Parser *self, ZpJsonKind kind, const char *key, gboolean *opened, GError **error)
{
  Level level = { NULL, NULL };

  if (self->levels->len >= self->max_depth)
    return zp_json_fail (
      self->cursor.line, ZP_JSON_ERROR_DEPTH, error,
      ngettext ("nested deeper than %u level", "nested deeper than %u levels", self->max_depth),
      self->max_depth);

  level.node = add_node (self, kind, key);
  g_array_append_val (self->levels, level);
  self->cursor.at++;
  zp_json_cursor_skip_space (&self->cursor);
  *opened = !at_close (self, &level);

  return *opened || close_level (self, error);
}

static gboolean
read_key (Parser *self, const char **key, GError **error)
{
  gsize length = 0;

  zp_json_cursor_skip_space (&self->cursor);
  if (zp_json_cursor_peek (&self->cursor) != '"')
    return zp_json_cursor_fail_found (&self->cursor, error, _ ("a key in double quotes"));
  if (!zp_json_cursor_read_string (&self->cursor, key, &length, error))
    return FALSE;

  zp_json_cursor_skip_space (&self->cursor);
  if (zp_json_cursor_peek (&self->cursor) != ':')
    return zp_json_cursor_fail_found (&self->cursor, error, _ ("“:” after the key"));
  self->cursor.at++;

  return TRUE;
}

static gboolean
read_text (Parser *self, const char *key, GError **error)
{
  ZpJson *node = add_node (self, ZP_JSON_STRING, key);

  return zp_json_cursor_read_string (&self->cursor, &node->text, &node->length, error);
}

static gboolean
read_number (Parser *self, const char *key, GError **error)
{
  ZpJson *node = add_node (self, ZP_JSON_NUMBER, key);

  return zp_json_cursor_read_number (&self->cursor, &node->text, &node->length, error);
}

static gboolean
read_literal (Parser *self, const char *key, GError **error)
{
  ZpJson *node = add_node (self, ZP_JSON_NULL, key);

  return zp_json_cursor_read_literal (&self->cursor, &node->kind, error);
}

static gboolean
read_one (Parser *self, gboolean *opened, GError **error)
{
  const Level *level = top_level (self);
  const char *key = NULL;
  char c = '\0';

  *opened = FALSE;
  if (level != NULL && level->node->kind == ZP_JSON_OBJECT && !read_key (self, &key, error))
    return FALSE;

  zp_json_cursor_skip_space (&self->cursor);
  c = zp_json_cursor_peek (&self->cursor);
  if (c == '"')
    return read_text (self, key, error);
  if (c == '{')
    return open_level (self, ZP_JSON_OBJECT, key, opened, error);
  if (c == '[')
    return open_level (self, ZP_JSON_ARRAY, key, opened, error);
  if (c == '-' || g_ascii_isdigit (c))
    return read_number (self, key, error);

  return read_literal (self, key, error);
}

static const char *
what_may_follow (const Level *level)
{
  return level->node->kind == ZP_JSON_OBJECT ? _ ("“,” or “}”") : _ ("“,” or “]”");
}

/* Reads what may follow a value: any number of closings, then a comma (@more) or the end. */
static gboolean
read_separators (Parser *self, gboolean *more, GError **error)
{
  *more = FALSE;
  for (Level *level = top_level (self); level != NULL; level = top_level (self))
    {
      zp_json_cursor_skip_space (&self->cursor);
      *more = zp_json_cursor_peek (&self->cursor) == ',';
      if (*more)
        {
          self->cursor.at++;
          return TRUE;
        }
      if (!at_close (self, level))
        return zp_json_cursor_fail_found (&self->cursor, error, what_may_follow (level));
      if (!close_level (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_document (Parser *self, GError **error)
{
  gboolean more = TRUE;
  gboolean opened = FALSE;

  while (more)
    {
      if (!read_one (self, &opened, error))
        return FALSE;
      if (!opened && !read_separators (self, &more, error))
        return FALSE;
    }

  zp_json_cursor_skip_space (&self->cursor);
  return self->cursor.at == self->cursor.end ||
         zp_json_cursor_fail_found (&self->cursor, error, _ ("nothing after the value"));
}

static gboolean
check_size (gsize length, gsize max_bytes, GError **error)
{
  g_autofree char *has = g_format_size (length);
  g_autofree char *allowed = g_format_size (max_bytes);

  if (length <= max_bytes)
    return TRUE;

  g_set_error (error, ZP_JSON_ERROR, ZP_JSON_ERROR_SIZE, _ ("has %s, more than the %s allowed"),
               has, allowed);
  return FALSE;
}

/**
 * zp_json_doc_parse:
 * @bytes: (array length=length): the text, need not end in a NUL
 * @length: bytes of it
 * @limits: what is refused unread
 * @error: return location for a #ZpJsonError
 *
 * Reads one JSON value exactly as RFC 8259 defines it: UTF-8 without a byte order mark, no
 * comments, no trailing commas, no numbers such as `007`, `.5`, `0x1F` or `NaN`. Refused besides: a
 * key that stands twice in one object, U+0000, half a surrogate pair, anything after the value.
 * Numbers keep the text they were written with. Time is linear (with the sorting of each object's
 * keys on top) and the stack does not grow with the nesting. Values take up to 28 bytes per byte of
 * the text.
 *
 * The message of an error starts with the line, from 1, except for %ZP_JSON_ERROR_SIZE; the caller
 * puts the name of the file in front.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
ZpJsonDoc *
zp_json_doc_parse (const char *bytes, gsize length, ZpJsonLimits limits, GError **error)
{
  g_auto (Parser) parser = { .doc = NULL };

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_size (length, limits.max_bytes, error))
    return NULL;
  if (length > 0 && !zp_json_check_encoding (bytes, length, error))
    return NULL;

  parser_init (&parser, length > 0 ? bytes : "", length, limits.max_depth);
  if (!read_document (&parser, error))
    return NULL;

  return g_steal_pointer (&parser.doc);
}

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
