/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a figure in the text is, and what can be done with it. */
#pragma once

#include "app/prose/zp-prose-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_CHIP_POPOVER (zp_chip_popover_get_type ())
G_DECLARE_FINAL_TYPE (ZpChipPopover, zp_chip_popover, ZP, CHIP_POPOVER, GtkPopover)

GtkWidget *zp_chip_popover_new (ZpSession *session, ZpProseView *view);
void zp_chip_popover_open (ZpChipPopover *self);
void zp_chip_popover_choose (ZpChipPopover *self, guint rendering);

G_END_DECLS
