/* SPDX-License-Identifier: GPL-3.0-or-later
 * Links to other places: as many as there is room for, the rest in a list. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-cell-facts.h"

G_BEGIN_DECLS

GtkWidget *zp_uses_new (const GPtrArray *uses);
GtkWidget *zp_uses_new_list (const char *label, const GPtrArray *rows);

G_END_DECLS
