/* SPDX-License-Identifier: GPL-3.0-or-later
 * All findings, as cards beside the page. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_FINDINGS_PANE (zp_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (ZpFindingsPane, zp_findings_pane, ZP, FINDINGS_PANE, GtkWidget)

GtkWidget *zp_findings_pane_new (ZpSession *session, ZpOutline *outline);
void zp_findings_pane_set_place (ZpFindingsPane *self, int place);
void zp_findings_pane_set_cell (ZpFindingsPane *self, const ZpCell *cell);
gboolean zp_findings_pane_show (ZpFindingsPane *self, const char *finding);
const char *zp_findings_pane_step (ZpFindingsPane *self, int direction);

G_END_DECLS
