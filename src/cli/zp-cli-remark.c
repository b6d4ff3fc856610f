/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli remark: a remark on a place of the report, or an answer to one. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "review/zp-remark.h"
#include "review/zp-review.h"

typedef struct
{
  char *by;
  gboolean done;
  gboolean reopen;
} Options;

static ZpReplyKind
reply_kind (const Options *options)
{
  if (options->done)
    return ZP_REPLY_DONE;
  return options->reopen ? ZP_REPLY_REOPEN : ZP_REPLY_ANSWER;
}

static gboolean
fits_place (const Options *options, const char *place)
{
  if (options->done && options->reopen)
    zp_cli_message (_ ("remark: --done and --reopen exclude each other"));
  else if ((options->done || options->reopen) && !zp_remark_is_id (place))
    zp_cli_message (_ ("remark: --done and --reopen need the id of a remark, r-…"));
  else
    return TRUE;
  return FALSE;
}

/* The remark that the batch writes, "r-…". */
static char *
id_of (const ZpBatch *batch)
{
  const ZpChange *change = g_ptr_array_index (batch->changes, 0);

  return g_path_get_basename (change->path);
}

static ZpExit
remark (ZpReportFile *file, char **words, const Options *options, GError **error)
{
  gint64 now = zp_cli_now ();
  ZpBatch *batch = zp_remark_is_id (words[0])
                     ? zp_remark_make_reply (file->report, words[0], reply_kind (options), words[1],
                                             options->by, now, error)
                     : zp_remark_make (file->report, words[0], words[1], options->by, now, error);
  g_autofree char *id = batch != NULL ? id_of (batch) : NULL;

  if (!zp_cli_apply (file, batch, error))
    return ZP_EXIT_NOT_DONE;
  zp_cli_print ("%s\n", id);
  return ZP_EXIT_DONE;
}

ZpExit
zp_cli_remark (int argc, char **argv)
{
  Options options = { 0 };
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Who writes the remark"), "NAME" },
    { "done", 0, 0, G_OPTION_ARG_NONE, &options.done, N_ ("The remark is dealt with"), NULL },
    { "reopen", 0, 0, G_OPTION_ARG_NONE, &options.reopen, N_ ("The remark is not dealt with"),
      NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 3 }, &exit_code))
    return exit_code;
  if (!zp_cli_has_name (argv[0], by) || !fits_place (&options, argv[2]))
    return ZP_EXIT_NOT_DONE;
  options.by = by;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  if (file == NULL)
    return zp_cli_fail (error);
  exit_code = remark (file, argv + 2, &options, &error);
  return error == NULL ? exit_code : zp_cli_fail (error);
}
