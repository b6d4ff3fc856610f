/* SPDX-License-Identifier: GPL-3.0-or-later
 * One window: the start page, or one report. */
#pragma once

#include <adwaita.h>

#include "app/shell/zp-application.h"
#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_WINDOW (zp_window_get_type ())
G_DECLARE_FINAL_TYPE (ZpWindow, zp_window, ZP, WINDOW, AdwApplicationWindow)

ZpWindow *zp_window_new (ZpApplication *application);
ZpSession *zp_window_get_session (ZpWindow *self);
ZpOutline *zp_window_get_outline (ZpWindow *self);
void zp_window_set_session (ZpWindow *self, ZpSession *session);
gboolean zp_window_open (ZpWindow *self, const char *path);
gboolean zp_window_go_to (ZpWindow *self, const char *target);
char *zp_window_get_target (ZpWindow *self);
GtkWidget *zp_window_get_page (ZpWindow *self);
gboolean zp_window_save (ZpWindow *self, const char *path);

G_END_DECLS
