/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which files an export would write, and which of them are there already. */
#include "session/zp-export-plan.h"

#include <gio/gio.h>
#include <string.h>

#define SUFFIX ".ziping"

/* After so many files of one name the last number is used again, and writing then refuses. */
#define MAX_NUMBER 999

/** zp_export_file_free: frees @self, not the file. */
void
zp_export_file_free (ZpExportFile *self)
{
  if (self == NULL)
    return;
  g_free (self->free_path);
  g_free (self->taken_path);
  g_free (self->error);
  g_free (self);
}

/**
 * zp_export_make_name:
 *
 * Returns: (transfer full): name of the files without extension: that of the report, or, while it
 *   has no file, its title
 */
char *
zp_export_make_name (ZpSession *session)
{
  const char *path = zp_session_get_path (session);
  char *name = path != NULL ? g_path_get_basename (path) : zp_session_get_title (session);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strdelimit (name, "/\\:*?\"<>|", '_');
}

static char *
build_path (const char *folder, const char *name, int number, const char *extension)
{
  g_autofree char *file = number > 1 ? g_strdup_printf ("%s (%d).%s", name, number, extension)
                                     : g_strdup_printf ("%s.%s", name, extension);

  return g_build_filename (folder, file, NULL);
}

static char *
find_free_path (const char *folder, const char *name, const char *extension)
{
  char *path = build_path (folder, name, 1, extension);

  for (int number = 2; number <= MAX_NUMBER && g_file_test (path, G_FILE_TEST_EXISTS); number++)
    {
      g_free (path);
      path = build_path (folder, name, number, extension);
    }
  return path;
}

static gint64
time_of (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL
           ? (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED)
           : 0;
}

/**
 * zp_export_file_new:
 * @name: without extension
 *
 * Returns: (transfer full): where @format would be written. A file that is there already is kept:
 *   the new one gets another name unless @replaces is set
 */
ZpExportFile *
zp_export_file_new (const char *folder, const char *name, const ZpExportFormat *format)
{
  ZpExportFile *self = g_new0 (ZpExportFile, 1);
  g_autofree char *plain = build_path (folder, name, 1, format->extension);

  self->format = format;
  self->free_path = find_free_path (folder, name, format->extension);
  if (g_file_test (plain, G_FILE_TEST_EXISTS))
    {
      self->taken_time = time_of (plain);
      self->taken_path = g_steal_pointer (&plain);
    }
  return self;
}

/** zp_export_file_get_path: where it is written: a free name, or the one that is taken and may go.
 */
const char *
zp_export_file_get_path (const ZpExportFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->replaces && self->taken_path != NULL ? self->taken_path : self->free_path;
}
