/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the ribbons share. */
#pragma once

#include "app/overview/zp-chart-paint-private.h"

G_BEGIN_DECLS

#define ZP_CHART_N_STAGES 4

/* In em. */
#define ZP_CHART_BAR_WIDTH .55
#define ZP_CHART_LABEL_GAP .6
#define ZP_CHART_WORD_GAP .5

/**
 * ZpChartNode: a mark with its place.
 * @y: upper edge; @used_in @used_out: how much of its height ribbons have taken
 * @label_y: upper edge of its label
 */
typedef struct
{
  const ZpChartBar *bar;
  double y;
  double height;
  double used_in;
  double used_out;
  double label_y;
} ZpChartNode;

/** ZpChartFlow: @is_narrow: names and figures take two lines each, beside low bars too. */
typedef struct
{
  const ZpChartPaint *paint;
  ZpChartNode *nodes;
  guint n_nodes;
  double scale;
  double x[ZP_CHART_N_STAGES];
  gboolean is_narrow;
} ZpChartFlow;

/* zp-chart-flow-place.c */
gboolean zp_chart_flow_is_shown (const ZpChartBar *bar);
double zp_chart_flow_width_of (const ZpChartFlow *self, const char *text);
double zp_chart_flow_line_of (const ZpChartFlow *self);
gboolean zp_chart_flow_is_one_line (const ZpChartFlow *self, const ZpChartNode *node);
void zp_chart_flow_place (ZpChartFlow *self);

G_END_DECLS
