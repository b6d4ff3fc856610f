/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a report, one below the other, as they would be printed. */
#include "app/preview/zp-page-view.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/preview/zp-page-view-private.h"

#define MIN_SIZE 100
#define PIXELS_PER_POINT (96.0 / 72.0)

static const double zooms[] = { 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

G_DEFINE_FINAL_TYPE_WITH_CODE (ZpPageView,
                               zp_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static guint place_changed_signal;

static void
drop_adjustment (ZpPageView *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
}

static void
take_adjustment (ZpPageView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  drop_adjustment (self, orientation);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (zp_page_view_note_scrolled),
                            self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
zp_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  ZpPageView *self = ZP_PAGE_VIEW (object);

  if (id == PROP_HADJUSTMENT)
    take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
  else
    self->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
}

static void
zp_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  ZpPageView *self = ZP_PAGE_VIEW (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
}

static void
zp_page_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = MIN_SIZE;
}

static void
zp_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  zp_page_view_place (ZP_PAGE_VIEW (widget), width, height);
}

static void
zp_page_view_map (GtkWidget *widget)
{
  zp_preview_watch (ZP_PAGE_VIEW (widget)->preview);
  GTK_WIDGET_CLASS (zp_page_view_parent_class)->map (widget);
}

static void
zp_page_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zp_page_view_parent_class)->unmap (widget);
  zp_preview_unwatch (ZP_PAGE_VIEW (widget)->preview);
}

static void
zp_page_view_dispose (GObject *object)
{
  ZpPageView *self = ZP_PAGE_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  drop_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (self, GTK_ORIENTATION_VERTICAL);
  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  G_OBJECT_CLASS (zp_page_view_parent_class)->dispose (object);
}

static void
zp_page_view_finalize (GObject *object)
{
  ZpPageView *self = ZP_PAGE_VIEW (object);

  g_array_unref (self->slots);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->pointed, g_array_unref);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (zp_page_view_parent_class)->finalize (object);
}

static void
zp_page_view_class_init (ZpPageViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = zp_page_view_set_property;
  object_class->get_property = zp_page_view_get_property;
  object_class->dispose = zp_page_view_dispose;
  object_class->finalize = zp_page_view_finalize;
  widget_class->measure = zp_page_view_measure;
  widget_class->size_allocate = zp_page_view_size_allocate;
  widget_class->snapshot = zp_page_view_snapshot;
  widget_class->map = zp_page_view_map;
  widget_class->unmap = zp_page_view_unmap;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  place_changed_signal = g_signal_new ("place-changed", ZP_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "zppages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
zp_page_view_init (ZpPageView *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (ZpPageSlot));
  self->zoom = ZP_ZOOM_FIT;
  self->spot = ZP_NO_SPOT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  zp_page_view_add_controllers (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

/* What was found stands elsewhere now; who searched does so again. */
static void
on_changed (ZpPageView *self)
{
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->pointed, g_array_unref);
  zp_page_view_forget_spots (self);
  zp_page_view_keep (self, 0, 0);
}

/** zp_page_view_new: (transfer floating): a view of the pages of @preview. */
GtkWidget *
zp_page_view_new (ZpPreview *preview)
{
  ZpPageView *self = g_object_new (ZP_TYPE_PAGE_VIEW, NULL);

  self->preview = g_object_ref (preview);
  g_signal_connect_swapped (preview, "changed", G_CALLBACK (on_changed), self);
  zp_set_label (GTK_WIDGET (self), _ ("Preview"));
  return GTK_WIDGET (self);
}

/** zp_page_view_emit_place_changed: tells where one is. */
void
zp_page_view_emit_place_changed (ZpPageView *self)
{
  zp_page_view_describe (self);
  g_signal_emit (self, place_changed_signal, 0);
}

/** zp_page_view_get_zoom: how large the page in sight is; 1 is its size on paper. */
double
zp_page_view_get_zoom (ZpPageView *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), 1);

  if (!zp_page_view_fits_width (self) || self->current >= self->slots->len)
    return self->zoom;
  return g_array_index (self->slots, ZpPageSlot, self->current).scale / PIXELS_PER_POINT;
}

/** zp_page_view_fits_width: whether each page is as wide as the view. */
gboolean
zp_page_view_fits_width (ZpPageView *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), FALSE);

  return self->zoom < ZP_ZOOM_MIN;
}

/** zp_page_view_set_zoom: @zoom: %ZP_ZOOM_FIT, or from %ZP_ZOOM_MIN to %ZP_ZOOM_MAX. */
void
zp_page_view_set_zoom (ZpPageView *self, double zoom)
{
  g_return_if_fail (ZP_IS_PAGE_VIEW (self));

  self->zoom = zoom <= ZP_ZOOM_FIT ? ZP_ZOOM_FIT : CLAMP (zoom, ZP_ZOOM_MIN, ZP_ZOOM_MAX);
  zp_page_view_keep (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** zp_page_view_step_zoom: to the next larger size (1), or the next smaller (-1). */
void
zp_page_view_step_zoom (ZpPageView *self, int direction)
{
  const double slack = 0.01;
  double zoom = zp_page_view_get_zoom (self);
  double next = direction > 0 ? ZP_ZOOM_MAX : ZP_ZOOM_MIN;

  g_return_if_fail (ZP_IS_PAGE_VIEW (self));

  if (direction < 0 && zoom <= ZP_ZOOM_MIN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (direction > 0 && zooms[i] > zoom + slack)
        next = MIN (next, zooms[i]);
      if (direction < 0 && zooms[i] < zoom - slack)
        next = MAX (next, zooms[i]);
    }
  zp_page_view_set_zoom (self, next);
}

/** zp_page_view_get_current: the page in sight, from 0. */
guint
zp_page_view_get_current (ZpPageView *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), 0);

  return self->current;
}

/** zp_page_view_is_leading: the window goes where a click in here sent it; the view stays. */
gboolean
zp_page_view_is_leading (ZpPageView *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), FALSE);

  return self->is_leading;
}

static void
take_areas (ZpPageView *self, GArray **slot, GArray *areas)
{
  g_clear_pointer (slot, g_array_unref);
  *slot = areas != NULL ? g_array_ref (areas) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * zp_page_view_set_matches:
 * @areas: (nullable): of #ZpPageArea, marked until there are other pages
 * @current: number of the match that stands out
 */
void
zp_page_view_set_matches (ZpPageView *self, GArray *areas, guint current)
{
  g_return_if_fail (ZP_IS_PAGE_VIEW (self));

  take_areas (self, &self->matches, areas);
  self->match = current;
}

/** zp_page_view_set_pointed: @areas: (nullable): of #ZpPageArea: what the current cell is there. */
void
zp_page_view_set_pointed (ZpPageView *self, GArray *areas)
{
  g_return_if_fail (ZP_IS_PAGE_VIEW (self));

  take_areas (self, &self->pointed, areas);
}
