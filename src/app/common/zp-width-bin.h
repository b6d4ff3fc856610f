/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of the window whose width does not depend on its height. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Asks for next to nothing: for what is given all the width there is anyway. */
#define ZP_WIDTH_ANY -1

#define ZP_TYPE_WIDTH_BIN (zp_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (ZpWidthBin, zp_width_bin, ZP, WIDTH_BIN, GtkWidget)

GtkWidget *zp_width_bin_new (GtkWidget *child);
void zp_width_bin_set_width (ZpWidthBin *self, int width);

G_END_DECLS
