/* SPDX-License-Identifier: GPL-3.0-or-later
 * The list of what a paste would do. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-clip.h"

G_BEGIN_DECLS

GtkWidget *zp_paste_rows_new (const ZpClipPlan *plan);
void zp_paste_rows_show_plain (GtkWidget *rows, const ZpClipPlan *plan, gboolean show);

G_END_DECLS
