/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line that explains how figures look in the text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *zp_prose_legend_new (void);

G_END_DECLS
