/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads files with a limit. */
#include "base/zp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "base/zp-file-private.h"

#define FIRST_READ_BYTES 65536

static gboolean
fail_reading (const char *name, int number, GError **error)
{
  return zp_file_fail (name, ZP_FILE_ERROR_READ, error, _ ("cannot be read: %s; %s"),
                       g_strerror (number), zp_file_find_advice (number));
}

static gboolean
fail_size (const char *name, gsize max_bytes, GError **error)
{
  g_autofree char *allowed = g_format_size (max_bytes);

  return zp_file_fail (name, ZP_FILE_ERROR_SIZE, error,
                       _ ("is larger than the %s allowed; check that it is the right file"),
                       allowed);
}

/* Fills @buffer to its length or to the end of the file; tells how much that was, or -1. */
static gssize
read_fully (int fd, guint8 *buffer, gsize length)
{
  gsize done = 0;
  gssize n = 1;

  while (n > 0 && done < length)
    {
      n = TEMP_FAILURE_RETRY (read (fd, buffer + done, length - done));
      done += MAX (n, 0);
    }

  return n < 0 ? -1 : (gssize) done;
}

/* Reads to the end; one byte over @max_bytes is enough to know that it is too much. */
static gboolean
read_content (int fd, const char *name, gsize max_bytes, GByteArray *content, GError **error)
{
  gsize limit = MIN (max_bytes, (gsize) G_MAXUINT - 1) + 1;
  gsize room = MIN (limit, FIRST_READ_BYTES);
  gsize done = 0;
  gssize n = 0;

  for (; done < limit; room = MIN (limit - done, done))
    {
      g_byte_array_set_size (content, done + room);
      n = read_fully (fd, content->data + done, room);
      if (n < 0)
        return fail_reading (name, errno, error);
      done += n;
      if ((gsize) n < room)
        break;
    }

  g_byte_array_set_size (content, done);
  return done < limit || fail_size (name, max_bytes, error);
}

/**
 * zp_file_read_descriptor:
 * @fd: an open descriptor, such as standard input; stays open
 * @name: what messages call it
 * @max_bytes: largest content accepted
 * @error: return location for %ZP_FILE_ERROR_READ or %ZP_FILE_ERROR_SIZE
 *
 * Reads everything up to the end, from a pipe as well as from a file. Never keeps more than
 * @max_bytes and a byte in memory.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
GBytes *
zp_file_read_descriptor (int fd, const char *name, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) content = NULL;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  content = g_byte_array_new ();
  if (!read_content (fd, name, max_bytes, content, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * zp_file_read:
 * @path: name of a regular file or of a link to one
 * @max_bytes: largest file accepted
 * @stamp: (out) (optional): what the file looks like now, for zp_file_write()
 * @error: return location for %ZP_FILE_ERROR_READ or %ZP_FILE_ERROR_SIZE
 *
 * Reads a whole file. One that is too large is refused before anything of it is read; a folder, a
 * device or a pipe is refused without waiting; so is a file that changes meanwhile.
 *
 * Returns: (transfer full): the content, or %NULL with @error set and @stamp untouched
 */
GBytes *
zp_file_read (const char *path, gsize max_bytes, ZpFileStamp *stamp, GError **error)
{
  g_auto (ZpDescriptor) fd = -1;
  g_autoptr (GBytes) content = NULL;
  struct stat before = { 0 };
  struct stat after = { 0 };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Opening a pipe would wait for a writer, hence O_NONBLOCK. */
  fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (fd < 0 || fstat (fd, &before) != 0)
    return fail_reading (path, errno, error), NULL;
  if (!zp_file_check_regular (path, before.st_mode, ZP_FILE_ERROR_READ, error))
    return NULL;
  if ((guint64) before.st_size > max_bytes)
    return fail_size (path, max_bytes, error), NULL;

  content = zp_file_read_descriptor (fd, path, max_bytes, error);
  if (content == NULL)
    return NULL;
  if (fstat (fd, &after) != 0)
    return fail_reading (path, errno, error), NULL;
  if (!zp_file_stamp_equal (zp_file_stamp_from_stat (&before), zp_file_stamp_from_stat (&after)))
    return zp_file_fail (path, ZP_FILE_ERROR_READ, error,
                         _ ("changes while it is being read; try again in a moment")),
           NULL;

  if (stamp != NULL)
    *stamp = zp_file_stamp_from_stat (&after);
  return g_steal_pointer (&content);
}
