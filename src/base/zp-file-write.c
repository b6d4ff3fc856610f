/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saves files so that the old content or the new one stands, never a mix. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/zp-file-private.h"

#define LOCK_WAIT_US (5 * G_TIME_SPAN_SECOND)
#define LOCK_RETRY_US (20 * G_TIME_SPAN_MILLISECOND)

/* One save. What @temporary names belongs to this save from the moment @owns_temporary is set. */
typedef struct
{
  const char *path;
  char *target;
  char *temporary;
  int fd;
  int folder_fd;
  gboolean owns_temporary;
  gboolean is_new;
  struct stat old;
} Save;

static gboolean
fail_saving (const Save *self, int number, GError **error)
{
  return zp_file_fail (self->path, ZP_FILE_ERROR_WRITE, error, _ ("cannot be saved: %s; %s"),
                       g_strerror (number), zp_file_find_advice (number));
}

/* Whether the temporary name still stands for the file behind @fd. */
static gboolean
is_named (int fd, const char *name)
{
  struct stat open_file = { 0 };
  struct stat named = { 0 };

  return fstat (fd, &open_file) == 0 && lstat (name, &named) == 0 &&
         open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino;
}

static void
save_clear (Save *self)
{
  if (self->owns_temporary && is_named (self->fd, self->temporary))
    unlink (self->temporary);

  zp_file_close_descriptor (&self->fd);
  zp_file_close_descriptor (&self->folder_fd);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->temporary, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
fail_exists (const Save *self, GError **error)
{
  return zp_file_fail (self->path, ZP_FILE_ERROR_EXISTS, error,
                       _ ("exists already; choose another name or allow replacing it"));
}

static gboolean
check_target (Save *self, ZpFileFlags flags, GError **error)
{
  self->is_new = stat (self->target, &self->old) != 0;
  if (self->is_new)
    return errno == ENOENT || fail_saving (self, errno, error);

  if (!zp_file_check_regular (self->path, self->old.st_mode, ZP_FILE_ERROR_WRITE, error))
    return FALSE;
  if (flags & ZP_FILE_CREATE_ONLY)
    return fail_exists (self, error);

  return faccessat (AT_FDCWD, self->target, W_OK, AT_EACCESS) == 0 ||
         fail_saving (self, errno, error);
}

static gboolean
find_target (Save *self, ZpFileFlags flags, GError **error)
{
  g_autofree char *folder = NULL;

  self->target = zp_file_resolve_target (self->path);
  if (self->target == NULL)
    return fail_saving (self, errno, error);
  if (!check_target (self, flags, error))
    return FALSE;

  self->temporary = zp_file_name_temporary (self->target);
  folder = g_path_get_dirname (self->target);
  self->folder_fd = TEMP_FAILURE_RETRY (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  return self->folder_fd >= 0 || fail_saving (self, errno, error);
}

/* A file system without locks counts as locked: is_named() then finds out later. */
static gboolean
lock_file (int fd)
{
  return TEMP_FAILURE_RETRY (flock (fd, LOCK_EX | LOCK_NB)) == 0 || errno != EWOULDBLOCK;
}

static int
open_leftover (const char *name)
{
  int flags = O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC;
  int fd = TEMP_FAILURE_RETRY (open (name, O_RDWR | flags));

  return fd < 0 && errno == EACCES ? TEMP_FAILURE_RETRY (open (name, O_RDONLY | flags)) : fd;
}

/* Removes the temporary file of a save that is not running any more. It is never written into: it
 * could by now be a second name of the document. */
static gboolean
clear_leftover (const Save *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->temporary);
  g_auto (ZpDescriptor) fd = open_leftover (self->temporary);

  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd >= 0 && (!lock_file (fd) || !is_named (fd, self->temporary)))
    return TRUE;
  if (fd >= 0 && unlink (self->temporary) == 0)
    return TRUE;

  return zp_file_fail (self->path, ZP_FILE_ERROR_WRITE, error,
                       _ ("cannot be saved: “%s” is in the way (%s); remove it"), shown,
                       g_strerror (errno));
}

/* Makes the temporary file and locks it; @owns_temporary stays unset when another save is faster.
 */
static gboolean
try_temporary (Save *self, GError **error)
{
  mode_t mode = self->is_new ? 0666 : self->old.st_mode & 0777;

  self->fd = TEMP_FAILURE_RETRY (
    open (self->temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (self->fd < 0 && errno == EEXIST)
    return clear_leftover (self, error);
  if (self->fd < 0)
    return fail_saving (self, errno, error);

  self->owns_temporary = lock_file (self->fd) && is_named (self->fd, self->temporary);
  if (!self->owns_temporary)
    zp_file_close_descriptor (&self->fd);

  return TRUE;
}

static gboolean
take_temporary (Save *self, GError **error)
{
  gint64 end = g_get_monotonic_time () + LOCK_WAIT_US;

  while (g_get_monotonic_time () < end)
    {
      if (!try_temporary (self, error))
        return FALSE;
      if (self->owns_temporary)
        return TRUE;
      g_usleep (LOCK_RETRY_US);
    }

  return zp_file_fail (self->path, ZP_FILE_ERROR_WRITE, error,
                       _ ("is being saved by another program; try again in a moment"));
}

static gboolean
write_fully (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (fd, bytes, length));

      if (n < 0)
        return FALSE;
      bytes += n;
      length -= n;
    }

  return TRUE;
}

static gboolean
keep_owner (const Save *self, const struct stat *status)
{
  if (status->st_uid == self->old.st_uid && status->st_gid == self->old.st_gid)
    return TRUE;

  return fchown (self->fd, self->old.st_uid, self->old.st_gid) == 0 ||
         fchown (self->fd, -1, self->old.st_gid) == 0;
}

/* File systems without owners or modes refuse this, and it is no reason to refuse the content. */
static void
keep_owner_and_mode (const Save *self)
{
  struct stat status = { 0 };

  if (self->is_new || fstat (self->fd, &status) != 0)
    return;
  if (!keep_owner (self, &status))
    g_debug ("%s: the owner is not kept", self->target);
  if (fchmod (self->fd, self->old.st_mode & 0777) != 0)
    g_debug ("%s: the mode is not kept", self->target);
}

static gboolean
write_temporary (const Save *self, GBytes *content, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (content, &length);

  if (!write_fully (self->fd, bytes, length))
    return fail_saving (self, errno, error);
  keep_owner_and_mode (self);

  return TEMP_FAILURE_RETRY (fsync (self->fd)) == 0 || fail_saving (self, errno, error);
}

static gboolean
check_unchanged (const Save *self, const ZpFileStamp *expected, GError **error)
{
  struct stat now = { 0 };

  if (expected == NULL)
    return TRUE;
  if (stat (self->target, &now) == 0 &&
      zp_file_stamp_equal (zp_file_stamp_from_stat (&now), *expected))
    return TRUE;

  return zp_file_fail (
    self->path, ZP_FILE_ERROR_CHANGED, error,
    _ ("was changed by another program since it was read; save under another name, or "
       "open it again"));
}

static gboolean
publish (Save *self, ZpFileFlags flags, GError **error)
{
  gboolean create_only = (flags & ZP_FILE_CREATE_ONLY) != 0;
  gboolean done = FALSE;

  if (!is_named (self->fd, self->temporary))
    return zp_file_fail (self->path, ZP_FILE_ERROR_WRITE, error,
                         _ ("is being saved by another program; try again in a moment"));

  done = create_only ? zp_file_rename_without_replacing (self->temporary, self->target)
                     : rename (self->temporary, self->target) == 0;
  if (!done && create_only && errno == EEXIST)
    return fail_exists (self, error);
  if (!done)
    return fail_saving (self, errno, error);

  self->owns_temporary = FALSE;
  return TRUE;
}

/* Some file systems cannot sync a folder and say EINVAL; their names are as safe as they get. */
static gboolean
sync_folder (const Save *self, GError **error)
{
  if (TEMP_FAILURE_RETRY (fsync (self->folder_fd)) == 0 || errno == EINVAL || errno == ENOTSUP)
    return TRUE;

  return zp_file_fail (self->path, ZP_FILE_ERROR_SYNC, error,
                       _ ("is saved, but perhaps not on the disk yet: %s; save again"),
                       g_strerror (errno));
}

/**
 * zp_file_write:
 * @path: name of the file; a link is followed and stays a link, also one that leads nowhere yet
 * @content: the whole content
 * @flags: whether an existing file may be replaced
 * @expected: (nullable): what the file looked like when it was read; %NULL replaces any content
 * @stamp: (out) (optional): what the file looks like after saving
 * @error: return location for a #ZpFileError
 *
 * Saves a file whole or not at all, at any moment the program, the system or the power may stop: a
 * temporary file beside it (`.NAME.ziping-part`) is written and synced, takes its place, and the
 * folder is synced. The mode of the old file is kept, its owner and group as far as allowed; a new
 * file follows the umask. A hard link is cut: the other name keeps the old content.
 *
 * Saves of the same file at the same time, in any programs, wait for each other for up to five
 * seconds, so that @expected is never outdated between its check and the replacing. A file that may
 * not be written to is refused although its folder would allow replacing it.
 *
 * On an error the old content stands, no temporary file stays, and @stamp is untouched. Only with
 * %ZP_FILE_ERROR_SYNC the new content is in place and @stamp is set. A program should ignore
 * SIGXFSZ, or a limit on the size of files kills it here instead of giving an error.
 *
 * Returns: whether the content is saved and on the disk
 */
gboolean
zp_file_write (const char *path,
               GBytes *content,
               ZpFileFlags flags,
               const ZpFileStamp *expected,
               ZpFileStamp *stamp,
               GError **error)
{
  g_auto (Save) save = { .path = path, .fd = -1, .folder_fd = -1 };
  struct stat status = { 0 };

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!find_target (&save, flags, error) || !take_temporary (&save, error) ||
      !write_temporary (&save, content, error))
    return FALSE;
  if (fstat (save.fd, &status) != 0)
    return fail_saving (&save, errno, error);
  if (!check_unchanged (&save, expected, error) || !publish (&save, flags, error))
    return FALSE;

  if (stamp != NULL)
    *stamp = zp_file_stamp_from_stat (&status);
  return sync_folder (&save, error);
}
