/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new report: its pack, year and unit. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

/** Takes the new session. */
typedef void (*ZpNewReportFunc) (ZpSession *session, gpointer data);

void
zp_new_dialog_present (GtkWindow *parent, ZpPackStore *store, ZpNewReportFunc done, gpointer data);

G_END_DECLS
