/* SPDX-License-Identifier: GPL-3.0-or-later
 * Unsaved work kept on the disk: batches appended as they are done, read back after a crash. */
#include "journal/zp-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/zp-digest.h"
#include "base/zp-file.h"
#include "journal/zp-recovery-record-private.h"

/* More unsaved work than this is no work of a person. */
#define MAX_BYTES (256 * 1024 * 1024)

#define NAME_DIGITS 32
#define NAME_ENDING ".journal"

G_DEFINE_QUARK (zp_recovery_error, zp_recovery_error)

/* @length: bytes of whole records; @n_batches: how many of them are batches. */
struct _ZpRecovery
{
  char *path;
  int fd;
  gsize length;
  guint n_batches;
};

static gboolean
fail (const char *path, ZpRecoveryError code, GError **error, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, ZP_RECOVERY_ERROR, (int) code, _ ("“%s”: %s"), shown, reason);
  return FALSE;
}

static gboolean
fail_writing (const char *path, int number, GError **error)
{
  g_autofree char *reason = g_strdup_printf (
    _ ("unsaved work cannot be kept here: %s; save the document soon"), g_strerror (number));

  return fail (path, ZP_RECOVERY_ERROR_WRITE, error, reason);
}

static char *
default_folder (const char *folder)
{
  if (folder != NULL)
    return g_strdup (folder);
  return g_build_filename (g_get_user_state_dir (), "ziping", "recovery", NULL);
}

static char *
path_for_document (const char *folder, const char *document)
{
  g_autofree char *sum = zp_digest_of_text (document);
  g_autofree char *name = NULL;

  sum[NAME_DIGITS] = '\0';
  name = g_strconcat (sum, NAME_ENDING, NULL);
  return g_build_filename (folder, name, NULL);
}

static gboolean
lock (int fd)
{
  return TEMP_FAILURE_RETRY (flock (fd, LOCK_EX | LOCK_NB)) == 0;
}

static gboolean
is_in_use (const char *path)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  gboolean in_use = fd >= 0 && !lock (fd);

  if (fd >= 0)
    close (fd);
  return in_use;
}

static gboolean
fail_existing (const char *path, GError **error)
{
  if (is_in_use (path))
    return fail (path, ZP_RECOVERY_ERROR_IN_USE, error,
                 _ ("this document is open in another program; close it there first"));
  return fail (path, ZP_RECOVERY_ERROR_LEFT, error,
               _ ("unsaved work of this document was left; take it over or throw it away first"));
}

/* A record that was written in part is taken back, or the next one would stand behind rubbish. */
static gboolean
write_line (ZpRecovery *self, const char *line, GError **error)
{
  gsize length = strlen (line);
  gssize written = TEMP_FAILURE_RETRY (write (self->fd, line, length));
  int number = written < 0 ? errno : ENOSPC;

  if (written == (gssize) length)
    {
      self->length += length;
      return TRUE;
    }
  if (TEMP_FAILURE_RETRY (ftruncate (self->fd, (off_t) self->length)) != 0)
    number = errno;
  return fail_writing (self->path, number, error);
}

static void
sync_folder (const char *folder)
{
  int fd = TEMP_FAILURE_RETRY (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static ZpRecovery *
recovery_new (const char *path, int fd)
{
  ZpRecovery *self = g_new0 (ZpRecovery, 1);

  self->path = g_strdup (path);
  self->fd = fd;
  return self;
}

static ZpRecovery *
create_file (const char *path, GError **error)
{
  int flags = O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  int fd = TEMP_FAILURE_RETRY (open (path, flags, 0600));

  if (fd < 0 && errno == EEXIST)
    fail_existing (path, error);
  else if (fd < 0)
    fail_writing (path, errno, error);
  else if (lock (fd))
    return recovery_new (path, fd);
  else
    {
      fail_existing (path, error);
      close (fd);
    }
  return NULL;
}

/**
 * zp_recovery_create:
 * @folder: (nullable): where; made for the user alone when it is missing. %NULL for
 *   `$XDG_STATE_HOME/ziping/recovery`
 * @document: path of the document, or any other name that tells it from others
 *
 * Begins to keep the unsaved work of a document in a file of its own that only the user can read.
 * The file is on the disk when this returns. As long as it is open no other program can keep work
 * of the same document.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_RECOVERY_ERROR_IN_USE,
 * %ZP_RECOVERY_ERROR_LEFT or %ZP_RECOVERY_ERROR_WRITE
 */
ZpRecovery *
zp_recovery_create (const char *folder, const char *document, GError **error)
{
  g_autofree char *place = default_folder (folder);
  g_autofree char *path = NULL;
  g_autofree char *header = NULL;
  g_autoptr (ZpRecovery) self = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  path = path_for_document (place, document);
  if (g_mkdir_with_parents (place, 0700) != 0)
    {
      fail_writing (place, errno, error);
      return NULL;
    }
  self = create_file (path, error);
  if (self == NULL)
    return NULL;

  header = zp_recovery_header_to_line (document);
  if (!write_line (self, header, error) || !zp_recovery_sync (self, error))
    {
      zp_recovery_discard (self);
      return NULL;
    }
  sync_folder (place);
  return g_steal_pointer (&self);
}

static gboolean
read_records (const char *path, ZpRecords *records, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = zp_file_read (path, MAX_BYTES, NULL, &reason);

  if (bytes == NULL)
    {
      g_set_error_literal (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_READ, reason->message);
      return FALSE;
    }
  if (zp_records_read (records, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &reason))
    return TRUE;
  return fail (path, ZP_RECOVERY_ERROR_READ, error, reason->message);
}

/* What was cut off while it was written goes, so that the next record stands behind a whole one. */
static gboolean
continue_after_records (ZpRecovery *self, GError **error)
{
  g_auto (ZpRecords) records = { 0 };

  if (!read_records (self->path, &records, error))
    return FALSE;
  self->length = records.length;
  self->n_batches = records.batches->len;
  if (TEMP_FAILURE_RETRY (ftruncate (self->fd, (off_t) self->length)) != 0)
    return fail_writing (self->path, errno, error);
  return TRUE;
}

/**
 * zp_recovery_resume:
 * @path: one of zp_recovery_list()
 *
 * Takes over a file of unsaved work that was left: what is done from now on is appended to it, so
 * that the work of before stays safe until the document is saved. What it holds is read with
 * zp_recovery_read().
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_RECOVERY_ERROR_IN_USE,
 * %ZP_RECOVERY_ERROR_READ or %ZP_RECOVERY_ERROR_WRITE
 */
ZpRecovery *
zp_recovery_resume (const char *path, GError **error)
{
  g_autoptr (ZpRecovery) self = NULL;
  int fd =
    TEMP_FAILURE_RETRY (open (path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));

  if (fd < 0)
    {
      fail (path, ZP_RECOVERY_ERROR_READ, error, g_strerror (errno));
      return NULL;
    }
  self = recovery_new (path, fd);
  if (!lock (fd))
    {
      fail_existing (path, error);
      return NULL;
    }
  return continue_after_records (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * zp_recovery_append:
 *
 * Appends what was just done, in one write. It survives the end of this program at once, and a
 * power cut after zp_recovery_sync(), which the caller calls within a second.
 *
 * Returns: FALSE with %ZP_RECOVERY_ERROR_WRITE; what was appended before stands
 */
gboolean
zp_recovery_append (ZpRecovery *self, const ZpBatch *batch, GError **error)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (self != NULL && batch != NULL, FALSE);

  line = zp_recovery_batch_to_line (batch, self->n_batches + 1);
  if (!write_line (self, line, error))
    return FALSE;
  self->n_batches++;
  return TRUE;
}

/** zp_recovery_sync: waits until all that was appended is on the disk. FALSE with
 * %ZP_RECOVERY_ERROR_WRITE. */
gboolean
zp_recovery_sync (ZpRecovery *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return TEMP_FAILURE_RETRY (fdatasync (self->fd)) == 0 || fail_writing (self->path, errno, error);
}

/**
 * zp_recovery_discard:
 *
 * Removes the file: the document was saved, or the work is not wanted. Nothing may be appended
 * afterwards; @self still has to be closed.
 */
void
zp_recovery_discard (ZpRecovery *self)
{
  g_return_if_fail (self != NULL);

  g_unlink (self->path);
}

/** zp_recovery_close: frees @self; the file stays unless it was discarded. */
void
zp_recovery_close (ZpRecovery *self)
{
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/** zp_recovery_get_path: (transfer none): where the unsaved work is kept. */
const char *
zp_recovery_get_path (const ZpRecovery *self)
{
  return self->path;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * zp_recovery_list:
 * @folder: (nullable): as for zp_recovery_create()
 *
 * Unsaved work that was left: files that no running program holds.
 *
 * Returns: (transfer full): paths, %NULL-terminated, in a fixed order
 */
char **
zp_recovery_list (const char *folder)
{
  g_autofree char *place = default_folder (folder);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (g_str_has_suffix (name, NAME_ENDING) && !is_in_use (path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/**
 * zp_recovery_read:
 * @path: one of zp_recovery_list()
 * @document: (out) (transfer full) (optional): the document it belongs to
 *
 * Reads back what was done. A last record that was cut off while it was written is left out.
 *
 * Returns: (transfer full) (nullable): of #ZpBatch, in the order they were done; %NULL with
 *   %ZP_RECOVERY_ERROR_READ
 */
GPtrArray *
zp_recovery_read (const char *path, char **document, GError **error)
{
  g_auto (ZpRecords) records = { 0 };

  if (!read_records (path, &records, error))
    return NULL;
  if (document != NULL)
    *document = g_steal_pointer (&records.document);
  return g_steal_pointer (&records.batches);
}
