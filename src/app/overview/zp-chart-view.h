/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart, drawn by the program. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-charts.h"

G_BEGIN_DECLS

#define ZP_TYPE_CHART_VIEW (zp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ZpChartView, zp_chart_view, ZP, CHART_VIEW, GtkWidget)

GtkWidget *zp_chart_view_new (void);
void zp_chart_view_set (ZpChartView *self, const ZpChart *chart);
const char *zp_chart_view_find (ZpChartView *self, double x, double y);

G_END_DECLS
