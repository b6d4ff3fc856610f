/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the kinds of charts are drawn with. */
#pragma once

#include <gtk/gtk.h>

#include "app/overview/zp-chart-texts-private.h"
#include "session/zp-charts.h"

G_BEGIN_DECLS

/**
 * ZpChartHit: a mark on the screen and the cell a click on it leads to.
 */
typedef struct
{
  GdkRectangle area;
  const char *id;
} ZpChartHit;

/**
 * ZpChartPaint: one drawing.
 * @em: size of the text in pixels
 * @hits: of #ZpChartHit
 */
typedef struct
{
  ZpChartTexts *texts;
  const ZpChart *chart;
  cairo_t *cr;
  double em;
  double width;
  double height;
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA error;
  GdkRGBA warning;
  GdkRGBA ground;
  GArray *hits;
} ZpChartPaint;

void zp_chart_set_color (const ZpChartPaint *paint, const GdkRGBA *color, double alpha);
void zp_chart_draw_text (
  const ZpChartPaint *paint, const char *text, ZpChartText style, double x, double y);
void zp_chart_draw_sign (const ZpChartPaint *paint, ZpCellState state, double x, double y);
void zp_chart_add_hit (
  const ZpChartPaint *paint, const char *id, double x, double y, double width, double height);
void zp_chart_round_rect (cairo_t *cr, double x, double y, double width, double height, double r);

int zp_chart_rates_measure (ZpChartTexts *texts, const ZpChart *chart, int width);
void zp_chart_rates_draw (const ZpChartPaint *paint);
int zp_chart_shares_measure (ZpChartTexts *texts, const ZpChart *chart, int width);
void zp_chart_shares_draw (const ZpChartPaint *paint);
int zp_chart_flow_measure (ZpChartTexts *texts, const ZpChart *chart, int width);
void zp_chart_flow_draw (const ZpChartPaint *paint);

G_END_DECLS
