/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person at this PC prefers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zp_preferences_present (GtkWindow *parent);
void zp_shortcuts_present (GtkWindow *parent);
void zp_about_present (GtkWindow *parent);

G_END_DECLS
