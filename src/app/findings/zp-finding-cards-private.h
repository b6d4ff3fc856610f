/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cards in the list of the findings. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

GtkWidget *zp_finding_cards_get (GtkListBox *list, guint index);
void zp_finding_cards_show (GtkListBox *list,
                            ZpSession *session,
                            const GPtrArray *groups,
                            guint n_cards);

G_END_DECLS
