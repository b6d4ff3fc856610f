/* SPDX-License-Identifier: GPL-3.0-or-later
 * All that is known of the current cell, at the foot of a page of forms. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-cell-facts.h"

G_BEGIN_DECLS

#define ZP_TYPE_CELL_BAR (zp_cell_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZpCellBar, zp_cell_bar, ZP, CELL_BAR, GtkWidget)

GtkWidget *zp_cell_bar_new (ZpSession *session);
void zp_cell_bar_set_cell (ZpCellBar *self, const ZpCell *cell);

G_END_DECLS
