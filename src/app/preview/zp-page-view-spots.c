/* SPDX-License-Identifier: GPL-3.0-or-later
 * Going from figure to figure on the pages without a mouse. */
#include <glib/gi18n-lib.h>

#include "app/preview/zp-page-view-private.h"

/** zp_page_view_drop_spot: nothing on the pages is chosen any more. */
void
zp_page_view_drop_spot (ZpPageView *self)
{
  self->spot = ZP_NO_SPOT;
  zp_page_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** zp_page_view_forget_spots: there are other pages. */
void
zp_page_view_forget_spots (ZpPageView *self)
{
  g_clear_pointer (&self->spots, g_array_unref);
  self->spot = ZP_NO_SPOT;
}

/**
 * zp_page_view_get_spot:
 *
 * Returns: (transfer none) (nullable): the figure or paragraph that was chosen with keys
 */
const ZpPreviewSpot *
zp_page_view_get_spot (ZpPageView *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), NULL);

  if (self->spots == NULL || self->spot >= self->spots->len)
    return NULL;
  return &g_array_index (self->spots, ZpPreviewSpot, self->spot);
}

/* Upper and lower edge, in pixels of the widget. */
static void
get_edges (ZpPageView *self, guint number, float *top, float *bottom)
{
  const ZpPreviewSpot *spot = &g_array_index (self->spots, ZpPreviewSpot, number);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  zp_page_view_get_area (self, &spot->area, &rect);
  *top = rect.origin.y;
  *bottom = rect.origin.y + rect.size.height;
}

static gboolean
touches_sight (ZpPageView *self, guint number)
{
  float top;
  float bottom;

  get_edges (self, number, &top, &bottom);
  return bottom > 0 && top < (float) gtk_widget_get_height (GTK_WIDGET (self));
}

/* The first place below the upper edge of what is in sight, or the last above its lower edge. */
static guint
find_in_sight (ZpPageView *self, int direction)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  guint n_spots = self->spots->len;
  float top;
  float bottom;

  for (guint i = 0; i < n_spots; i++)
    {
      guint number = direction > 0 ? i : n_spots - 1 - i;

      get_edges (self, number, &top, &bottom);
      if (direction > 0 ? top >= 0 : bottom <= height)
        return number;
    }
  return direction > 0 ? n_spots - 1 : 0;
}

static guint
find_next (ZpPageView *self, int direction)
{
  if (self->spot == ZP_NO_SPOT || !touches_sight (self, self->spot))
    return find_in_sight (self, direction);
  if (direction < 0)
    return self->spot > 0 ? self->spot - 1 : 0;
  return MIN (self->spot + 1, self->spots->len - 1);
}

/**
 * zp_page_view_step_spot:
 * @direction: 1 for the next in reading order, -1 for the one before
 *
 * Chooses another figure or paragraph and brings it into sight; from what is in sight when none is
 * chosen there.
 *
 * Returns: FALSE when there is none on the pages
 */
gboolean
zp_page_view_step_spot (ZpPageView *self, int direction)
{
  if (self->spots == NULL)
    self->spots = zp_preview_list_spots (self->preview);
  if (self->spots->len == 0)
    return FALSE;
  self->spot = find_next (self, direction);
  zp_page_view_show_area (self, &zp_page_view_get_spot (self)->area);
  zp_page_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
describe_spot (ZpPageView *self, const char *page)
{
  g_autofree char *label = zp_preview_say_spot (self->preview, zp_page_view_get_spot (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, page, -1);
}

/** zp_page_view_describe: to a screen reader the view is what was chosen, else the page in sight.
 */
void
zp_page_view_describe (ZpPageView *self)
{
  guint n_pages = zp_preview_count_pages (self->preview);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (self->current >= n_pages)
    return;
  label = g_strdup_printf (_ ("Preview, page %u of %u"), self->current + 1, n_pages);
  if (zp_page_view_get_spot (self) != NULL)
    {
      describe_spot (self, label);
      return;
    }
  text = zp_page_text_get (zp_preview_get_pages (self->preview), self->current);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
