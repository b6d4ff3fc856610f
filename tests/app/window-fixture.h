/* SPDX-License-Identifier: GPL-3.0-or-later
 * The whole program to test with: its windows, their dialogs, folders of its own. */
#pragma once

#include "app/shell/zp-window.h"

G_BEGIN_DECLS

void window_fixture_init (int *argc, char ***argv);
ZpApplication *window_fixture_get_application (void);
int window_fixture_end (int status);

char *window_fixture_path (const char *name);
char *window_fixture_make_report (const char *name, const char *example);
ZpWindow *window_fixture_start (void);
ZpWindow *window_fixture_open (const char *path);
void window_fixture_close (ZpWindow *window);
void window_fixture_type (ZpWindow *window, const char *id, const char *typed);
char *window_fixture_show (ZpWindow *window, const char *id);
void window_fixture_act (ZpWindow *window, const char *action);

void window_fixture_be (const char *name);
GtkWidget *window_fixture_get_dialog (ZpWindow *window);
GtkWidget *window_fixture_find_dialog (ZpWindow *window, GType type);
void window_fixture_end_dialog (ZpWindow *window, const char *name);
void window_fixture_answer (ZpWindow *window, const char *answer);

G_END_DECLS
