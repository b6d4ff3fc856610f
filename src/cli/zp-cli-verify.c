/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli verify: whether a file is whole, and whether its seals hold. */
#include <glib/gi18n-lib.h>

#include "base/zp-time.h"
#include "cli/zp-cli.h"
#include "review/zp-seal-check.h"

#define MAX_AUTHORITIES_BYTES (4 * 1024 * 1024)

static void
write_signer (ZpJsonWriter *json, const ZpSealState *state)
{
  const ZpSeal *seal = state->seal;

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_string (json, "name", seal->name);
  zp_json_writer_string (json, "role", zp_role_get_id (seal->role));
  zp_json_writer_string (json, "time", seal->time);
  zp_json_writer_string (json, "opinion", seal->opinion);
  zp_json_writer_string (json, "digest", seal->digest);
  zp_json_writer_string (json, "code", seal->code);
  zp_json_writer_boolean (json, "holds", state->holds);
  zp_json_writer_string (json, "signature", zp_signature_state_get_id (state->signature));
  zp_json_writer_string (json, "subject", seal->subject);
  zp_json_writer_string (json, "certificate", seal->fingerprint);
  zp_json_writer_end_object (json);
}

static void
print_json (const ZpReportFile *file, const ZpSealCheck *check)
{
  g_autoptr (ZpJsonWriter) json = zp_json_writer_new ();
  gboolean is_signed = check->seals->len > 0;

  zp_json_writer_begin_object (json, NULL);
  zp_json_writer_boolean (json, "intact", file->intact);
  zp_json_writer_boolean (json, "signed", is_signed);
  if (is_signed)
    zp_json_writer_boolean (json, "valid", check->valid);
  else
    zp_json_writer_null (json, "valid");
  zp_json_writer_begin_array (json, "signers");
  for (guint i = 0; i < check->seals->len; i++)
    write_signer (json, g_ptr_array_index (check->seals, i));
  zp_json_writer_end_array (json);
  zp_json_writer_begin_array (json, "changed");
  for (guint i = 0; i < check->changed->len; i++)
    zp_json_writer_string (json, NULL, g_ptr_array_index (check->changed, i));
  zp_json_writer_end_array (json);
  zp_json_writer_end_object (json);
  zp_cli_print_json (json);
}

/* A certificate that is not accepted says nothing against what was signed. */
static gboolean
is_broken (const ZpSealCheck *check)
{
  for (guint i = 0; i < check->seals->len; i++)
    if (!((const ZpSealState *) g_ptr_array_index (check->seals, i))->holds)
      return TRUE;
  return check->changed->len > 0;
}

static const char *
words_for (const ZpReportFile *file, const ZpSealCheck *check)
{
  if (!file->intact)
    return _ ("changed by other means than ziping since it was saved");
  if (check->seals->len == 0)
    return check->changed->len == 0 ? _ ("whole; not signed")
                                    : _ ("whole; not signed; not what was sent for review");
  if (check->valid)
    return _ ("whole; signed; the seal holds");
  return is_broken (check) ? _ ("signed; the seal is broken")
                           : _ ("nothing changed since it was signed; a signature is not accepted");
}

static void
print_signer (const ZpSealState *state)
{
  const ZpSeal *seal = state->seal;
  g_autofree char *time = zp_time_say (seal->time);

  zp_cli_print ("  %s  %s (%s)  %s  %s\n", time, seal->name, zp_role_get_label (seal->role),
                seal->code, state->holds ? _ ("holds") : _ ("broken"));
  if (*seal->opinion != '\0')
    zp_cli_print ("    %s\n", seal->opinion);
  if (state->signature != ZP_SIGNATURE_NONE)
    zp_cli_print ("    %s: %s\n", seal->subject != NULL ? seal->subject : "",
                  zp_signature_state_get_label (state->signature));
}

static void
print_words (const ZpReportFile *file, const ZpSealCheck *check)
{
  zp_cli_print ("%s: %s\n", file->path, words_for (file, check));
  for (guint i = 0; i < check->seals->len; i++)
    print_signer (g_ptr_array_index (check->seals, i));
  if (check->changed->len > 0)
    zp_cli_print (
      ngettext ("%u place changed since:\n", "%u places changed since:\n", check->changed->len),
      check->changed->len);
  for (guint i = 0; i < check->changed->len; i++)
    zp_cli_print ("  %s\n", (const char *) g_ptr_array_index (check->changed, i));
}

static gboolean
read_authorities (const char *path, GBytes **authorities, GError **error)
{
  if (path == NULL)
    return TRUE;
  *authorities = zp_file_read (path, MAX_AUTHORITIES_BYTES, NULL, error);
  if (*authorities == NULL)
    return FALSE;
  if (zp_signature_are_authorities (*authorities, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

ZpExit
zp_cli_verify (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *ca = NULL;
  const GOptionEntry entries[] = {
    { "ca", 0, 0, G_OPTION_ARG_FILENAME, &ca,
      N_ ("Certificates (PEM) that must have issued those of the signers"), "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GBytes) authorities = NULL;
  g_autoptr (ZpSealCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_report_file_open (store, argv[1], &error);
  if (file == NULL || !read_authorities (ca, &authorities, &error))
    return zp_cli_fail (error);
  check = zp_seal_check (file, authorities);
  if (as_json)
    print_json (file, check);
  else
    print_words (file, check);
  if (!file->intact || check->changed->len > 0)
    return ZP_EXIT_FOUND;
  return check->seals->len == 0 || check->valid ? ZP_EXIT_DONE : ZP_EXIT_FOUND;
}
