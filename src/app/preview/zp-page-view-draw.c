/* SPDX-License-Identifier: GPL-3.0-or-later
 * Draws the pages that are in sight. No pictures are kept: drawing anew is as fast, and sharp at
 * every size. */
#include "app/preview/zp-page-view-private.h"

/* Of the ground below a mark, so that it can be read. */
#define MATCH_ALPHA 0.4F
#define POINTED_ALPHA 0.18F

/* In pixels: around the figure of the current cell. */
#define POINTED_AIR 2

/* The frame of what the keys chose stands clear of its text. */
#define SPOT_AIR 3
#define SPOT_WIDTH 2

typedef struct
{
  GdkRGBA match;
  GdkRGBA current;
  GdkRGBA pointed;
} Colors;

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  return color;
}

static void
draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &(GdkRGBA){ 0, 0, 0, 0.3F }, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, paper);
}

static void
draw_frame (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color, float width)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, rect, 2);
  gtk_snapshot_append_border (snapshot, &edge, widths, colors);
}

static void
draw_ground (GtkSnapshot *snapshot, const graphene_rect_t *rect, GdkRGBA color, float alpha)
{
  color.alpha = alpha;
  gtk_snapshot_append_color (snapshot, &color, rect);
}

static void
draw_matches (ZpPageView *self, GtkSnapshot *snapshot, guint page, const Colors *colors)
{
  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const ZpPageArea *area = &g_array_index (self->matches, ZpPageArea, i);
      graphene_rect_t rect;

      if (area->page != page || !zp_page_view_get_area (self, area, &rect))
        continue;
      draw_ground (snapshot, &rect, colors->match, MATCH_ALPHA);
      if (area->match == self->match)
        draw_frame (snapshot, &rect, &colors->current, 2);
    }
}

static void
draw_pointed (ZpPageView *self, GtkSnapshot *snapshot, guint page, const Colors *colors)
{
  for (guint i = 0; self->pointed != NULL && i < self->pointed->len; i++)
    {
      const ZpPageArea *area = &g_array_index (self->pointed, ZpPageArea, i);
      graphene_rect_t rect;

      if (area->page != page || !zp_page_view_get_area (self, area, &rect))
        continue;
      graphene_rect_inset (&rect, -POINTED_AIR, 0);
      draw_ground (snapshot, &rect, colors->pointed, POINTED_ALPHA);
      draw_frame (snapshot, &rect, &colors->pointed, 1);
    }
}

/* Where the keys are, as long as they are in here. */
static void
draw_spot (ZpPageView *self, GtkSnapshot *snapshot, guint page, const Colors *colors)
{
  const ZpPreviewSpot *spot = zp_page_view_get_spot (self);
  graphene_rect_t rect;

  if (spot == NULL || spot->area.page != page || !gtk_widget_has_focus (GTK_WIDGET (self)) ||
      !zp_page_view_get_area (self, &spot->area, &rect))
    return;
  graphene_rect_inset (&rect, -SPOT_AIR, -SPOT_AIR);
  draw_frame (snapshot, &rect, &colors->current, SPOT_WIDTH);
}

/* Only the part in sight: at a large size a whole page would be a large picture. */
static void
draw_ink (ZpPageView *self,
          GtkSnapshot *snapshot,
          guint page,
          const graphene_rect_t *paper,
          const graphene_rect_t *seen)
{
  const ZpPageSlot *slot = &g_array_index (self->slots, ZpPageSlot, page);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, seen);

  cairo_translate (cr, (double) paper->origin.x, (double) paper->origin.y);
  cairo_scale (cr, slot->scale, slot->scale);
  zp_preview_draw (self->preview, cr, page);
  cairo_destroy (cr);
}

static void
draw_page (ZpPageView *self, GtkSnapshot *snapshot, guint page, const Colors *colors)
{
  const ZpPrintedPage *printed = zp_preview_get_page (self->preview, page);
  const ZpPageArea whole = { .page = page, .width = printed->width, .height = printed->height };
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                        (float) gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_t paper;
  graphene_rect_t seen;

  if (!zp_page_view_get_area (self, &whole, &paper))
    return;
  graphene_rect_round_extents (&paper, &paper);
  if (!graphene_rect_intersection (&paper, &bounds, &seen))
    return;
  draw_paper (snapshot, &paper);
  draw_matches (self, snapshot, page, colors);
  draw_pointed (self, snapshot, page, colors);
  draw_ink (self, snapshot, page, &paper, &seen);
  draw_spot (self, snapshot, page, colors);
}

/** zp_page_view_snapshot: see #GtkWidgetClass. */
void
zp_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZpPageView *self = ZP_PAGE_VIEW (widget);
  const Colors colors = { .match = look_up (widget, "warning_bg_color"),
                          .current = look_up (widget, "accent_bg_color"),
                          .pointed = look_up (widget, "accent_bg_color") };
  guint n_pages = MIN (self->slots->len, zp_preview_count_pages (self->preview));

  for (guint page = 0; page < n_pages; page++)
    draw_page (self, snapshot, page, &colors);
}
