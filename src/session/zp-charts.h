/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures behind the charts of the overview, as the pack lays them out. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_CHART_RATES,  /* a bar for each line: part of a whole */
  ZP_CHART_SHARES, /* one bar of parts */
  ZP_CHART_FLOW,   /* from sources through a whole to uses */
} ZpChartKind;

/**
 * ZpChartBar: one mark of a chart.
 * @id: (nullable): the cell that a click leads to
 * @part @whole: in the unit of the chart; @has_part @has_whole: whether there are such figures
 * @part_text @whole_text @rate_text: as shown
 * @computed_text: (nullable): where the figure in force is in error, the one computed
 * @stage: of a flow: 0 sources, 1 whole, 2 uses, 3 their parts; @parent: the mark it flows from or
 * into, or -1
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
  int stage;
  int parent;
  gboolean is_rest;
  gboolean is_total;
} ZpChartBar;

/**
 * ZpChart:
 * @spoken: title and all figures as a sentence
 * @place: (nullable): where its figures are typed, for an empty one
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

/**
 * ZpNextStep: the one most useful thing to do next.
 * @target: what "win.go-to" takes, or %NULL when nothing is left to do
 */
typedef struct
{
  char *title;
  char *detail;
  char *target;
  ZpSeverity severity;
} ZpNextStep;

void zp_next_step_clear (ZpNextStep *self);
void zp_next_step_find (ZpSession *session, ZpNextStep *out);

G_END_DECLS
