/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looks for a figure and puts it into the text. */
#pragma once

#include "app/prose/zp-prose-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_FIGURE_POPOVER (zp_figure_popover_get_type ())
G_DECLARE_FINAL_TYPE (ZpFigurePopover, zp_figure_popover, ZP, FIGURE_POPOVER, GtkPopover)

GtkWidget *zp_figure_popover_new (ZpSession *session, ZpProseView *view);
void zp_figure_popover_open (ZpFigurePopover *self);
void zp_figure_popover_search (ZpFigurePopover *self, const char *words);
gboolean zp_figure_popover_accept (ZpFigurePopover *self);

G_END_DECLS
