/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a PDF 1.5 file (ISO 32000-1, 7.5): streams as they come, all other objects packed into
 * object streams, and a cross-reference stream at the end. */
#include "export/zp-pdf-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/zp-exporter.h"

/* Objects in one object stream; readers unpack a whole one to get at any. */
#define MAX_PACKED 100

/* More effort makes a file a few parts in a hundred smaller, and takes longer than to lay it out.
 */
#define DEFLATE_LEVEL 1

/* Where an object stands: at an offset of the file, or as a member of an object stream. */
typedef struct
{
  gboolean packed;
  guint32 place; /* offset, or number of the object stream */
  guint16 index; /* in the object stream */
} Entry;

struct _ZpPdfFile
{
  GByteArray *bytes;
  GArray *entries; /* of Entry by number of the object; the first is not used */
  GString *packed_numbers;
  GString *packed_bodies;
  GArray *packed; /* of guint: objects waiting to be packed */
  GChecksum *identity;
  GError *error;
};

static void
append (ZpPdfFile *self, const char *text)
{
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) strlen (text));
}

/**
 * zp_pdf_file_new:
 *
 * Returns: (transfer full): a file with nothing but its first lines
 */
ZpPdfFile *
zp_pdf_file_new (void)
{
  ZpPdfFile *self = g_new0 (ZpPdfFile, 1);
  Entry unused = { 0 };

  self->bytes = g_byte_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->packed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->packed_numbers = g_string_new (NULL);
  self->packed_bodies = g_string_new (NULL);
  self->identity = g_checksum_new (G_CHECKSUM_MD5);
  g_array_append_val (self->entries, unused);
  /* Bytes over 127 tell programs that copy files that this is no text. */
  append (self, "%PDF-1.5\n%\xb5\xed\xae\xfb\n");
  return self;
}

/**
 * zp_pdf_file_free:
 *
 * Frees what was written so far.
 */
void
zp_pdf_file_free (ZpPdfFile *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_array_unref (self->entries);
  g_array_unref (self->packed);
  g_string_free (self->packed_numbers, TRUE);
  g_string_free (self->packed_bodies, TRUE);
  g_checksum_free (self->identity);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * zp_pdf_file_reserve:
 *
 * Returns: number for an object that others name before it is written
 */
guint
zp_pdf_file_reserve (ZpPdfFile *self)
{
  g_array_set_size (self->entries, self->entries->len + 1);
  return self->entries->len - 1;
}

static GBytes *
deflate (ZpPdfFile *self, gconstpointer data, gsize length)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, DEFLATE_LEVEL));
  /* As much as deflate can grow what it cannot shrink, and its frame. */
  gsize capacity = length + length / 1000 + 64;
  g_autofree guint8 *out = g_malloc (capacity);
  GConverterResult result = G_CONVERTER_ERROR;
  gsize read = 0;
  gsize written = 0;

  result = g_converter_convert (converter, data, length, out, capacity, G_CONVERTER_INPUT_AT_END,
                                &read, &written, self->error == NULL ? &self->error : NULL);
  if (result != G_CONVERTER_FINISHED && self->error == NULL)
    g_set_error (&self->error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER,
                 _ ("the PDF cannot be compressed"));

  return g_bytes_new_take (g_steal_pointer (&out), written);
}

/* The format ends with a sum of what was compressed (RFC 1950); with the length it stands for the
 * content, which would take long to go through once more. */
static void
identify (ZpPdfFile *self, const guint8 *start, gsize size)
{
  guint32 length = GUINT32_TO_BE ((guint32) size);
  gsize n_tail = MIN (size, 4);

  g_checksum_update (self->identity, (const guint8 *) &length, sizeof length);
  g_checksum_update (self->identity, start + size - n_tail, (gssize) n_tail);
}

static void
put_stream (ZpPdfFile *self, guint object, const char *dictionary, gconstpointer data, gsize length)
{
  g_autoptr (GBytes) packed = deflate (self, data, length);
  gsize size = 0;
  const guint8 *start = g_bytes_get_data (packed, &size);
  g_autofree char *head =
    g_strdup_printf ("%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT ">>\nstream\n",
                     object, dictionary, size);

  g_array_index (self->entries, Entry, object).place = self->bytes->len;
  append (self, head);
  identify (self, start, size);
  g_byte_array_append (self->bytes, start, (guint) size);
  append (self, "\nendstream\nendobj\n");
}

/**
 * zp_pdf_file_add_stream:
 * @dictionary: its entries but filter and length, without brackets
 * @data: uncompressed
 *
 * Returns: number of the new object
 */
guint
zp_pdf_file_add_stream (ZpPdfFile *self, const char *dictionary, gconstpointer data, gsize length)
{
  guint object = zp_pdf_file_reserve (self);

  put_stream (self, object, dictionary, data, length);
  return object;
}

static void
pack (ZpPdfFile *self)
{
  guint stream = 0;
  g_autofree char *dictionary = NULL;
  gsize first = self->packed_numbers->len;

  if (self->packed->len == 0)
    return;

  stream = zp_pdf_file_reserve (self);
  for (guint i = 0; i < self->packed->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, g_array_index (self->packed, guint, i));

      *entry = (Entry){ .packed = TRUE, .place = stream, .index = (guint16) i };
    }
  dictionary =
    g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, self->packed->len, first);
  g_string_append_len (self->packed_numbers, self->packed_bodies->str,
                       (gssize) self->packed_bodies->len);
  put_stream (self, stream, dictionary, self->packed_numbers->str, self->packed_numbers->len);
  g_string_truncate (self->packed_numbers, 0);
  g_string_truncate (self->packed_bodies, 0);
  g_array_set_size (self->packed, 0);
}

/**
 * zp_pdf_file_set:
 * @object: a reserved number
 * @body: the object in PDF syntax; anything but a stream
 */
void
zp_pdf_file_set (ZpPdfFile *self, guint object, const char *body)
{
  g_string_append_printf (self->packed_numbers, "%u %" G_GSIZE_FORMAT " ", object,
                          self->packed_bodies->len);
  g_string_append (self->packed_bodies, body);
  g_string_append_c (self->packed_bodies, '\n');
  g_array_append_val (self->packed, object);
  if (self->packed->len == MAX_PACKED)
    pack (self);
}

/**
 * zp_pdf_file_add:
 * @body: the object in PDF syntax; anything but a stream
 *
 * Returns: number of the new object
 */
guint
zp_pdf_file_add (ZpPdfFile *self, const char *body)
{
  guint object = zp_pdf_file_reserve (self);

  zp_pdf_file_set (self, object, body);
  return object;
}

static void
append_big_endian (GByteArray *out, guint64 value, guint n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    {
      guint8 byte = (guint8) (value >> (8 * (i - 1)));

      g_byte_array_append (out, &byte, 1);
    }
}

/* A row an object: kind, place, index or generation, in 1, 4 and 2 bytes. */
static GByteArray *
make_cross_references (const ZpPdfFile *self)
{
  GByteArray *rows = g_byte_array_new ();

  append_big_endian (rows, 0, 5);
  append_big_endian (rows, G_MAXUINT16, 2);
  for (guint i = 1; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      append_big_endian (rows, entry->packed ? 2 : 1, 1);
      append_big_endian (rows, entry->place, 4);
      append_big_endian (rows, entry->index, 2);
    }

  return rows;
}

/**
 * zp_pdf_file_finish:
 * @root: number of the catalog
 * @info: number of the document information
 *
 * Ends the file. Its identifier is made from its content, so that the same content is the same
 * file.
 *
 * Returns: (transfer full): the file, or %NULL with %ZP_EXPORT_ERROR_RENDER
 */
GBytes *
zp_pdf_file_finish (ZpPdfFile *self, guint root, guint info, GError **error)
{
  g_autoptr (GByteArray) rows = NULL;
  g_autoptr (GChecksum) identity = NULL;
  const char *id = NULL;
  g_autofree char *dictionary = NULL;
  g_autofree char *tail = NULL;
  guint object = 0;

  pack (self);
  identity = g_checksum_copy (self->identity);
  id = g_checksum_get_string (identity);
  object = zp_pdf_file_reserve (self);
  g_array_index (self->entries, Entry, object).place = self->bytes->len;
  rows = make_cross_references (self);
  dictionary = g_strdup_printf ("/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
                                self->entries->len, root, info, id, id);
  tail = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", self->bytes->len);
  put_stream (self, object, dictionary, rows->data, rows->len);
  append (self, tail);
  if (self->error == NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));

  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}
