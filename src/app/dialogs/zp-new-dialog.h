/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new report: its pack, year and unit. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

/** Takes the new session. */
typedef void (*ZpNewReportFunc) (ZpSession *session, gpointer data);

#define ZP_TYPE_NEW_DIALOG (zp_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ZpNewDialog, zp_new_dialog, ZP, NEW_DIALOG, AdwWindow)

GtkWindow *
zp_new_dialog_present (GtkWindow *parent, ZpPackStore *store, ZpNewReportFunc done, gpointer data);
void zp_new_dialog_create (ZpNewDialog *self, const char *unit);

G_END_DECLS
