/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli: its verbs, exit codes and what they share. */
#pragma once

#include <gio/gio.h>

#include "report/zp-report-file.h"

G_BEGIN_DECLS

/**
 * ZpExit:
 * @ZP_EXIT_DONE: done and nothing wrong found
 * @ZP_EXIT_FOUND: done, and at least one error found, or a broken seal
 * @ZP_EXIT_NOT_DONE: usage, unreadable or damaged input, unknown id, no space; nothing changed
 */
typedef enum
{
  ZP_EXIT_DONE = 0,
  ZP_EXIT_FOUND = 1,
  ZP_EXIT_NOT_DONE = 2,
} ZpExit;

/**
 * ZpVerb: one command.
 * @name: as typed
 * @usage: what follows the name
 * @summary: one line for --help
 * @run: does it; @argv[0] is the name of the verb
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  ZpExit (*run) (int argc, char **argv);
} ZpVerb;

ZpExit zp_cli_run (int argc, char **argv);

ZpExit zp_cli_templates (int argc, char **argv);
ZpExit zp_cli_template (int argc, char **argv);
ZpExit zp_cli_new (int argc, char **argv);
ZpExit zp_cli_fill (int argc, char **argv);
ZpExit zp_cli_get (int argc, char **argv);
ZpExit zp_cli_explain (int argc, char **argv);
ZpExit zp_cli_check (int argc, char **argv);
ZpExit zp_cli_note (int argc, char **argv);
ZpExit zp_cli_export (int argc, char **argv);
ZpExit zp_cli_verify (int argc, char **argv);
ZpExit zp_cli_submit (int argc, char **argv);
ZpExit zp_cli_remark (int argc, char **argv);
ZpExit zp_cli_return (int argc, char **argv);
ZpExit zp_cli_review (int argc, char **argv);
ZpExit zp_cli_sign (int argc, char **argv);
ZpExit zp_cli_signature (int argc, char **argv);
ZpExit zp_cli_compare (int argc, char **argv);
ZpExit zp_cli_merge (int argc, char **argv);
ZpExit zp_cli_history (int argc, char **argv);

/**
 * ZpCount: how many words a verb takes besides its options; max -1 is any number.
 */
typedef struct
{
  int min;
  int max;
} ZpCount;

gboolean zp_cli_parse (
  int *argc, char ***argv, const GOptionEntry *entries, ZpCount words, ZpExit *exit_code);

/* Results on stdout, messages on stderr, UTF-8 whatever the locale. */
void zp_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void zp_cli_print_bytes (const char *bytes, gsize length);
void zp_cli_print_json (ZpJsonWriter *json);
void zp_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
ZpExit zp_cli_fail (const GError *error);
ZpExit zp_cli_finish (ZpExit exit_code);

ZpReportFile *zp_cli_open (ZpPackStore *store, const char *path, GError **error);
char *zp_cli_place_row (ZpReport *report, const char *id);

/* Who and when, and whether at all. */
gint64 zp_cli_now (void);
gboolean zp_cli_has_name (const char *verb, const char *name);
gboolean zp_cli_is_text (const char *verb, const char *option, const char *text);
gboolean zp_cli_may_change (ZpReportFile *file, GError **error);
gboolean zp_cli_apply (ZpReportFile *file, ZpBatch *batch, GError **error);
void zp_cli_print_state (const ZpReportFile *file);

G_END_DECLS
