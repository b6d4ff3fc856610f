/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes JSON that compares well line by line: two spaces a level, one value per line. */
#include "base/zp-json.h"

struct _ZpJsonWriter
{
  GString *text;
  /* One closing bracket for each array or object that is still open. */
  GString *open;
  gboolean is_empty;
  gboolean is_compact;
};

static const struct
{
  char character;
  const char *escape;
} short_escapes[] = {
  { '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" }, { '\t', "\\t" },
  { '\r', "\\r" }, { '\b', "\\b" },  { '\f', "\\f" },
};

static gboolean
in_object (const ZpJsonWriter *self)
{
  return self->open->len > 0 && self->open->str[self->open->len - 1] == '}';
}

/* A member needs a key, anything else has none, and there is one outermost value only. */
static gboolean
may_add (const ZpJsonWriter *self, const char *key)
{
  if (self->open->len == 0)
    return self->text->len == 0 && key == NULL;

  return in_object (self) == (key != NULL);
}

static void
append_escape (GString *text, char c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_escapes); i++)
    if (short_escapes[i].character == c)
      {
        g_string_append (text, short_escapes[i].escape);
        return;
      }

  g_string_append_printf (text, "\\u%04X", (guint) c);
}

static void
append_quoted (GString *text, const char *value)
{
  const char *run = value;

  g_string_append_c (text, '"');
  for (const char *at = value; *at != '\0'; at++)
    {
      if ((guchar) *at >= ' ' && *at != '"' && *at != '\\')
        continue;
      g_string_append_len (text, run, at - run);
      append_escape (text, *at);
      run = at + 1;
    }
  g_string_append (text, run);
  g_string_append_c (text, '"');
}

static void
append_new_line (ZpJsonWriter *self)
{
  if (self->is_compact)
    return;

  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->open->len; i++)
    g_string_append (self->text, "  ");
}

static void
begin_value (ZpJsonWriter *self, const char *key)
{
  if (!self->is_empty)
    g_string_append_c (self->text, ',');
  self->is_empty = FALSE;
  if (self->open->len > 0)
    append_new_line (self);
  if (key == NULL)
    return;

  append_quoted (self->text, key);
  g_string_append (self->text, self->is_compact ? ":" : ": ");
}

static void
add_literal (ZpJsonWriter *self, const char *key, const char *literal)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (may_add (self, key));

  begin_value (self, key);
  g_string_append (self->text, literal);
}

static void
begin_container (ZpJsonWriter *self, const char *key, char opening, char closing)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (may_add (self, key));

  begin_value (self, key);
  g_string_append_c (self->text, opening);
  g_string_append_c (self->open, closing);
  self->is_empty = TRUE;
}

static void
end_container (ZpJsonWriter *self, char closing)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->open->len > 0);
  g_return_if_fail (self->open->str[self->open->len - 1] == closing);

  g_string_truncate (self->open, self->open->len - 1);
  if (!self->is_empty)
    append_new_line (self);
  g_string_append_c (self->text, closing);
  self->is_empty = FALSE;
}

/**
 * zp_json_writer_new:
 *
 * All keys and texts handed to the writer must be valid UTF-8. A member of an object needs a key;
 * an element of an array and the outermost value have %NULL.
 *
 * Returns: (transfer full): a writer that has written nothing
 */
ZpJsonWriter *
zp_json_writer_new (void)
{
  ZpJsonWriter *self = g_new0 (ZpJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->open = g_string_new (NULL);
  self->is_empty = TRUE;

  return self;
}

/**
 * zp_json_writer_new_compact:
 *
 * Like zp_json_writer_new(), but everything stands on one line without spaces: a record of a file
 * that has one record a line.
 *
 * Returns: (transfer full): a writer that has written nothing
 */
ZpJsonWriter *
zp_json_writer_new_compact (void)
{
  ZpJsonWriter *self = zp_json_writer_new ();

  self->is_compact = TRUE;

  return self;
}

/**
 * zp_json_writer_free:
 * @self: (nullable) (transfer full): a writer
 */
void
zp_json_writer_free (ZpJsonWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->open, TRUE);
  g_free (self);
}

/**
 * zp_json_writer_begin_object:
 * @self: a writer
 * @key: (nullable): name of the member
 *
 * Begins an object; an object that gets no member is written `{}`.
 */
void
zp_json_writer_begin_object (ZpJsonWriter *self, const char *key)
{
  begin_container (self, key, '{', '}');
}

/**
 * zp_json_writer_end_object:
 * @self: a writer inside an object
 */
void
zp_json_writer_end_object (ZpJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * zp_json_writer_begin_array:
 * @self: a writer
 * @key: (nullable): name of the member
 *
 * Begins an array; an array that gets no element is written `[]`.
 */
void
zp_json_writer_begin_array (ZpJsonWriter *self, const char *key)
{
  begin_container (self, key, '[', ']');
}

/**
 * zp_json_writer_end_array:
 * @self: a writer inside an array
 */
void
zp_json_writer_end_array (ZpJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * zp_json_writer_string:
 * @self: a writer
 * @key: (nullable): name of the member
 * @value: (nullable): the text; %NULL writes null
 *
 * Writes a text. Only what JSON demands is escaped; Chinese stays readable.
 */
void
zp_json_writer_string (ZpJsonWriter *self, const char *key, const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (may_add (self, key));
  g_return_if_fail (key == NULL || g_utf8_validate (key, -1, NULL));
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  begin_value (self, key);
  if (value == NULL)
    g_string_append (self->text, "null");
  else
    append_quoted (self->text, value);
}

/**
 * zp_json_writer_int:
 * @self: a writer
 * @key: (nullable): name of the member
 * @value: the number
 */
void
zp_json_writer_int (ZpJsonWriter *self, const char *key, gint64 value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  add_literal (self, key, text);
}

/**
 * zp_json_writer_raw_number:
 * @self: a writer
 * @key: (nullable): name of the member
 * @text: a number as JSON writes it, such as the text of a parsed number
 *
 * Writes a number by its text, so that 2.50 stays 2.50.
 */
void
zp_json_writer_raw_number (ZpJsonWriter *self, const char *key, const char *text)
{
  g_return_if_fail (text != NULL && (*text == '-' || g_ascii_isdigit (*text)));

  add_literal (self, key, text);
}

/**
 * zp_json_writer_boolean:
 * @self: a writer
 * @key: (nullable): name of the member
 * @value: the truth
 */
void
zp_json_writer_boolean (ZpJsonWriter *self, const char *key, gboolean value)
{
  add_literal (self, key, value ? "true" : "false");
}

/**
 * zp_json_writer_null:
 * @self: a writer
 * @key: (nullable): name of the member
 */
void
zp_json_writer_null (ZpJsonWriter *self, const char *key)
{
  add_literal (self, key, "null");
}

static void
add_container (ZpJsonWriter *self, const char *key, const ZpJson *value)
{
  gboolean is_object = value->kind == ZP_JSON_OBJECT;

  begin_container (self, key, is_object ? '{' : '[', is_object ? '}' : ']');
  for (const ZpJson *child = value->first; child != NULL; child = child->next)
    zp_json_writer_value (self, child->key, child);
  end_container (self, is_object ? '}' : ']');
}

/**
 * zp_json_writer_value:
 * @self: a writer
 * @key: (nullable): name of the member
 * @value: a parsed value; its own key is not looked at
 *
 * Copies a parsed value with all below it, numbers by their text. The stack grows with the nesting
 * of @value, which the reader's depth limit bounds.
 */
void
zp_json_writer_value (ZpJsonWriter *self, const char *key, const ZpJson *value)
{
  g_return_if_fail (value != NULL);

  switch (value->kind)
    {
    case ZP_JSON_NULL:
      zp_json_writer_null (self, key);
      break;
    case ZP_JSON_TRUE:
    case ZP_JSON_FALSE:
      zp_json_writer_boolean (self, key, value->kind == ZP_JSON_TRUE);
      break;
    case ZP_JSON_NUMBER:
      zp_json_writer_raw_number (self, key, value->text);
      break;
    case ZP_JSON_STRING:
      zp_json_writer_string (self, key, value->text);
      break;
    case ZP_JSON_ARRAY:
    case ZP_JSON_OBJECT:
      add_container (self, key, value);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * zp_json_writer_finish:
 * @self: a writer whose arrays and objects are all ended
 * @length: (out) (optional): bytes of the text
 *
 * Ends the text with a new line and hands it over; the writer is empty afterwards and may be used
 * for another text.
 *
 * Returns: (transfer full): the text
 */
char *
zp_json_writer_finish (ZpJsonWriter *self, gsize *length)
{
  GString *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->open->len == 0 && self->text->len > 0, NULL);

  text = self->text;
  self->text = g_string_new (NULL);
  self->is_empty = TRUE;
  g_string_append_c (text, '\n');
  if (length != NULL)
    *length = text->len;

  return g_string_free (text, FALSE);
}
