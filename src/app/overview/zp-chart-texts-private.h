/* SPDX-License-Identifier: GPL-3.0-or-later
 * The texts of a chart. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ZP_CHART_TEXT_PLAIN,
  ZP_CHART_TEXT_BOLD,
  ZP_CHART_TEXT_SMALL,
} ZpChartText;

/**
 * ZpChartTexts: texts in the font of a widget, each laid out once.
 */
typedef struct _ZpChartTexts ZpChartTexts;

ZpChartTexts *zp_chart_texts_new (GtkWidget *widget);
void zp_chart_texts_free (ZpChartTexts *self);
void zp_chart_texts_clear (ZpChartTexts *self);
double zp_chart_texts_get_em (ZpChartTexts *self);
PangoLayout *zp_chart_texts_get (ZpChartTexts *self, const char *text, ZpChartText style);
double zp_chart_texts_get_width (ZpChartTexts *self, const char *text, ZpChartText style);

G_END_DECLS
