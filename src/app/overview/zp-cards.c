/* SPDX-License-Identifier: GPL-3.0-or-later
 * Holds the cards of the overview. */
#include "app/overview/zp-card-layout.h"

struct _ZpCards
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ZpCards, zp_cards, GTK_TYPE_WIDGET)

static void
zp_cards_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (zp_cards_parent_class)->dispose (object);
}

static void
zp_cards_class_init (ZpCardsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_cards_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), ZP_TYPE_CARD_LAYOUT);
}

static void
zp_cards_init (ZpCards *self)
{
}

/** zp_cards_new: (transfer floating): its children are set with gtk_widget_set_parent(). */
GtkWidget *
zp_cards_new (void)
{
  return g_object_new (ZP_TYPE_CARDS, NULL);
}
