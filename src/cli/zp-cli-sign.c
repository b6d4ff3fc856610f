/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli sign: 审签: seals what was sent for review, with a certificate also signs it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/zp-cli.h"
#include "review/zp-remark.h"
#include "review/zp-seal.h"

#define MAX_PASSWORD_BYTES 4096

typedef struct
{
  char *by;
  char *role;
  char *opinion;
  char *p12;
  char *password_file;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->by);
  g_free (self->role);
  g_free (self->opinion);
  g_free (self->p12);
  g_free (self->password_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
are_complete (const Options *options, ZpRole *role)
{
  if (!zp_cli_has_name ("sign", options->by) ||
      !zp_cli_is_text ("sign", "--opinion", options->opinion))
    return FALSE;
  if (options->role == NULL || !zp_role_find (options->role, role))
    zp_cli_message (_ ("sign: say in which role: --role reviewer or --role leader"));
  else if ((options->p12 == NULL) != (options->password_file == NULL))
    zp_cli_message (_ ("sign: --p12 and --password-file belong together"));
  else
    return TRUE;
  return FALSE;
}

/* The first line, so that an editor may end it. */
static char *
read_password (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = zp_file_read (path, MAX_PASSWORD_BYTES, NULL, error);
  char *password;

  if (bytes == NULL)
    return NULL;
  password = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  password[strcspn (password, "\r\n")] = '\0';
  return password;
}

static gboolean
load_certificate (const Options *options, gint64 now, ZpCertificate **certificate, GError **error)
{
  char *password;

  if (options->p12 == NULL)
    return TRUE;
  password = read_password (options->password_file, error);
  if (password == NULL)
    return FALSE;
  *certificate = zp_certificate_load (options->p12, password, now / G_USEC_PER_SEC, error);
  explicit_bzero (password, strlen (password));
  g_free (password);
  return *certificate != NULL;
}

static void
tell_open_remarks (const ZpReportFile *file)
{
  g_autoptr (GPtrArray) remarks = zp_remark_list (file->report);
  guint n_open = 0;

  for (guint i = 0; i < remarks->len; i++)
    n_open += ((const ZpRemark *) g_ptr_array_index (remarks, i))->open ? 1 : 0;
  if (n_open > 0)
    zp_cli_message (
      ngettext ("%s: %u remark is still open", "%s: %u remarks are still open", n_open), file->path,
      n_open);
}

static void
print_seal (const ZpReportFile *file)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (file->report);
  const ZpSeal *seal = g_ptr_array_index (seals, seals->len - 1);

  zp_cli_print_state (file);
  zp_cli_print (_ ("check code: %s\n"), seal->code);
  tell_open_remarks (file);
}

static gboolean
sign (ZpReportFile *file, const Options *options, ZpRole role, GError **error)
{
  g_autoptr (ZpCertificate) certificate = NULL;
  ZpSealRequest request = { role, options->by, options->opinion, NULL, zp_cli_now () };

  if (!load_certificate (options, request.time, &certificate, error))
    return FALSE;
  request.certificate = certificate;
  return zp_cli_apply (file, zp_seal_make (file, &request, error), error);
}

ZpExit
zp_cli_sign (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("Who signs"), "NAME" },
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &options.role, N_ ("In which role"), "reviewer|leader" },
    { "opinion", 0, 0, G_OPTION_ARG_FILENAME, &options.opinion, N_ ("Words beside the signature"),
      "TEXT" },
    { "p12", 0, 0, G_OPTION_ARG_FILENAME, &options.p12, N_ ("Certificate with its key (PKCS #12)"),
      "CERT" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file,
      N_ ("File whose first line is the password of the certificate"), "FILE" },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;
  ZpRole role;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, 1 }, &exit_code))
    return exit_code;
  if (!are_complete (&options, &role))
    return ZP_EXIT_NOT_DONE;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL || !sign (file, &options, role, &error))
    return zp_cli_fail (error);
  print_seal (file);
  return ZP_EXIT_DONE;
}
