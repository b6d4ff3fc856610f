/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards in two columns, or one below the other where there is no room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** How wide a card stands beside others. */
typedef enum
{
  ZP_CARD_SIDE, /* in the narrow column at the left */
  ZP_CARD_HALF, /* beside another one in the wide column */
  ZP_CARD_FULL, /* alone in the wide column */
} ZpCardWidth;

#define ZP_TYPE_CARD_LAYOUT (zp_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (ZpCardLayout, zp_card_layout, ZP, CARD_LAYOUT, GtkLayoutManager)

/** ZpCards: a widget that places the cards in it with a #ZpCardLayout. */
#define ZP_TYPE_CARDS (zp_cards_get_type ())
G_DECLARE_FINAL_TYPE (ZpCards, zp_cards, ZP, CARDS, GtkWidget)

GtkWidget *zp_cards_new (void);
void zp_card_layout_set_width (GtkWidget *card, ZpCardWidth width);

G_END_DECLS
