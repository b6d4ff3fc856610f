/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where one begins: work left behind, a new report, an old one, the worked example. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-recent.h"

G_BEGIN_DECLS

/**
 * ZpStartPage:
 *
 * Signals:
 * - "open-path" (const char *): a recent report was chosen.
 * - "open-example": the worked example was chosen.
 * - "restore" (const ZpLeftWork *), "discard" (const ZpLeftWork *): unsaved work is wanted, or not.
 */
#define ZP_TYPE_START_PAGE (zp_start_page_get_type ())
G_DECLARE_FINAL_TYPE (ZpStartPage, zp_start_page, ZP, START_PAGE, GtkWidget)

GtkWidget *zp_start_page_new (void);
void zp_start_page_refresh (ZpStartPage *self);

G_END_DECLS
