/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a save really goes: links followed, the name beside it, and taking the place. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/zp-digest.h"
#include "base/zp-file-private.h"

#define MAX_LINKS 40

/* A longer name is replaced by its checksum in the name of the temporary file, since a name may
 * have 255 bytes, in some encrypted folders 143. */
#define MAX_READABLE_NAME 100

/* The name in its real folder, for a file that does not exist yet; sets errno. */
static char *
resolve_new (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *real = realpath (folder, NULL);

  return real == NULL ? NULL : g_build_filename (real, name, NULL);
}

static char *
follow_link (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *content = g_file_read_link (path, NULL);

  if (content == NULL || g_path_is_absolute (content))
    return g_steal_pointer (&content);

  return g_build_filename (folder, content, NULL);
}

/**
 * zp_file_resolve_target:
 *
 * Where saving to @path really goes: links are kept, also one whose target does not exist yet.
 *
 * Returns: (transfer full) (nullable): %NULL with errno set
 */
char *
zp_file_resolve_target (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      char *real = realpath (at, NULL);
      char *next = NULL;

      if (real != NULL || errno != ENOENT)
        return real;
      next = follow_link (at);
      if (next == NULL)
        return resolve_new (at);
      g_free (at);
      at = next;
    }

  errno = ELOOP;
  return NULL;
}

/**
 * zp_file_name_temporary:
 *
 * The name is fixed, so that whatever an interrupted save leaves is found by the next one.
 *
 * Returns: (transfer full): beside @target
 */
char *
zp_file_name_temporary (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *hidden = NULL;

  if (strlen (name) > MAX_READABLE_NAME)
    {
      char *checksum = zp_digest_of_text (name);

      g_free (name);
      name = checksum;
    }
  hidden = g_strdup_printf (".%s.ziping-part", name);

  return g_build_filename (folder, hidden, NULL);
}

/**
 * zp_file_rename_without_replacing:
 *
 * File systems without RENAME_NOREPLACE mostly have link(), which does not replace either. Where
 * both are missing (some network folders), only a look before is left.
 *
 * Returns: FALSE with errno set
 */
gboolean
zp_file_rename_without_replacing (const char *from, const char *to)
{
  struct stat status = { 0 };

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
    return FALSE;
  if (link (from, to) == 0)
    {
      unlink (from);
      return TRUE;
    }
  if (errno == EEXIST || lstat (to, &status) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }

  return rename (from, to) == 0;
}
