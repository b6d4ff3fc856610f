/* SPDX-License-Identifier: GPL-3.0-or-later
 * All remarks, as cards beside the page. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

#define ZP_TYPE_REMARKS_PANE (zp_remarks_pane_get_type ())
G_DECLARE_FINAL_TYPE (ZpRemarksPane, zp_remarks_pane, ZP, REMARKS_PANE, GtkWidget)

GtkWidget *zp_remarks_pane_new (ZpSession *session);
void zp_remarks_pane_show_target (ZpRemarksPane *self, const char *target);
void zp_remarks_pane_set_target (ZpRemarksPane *self, const char *target);

G_END_DECLS
