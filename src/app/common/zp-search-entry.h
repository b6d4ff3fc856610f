/* SPDX-License-Identifier: GPL-3.0-or-later
 * An entry to search with that may go while the clipboard has not answered yet. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *zp_search_entry_new (void);

G_END_DECLS
