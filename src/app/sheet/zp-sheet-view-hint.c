/* SPDX-License-Identifier: GPL-3.0-or-later
 * The correction that is suggested for the current cell. */
#include "app/sheet/zp-sheet-view-private.h"

static const ZpFinding *
find_suggestion (const GPtrArray *findings, ZpCell cell)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      const ZpHint *hint = zp_finding_get_hint (finding);

      if (hint != NULL && zp_cell_equal (hint->cell, cell))
        return finding;
    }
  return NULL;
}

/** zp_sheet_view_accept_hint: asks the window to accept what is suggested for the current cell. */
void
zp_sheet_view_accept_hint (ZpSheetView *self)
{
  const ZpFinding *finding;
  ZpCell cell;

  if (!zp_sheet_view_get_cell (self, &cell))
    return;
  finding = find_suggestion (
    zp_finding_index_get_findings (zp_session_get_index (self->session), cell), cell);
  if (finding != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.accept-hint", "s", finding->id);
}
