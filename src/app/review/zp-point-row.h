/* SPDX-License-Identifier: GPL-3.0-or-later
 * One thing that needs a person: what it is, and whether it was accepted. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-points.h"

G_BEGIN_DECLS

GtkWidget *zp_point_row_new (const ZpPoint *point);

G_END_DECLS
