/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli signature: the sealed content and its signatures as files that other programs verify.
 */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/zp-cli.h"
#include "review/zp-seal.h"

#define ENDING ".ziping"

typedef struct
{
  char *to;
  gboolean force;
} Options;

/* "DIR/r-1-reviewer" for the first seal of r.ziping. */
static char *
stem_of (const char *path, const Options *options, const ZpSeal *seal)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = NULL;

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  stem = g_strdup_printf ("%s-%u-%s", name, seal->number, zp_role_get_id (seal->role));
  return g_build_filename (options->to, stem, NULL);
}

static gboolean
write_file (
  const char *stem, const char *ending, GBytes *bytes, const Options *options, GError **error)
{
  g_autofree char *path = g_strconcat (stem, ending, NULL);
  ZpFileFlags flags = options->force ? ZP_FILE_REPLACE : ZP_FILE_CREATE_ONLY;

  if (!zp_file_write (path, bytes, flags, NULL, NULL, error))
    return FALSE;
  zp_cli_print ("%s\n", path);
  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_WRITE, _ ("%s: the folder cannot be made: %s"),
               folder, g_strerror (errno));
  return FALSE;
}

static gboolean
write_seal (const ZpReportFile *file, const ZpSeal *seal, const Options *options, GError **error)
{
  g_autofree char *stem = stem_of (file->path, options, seal);
  char *text = zp_seal_get_sealed (file->report, seal);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  if (!write_file (stem, ".json", bytes, options, error))
    return FALSE;
  if (seal->signature == NULL)
    return TRUE;
  if (!write_file (stem, ".p7s", seal->signature, options, error))
    return FALSE;
  zp_cli_message (_ ("confirm with: openssl cms -verify -binary -inform DER -in %1$s.p7s -content "
                     "%1$s.json -CAfile CA.pem -out %2$s"),
                  stem, "/dev/null");
  return TRUE;
}

static ZpExit
write_all (const ZpReportFile *file, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (file->report);

  if (seals->len == 0)
    {
      zp_cli_message (_ ("%s: the report is not signed"), file->path);
      return ZP_EXIT_NOT_DONE;
    }
  if (!make_folder (options->to, error))
    return ZP_EXIT_NOT_DONE;
  for (guint i = 0; i < seals->len; i++)
    if (!write_seal (file, g_ptr_array_index (seals, i), options, error))
      return ZP_EXIT_NOT_DONE;
  return ZP_EXIT_DONE;
}

ZpExit
zp_cli_signature (int argc, char **argv)
{
  Options options = { 0 };
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Folder for the files"), "DIR" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Overwrite existing files"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if (to == NULL)
    {
      zp_cli_message (_ ("signature: say where to: --to DIR"));
      return ZP_EXIT_NOT_DONE;
    }
  options.to = to;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  exit_code = write_all (file, &options, &error);
  return error == NULL ? exit_code : zp_cli_fail (error);
}
