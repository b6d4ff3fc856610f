/* SPDX-License-Identifier: GPL-3.0-or-later
 * The places of the report, each with the gravest thing about it. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

/**
 * ZpSidebar:
 *
 * Signals:
 * - "place-chosen" (int place, gboolean enter): a row was selected; @enter when it was clicked or
 *   Enter was pressed, so that the keyboard goes to the page.
 */
#define ZP_TYPE_SIDEBAR (zp_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ZpSidebar, zp_sidebar, ZP, SIDEBAR, GtkWidget)

GtkWidget *zp_sidebar_new (ZpSession *session, ZpOutline *outline);
void zp_sidebar_set_place (ZpSidebar *self, int place);
gboolean zp_sidebar_focus (ZpSidebar *self);

G_END_DECLS
