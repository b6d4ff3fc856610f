/* SPDX-License-Identifier: GPL-3.0-or-later
 * A ZIP archive in memory, over libzip. */
#include "base/zp-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#define COMPRESSION_LEVEL 6

/* 1980-01-01 00:00, the earliest time a ZIP archive knows. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)
#define DOS_TIME 0

G_DEFINE_QUARK (zp_zip_error, zp_zip_error)

typedef struct
{
  char *name;
  GBytes *content;
} Part;

struct _ZpZipWriter
{
  GPtrArray *parts;
};

typedef struct zip Archive;
typedef struct zip_source Source;

/* zip_discard() is for archives that zip_close() did not close. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, zip_source_free)

static void
part_free (Part *self)
{
  g_free (self->name);
  g_bytes_unref (self->content);
  g_free (self);
}

static gboolean
fail (const char *name, zip_error_t *zip_error, GError **error)
{
  if (name == NULL)
    g_set_error (error, ZP_ZIP_ERROR, ZP_ZIP_ERROR_WRITE, _ ("the archive cannot be made: %s"),
                 zip_error_strerror (zip_error));
  else
    g_set_error (error, ZP_ZIP_ERROR, ZP_ZIP_ERROR_WRITE,
                 _ ("“%s” cannot be put into the archive: %s"), name,
                 zip_error_strerror (zip_error));

  return FALSE;
}

/* The archive borrows the bytes of the part until it is closed. */
static gboolean
add_part (Archive *archive, const Part *part, GError **error)
{
  gsize length = 0;
  gconstpointer bytes = g_bytes_get_data (part->content, &length);
  Source *source = zip_source_buffer (archive, bytes, length, 0);
  zip_int64_t index = -1;

  if (source == NULL)
    return fail (part->name, zip_get_error (archive), error);

  index = zip_file_add (archive, part->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return fail (part->name, zip_get_error (archive), error);
    }

  /* Not zip_file_set_mtime(), which stores the local time and so depends on the time zone. */
  if (zip_file_set_dostime (archive, index, DOS_TIME, DOS_DATE, 0) != 0 ||
      zip_set_file_compression (archive, index, ZIP_CM_DEFLATE, COMPRESSION_LEVEL) != 0)
    return fail (part->name, zip_get_error (archive), error);

  return TRUE;
}

static gboolean
write_archive (ZpZipWriter *self, Source *source, GError **error)
{
  zip_error_t zip_error = { 0 };
  g_autoptr (Archive) archive = zip_open_from_source (source, ZIP_TRUNCATE, &zip_error);

  if (archive == NULL)
    return fail (NULL, &zip_error, error);

  /* The archive frees the source when it is closed or discarded; this keeps it for its reader. */
  zip_source_keep (source);
  for (guint i = 0; i < self->parts->len; i++)
    if (!add_part (archive, self->parts->pdata[i], error))
      return FALSE;
  if (zip_close (archive) != 0)
    return fail (NULL, zip_get_error (archive), error);
  archive = NULL;

  return TRUE;
}

static GBytes *
read_source (Source *source, GError **error)
{
  g_autofree char *bytes = NULL;
  zip_stat_t status;
  zip_int64_t n = -1;

  zip_stat_init (&status);
  if (zip_source_stat (source, &status) != 0 || zip_source_open (source) != 0)
    return fail (NULL, zip_source_error (source), error), NULL;

  bytes = g_malloc (status.size);
  n = zip_source_read (source, bytes, status.size);
  if (n < 0 || (zip_uint64_t) n != status.size)
    fail (NULL, zip_source_error (source), error);
  zip_source_close (source);
  if (n < 0 || (zip_uint64_t) n != status.size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&bytes), status.size);
}

/**
 * zp_zip_writer_new:
 *
 * Returns: (transfer full): an archive without parts
 */
ZpZipWriter *
zp_zip_writer_new (void)
{
  ZpZipWriter *self = g_new0 (ZpZipWriter, 1);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  return self;
}

/**
 * zp_zip_writer_free:
 * @self: (nullable) (transfer full): an archive
 */
void
zp_zip_writer_free (ZpZipWriter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * zp_zip_writer_add:
 * @self: an archive
 * @name: name of the part in UTF-8, with `/` between folders, not used before
 * @content: its bytes
 *
 * Puts a part behind those added before. A name used twice is an error of zp_zip_writer_finish().
 */
void
zp_zip_writer_add (ZpZipWriter *self, const char *name, GBytes *content)
{
  Part *part = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL));
  g_return_if_fail (content != NULL);

  part = g_new0 (Part, 1);
  part->name = g_strdup (name);
  part->content = g_bytes_ref (content);
  g_ptr_array_add (self->parts, part);
}

/**
 * zp_zip_writer_finish:
 * @self: an archive with at least one part
 * @error: return location for %ZP_ZIP_ERROR_WRITE
 *
 * Packs the parts in the order they were added, each dated 1980-01-01, so that the same parts give
 * the same bytes at any time and in any time zone.
 *
 * Returns: (transfer full): the archive, or %NULL with @error set
 */
GBytes *
zp_zip_writer_finish (ZpZipWriter *self, GError **error)
{
  g_autoptr (Source) source = NULL;
  zip_error_t zip_error = { 0 };

  g_return_val_if_fail (self != NULL && self->parts->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = zip_source_buffer_create (NULL, 0, 0, &zip_error);
  if (source == NULL)
    return fail (NULL, &zip_error, error), NULL;
  if (!write_archive (self, source, error))
    return NULL;

  return read_source (source, error);
}
