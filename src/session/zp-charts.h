/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures behind the charts of the overview, as the pack lays them out. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpChartBar: one mark of a chart.
 * @id: the cell that a click leads to
 * @part @whole: in the unit of the chart; @has_part @has_whole: whether there are such figures
 * @part_text @whole_text @rate_text: (nullable): as shown
 * @computed_text: (nullable): where a declared rate differs from the computed one, that one
 * @state: the gravest of its figures
 * @stage @parent: of a flow, see #ZpChartMark
 * @is_over: more than the whole
 * @is_rest: what is left over, in grey
 */
typedef struct
{
  char *id;
  char *label;
  gboolean has_part;
  gboolean has_whole;
  ZpDecimal part;
  ZpDecimal whole;
  char *part_text;
  char *whole_text;
  char *rate_text;
  char *computed_text;
  ZpCellState state;
  ZpChartStage stage;
  int parent;
  gboolean is_over;
  gboolean is_rest;
  gboolean is_total;
} ZpChartBar;

/**
 * ZpChart:
 * @note: (nullable): the whole of shares, as shown
 * @spoken: title and all figures as a sentence
 * @place: (nullable): where its figures are typed, for an empty one
 * @bars: of #ZpChartBar; those without figures too
 */
typedef struct
{
  ZpChartKind kind;
  char *title;
  char *unit;
  char *note;
  char *spoken;
  char *place;
  gboolean is_empty;
  GPtrArray *bars;
} ZpChart;

void zp_chart_free (ZpChart *self);
GPtrArray *zp_charts_build (ZpSession *session);

G_END_DECLS
