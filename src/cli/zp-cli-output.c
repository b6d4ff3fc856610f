/* SPDX-License-Identifier: GPL-3.0-or-later
 * Results on stdout and messages on stderr, in UTF-8 whatever the locale says. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/zp-cli.h"
#include "review/zp-anchor.h"

/** zp_cli_print_bytes: writes a result as it is. */
void
zp_cli_print_bytes (const char *bytes, gsize length)
{
  fwrite (bytes, 1, length, stdout);
}

/** zp_cli_print: writes a result. g_print() would turn Chinese into question marks in the C locale.
 */
void
zp_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  zp_cli_print_bytes (text, strlen (text));
}

/** zp_cli_print_json: writes what @json holds, which is complete. */
void
zp_cli_print_json (ZpJsonWriter *json)
{
  g_autofree char *text = NULL;
  gsize length;

  text = zp_json_writer_finish (json, &length);
  zp_cli_print_bytes (text, length);
}

/** zp_cli_message: writes one message, with the name of the program in front. */
void
zp_cli_message (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "ziping-cli: %s\n", text);
}

/** zp_cli_fail: writes the message of @error and returns %ZP_EXIT_NOT_DONE. */
ZpExit
zp_cli_fail (const GError *error)
{
  zp_cli_message ("%s", error->message);
  return ZP_EXIT_NOT_DONE;
}

/** zp_cli_finish: what the process returns: a result that could not be written was not given. */
ZpExit
zp_cli_finish (ZpExit exit_code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit_code;
  zp_cli_message (_ ("the result cannot be written: %s"), g_strerror (errno));
  return ZP_EXIT_NOT_DONE;
}

/**
 * zp_cli_open:
 *
 * Opens a report and says on stderr what a person should know about it.
 *
 * Returns: (transfer full) (nullable)
 */
ZpReportFile *
zp_cli_open (ZpPackStore *store, const char *path, GError **error)
{
  ZpReportFile *file = zp_report_file_open (store, path, error);

  if (file == NULL)
    return NULL;
  if (!file->intact)
    zp_cli_message (_ ("%s: the file was changed by other means than ziping since it was saved"),
                    path);
  if (file->read_only != NULL)
    zp_cli_message ("%s: %s", path, file->read_only);
  for (guint i = 0; i < file->migrated->len; i++)
    zp_cli_message ("%s: %s", path, (const char *) g_ptr_array_index (file->migrated, i));
  return file;
}

/**
 * zp_cli_place_row:
 * @id: an id as somebody typed it; a row may be named by its lasting number ("projects#7.actual")
 *
 * Returns: (transfer full): the id with the place of the row; @id itself when there is no such row
 */
char *
zp_cli_place_row (ZpReport *report, const char *id)
{
  char *placed = zp_anchor_to_id (report, id);

  return placed != NULL ? placed : g_strdup (id);
}
