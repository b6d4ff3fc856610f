/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a paste would do, shown before it is done. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-clip.h"

G_BEGIN_DECLS

void zp_paste_dialog_present (GtkWidget *from, ZpSheet *sheet, ZpClipPlan *plan);

G_END_DECLS
