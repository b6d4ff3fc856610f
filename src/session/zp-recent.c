/* SPDX-License-Identifier: GPL-3.0-or-later
 * The reports opened last: a small file of keys in the user's state folder. */
#include "session/zp-recent.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define NAME "recent.ini"
#define GROUP "report"
#define MAX_REPORTS 10
#define MAX_BYTES (256 * 1024)

/** zp_recent_report_free: frees @self. */
void
zp_recent_report_free (ZpRecentReport *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->title);
  g_free (self->place);
  g_free (self);
}

static void
free_report (gpointer data)
{
  zp_recent_report_free (data);
}

static char *
default_folder (const char *folder)
{
  if (folder != NULL)
    return g_strdup (folder);
  return g_build_filename (g_get_user_state_dir (), "ziping", NULL);
}

static char *
path_in (const char *folder)
{
  g_autofree char *place = default_folder (folder);

  return g_build_filename (place, NAME, NULL);
}

/* A list that cannot be read is an empty one: it holds nothing that cannot be opened again. */
static GKeyFile *
read_keys (const char *folder)
{
  g_autofree char *path = path_in (folder);
  g_autoptr (GBytes) bytes = zp_file_read (path, MAX_BYTES, NULL, NULL);
  GKeyFile *keys = g_key_file_new ();

  if (bytes != NULL)
    g_key_file_load_from_bytes (keys, bytes, G_KEY_FILE_NONE, NULL);
  return keys;
}

static guint
read_count (GKeyFile *keys, const char *group, const char *key)
{
  return (guint) MAX (0, g_key_file_get_integer (keys, group, key, NULL));
}

static ZpRecentReport *
read_report (GKeyFile *keys, const char *group)
{
  g_autofree char *uri = g_key_file_get_string (keys, group, "uri", NULL);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  ZpRecentReport *report;

  if (path == NULL)
    return NULL;
  report = g_new0 (ZpRecentReport, 1);
  report->title = g_key_file_get_string (keys, group, "title", NULL);
  if (report->title == NULL)
    report->title = g_path_get_basename (path);
  report->place = g_key_file_get_string (keys, group, "place", NULL);
  report->time = g_key_file_get_int64 (keys, group, "time", NULL);
  report->errors = read_count (keys, group, "errors");
  report->warnings = read_count (keys, group, "warnings");
  report->missing = read_count (keys, group, "missing");
  report->is_there = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  report->path = g_steal_pointer (&path);
  return report;
}

/**
 * zp_recent_list:
 * @folder: (nullable): where the list is kept; %NULL for `$XDG_STATE_HOME/ziping`
 *
 * Returns: (transfer full): of #ZpRecentReport, the latest first
 */
GPtrArray *
zp_recent_list (const char *folder)
{
  g_autoptr (GKeyFile) keys = read_keys (folder);
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  GPtrArray *reports = g_ptr_array_new_with_free_func (free_report);

  for (guint i = 0; groups[i] != NULL && reports->len < MAX_REPORTS; i++)
    {
      ZpRecentReport *report = read_report (keys, groups[i]);

      if (report != NULL)
        g_ptr_array_add (reports, report);
    }
  return reports;
}

static void
write_report (GKeyFile *keys, guint number, const ZpRecentReport *report)
{
  g_autofree char *group = g_strdup_printf (GROUP " %u", number);
  g_autofree char *uri = g_filename_to_uri (report->path, NULL, NULL);

  if (uri == NULL)
    return;
  g_key_file_set_string (keys, group, "uri", uri);
  if (report->title != NULL)
    g_key_file_set_string (keys, group, "title", report->title);
  if (report->place != NULL)
    g_key_file_set_string (keys, group, "place", report->place);
  g_key_file_set_int64 (keys, group, "time", report->time);
  g_key_file_set_integer (keys, group, "errors", (int) report->errors);
  g_key_file_set_integer (keys, group, "warnings", (int) report->warnings);
  g_key_file_set_integer (keys, group, "missing", (int) report->missing);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *place = default_folder (folder);

  if (g_mkdir_with_parents (place, 0700) == 0)
    return TRUE;
  g_set_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_WRITE, "“%s”: %s", place, g_strerror (errno));
  return FALSE;
}

static gboolean
write_keys (const char *folder, GKeyFile *keys, GError **error)
{
  g_autofree char *path = path_in (folder);
  gsize length;
  char *text = g_key_file_to_data (keys, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

  return make_folder (folder, error) &&
         zp_file_write (path, bytes, ZP_FILE_REPLACE, NULL, NULL, error);
}

/* @first: (nullable): goes before the others; @without: the path that is left out of them. */
static gboolean
write_list (const char *folder, const ZpRecentReport *first, const char *without, GError **error)
{
  g_autoptr (GPtrArray) reports = zp_recent_list (folder);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  guint n_written = 0;

  if (first != NULL)
    write_report (keys, n_written++, first);
  for (guint i = 0; i < reports->len && n_written < MAX_REPORTS; i++)
    {
      const ZpRecentReport *report = g_ptr_array_index (reports, i);

      if (!g_str_equal (report->path, without))
        write_report (keys, n_written++, report);
    }
  return write_keys (folder, keys, error);
}

/**
 * zp_recent_add:
 * @folder: (nullable): as for zp_recent_list()
 * @report: with an absolute path; stands first from now on
 *
 * Returns: FALSE with %ZP_FILE_ERROR
 */
gboolean
zp_recent_add (const char *folder, const ZpRecentReport *report, GError **error)
{
  g_return_val_if_fail (report != NULL && report->path != NULL, FALSE);

  return write_list (folder, report, report->path, error);
}

/** zp_recent_remove: takes a report out of the list; the file stays. FALSE with %ZP_FILE_ERROR. */
gboolean
zp_recent_remove (const char *folder, const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return write_list (folder, NULL, path, error);
}

/** zp_recent_find: (transfer full) (nullable): what is remembered of the report at @path. */
ZpRecentReport *
zp_recent_find (const char *folder, const char *path)
{
  g_autoptr (GPtrArray) reports = zp_recent_list (folder);

  g_return_val_if_fail (path != NULL, NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      const ZpRecentReport *report = g_ptr_array_index (reports, i);

      if (g_str_equal (report->path, path))
        return g_ptr_array_steal_index (reports, i);
    }
  return NULL;
}
