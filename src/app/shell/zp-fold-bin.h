/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lets a window become narrower than what is in it, so that parts can be laid over others then. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZpFoldBin:
 *
 * Signals:
 * - "width-changed" (int width): the width that there is; not while sizes are being given out.
 */
#define ZP_TYPE_FOLD_BIN (zp_fold_bin_get_type ())
G_DECLARE_FINAL_TYPE (ZpFoldBin, zp_fold_bin, ZP, FOLD_BIN, GtkWidget)

GtkWidget *zp_fold_bin_new (GtkWidget *child);
void zp_fold_bin_tell_width (ZpFoldBin *self);

G_END_DECLS
