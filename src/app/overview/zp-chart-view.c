/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart, drawn by the program. To a screen reader it is a picture with all its figures in words.
 */
#include "app/overview/zp-chart-view.h"

#include "app/common/zp-parts.h"
#include "app/overview/zp-chart-paint-private.h"

/* In em. */
#define MIN_WIDTH 16

/**
 * ZpChartView:
 * @chart: (nullable): borrowed
 * @texts: of the chart
 * @hits: of #ZpChartHit: where the marks were drawn last
 */
struct _ZpChartView
{
  GtkWidget parent_instance;

  const ZpChart *chart;
  ZpChartTexts *texts;
  GArray *hits;
};

G_DEFINE_FINAL_TYPE (ZpChartView, zp_chart_view, GTK_TYPE_WIDGET)

typedef struct
{
  int (*measure) (ZpChartTexts *texts, const ZpChart *chart, int width);
  void (*draw) (const ZpChartPaint *paint);
} ChartKind;

static const ChartKind kinds[] = {
  [ZP_CHART_RATES] = { zp_chart_rates_measure, zp_chart_rates_draw },
  [ZP_CHART_SHARES] = { zp_chart_shares_measure, zp_chart_shares_draw },
  [ZP_CHART_FLOW] = { zp_chart_flow_measure, zp_chart_flow_draw },
};

static GtkSizeRequestMode
zp_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
zp_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ZpChartView *self = ZP_CHART_VIEW (widget);
  const ZpChart *chart = self->chart;
  int min_width = (int) (MIN_WIDTH * zp_chart_texts_get_em (self->texts));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = min_width;
  else
    *minimum = *natural =
      chart != NULL ? kinds[chart->kind].measure (self->texts, chart, MAX (for_size, min_width))
                    : 0;
}

static void
look_up (GtkStyleContext *style, const char *name, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (style, name, color))
    gtk_style_context_get_color (style, color);
}

static void
zp_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZpChartView *self = ZP_CHART_VIEW (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  ZpChartPaint paint = { .texts = self->texts,
                         .chart = self->chart,
                         .em = zp_chart_texts_get_em (self->texts),
                         .width = width,
                         .height = height,
                         .hits = self->hits };

  if (self->chart == NULL || self->chart->is_empty)
    return;
  gtk_style_context_get_color (style, &paint.text);
  look_up (style, "accent_bg_color", &paint.accent);
  look_up (style, "error_color", &paint.error);
  look_up (style, "warning_color", &paint.warning);
  look_up (style, "view_bg_color", &paint.ground);
  g_array_set_size (self->hits, 0);
  paint.cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  kinds[self->chart->kind].draw (&paint);
  cairo_destroy (paint.cr);
}

static void
zp_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (zp_chart_view_parent_class)->css_changed (widget, change);
  zp_chart_texts_clear (ZP_CHART_VIEW (widget)->texts);
}

static void
zp_chart_view_finalize (GObject *object)
{
  zp_chart_texts_free (ZP_CHART_VIEW (object)->texts);
  g_array_unref (ZP_CHART_VIEW (object)->hits);
  G_OBJECT_CLASS (zp_chart_view_parent_class)->finalize (object);
}

static void
zp_chart_view_class_init (ZpChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = zp_chart_view_finalize;
  widget_class->get_request_mode = zp_chart_view_get_request_mode;
  widget_class->css_changed = zp_chart_view_css_changed;
  widget_class->measure = zp_chart_view_measure;
  widget_class->snapshot = zp_chart_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "zpchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  const char *id = zp_chart_view_find (ZP_CHART_VIEW (data), x, y);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (data), "win.go-to", "s", id);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, gpointer data)
{
  gboolean is_mark = zp_chart_view_find (ZP_CHART_VIEW (data), x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (data), is_mark ? "pointer" : NULL);
}

static void
zp_chart_view_init (ZpChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->texts = zp_chart_texts_new (GTK_WIDGET (self));
  self->hits = g_array_new (FALSE, FALSE, sizeof (ZpChartHit));
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/** zp_chart_view_new: (transfer floating): a chart without figures. */
GtkWidget *
zp_chart_view_new (void)
{
  return g_object_new (ZP_TYPE_CHART_VIEW, NULL);
}

/** zp_chart_view_set: @chart: (nullable): has to live until another one is set. */
void
zp_chart_view_set (ZpChartView *self, const ZpChart *chart)
{
  g_return_if_fail (ZP_IS_CHART_VIEW (self));

  self->chart = chart;
  zp_chart_texts_clear (self->texts);
  g_array_set_size (self->hits, 0);
  if (chart != NULL)
    zp_set_tip (GTK_WIDGET (self), chart->spoken);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** zp_chart_view_find: (nullable): the cell behind the mark drawn there. */
const char *
zp_chart_view_find (ZpChartView *self, double x, double y)
{
  GdkRectangle point = { (int) x, (int) y, 1, 1 };

  g_return_val_if_fail (ZP_IS_CHART_VIEW (self), NULL);

  for (guint i = self->hits->len; i > 0; i--)
    {
      const ZpChartHit *hit = &g_array_index (self->hits, ZpChartHit, i - 1);

      if (gdk_rectangle_intersect (&hit->area, &point, NULL))
        return hit->id;
    }
  return NULL;
}
