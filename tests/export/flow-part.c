/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads archives by their local headers, without the library that wrote them. */
#include "flow-part.h"

#include <string.h>

#define LOCAL_HEADER 0x04034B50
#define CENTRAL_HEADER 0x02014B50
#define CENTRAL_LENGTH 46
#define LOCAL_LENGTH 30
#define END_LENGTH 22

typedef struct
{
  char *name;
  guint method;
  gsize start;
  gsize packed;
} Entry;

static guint
read_number (const guint8 *bytes, guint n)
{
  guint value = 0;

  while (n-- > 0)
    value = (value << 8) | bytes[n];
  return value;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/* The directory stands at the end; neither writer leaves a comment behind it. */
static GPtrArray *
read_directory (const guint8 *bytes, gsize length)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  const guint8 *end = bytes + length - END_LENGTH;
  const guint8 *at = bytes + read_number (end + 16, 4);

  for (guint n = read_number (end + 10, 2); n > 0; n--)
    {
      Entry *entry = g_new0 (Entry, 1);
      const guint8 *local = bytes + read_number (at + 42, 4);
      guint name_length = read_number (at + 28, 2);

      g_assert_cmpuint (read_number (at, 4), ==, CENTRAL_HEADER);
      g_assert_cmpuint (read_number (local, 4), ==, LOCAL_HEADER);
      entry->name = g_strndup ((const char *) at + CENTRAL_LENGTH, name_length);
      entry->method = read_number (at + 10, 2);
      entry->packed = read_number (at + 20, 4);
      entry->start = (gsize) (local - bytes) + LOCAL_LENGTH + read_number (local + 26, 2) +
                     read_number (local + 28, 2);
      g_ptr_array_add (entries, entry);
      at += CENTRAL_LENGTH + name_length + read_number (at + 30, 2) + read_number (at + 32, 2);
    }

  return entries;
}

static char *
unpack (const guint8 *bytes, const Entry *entry)
{
  g_autoptr (GInputStream) packed =
    g_memory_input_stream_new_from_data (bytes + entry->start, (gssize) entry->packed, NULL);
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  if (entry->method == 0)
    return g_strndup ((const char *) bytes + entry->start, entry->packed);

  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

/* Returns: (transfer full): the text of a part that must be there */
char *
flow_part_read (GBytes *archive, const char *name)
{
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (archive, &length);
  g_autoptr (GPtrArray) entries = read_directory (bytes, length);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((Entry *) g_ptr_array_index (entries, i))->name, name))
      return unpack (bytes, g_ptr_array_index (entries, i));

  g_error ("there is no part %s", name);
}

/* Returns: (transfer full): the names of all parts, a blank behind each */
char *
flow_part_list (GBytes *archive)
{
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (archive, &length);
  g_autoptr (GPtrArray) entries = read_directory (bytes, length);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (list, "%s ", ((Entry *) g_ptr_array_index (entries, i))->name);

  return g_string_free (list, FALSE);
}

/* Returns: how often a text stands in another */
guint
flow_part_count (const char *text, const char *wanted)
{
  guint n = 0;

  for (const char *at = strstr (text, wanted); at != NULL; at = strstr (at + 1, wanted))
    n++;
  return n;
}
