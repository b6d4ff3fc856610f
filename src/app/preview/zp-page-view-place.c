/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where each page stands, and which of them are in sight. */
#include <math.h>

#include "app/preview/zp-page-view-private.h"

#define GAP 12
#define PIXELS_PER_POINT (96.0 / 72.0)

/* Around what is brought into sight. */
#define AIR 48

/** zp_page_view_get_offset: how far is scrolled, in pixels. */
double
zp_page_view_get_offset (ZpPageView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static ZpPageSlot *
get_slot (ZpPageView *self, guint page)
{
  return &g_array_index (self->slots, ZpPageSlot, page);
}

/* The page at a height, counted with the gap below it. */
static guint
find_page (ZpPageView *self, double y)
{
  guint low = 0;
  guint high = self->slots->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (get_slot (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * zp_page_view_find_point:
 * @x @y: in pixels of the widget
 * @page_x @page_y: (out): in points on the page
 *
 * Returns: FALSE outside of all pages
 */
gboolean
zp_page_view_find_point (
  ZpPageView *self, double x, double y, guint *page, double *page_x, double *page_y)
{
  const ZpPageSlot *slot;

  if (self->slots->len == 0)
    return FALSE;
  x += zp_page_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  y += zp_page_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  *page = find_page (self, y);
  slot = get_slot (self, *page);
  *page_x = (x - slot->x) / slot->scale;
  *page_y = (y - slot->y) / slot->scale;
  return x >= slot->x && x < slot->x + slot->width && y >= slot->y && y < slot->y + slot->height;
}

static ZpPageAnchor
anchor_at (ZpPageView *self, double x, double y)
{
  ZpPageAnchor anchor = { .x = x, .y = y };
  double all_x = x + zp_page_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double all_y = y + zp_page_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  const ZpPageSlot *slot;

  if (self->slots->len == 0)
    return anchor;
  anchor.page = find_page (self, all_y);
  slot = get_slot (self, anchor.page);
  anchor.across = (all_x - slot->x) / slot->width;
  anchor.down = (all_y - slot->y) / slot->height;
  return anchor;
}

/** zp_page_view_keep: places the pages anew; what is at a point of the widget stays there. All of
 * them may be larger now, so that the scrollbars have to be asked for as well. */
void
zp_page_view_keep (ZpPageView *self, double x, double y)
{
  if (!self->has_anchor)
    self->anchor = anchor_at (self, x, y);
  self->has_anchor = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Every page fills the width by itself, so that turned ones do not make the others small. */
static double
get_scale (ZpPageView *self, const ZpPrintedPage *page, int width)
{
  double scale = self->zoom * PIXELS_PER_POINT;

  if (zp_page_view_fits_width (self))
    scale = MIN ((width - 2.0 * GAP) / page->width, ZP_ZOOM_MAX * PIXELS_PER_POINT);
  return MAX (scale, 0.05);
}

static void
add_slot (ZpPageView *self, guint number, int width, double *y)
{
  const ZpPrintedPage *page = zp_preview_get_page (self->preview, number);
  double scale = get_scale (self, page, width);
  ZpPageSlot slot = { .y = *y,
                      .width = round (page->width * scale),
                      .height = round (page->height * scale),
                      .scale = scale };

  g_array_append_val (self->slots, slot);
  *y += slot.height + GAP;
}

static double
get_widest (ZpPageView *self)
{
  double widest = 0;

  for (guint i = 0; i < self->slots->len; i++)
    widest = MAX (widest, get_slot (self, i)->width);
  return widest;
}

static void
center_slots (ZpPageView *self, double width)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      ZpPageSlot *slot = get_slot (self, i);

      slot->x = floor ((width - slot->width) / 2);
    }
}

static void
set_range (ZpPageView *self, GtkOrientation orientation, double value, double upper, double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - page, 0)), 0,
                              MAX (upper, page), GAP * 4, page * 0.9, page);
}

/* How far to scroll so that from @start to @end is in sight, moving no more than needed. */
static double
offset_for (double offset, double size, double start, double end)
{
  if (start - AIR < offset)
    return start - AIR;
  if (end + AIR > offset + size)
    return MIN (end + AIR - size, start - AIR);
  return offset;
}

static void
scroll_to (ZpPageView *self, GtkOrientation orientation, double start, double end)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double offset = zp_page_view_get_offset (self, orientation);

  if (adjustment != NULL)
    gtk_adjustment_set_value (
      adjustment, offset_for (offset, gtk_adjustment_get_page_size (adjustment), start, end));
}

static void
show_wanted (ZpPageView *self)
{
  const ZpPageArea *area = &self->wanted;
  const ZpPageSlot *slot;

  if (!self->has_wanted || area->page >= self->slots->len)
    return;
  self->has_wanted = FALSE;
  slot = get_slot (self, area->page);
  if (self->wants_top)
    {
      gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], slot->y - GAP);
      return;
    }
  scroll_to (self, GTK_ORIENTATION_VERTICAL, slot->y + area->y * slot->scale,
             slot->y + (area->y + area->height) * slot->scale);
  scroll_to (self, GTK_ORIENTATION_HORIZONTAL, slot->x + area->x * slot->scale,
             slot->x + (area->x + area->width) * slot->scale);
}

static void
place_all (ZpPageView *self, int width, double *all_width, double *all_height)
{
  double y = GAP;

  g_array_set_size (self->slots, 0);
  for (guint i = 0; i < zp_preview_count_pages (self->preview); i++)
    add_slot (self, i, width, &y);
  *all_width = MAX (width, get_widest (self) + 2 * GAP);
  *all_height = y;
  center_slots (self, *all_width);
}

/** zp_page_view_place: gives every page its place in a widget of that size. */
void
zp_page_view_place (ZpPageView *self, int width, int height)
{
  gboolean is_at_top = zp_page_view_get_offset (self, GTK_ORIENTATION_VERTICAL) <= 0;
  ZpPageAnchor anchor = self->has_anchor ? self->anchor : anchor_at (self, 0, 0);
  double all_width;
  double all_height;
  double x = 0;
  double y = 0;

  place_all (self, width, &all_width, &all_height);
  if (self->slots->len > 0)
    {
      const ZpPageSlot *slot = get_slot (self, MIN (anchor.page, self->slots->len - 1));

      x = slot->x + anchor.across * slot->width - anchor.x;
      y = slot->y + anchor.down * slot->height - anchor.y;
    }
  self->has_anchor = FALSE;
  set_range (self, GTK_ORIENTATION_HORIZONTAL, x, all_width, width);
  set_range (self, GTK_ORIENTATION_VERTICAL, is_at_top && anchor.y <= 0 ? 0 : y, all_height,
             height);
  show_wanted (self);
  zp_page_view_tell_place (self);
}

/* The page that has the middle of the widget. */
static guint
find_current (ZpPageView *self)
{
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->slots->len == 0)
    return 0;
  return find_page (self, zp_page_view_get_offset (self, GTK_ORIENTATION_VERTICAL) + middle);
}

static gboolean
tell (gpointer data)
{
  ZpPageView *self = ZP_PAGE_VIEW (data);

  self->source = 0;
  zp_page_view_emit_place_changed (self);
  return G_SOURCE_REMOVE;
}

/** zp_page_view_tell_place: says soon where one is now: not while sizes are given out. */
void
zp_page_view_tell_place (ZpPageView *self)
{
  self->current = find_current (self);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, tell, self, NULL);
}

/** zp_page_view_note_scrolled: draws what is in sight now. */
void
zp_page_view_note_scrolled (ZpPageView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (find_current (self) != self->current)
    zp_page_view_tell_place (self);
}

/** zp_page_view_show_page: brings a page to the upper edge. */
void
zp_page_view_show_page (ZpPageView *self, guint page)
{
  g_return_if_fail (ZP_IS_PAGE_VIEW (self));

  self->wanted = (ZpPageArea){ .page = page };
  self->wants_top = TRUE;
  self->has_wanted = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** zp_page_view_show_area: scrolls as far as needed to bring it into sight. */
void
zp_page_view_show_area (ZpPageView *self, const ZpPageArea *area)
{
  g_return_if_fail (ZP_IS_PAGE_VIEW (self) && area != NULL);

  self->wanted = *area;
  self->wants_top = FALSE;
  self->has_wanted = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** zp_page_view_is_in_sight: whether all of its height can be seen. */
gboolean
zp_page_view_is_in_sight (ZpPageView *self, const ZpPageArea *area)
{
  graphene_rect_t rect;

  return zp_page_view_get_area (self, area, &rect) && rect.origin.y >= 0 &&
         rect.origin.y + rect.size.height <= (float) gtk_widget_get_height (GTK_WIDGET (self));
}

/**
 * zp_page_view_get_area:
 * @out: (out): the area in pixels of the widget
 *
 * Returns: FALSE when its page has no place yet
 */
gboolean
zp_page_view_get_area (ZpPageView *self, const ZpPageArea *area, graphene_rect_t *out)
{
  const ZpPageSlot *slot;

  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self) && area != NULL && out != NULL, FALSE);

  if (area->page >= self->slots->len)
    return FALSE;
  slot = get_slot (self, area->page);
  graphene_rect_init (out,
                      (float) (slot->x + area->x * slot->scale -
                               zp_page_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL)),
                      (float) (slot->y + area->y * slot->scale -
                               zp_page_view_get_offset (self, GTK_ORIENTATION_VERTICAL)),
                      (float) (area->width * slot->scale), (float) (area->height * slot->scale));
  return TRUE;
}
