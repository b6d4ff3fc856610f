/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line at the foot: where one is, how much is filled in, when it was saved. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_STATUS_LINE (zp_status_line_get_type ())
G_DECLARE_FINAL_TYPE (ZpStatusLine, zp_status_line, ZP, STATUS_LINE, GtkWidget)

GtkWidget *zp_status_line_new (void);
void zp_status_line_set_place (ZpStatusLine *self, const char *text);
void zp_status_line_set_news (ZpStatusLine *self, const char *text);
void zp_status_line_set_state (ZpStatusLine *self, ZpSession *session, const ZpProgress *total);

G_END_DECLS
