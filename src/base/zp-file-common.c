/* SPDX-License-Identifier: GPL-3.0-or-later
 * What reading and saving a file share: messages with advice, descriptors, stamps. */
#include "base/zp-file-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

G_DEFINE_QUARK (zp_file_error, zp_file_error)

static const struct
{
  int number;
  const char *text;
} advices[] = {
  { ENOENT, N_ ("check that the folder exists and the name is right") },
  { ENOTDIR, N_ ("check that the folder exists and the name is right") },
  { EACCES, N_ ("check the permissions of the file and of its folder") },
  { EPERM, N_ ("check the permissions of the file and of its folder") },
  { EROFS, N_ ("choose a place that can be written to") },
  { ENOSPC, N_ ("make room on the disk or choose another place") },
  { EDQUOT, N_ ("make room on the disk or choose another place") },
  { EFBIG, N_ ("raise the limit for the size of files or choose another place") },
  { EIO, N_ ("check the disk and choose another place") },
  { ENAMETOOLONG, N_ ("choose a shorter name") },
  { ELOOP, N_ ("remove the link that leads back to itself") },
};

const char *
zp_file_find_advice (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (advices); i++)
    if (advices[i].number == number)
      return _ (advices[i].text);

  return _ ("try again or choose another place");
}

gboolean
zp_file_fail (const char *path, ZpFileError code, GError **error, const char *format, ...)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, ZP_FILE_ERROR, code, _ ("“%s”: %s"), shown, reason);

  return FALSE;
}

ZpFileStamp
zp_file_stamp_from_stat (const struct stat *status)
{
  return (ZpFileStamp){
    .mtime_ns = status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec,
    .size = status->st_size,
    .inode = status->st_ino,
  };
}

gboolean
zp_file_stamp_equal (ZpFileStamp a, ZpFileStamp b)
{
  return a.mtime_ns == b.mtime_ns && a.size == b.size && a.inode == b.inode;
}

void
zp_file_close_descriptor (int *fd)
{
  int number = errno;

  if (*fd >= 0)
    close (*fd);
  *fd = -1;
  errno = number;
}

gboolean
zp_file_check_regular (const char *path, mode_t mode, ZpFileError code, GError **error)
{
  if (S_ISREG (mode))
    return TRUE;
  if (S_ISDIR (mode))
    return zp_file_fail (path, code, error, _ ("is a folder; name a file in it"));

  return zp_file_fail (path, code, error, _ ("is a device or a pipe, not a file; name a file"));
}
