/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on the start page. */
#pragma once

#include <adwaita.h>

#include "session/zp-recent.h"

G_BEGIN_DECLS

GtkWidget *
zp_start_button_new (const char *icon, const char *title, const char *subtitle, const char *action);
GtkWidget *zp_start_recent_row_new (const ZpRecentReport *report);
GtkWidget *zp_start_example_row_new (void);
GtkWidget *zp_start_work_new (const ZpLeftWork *work, GtkWidget **discard, GtkWidget **restore);

G_END_DECLS
