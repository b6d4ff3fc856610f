/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart with its title and unit, or what is to be filled in to see it. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-charts.h"

G_BEGIN_DECLS

#define ZP_TYPE_CHART_CARD (zp_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (ZpChartCard, zp_chart_card, ZP, CHART_CARD, GtkWidget)

GtkWidget *zp_chart_card_new (void);
void zp_chart_card_set (ZpChartCard *self, const ZpChart *chart);

G_END_DECLS
