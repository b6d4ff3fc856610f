/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审核说明: a note on a finding, tied to the figures it was written about. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-text.h"
#include "check/zp-checker-private.h"
#include "check/zp-finding-words-private.h"

/* (transfer full): what a cell or passage shows now; "" when it is gone. */
char *
zp_note_figure_now (ZpReport *report, const char *id)
{
  const char *text;
  ZpCell cell;

  if (g_str_has_prefix (id, "text."))
    {
      text = zp_report_get_passage (report, id);
      return g_strdup (text != NULL ? text : "");
    }
  if (!zp_report_find_cell (report, id, &cell, NULL))
    return g_strdup ("");
  return zp_report_show (report, cell);
}

static void
tie_to_figures (ZpNote *note, ZpReport *report, const ZpFinding *finding)
{
  guint n = g_strv_length (finding->cells);

  note->ids = g_strdupv (finding->cells);
  note->figures = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    note->figures[i] = zp_note_figure_now (report, finding->cells[i]);
}

static const ZpFinding *
find_noteable (ZpChecker *self, const char *id, GError **error)
{
  const ZpFinding *finding = zp_checker_find (self, id);

  if (finding == NULL)
    {
      g_set_error (error, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_FINDING,
                   _ ("%s: there is no such finding; “check” lists those that are open"), id);
      return NULL;
    }
  if (finding->check->note != ZP_NOTE_NONE)
    return finding;
  g_set_error (error, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_NOTE,
               _ ("%s: this finding accepts no note; %s"), id, finding->instruction);
  return NULL;
}

/* Blanks explain nothing. */
static gboolean
has_words (const char *text, GError **error)
{
  if (!zp_text_is_blank (text))
    return TRUE;
  g_set_error (error, ZP_CHECK_ERROR, ZP_CHECK_ERROR_NO_WORDS,
               _ ("a note needs words that explain the finding"));
  return FALSE;
}

/**
 * zp_checker_make_note:
 * @finding: id of an open finding
 * @text: the 审核说明; @author: who writes it
 * @time: microseconds since 1970 (UTC)
 *
 * A batch that puts a note on a finding. The note holds as long as no figure of that check moves.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_CHECK_ERROR
 */
ZpBatch *
zp_checker_make_note (ZpChecker *self,
                      const char *finding,
                      const char *text,
                      const char *author,
                      gint64 time,
                      GError **error)
{
  const ZpFinding *found = find_noteable (self, finding, error);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *path = g_strconcat ("note:", finding, NULL);
  g_autofree char *after = NULL;
  g_autoptr (ZpNote) note = NULL;
  ZpBatch *batch;

  if (found == NULL || !has_words (text, error))
    return NULL;
  note = zp_note_new (finding, text, author, stamp);
  tie_to_figures (note, zp_checker_get_report (self), found);
  after = zp_note_to_text (note);
  batch = zp_batch_new (_ ("Note"), author, time);
  zp_batch_set (batch, path, NULL, after);
  return batch;
}
