/* SPDX-License-Identifier: GPL-3.0-or-later
 * From finding to finding, and what an entry did to them. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/shell/zp-page.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-finding-group.h"

static char *
target_of (ZpWindow *self, const ZpFinding *finding)
{
  ZpCell cell;

  if (zp_finding_get_culprit (finding, &cell))
    return zp_pack_format_id (zp_session_get_pack (self->session), cell);
  return g_strdup (finding->cells[0]);
}

static void
go_to_finding (ZpWindow *self, const char *id)
{
  const ZpFinding *finding = zp_session_find (self->session, id);
  g_autofree char *target = finding != NULL ? target_of (self, finding) : NULL;

  if (target != NULL)
    zp_window_go_to (self, target);
}

/** zp_window_step_finding: to the next finding (1) or the one before (-1), and to its cell. */
void
zp_window_step_finding (ZpWindow *self, int direction)
{
  g_autofree char *id = g_strdup (zp_findings_pane_step (ZP_FINDINGS_PANE (self->pane), direction));

  if (id != NULL)
    go_to_finding (self, id);
}

static const char *
gravest (ZpWindow *self)
{
  const GPtrArray *findings = zp_session_get_findings (self->session);

  for (ZpSeverity severity = ZP_SEVERITY_ERROR; severity <= ZP_SEVERITY_INFO; severity++)
    for (guint i = 0; i < findings->len; i++)
      {
        const ZpFinding *finding = g_ptr_array_index (findings, i);

        if (finding->severity == severity)
          return finding->id;
      }
  return NULL;
}

/**
 * zp_window_show_finding:
 * @finding: (nullable): shown in the pane, and the figure that is probably wrong in its page; %NULL
 * for the gravest, in the pane alone
 */
void
zp_window_show_finding (ZpWindow *self, const char *finding)
{
  const char *id = finding != NULL ? finding : gravest (self);

  zp_window_show_pane (self);
  zp_window_show_tab (self, ZP_TAB_FINDINGS);
  if (id != NULL)
    zp_findings_pane_show (ZP_FINDINGS_PANE (self->pane), id);
  if (finding != NULL)
    go_to_finding (self, finding);
}

static const ZpFinding *
finding_of_cell (ZpWindow *self)
{
  GtkWidget *page = zp_window_get_page (self);
  ZpCell cell;

  if (page == NULL || !zp_page_get_cell (page, &cell))
    return NULL;
  return zp_finding_index_get_gravest (zp_session_get_index (self->session), cell);
}

static void
tell_accepted (ZpWindow *self, guint n_before)
{
  g_autofree char *before = zp_severity_count_words (ZP_SEVERITY_ERROR, n_before);
  g_autofree char *text = NULL;
  ZpProgress total;

  zp_outline_get_total (self->outline, &total);
  if (n_before == total.errors)
    text = g_strdup (_ ("Accepted"));
  else
    text = g_strdup_printf (_ ("Accepted; %s became %u"), before, total.errors);
  zp_toast_show (GTK_WIDGET (self), text, _ ("Undo"), "win.undo");
}

/**
 * zp_window_accept_hint:
 * @finding: id; empty for what is wrong with the current cell
 *
 * Puts in the figure that the best hint of a finding proposes, and those without which it would
 * mend nothing. One step that can be undone.
 */
void
zp_window_accept_hint (ZpWindow *self, const char *finding)
{
  const ZpFinding *what =
    *finding != '\0' ? zp_session_find (self->session, finding) : finding_of_cell (self);
  g_autofree char *id = what != NULL ? g_strdup (what->id) : NULL;
  g_autoptr (GPtrArray) hints = NULL;
  g_autoptr (GError) error = NULL;
  ZpProgress total;

  if (id == NULL || !zp_window_commit (self))
    return;
  what = zp_session_find (self->session, id);
  if (what == NULL || zp_finding_get_hint (what) == NULL)
    return;
  zp_outline_get_total (self->outline, &total);
  hints = zp_finding_list_hints (self->session, what);
  if (zp_session_accept_hints (self->session, hints, &error))
    tell_accepted (self, total.errors);
  else
    zp_toast_show_error (GTK_WIDGET (self), error);
}

/** zp_window_tell_news: says once when the last change brought new errors. */
void
zp_window_tell_news (ZpWindow *self)
{
  g_autofree char *text = NULL;
  ZpProgress total;

  zp_outline_get_total (self->outline, &total);
  if (total.errors > self->n_errors)
    text =
      g_strdup_printf (ngettext ("%u new error", "%u new errors", total.errors - self->n_errors),
                       total.errors - self->n_errors);
  self->n_errors = total.errors;
  zp_status_line_set_news (ZP_STATUS_LINE (self->status), text);
}
