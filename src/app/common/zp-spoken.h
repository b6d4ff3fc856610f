/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader says of widgets: once, and in words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zp_set_label (GtkWidget *widget, const char *spoken);
void zp_set_description (GtkWidget *widget, const char *spoken);
void zp_set_tooltip (GtkWidget *widget, const char *text);
void zp_set_tip (GtkWidget *widget, const char *text);
void zp_list_select (GtkListBox *list, GtkListBoxRow *row);
GtkWidget *zp_choice_button_new (GtkToggleButton *group);
void zp_focus_first (GtkWidget *widget);
void zp_drop_down_set_label (GtkWidget *down, const char *label);
void zp_menu_name (GtkPopover *menu, const char *label);
char *zp_say_words (GtkWidget *widget);

G_END_DECLS
