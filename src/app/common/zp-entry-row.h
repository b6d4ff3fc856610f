/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a list of settings with a text to be typed in it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *zp_entry_row_new (const char *title, GtkWidget *entry);
void zp_row_name_list (GtkWidget *row, const char *label);
void zp_row_lend_focus (GtkWidget *row, GtkWidget *control, const char *label);

G_END_DECLS
