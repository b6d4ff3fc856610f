/* SPDX-License-Identifier: GPL-3.0-or-later
 * A button in a dialog that leads to a place in the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *zp_jump_new (const char *target, const char *name);
GtkWidget *
zp_jump_new_for (const char *word, const char *name, const char *action, const char *target);

G_END_DECLS
