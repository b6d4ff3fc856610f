/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pieces that the card of a finding is put together from. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finding-card.h"

G_BEGIN_DECLS

GtkWidget *zp_finding_icon_new (ZpSeverity severity);
GtkWidget *zp_finding_sides_new (const ZpFindingCard *card);
GtkWidget *zp_finding_hint_new (const ZpFindingCard *card, const char *finding);
GtkWidget *zp_finding_links_new (const ZpFindingCard *card, const ZpFinding *finding);
GtkWidget *zp_finding_note_new (const ZpFinding *finding);

G_END_DECLS
