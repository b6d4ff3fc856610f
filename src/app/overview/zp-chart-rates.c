/* SPDX-License-Identifier: GPL-3.0-or-later
 * A bar for each line: how much of the whole is reached. */
#include <glib/gi18n-lib.h>

#include "app/overview/zp-chart-paint-private.h"

/* In em. */
#define ROW_HEIGHT 3.0
#define OPEN_ROW_HEIGHT 2.1
#define BAR_HEIGHT 1.0
#define GAP .7
#define HATCH .35

typedef struct
{
  double label_width;
  double rate_width;
} Columns;

static const char *
rate_of (const ZpChartBar *bar)
{
  if (bar->computed_text != NULL)
    return bar->computed_text;
  return bar->rate_text != NULL ? bar->rate_text : "";
}

static gboolean
is_open (const ZpChartBar *bar)
{
  return !bar->has_part || !bar->has_whole;
}

static ZpChartText
style_of (const ZpChartBar *bar)
{
  return bar->is_total ? ZP_CHART_TEXT_BOLD : ZP_CHART_TEXT_PLAIN;
}

static void
measure_columns (ZpChartTexts *texts, const ZpChart *chart, Columns *columns)
{
  columns->rate_width = zp_chart_texts_get_width (texts, _ ("to do"), ZP_CHART_TEXT_PLAIN);
  columns->label_width = 0;
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);
      double label = zp_chart_texts_get_width (texts, bar->label, style_of (bar));
      double rate = zp_chart_texts_get_width (texts, rate_of (bar), ZP_CHART_TEXT_BOLD);

      columns->label_width = MAX (columns->label_width, label);
      columns->rate_width = MAX (columns->rate_width, rate);
    }
}

static double
height_of (const ZpChartBar *bar)
{
  return is_open (bar) ? OPEN_ROW_HEIGHT : ROW_HEIGHT;
}

/** zp_chart_rates_measure: height in pixels, whatever the width. */
int
zp_chart_rates_measure (ZpChartTexts *texts, const ZpChart *chart, int width)
{
  double em = zp_chart_texts_get_em (texts);
  double height = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    height += height_of (g_ptr_array_index (chart->bars, i)) * em;
  return (int) height;
}

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Track;

static void
draw_right (const ZpChartPaint *paint, const char *text, ZpChartText style, double y)
{
  double width = zp_chart_texts_get_width (paint->texts, text, style);

  zp_chart_draw_text (paint, text, style, paint->width - width, y);
}

static void
draw_open (const ZpChartPaint *paint, const Track *track)
{
  static const double dashes[] = { 4, 3 };

  cairo_save (paint->cr);
  zp_chart_set_color (paint, &paint->text, .4);
  cairo_set_dash (paint->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (paint->cr, 1);
  zp_chart_round_rect (paint->cr, track->x + .5, track->y + .5, track->width - 1, track->height - 1,
                       4);
  cairo_stroke (paint->cr);
  cairo_restore (paint->cr);
}

/* A rate that is not what was declared is not a plain fact: its bar is hatched. */
static void
draw_hatch (const ZpChartPaint *paint, const Track *track, double width)
{
  double step = paint->em * HATCH * 2;

  cairo_save (paint->cr);
  zp_chart_round_rect (paint->cr, track->x, track->y, width, track->height, 4);
  cairo_clip (paint->cr);
  cairo_set_source_rgba (paint->cr, 1, 1, 1, .45);
  cairo_set_line_width (paint->cr, paint->em * HATCH * .6);
  for (double x = track->x - track->height; x < track->x + width; x += step)
    {
      cairo_move_to (paint->cr, x, track->y + track->height);
      cairo_line_to (paint->cr, x + track->height, track->y);
    }
  cairo_stroke (paint->cr);
  cairo_restore (paint->cr);
}

/* Beyond the whole the bar is full, and a notch shows where the whole would end. */
static void
draw_notch (const ZpChartPaint *paint, const Track *track, double fraction)
{
  double x = track->x + track->width / fraction;

  cairo_set_source_rgba (paint->cr, 1, 1, 1, .9);
  cairo_rectangle (paint->cr, x - 1, track->y, 2, track->height);
  cairo_fill (paint->cr);
}

static void
draw_bar (const ZpChartPaint *paint, const ZpChartBar *bar, const Track *track)
{
  double whole = (double) bar->whole.millionths;
  double fraction = whole > 0 ? MAX ((double) bar->part.millionths / whole, 0) : 0;
  double width = track->width * MIN (fraction, 1);

  zp_chart_set_color (paint, &paint->text, .1);
  zp_chart_round_rect (paint->cr, track->x, track->y, track->width, track->height, 4);
  cairo_fill (paint->cr);
  zp_chart_set_color (paint, &paint->accent, bar->is_total ? 1 : .75);
  zp_chart_round_rect (paint->cr, track->x, track->y, width, track->height, 4);
  cairo_fill (paint->cr);
  if (bar->computed_text != NULL)
    draw_hatch (paint, track, width);
  if (bar->is_over && fraction > 1)
    draw_notch (paint, track, fraction);
}

static char *
say_below (const ZpChartBar *bar)
{
  if (bar->computed_text != NULL)
    return g_strdup_printf (_ ("%1$s / %2$s · declared %3$s"), bar->part_text, bar->whole_text,
                            bar->rate_text);
  return g_strdup_printf ("%s / %s", bar->part_text, bar->whole_text);
}

static ZpCellState
sign_of (const ZpChartBar *bar)
{
  if (bar->is_over && bar->state < ZP_CELL_STATE_WARNING)
    return ZP_CELL_STATE_WARNING;
  return bar->computed_text != NULL ? ZP_CELL_STATE_ERROR : bar->state;
}

static void
draw_figures (const ZpChartPaint *paint, const ZpChartBar *bar, const Track *track)
{
  g_autofree char *below = say_below (bar);
  double y = track->y + track->height;
  double width = zp_chart_texts_get_width (paint->texts, below, ZP_CHART_TEXT_SMALL);

  zp_chart_set_color (paint, &paint->text, 1);
  draw_right (paint, rate_of (bar), ZP_CHART_TEXT_BOLD, track->y - paint->em * .2);
  zp_chart_set_color (paint, &paint->text, .8);
  zp_chart_draw_text (paint, below, ZP_CHART_TEXT_SMALL, track->x, y);
  zp_chart_draw_sign (paint, sign_of (bar), track->x + width + paint->em * .4, y + paint->em * .22);
}

static void
draw_row (const ZpChartPaint *paint, const ZpChartBar *bar, const Columns *columns, double y)
{
  double em = paint->em;
  double x = columns->label_width + GAP * em;
  Track track = { x, y + .3 * em, paint->width - x - columns->rate_width - GAP * em,
                  BAR_HEIGHT * em };

  track.width = MAX (track.width, em);
  zp_chart_set_color (paint, &paint->text, 1);
  zp_chart_draw_text (paint, bar->label, style_of (bar), 0, y + .1 * em);
  zp_chart_add_hit (paint, bar->id, 0, y, paint->width, height_of (bar) * em);
  if (is_open (bar))
    {
      draw_open (paint, &track);
      zp_chart_set_color (paint, &paint->text, .72);
      draw_right (paint, _ ("to do"), ZP_CHART_TEXT_PLAIN, y + .1 * em);
      return;
    }
  draw_bar (paint, bar, &track);
  draw_figures (paint, bar, &track);
}

/** zp_chart_rates_draw: draws all bars, one below the other. */
void
zp_chart_rates_draw (const ZpChartPaint *paint)
{
  Columns columns;
  double y = 0;

  measure_columns (paint->texts, paint->chart, &columns);
  for (guint i = 0; i < paint->chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (paint->chart->bars, i);

      draw_row (paint, bar, &columns, y);
      y += height_of (bar) * paint->em;
    }
}
