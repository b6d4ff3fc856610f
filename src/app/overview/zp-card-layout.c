/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards in two columns, or one below the other where there is no room. */
#include "app/overview/zp-card-layout.h"

#include "app/common/zp-parts.h"

#define GAP 12

/* In em. */
#define SIDE_WIDTH 24
#define HALF_WIDTH 24
#define WIDE_WIDTH 30

#define WIDTH_DATA "zp-card-width"

struct _ZpCardLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ZpCardLayout, zp_card_layout, GTK_TYPE_LAYOUT_MANAGER)

/**
 * Arrangement: of one width.
 * @side: width of the left column, 0 when all stand in one
 * @rest: width of the right or only column
 * @half: of a card beside another; equal to @rest when there is no room
 */
typedef struct
{
  int side;
  int rest;
  int half;
} Arrangement;

static ZpCardWidth
width_of (GtkWidget *card)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), WIDTH_DATA));
}

/* Of the cards of one kind. */
static int
widest_minimum (GtkWidget *widget, ZpCardWidth kind)
{
  int widest = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int minimum;

      if (width_of (card) != kind)
        continue;
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

/* A card gets at least its @ems, and never less than it needs. */
static int
needed_by (GtkWidget *widget, ZpCardWidth kind, int ems)
{
  return MAX (ems * (int) zp_get_em (widget), widest_minimum (widget, kind));
}

static Arrangement
arrange (GtkWidget *widget, int width)
{
  int side = needed_by (widget, ZP_CARD_SIDE, SIDE_WIDTH);
  int half = needed_by (widget, ZP_CARD_HALF, HALF_WIDTH);
  int wide =
    MAX (needed_by (widget, ZP_CARD_FULL, WIDE_WIDTH), widest_minimum (widget, ZP_CARD_HALF));
  Arrangement found = { .rest = width };

  if (width >= side + GAP + wide)
    {
      found.side = side;
      found.rest = width - side - GAP;
    }
  found.half = found.rest >= 2 * half + GAP ? (found.rest - GAP) / 2 : found.rest;
  return found;
}

static int
height_of (GtkWidget *card, int width)
{
  int height;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

typedef struct
{
  Arrangement arrangement;
  gboolean places;
  int side_y;
  int rest_y;
  GtkWidget *pending; /* a half that waits for the other one */
} Walk;

static void
put (Walk *self, GtkWidget *card, const GtkAllocation *area)
{
  if (self->places)
    gtk_widget_size_allocate (card, area, -1);
}

static void
put_in_rest (Walk *self, GtkWidget *card, int width, int height, int at)
{
  int x = self->arrangement.side > 0 ? self->arrangement.side + GAP : 0;

  put (self, card, &(GtkAllocation){ x + at, self->rest_y, width, height });
}

static void
put_alone (Walk *self, GtkWidget *card)
{
  int height = height_of (card, self->arrangement.rest);

  put_in_rest (self, card, self->arrangement.rest, height, 0);
  self->rest_y += height + GAP;
}

static void
flush_pending (Walk *self)
{
  GtkWidget *card = g_steal_pointer (&self->pending);

  if (card != NULL)
    put_alone (self, card);
}

static void
put_pair (Walk *self, GtkWidget *left, GtkWidget *right)
{
  int half = self->arrangement.half;
  int height = MAX (height_of (left, half), height_of (right, half));

  put_in_rest (self, left, half, height, 0);
  put_in_rest (self, right, half, height, half + GAP);
  self->rest_y += height + GAP;
}

static void
put_in_side (Walk *self, GtkWidget *card)
{
  int height = height_of (card, self->arrangement.side);

  put (self, card, &(GtkAllocation){ 0, self->side_y, self->arrangement.side, height });
  self->side_y += height + GAP;
}

static void
put_half (Walk *self, GtkWidget *card)
{
  if (self->pending == NULL)
    self->pending = card;
  else
    put_pair (self, g_steal_pointer (&self->pending), card);
}

static void
put_card (Walk *self, GtkWidget *card)
{
  ZpCardWidth width = width_of (card);

  if (width == ZP_CARD_SIDE && self->arrangement.side > 0)
    {
      put_in_side (self, card);
      return;
    }
  if (width == ZP_CARD_HALF && self->arrangement.half < self->arrangement.rest)
    {
      put_half (self, card);
      return;
    }
  flush_pending (self);
  put_alone (self, card);
}

/* Returns the height that is needed. */
static int
walk (GtkWidget *widget, int width, gboolean places)
{
  Walk self = { .arrangement = arrange (widget, width), .places = places };

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_should_layout (card))
      put_card (&self, card);
  flush_pending (&self);
  return MAX (MAX (self.side_y, self.rest_y) - GAP, 0);
}

static GtkSizeRequestMode
zp_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
zp_card_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int width =
    MAX (MAX (widest_minimum (widget, ZP_CARD_SIDE), widest_minimum (widget, ZP_CARD_HALF)),
         widest_minimum (widget, ZP_CARD_FULL));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width;
  else
    *minimum = *natural = walk (widget, MAX (for_size, width), FALSE);
}

static void
zp_card_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (widget, width, TRUE);
}

static void
zp_card_layout_class_init (ZpCardLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->get_request_mode = zp_card_layout_get_request_mode;
  layout_class->measure = zp_card_layout_measure;
  layout_class->allocate = zp_card_layout_allocate;
}

static void
zp_card_layout_init (ZpCardLayout *self)
{
}

/** zp_card_layout_set_width: how wide @card stands where there is room. */
void
zp_card_layout_set_width (GtkWidget *card, ZpCardWidth width)
{
  g_object_set_data (G_OBJECT (card), WIDTH_DATA, GUINT_TO_POINTER (width));
  gtk_widget_queue_resize (card);
}
