/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds any cell, text, finding or command by some of its words. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finder.h"

G_BEGIN_DECLS

void zp_palette_present (GtkWindow *parent, ZpSession *session, ZpOutline *outline);

G_END_DECLS
