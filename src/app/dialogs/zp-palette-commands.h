/* SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of a window, by name. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finder.h"

G_BEGIN_DECLS

void zp_palette_add_commands (ZpFinder *finder, ZpSession *session, GtkWindow *window);

G_END_DECLS
