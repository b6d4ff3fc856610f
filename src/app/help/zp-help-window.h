/* SPDX-License-Identifier: GPL-3.0-or-later
 * The user's help, in a window of its own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ZP_TYPE_HELP_WINDOW (zp_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ZpHelpWindow, zp_help_window, ZP, HELP_WINDOW, AdwWindow)

GtkWidget *zp_help_window_new (void);
gboolean zp_help_window_go_to (ZpHelpWindow *self, const char *page);

G_END_DECLS
