/* SPDX-License-Identifier: GPL-3.0-or-later
 * Windows to test with: a widget on a screen of its own, what it asks of its window, pictures. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void app_fixture_init (int *argc, char ***argv);
GtkWidget *app_fixture_show (GtkWidget *child, int width, int height);
void app_fixture_close (GtkWidget *window);
void app_fixture_wait_frame (GtkWidget *widget);
void app_fixture_settle (void);

const char *app_fixture_get_asked (GtkWidget *window);
void app_fixture_forget_asked (GtkWidget *window);

GtkWidget *app_fixture_find (GtkWidget *root, GType type, const char *text);
GtkWidget *app_fixture_find_tooltip (GtkWidget *root, const char *tooltip);
void app_fixture_press (GtkWidget *root, const char *label);
gboolean app_fixture_has_text (GtkWidget *root, const char *text);
void app_fixture_shoot (GtkWidget *widget, const char *name);

G_END_DECLS
