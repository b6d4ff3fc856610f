/* SPDX-License-Identifier: GPL-3.0-or-later
 * Builds the tree of the values of a JSON text. */
#include "base/zp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NODES_PER_BLOCK 512

/* An array or object whose end has not come yet. */
typedef struct
{
  ZpJson *node;
  ZpJson *last_child;
} Level;

/* @members is room for zp_json_check_keys(), kept from one object to the next; @recovers keeps what
 * was read when an error ends the reading. */
typedef struct
{
  ZpJsonCursor cursor;
  guint max_depth;
  gboolean recovers;
  ZpJson *free_nodes;
  gsize n_free_nodes;
  GArray *levels;
  GPtrArray *members;
  ZpJsonDoc *doc;
} Parser;

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

static gboolean
close_level (Parser *self, GError **error)
{
  const ZpJson *node = g_array_index (self->levels, Level, self->levels->len - 1).node;

  self->cursor.at++;
  g_array_set_size (self->levels, self->levels->len - 1);

  return node->kind != ZP_JSON_OBJECT || node->n_children < 2 || self->recovers ||
         zp_json_check_keys (node, self->members, error);
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

static void
add_word (Parser *self, ZpJsonKind kind, const char *key, const char *text, gsize length)
{
  ZpJson *node = add_node (self, kind, key);

  node->text = text;
  node->length = length;
}

static gboolean
read_text (Parser *self, const char *key, GError **error)
{
  const char *text = NULL;
  gsize length = 0;

  if (!zp_json_cursor_read_string (&self->cursor, &text, &length, error))
    return FALSE;

  add_word (self, ZP_JSON_STRING, key, text, length);
  return TRUE;
}

/* Where the text is cut off behind a digit, more digits may have stood. */
static gboolean
is_cut (const Parser *self)
{
  char next = zp_json_cursor_peek (&self->cursor);

  return self->recovers && (next == '\0' || strchr (" \t\r\n,]}", next) == NULL);
}

static gboolean
read_number (Parser *self, const char *key, GError **error)
{
  const char *text = NULL;
  gsize length = 0;

  if (!zp_json_cursor_read_number (&self->cursor, &text, &length, error))
    return FALSE;
  if (is_cut (self))
    return zp_json_cursor_fail_found (&self->cursor, error, _ ("the end of a number"));

  add_word (self, ZP_JSON_NUMBER, key, text, length);
  return TRUE;
}

static gboolean
read_literal (Parser *self, const char *key, GError **error)
{
  ZpJsonKind kind = ZP_JSON_NULL;

  if (!zp_json_cursor_read_literal (&self->cursor, &kind, error))
    return FALSE;

  add_word (self, kind, key, NULL, 0);
  return TRUE;
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

/**
 * zp_json_doc_read_prefix:
 * @bytes: (array length=length): a text, valid UTF-8 without NUL
 * @max_depth: how deep it may be nested
 * @ended: (out): whether the outermost value came to its end
 * @error: return location for a #ZpJsonError
 *
 * Reads as far as the text is JSON and leaves out the value that is not, with all behind it; a key
 * may stand twice.
 *
 * Returns: (transfer full) (nullable): what was read, %NULL when that is nothing; with @error set
 * unless the text is JSON to its end
 */
ZpJsonDoc *
zp_json_doc_read_prefix (
  const char *bytes, gsize length, guint max_depth, gboolean *ended, GError **error)
{
  g_auto (Parser) parser = { .doc = NULL };

  parser_init (&parser, bytes, length, max_depth);
  parser.recovers = TRUE;
  read_document (&parser, error);
  *ended = parser.levels->len == 0;
  for (guint i = 0; i < parser.levels->len; i++)
    g_array_index (parser.levels, Level, i).node->cut = TRUE;

  return parser.doc->root != NULL ? g_steal_pointer (&parser.doc) : NULL;
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

  if (!zp_json_check_size (length, limits.max_bytes, error))
    return NULL;
  if (length > 0 && !zp_json_check_encoding (bytes, length, error))
    return NULL;

  parser_init (&parser, length > 0 ? bytes : "", length, limits.max_depth);
  if (!read_document (&parser, error))
    return NULL;

  return g_steal_pointer (&parser.doc);
}
