/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short messages at the foot of the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void zp_toast_show (GtkWidget *from, const char *text, const char *button, const char *action);
void zp_toast_show_error (GtkWidget *from, const GError *error);

G_END_DECLS
