/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is still between the report and its submission. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-next-step.h"

G_BEGIN_DECLS

GtkWidget *zp_conditions_card_new (void);
void zp_conditions_card_refresh (GtkWidget *card, ZpSession *session, ZpOutline *outline);

G_END_DECLS
