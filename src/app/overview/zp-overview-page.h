/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far the report is, and its main figures as charts. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_OVERVIEW_PAGE (zp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ZpOverviewPage, zp_overview_page, ZP, OVERVIEW_PAGE, GtkWidget)

GtkWidget *zp_overview_page_new (ZpSession *session, ZpOutline *outline);

G_END_DECLS
