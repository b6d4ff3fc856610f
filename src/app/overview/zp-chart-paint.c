/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the kinds of charts are drawn with: text, colours, signs. */
#include "app/overview/zp-chart-paint-private.h"

#include <math.h>

#define SIGN_SIZE .93

/* From the top of a line to what letters stand on. */
#define ASCENT 1.1

/** zp_chart_set_color: draws from now on in @color, that much of it. */
void
zp_chart_set_color (const ZpChartPaint *paint, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (paint->cr, (double) color->red, (double) color->green,
                         (double) color->blue, (double) color->alpha * alpha);
}

/** zp_chart_draw_text: @x @y: upper left corner of its line; in the colour that is set. Texts at
 * one @y stand on one line, whatever fonts are in them. */
void
zp_chart_draw_text (
  const ZpChartPaint *paint, const char *text, ZpChartText style, double x, double y)
{
  PangoLayout *layout = zp_chart_texts_get (paint->texts, text, style);
  double baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  cairo_move_to (paint->cr, floor (x), floor (y + ASCENT * paint->em - baseline));
  pango_cairo_show_layout (paint->cr, layout);
}

static void
draw_error (const ZpChartPaint *paint, double x, double y, double size)
{
  zp_chart_set_color (paint, &paint->error, 1);
  cairo_arc (paint->cr, x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
  cairo_fill (paint->cr);
  zp_chart_set_color (paint, &paint->ground, 1);
  cairo_rectangle (paint->cr, x + size * .22, y + size * .41, size * .56, size * .18);
  cairo_fill (paint->cr);
}

static void
draw_warning (const ZpChartPaint *paint, double x, double y, double size)
{
  zp_chart_set_color (paint, &paint->warning, 1);
  cairo_move_to (paint->cr, x + size / 2, y);
  cairo_line_to (paint->cr, x + size, y + size * .93);
  cairo_line_to (paint->cr, x, y + size * .93);
  cairo_close_path (paint->cr);
  cairo_fill (paint->cr);
  zp_chart_set_color (paint, &paint->ground, 1);
  cairo_rectangle (paint->cr, x + size * .44, y + size * .32, size * .12, size * .28);
  cairo_rectangle (paint->cr, x + size * .44, y + size * .68, size * .12, size * .12);
  cairo_fill (paint->cr);
}

/** zp_chart_draw_sign: the sign of an error or a warning, told by its shape; nothing for others. */
void
zp_chart_draw_sign (const ZpChartPaint *paint, ZpCellState state, double x, double y)
{
  double size = paint->em * SIGN_SIZE;

  if (state == ZP_CELL_STATE_ERROR || state == ZP_CELL_STATE_AFFECTED)
    draw_error (paint, x, y, size);
  else if (state == ZP_CELL_STATE_WARNING)
    draw_warning (paint, x, y, size);
}

/** zp_chart_add_hit: a click in that area leads to the cell @id. */
void
zp_chart_add_hit (
  const ZpChartPaint *paint, const char *id, double x, double y, double width, double height)
{
  ZpChartHit hit = { { (int) x, (int) y, (int) ceil (width), (int) ceil (height) }, id };

  if (id != NULL)
    g_array_append_val (paint->hits, hit);
}

/** zp_chart_round_rect: adds a rectangle with round corners to the path. */
void
zp_chart_round_rect (cairo_t *cr, double x, double y, double width, double height, double r)
{
  double radius = MIN (r, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}
