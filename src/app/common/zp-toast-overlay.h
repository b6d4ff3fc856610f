/* SPDX-License-Identifier: GPL-3.0-or-later
 * A place for short messages over the foot of a page. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ZP_TYPE_TOAST_OVERLAY (zp_toast_overlay_get_type ())
G_DECLARE_FINAL_TYPE (ZpToastOverlay, zp_toast_overlay, ZP, TOAST_OVERLAY, AdwBin)

GtkWidget *zp_toast_overlay_new (GtkWidget *child);
void zp_toast_overlay_show (ZpToastOverlay *self,
                            const char *text,
                            const char *button,
                            const char *action);

G_END_DECLS
