/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fonts for tests: an installed one under another name, with other rights (OpenType, tables name
 * and OS/2). */
#include "font-maker.h"

#include <string.h>

#define HEADER_SIZE 12
#define ENTRY_SIZE 16
#define RECORD_SIZE 12
#define RIGHTS_OFFSET 8

static const guint16 name_ids[] = { 1, 2, 4, 6 };

static guint
read_number (const guint8 *bytes, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | bytes[i];
  return number;
}

static void
append_number (GByteArray *bytes, guint number, guint n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    {
      guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_utf16 (GByteArray *bytes, const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    append_number (bytes, units[i], 2);
}

static const char *
get_name (guint16 id, const char *family)
{
  if (id == 2)
    return "Regular";
  return id == 6 ? "ZpTest" : family;
}

/* Version 0, names for Windows in English. */
static GByteArray *
make_names (const char *family)
{
  GByteArray *table = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  guint n_names = G_N_ELEMENTS (name_ids);

  append_number (table, 0, 2);
  append_number (table, n_names, 2);
  append_number (table, 6 + n_names * RECORD_SIZE, 2);
  for (guint i = 0; i < n_names; i++)
    {
      guint start = texts->len;

      append_utf16 (texts, get_name (name_ids[i], family));
      append_number (table, 3, 2);
      append_number (table, 1, 2);
      append_number (table, 0x409, 2);
      append_number (table, name_ids[i], 2);
      append_number (table, texts->len - start, 2);
      append_number (table, start, 2);
    }
  g_byte_array_append (table, texts->data, texts->len);
  return table;
}

static GByteArray *
make_table (const guint8 *font, const guint8 *entry, const char *family, guint16 rights)
{
  GByteArray *table = NULL;

  if (memcmp (entry, "name", 4) == 0)
    return make_names (family);

  table = g_byte_array_new ();
  g_byte_array_append (table, font + read_number (entry + 8, 4), read_number (entry + 12, 4));
  if (memcmp (entry, "OS/2", 4) == 0)
    {
      table->data[RIGHTS_OFFSET] = (guint8) (rights >> 8);
      table->data[RIGHTS_OFFSET + 1] = (guint8) rights;
    }
  return table;
}

/**
 * font_maker_write:
 * @source: an OpenType font
 * @rights: value of fsType
 *
 * Writes a copy of a font that has another family and other rights of embedding.
 */
void
font_maker_write (const char *source, const char *family, guint16 rights, const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) body = g_byte_array_new ();
  const guint8 *font = NULL;
  guint n_tables = 0;

  g_assert_true (g_file_get_contents (source, &bytes, NULL, NULL));
  font = (const guint8 *) bytes;
  n_tables = read_number (font + 4, 2);
  g_byte_array_append (head, font, HEADER_SIZE);
  for (guint i = 0; i < n_tables; i++)
    {
      const guint8 *entry = font + HEADER_SIZE + i * ENTRY_SIZE;
      g_autoptr (GByteArray) table = make_table (font, entry, family, rights);

      g_byte_array_append (head, entry, 8);
      append_number (head, HEADER_SIZE + n_tables * ENTRY_SIZE + body->len, 4);
      append_number (head, table->len, 4);
      g_byte_array_append (body, table->data, table->len);
      append_number (body, 0, (4 - body->len % 4) % 4);
    }
  g_byte_array_append (head, body->data, body->len);
  g_assert_true (g_file_set_contents (path, (const char *) head->data, head->len, NULL));
}

/**
 * font_maker_write_config:
 *
 * Returns: (transfer full): path of settings by which fontconfig knows the fonts of @folder alone
 */
char *
font_maker_write_config (const char *folder)
{
  char *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *text = g_strdup_printf (
    "<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>", folder, folder);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}
