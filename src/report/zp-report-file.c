/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report and the file it lives in. */
#include "report/zp-report-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/zp-digest.h"
#include "report/zp-report-file-private.h"

#define MAX_DEPTH 64
#define NANOSECONDS 1000000000
#define DIGEST_PREFIX "sha256:"
#define DIGEST_START ",\n  \"" ZP_DIGEST_MEMBER "\": \"" DIGEST_PREFIX

const ZpJsonLimits zp_report_limits = { .max_bytes = ZP_REPORT_MAX_BYTES, .max_depth = MAX_DEPTH };

/** zp_report_digest: (transfer full): SHA-256 over @length bytes, as the file keeps it. */
char *
zp_report_digest (const char *bytes, gsize length)
{
  g_autofree char *hex = zp_digest_of_bytes (bytes, length);

  return g_strconcat (DIGEST_PREFIX, hex, NULL);
}

/**
 * zp_report_digest_holds:
 * @root: what @bytes were parsed to
 *
 * Whether the digest at the end of a file is that of everything before it. A file without a digest
 * was made by other means; nothing can be said against it, unless it went through review: then it
 * had one.
 */
gboolean
zp_report_digest_holds (GBytes *bytes, const ZpJson *root)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *member = g_strrstr_len (text, (gssize) length, DIGEST_START);
  g_autofree char *digest = NULL;
  g_autofree char *ending = NULL;

  if (zp_json_get (root, ZP_DIGEST_MEMBER) == NULL)
    return zp_json_get (root, "review") == NULL && zp_json_get (root, "trail") == NULL;
  if (member == NULL)
    return FALSE;
  digest = zp_report_digest (text, (gsize) (member - text));
  ending = g_strconcat (DIGEST_START, digest + strlen (DIGEST_PREFIX), "\"\n}\n", NULL);
  return length - (gsize) (member - text) == strlen (ending) &&
         memcmp (member, ending, strlen (ending)) == 0;
}

/**
 * zp_report_units_id:
 *
 * What a cell that counts money in another unit than its block is called among the units: its id,
 * of a table without a row.
 *
 * Returns: (transfer full)
 */
char *
zp_report_units_id (const ZpPack *pack, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (pack, cell.block);

  if (block->kind != ZP_BLOCK_TABLE)
    return zp_pack_format_id (pack, cell);
  return g_strdup_printf ("%s.%s", block->key,
                          (const char *) g_ptr_array_index (block->columns, cell.column));
}

/** zp_report_block_money: (nullable): label of the unit that the money of @block is counted in. */
const char *
zp_report_block_money (const ZpBlock *block)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (block->cells, i);

      if (def != NULL && def->unit.kind == ZP_UNIT_MONEY)
        return def->unit.label;
    }
  return NULL;
}

/**
 * zp_report_file_create:
 * @pack: (transfer none): what the report consists of
 *
 * A new, empty report that is in no file yet.
 *
 * Returns: (transfer full): free with zp_report_file_free()
 */
ZpReportFile *
zp_report_file_create (ZpPack *pack)
{
  ZpReportFile *self = g_new0 (ZpReportFile, 1);

  self->report = zp_report_new (pack);
  self->migrated = g_ptr_array_new_with_free_func (g_free);
  self->unknown = zp_unknown_new ();
  self->intact = TRUE;
  return self;
}

/** zp_report_file_free: frees the report; its file stays. */
void
zp_report_file_free (ZpReportFile *self)
{
  g_clear_object (&self->report);
  g_clear_pointer (&self->unknown, zp_unknown_free);
  g_clear_pointer (&self->source, zp_json_doc_free);
  g_clear_pointer (&self->migrated, g_ptr_array_unref);
  g_free (self->read_only);
  g_free (self->digest);
  g_free (self->damaged);
  g_free (self->path);
  g_free (self);
}

static char *
digest_bytes (GBytes *bytes)
{
  return zp_digest_of_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is no report at all is told so: a line and a character that was expected there would help
 * nobody who picked the wrong file. Broken characters are left to the reader. */
static gboolean
could_be_report (const char *text, gsize length, GError **error)
{
  gsize start = 0;

  while (start < length && g_ascii_isspace (text[start]))
    start++;
  if (start < length && (text[start] == '{' || !g_ascii_isprint (text[start])))
    return TRUE;

  g_set_error_literal (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
                       length == 0 ? _ ("the file is empty; look for an earlier copy of it")
                                   : _ ("this is not a ziping report"));
  return FALSE;
}

/**
 * zp_report_file_open_bytes:
 * @store: where its pack is found
 * @pack: (nullable): the pack to read it with instead
 *
 * Reads a report from the bytes of its file.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_JSON_ERROR, %ZP_REPORT_ERROR or
 * %ZP_PACK_ERROR
 */
ZpReportFile *
zp_report_file_open_bytes (ZpPackStore *store, ZpPack *pack, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (ZpJsonDoc) doc = NULL;
  ZpReportFile *self = NULL;

  if (!could_be_report (text, length, error))
    return NULL;
  doc = zp_json_doc_parse (text, length, zp_report_limits, error);
  if (doc != NULL)
    self = zp_report_read (store, pack, doc, NULL, error);
  if (self == NULL)
    return NULL;
  self->source = g_steal_pointer (&doc);
  self->intact = zp_report_digest_holds (bytes, zp_json_doc_get_root (self->source));
  return self;
}

/**
 * zp_report_file_open:
 *
 * Opens a report. Every message names the file.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_FILE_ERROR, %ZP_JSON_ERROR, %ZP_REPORT_ERROR
 * or %ZP_PACK_ERROR
 */
ZpReportFile *
zp_report_file_open (ZpPackStore *store, const char *path, GError **error)
{
  ZpFileStamp stamp;
  g_autoptr (GBytes) bytes = zp_file_read (path, ZP_REPORT_MAX_BYTES, &stamp, error);
  ZpReportFile *self;

  if (bytes == NULL)
    return NULL;
  self = zp_report_file_open_bytes (store, NULL, bytes, error);
  if (self == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  self->path = g_strdup (path);
  self->stamp = stamp;
  self->digest = digest_bytes (bytes);
  return self;
}

static gboolean
has_stamp (const char *path, const ZpFileStamp *stamp)
{
  struct stat status;

  return g_stat (path, &status) == 0 && status.st_size == stamp->size &&
         status.st_ino == stamp->inode &&
         (gint64) status.st_mtim.tv_sec * NANOSECONDS + status.st_mtim.tv_nsec == stamp->mtime_ns;
}

/**
 * zp_report_file_is_on_disk:
 * @self: with a path
 *
 * Whether its file still holds what was read from it or saved to it. A file that was written anew
 * with the same content, as a backup or a shared folder does, is the same file: saving over it is
 * then allowed.
 */
gboolean
zp_report_file_is_on_disk (ZpReportFile *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  ZpFileStamp stamp;

  g_return_val_if_fail (self->path != NULL, FALSE);

  if (has_stamp (self->path, &self->stamp))
    return TRUE;
  bytes = zp_file_read (self->path, ZP_REPORT_MAX_BYTES, &stamp, NULL);
  digest = bytes != NULL ? digest_bytes (bytes) : NULL;
  if (digest == NULL || g_strcmp0 (digest, self->digest) != 0)
    return FALSE;
  self->stamp = stamp;
  return TRUE;
}

/**
 * zp_report_file_save:
 * @path: (nullable): where; %NULL for where it was read from
 *
 * Saves the report whole or not at all, keeping the mode of an old file. Saving over the file it
 * was read from refuses when somebody else changed that file meanwhile.
 *
 * Returns: FALSE with %ZP_FILE_ERROR, or %ZP_REPORT_ERROR_PACK when the report is only for reading
 */
gboolean
zp_report_file_save (ZpReportFile *self, const char *path, ZpFileFlags flags, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean same_file = path == NULL || g_strcmp0 (path, self->path) == 0;
  const char *target = path != NULL ? path : self->path;

  g_return_val_if_fail (target != NULL, FALSE);

  if (self->read_only != NULL)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_PACK, "%s: %s", target, self->read_only);
      return FALSE;
    }
  bytes = zp_report_file_to_bytes (self);
  if (!zp_file_write (target, bytes, flags, same_file && self->path != NULL ? &self->stamp : NULL,
                      &self->stamp, error))
    return FALSE;
  g_free (self->digest);
  self->digest = digest_bytes (bytes);
  zp_report_keep_trail (self->report);
  if (!same_file || self->path == NULL)
    {
      g_free (self->path);
      self->path = g_strdup (target);
    }
  return TRUE;
}
