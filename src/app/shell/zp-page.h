/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the window asks of a page, whatever its kind. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

GtkWidget *zp_page_new (ZpSession *session, ZpOutline *outline, guint place);
gboolean zp_page_go_to (GtkWidget *page, ZpSession *session, const char *target);
void zp_page_enter (GtkWidget *page, gboolean forward);
gboolean zp_page_commit (GtkWidget *page);
char *zp_page_get_status (GtkWidget *page);
gboolean zp_page_get_cell (GtkWidget *page, ZpCell *cell);
char *zp_page_get_passage (GtkWidget *page);
void zp_page_explain (GtkWidget *page);
void zp_page_insert_figure (GtkWidget *page);

G_END_DECLS
