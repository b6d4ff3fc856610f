/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far each part of the report is. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_PROGRESS_CARD (zp_progress_card_get_type ())
G_DECLARE_FINAL_TYPE (ZpProgressCard, zp_progress_card, ZP, PROGRESS_CARD, GtkWidget)

GtkWidget *zp_progress_card_new (ZpOutline *outline);
void zp_progress_card_refresh (ZpProgressCard *self);

G_END_DECLS
