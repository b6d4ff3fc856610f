/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who does something and when, and whether the report may be changed at all. */
#include <glib/gi18n-lib.h>

#include "base/zp-text.h"
#include "cli/zp-cli.h"
#include "review/zp-review.h"

/* Set where a run has to give the same bytes again, as in tests. */
#define NOW_VARIABLE "ZIPING_NOW"

/** zp_cli_now: the time of what is done: microseconds since 1970 (UTC). */
gint64
zp_cli_now (void)
{
  const char *fixed = g_getenv (NOW_VARIABLE);
  g_autoptr (GDateTime) moment = fixed != NULL ? g_date_time_new_from_iso8601 (fixed, NULL) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC : g_get_real_time ();
}

/* Something to read, on one line: it is printed on the sign-off sheet. */
static gboolean
is_name (const char *name)
{
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return !zp_text_is_blank (name);
}

/** zp_cli_has_name: whether --by gave a name; says so when not. */
gboolean
zp_cli_has_name (const char *verb, const char *name)
{
  if (is_name (name))
    return TRUE;
  zp_cli_message (_ ("%s: say who does it: --by NAME"), verb);
  return FALSE;
}

/** zp_cli_may_change: FALSE with the reason when figures, texts and notes are locked. */
gboolean
zp_cli_may_change (ZpReportFile *file, GError **error)
{
  g_autofree char *lock = zp_review_why_locked (file->report);

  if (lock == NULL)
    return TRUE;
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_LOCKED, "%s: %s", file->path, lock);
  return FALSE;
}

/**
 * zp_cli_apply:
 * @batch: (transfer full) (nullable): %NULL when @error is set already
 *
 * Does @batch and saves the report.
 */
gboolean
zp_cli_apply (ZpReportFile *file, ZpBatch *batch, GError **error)
{
  return batch != NULL && zp_report_apply (file->report, batch, error) &&
         zp_report_file_save (file, NULL, ZP_FILE_REPLACE, error);
}

/** zp_cli_print_state: says where the report stands now. */
void
zp_cli_print_state (const ZpReportFile *file)
{
  ZpReviewState state = zp_review_get_state (file->report);

  zp_cli_print ("%s: %s\n", file->path, zp_review_state_get_label (state));
}

/** zp_cli_is_text: whether an option that may be missing is UTF-8; says so when not. */
gboolean
zp_cli_is_text (const char *verb, const char *option, const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  zp_cli_message (_ ("%s: %s is not UTF-8"), verb, option);
  return FALSE;
}
