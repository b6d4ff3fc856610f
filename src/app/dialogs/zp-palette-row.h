/* SPDX-License-Identifier: GPL-3.0-or-later
 * One result of a search. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finder.h"

G_BEGIN_DECLS

GtkWidget *zp_palette_row_new (const ZpFound *found);
const ZpFound *zp_palette_row_get (GtkWidget *row);
const char *zp_palette_row_get_spoken (GtkWidget *row);
const char *zp_palette_kind_get_word (ZpFoundKind kind);

G_END_DECLS
