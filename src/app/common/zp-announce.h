/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader says once, wherever the keyboard is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zp_announce (GtkWidget *from, const char *text);

G_END_DECLS
