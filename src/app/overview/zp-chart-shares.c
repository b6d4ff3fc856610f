/* SPDX-License-Identifier: GPL-3.0-or-later
 * One bar of parts, with name, amount and share of each below it. */
#include "app/overview/zp-chart-paint-private.h"

/* In em. */
#define BAR_HEIGHT 1.3
#define LINE_HEIGHT 1.8
#define KEY_SIZE .72
#define BETWEEN 1.9

/* A part that is there is seen, however small. */
#define MIN_WIDTH 4.0

static const double steps[] = { 1, .6, .3, .75, .45 };

static gboolean
is_shown (const ZpChartBar *bar)
{
  return bar->has_part && bar->part.millionths > 0;
}

static double
sum_of (const ZpChart *chart)
{
  double sum = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);

      if (is_shown (bar))
        sum += (double) bar->part.millionths;
    }
  return sum;
}

typedef struct
{
  double label;
  double amount;
  double share;
} KeyWidths;

static double
measure_key (ZpChartTexts *texts, const ZpChartBar *bar, double em, KeyWidths *widths)
{
  const char *share = bar->rate_text != NULL ? bar->rate_text : "";

  widths->label = zp_chart_texts_get_width (texts, bar->label, ZP_CHART_TEXT_PLAIN);
  widths->amount = zp_chart_texts_get_width (texts, bar->part_text, ZP_CHART_TEXT_BOLD);
  widths->share = zp_chart_texts_get_width (texts, share, ZP_CHART_TEXT_SMALL);
  return (KEY_SIZE + .4 + .5 + .5) * em + widths->label + widths->amount + widths->share;
}

static void
draw_key (const ZpChartPaint *paint, const ZpChartBar *bar, double alpha, double x, double y)
{
  double em = paint->em;
  KeyWidths widths;
  double width = measure_key (paint->texts, bar, em, &widths);
  double at = x + (KEY_SIZE + .4) * em;

  zp_chart_set_color (paint, &paint->accent, alpha);
  zp_chart_round_rect (paint->cr, x, y + .38 * em, KEY_SIZE * em, KEY_SIZE * em, 2);
  cairo_fill (paint->cr);
  zp_chart_set_color (paint, &paint->text, 1);
  zp_chart_draw_text (paint, bar->label, ZP_CHART_TEXT_PLAIN, at, y);
  at += widths.label + .5 * em;
  zp_chart_draw_text (paint, bar->part_text, ZP_CHART_TEXT_BOLD, at, y);
  at += widths.amount + .5 * em;
  zp_chart_set_color (paint, &paint->text, .8);
  if (bar->rate_text != NULL)
    zp_chart_draw_text (paint, bar->rate_text, ZP_CHART_TEXT_SMALL, at, y);
  zp_chart_add_hit (paint, bar->id, x, y, width, LINE_HEIGHT * em);
}

/* Goes through the keys line by line; draws them when there is a @paint. */
static int
place_keys (ZpChartTexts *texts, const ZpChart *chart, double width, const ZpChartPaint *paint)
{
  double em = zp_chart_texts_get_em (texts);
  double x = 0;
  double y = (BAR_HEIGHT + .6) * em;
  guint shown = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);
      KeyWidths widths;
      double needed;

      if (!is_shown (bar))
        continue;
      needed = measure_key (texts, bar, em, &widths);
      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += LINE_HEIGHT * em;
        }
      if (paint != NULL)
        draw_key (paint, bar, steps[shown % G_N_ELEMENTS (steps)], x, y);
      x += needed + BETWEEN * em;
      shown++;
    }
  return (int) (y + LINE_HEIGHT * em);
}

/** zp_chart_shares_measure: height in pixels at that width. */
int
zp_chart_shares_measure (ZpChartTexts *texts, const ZpChart *chart, int width)
{
  return place_keys (texts, chart, width, NULL);
}

static double
draw_part (const ZpChartPaint *paint, const ZpChartBar *bar, double alpha, double x, double width)
{
  double height = BAR_HEIGHT * paint->em;

  zp_chart_set_color (paint, &paint->accent, alpha);
  cairo_rectangle (paint->cr, x, 0, MAX (width - 1.5, 1), height);
  cairo_fill (paint->cr);
  zp_chart_add_hit (paint, bar->id, x, 0, width, height);
  return x + width;
}

static void
draw_bar (const ZpChartPaint *paint)
{
  double sum = sum_of (paint->chart);
  double x = 0;
  guint shown = 0;

  cairo_save (paint->cr);
  zp_chart_round_rect (paint->cr, 0, 0, paint->width, BAR_HEIGHT * paint->em, 5);
  cairo_clip (paint->cr);
  for (guint i = 0; i < paint->chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (paint->chart->bars, i);
      double width;

      if (!is_shown (bar))
        continue;
      width = MAX ((double) bar->part.millionths / sum * paint->width, MIN_WIDTH);
      width = MIN (width, paint->width - x);
      x = draw_part (paint, bar, steps[shown % G_N_ELEMENTS (steps)], x, width);
      shown++;
    }
  cairo_restore (paint->cr);
}

/** zp_chart_shares_draw: draws the bar and its keys. */
void
zp_chart_shares_draw (const ZpChartPaint *paint)
{
  draw_bar (paint);
  place_keys (paint->texts, paint->chart, paint->width, paint);
}
