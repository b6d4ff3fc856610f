/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which pack a report in a file was made with, and whether that one is at hand. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-file-private.h"

static gboolean
get_number (const ZpJson *root, const char *key, int *out)
{
  const ZpJson *member = zp_json_get (root, key);
  gint64 number;

  if (member == NULL || member->kind != ZP_JSON_NUMBER ||
      !g_ascii_string_to_signed (member->text, 10, 1, G_MAXINT32, &number, NULL))
    return FALSE;
  *out = (int) number;
  return TRUE;
}

static gboolean
is_report (const ZpJson *root, GError **error)
{
  int version;

  if (root->kind != ZP_JSON_OBJECT ||
      g_strcmp0 (zp_json_get_string (root, "format"), "ziping") != 0)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
                   _ ("this is not a ziping report"));
      return FALSE;
    }
  if (!get_number (root, "version", &version))
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
                   _ ("the report says no version of its format; it is damaged"));
      return FALSE;
    }
  if (version <= ZP_REPORT_FORMAT_VERSION)
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
               _ ("the report has format %d, this program reads up to %d; install a newer ziping"),
               version, ZP_REPORT_FORMAT_VERSION);
  return FALSE;
}

static gboolean
get_pack_version (const ZpJson *root, int *version, GError **error)
{
  if (zp_json_get_string (root, "template") != NULL &&
      get_number (root, "template_version", version))
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
               _ ("the report does not say which template it was made with; it is damaged"));
  return FALSE;
}

/**
 * zp_report_check_format:
 * @root: what stands in a file
 * @pack_version: (out): the version of the pack that the report was made with
 *
 * Whether it is a report that this program can read.
 *
 * Returns: FALSE with %ZP_REPORT_ERROR_FORMAT
 */
gboolean
zp_report_check_format (const ZpJson *root, int *pack_version, GError **error)
{
  return is_report (root, error) && get_pack_version (root, pack_version, error);
}

static void
set_not_installed (const ZpPackStore *store, const char *id, int version, GError **error)
{
  const char *folder = zp_pack_store_get_user_folder (store);

  g_set_error (
    error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND,
    _ ("the report was made with template %s, version %d, which is not installed; get it "
       "from where the report came from and put its folder into “%s”"),
    id, version, folder != NULL ? folder : "ziping/templates");
}

/**
 * zp_report_load_pack:
 * @version: the version that the report was made with
 *
 * The pack of a report in that version; where it is not there, in the newest. One that is there and
 * has errors is not passed over: another version may mean something else by the same ids.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_PACK_ERROR
 */
ZpPack *
zp_report_load_pack (ZpPackStore *store, const ZpJson *root, int version, GError **error)
{
  const char *id = zp_json_get_string (root, "template");
  g_autoptr (GError) reason = NULL;
  ZpPack *pack = zp_pack_store_load (store, id, version, &reason);

  if (pack == NULL && g_error_matches (reason, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND))
    {
      g_clear_error (&reason);
      pack = zp_pack_store_load (store, id, 0, &reason);
    }
  if (pack != NULL)
    return pack;
  if (g_error_matches (reason, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND))
    set_not_installed (store, id, version, error);
  else
    g_propagate_prefixed_error (
      error, g_steal_pointer (&reason),
      _ ("the report was made with template %s, version %d, and the one installed has errors:\n"),
      id, version);
  return NULL;
}

/**
 * zp_report_why_read_only:
 *
 * A pack that is not the one the report was made with may mean other things by the same ids.
 *
 * Returns: (transfer full) (nullable): why the report must not be saved, in words; %NULL when it
 * may
 */
char *
zp_report_why_read_only (const ZpPack *pack, const ZpJson *root, int version)
{
  const char *digest = zp_json_get_string (root, "template_digest");

  if (pack->version < version)
    return g_strdup_printf (_ ("made with version %d of template %s, here is version %d; "
                               "install version %d to change the report"),
                            version, pack->id, pack->version, version);
  if (pack->version == version && digest != NULL && strcmp (digest, pack->digest) != 0)
    return g_strdup_printf (
      _ ("made with another copy of template %s, version %d, than the one here; "
         "install that copy to change the report"),
      pack->id, version);
  return NULL;
}
