/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the report stands in the review, and what can be done now. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

GtkWidget *zp_review_card_new (void);
void zp_review_card_refresh (GtkWidget *card, ZpSession *session);

G_END_DECLS
