/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line under a passage: who wrote it, how long it is, what can be done about it. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-prose-section.h"

G_BEGIN_DECLS

#define ZP_TYPE_PROSE_BAR (zp_prose_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZpProseBar, zp_prose_bar, ZP, PROSE_BAR, GtkWidget)

GtkWidget *zp_prose_bar_new (const ZpProsePart *part);
void zp_prose_bar_update (ZpProseBar *self, ZpProseOrigin origin, guint count);
void zp_prose_bar_set_remarks (ZpProseBar *self, guint n_remarks);

G_END_DECLS
