/* SPDX-License-Identifier: GPL-3.0-or-later
 * The one thing to do next, with one button. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-next-step.h"

G_BEGIN_DECLS

GtkWidget *zp_next_card_new (void);
void zp_next_card_refresh (GtkWidget *card, ZpSession *session, ZpOutline *outline);

G_END_DECLS
